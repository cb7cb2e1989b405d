//! The rule `unknown_standard`. A name that many records have is told of once.

use crate::catalog::{Catalog, Catalogs};
use crate::document::RowId;
use crate::finding::{Code, Fact, Finding};
use crate::json::{near, shortened};
use crate::model::{Adoption, Agreement, Evaluation, Kind, Verification, item_numbers};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::{Lapse, Meter};
use std::collections::{HashMap, HashSet};

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::UnknownStandard,
    looks_for: "A standard, an edition or a requirement that no catalogue at hand has; a standard that was asked for, and that nobody adopted on the day; or, in a catalogue, the older edition whose place it takes. In a check a name that stands in several records is told of once, with its first place and a count.",
    why: "What is not at hand can't be asked for: its requirements are in no count, and the office that adopted it may have gaps that nobody sees.",
    example: "\"standard\": \"moss-2009\" where no catalogue of that name was given.",
    normal_when: "Where the agency keeps the catalogue elsewhere; `check` and `assess` take it beside the register.",
    what_to_do: "Give the catalogue with the question (`--catalog FILE`), or take a name that `isms catalog list` shows; of one that was asked for: ask for one that is adopted, or record the adoption.",
    claims: &[],
};

/// Finds names of standards and requirements that no catalogue at hand has. Linear in the adoptions, agreements,
/// verifications and evaluations.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let rows = |kind| register.rows_of(kind);
    let mut rows: Vec<RowId> = rows(Kind::Adoption)
        .chain(rows(Kind::Agreement))
        .chain(rows(Kind::Verification))
        .chain(rows(Kind::Evaluation))
        .collect();
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
    let mut missing = Missing::default();
    for row in meter.over(rows) {
        for named in named(register, row) {
            let Some(lacking) = known.lacks(&named) else { continue };
            if log.sets_aside(RULE.code, Some(row)) {
                log.push(RULE.code, Some(row), || Finding::new(RULE.code, named.at.clone(), ""));
            } else {
                missing.add(lacking, row, named.at);
            }
        }
    }
    for found in missing.found {
        let row = Some(found.row).filter(|_| !found.several);
        log.push(RULE.code, row, || finding(register, &known, &found));
    }
}

/// A name in a record.
struct Named {
    /// Where it stands in the record.
    at: String,
    /// The standard, or the requirement as `catalogue:name`.
    name: String,
    is_requirement: bool,
    /// The edition of a standard, where one is named.
    edition: Option<String>,
}

fn named(register: &Register, row: RowId) -> Vec<Named> {
    let standard = |name: Option<String>, edition| {
        let one = |name| Named { at: "/standard".to_owned(), name, is_requirement: false, edition };
        name.map(one).into_iter().collect()
    };
    let requirement = |at: String, name| Named { at, name, is_requirement: true, edition: None };
    match register.records.rows.kind(row) {
        Some(Kind::Adoption) => {
            register.typed::<Adoption>(row).map_or_else(Vec::new, |found| standard(found.standard, found.edition))
        }
        Some(Kind::Agreement) => {
            register.typed::<Agreement>(row).map_or_else(Vec::new, |found| standard(found.standard, None))
        }
        Some(Kind::Verification) => {
            let name = register.typed::<Verification>(row).and_then(|found| found.requirement);
            name.map(|name| requirement("/requirement".to_owned(), name)).into_iter().collect()
        }
        Some(Kind::Evaluation) => {
            let lapses = register.typed::<Evaluation>(row).map_or_else(Vec::new, |found| found.lapses);
            if lapses.iter().all(|lapse| lapse.requirement.is_none()) {
                return Vec::new();
            }
            let places = item_numbers::<Lapse>(Kind::Evaluation, register.records.json(row), "lapses");
            let at = |nth: usize| format!("/lapses/{}/requirement", places.get(nth).copied().unwrap_or(nth));
            let names = lapses.into_iter().enumerate().filter_map(|(nth, lapse)| Some((nth, lapse.requirement?)));
            names.map(|(nth, name)| requirement(at(nth), name)).collect()
        }
        _ => Vec::new(),
    }
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
            Lacking::Edition(..) => None,
            Lacking::Requirement(name) => {
                let all: Vec<String> = self.catalogs.iter().flat_map(names).collect();
                near(all.iter().map(String::as_str), name).map(str::to_owned)
            }
        }
    }

    fn lacks(&self, named: &Named) -> Option<Lacking> {
        if named.is_requirement {
            let standard = named.name.split_once(':').map(|(standard, _)| standard);
            return match standard.filter(|standard| !self.standards.contains(standard)) {
                Some(standard) => Some(Lacking::Standard(standard.to_owned())),
                None if self.requirements.contains(&named.name) => None,
                None => Some(Lacking::Requirement(named.name.clone())),
            };
        }
        if !self.standards.contains(named.name.as_str()) {
            return Some(Lacking::Standard(named.name.clone()));
        }
        let edition = named.edition.as_ref()?;
        let is_known = self.editions.contains(&(named.name.as_str(), edition.as_str()));
        (!is_known).then(|| Lacking::Edition(named.name.clone(), edition.clone()))
    }
}

/// A name that no catalogue has, and where it stands.
struct Unknown {
    lacking: Lacking,
    /// The first record that has it, and where.
    row: RowId,
    at: String,
    /// How many places there are, and whether they are of several records.
    places: usize,
    several: bool,
}

/// All that were found, in the order of their first places.
#[derive(Default)]
struct Missing {
    found: Vec<Unknown>,
    /// Which of them a name is.
    known: HashMap<Lacking, usize>,
}

impl Missing {
    fn add(&mut self, lacking: Lacking, row: RowId, at: String) {
        if let Some(found) = self.known.get(&lacking).and_then(|at| self.found.get_mut(*at)) {
            found.places += 1;
            found.several |= found.row != row;
        } else {
            self.known.insert(lacking.clone(), self.found.len());
            let at = if matches!(lacking, Lacking::Edition(..)) { "/edition".to_owned() } else { at };
            self.found.push(Unknown { lacking, row, at, places: 1, several: false });
        }
    }
}

fn finding(register: &Register, known: &Known<'_>, unknown: &Unknown) -> Finding {
    let Unknown { lacking, row, at, places, several } = unknown;
    let more = match places - 1 {
        0 => String::new(),
        1 => ", here and in one more place".to_owned(),
        more => format!(", here and in {more} more places"),
    };
    let (expected, name) = match lacking {
        Lacking::Standard(name) => ("a standard that is at hand (`isms catalog list` shows them)", name.clone()),
        Lacking::Edition(standard, edition) => ("an edition that is at hand", format!("{standard} {edition}")),
        Lacking::Requirement(name) => ("a requirement of a standard that is at hand, as catalogue:name", name.clone()),
    };
    let near = known.near(lacking);
    let short = shortened(&name);
    let hint = near.as_ref().map_or("correct the name".to_owned(), |near| format!("take `{near}` if that is meant"));
    let message = format!(
        "expected {expected}, found `{short}`{more}: nothing of it is known; {hint}, or give its catalogue with the question"
    );
    let finding = Finding::new(RULE.code, format!("{}{at}", register.records.rows.pointer(*row)), message)
        .of(register.id_of_row(*row).filter(|_| !several))
        .resting_on(RULE.claims)
        .fact(Fact::text("found", short))
        .fact(Fact::count("places", *places));
    near.into_iter().fold(finding, |finding, near| finding.fact(Fact::text("near", near)))
}
