//! The meeting as pages of text: sections of at most seven lines of 80 columns.

use super::actions::Todo;
use super::commands::Commands;
use super::layout::{Page, command, counted, wrapped};
use super::meeting::{Meeting, Weak};
use super::page::{fix, head, measures, missed, worst};
use super::tables::happened_in_brief;
use crate::assess::{Coverage, Exposed, State};
use crate::finding::Finding;

/// The most lines of a section, its title not counted.
const MOST: usize = 7;

/// How many incidents, of three lines each.
const INCIDENTS: usize = 2;

/// How far the second line of an entry is indented.
const INDENT: usize = 6;

/// The meeting as text: at most 120 lines of 80 columns, in English, its sections of at most seven lines. `commands`: the page names
/// commands that show the rest; a text is the name of the file alone.
///
/// ```
/// use isms_core::{AssessOptions, Catalogs, Register, meeting_page};
/// let register = Register::open(br#"{"isms": "1", "title": "Valley office"}"#)?;
/// let options = AssessOptions::on("2026-03-31".parse()?);
/// let meeting = register.meeting(None, &options, &Catalogs::bundled())?;
/// assert!(meeting_page(&meeting, "valley.json").starts_with("INSIDE PAGE"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn meeting_page(meeting: &Meeting, commands: impl Into<Commands>) -> String {
    let mut page = Page::default();
    let commands = commands.into();
    // What a command shows must be of the day, the offices and the standards of the page.
    let (file, asked) = (commands.file(), commands.assessing(&meeting.as_of));
    head(&mut page, &meeting.review);
    changed(&mut page, meeting, &asked);
    happened_in_brief(&mut page, &meeting.review, &asked);
    worst(&mut page, &meeting.review, INCIDENTS, &file);
    triggers(&mut page, meeting, &asked);
    missed(&mut page, &meeting.review, &asked);
    lapsing(&mut page, meeting, &asked);
    weakest(&mut page, meeting, &asked);
    doubts(&mut page, meeting, &asked);
    not_covered(&mut page, &meeting.coverage, &asked);
    actions(&mut page, meeting, &asked);
    if !meeting.review.measures.is_empty() {
        page.line("");
    }
    measures(&mut page, &meeting.review);
    fix(&mut page, &meeting.review, &commands.checking(&meeting.as_of));
    page.0
}

/// Entries of a section, each of at most two lines, and where the rest is if there are more than fit.
fn section(page: &mut Page, title: &str, entries: &[String], more: u64, rest: &str) {
    let entries: Vec<&[String]> = entries.chunks(1).collect();
    grouped(page, title, &entries, more, rest);
}

/// The same, of entries that have several parts, each of at most two lines.
fn grouped(page: &mut Page, title: &str, entries: &[&[String]], more: u64, rest: &str) {
    if entries.is_empty() {
        return;
    }
    page.section(title);
    let height = |entry: &String| wrapped(&format!("  {entry}"), INDENT).len().min(2);
    let lines: Vec<usize> = entries.iter().map(|parts| parts.iter().map(height).sum()).collect();
    let all = lines.iter().sum::<usize>();
    // The last line says what is left.
    let mut room = if more > 0 || all > MOST { MOST - 1 } else { MOST };
    let mut shown = 0;
    for (parts, lines) in entries.iter().zip(&lines) {
        if *lines > room {
            break;
        }
        parts.iter().for_each(|part| page.lines(&format!("  {part}"), INDENT, 2));
        room -= lines;
        shown += 1;
    }
    let left = more + (entries.len() - shown) as u64;
    if left > 0 {
        command(page, &format!("{left} more:"), rest);
    }
}

fn changed(page: &mut Page, meeting: &Meeting, file: &str) {
    let changes = &meeting.changes;
    let mut lines = Vec::new();
    let counts = [
        ("happened", changes.kinds.iter().map(|kind| (&kind.kind, kind.happened)).collect::<Vec<_>>()),
        ("began", changes.kinds.iter().map(|kind| (&kind.kind, kind.began)).collect()),
        ("ended", changes.kinds.iter().map(|kind| (&kind.kind, kind.ended)).collect()),
    ];
    for (word, counts) in counts {
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        let told: Vec<String> = counts.map(|(kind, count)| format!("{} {count}", kind.replace('_', " "))).collect();
        if !told.is_empty() {
            lines.push(format!("{word}: {}", told.join(", ")));
        }
    }
    for change in changes.standings.iter().filter(|change| !change.in_words().is_empty()) {
        let place = change.place.as_deref().unwrap_or("headquarters");
        lines.push(format!("{} at {}, {place}: {}", change.name, change.agency, change.in_words()));
    }
    // What happened in the chain stands in the sections below.
    let chain = ["threat", "incident", "loss", "risk_factor", "verification"];
    let records = changes.records.iter().filter(|record| !chain.contains(&record.kind.as_str()));
    lines.extend(
        records.map(|record| {
            format!("{}  {} {}: {}", record.date, record.kind.replace('_', " "), record.what, record.title)
        }),
    );
    let title = format!("WHAT CHANGED  after {}, up to {}", changes.since, changes.as_of);
    let rest = format!("isms diff {file} --since {}", changes.since);
    if lines.is_empty() {
        lines.push("nothing that is dated".to_owned());
    }
    section(page, &title, &lines, changes.records_more, &rest);
}

fn triggers(page: &mut Page, meeting: &Meeting, file: &str) {
    let lines = meeting.triggers.iter().map(|reached| {
        let decider = reached.decider.as_deref().unwrap_or("nobody named");
        let went = if reached.activated { "set going since" } else { "not set going since" };
        format!("{}  {}: {}; {went}; decides: {decider}", reached.reached, reached.contingency, reached.observable)
    });
    let rest = format!("isms review {file} --json");
    section(page, "TRIGGERS REACHED", &lines.collect::<Vec<_>>(), meeting.triggers_more, &rest);
}

fn lapsing(page: &mut Page, meeting: &Meeting, file: &str) {
    let lines = meeting.lapsing.iter().map(|found| {
        let lapsed = if found.lapsed { "LAPSED" } else { "lapses" };
        let by = found.by.as_deref().unwrap_or("nobody named");
        format!("{lapsed} {}  {}: {}; taken by {by}", found.until, found.id, found.title)
    });
    let rest = format!("isms review {file} --json");
    section(page, "DECISIONS THAT LAPSE  within 30 days", &lines.collect::<Vec<_>>(), meeting.lapsing_more, &rest);
}

fn weakest(page: &mut Page, meeting: &Meeting, file: &str) {
    if meeting.standards == 0 {
        let words = "no standard that is adopted is at hand: nothing is asked for, so nothing is known".to_owned();
        return section(page, "WEAKEST", &[words], 0, "");
    }
    let Some(first) = meeting.weakest.first() else { return };
    let title = match first.state {
        State::Gap => "WEAKEST  musts that are known not to be met",
        _ => "WEAKEST  musts of which nothing is known",
    };
    let told = |weak: &Weak| {
        let gap = weak.gap.as_ref().map(|gap| format!("  {} {}: {}", gap.result, gap.requirement, gap.text));
        [format!("{}: {}", of(weak), counted(weak.musts, "must", "musts"))].into_iter().chain(gap).collect()
    };
    let entries: Vec<Vec<String>> = meeting.weakest.iter().map(told).collect();
    grouped(page, title, &entries.iter().map(Vec::as_slice).collect::<Vec<_>>(), 0, &format!("isms assess {file}"));
}

/// What undermines all that is said of gaps.
fn doubts(page: &mut Page, meeting: &Meeting, file: &str) {
    let line = |finding: &Finding| {
        let subject = finding.subject.as_deref().unwrap_or("the question");
        format!("{subject}{}: {}", finding.path, finding.message)
    };
    let lines: Vec<String> = meeting.findings.findings.iter().map(line).collect();
    let counts = &meeting.findings.counts;
    let more = (counts.error + counts.warning + counts.note).saturating_sub(lines.len() as u64);
    section(page, "WHAT STANDS IN THE WAY OF AN ANSWER", &lines, more, &format!("isms assess {file}"));
}

fn of(weak: &Weak) -> String {
    format!("{} at {}, {}", weak.name, weak.agency, weak.place.as_deref().unwrap_or("headquarters"))
}

/// A line for each category of people that is not covered by all.
fn not_covered(page: &mut Page, coverage: &Coverage, file: &str) {
    let of = |people: &Exposed, states: &[&str]| -> Vec<String> {
        let cells =
            coverage.cells.iter().filter(|cell| cell.agency == people.agency && cell.category == people.category);
        let found = cells.filter(|cell| states.contains(&cell.state.as_str()));
        found.map(|cell| cell.entitlement.replace('_', " ")).collect()
    };
    let mut lines = Vec::new();
    for people in &coverage.people {
        let (no, partly) = (of(people, &["no"]), of(people, &["partly"]));
        let unsaid = of(people, &["not_known", "empty"]);
        let parts = [("no", no), ("partly", partly), ("not known", unsaid)];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(_, found)| !found.is_empty())
            .map(|(word, found)| format!("{word} {}", found.join(", ")))
            .collect();
        if !parts.is_empty() {
            lines.push(format!("{}, {}: {}", people.agency, people.category.replace('_', " "), parts.join("; ")));
        }
    }
    section(page, "NOT COVERED", &lines, 0, &format!("isms review {file} --page cover"));
}

/// How many things to do are told on the page.
const FIRST: usize = 3;

fn actions(page: &mut Page, meeting: &Meeting, file: &str) {
    let lines: Vec<String> = meeting.actions.iter().take(FIRST).map(action).collect();
    let more = meeting.actions.len().saturating_sub(FIRST) as u64 + meeting.actions_more;
    section(page, "WHAT FIRST", &lines, more, &format!("isms review {file} --json"));
}

fn action(todo: &Todo) -> String {
    let owner = todo.owner.as_deref().unwrap_or("NOBODY NAMED");
    let due = todo.due.as_deref().map(|due| format!(" (due {due})")).unwrap_or_default();
    let what = match todo.what.as_str() {
        "act" => "do",
        "decide" => "decide on",
        "answer" => "answer",
        "evaluate" => "evaluate",
        _ => "meet",
    };
    format!("{owner}: {what} {}{due}", todo.title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Covered, Gap, Verdicts};
    use crate::compare::{ChangedRecord, Changes, KindChange, StandingChange};
    use crate::finding::{Code, Findings};
    use crate::review::{Lapsing, Reached, Review};
    use crate::value::Label;
    use unicode_width::UnicodeWidthStr as _;

    const LONG: &str =
        "a title that goes on and on, as titles do when nobody cuts them, \u{202e}and turns, and still goes on";

    fn long() -> String {
        LONG.to_owned()
    }

    fn changes() -> Changes {
        let kind = |at: usize| KindChange {
            kind: format!("kind_{at}"),
            happened: 9_999_999,
            began: 9_999_999,
            ended: 9_999_999,
        };
        let record = ChangedRecord {
            id: long(),
            kind: "measure".into(),
            title: long(),
            what: "began".into(),
            date: "2026-03-14".into(),
        };
        let standing = StandingChange {
            agency: long(),
            place: Some(long()),
            name: long(),
            was: State::Gap,
            now: State::Holds,
            must_was: Verdicts::default(),
            must_now: Verdicts::default(),
        };
        Changes {
            label: Label::new("red"),
            since: "2026-03-01".into(),
            as_of: "2026-03-31".into(),
            kinds: (0..30).map(kind).collect(),
            records: vec![record; 100],
            records_more: 9,
            standings: vec![standing; 3],
        }
    }

    fn doubted(long: String) -> Findings {
        Findings { findings: vec![Finding::new(Code::IdleRecord, long.clone(), long); 20], ..Findings::default() }
    }

    /// A meeting of which every part is longer than the page shows.
    fn full() -> Meeting {
        let cell = |category: &str, entitlement: String| Covered {
            agency: String::new(),
            category: category.into(),
            entitlement,
            state: "no".into(),
            records: Vec::new(),
        };
        let people = |category: &str| Exposed {
            agency: String::new(),
            category: category.into(),
            low: 0,
            high: None,
            nights: crate::assess::Bounds::default(),
            trips: crate::assess::Bounds::default(),
        };
        let categories: Vec<String> = (0..20).map(|at| format!("category_{at}")).collect();
        let gap = Gap {
            requirement: long(),
            text: long(),
            part: None,
            result: "unmet".into(),
            verification: None,
            date: None,
            overdue: false,
        };
        let weak = Weak { agency: long(), place: None, name: long(), state: State::Gap, musts: 9, gap: Some(gap) };
        let reached = Reached {
            contingency: long(),
            title: long(),
            observable: long(),
            reached: "2026".into(),
            decider: None,
            activated: false,
        };
        let lapsing =
            Lapsing { id: long(), title: long(), choice: None, until: "2026".into(), lapsed: true, by: Some(long()) };
        let todo = Todo { what: "act".into(), record: None, title: long(), owner: None, due: Some("2026".into()) };
        Meeting {
            label: Label::new("red"),
            as_of: "2026-03-31".into(),
            changes: changes(),
            triggers: vec![reached; 20],
            triggers_more: 9,
            lapsing: vec![lapsing; 20],
            lapsing_more: 9,
            standards: 1,
            weakest: vec![weak; 20],
            findings: doubted(long()),
            coverage: Coverage {
                people: categories.iter().map(|category| people(category)).collect(),
                entitlements: vec![long(); 9],
                cells: categories.iter().flat_map(|category| (0..9).map(|_| cell(category, long()))).collect(),
                empty: 1,
                uncovered: 1,
            },
            actions: vec![todo; 3],
            actions_more: 9,
            review: Review { notice: LONG.repeat(2), ..Review::default() },
        }
    }

    #[test]
    fn each_section_has_at_most_seven_lines_of_80_columns() {
        let page = meeting_page(&full(), &format!("{LONG}.json"));
        assert!(!page.contains('\u{202e}'));
        let mut sections = 0;
        for section in page.split("\n\n").filter(|section| !section.starts_with("WHAT HAPPENED")) {
            let mut lines: Vec<&str> = section.lines().collect();
            // A command may need a line of its own, which is whole, however wide.
            lines.retain(|line| !line.trim_start().starts_with("isms "));
            assert!(lines.iter().all(|line| line.width() <= 80), "{section}");
            if section.starts_with(|first: char| first.is_ascii_uppercase()) && sections > 0 {
                assert!(lines.len() <= 1 + MOST, "{} lines:\n{section}", lines.len());
            }
            sections += 1;
        }
        assert!(sections >= 8, "{sections} sections:\n{page}");
        for title in
            ["WHAT CHANGED", "TRIGGERS REACHED", "DECISIONS THAT LAPSE", "WEAKEST", "NOT COVERED", "WHAT FIRST"]
        {
            let section = page.split("\n\n").find(|section| section.starts_with(title)).unwrap();
            assert!(section.contains(" more:"), "{section}");
        }
    }
}
