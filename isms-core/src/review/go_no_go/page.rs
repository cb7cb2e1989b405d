//! Go or no go, as a sheet of text.

use super::super::layout::{Page, wrapped};
use super::data::{Agreed, Counted, Decided, GoNoGo};
use crate::assess::{State, Undecided};
use crate::review::data::Fixable;
use crate::review::triggers::Reached;
use std::collections::BTreeMap;

/// The most lines of a list.
const MOST: usize = 7;

/// How many records are told of which one word speaks.
const NAMED: usize = 5;

/// The most lines of a text that binds or warns.
const TALLEST: usize = 12;

/// How many other decisions in force are told.
const OTHERS: usize = 3;

/// The sheet of a programme as text: lines of 80 columns, in English. What binds or warns is told whole: conditions, what ends the
/// decision, dissent, what speaks against it, thresholds; of other lists the first items. What is left out is said.
///
/// ```
/// use isms_core::{AssessOptions, Catalogs, Register, go_no_go_page};
/// let register = Register::open(br#"{"isms": "1", "programmes": [{"id": "water", "title": "Water"}]}"#)?;
/// let sheet = register.go_no_go("water", &AssessOptions::on("2026-03-31".parse()?), &Catalogs::bundled())?;
/// assert!(go_no_go_page(&sheet).contains("UNDECIDED"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn go_no_go_page(sheet: &GoNoGo) -> String {
    let mut page = Page::default();
    page.lines(&format!("INSIDE PAGE, {}: it shows gaps. Not for release.", sheet.label), 2, 2);
    page.section(&format!("GO / NO GO  {}  as of {}", sheet.programme, sheet.as_of));
    page.line(format!("  {}", sheet.title));
    let whose = [sheet.agency.as_deref(), sheet.place.as_deref()];
    page.line(format!("  {}", whose.into_iter().flatten().collect::<Vec<_>>().join(" at ")));
    need(&mut page, sheet);
    decided(&mut page, sheet);
    against(&mut page, sheet);
    standards(&mut page, sheet);
    not_covered(&mut page, sheet);
    let steps: Vec<String> = sheet.thresholds.iter().map(|step| format!("{}: {}", step.step, step.at)).collect();
    if !steps.is_empty() {
        page.section("THRESHOLDS OF THE STRATEGY");
        whole(&mut page, &steps);
    }
    let may = if sheet.may_decide.is_empty() {
        vec!["nobody is known to hold a post that decides".to_owned()]
    } else {
        sheet.may_decide.clone()
    };
    list(&mut page, "WHO MAY DECIDE", &may);
    agreements(&mut page, sheet);
    page.0
}

/// How many agreements are told.
const AGREEMENTS: usize = 7;

fn agreements(page: &mut Page, sheet: &GoNoGo) {
    let one = |agreed: &Agreed| {
        let kind = agreed.kind.as_deref().unwrap_or("agreement").replace('_', " ");
        let with: Vec<&str> = agreed.agencies.iter().chain(&agreed.parties).map(String::as_str).collect();
        let with = if with.is_empty() { "nobody".to_owned() } else { with.join(", ") };
        let until = agreed.until.as_deref().map(|until| format!(", until {until}")).unwrap_or_default();
        let on =
            if agreed.conditions.is_empty() { String::new() } else { format!("; {}", agreed.conditions.join("; ")) };
        format!("{kind} with {with}{until}{on} [{}]", agreed.id)
    };
    if !sheet.agreements.is_empty() {
        page.section("AGREEMENTS");
    }
    whole(page, &sheet.agreements.iter().take(AGREEMENTS).map(one).collect::<Vec<_>>());
    left(page, sheet.agreements.len(), AGREEMENTS);
}

fn list(page: &mut Page, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    page.section(title);
    for line in lines.iter().take(MOST) {
        page.lines(&format!("  {line}"), 4, 2);
    }
    left(page, lines.len(), MOST);
}

/// What is said of so many items that a page leaves out.
fn rest(count: usize) -> String {
    format!("  and {count} more: --json lists them")
}

fn many(count: Option<Counted>) -> String {
    match count {
        None => "not known".to_owned(),
        Some(count) if count.low == count.high => count.low.to_string(),
        Some(count) => format!("{} to {}", count.low, count.high),
    }
}

fn need(page: &mut Page, sheet: &GoNoGo) {
    page.section("THE NEED");
    let criticality = sheet.criticality.as_deref().unwrap_or("not said").replace('_', " ");
    page.line(format!(
        "  criticality: {criticality}; the programme is {}",
        sheet.state.as_deref().unwrap_or("in a state that nobody has said")
    ));
    page.line(format!("  people in need: {}; reached: {}", many(sheet.people_in_need), many(sheet.people_reached)));
    for impeded in sheet.impeded.iter().take(MOST) {
        let how = impeded.how.join(", ").replace('_', " ");
        let by = impeded.by.as_deref().unwrap_or("a party that nobody named");
        let state = impeded.state.as_deref().map(|state| format!("; {state}")).unwrap_or_default();
        let not_reached = many(impeded.not_reached);
        wrap(page, &format!("impeded by {by}: {how}{state}; not reached: {not_reached} [{}]", impeded.id));
    }
    left(page, sheet.impeded.len(), MOST);
}

fn decided(page: &mut Page, sheet: &GoNoGo) {
    let word = match sheet.decided.as_str() {
        "go" => "GO",
        "go_with_conditions" => "GO, WITH CONDITIONS",
        "no_go" => "NO GO",
        "lapsed" => "LAPSED: the decision holds no more",
        _ => "UNDECIDED",
    };
    page.section(&format!("DECIDED  {word}"));
    match &sheet.decision {
        Some(decision) => meant(page, decision),
        None => page.line("  no decision on this programme itself is recorded"),
    }
    for other in sheet.also_in_force.iter().take(OTHERS) {
        let (choice, date, until, by) = (of(&other.choice), day(other), of(&other.until), said(&other.by));
        wrap(page, &format!("also in force: {choice} on {date} by {by}, until {until} [{}]", other.id));
    }
    left(page, sheet.also_in_force.len(), OTHERS);
}

fn said(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or("not said")
}

fn day(decision: &Decided) -> &str {
    decision.date.as_deref().unwrap_or("a day that is not known")
}

fn of(text: &Option<String>) -> String {
    said(text).replace('_', " ")
}

fn meant(page: &mut Page, decision: &Decided) {
    let (choice, date, by) = (of(&decision.choice), day(decision), said(&decision.by));
    wrap(page, &format!("{choice} on {date} by {by} [{}]", decision.id));
    if !decision.title.is_empty() {
        wrap(page, &decision.title);
    }
    let rests_on = decision.assessment.as_deref().unwrap_or("no assessment");
    let (until, treatment) = (of(&decision.until), of(&decision.treatment));
    wrap(page, &format!("until {until}; what is done about the risk: {treatment}; rests on {rests_on}"));
    if let Some(level) = &decision.level {
        let reached = many(decision.people_reached);
        wrap(page, &format!("risk that remains: {}; people reached: {reached}", level.replace('_', " ")));
    }
    consent(page, decision);
    if !decision.advised_by.is_empty() {
        wrap(page, &format!("advised by {}", decision.advised_by.join(", ")));
    }
    let lines = |title: &str, texts: &[String]| texts.iter().map(|text| format!("{title}: {text}")).collect::<Vec<_>>();
    let mut all = lines("on condition", &decision.conditions);
    all.extend(lines("lapses when", &decision.lapses_when));
    all.extend(decision.dissent.iter().map(|dissent| format!("DISSENT: {dissent}")));
    whole(page, &all);
}

/// A statement over a few lines.
fn wrap(page: &mut Page, text: &str) {
    page.lines(&format!("  {text}"), 4, 3);
}

/// Texts that bind or warn: none is left out, and none is cut without a word.
fn whole(page: &mut Page, texts: &[String]) {
    for text in texts {
        let text = format!("  {text}");
        page.lines(&text, 4, TALLEST);
        if wrapped(&text, 4).len() > TALLEST {
            page.line("    (cut: --json has all of it)");
        }
    }
}

/// How many items of a list were left out, if any.
fn left(page: &mut Page, all: usize, told: usize) {
    if all > told {
        page.line(rest(all - told));
    }
}

fn consent(page: &mut Page, decision: &Decided) {
    page.line(format!("  told of the risk: {}; agreed: {}", many(decision.informed), many(decision.consented)));
}

fn against(page: &mut Page, sheet: &GoNoGo) {
    page.section("WHAT SPEAKS AGAINST IT");
    if sheet.against.is_empty() {
        page.lines("  nothing on record; that is not to say that there is no risk", 2, 2);
    }
    let lines: Vec<String> = sheet.against.iter().flat_map(|word| named(sheet, word)).collect();
    whole(page, &lines);
}

/// What a word says, in a line; where it speaks of records, in one for each of the first.
fn named(sheet: &GoNoGo, word: &str) -> Vec<String> {
    let lines: Vec<String> = match word {
        "record_in_error" => {
            let one = |fixable: &Fixable| {
                let ids = fixable.subjects.join(", ");
                format!("{} {} {ids}: {}", fixable.count, fixable.code, fixable.message)
            };
            [told(word).to_owned()].into_iter().chain(sheet.fix.iter().map(one)).collect()
        }
        "undecided_assessment" => {
            let one = |one: &Undecided| format!("{}: {} of {}", told(word), one.assessment, one.concluded);
            sheet.undecided.iter().map(one).collect()
        }
        "trigger_reached" => {
            let waiting = sheet.triggers.iter().filter(|reached| !reached.activated);
            let one = |Reached { reached, contingency, observable, decider, .. }: &Reached| {
                let decider = decider.as_deref().unwrap_or("nobody named");
                format!(
                    "trigger of {reached}, plan not set going since: {contingency}, {observable}; decides: {decider}"
                )
            };
            waiting.map(one).collect()
        }
        _ => vec![told(word).to_owned()],
    };
    let more = lines.len().saturating_sub(NAMED);
    lines.into_iter().take(NAMED).chain((more > 0).then(|| rest(more).trim_start().to_owned())).collect()
}

fn told(word: &str) -> &str {
    match word {
        "office_not_known" => "the programme names no agency, or no place",
        "no_standard" => "no standard is adopted there: nothing is asked for, so nothing is known",
        "standard_not_at_hand" => {
            "a standard, or a requirement, that the agency names is not at hand: what it asks for is not known"
        }
        "gap" => "a must is known not to be met",
        "not_known" => "of musts that apply nothing is known",
        "overdue" => "musts are not met though their time is over",
        "other_agency_gap" => "another agency in this place has a gap",
        "record_in_error" => "records behind this sheet have errors: what can't be read or followed is not on it",
        "decision_without_date" => "a decision has no date that can be read: nobody knows which came last",
        "no_assessment" => "the decision rests on no assessment",
        "stale_digest" => "the assessment was changed after the decision",
        "decisions_differ" => "another decision that is in force says otherwise",
        "dissent" => "someone does not agree",
        "nobody_decided" => "nobody is named who decided",
        "no_strategy" => "no strategy holds for it on this day",
        "above_acceptable_risk" => "the risk that remains is above what the strategy accepts",
        "risk_not_compared" => "the risk that remains can't be compared with what the strategy accepts",
        "lapses_soon" => "the decision lapses within 30 days",
        "adviser_decides" => "an adviser decided: advisers advise, and never accept",
        "undecided_assessment" => "a concluded assessment has no decision here yet",
        "not_all_agree" => "not all of those who were told of the risk agree",
        "nobody_informed" => "nobody has said that those who bear the risk were told of it",
        other => other,
    }
}

fn standards(page: &mut Page, sheet: &GoNoGo) {
    let Some(office) = &sheet.office else { return };
    let parts = office.standings.iter().filter(|standing| standing.by == "sector" || standing.by == "function");
    let states: Vec<String> = parts
        .map(|standing| {
            let state = match standing.state {
                State::Gap => "GAP",
                State::NotKnown => "not known",
                State::Holds => "holds",
            };
            format!("{} {state}", standing.name)
        })
        .collect();
    let mut lines = vec![states.join("; ")];
    lines.extend(office.gaps.iter().map(|gap| format!("{} {}: {}", gap.result, gap.requirement, gap.text)));
    list(page, "STANDARDS", &lines);
}

fn not_covered(page: &mut Page, sheet: &GoNoGo) {
    let mut by_category: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for cell in &sheet.not_covered {
        let state = match cell.state.as_str() {
            "no" => "NO",
            "partly" => "partly",
            _ => "?",
        };
        let entry = by_category.entry(&cell.category).or_default();
        entry.push(format!("{state} {}", cell.entitlement.replace('_', " ")));
    }
    let lines: Vec<String> = by_category
        .iter()
        .map(|(category, found)| format!("{}: {}", category.replace('_', " "), found.join(", ")))
        .collect();
    if !lines.is_empty() {
        page.section("NOT COVERED  (?: not known)");
    }
    whole(page, &lines);
}
