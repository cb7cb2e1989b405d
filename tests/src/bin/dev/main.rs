//! Developer tasks: `cargo dev TASK`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for developers speaks on the terminal")]

mod checks;
mod fuzz;
mod generate;
mod kotlin;
mod mutants;
mod patched;
mod peers;
mod public_api;
mod python;
mod shell;
mod shipped;
mod test;
mod tree;

use std::process::ExitCode;

const HELP: &str = "\
cargo dev TASK

  test [--require LIST]   run the tests of every language that this machine can run, and name what
                          was skipped and why; a language in LIST (rust,python,kotlin) must run
  check                   format, lints, docs, the pure core, licences
  generate [--check]      write the generated files, or say which are stale
  mutants [WORD]          small slips put into a copy of the code, all or those about WORD: each must
                          turn a test red
  fuzz TARGET|--all [--seconds N | --runs N]
                          feed the readers inputs of the fuzzer's making; --keep, --planted:
                          docs/fuzzing.md
  python                  build the Python package into target/venv
  peers                   install what the benchmarks compare with, and the wheel as it ships, into target/peers
  shipped                 build what ships, with its flags, and print what it weighs
  swift DIR               write the generated Swift sources to DIR
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["test"] => test::run_all(&[]),
        ["test", "--require", list] => test::run_all(&list.split(',').collect::<Vec<_>>()),
        ["check"] => checks::all(),
        ["generate"] => generate::write(),
        ["generate", "--check"] => generate::check(),
        ["mutants"] => mutants::run(""),
        ["mutants", word] => mutants::run(word),
        ["fuzz", words @ ..] => fuzz::run(words),
        ["python"] => python::build().map(drop),
        ["peers"] => peers::install(),
        ["shipped"] => shipped::measure(),
        ["swift", dir] => kotlin::bindings("swift", std::path::Path::new(dir)),
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\nFAILED: {fault}");
            ExitCode::FAILURE
        }
    }
}
