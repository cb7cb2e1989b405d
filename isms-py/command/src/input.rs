//! Reading registers: a file, standard input, or the bundled sample.

use crate::console::Console;
use crate::failure::Failure;
use crate::progress::Progress;
use isms_core::{Code, Register, SAMPLE};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The name of standard input.
pub(crate) const STDIN: &str = "-";

/// What stands for the bundled sample in commands.
pub(crate) const SAMPLE_NAME: &str = "--sample";

/// Which register a command asks.
#[derive(clap::Args)]
pub(crate) struct Source {
    /// The register, unless --sample; - reads standard input
    pub(crate) file: Option<PathBuf>,

    /// Ask the bundled sample instead of a file
    #[arg(long)]
    pub(crate) sample: bool,
}

/// A register, and how a command names it.
pub(crate) struct Opened {
    pub(crate) register: Register,
    /// The word that stands for it in commands.
    pub(crate) name: String,
}

impl Source {
    /// Opens the register.
    pub(crate) fn open(&self, console: &mut Console<'_>) -> Result<Opened, Failure> {
        match &self.file {
            Some(file) if self.sample => Err(both(&file.display().to_string())),
            Some(file) => open_file(file, console),
            None if self.sample => open_sample(console),
            None => Err(neither()),
        }
    }

    /// Opens the register, with the ids that stand behind it. With --sample there is no file: the first word is an id too.
    pub(crate) fn open_beside(
        &self,
        ids: &[String],
        console: &mut Console<'_>,
    ) -> Result<(Opened, Vec<String>), Failure> {
        let Some(first) = self.file.as_ref().filter(|_| self.sample) else {
            return Ok((self.open(console)?, ids.to_vec()));
        };
        let opened = open_sample(console)?;
        let word = first.to_string_lossy();
        let is_file = word == STDIN || word.ends_with(".json") || first.exists();
        if is_file && opened.register.json(&word).is_none() {
            return Err(both(&word));
        }
        Ok((opened, [word.into_owned()].into_iter().chain(ids.iter().cloned()).collect()))
    }
}

impl Opened {
    /// The refusal of a question about a record of it. Of no records at all, none has been misspelled.
    pub(crate) fn refused(&self, failure: Failure) -> Failure {
        let failure = if self.register.is_empty() && failure.code() == Code::UnknownId.as_str() {
            failure.saying(format!("expected a register with records, found one that has none; {BEGIN}"))
        } else {
            failure
        };
        failure.about(&self.name)
    }
}

/// How to begin.
pub(crate) const BEGIN: &str = "isms schema tells their form, isms new writes a sample with every kind";

/// A file and the sample at once.
pub(crate) fn both(file: &str) -> Failure {
    Failure::misuse(format!("expected a file or --sample, found both; leave out `{file}` or --sample"))
}

/// Neither a file nor the sample.
pub(crate) fn neither() -> Failure {
    Failure::misuse("expected a file or --sample, found neither; name the file of a register, or add --sample")
}

/// Opens the register of a file.
pub(crate) fn open_file(file: &Path, console: &mut Console<'_>) -> Result<Opened, Failure> {
    open(&read(file)?, &file.display().to_string(), console)
}

/// Opens the bundled sample.
pub(crate) fn open_sample(console: &mut Console<'_>) -> Result<Opened, Failure> {
    open(SAMPLE.as_bytes(), SAMPLE_NAME, console)
}

fn open(bytes: &[u8], name: &str, console: &mut Console<'_>) -> Result<Opened, Failure> {
    let mut progress = Progress::new("reading", console.onlooker());
    let register = Register::open_watched(bytes, &mut progress);
    progress.clear();
    let register = register.map_err(|refusal| Failure::from(refusal).about(name))?;
    Ok(Opened { register, name: name.to_owned() })
}

/// The bytes of a file, or of standard input.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let bytes = if file.as_os_str() == STDIN { read_stdin() } else { read_file(file) };
    bytes.map_err(|error| Failure::read(file, &error))
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn read_file(file: &Path) -> io::Result<Vec<u8>> {
    // Not every system says so itself when a folder is read.
    if file.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    std::fs::read(file)
}
