//! What is done for people and by whom: coverage, preparedness, governance, duties.

use super::page::{TOLD, line, plain, plain_all, section, some};
use super::response::lacking;
use crate::console::Console;
use crate::failure::Failure;
use crate::text::{beside, counted};
use isms_core::{Area, Assessed, Coverage, Duties, Owed, Preparedness};

pub(super) fn tell(assessed: &Assessed, asked: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    if assessed.offices.is_empty() {
        return Ok(());
    }
    coverage(&assessed.coverage, asked, console)?;
    preparedness(&assessed.preparedness, console)?;
    governance(&assessed.governance, console)?;
    duties(&assessed.duties, console)
}

fn coverage(found: &Coverage, asked: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    section("COVERED  who by what", console)?;
    if found.people.is_empty() {
        return line("nobody is said to be there", console);
    }
    let words = format!(
        "{}: {} no or partly, {} empty",
        counted(found.cells.len() as u64, "cell"),
        found.uncovered,
        found.empty
    );
    line(&words, console)?;
    // Not wrapped: people copy it.
    console.line(&format!("  all: isms review {asked} --page cover"))
}

fn preparedness(found: &Preparedness, console: &mut Console<'_>) -> Result<(), Failure> {
    section("PREPARED", console)?;
    posts(found, console)?;
    trained(found, console)?;
    looked_back(found, console)
}

fn posts(found: &Preparedness, console: &mut Console<'_>) -> Result<(), Failure> {
    let posts = found.posts;
    if posts.posts == 0 {
        return line("no post is on record: nobody answers for anything", console);
    }
    let words = format!(
        "{}: {} held, {} ad interim, {} vacant, of {} nobody has said; {} without a deputy; {} below headquarters answer to nobody on record; {} held by national staff",
        counted(posts.posts, "post"),
        posts.held,
        posts.acting,
        posts.vacant,
        posts.not_known,
        posts.without_deputy,
        posts.without_superior,
        posts.national
    );
    line(&words, console)?;
    let nobody: Vec<&str> =
        found.answered.iter().filter(|part| part.posts.is_empty()).map(|part| part.name.as_str()).collect();
    if nobody.is_empty() { Ok(()) } else { line(&format!("nobody answers for: {}", some(&nobody, 0)), console) }
}

fn trained(found: &Preparedness, console: &mut Console<'_>) -> Result<(), Failure> {
    if !found.untrained.is_empty() {
        line("posts that lack training:", console)?;
        lacking(&found.untrained, found.untrained_more, console)?;
    }
    if !found.uncertified.is_empty() {
        let words = some(&found.uncertified, found.uncertified_more);
        line(&format!("trainings that no independent body certified: {words}"), console)?;
    }
    if !found.drills.is_empty() {
        let drilled = |last: &Option<String>| last.clone().unwrap_or_else(|| "never".to_owned());
        let drills: Vec<String> =
            found.drills.iter().map(|drill| format!("{} {}", drill.contingency, drilled(&drill.last))).collect();
        line(&format!("plans and when they were exercised last: {}", some(&drills, 0)), console)?;
    }
    if found.cores.is_empty() {
        return Ok(());
    }
    line("cores of agencies:", console)?;
    lacking(&found.cores, 0, console)
}

fn looked_back(found: &Preparedness, console: &mut Console<'_>) -> Result<(), Failure> {
    let overdue: Vec<String> = found
        .evaluations
        .iter()
        .filter(|part| part.overdue)
        .map(|part| format!("{} of {}", part.name, part.agency))
        .collect();
    let never = found.evaluations.iter().filter(|part| part.last.is_none()).count();
    let overdue = if overdue.is_empty() { String::new() } else { format!("; overdue: {}", some(&overdue, 0)) };
    let all = found.evaluations.len();
    line(&format!("of {all} sectors and core functions nobody ever looked back at {never}{overdue}"), console)
}

fn governance(areas: &[Area], console: &mut Console<'_>) -> Result<(), Failure> {
    if areas.is_empty() {
        return Ok(());
    }
    section("GOVERNANCE  of offices that adopted the UN standard", console)?;
    for area in areas.iter().take(TOLD) {
        let official = match (area.officials.as_slice(), area.held.as_deref()) {
            ([], _) => "no designated official".to_owned(),
            (officials, held) => {
                format!("designated official {} ({})", some(officials, 0), plain(held.unwrap_or("not_known")))
            }
        };
        let mut words = vec![official];
        if !area.teams.is_empty() {
            words.push(format!("team {}", some(&area.teams, 0)));
        }
        if !area.missing.is_empty() {
            words.push(format!("in no team: {}", some(&area.missing, 0)));
        }
        if !area.by_adviser.is_empty() {
            words.push(format!("decided by an adviser: {}", some(&area.by_adviser, 0)));
        }
        if !area.faults.is_empty() {
            words.push(format!("faults: {}", plain_all(&area.faults)));
        }
        let place = area.place.as_deref().unwrap_or("(no area)");
        console.line(&beside(&format!("  {place}"), &words.join("; "), 26))?;
    }
    let more = areas.len().saturating_sub(TOLD);
    if more > 0 { console.line(&format!("  and {more} more: --json lists them")) } else { Ok(()) }
}

fn duties(found: &Duties, console: &mut Console<'_>) -> Result<(), Failure> {
    section("DUTIES", console)?;
    let owed = owed(&found.towards).unwrap_or_else(|| "none is on record".to_owned());
    line(&format!("obligations, and whether they are met: {owed}"), console)?;
    if let Some(owed) = self::owed(&found.owed_by) {
        line(&format!("owed to the agencies: {owed}"), console)?;
    }
    let undecided: Vec<String> = found
        .undecided
        .iter()
        .map(|one| format!("{} ({}, {})", one.assessment, one.concluded, plain(&one.duty)))
        .collect();
    let lists = [
        ("concluded assessments without a decision", undecided.as_slice(), found.undecided_more),
        ("losses of people without care on record", &found.without_care, found.without_care_more),
        ("actions overdue", &found.overdue, found.overdue_more),
        ("claims that rest on no evaluation", &found.claims, found.claims_more),
    ];
    for (title, ids, more) in lists.into_iter().filter(|(_, ids, _)| !ids.is_empty()) {
        line(&format!("{title}: {}", some(ids, more)), console)?;
    }
    if found.incidents.is_empty() {
        return Ok(());
    }
    let incidents: Vec<String> = found
        .incidents
        .iter()
        .map(|incident| {
            let late = |word: &String| if word == "closing" { "not closed" } else { "reported late" };
            format!("{} ({})", incident.id, incident.lacks.iter().map(late).collect::<Vec<_>>().join(", "))
        })
        .collect();
    line(&format!("incidents not closed, or reported late: {}", some(&incidents, found.incidents_more)), console)
}

/// Obligations by sort; none is nothing.
fn owed(list: &[Owed]) -> Option<String> {
    let one = |owed: &Owed| {
        let counts = [(owed.yes, "yes"), (owed.partly, "partly"), (owed.no, "no"), (owed.not_known, "not known")];
        let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
        let counts: Vec<String> = counts.collect();
        (!counts.is_empty()).then(|| format!("{} {}", plain(&owed.party), counts.join(", ")))
    };
    let owed: Vec<String> = list.iter().filter_map(one).collect();
    (!owed.is_empty()).then(|| owed.join("; "))
}
