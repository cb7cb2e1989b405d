//! Which standards hold where, and what agencies changed in them.

use super::findings::Doubts;
use super::offices::{Unit, unit};
use super::options::AssessOptions;
use super::places::outward;
use crate::catalog::{Catalog, Catalogs, Requirement};
use crate::document::RowId;
use crate::json::shortened;
use crate::model::{Adoption, Kind};
use crate::register::Register;
use crate::value::{Date, Meter, holds};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A requirement of a standard that is assessed.
pub(super) struct Asked<'c> {
    /// `catalogue:name`.
    pub(super) name: String,
    pub(super) requirement: &'c Requirement,
    /// Which of the standards it is of.
    pub(super) standard: usize,
}

impl Asked<'_> {
    /// It is met in the office itself.
    pub(super) fn is_local(&self) -> bool {
        !matches!(self.requirement.level.as_deref(), Some("headquarters" | "regional"))
    }

    /// It is met in a region, for all offices within.
    pub(super) fn is_regional(&self) -> bool {
        self.requirement.level.as_deref() == Some("regional")
    }

    /// It is met at headquarters, once for the agency.
    pub(super) fn is_central(&self) -> bool {
        self.requirement.level.as_deref() == Some("headquarters")
    }
}

/// The standards that are assessed, each requirement once.
#[derive(Default)]
pub(super) struct Standards<'c> {
    pub(super) list: Vec<&'c Catalog>,
    /// The requirements, in the order of the standards.
    pub(super) asked: Vec<Asked<'c>>,
    /// Their places in `asked`, one for each edition that is adopted.
    by_name: HashMap<String, Vec<usize>>,
    pub(super) adoptions: Vec<Adopted>,
    /// Their places in the list, by agency and place.
    by_unit: HashMap<Unit, Vec<usize>>,
    /// The same by agency.
    by_agency: HashMap<RowId, Vec<usize>>,
    /// Which agency adopted which of the standards.
    adopted_by: HashSet<(RowId, usize)>,
}

/// An adoption that holds on the day.
pub(super) struct Adopted {
    pub(super) row: RowId,
    pub(super) unit: Unit,
    /// Which of the standards.
    pub(super) standard: usize,
    since: Option<Date>,
    /// What is changed: the place of a requirement, and the change.
    tailored: Vec<(usize, Change)>,
}

/// What an agency changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    LeftOut,
    Must,
    Should,
}

/// What holds for one requirement at one office.
#[derive(Clone, Debug)]
pub(super) struct Duty {
    /// Its place in `asked`.
    pub(super) at: usize,
    pub(super) is_must: bool,
    pub(super) left_out: bool,
    /// Since when it holds, by the earliest of several adoptions; none: that is not known.
    pub(super) since: Option<Date>,
}

impl<'c> Standards<'c> {
    /// Those that are adopted on the day, of those that were asked for. Linear in the adoptions and their standards.
    pub(super) fn read(
        register: &Register,
        options: &AssessOptions,
        catalogs: &'c Catalogs,
        doubts: &mut Doubts<'_>,
        meter: &Meter<'_>,
    ) -> Self {
        let mut found = Self::default();
        for row in meter.over(register.rows_of(Kind::Adoption)) {
            let Some(adoption) = register.whole::<Adoption>(row) else { continue };
            if holds(adoption.since.as_ref(), adoption.until.as_ref(), &options.as_of) {
                found.adopt(register, options, catalogs, row, adoption, doubts);
            }
        }
        options.standards.iter().for_each(|name| doubts.not_adopted(name, &options.as_of));
        found
    }

    fn adopt(
        &mut self,
        register: &Register,
        options: &AssessOptions,
        catalogs: &'c Catalogs,
        row: RowId,
        adoption: Adoption,
        doubts: &mut Doubts<'_>,
    ) {
        let Some(name) = adoption.standard.as_deref() else { return doubts.lacks(row, "standard") };
        if !options.standards.is_empty() && !options.standards.iter().any(|asked| asked == name) {
            return;
        }
        let Some(unit) = unit(register, row) else { return doubts.lacks(row, "agency") };
        doubts.adopts(unit.agency, name);
        if let Some(place) = adoption.place.filter(|_| unit.place.is_none()) {
            // Were it taken as missing, the standard would hold everywhere.
            return doubts.idle(row, "place", || {
                format!(
                    "expected the id of a place, found `{}`, which is none; the adoption holds nowhere",
                    shortened(&place)
                )
            });
        }
        let Some(catalog) = catalogs.find(name, adoption.edition.as_deref()) else {
            return doubts.no_standard(row, name, adoption.edition.as_deref(), catalogs);
        };
        let standard = self.standard(catalog);
        let tailored = adoption.tailoring.iter().enumerate().filter_map(|(nth, tailoring)| {
            let at = self.named(&tailoring.requirement).find(|(_, asked)| asked.standard == standard);
            let at = at.map(|(at, _)| at);
            let has_reason = tailoring.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
            let change = change(&tailoring.change);
            match (at, change) {
                (Some(at), Some(change)) if has_reason => Some((at, change)),
                _ => {
                    doubts.tailoring(row, nth, tailoring, at.is_some(), change.is_some());
                    None
                }
            }
        });
        let tailored = tailored.collect();
        self.by_unit.entry(unit).or_default().push(self.adoptions.len());
        self.by_agency.entry(unit.agency).or_default().push(self.adoptions.len());
        self.adopted_by.insert((unit.agency, standard));
        self.adoptions.push(Adopted { row, unit, standard, since: adoption.since, tailored });
    }

    /// The place of a standard, which is added if it is new.
    fn standard(&mut self, catalog: &'c Catalog) -> usize {
        if let Some(at) = self.list.iter().position(|known| std::ptr::eq(*known, catalog)) {
            return at;
        }
        let standard = self.list.len();
        self.list.push(catalog);
        for requirement in catalog.requirements() {
            // One without an id is asked for, and nobody can answer it.
            let Some(id) = &requirement.id else {
                self.asked.push(Asked { name: format!("{}:", catalog.id()), requirement, standard });
                continue;
            };
            let name = format!("{}:{id}", catalog.id());
            let known = self.by_name.entry(name.clone()).or_default();
            // Of equal names of one edition the first is meant; nobody can answer the others.
            if !known.iter().any(|at| self.asked.get(*at).is_some_and(|asked| asked.standard == standard)) {
                known.push(self.asked.len());
            }
            self.asked.push(Asked { name, requirement, standard });
        }
        standard
    }

    /// The requirements of that name, one of each edition, with their places in `asked`.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = (usize, &Asked<'c>)> {
        let places = self.by_name.get(name).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|at| Some((*at, self.asked.get(*at)?)))
    }

    /// The requirements of that name for which an office answers: of the editions that hold there, else of those that its
    /// agency adopted elsewhere, else of all.
    pub(super) fn named_for(&self, register: &Register, name: &str, unit: Option<Unit>) -> Vec<(usize, &Asked<'c>)> {
        let mut found: Vec<_> = self.named(name).collect();
        let Some(unit) = unit.filter(|_| found.len() > 1) else { return found };
        let adopted = self.adopted(register, unit);
        let is_own = |asked: &Asked<'_>| self.adopted_by.contains(&(unit.agency, asked.standard));
        let holds = |asked: &Asked<'_>| {
            if asked.is_central() { is_own(asked) } else { adopted.iter().any(|it| it.standard == asked.standard) }
        };
        if found.iter().any(|(_, asked)| holds(asked)) {
            found.retain(|(_, asked)| holds(asked));
        } else if found.iter().any(|(_, asked)| is_own(asked)) {
            found.retain(|(_, asked)| is_own(asked));
        }
        found
    }

    /// Whether a requirement of that name would be of one of the standards that are assessed.
    pub(super) fn is_of_these(&self, name: &str) -> bool {
        let of = name.split_once(':').map_or(name, |(standard, _)| standard);
        self.list.iter().any(|catalog| catalog.id() == of) || !name.contains(':')
    }

    /// The adoptions that hold for a unit: of its agency, and for all places or one in which its place lies. For a
    /// headquarters all of its agency.
    pub(super) fn adopted(&self, register: &Register, unit: Unit) -> Vec<&Adopted> {
        let mut found: Vec<usize> = match unit.place {
            None => self.by_agency.get(&unit.agency).cloned().unwrap_or_default(),
            Some(place) => {
                let places = outward(register, place).into_iter().map(Some).chain([None]);
                places.filter_map(|place| self.by_unit.get(&Unit { place, ..unit })).flatten().copied().collect()
            }
        };
        found.sort_unstable();
        found.into_iter().filter_map(|at| self.adoptions.get(at)).collect()
    }

    /// What holds for a unit, in the order of the requirements. Of several adoptions of one standard each may leave out,
    /// or change, what it says.
    pub(super) fn duties(&self, unit: Unit, adopted: &[&Adopted]) -> Vec<Duty> {
        let mut duties: BTreeMap<usize, Duty> = BTreeMap::new();
        for adoption in adopted {
            let central = unit.place.is_none();
            let own = self.asked.iter().enumerate().filter(|(_, asked)| asked.standard == adoption.standard);
            for (at, asked) in own.filter(|(_, asked)| asked.is_central() == central) {
                let is_must = asked.requirement.force.as_deref() != Some("should");
                let duty = duties.entry(at).or_insert_with(|| Duty { at, is_must, left_out: false, since: None });
                let begins = |since: &Option<Date>| since.as_ref().map_or(i64::MAX, |since| since.span().last);
                if begins(&adoption.since) < begins(&duty.since) {
                    duty.since.clone_from(&adoption.since);
                }
                for (_, change) in adoption.tailored.iter().filter(|(changed, _)| *changed == at) {
                    match change {
                        Change::LeftOut => duty.left_out = true,
                        Change::Must => duty.is_must = true,
                        Change::Should => duty.is_must = false,
                    }
                }
            }
        }
        duties.into_values().collect()
    }
}

fn change(word: &str) -> Option<Change> {
    match word {
        "left_out" => Some(Change::LeftOut),
        "must" => Some(Change::Must),
        "should" => Some(Change::Should),
        _ => None,
    }
}
