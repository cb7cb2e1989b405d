//! Reading registers: a file, standard input, or the bundled sample.

use crate::console::Console;
use crate::failure::Failure;
use crate::progress::Progress;
use isms_core::{Register, SAMPLE};
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
}

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
