//! The example answers as the one in Python does: both are held against the same page.

#![expect(clippy::unwrap_used, reason = "a test that meets what can't be stops there")]

use isms_core::Register;
use isms_example_sqlite::{register, report};
use rusqlite::Connection;

fn filled(more: &str) -> Register {
    let database = Connection::open_in_memory().unwrap();
    database.execute_batch(include_str!("../office.sql")).unwrap();
    database.execute_batch(more).unwrap();
    register(&database).unwrap()
}

#[test]
fn it_answers_as_written() {
    let register = filled("");
    assert_eq!(report(&register).unwrap(), include_str!("../answer.txt"));
    let saved = register.save();
    assert_eq!(report(&Register::open(saved).unwrap()).unwrap(), include_str!("../answer.txt"));
}

#[test]
fn two_rows_of_one_id_add_nothing() {
    let database = Connection::open_in_memory().unwrap();
    database.execute_batch(include_str!("../office.sql")).unwrap();
    database.execute("INSERT INTO places VALUES ('driver', 'No driver', NULL, NULL)", []).unwrap();
    assert!(register(&database).unwrap_err().to_string().contains("`driver`, which one has"));
}
