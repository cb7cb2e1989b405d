//! Counting verdicts, and what the counts say.

use super::answer::{Standing, State, Verdicts};
use super::standards::Asked;
use super::verdicts::Verdict;
use crate::catalog::Requirement;
use crate::value::sort_by_key;

/// Parts that are there though nothing is asked for in them: what nobody asks for is not known.
const OF_OFFICES: [(&str, &str); 10] = [
    ("sector", "analysis"),
    ("sector", "community"),
    ("sector", "protection"),
    ("sector", "mitigation"),
    ("field", "staff"),
    ("field", "premises"),
    ("field", "transport"),
    ("field", "communication"),
    ("approach", "system"),
    ("approach", "community"),
];

/// The same at headquarters.
const OF_HEADQUARTERS: [(&str, &str); 5] = [
    ("function", "policy"),
    ("function", "training"),
    ("function", "evaluation"),
    ("approach", "system"),
    ("approach", "community"),
];

/// The order of parts.
const ORDER: [&str; 6] = ["sector", "field", "function", "level", "approach", "standard"];

/// The standings of an office, or of many, in the making.
pub(super) struct Tally {
    standings: Vec<Standing>,
}

impl Tally {
    pub(super) fn of_office() -> Self {
        Self::with(&OF_OFFICES)
    }

    pub(super) fn of_headquarters() -> Self {
        Self::with(&OF_HEADQUARTERS)
    }

    fn with(names: &[(&str, &str)]) -> Self {
        let mut tally = Self { standings: Vec::new() };
        for (by, name) in names {
            tally.standing(by, name);
        }
        tally
    }

    fn standing(&mut self, by: &str, name: &str) -> &mut Standing {
        let at = self.standings.iter().position(|standing| standing.by == by && standing.name == name);
        let at = at.unwrap_or(self.standings.len());
        if at == self.standings.len() {
            let none = Verdicts::default();
            let (by, name) = (by.to_owned(), name.to_owned());
            self.standings.push(Standing { by, name, state: State::NotKnown, must: none, should: none });
        }
        #[expect(clippy::indexing_slicing, reason = "it was found there, or pushed there")]
        &mut self.standings[at]
    }

    /// Counts a requirement in all standings that it belongs to.
    pub(super) fn add(&mut self, asked: &Asked<'_>, standard: &str, is_must: bool, verdict: Verdict) {
        let requirement = asked.requirement;
        let approaches: &[&str] = match requirement.approach.as_deref() {
            Some("both") => &["system", "community"],
            Some("system") => &["system"],
            Some("community") => &["community"],
            _ => &[],
        };
        let unplaced = || requirement.function.is_none().then_some("unplaced");
        let level = requirement.level.as_deref().unwrap_or("local");
        let named = [
            ("sector", requirement.sector.as_deref().or_else(unplaced)),
            ("field", requirement.field.as_deref()),
            ("function", requirement.function.as_deref()),
            ("level", Some(level)),
            ("standard", Some(standard)),
        ];
        let named = named.into_iter().filter_map(|(by, name)| Some((by, name?)));
        for (by, name) in named.chain(approaches.iter().map(|name| ("approach", *name))) {
            let standing = self.standing(by, name);
            count(if is_must { &mut standing.must } else { &mut standing.should }, verdict, 1);
        }
    }

    /// Adds the counts of another one.
    pub(super) fn append(&mut self, standings: &[Standing]) {
        for other in standings {
            let standing = self.standing(&other.by, &other.name);
            standing.must = sum(standing.must, other.must);
            standing.should = sum(standing.should, other.should);
        }
    }

    /// The standings, in their order, each with its state.
    pub(super) fn finish(mut self) -> Vec<Standing> {
        for standing in &mut self.standings {
            standing.state = state(standing.must);
        }
        // Stable: otherwise they stay as they were met.
        sort_by_key(&mut self.standings, |standing| ORDER.iter().position(|by| *by == standing.by));
        self.standings
    }
}

/// The part of the system that a requirement belongs to.
pub(super) fn part(requirement: &Requirement) -> Option<&str> {
    requirement.sector.as_deref().or(requirement.function.as_deref())
}

/// The weakest state of the standings by sector and by core function, and the names of those that stand so; of none that
/// is below holding no name. Nothing at all: not known.
pub(super) fn weakest(standings: &[Standing], is_office: bool) -> (State, Vec<String>) {
    // What is asked for in an office are its sectors, at headquarters the core functions; others where there is a must.
    let own = if is_office { "sector" } else { "function" };
    let is_part = |standing: &&Standing| {
        let is_asked = standing.must != Verdicts::default();
        (standing.by == own && standing.name != "unplaced")
            || (is_asked && matches!(standing.by.as_str(), "sector" | "function"))
    };
    let parts = || standings.iter().filter(is_part);
    let state = parts().map(|standing| standing.state).min().unwrap_or_default();
    let named = parts().filter(|standing| standing.state == state && state < State::Holds);
    (state, named.map(|standing| standing.name.clone()).collect())
}

/// A gap where a must that applies is known not to be met; not known where of one nothing is known, or none is asked for.
fn state(must: Verdicts) -> State {
    let Verdicts { met, partly, unmet, waived, not_known, not_applicable: _ } = must;
    if partly + unmet + waived > 0 {
        State::Gap
    } else if not_known > 0 || met == 0 {
        State::NotKnown
    } else {
        State::Holds
    }
}

fn count(counts: &mut Verdicts, verdict: Verdict, number: u64) {
    *match verdict {
        Verdict::Met => &mut counts.met,
        Verdict::Partly => &mut counts.partly,
        Verdict::Unmet => &mut counts.unmet,
        Verdict::Waived => &mut counts.waived,
        Verdict::NotKnown => &mut counts.not_known,
        Verdict::NotApplicable => &mut counts.not_applicable,
    } += number;
}

fn sum(a: Verdicts, b: Verdicts) -> Verdicts {
    Verdicts {
        met: a.met + b.met,
        partly: a.partly + b.partly,
        unmet: a.unmet + b.unmet,
        waived: a.waived + b.waived,
        not_known: a.not_known + b.not_known,
        not_applicable: a.not_applicable + b.not_applicable,
    }
}
