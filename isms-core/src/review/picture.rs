//! What happened, counted.

use super::data::{HarmTally, Picture, Slice};
use super::seen::Seen;
use crate::model::{Incident, Kind, Loss, Place, Relation};
use crate::register::Register;
use crate::value::{Meter, sort_by, sort_by_key};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Harms in the order of a page: deaths first. Others follow, by name.
pub(super) const HARMS: [&str; 4] = ["death", "injury", "kidnapping", "detention"];

/// Where a harm stands on a page.
pub(super) fn rank(harm: &str) -> (usize, &str) {
    (HARMS.iter().position(|known| *known == harm).unwrap_or(HARMS.len()), harm)
}

/// Harms counted, in the order of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Harms {
    tallies: BTreeMap<String, HarmTally>,
    /// Losses that have no date, and are in no tally.
    undated: u64,
}

impl Harms {
    pub(super) fn add(&mut self, loss: &Loss) {
        let tally = self.tally(loss.harm.as_deref().unwrap_or_default());
        tally.losses += 1;
        match loss.count {
            // A record may claim any number of people.
            Some(count) => tally.people = tally.people.saturating_add(count.low),
            None if loss.amount.is_none() => tally.unknown += 1,
            None => (),
        }
    }

    /// It is not said whether, or how many, this harm befell.
    fn unsaid(&mut self, harm: &str) {
        self.tally(harm).unknown += 1;
    }

    /// The tally of a harm. The harms of the page's columns are known in any case of letters, so that
    /// a `Death` is not missing among the deaths.
    fn tally(&mut self, harm: &str) -> &mut HarmTally {
        let known = HARMS.iter().find(|known| known.eq_ignore_ascii_case(harm.trim()));
        let harm = known.map_or(harm, |known| *known).to_owned();
        self.tallies.entry(harm.clone()).or_insert(HarmTally { harm, losses: 0, people: 0, unknown: 0 })
    }

    fn merge(&mut self, other: &Self) {
        for (harm, more) in &other.tallies {
            let tally = self.tally(harm);
            tally.losses += more.losses;
            tally.people = tally.people.saturating_add(more.people);
            tally.unknown += more.unknown;
        }
    }

    /// In the order of a page.
    pub(super) fn list(&self) -> Vec<HarmTally> {
        let mut list: Vec<HarmTally> = self.tallies.values().cloned().collect();
        sort_by(&mut list, |a, b| rank(&a.harm).cmp(&rank(&b.harm)));
        list
    }

    /// Losses that have no date.
    pub(super) fn undated(&self) -> u64 {
        self.undated
    }

    /// People who met one of the first harms, in their order; then all losses; then those without a date.
    pub(super) fn weight(&self) -> Vec<u64> {
        let of = |harm: &&str| self.tallies.get(*harm).map_or(0, |tally| tally.people.max(tally.losses));
        let mut weight: Vec<u64> = HARMS.iter().map(of).collect();
        weight.push(self.tallies.values().map(|tally| tally.losses).sum());
        weight.push(self.undated);
        weight
    }
}

/// The harms that each incident brought which happened, by its row.
pub(super) fn harms_of_incidents(seen: Seen<'_>, meter: &Meter<'_>) -> (HashMap<u32, Harms>, Harms) {
    let register = seen.register;
    let mut by_incident: HashMap<u32, Harms> = HashMap::new();
    let mut all = Harms::default();
    let is_observed = |row: u32| register.records.begin_of(row).is_some_and(|begin| begin.observed);
    for row in meter.over(register.rows_of(Kind::Loss)) {
        // A loss of several incidents is told with the first, so that nobody is counted twice.
        let incident = register.graph().causes(row).first();
        if !is_observed(row) {
            // Whether it happened is not said, so nobody may read that nothing did.
            if let Some(incident) = incident.filter(|incident| seen.happened(**incident)) {
                let harm = register.typed::<Loss>(row).and_then(|loss| loss.harm).unwrap_or_default();
                let harms = by_incident.entry(*incident).or_default();
                harms.undated += 1;
                harms.unsaid(&harm);
                all.unsaid(&harm);
            }
            continue;
        }
        let Some(loss) = register.typed::<Loss>(row).filter(|_| seen.happened(row)) else { continue };
        all.add(&loss);
        if let Some(incident) = incident {
            by_incident.entry(*incident).or_default().add(&loss);
        }
    }
    for (row, _) in meter.over(seen.observed()).filter(|(_, kind)| *kind == Kind::Incident) {
        for harm in register.typed::<Incident>(row).map(|incident| incident.harms_unknown).unwrap_or_default() {
            all.unsaid(&harm);
            by_incident.entry(row).or_default().unsaid(&harm);
        }
    }
    (by_incident, all)
}

/// The picture. Linear.
pub(super) fn picture(seen: Seen<'_>, harms: &HashMap<u32, Harms>, all: &Harms, meter: &Meter<'_>) -> Picture {
    let register = seen.register;
    let mut years = Slices::default();
    let mut means = Slices::default();
    let mut places: Vec<(Vec<String>, Harms)> = Vec::new();
    let mut incidents = 0;
    for (row, _) in meter.over(seen.observed()).filter(|(_, kind)| *kind == Kind::Incident) {
        let Some(incident) = register.typed::<Incident>(row) else { continue };
        let found = harms.get(&row).cloned().unwrap_or_default();
        incidents += 1;
        years.add(incident.date.as_ref().map(|date| date.year().to_string()).unwrap_or_default(), &found);
        means.add(incident.means.unwrap_or_default(), &found);
        places.push((way_to(register, row), found));
    }
    Picture {
        incidents,
        harms: all.list(),
        by_year: years.by_name(),
        by_place: by_place(&places),
        by_means: means.by_size(),
    }
}

#[derive(Default)]
struct Slices(BTreeMap<String, (u64, Harms)>);

impl Slices {
    fn add(&mut self, name: String, harms: &Harms) {
        let (incidents, found) = self.0.entry(name).or_default();
        *incidents += 1;
        found.merge(harms);
    }

    fn by_name(self) -> Vec<Slice> {
        let slice = |(name, (incidents, harms)): (String, (u64, Harms))| Slice { name, incidents, harms: harms.list() };
        self.0.into_iter().map(slice).collect()
    }

    fn by_size(self) -> Vec<Slice> {
        let mut slices = self.by_name();
        sort_by_key(&mut slices, |slice| Reverse(slice.incidents));
        slices
    }
}

/// The titles of the places in which a record lies, the coarsest first.
fn way_to(register: &Register, row: u32) -> Vec<String> {
    // Deeper than any real tree; a cycle among places ends here.
    const DEEPEST: usize = 32;
    let mut way = Vec::new();
    let mut place = register.first_referred(row, Relation::AtPlace);
    while let (Some(at), true) = (place, way.len() < DEEPEST) {
        way.push(register.typed::<Place>(at).map(|place| place.title).unwrap_or_default());
        place = register.first_referred(at, Relation::Within);
    }
    way.reverse();
    way
}

/// By the coarsest places that tell the incidents apart.
fn by_place(places: &[(Vec<String>, Harms)]) -> Vec<Slice> {
    let name = |way: &Vec<String>, depth: usize| way.get(depth).or(way.last()).cloned().unwrap_or_default();
    let deepest = places.iter().map(|(way, _)| way.len()).max().unwrap_or_default();
    let first = places.first().map(|(way, _)| way);
    let tells =
        |depth: &usize| places.iter().any(|(way, _)| Some(name(way, *depth)) != first.map(|way| name(way, *depth)));
    let depth = (0..deepest).find(tells).unwrap_or_default();
    let mut slices = Slices::default();
    for (way, harms) in places {
        slices.add(name(way, depth), harms);
    }
    slices.by_size()
}
