//! Rows: where each record stands in the text that the register keeps.

use crate::model::Kind;

/// The number of a row, from 0 in the order of the document.
pub(crate) type RowId = u32;

/// One record, or what stands in its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    start: usize,
    length: u32,
    pub(crate) kind: Kind,
    /// It is saved as it is written: something in it has no place in our types.
    pub(crate) raw: bool,
}

/// All rows of a register, with their text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    text: String,
    rows: Vec<Row>,
    /// The runs of rows of one kind.
    runs: Vec<Run>,
    /// How many rows of each kind there are.
    counts: [RowId; Kind::ALL.len()],
}

/// A run of rows of one kind: mostly a table.
#[derive(Clone, Copy, Debug)]
struct Run {
    first: RowId,
    /// How many rows of its kind stand before it.
    before: RowId,
}

impl Rows {
    /// Room for the text of a document of so many bytes.
    pub(crate) fn for_document(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// Adds a row. `None`: there are too many, or it is too long.
    pub(crate) fn push(&mut self, kind: Kind, json: &str, raw: bool) -> Option<RowId> {
        let id = RowId::try_from(self.rows.len()).ok().filter(|id| *id < RowId::MAX)?;
        let length = u32::try_from(json.len()).ok()?;
        let count = self.counts.get_mut(kind as usize)?;
        if self.rows.last().is_none_or(|last| last.kind != kind) {
            self.runs.push(Run { first: id, before: *count });
        }
        *count += 1;
        self.rows.push(Row { start: self.text.len(), length, kind, raw });
        self.text.push_str(json);
        Some(id)
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn get(&self, id: RowId) -> Option<Row> {
        self.rows.get(id as usize).copied()
    }

    /// The kind of a row.
    pub(crate) fn kind(&self, id: RowId) -> Option<Kind> {
        self.get(id).map(|row| row.kind)
    }

    /// All rows, in the order of the document.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (RowId, Row)> {
        (0..).zip(self.rows.iter().copied())
    }

    /// The JSON text of a row, as it was written.
    pub(crate) fn json(&self, id: RowId) -> &str {
        self.get(id).map_or("", |row| self.text_of(row))
    }

    /// The JSON text of a row, as it was written.
    pub(crate) fn text_of(&self, row: Row) -> &str {
        self.text.get(row.start..row.start + row.length as usize).unwrap_or_default()
    }

    /// The JSON pointer of a row: its table and its place in it.
    pub(crate) fn pointer(&self, id: RowId) -> String {
        let at = self.runs.partition_point(|run| run.first <= id);
        let run = at.checked_sub(1).and_then(|at| self.runs.get(at));
        match (self.kind(id), run) {
            (Some(kind), Some(run)) => format!("/{}/{}", kind.plural(), run.before + (id - run.first)),
            _ => String::new(),
        }
    }
}
