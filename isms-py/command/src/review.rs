//! `isms review`: pages for a meeting.

use crate::FINE;
use crate::assess::Asked;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::{Opened, Source};
use crate::text::json as to_json;
use isms_core::{Date, DateFault, cover_page, go_no_go_page, meeting_page, review_page};

/// Print pages that a security adviser can take to a meeting
#[derive(clap::Args)]
#[command(
    override_usage = "isms review [OPTIONS] FILE\n       isms review [OPTIONS] --sample",
    after_help = "\
Examples:
  isms review valley.json
  isms review valley.json --as-of 2026-06-30 --since 2026-06-01
  isms review valley.json --page cover
  isms review valley.json --page go-no-go --programme clinic
  isms review --sample          the bundled sample of a fictional country

Pages:
  meeting   what changed, what happened and why, triggers reached, signals not
            acted on, decisions that lapse, where it is weakest, who is not
            covered, what first, what to fix in the record
  cover     who is covered by what
  go-no-go  a programme: need, decision, what speaks against it, who may decide
  register  what is in the register and what to fix, without a day
All are inside pages: they show gaps and barriers. --json prints the data; of
the page cover the whole assessment, with its label."
)]
pub(crate) struct Review {
    #[command(flatten)]
    source: Source,

    /// Which page
    #[arg(long, value_enum, default_value = "meeting")]
    page: Page,

    /// The programme of the page go-no-go
    #[arg(long, value_name = "ID")]
    programme: Option<String>,

    /// After which day changes are told; 30 days before the day of the question unless it is given
    #[arg(long, value_name = "DATE", value_parser = since)]
    since: Option<Date>,

    #[command(flatten)]
    asked: Asked,
}

#[derive(Clone, Copy, clap::ValueEnum, PartialEq, Eq)]
enum Page {
    Meeting,
    Cover,
    GoNoGo,
    Register,
}

fn since(word: &str) -> Result<Date, String> {
    word.parse().map_err(|fault: DateFault| format!("{fault} behind --since"))
}

pub(crate) fn run(args: &Review, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    if let Some(words) = misused(args) {
        return Err(Failure::misuse(words).used("isms review --help".to_owned()));
    }
    let opened = args.source.open(console)?;
    let (text, data) = match args.page {
        Page::Meeting => meeting(args, &opened, console)?,
        Page::Cover => cover(args, &opened, console)?,
        Page::GoNoGo => go_no_go(args, &opened, console)?,
        Page::Register => {
            let review = console.watched("reading", |watch| opened.register.review_watched(watch))?;
            (review_page(&review, &opened.name), to_json(&review)?)
        }
    };
    if json {
        console.json(&data)?;
        return Ok(FINE);
    }
    // Every line of a page went through `printable` in the core.
    console.line(&text)?;
    if args.source.sample && args.page == Page::Meeting {
        console.line(SAMPLE_NOTE)?;
    }
    Ok(FINE)
}

/// What is asked for beside a page that does not heed it: nothing is left out silently.
fn misused(args: &Review) -> Option<String> {
    let asked = args.asked.given();
    if (args.page == Page::GoNoGo) != args.programme.is_some() {
        return Some("expected --page go-no-go and --programme ID together, found one alone; add the other".to_owned());
    }
    if args.page != Page::Meeting && args.since.is_some() {
        return Some("expected --since with the page meeting alone, found another page; leave it out".to_owned());
    }
    if args.page == Page::GoNoGo && asked.contains(&"--office") {
        return Some(
            "expected no --office with the page go-no-go: its office is the programme's; leave it out".to_owned(),
        );
    }
    let first = asked.first().filter(|_| args.page == Page::Register)?;
    Some(format!("expected no {first} with the page register, which is of no day and no standard; leave it out"))
}

/// A page, as text and as data.
type Told = Result<(String, String), Failure>;

fn meeting(args: &Review, opened: &Opened, console: &mut Console<'_>) -> Told {
    let (options, catalogs) = args.asked.options(&args.source)?;
    let since = args.since.as_ref();
    let register = &opened.register;
    let told = console.watched("reading", |watch| register.meeting_watched(since, &options, &catalogs, watch))?;
    Ok((meeting_page(&told, args.asked.commands(opened, &options)), to_json(&told)?))
}

fn cover(args: &Review, opened: &Opened, console: &mut Console<'_>) -> Told {
    let (options, catalogs) = args.asked.options(&args.source)?;
    let register = &opened.register;
    let told = console.watched("reading", |watch| register.assess_watched(&options, &catalogs, watch))?;
    Ok((cover_page(&told), to_json(&told)?))
}

fn go_no_go(args: &Review, opened: &Opened, console: &mut Console<'_>) -> Told {
    let (options, catalogs) = args.asked.options(&args.source)?;
    let programme = args.programme.as_deref().unwrap_or_default();
    let register = &opened.register;
    let told = console.watched("reading", |watch| register.go_no_go_watched(programme, &options, &catalogs, watch))?;
    Ok((go_no_go_page(&told), to_json(&told)?))
}

const SAMPLE_NOTE: &str = "
This is the bundled sample: a fictional country with planted faults, written for
2026-10-15, the day that is asked about unless --as-of says another.
Your own register:       isms review FILE
A copy of the sample:    isms new -o tarsava.json
An empty register:       isms new --empty -o mine.json";
