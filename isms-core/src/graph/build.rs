//! Building the graph: one pass over the links.

use super::arrows::Arrows;
use super::cycle;
use super::links::{Unfollowed, Why, Written, takes};
use crate::model::Stage;
use std::collections::{HashMap, HashSet};

/// The chain: causes and effects of every row, as far as its links can be followed.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    stages: Vec<Option<Stage>>,
    causes: Arrows,
    effects: Arrows,
    unfollowed: Vec<Unfollowed>,
    cycles: Vec<Vec<u32>>,
    threats_feed_threats: bool,
}

impl Graph {
    /// Builds the graph of rows of these stages. `links` come in the order of their effects.
    /// Linear in rows and links; links between threats are sorted.
    pub(crate) fn build(stages: Vec<Option<Stage>>, links: impl Iterator<Item = Written>) -> Self {
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut numbers: Vec<u32> = Vec::new();
        let mut unfollowed = Vec::new();
        let mut first_of_row = 0;
        let mut many = HashSet::new();
        for link in links {
            if pairs.last().is_none_or(|(effect, _)| *effect != link.effect) {
                first_of_row = pairs.len();
                if !many.is_empty() {
                    many = HashSet::new();
                }
            }
            let earlier = pairs.get(first_of_row..).unwrap_or_default();
            match follow(&stages, link, earlier, &mut many) {
                Ok(cause) => {
                    pairs.push((link.effect, cause));
                    numbers.push(u32::try_from(link.nth).unwrap_or(u32::MAX));
                }
                Err(why) => unfollowed.push(Unfollowed { effect: link.effect, nth: link.nth, why }),
            }
        }
        let between = between_threats(&stages, &pairs);
        let cycles = if between.is_empty() { Vec::new() } else { cycle::groups(&between) };
        cut(&cycles, &mut pairs, &numbers, &mut unfollowed);
        let causes = Arrows::from_sorted(stages.len(), &pairs);
        let effects = causes.reversed();
        Self { stages, causes, effects, unfollowed, cycles, threats_feed_threats: !between.is_empty() }
    }

    /// The causes of a row.
    #[inline]
    pub(crate) fn causes(&self, row: u32) -> &[u32] {
        self.causes.of(row)
    }

    /// The effects of a row.
    #[inline]
    pub(crate) fn effects(&self, row: u32) -> &[u32] {
        self.effects.of(row)
    }

    /// The stage of a row; `None`: it stands outside the chain.
    pub(crate) fn stage(&self, row: u32) -> Option<Stage> {
        self.stages.get(row as usize).copied().flatten()
    }

    /// The rows of a stage, in the order of the document.
    pub(crate) fn rows_of(&self, stage: Stage) -> impl Iterator<Item = u32> {
        (0..).zip(&self.stages).filter(move |(_, found)| **found == Some(stage)).map(|(row, _)| row)
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.stages.len()
    }

    /// The links that can't be followed, in the order of their effects.
    pub(crate) fn unfollowed(&self) -> &[Unfollowed] {
        &self.unfollowed
    }

    /// The links of a row that can't be followed.
    pub(crate) fn unfollowed_of(&self, row: u32) -> &[Unfollowed] {
        let start = self.unfollowed.partition_point(|link| link.effect < row);
        let rest = self.unfollowed.get(start..).unwrap_or_default();
        rest.get(..rest.partition_point(|link| link.effect == row)).unwrap_or_default()
    }

    /// Visits every row of the chain after all its causes: stage by stage, so that rows that lie together are visited
    /// together.
    pub(crate) fn forward(&self, mut visit: impl FnMut(u32, &[u32])) {
        let mut in_order = |stage| self.rows_of(stage).for_each(|row| visit(row, self.causes(row)));
        in_order(Stage::RiskFactor);
        if !self.threats_feed_threats {
            in_order(Stage::Threat);
        } else {
            self.threats_forward(&mut visit);
        }
        let mut in_order = |stage| self.rows_of(stage).for_each(|row| visit(row, self.causes(row)));
        in_order(Stage::Incident);
        in_order(Stage::Loss);
    }

    /// Visits every threat after the threats that feed it.
    fn threats_forward(&self, visit: &mut impl FnMut(u32, &[u32])) {
        // How many of the threats that feed it are still to come.
        let mut waiting: HashMap<u32, usize> = HashMap::new();
        let mut ready = Vec::new();
        for threat in self.rows_of(Stage::Threat) {
            match self.causes(threat).iter().filter(|cause| self.stage(**cause) == Some(Stage::Threat)).count() {
                0 => ready.push(threat),
                feeding => drop(waiting.insert(threat, feeding)),
            }
        }
        while let Some(threat) = ready.pop() {
            visit(threat, self.causes(threat));
            for effect in self.effects(threat) {
                if let Some(left) = waiting.get_mut(effect) {
                    *left -= 1;
                    if *left == 0 {
                        ready.push(*effect);
                    }
                }
            }
        }
    }

    /// Groups of threats that lead back to themselves.
    pub(crate) fn cycles(&self) -> &[Vec<u32>] {
        &self.cycles
    }
}

/// From how many links on those of a row are looked up, not compared: no row is to cost the square
/// of its links.
const MANY: usize = 32;

/// The row of the cause, or why the link can't be followed. `earlier`: the links of this row that
/// can be; `many`: their causes, once there are many.
fn follow(
    stages: &[Option<Stage>],
    link: Written,
    earlier: &[(u32, u32)],
    many: &mut HashSet<u32>,
) -> Result<u32, Why> {
    let cause = link.cause.ok_or(Why::Dangling)?;
    if cause == link.effect {
        return Err(Why::Itself);
    }
    let stage = |row: u32| stages.get(row as usize).copied().flatten();
    match (stage(link.effect), stage(cause)) {
        (Some(effect), Some(from)) if takes(effect, from) => (),
        _ => return Err(Why::WrongStage),
    }
    let again = if earlier.len() < MANY {
        earlier.iter().any(|(_, known)| *known == cause)
    } else {
        if many.is_empty() {
            many.extend(earlier.iter().map(|(_, known)| *known));
        }
        !many.insert(cause)
    };
    if again { Err(Why::Repeated) } else { Ok(cause) }
}

/// The links from threats to threats.
fn between_threats(stages: &[Option<Stage>], pairs: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let is_threat = |row: u32| stages.get(row as usize).copied().flatten() == Some(Stage::Threat);
    pairs.iter().copied().filter(|(effect, cause)| is_threat(*effect) && is_threat(*cause)).collect()
}

/// Takes the links within a cycle out of those that can be followed.
fn cut(cycles: &[Vec<u32>], pairs: &mut Vec<(u32, u32)>, numbers: &[u32], unfollowed: &mut Vec<Unfollowed>) {
    if cycles.is_empty() {
        return;
    }
    let mut group_of: Vec<(u32, usize)> = Vec::new();
    for (number, group) in cycles.iter().enumerate() {
        group_of.extend(group.iter().map(|row| (*row, number)));
    }
    group_of.sort_unstable();
    let group = |row: u32| {
        group_of.binary_search_by_key(&row, |(row, _)| *row).ok().and_then(|at| group_of.get(at)).map(|found| found.1)
    };
    let mut at = 0;
    pairs.retain(|(effect, cause)| {
        let number = numbers.get(at).copied().unwrap_or_default();
        at += 1;
        let inside = group(*effect).is_some() && group(*effect) == group(*cause);
        if inside {
            unfollowed.push(Unfollowed { effect: *effect, nth: number as usize, why: Why::Cycle });
        }
        !inside
    });
    unfollowed.sort_unstable_by_key(|link| (link.effect, link.nth));
}
