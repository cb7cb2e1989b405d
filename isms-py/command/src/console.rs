//! Where answers, refusals and progress go.

use crate::failure::Failure;
use crate::progress::Progress;
use isms_core::{Refusal, Watch, printable};
use std::io::{self, BufWriter, IsTerminal, Write};

/// What is known of the terminal. The default: there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terminal {
    /// Answers go to a terminal: characters that could lead it astray are escaped in JSON too.
    pub out: bool,
    /// Refusals and progress go to a terminal: progress is shown.
    pub err: bool,
    /// The words for severities have colours.
    pub colour: bool,
}

impl Terminal {
    /// Looks at this process: its standard output, its standard error, and `NO_COLOR`.
    #[must_use]
    pub fn detect() -> Self {
        let out = io::stdout().is_terminal();
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self { out, err: io::stderr().is_terminal(), colour: out && !plain }
    }
}

/// Where a command writes.
pub(crate) struct Console<'w> {
    out: BufWriter<Patient<'w>>,
    err: Patient<'w>,
    pub(crate) terminal: Terminal,
}

impl<'w> Console<'w> {
    pub(crate) fn new(out: &'w mut dyn Write, err: &'w mut dyn Write, terminal: Terminal) -> Self {
        let out = BufWriter::with_capacity(1 << 16, Patient { to: out, gone: false });
        Self { out, err: Patient { to: err, gone: false }, terminal }
    }

    /// A line of the answer. What comes from a record went through [`printable`] before.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.out, "{}", text.trim_end()).map_err(|error| Failure::output(&error))
    }

    /// The answer as JSON. On a terminal, characters that could lead it astray are written as the
    /// escapes that JSON has for them.
    pub(crate) fn json(&mut self, json: &str) -> Result<(), Failure> {
        if self.terminal.out { self.line(&escaped(json)) } else { self.line(json) }
    }

    /// A line for people, beside the answer.
    pub(crate) fn err_line(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.err, "{}", text.trim_end()).map_err(|error| Failure::output(&error))
    }

    /// Makes a call that can be watched, and shows how far it is while somebody looks on.
    pub(crate) fn watched<T>(
        &mut self,
        what: &'static str,
        call: impl FnOnce(&mut dyn Watch) -> Result<T, Refusal>,
    ) -> Result<T, Failure> {
        let mut progress = Progress::of_records(what, self.onlooker());
        let done = call(&mut progress);
        progress.clear();
        Ok(done?)
    }

    /// Where progress goes; `None`: nobody looks on.
    pub(crate) fn onlooker(&mut self) -> Option<&mut dyn Write> {
        if self.terminal.err { Some(&mut self.err) } else { None }
    }

    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.out.flush().and_then(|()| self.err.flush()).map_err(|error| Failure::output(&error))
    }
}

/// JSON in which all that does not show is an escape.
pub(crate) fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut units = [0; 2];
    for character in json.chars() {
        if printable(character.encode_utf8(&mut [0; 4])).starts_with(character) {
            out.push(character);
        } else {
            out.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    out
}

/// A writer for which a reader that went away (`isms check FILE | head`) is no failure.
struct Patient<'w> {
    to: &'w mut dyn Write,
    gone: bool,
}

impl Patient<'_> {
    fn forgive<T>(&mut self, result: io::Result<T>, instead: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(instead)
            }
            other => other,
        }
    }
}

impl Write for Patient<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.gone {
            return Ok(bytes.len());
        }
        let result = self.to.write(bytes);
        self.forgive(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.gone {
            return Ok(());
        }
        let result = self.to.flush();
        self.forgive(result, ())
    }
}
