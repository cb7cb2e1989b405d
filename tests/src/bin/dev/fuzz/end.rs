//! What came of a run, as the fuzzer and the target tell it.

/// The end of a run.
#[derive(Default)]
pub(super) struct End {
    pub(super) target: &'static str,
    pub(super) executions: u64,
    /// How many of them got past the first refusal.
    pub(super) past: u64,
    pub(super) seconds: f64,
    /// The file of the input that broke a promise.
    pub(super) crash: Option<String>,
    /// The last lines of the target and of the fuzzer, as they are.
    tally: String,
    last: String,
}

impl End {
    /// Of a run that begins.
    pub(super) fn of(target: &'static str) -> Self {
        Self { target, ..Self::default() }
    }

    /// Reads a line of the log, and shows those that people wait for.
    pub(super) fn read(&mut self, line: &str) {
        if let Some(tally) = line.strip_prefix("tally: ") {
            let mut words = tally.split(' ').filter_map(|word| word.parse().ok());
            self.executions = self.executions.max(words.next().unwrap_or_default());
            self.past = words.next().unwrap_or_default();
            line.clone_into(&mut self.tally);
            println!("  {line}");
        } else if line.starts_with('#') && line.contains(" cov: ") {
            // A target that is stopped tells no last count of its own.
            let count = line.split(['#', '\t']).nth(1).and_then(|count| count.trim().parse().ok());
            self.executions = self.executions.max(count.unwrap_or_default());
            line.clone_into(&mut self.last);
        } else if line.contains("panicked at") || line.starts_with("SUMMARY") {
            println!("  {line}");
        } else if let Some((_, file)) = line.split_once("Test unit written to ") {
            self.crash = Some(file.trim().to_owned());
            println!("  {line}");
        }
    }

    /// A number of the fuzzer's last line.
    fn figure(&self, name: &str) -> &str {
        let mut words = self.last.split_whitespace();
        words.find(|word| *word == name).and_then(|_| words.next()).unwrap_or("?")
    }

    #[expect(clippy::cast_precision_loss, reason = "for people to read")]
    fn row(&self) -> String {
        let (executions, past) = (self.executions as f64, self.past as f64);
        format!(
            "| {} | {} | {:.0} % | {} | {} | {:.2} | {:.0} | {} |\n",
            self.target,
            self.executions,
            100.0 * past / executions.max(1.0),
            self.figure("cov:"),
            self.figure("corp:"),
            self.seconds / 3_600.0,
            executions / self.seconds.max(1.0),
            if self.crash.is_some() { "broken" } else { "none" },
        )
    }
}

/// A table of runs, and their last lines.
pub(super) fn table(ends: &[End]) -> String {
    let mut table = String::from(
        "| target | executions | past the first refusal | edges | corpus | hours | a second | promises broken |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n",
    );
    ends.iter().for_each(|end| table.push_str(&end.row()));
    table.push('\n');
    for end in ends {
        table.push_str(&format!("    {}: {}\n    {}: {}\n", end.target, end.tally, end.target, end.last));
    }
    table
}
