//! Records as dicts, through their JSON text.

use isms_core::{Kind, Register};

/// The records of a kind as the JSON text of a list.
pub(crate) fn list(register: &Register, kind: Kind) -> String {
    let mut out = String::from("[");
    for record in register.records(kind) {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(&record.to_json());
    }
    out.push(']');
    out
}
