//! `isms explain`: what a code means.

use crate::FINE;
use crate::console::Console;
use crate::failure::Failure;
use crate::text::{beside, coloured, json as to_json, wrapped};
use isms_core::{Code, Explanation, Severity, explain};

/// Tell what a code means, why it matters and what to do
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  isms explain                  every code, with one line
  isms explain broken_trace     its page

--json prints the page, or without CODE a list of all pages.")]
pub(crate) struct Explain {
    /// A code such as `isms check` prints; none: all of them
    code: Option<String>,
}

pub(crate) fn run(args: &Explain, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    match &args.code {
        Some(code) => one(code, json, console)?,
        None => all(json, console)?,
    }
    Ok(FINE)
}

fn one(code: &str, json: bool, console: &mut Console<'_>) -> Result<(), Failure> {
    let page = page_of(code)?;
    if json {
        return console.json(&to_json(&page)?);
    }
    let severity = coloured(page.severity.as_str(), page.severity, console.terminal);
    console.line(&format!("{} ({severity})", page.code))?;
    let parts = [
        ("What it looks for", &page.looks_for),
        ("Why", &page.why),
        ("Example", &page.example),
        ("When this is normal", &page.normal_when),
        ("What to do", &page.what_to_do),
    ];
    for (title, text) in parts {
        console.line(&format!("\n{title}\n{}", wrapped(text, 2, 2)))?;
    }
    if !page.claims.is_empty() {
        console.line(&format!("\nRests on\n{}", wrapped(&page.claims.join(", "), 2, 2)))?;
    }
    Ok(())
}

fn all(json: bool, console: &mut Console<'_>) -> Result<(), Failure> {
    let pages: Vec<Explanation> = Code::ALL.iter().map(|code| page_of(code.as_str())).collect::<Result<_, _>>()?;
    if json {
        return console.json(&to_json(&pages)?);
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        console.line(&coloured(&severity.as_str().to_uppercase(), severity, console.terminal))?;
        for page in pages.iter().filter(|page| page.severity == severity) {
            console.line(&beside(&format!("  {}", page.code), first_sentence(&page.looks_for), 28))?;
        }
        console.line("")?;
    }
    console.line("The page of one: isms explain CODE")
}

fn page_of(code: &str) -> Result<Explanation, Failure> {
    Ok(explain(code)?)
}

fn first_sentence(text: &str) -> &str {
    text.split_once(". ").map_or(text, |(first, _)| first).trim_end_matches('.')
}
