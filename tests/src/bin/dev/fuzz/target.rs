//! Running one target.

use super::end::End;
use crate::shell::{program, run};
use isms_conformance::Fault;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A target that is built.
pub(super) struct Target {
    pub(super) name: &'static str,
    pub(super) program: PathBuf,
    /// The workspace that it is of.
    pub(super) root: PathBuf,
    /// Where inputs and logs go.
    pub(super) work: PathBuf,
}

/// A folder that is there from now on.
fn made(folder: PathBuf) -> Result<PathBuf, Fault> {
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

impl Target {
    /// Where the inputs are that runs on this machine found.
    pub(super) fn found(&self) -> Result<PathBuf, Fault> {
        made(self.work.join("corpus").join(self.name))
    }

    /// Where the inputs are that the repository keeps.
    pub(super) fn kept(&self) -> Result<PathBuf, Fault> {
        made(self.root.join("isms-core/fuzz/corpus").join(self.name))
    }

    /// What to begin with, besides.
    pub(super) fn seeds(&self) -> PathBuf {
        match self.name {
            "document" => self.root.join("tests/vectors/documents"),
            name => self.root.join("isms-core/fuzz/seeds").join(name),
        }
    }

    /// The fuzzer at its lowest priority, with what all its runs share.
    pub(super) fn command(&self) -> Result<Command, Fault> {
        let mut command = program("nice", &["-n", "19"]);
        command.arg(&self.program);
        // Edges alone steer it, not how often each is taken: many more inputs in the same time.
        command.args(["-use_counters=0", "-entropic=0", "-mutate_depth=2", "-timeout=20"]);
        Ok(command)
    }

    /// Runs the fuzzer until it has had enough, or has found something.
    pub(super) fn run(&self, limit: &str) -> Result<End, Fault> {
        let artifacts = made(self.work.join("artifacts").join(self.name))?;
        let mut command = self.command()?;
        command.arg(limit).arg(format!("-artifact_prefix={}/", artifacts.display()));
        command.arg(self.found()?).arg(self.kept()?).arg(self.seeds());
        println!("\nfuzzing {}", self.name);
        let log = self.work.join(format!("{}.log", self.name));
        let fault = |error: std::io::Error| format!("{}: {error}", self.name);
        let mut log = std::fs::File::create(&log).map_err(fault)?;
        let start = Instant::now();
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().map_err(fault)?;
        let mut end = End::of(self.name);
        for line in BufReader::new(child.stderr.take().ok_or("no standard error")?).split(b'\n') {
            let line = String::from_utf8_lossy(&line.map_err(fault)?).into_owned();
            writeln!(log, "{line}").map_err(fault)?;
            end.read(&line);
        }
        let status = child.wait().map_err(fault)?;
        end.seconds = start.elapsed().as_secs_f64();
        if !status.success() && end.crash.is_none() {
            return Err(format!("{}: {status}; see {}", self.name, self.work.display()));
        }
        Ok(end)
    }

    /// Runs one input.
    pub(super) fn replay(&self, input: &Path) -> Result<(), Fault> {
        run(program(&self.program, &[]).arg(input))
    }
}
