//! The losses that a row counts: one for each harm and class of staff of which there is one.

use super::columns::{Column, HARMS, Harm};
use super::facts::Facts;
use crate::model::Loss;
use crate::value::{Causes, Count};

/// The losses of an incident. A zero is no loss; what is unknown is none that could be written.
pub(super) fn losses(incident: &str, facts: &Facts<'_>) -> impl Iterator<Item = Loss> {
    HARMS.iter().flat_map(move |harm| {
        let national = (harm.national, "national", "national_staff");
        let international = (harm.international, "international", "international_staff");
        [national, international].into_iter().filter_map(move |cell| loss(incident, facts, harm, cell))
    })
}

fn loss(incident: &str, facts: &Facts<'_>, harm: &Harm, (column, class, who): (Column, &str, &str)) -> Option<Loss> {
    let count = facts.counts.get(column).filter(|count| *count > 0)?;
    let title = facts.titled(&format!("{count} {class} staff {}", harm.word));
    let mut loss = Loss::new(format!("{incident}-{}-{class}", harm.word), title);
    loss.source = Some(super::SOURCE.to_owned());
    loss.harm = Some(harm.term.to_owned());
    loss.who = Some(who.to_owned());
    loss.count = Some(Count::exactly(count));
    loss.date = Some(facts.date.clone());
    loss.causes = Some(Causes::of([incident]));
    Some(loss)
}
