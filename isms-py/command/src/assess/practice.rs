//! What the sectors work with, and what it lacks.

use super::page::{TOLD, line, plain, section, some};
use super::response::lacking;
use crate::console::Console;
use crate::failure::Failure;
use crate::text::beside;
use isms_core::{AnsweredStage, Assessed, Lacking, OfficePractice, Practice};

pub(super) fn tell(assessed: &Assessed, console: &mut Console<'_>) -> Result<(), Failure> {
    if assessed.offices.is_empty() {
        return Ok(());
    }
    let found = &assessed.practice;
    section("PRACTICE  what the sectors work with", console)?;
    let stages: Vec<String> = found.stages.iter().map(stage).collect();
    line(&format!("answered: {}", stages.join("; ")), console)?;
    lists(found, console)?;
    offices(&found.offices, console)
}

fn stage(found: &AnsweredStage) -> String {
    format!("{} of {} {} by {}", found.answered, found.records, plain(&found.stage), found.sector)
}

fn lists(found: &Practice, console: &mut Console<'_>) -> Result<(), Failure> {
    let lists: [(&str, &[Lacking], u64); 5] = [
        ("assessments", &found.assessments, found.assessments_more),
        ("exchanges", &found.exchanges, found.exchanges_more),
        ("plans", &found.plans, found.plans_more),
        ("networks", &found.networks, 0),
        ("agencies", &found.agencies, 0),
    ];
    for (title, list, more) in lists.into_iter().filter(|(_, list, _)| !list.is_empty()) {
        line(&format!("{title} that lack something:"), console)?;
        lacking(list, more, console)?;
    }
    for pledge in &found.pledges {
        let words = format!("agreed on {}; not adopted by {}", pledge.standard, some(&pledge.missing, 0));
        console.line(&beside(&format!("  {}", pledge.id), &words, 26))?;
    }
    Ok(())
}

fn offices(offices: &[OfficePractice], console: &mut Console<'_>) -> Result<(), Failure> {
    for office in offices.iter().take(TOLD) {
        let last = |date: &Option<String>| date.clone().unwrap_or_else(|| "never".to_owned());
        let fields: Vec<String> = office
            .fields
            .iter()
            .map(|field| match field.measures {
                0 => format!("{} none", field.field),
                _ => format!("{} {} of {}", field.field, field.guided, field.measures),
            })
            .collect();
        let mut words = vec![
            format!("last exchange: capital {}, field {}", last(&office.capital), last(&office.field)),
            format!("measures by a guideline: {}", fields.join(", ")),
        ];
        if !office.unpreserved.is_empty() {
            words.push(format!("critical, in no plan: {}", some(&office.unpreserved, office.unpreserved_more)));
        }
        console.line(&beside(&format!("  {}@{}", office.agency, office.place), &words.join("; "), 26))?;
    }
    let more = offices.len().saturating_sub(TOLD);
    if more > 0 { console.line(&format!("  and {more} more: --json lists them")) } else { Ok(()) }
}
