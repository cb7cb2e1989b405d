//! Where the references of a record stand: read once a record, however many of them are told of.

use crate::register::Register;

/// The pointers of the references of the row asked for last.
pub(super) struct Pointers<'r> {
    register: &'r Register,
    row: Option<u32>,
    pointers: Vec<String>,
}

impl<'r> Pointers<'r> {
    pub(super) fn of(register: &'r Register) -> Self {
        Self { register, row: None, pointers: Vec::new() }
    }

    /// JSON pointer of a reference within its record.
    pub(super) fn field(&mut self, row: u32, nth: usize) -> String {
        if self.row != Some(row) {
            self.row = Some(row);
            self.pointers = self.register.reference_pointers(row);
        }
        self.pointers.get(nth).cloned().unwrap_or_default()
    }

    /// JSON pointer of a reference within the document.
    pub(super) fn path(&mut self, row: u32, nth: usize) -> String {
        format!("{}{}", self.register.records.rows.pointer(row), self.field(row, nth))
    }
}
