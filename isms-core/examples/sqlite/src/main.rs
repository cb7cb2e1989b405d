//! `cargo run -p isms-example-sqlite -- OFFICE.sql OUT.json`

use isms_example_sqlite::{register, report};
use rusqlite::Connection;
use std::error::Error;
use std::io::Write as _;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(tables), Some(output)) = (arguments.next(), arguments.next()) else {
        return Err("expected OFFICE.sql OUT.json".into());
    };
    // An office would open its file: Connection::open("office.db").
    let database = Connection::open_in_memory()?;
    database.execute_batch(&std::fs::read_to_string(tables)?)?;
    let register = register(&database)?;
    std::io::stdout().write_all(report(&register)?.as_bytes())?;
    std::fs::write(output, register.save())?;
    Ok(())
}
