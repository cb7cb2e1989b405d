//! `isms fix`: the mends that a check offers, made.

use crate::FINE;
use crate::check::Day;
use crate::console::Console;
use crate::failure::Failure;
use crate::findings::fix_words;
use crate::input::{Opened, STDIN, Source};
use crate::output::Draft;
use crate::text::{counted, inside_page, json as to_json, printable_path, quoted, wrapped};
use isms_core::{Counts, Date, Findings, Fix, Label, Refusal, Register, Watch};
use std::path::PathBuf;

/// Make the changes that `check` offers, and write the register elsewhere
#[derive(clap::Args)]
#[command(
    override_usage = "isms fix [OPTIONS] FILE -o OUT\n       isms fix [OPTIONS] --sample -o OUT",
    after_help = "\
Examples:
  isms fix valley.json -o mended.json
  isms fix valley.json -o valley.json --force     in its place
  isms fix valley.json -o mended.json --json

What `isms check` offers behind `fix:` is changed, and nothing else; each change
is told. Findings that only people can mend are left, and counted as `isms check`
counts them on that day (today, in UTC, unless --as-of says another). OUT is
written in the canonical form. It is left alone where it is there already,
unless --force is given. It appears whole or not at all, and on Unix only its
owner may read it.
--json prints {\"label\", \"output\", \"changes\", \"more\", \"left\"}."
)]
pub(crate) struct FixArgs {
    #[command(flatten)]
    source: Source,

    /// Where to write the mended register
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,

    #[command(flatten)]
    day: Day,

    /// Replace OUT where it is there already
    #[arg(long)]
    force: bool,
}

/// How often a register is checked at most: a check tells of a thousand findings of one code, and a mend may show
/// what it hid.
const ROUNDS: usize = 100;

/// A change, and the finding that it mends.
#[derive(serde::Serialize)]
struct Change {
    code: String,
    #[serde(flatten)]
    fix: Fix,
}

/// What `fix` answers.
#[derive(serde::Serialize)]
struct Mended<'a> {
    label: &'a Label,
    output: &'a str,
    changes: Vec<Change>,
    /// A check still offers fixes: there are too many for one run.
    more: bool,
    left: &'a Counts,
}

pub(crate) fn run(args: &FixArgs, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    if args.output.as_os_str() == STDIN {
        return Err(Failure::misuse("expected a file to write to, found -; the answer goes to standard output"));
    }
    let Opened { mut register, name } = args.source.open(console)?;
    // Before the work: a place that is taken is told at once.
    let mut draft = Draft::new(&args.output, args.force)?;
    let day = args.day.day(&args.source)?;
    let (changes, left) = console.watched("mending", |watch| mend(&mut register, &day, watch))?;
    draft.write(&console.watched("writing", |watch| register.save_watched(watch))?)?;
    draft.publish()?;
    let output = args.output.to_string_lossy();
    let more = !offered(&left).is_empty();
    let mended = Mended { label: &left.label, output: &output, changes, more, left: &left.counts };
    if json {
        console.json(&to_json(&mended)?)?;
    } else {
        tell(&mended, &name, console)?;
    }
    Ok(FINE)
}

/// Applies what a check offers until it offers nothing more; the changes, and what is left.
fn mend(register: &mut Register, day: &Date, watch: &mut dyn Watch) -> Result<(Vec<Change>, Findings), Refusal> {
    let mut changes: Vec<Change> = Vec::new();
    let mut findings = register.check_watched(Some(day), watch)?;
    for _ in 0..ROUNDS {
        let round = offered(&findings);
        let fixes: Vec<Fix> = round.iter().map(|change| change.fix.clone()).collect();
        if fixes.is_empty() {
            break;
        }
        register.apply_watched(&fixes, watch)?;
        changes.extend(round);
        findings = register.check_watched(Some(day), watch)?;
    }
    Ok((changes, findings))
}

fn offered(findings: &Findings) -> Vec<Change> {
    let of = |code: &str, fix: &Fix| Change { code: code.to_owned(), fix: fix.clone() };
    findings.findings.iter().flat_map(|finding| finding.fix.iter().map(|fix| of(&finding.code, fix))).collect()
}

fn tell(mended: &Mended<'_>, name: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line(&wrapped(&inside_page(mended.label), 0, 2))?;
    console.line("")?;
    if !mended.changes.is_empty() {
        console.line(&format!("CHANGED {}\n", mended.changes.len()))?;
    }
    for change in &mended.changes {
        console.line(&wrapped(&format!("{} {}", change.code, change.fix.id), 2, 4))?;
        console.line(&wrapped(&fix_words(&change.fix), 4, 6))?;
        console.line("")?;
    }
    let left = mended.left;
    let words = format!(
        "{}: {}, written to {}. Left: {}, {}, {}.",
        printable_path(name),
        counted(mended.changes.len() as u64, "change"),
        mended.output,
        counted(left.error, "error"),
        counted(left.warning, "warning"),
        counted(left.note, "note"),
    );
    console.line(&wrapped(&words, 0, 2))?;
    let file = quoted(mended.output);
    match (mended.more, left.error + left.warning + left.note) {
        (true, _) => console.line(&format!("There is more to change: isms fix {file} -o {file} --force")),
        (false, 0) => Ok(()),
        (false, _) => console.line(&format!("What is left: isms check {file}")),
    }
}
