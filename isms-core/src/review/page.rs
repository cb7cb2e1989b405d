//! The review as a page of text: at most 60 lines of 80 columns.

use super::data::{Fixable, HarmTally, KindCount, Missed, OnPath, Review, Slice, Worst};
use super::picture::HARMS;
use super::printable::printable;
use crate::model::Kind;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

const COLUMNS: usize = 80;

/// How many rows of a table, incidents, signals and codes of findings the page shows. Together with
/// the lines that each takes they make 60 at most; a test fills a page to see it.
const ROWS: usize = 4;
const MORE_ROWS: usize = 5;
const INCIDENTS: usize = 3;
const MORE_INCIDENTS: usize = 5;
const SIGNALS: usize = 2;
const CODES: usize = 5;

/// The review as a page of text: at most 60 lines of 80 columns, in English. `file` is the name
/// under which the register can be opened: the page names commands that show more.
///
/// ```
/// use isms_core::{Register, review_page};
/// let register = Register::open(br#"{"isms": "1", "title": "Valley office"}"#)?;
/// let page = review_page(&register.review(), "valley.json");
/// assert!(page.starts_with("INSIDE PAGE"));
/// assert!(page.contains("Valley office"));
/// # Ok::<(), isms_core::Refusal>(())
/// ```
#[must_use]
pub fn review_page(review: &Review, file: &str) -> String {
    let mut page = Page::default();
    let file = quoted(file);
    head(&mut page, review);
    happened(&mut page, review);
    worst(&mut page, review, &file);
    missed(&mut page, review, &file);
    measures(&mut page, review);
    fix(&mut page, review, &file);
    page.0
}

/// A page in the making: every line is printable and, but for commands, at most 80 columns wide.
#[derive(Default)]
struct Page(String);

impl Page {
    fn line(&mut self, text: impl AsRef<str>) {
        self.0.push_str(cut(&printable(text.as_ref()), COLUMNS).trim_end());
        self.0.push('\n');
    }

    /// Text over at most `most` lines, the later ones indented; what is cut off ends in an ellipsis.
    fn lines(&mut self, text: &str, indent: usize, most: usize) {
        let lines = wrapped(text, indent);
        for (at, line) in lines.iter().enumerate().take(most) {
            let is_cut = at + 1 == most && lines.len() > most;
            self.line(if is_cut { cut(&format!("{}…", line.trim_end()), COLUMNS) } else { line.clone() });
        }
    }

    /// A line that may be copied: it is whole, however wide.
    fn whole(&mut self, text: &str) {
        self.0.push_str(&printable(text));
        self.0.push('\n');
    }

    fn section(&mut self, title: &str) {
        self.line("");
        self.line(title);
    }
}

fn head(page: &mut Page, review: &Review) {
    page.line(&review.notice);
    page.line(if review.title.is_empty() { "Register without a title" } else { &review.title });
    let contents: Vec<String> = review.contents.iter().map(content).collect();
    let contents = if contents.is_empty() { "no records".to_owned() } else { contents.join(", ") };
    page.lines(&format!("In it: {contents}."), 2, 3);
    if let (Some(first), Some(last)) = (&review.first, &review.last) {
        page.line(format!("Observed from {first} to {last}."));
    }
}

/// `25 incidents (16 observed)`.
fn content(kind: &KindCount) -> String {
    let singular = Kind::of_plural(&kind.kind).filter(|_| kind.count == 1).map(Kind::singular);
    let name = singular.unwrap_or(&kind.kind).replace('_', " ");
    let observed = if kind.observed > 0 { format!(" ({} observed)", kind.observed) } else { String::new() };
    format!("{} {name}{observed}", kind.count)
}

fn happened(page: &mut Page, review: &Review) {
    let picture = &review.picture;
    if picture.incidents == 0 && picture.harms.is_empty() {
        return;
    }
    let undated = undated(review);
    page.section(&format!("WHAT HAPPENED  {}{undated}", counted(picture.incidents, "incident", "incidents")));
    let harms: Vec<String> = picture.harms.iter().map(tally).collect();
    let harms = if harms.is_empty() { "no losses recorded".to_owned() } else { harms.join(", ") };
    page.lines(&format!("  People at least (+ and ?: unknown; ×: losses): {harms}"), 2, 2);
    page.line(format!(
        "  {:<28}{:>10}{:>9}{:>9}{:>11}{:>10}",
        "by year", "incidents", "deaths", "injured", "kidnapped", "detained"
    ));
    let rows = if has_room(review) { MORE_ROWS } else { ROWS };
    let years: Vec<&Slice> = picture.by_year.iter().rev().collect();
    table(page, "year", &years, rows, "earlier");
    page.line("  by place");
    table(page, "place", &picture.by_place.iter().collect::<Vec<_>>(), rows, "others");
    page.line("  by means");
    table(page, "means", &picture.by_means.iter().collect::<Vec<_>>(), rows - 1, "others");
}

/// A register without signals and measures, such as an import, leaves room.
fn has_room(review: &Review) -> bool {
    review.missed.is_empty() && review.measures.is_empty()
}

/// What is assessed, not observed, is not counted as having happened; the page says so.
fn undated(review: &Review) -> String {
    let of = |name: &str| review.contents.iter().find(|kind| kind.kind == name);
    let undated = |name: &str| of(name).map_or(0, |kind| kind.count.saturating_sub(kind.observed));
    match (undated("incidents"), undated("losses")) {
        (0, 0) => String::new(),
        (incidents, losses) => {
            format!("; {incidents} more and {} have no date: not counted", counted(losses, "loss", "losses"))
        }
    }
}

/// The first rows, and one that adds up the rest.
fn table(page: &mut Page, by: &str, slices: &[&Slice], rows: usize, rest: &str) {
    for slice in slices.iter().take(rows) {
        let name = if slice.name.is_empty() { format!("{by} unknown") } else { slice.name.clone() };
        row(page, &format!("  {name}"), slice.incidents, &|harm| people(&[*slice], harm));
    }
    let others = slices.get(rows..).unwrap_or_default();
    if !others.is_empty() {
        let incidents = others.iter().map(|slice| slice.incidents).sum();
        row(page, &format!("  {} {rest}", others.len()), incidents, &|harm| people(others, harm));
    }
}

fn row(page: &mut Page, name: &str, incidents: u64, people: &dyn Fn(&str) -> String) {
    let [death, injury, kidnapping, detention] = HARMS.map(people);
    let name = padded(&printable(name), 28);
    page.line(format!("  {name}{incidents:>10}{death:>9}{injury:>9}{kidnapping:>11}{detention:>10}"));
}

/// People who met a harm: `3`; `3+` where some are not known; `?` where nothing is.
fn people(slices: &[&Slice], harm: &str) -> String {
    let tallies = || slices.iter().flat_map(|slice| &slice.harms).filter(|tally| tally.harm == harm);
    let people: u64 = tallies().map(|tally| tally.people).sum();
    match (people, tallies().any(|tally| tally.unknown > 0)) {
        (0, true) => "?".to_owned(),
        (people, true) => format!("{people}+"),
        (people, false) => people.to_string(),
    }
}

/// `death 3`, `injury 2+` where more are not known, `detention ?` where nothing is, `theft ×2` for goods.
fn tally(tally: &HarmTally) -> String {
    let harm = if tally.harm.is_empty() { "harm unknown" } else { &tally.harm };
    match (tally.people, tally.unknown, tally.losses) {
        (0, 0, losses) => format!("{harm} ×{losses}"),
        (0, _, _) => format!("{harm} ?"),
        (people, 0, _) => format!("{harm} {people}"),
        (people, _, _) => format!("{harm} {people}+"),
    }
}

fn worst(page: &mut Page, review: &Review, file: &str) {
    if review.worst.is_empty() {
        return;
    }
    page.section("THE WORST  deaths first");
    let most = if has_room(review) { MORE_INCIDENTS } else { INCIDENTS };
    for incident in review.worst.iter().take(most) {
        tell(page, incident);
    }
    let shown = review.worst.len().min(most);
    let more = review.worst_more + (review.worst.len() - shown) as u64;
    let others = if more > 0 { format!("{more} more; ") } else { String::new() };
    match review.worst.iter().find(|incident| !incident.threats.is_empty()) {
        Some(traced) => {
            command(page, &format!("{others}why it happened:"), &format!("isms trace {file} {}", quoted(&traced.id)));
        }
        None => page.line(format!("  {others}no causes are recorded for these, so none can be traced")),
    }
}

fn tell(page: &mut Page, incident: &Worst) {
    let harms: Vec<String> = incident.harms.iter().map(tally).collect();
    let harms = if harms.is_empty() { "no loss".to_owned() } else { harms.join(", ") };
    page.line(format!("  {}  {harms}: {}", incident.date, incident.title));
    let traced = format!(
        "{}, {}",
        counted(incident.risk_factors.len() as u64, "risk factor", "risk factors"),
        counted(incident.threats.len() as u64, "threat", "threats")
    );
    let line = match incident.broken.first() {
        None => format!("traces to {traced}"),
        Some(broken) if incident.threats.is_empty() => {
            let at = if broken.id == incident.id { "it" } else { &broken.id };
            format!("no cause recorded: {at} has no {}", broken.missing.replace('_', " "))
        }
        Some(broken) => format!("traces to {traced}; breaks at {}: no {}", broken.id, broken.missing.replace('_', " ")),
    };
    page.line(format!("    [{}] {line}", incident.id));
    if !incident.measures.is_empty() {
        let measures: Vec<String> = incident.measures.iter().map(on_path).collect();
        let working = incident.measures.iter().filter(|measure| measure.status == "in_place").count();
        let all = counted(incident.measures.len() as u64, "measure", "measures");
        page.line(format!("    {all} on its path, {working} in place: {}", measures.join(", ")));
    } else if !incident.threats.is_empty() {
        page.line("    no measure on its path");
    }
}

/// `1 incident`, `2 incidents`.
fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn on_path(measure: &OnPath) -> String {
    let status = if measure.status.is_empty() { "status unknown".to_owned() } else { measure.status.replace('_', " ") };
    format!("{} ({status})", measure.id)
}

fn missed(page: &mut Page, review: &Review, file: &str) {
    if review.missed.is_empty() {
        return;
    }
    let all = review.missed.len() as u64 + review.missed_more;
    page.section(&format!("SIGNALS NOT ACTED ON  {all}"));
    for signal in review.missed.iter().take(SIGNALS) {
        page.line(format!("  {}  {}", signal.heard, signal.title));
        page.line(format!("    [{}] {}", signal.id, reached(signal)));
    }
    if let Some(more) = all.checked_sub(SIGNALS as u64).filter(|more| *more > 0) {
        command(page, &format!("{more} more:"), &format!("isms review {file} --json"));
    }
}

fn reached(signal: &Missed) -> String {
    let reached = match signal.reached.as_str() {
        "heard" => "heard, not understood".to_owned(),
        other => format!("{}, not acted on", other.replace('_', " ")),
    };
    if signal.followed_by.is_empty() { reached } else { format!("{reached}; followed by {}", signal.followed_by) }
}

fn measures(page: &mut Page, review: &Review) {
    if review.measures.is_empty() {
        return;
    }
    let counts: Vec<String> = review
        .measures
        .iter()
        .map(|status| {
            format!(
                "{} {}",
                status.count,
                if status.status.is_empty() { "of unknown status".to_owned() } else { status.status.replace('_', " ") }
            )
        })
        .collect();
    page.line(format!("MEASURES  {}", counts.join(", ")));
}

fn fix(page: &mut Page, review: &Review, file: &str) {
    page.section("TO FIX IN THE RECORD");
    if review.fix.is_empty() {
        page.line("  nothing found");
        return;
    }
    // Few codes may say more.
    let lines = if review.fix.len() < 3 { 2 } else { 1 };
    for fixable in review.fix.iter().take(CODES) {
        finding(page, fixable, lines);
    }
    let more = review.fix.len().saturating_sub(CODES);
    let words = if more > 0 { format!("{more} more codes; all:") } else { "all:".to_owned() };
    command(page, &words, &format!("isms check {file}"));
    let code = review.fix.first().map_or("CODE", |fixable| &fixable.code);
    command(page, "what a code means:", &format!("isms explain {code}"));
}

fn finding(page: &mut Page, fixable: &Fixable, lines: usize) {
    let more = fixable.count.saturating_sub(fixable.subjects.len() as u64);
    let mut subjects = fixable.subjects.join(", ");
    if more > 0 && !subjects.is_empty() {
        subjects = format!("{subjects} and {more} more");
    }
    if subjects.is_empty() {
        subjects.clone_from(&fixable.message);
    }
    let line = format!("  {:<8}{:>5}  {}: {subjects}", fixable.severity.as_str(), fixable.count, fixable.code);
    page.lines(&line, 17, lines);
}

/// Words and a command; the command goes to a line of its own where both are too wide for one.
fn command(page: &mut Page, words: &str, command: &str) {
    if words.width() + command.width() + 3 <= COLUMNS {
        return page.line(format!("  {words} {command}"));
    }
    page.line(format!("  {words}"));
    page.whole(&format!("  {command}"));
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_./:@+".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Text cut to a width, with an ellipsis where it was cut.
fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut width = 0;
    let fits = |character: &char| {
        width += character.width().unwrap_or_default();
        width < columns
    };
    let mut out: String = text.chars().take_while(fits).collect();
    out.push('…');
    out
}

/// Text cut or filled up to a width.
fn padded(text: &str, columns: usize) -> String {
    let mut out = cut(text, columns - 1);
    out.push_str(&" ".repeat(columns.saturating_sub(out.width())));
    out
}

/// Lines of at most 80 columns; those after the first are indented.
fn wrapped(text: &str, indent: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in printable(text).split_inclusive(' ') {
        if line.width() + word.trim_end().width() > COLUMNS && line.trim() != "" {
            lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::super::data::{Picture, StatusCount};
    use super::*;
    use crate::finding::Severity;
    use crate::trace::Broken;

    const LONG: &str = "a title that goes on and on, as titles of reports do when nobody cuts them, \u{202e}and turns";

    fn harms() -> Vec<HarmTally> {
        let names = HARMS.iter().copied().chain([LONG, "theft", "damage", "psychological"]);
        names.map(|harm| HarmTally { harm: harm.into(), losses: 999_999, people: 999_999, unknown: 1 }).collect()
    }

    fn slices() -> Vec<Slice> {
        (0..30).map(|at| Slice { name: format!("{at} {LONG}"), incidents: 999_999, harms: harms() }).collect()
    }

    fn worst() -> Worst {
        let broken =
            Broken { id: LONG.into(), kind: "loss".into(), missing: "risk_factor".into(), link: None, why: None };
        let measure = OnPath { id: LONG.into(), status: "in_place".into() };
        Worst {
            id: LONG.into(),
            title: LONG.into(),
            date: "2026-03-14T06:30:00+03:00".into(),
            place: LONG.into(),
            harms: harms(),
            complete: false,
            threats: vec![LONG.into(); 9],
            risk_factors: vec![LONG.into(); 9],
            broken: vec![broken],
            measures: vec![measure; 9],
        }
    }

    /// A review of which every part is longer than the page shows.
    fn full() -> Review {
        let missed = Missed {
            id: LONG.into(),
            title: LONG.into(),
            heard: "2026-03-14".into(),
            reached: "passed_on".into(),
            followed_by: LONG.into(),
        };
        let fixable = |code: usize| Fixable {
            code: format!("code_{code}"),
            severity: Severity::Warning,
            count: 1_000_000,
            subjects: vec![LONG.into(); 5],
            message: LONG.into(),
        };
        let contents = Kind::ALL;
        Review {
            notice: LONG.into(),
            title: LONG.into(),
            contents: contents
                .iter()
                .map(|kind| KindCount { kind: kind.plural().into(), count: 9_999_999, observed: 1 })
                .collect(),
            first: Some("1997".into()),
            last: Some("2026".into()),
            picture: Picture {
                incidents: 1,
                harms: harms(),
                by_year: slices(),
                by_place: slices(),
                by_means: slices(),
            },
            worst: vec![worst(); 5],
            worst_more: 9,
            missed: vec![missed; 5],
            missed_more: 9,
            measures: (0..9).map(|at| StatusCount { status: format!("{at} {LONG}"), count: 9 }).collect(),
            fix: (0..20).map(fixable).collect(),
        }
    }

    #[test]
    fn a_full_page_has_at_most_60_lines_of_80_columns() {
        let imported = Review { missed: Vec::new(), measures: Vec::new(), ..full() };
        for review in [full(), imported] {
            let page = review_page(&review, &format!("{LONG}.json"));
            assert!(page.lines().count() > 50, "the test fills the page");
            assert!(page.lines().count() <= 60, "{} lines:\n{page}", page.lines().count());
            assert!(!page.contains('\u{202e}'));
            for line in page.lines().filter(|line| !line.trim_start().starts_with("isms ")) {
                assert!(line.width() <= 80, "{line}");
            }
        }
    }
}
