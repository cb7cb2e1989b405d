//! Results of a standard as an OSCAL document of assessment results.

mod build;
mod codes;
mod document;
mod observe;
mod options;
mod outcome;
mod words;

pub use codes::oscal_export_notes;
pub use options::OscalExport;

use crate::assess::{AssessOptions, each};
use crate::catalog::Catalogs;
use crate::finding::{Code as Fault, Refusal};
use crate::formats::Exported;
use crate::json::shortened;
use crate::register::Register;
use crate::value::{NoWatch, Watch};
use build::Export;
use codes::Lacks;
use document::Document;
use words::instant;

const INSIDE: &str = "INSIDE: this file shows gaps. It is for the agency itself and not for release.";

/// Writes how a standard is met at an office on a day as OSCAL assessment results (version 1.2.1, JSON).
///
/// **The file is an inside file**: it shows gaps and has the label of [`Register::assess`], red; its first property says so. Each
/// verification that counts is an observation, each requirement that one of them decides a finding, satisfied only if it is met. What OSCAL has
/// no word for stands in properties of the namespace `urn:isms:oscal` and in the notes; [`oscal_export_notes`] explains their codes.
/// What nobody knows has no finding. The same register, day and catalogue give the same bytes; UUIDs follow from what they name. Linear in the
/// records and the requirements.
///
/// ```
/// use isms_core::{Catalogs, Office, OscalExport, Register, export_oscal};
/// let register = Register::open(br#"{"isms": "1", "id": "r",
///     "agencies": [{"id": "ours", "title": "Our agency"}], "places": [{"id": "valley", "title": "The valley"}],
///     "adoptions": [{"id": "a", "title": "Small", "agency": "ours", "standard": "small"}],
///     "verifications": [{"id": "v", "title": "Radios seen", "agency": "ours", "place": "valley",
///                        "requirement": "small:radio", "result": "partly", "date": "2026-03-14"}]}"#)?;
/// let mut catalogs = Catalogs::none();
/// catalogs.add(br#"{"isms_catalog": "1", "id": "small", "edition": "1", "requirements": [{"id": "radio"}, {"id": "vest"}]}"#)?;
/// let options = OscalExport::of("small", Office::new("ours", "valley"), "2026-06-30".parse()?);
/// let exported = export_oscal(&register, &options, &catalogs)?;
/// assert_eq!((exported.answer.total("not_satisfied"), exported.answer.total("not_known")), (Some(1), Some(1)));
/// assert_eq!((exported.answer.lacked("partly"), exported.answer.label.tlp.as_str()), (1, "red"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Refuses an office that is not there, a standard that is not at hand or not adopted there, one of which nothing is verified, and a day
/// that OSCAL can't say (before 1900, after 2999).
pub fn export_oscal(register: &Register, options: &OscalExport, catalogs: &Catalogs) -> Result<Exported, Refusal> {
    export_oscal_watched(register, options, catalogs, &mut NoWatch)
}

/// As [`export_oscal`], and tells `watch` how far it is.
///
/// # Errors
/// As [`export_oscal`]; also when `watch` stops it.
pub fn export_oscal_watched(
    register: &Register,
    options: &OscalExport,
    catalogs: &Catalogs,
    watch: &mut dyn Watch,
) -> Result<Exported, Refusal> {
    let (Some(start), Some(end)) = (instant(&options.as_of, false), instant(&options.as_of, true)) else {
        let message = format!("expected a day from 1900 to 2999, which OSCAL can say, found {}", options.as_of);
        return Err(Refusal::new(Fault::BadRequest, "/as_of", message));
    };
    if catalogs.find(&options.standard, None).is_none() {
        let found = shortened(&options.standard);
        let message =
            format!("expected a standard that is at hand, found `{found}`; give its catalogue with the question");
        return Err(Refusal::new(Fault::BadRequest, "/standard", message));
    }
    // As in an assessment: what may not be counted is in no answer.
    let counted = register.without_withheld();
    let register = counted.as_ref().unwrap_or(register);
    let mut asked = AssessOptions::on(options.as_of.clone());
    asked.offices.push(options.office.clone());
    asked.standards.push(options.standard.clone());
    let found = each(register, &asked, catalogs, watch)?;
    let export = Export { register, options, start, end, label: register.label_of_gaps() };
    let mut lacks = Lacks::default();
    let document = export.document(&found, &mut lacks)?;
    let answer = export.answer(&found, &document, &lacks);
    let written = serde_json::to_vec_pretty(&Document { assessment_results: document });
    let mut document = written
        .map_err(|error| Refusal::new(Fault::WriteFailed, "", format!("the results can't be written: {error}")))?;
    document.push(b'\n');
    Ok(Exported { document, answer, notes: lacks.list })
}

fn nothing_verified(options: &OscalExport) -> Refusal {
    let (standard, office) = (shortened(&options.standard), &options.office);
    let message = format!(
        "expected a verification of `{standard}` that counts at {}@{} on {}, found none; OSCAL has no results without one",
        office.agency, office.place, options.as_of
    );
    Refusal::new(Fault::BadRequest, "/standard", message)
}
