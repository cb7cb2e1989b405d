//! What OSCAL has no word for.

use crate::finding::Tallied;
use crate::formats::codes::codes;
use crate::formats::{ExportNote, ReadingNoteKind};
use crate::json::shortened;

codes! {
    /// What OSCAL can't carry.
    NoPlan "no_plan" "OSCAL wants the assessment plan that the results follow; a register has none, and the file says so.",
    WholeControl "whole_control" "OSCAL's findings are on a statement or an objective of a control; ours are on the whole of it, so the control's id stands there.",
    MethodUnknown "method_unknown" "OSCAL wants the method of each observation; a verification does not say it, so it stands as UNKNOWN.",
    Partly "partly" "OSCAL knows satisfied and not satisfied; what is partly met stands as not satisfied, the word in the property `result`.",
    Waived "waived" "OSCAL's findings know no waiver; what is waived stands as not satisfied, the word in the property `result`.",
    NotKnown "not_known" "OSCAL has no word for what nobody knows: it has no finding, and stands in the property `not-known` of the result.",
    NotApplicable "not_applicable" "OSCAL's findings have no word for what does not apply: it has none, and stands in the property `not-applicable` of the result.",
    NothingVerified "nothing_verified" "Of what the standard asks of headquarters nothing is verified; OSCAL can't carry a result without a reviewed control.",
    NotCounted "not_counted" "A verification that counts for nothing on that day: a later one took its place, it is of a later day, or it does not say what it must.",
    DateWidened "date_widened" "OSCAL wants the instant; the first of the date stands there (of an end the last), the date as it is written in a property.",
    DateBeyond "date_beyond" "OSCAL's dates reach from 1900 to 2999; the date stands in a property alone.",
    IdRewritten "id_rewritten" "OSCAL's ids begin with a letter and have letters, digits, dots, hyphens and underscores; the id as it is stands in a property.",
    TextReshaped "text_reshaped" "OSCAL wants a text of one line; line breaks and double blanks became single blanks.",
    FieldsLeftOut "fields_left_out" "Fields of a verification that are not exported.",
    AudienceInProperty "audience_in_property" "OSCAL has no audience; it stands in the property `audience`, which no other program minds.",
}

/// What [`export_oscal`](crate::export_oscal) can't carry, by code.
///
/// ```
/// assert!(isms_core::oscal_export_notes().iter().any(|kind| kind.code == "waived"));
/// ```
#[must_use]
pub fn oscal_export_notes() -> Vec<ReadingNoteKind> {
    let kind =
        |code: &Code| ReadingNoteKind { code: code.as_str().to_owned(), explanation: code.explanation().to_owned() };
    Code::ALL.iter().map(kind).collect()
}

/// The list in the making.
#[derive(Default)]
pub(super) struct Lacks {
    pub(super) list: Vec<ExportNote>,
}

impl Lacks {
    pub(super) fn add(&mut self, code: Code, subject: &str, field: &str, value: &str, done: impl Into<String>) {
        self.list.push(ExportNote {
            subject: subject.to_owned(),
            field: field.to_owned(),
            value: shortened(value),
            code: code.as_str().to_owned(),
            done: done.into(),
        });
    }

    /// The counts of the codes that were met.
    pub(super) fn tallied(&self) -> Vec<Tallied> {
        let mut counts = vec![0; Code::ALL.len()];
        for note in &self.list {
            let at = Code::ALL.iter().position(|code| code.as_str() == note.code);
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        let all = Code::ALL.iter().zip(counts).filter(|(_, count)| *count > 0);
        all.map(|(code, count)| Tallied { code: code.as_str().to_owned(), count }).collect()
    }
}
