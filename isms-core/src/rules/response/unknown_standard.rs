//! The rule `unknown_standard`. A name that many records have is told of once.

use crate::catalog::{Catalog, Catalogs};
use crate::document::RowId;
use crate::finding::{Code, Fact, Finding};
use crate::json::{near, shortened};
use crate::model::{Adoption, Agreement, Assessment, Decision, Evaluation, Kind, Strategy, Verification, item_numbers};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::once::{Once, Told};
use crate::rules::registry::Rule;
use crate::value::{Lapse, Meter, RiskLevel};
use std::collections::HashSet;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::UnknownStandard,
    looks_for: "A standard, an edition, a requirement, or a level of a scale that no catalogue at hand has; a standard that was asked for, and that nobody adopted on the day; or, in a catalogue, the older edition whose place it takes. In a check a name that stands in several records is told of once, with its first place and a count.",
    why: "What is not at hand can't be asked for: its requirements are in no count, and the office that adopted it may have gaps that nobody sees.",
    example: "\"standard\": \"moss-2009\" where no catalogue of that name was given.",
    normal_when: "Where the agency keeps the catalogue elsewhere; `check` and `assess` take it beside the register.",
    what_to_do: "Give the catalogue with the question (`--catalog FILE`), or take a name that `isms catalog list` shows; of one that was asked for: ask for one that is adopted, or record the adoption.",
    claims: &[],
};

/// The kinds that name what catalogues have.
const KINDS: [Kind; 7] = [
    Kind::Adoption,
    Kind::Agreement,
    Kind::Verification,
    Kind::Evaluation,
    Kind::Assessment,
    Kind::Decision,
    Kind::Strategy,
];

/// Finds names of standards, requirements and levels that no catalogue at hand has. Linear in the records of these kinds.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let mut rows: Vec<RowId> = KINDS.iter().flat_map(|kind| register.rows_of(*kind)).collect();
    if rows.is_empty() {
        return;
    }
    rows.sort_unstable();
    let bundled;
    let catalogs = match log.catalogs() {
        Some(catalogs) => catalogs,
        None => {
            bundled = Catalogs::bundled();
            &bundled
        }
    };
    let known = Known::read(catalogs);
    let mut missing = Once::default();
    for row in meter.over(rows) {
        for named in named(register, row) {
            let Some(lacking) = known.lacks(&named.what) else { continue };
            if log.sets_aside(RULE.code, Some(row)) {
                log.push(RULE.code, Some(row), || Finding::new(RULE.code, named.at.clone(), ""));
            } else {
                let at = place(&lacking, named.at);
                missing.add(lacking, row, at);
            }
        }
    }
    for found in missing.found {
        log.push(RULE.code, found.of(), || finding(register, &known, &found));
    }
}

/// A name in a record.
struct Named {
    /// Where it stands in the record.
    at: String,
    what: What,
}

/// What is named.
enum What {
    /// A standard, and perhaps its edition.
    Standard(String, Option<String>),
    /// A requirement, as `catalogue:name`.
    Requirement(String),
    Level(RiskLevel),
}

fn named(register: &Register, row: RowId) -> Vec<Named> {
    match register.records.rows.kind(row) {
        Some(Kind::Adoption) => register
            .typed(row)
            .map_or_else(Vec::new, |Adoption { standard, edition, .. }| of_standard(standard, edition)),
        Some(Kind::Agreement) => {
            register.typed(row).map_or_else(Vec::new, |Agreement { standard, .. }| of_standard(standard, None))
        }
        Some(Kind::Verification) => {
            let name = register.typed::<Verification>(row).and_then(|found| found.requirement);
            let one = |name| Named { at: "/requirement".to_owned(), what: What::Requirement(name) };
            name.map(one).into_iter().collect()
        }
        Some(Kind::Evaluation) => of_lapses(register, row),
        Some(Kind::Assessment) => of_level("/level", register.typed::<Assessment>(row).and_then(|found| found.level)),
        Some(Kind::Decision) => of_level("/level", register.typed::<Decision>(row).and_then(|found| found.level)),
        Some(Kind::Strategy) => {
            of_level("/acceptable_risk", register.typed::<Strategy>(row).and_then(|found| found.acceptable_risk))
        }
        _ => Vec::new(),
    }
}

fn of_standard(name: Option<String>, edition: Option<String>) -> Vec<Named> {
    let one = |name| Named { at: "/standard".to_owned(), what: What::Standard(name, edition) };
    name.map(one).into_iter().collect()
}

fn of_level(at: &str, level: Option<RiskLevel>) -> Vec<Named> {
    level.map(|level| Named { at: at.to_owned(), what: What::Level(level) }).into_iter().collect()
}

fn of_lapses(register: &Register, row: RowId) -> Vec<Named> {
    let lapses = register.typed::<Evaluation>(row).map_or_else(Vec::new, |found| found.lapses);
    if lapses.iter().all(|lapse| lapse.requirement.is_none()) {
        return Vec::new();
    }
    let places = item_numbers::<Lapse>(Kind::Evaluation, register.records.json(row), "lapses");
    let at = |nth: usize| format!("/lapses/{}/requirement", places.get(nth).copied().unwrap_or(nth));
    let names = lapses.into_iter().enumerate().filter_map(|(nth, lapse)| Some((nth, lapse.requirement?)));
    names.map(|(nth, name)| Named { at: at(nth), what: What::Requirement(name) }).collect()
}

/// What the catalogues at hand have.
struct Known<'c> {
    catalogs: &'c Catalogs,
    standards: HashSet<&'c str>,
    editions: HashSet<(&'c str, &'c str)>,
    requirements: HashSet<String>,
}

/// The requirements of a catalogue, as `catalogue:name`.
fn names(catalog: &Catalog) -> impl Iterator<Item = String> {
    catalog.requirements().filter_map(|found| Some(format!("{}:{}", catalog.id(), found.id.as_deref()?)))
}

/// What no catalogue has.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Lacking {
    Standard(String),
    /// A standard, and the edition of it.
    Edition(String, String),
    Requirement(String),
    /// A scale, as `catalogue:name`.
    Scale(String),
    /// A scale, and the level of it.
    Level(String, String),
}

impl<'c> Known<'c> {
    fn read(catalogs: &'c Catalogs) -> Self {
        Self {
            catalogs,
            standards: catalogs.iter().map(Catalog::id).collect(),
            editions: catalogs.iter().map(|catalog| (catalog.id(), catalog.edition())).collect(),
            requirements: catalogs.iter().flat_map(names).collect(),
        }
    }

    /// What is much like a name: of equally like ones the last, in the order of the catalogues.
    fn near(&self, lacking: &Lacking) -> Option<String> {
        match lacking {
            Lacking::Standard(name) => near(self.catalogs.iter().map(Catalog::id), name).map(str::to_owned),
            Lacking::Edition(..) | Lacking::Scale(_) | Lacking::Level(..) => None,
            Lacking::Requirement(name) => {
                let all: Vec<String> = self.catalogs.iter().flat_map(names).collect();
                near(all.iter().map(String::as_str), name).map(str::to_owned)
            }
        }
    }

    fn lacks(&self, what: &What) -> Option<Lacking> {
        match what {
            What::Standard(name, _) if !self.standards.contains(name.as_str()) => Some(Lacking::Standard(name.clone())),
            What::Standard(name, edition) => {
                let edition = edition.as_ref()?;
                let is_known = self.editions.contains(&(name.as_str(), edition.as_str()));
                (!is_known).then(|| Lacking::Edition(name.clone(), edition.clone()))
            }
            What::Requirement(name) => match name.split_once(':') {
                Some((standard, _)) if !self.standards.contains(standard) => {
                    Some(Lacking::Standard(standard.to_owned()))
                }
                _ => (!self.requirements.contains(name)).then(|| Lacking::Requirement(name.clone())),
            },
            What::Level(RiskLevel { level, scale }) => match self.catalogs.scale(scale) {
                None => Some(Lacking::Scale(scale.clone())),
                Some(found) => {
                    let has = found.levels.iter().any(|known| known.id.as_ref() == Some(level));
                    (!has).then(|| Lacking::Level(scale.clone(), level.clone()))
                }
            },
        }
    }
}

/// Of an edition, a scale and a level the place is that of the very word.
fn place(lacking: &Lacking, at: String) -> String {
    match lacking {
        Lacking::Edition(..) => "/edition".to_owned(),
        Lacking::Scale(_) => format!("{at}/scale"),
        Lacking::Level(..) => format!("{at}/level"),
        Lacking::Standard(_) | Lacking::Requirement(_) => at,
    }
}

fn finding(register: &Register, known: &Known<'_>, found: &Told<Lacking>) -> Finding {
    let lacking = &found.what;
    let (expected, name) = match lacking {
        Lacking::Standard(name) => ("a standard that is at hand (`isms catalog list` shows them)", name.clone()),
        Lacking::Edition(standard, edition) => ("an edition that is at hand", format!("{standard} {edition}")),
        Lacking::Requirement(name) => ("a requirement of a standard that is at hand, as catalogue:name", name.clone()),
        Lacking::Scale(name) => ("a scale of a catalogue that is at hand, as catalogue:name", name.clone()),
        Lacking::Level(scale, level) => ("a level that its scale has", format!("{scale} {level}")),
    };
    let near = known.near(lacking);
    let short = shortened(&name);
    let hint = near.as_ref().map_or("correct the name".to_owned(), |near| format!("take `{near}` if that is meant"));
    let message = format!(
        "expected {expected}, found `{short}`{}: nothing of it is known; {hint}, or give its catalogue with the question",
        found.more()
    );
    let finding = Finding::new(RULE.code, format!("{}{}", register.records.rows.pointer(found.row), found.at), message)
        .of(found.of().and_then(|row| register.id_of_row(row)))
        .resting_on(RULE.claims)
        .fact(Fact::text("found", short))
        .fact(Fact::count("places", found.places));
    near.into_iter().fold(finding, |finding, near| finding.fact(Fact::text("near", near)))
}
