//! Imports a CSV export of the Aid Worker Security Database: `import_awsd IN.csv OUT.json [NOTES.csv]`.

use isms_core::{NoWatch, ReadingNote, import_awsd};
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(input), Some(output)) = (arguments.next(), arguments.next()) else {
        return Err("expected IN.csv OUT.json [NOTES.csv]".into());
    };
    let mut report = arguments.next().map(csv::Writer::from_path).transpose()?;
    let mut failed = None;
    let mut note = |note: &ReadingNote| {
        if let Some(report) = &mut report {
            failed = failed.take().or(report.serialize(note).err());
        }
    };
    let mut out = BufWriter::new(File::create(&output)?);
    let mut answer = import_awsd(&mut File::open(input)?, &mut out, &mut note, &mut NoWatch)?;
    if let Some(error) = failed {
        return Err(error.into());
    }
    answer.output = Some(output);
    writeln!(std::io::stdout(), "{}", serde_json::to_string(&answer)?)?;
    Ok(())
}
