//! Why a command could not be done, and how that is told.

use crate::console::{Console, escaped};
use crate::text::{printable_path, wrapped};
use isms_core::{Code, Fact, FactValue, Finding, Refusal, printable};
use std::io;
use std::path::Path;

/// Why a command could not be done: one finding, and the file that it is about.
#[derive(Debug)]
pub(crate) struct Failure {
    finding: Box<Finding>,
    file: Option<String>,
    /// Where it says how the command is used.
    usage: Option<String>,
}

impl Failure {
    /// The command line asks for what can't be.
    pub(crate) fn misuse(message: impl Into<String>) -> Self {
        Self { finding: Box::new(finding(Code::BadRequest, message.into())), file: None, usage: None }
    }

    /// About the file of this name.
    pub(crate) fn about(mut self, file: &str) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    /// With the command that says how this one is used.
    pub(crate) fn used(mut self, usage: String) -> Self {
        self.usage = Some(usage);
        self
    }

    /// With other words for the same.
    pub(crate) fn saying(mut self, message: String) -> Self {
        self.finding.message = message;
        self
    }

    /// Its code.
    pub(crate) fn code(&self) -> &str {
        &self.finding.code
    }

    /// A file can't be read.
    pub(crate) fn read(path: &Path, error: &io::Error) -> Self {
        Self::of_file(Code::ReadFailed, path, format!("expected a file that can be read, found {}", reason(error)))
    }

    /// A file can't be written.
    pub(crate) fn write(path: &Path, found: &str) -> Self {
        Self::of_file(
            Code::WriteFailed,
            path,
            format!("expected a place to write to, found {found}; nothing there was changed"),
        )
    }

    /// The answer can't be written.
    pub(crate) fn output(error: &io::Error) -> Self {
        Self::of_file(
            Code::WriteFailed,
            Path::new("standard output"),
            format!("the answer can't be written: {}", reason(error)),
        )
    }

    fn of_file(code: Code, path: &Path, message: String) -> Self {
        Self { finding: Box::new(finding(code, message)), file: Some(path.display().to_string()), usage: None }
    }

    /// Tells it on standard error: as text, or as the finding.
    pub(crate) fn tell(mut self, console: &mut Console<'_>, json: bool) -> Result<(), Self> {
        if !json {
            return console.err_line(&self.text());
        }
        if let Some(file) = self.file {
            self.finding.facts.push(Fact { name: "file".to_owned(), value: FactValue::Text { text: file } });
        }
        let text = serde_json::to_string(&self.finding).unwrap_or_default();
        console.err_line(&if console.terminal.err { escaped(&text) } else { text })
    }

    fn text(&self) -> String {
        let finding = &self.finding;
        let file = self.file.as_deref().map_or_else(String::new, |file| format!(": {}", printable_path(file)));
        let place = if finding.path.is_empty() { String::new() } else { format!(" at {}", printable(&finding.path)) };
        let head = wrapped(&format!("isms: refused ({}){file}{place}", finding.code), 0, 2);
        let usage = self.usage.as_deref().map_or_else(String::new, |usage| format!("  usage: {usage}\n"));
        format!("{head}\n{}\n{usage}  more: isms explain {}", wrapped(&finding.message, 2, 2), finding.code)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self { finding: Box::new(refusal.into_finding()), file: None, usage: None }
    }
}

fn finding(code: Code, message: String) -> Finding {
    Finding {
        code: code.as_str().to_owned(),
        severity: code.severity(),
        subject: None,
        path: String::new(),
        message,
        facts: Vec::new(),
        fix: Vec::new(),
        claims: Vec::new(),
    }
}

/// Why the system refused, in plain words where there are any.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "none of this name; is the path spelled as on the disk?".to_owned(),
        io::ErrorKind::PermissionDenied => "one that you may not open".to_owned(),
        io::ErrorKind::IsADirectory => "a folder".to_owned(),
        io::ErrorKind::AlreadyExists => "a file of this name".to_owned(),
        io::ErrorKind::StorageFull => "a full disk".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "a disk that can only be read".to_owned(),
        _ => format!("a failure of the system ({error})"),
    }
}
