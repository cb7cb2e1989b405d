//! Tables: records and answers as Arrow streams, which pyarrow, Polars, pandas, DuckDB and others take without a copy by row.

use crate::convert::answer;
use crate::error::refused;
use arrow_array::builder::{BooleanBuilder, UInt64Builder};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{Array as _, ArrayRef, ListArray, RecordBatch, RecordBatchReader, StringArray};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use isms_core::{Batches, Cells, Holds, TableBatch, Texts};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use std::collections::HashMap;
use std::sync::Arc;

/// Records, or an answer, as columns.
///
/// Whatever takes Arrow streams takes it: `pyarrow.table(table)`, `polars.DataFrame(table)`,
/// `pandas.DataFrame.from_arrow(table)`. Each stream begins anew; rows are read as they are asked for, at most
/// 65,536 at a time. Columns hold text, whole numbers, flags, lists of text, or JSON text
/// (`json` is true in the metadata of the field).
#[pyclass(frozen, module = "isms")]
pub(crate) struct Table(pub(crate) isms_core::Table);

#[pymethods]
impl Table {
    /// Who may see it; `None`: it rests on no record.
    #[getter]
    fn label<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &self.0.label())
    }

    /// The names of its columns.
    #[getter]
    fn columns(&self) -> Vec<&'static str> {
        self.0.columns().iter().map(|column| column.name).collect()
    }

    /// How many rows more there would be: lists of findings are capped.
    #[getter]
    fn more(&self) -> u64 {
        self.0.more()
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        format!("<isms.Table of {} rows, {} columns>", self.0.len(), self.0.columns().len())
    }

    /// Its columns, as a capsule of the Arrow C data interface.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(&*schema(&self.0)).map_err(|error| failed(py, &error))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// Its rows, as a capsule of the Arrow C stream interface. `requested_schema` is passed over, as the interface allows.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let rows = Rows { schema: schema(&self.0), batches: self.0.batches() };
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(rows)), c"arrow_array_stream")
    }
}

impl Table {
    /// A table, or the refusal that was met.
    pub(crate) fn made(py: Python<'_>, table: Result<isms_core::Table, isms_core::Refusal>) -> PyResult<Self> {
        table.map(Self).map_err(|refusal| refused(py, &refusal))
    }
}

fn failed(_py: Python<'_>, error: &ArrowError) -> PyErr {
    pyo3::exceptions::PyRuntimeError::new_err(error.to_string())
}

/// The rows of a table as Arrow reads them.
struct Rows {
    schema: SchemaRef,
    batches: Batches,
}

impl Iterator for Rows {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = self.batches.next()?;
        let batch = batch.map_err(|refusal| ArrowError::ExternalError(Box::new(refusal)));
        Some(batch.and_then(|batch| record_batch(&self.schema, batch)))
    }
}

impl RecordBatchReader for Rows {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}

fn schema(table: &isms_core::Table) -> SchemaRef {
    let field = |column: &isms_core::Column| {
        let mut metadata = HashMap::new();
        if column.holds == Holds::Json {
            metadata.insert("json".to_owned(), "true".to_owned());
        }
        if !column.about.is_empty() {
            metadata.insert("description".to_owned(), column.about.clone());
        }
        Field::new(column.name, type_of(column.holds), true).with_metadata(metadata)
    };
    Arc::new(Schema::new(table.columns().iter().map(field).collect::<Vec<_>>()))
}

fn type_of(holds: Holds) -> DataType {
    match holds {
        Holds::Whole => DataType::UInt64,
        Holds::Flag => DataType::Boolean,
        Holds::Texts => DataType::List(item()),
        _ => DataType::Utf8,
    }
}

fn item() -> Arc<Field> {
    Arc::new(Field::new("item", DataType::Utf8, false))
}

fn record_batch(schema: &SchemaRef, batch: TableBatch) -> Result<RecordBatch, ArrowError> {
    let columns = batch.columns.into_iter().map(array).collect::<Result<_, _>>()?;
    RecordBatch::try_new(Arc::clone(schema), columns)
}

/// The cells of a column; their buffers are handed over, not copied.
fn array(cells: Cells) -> Result<ArrayRef, ArrowError> {
    Ok(match cells {
        Cells::Text { texts, there } => Arc::new(strings(texts, Some(there))?),
        Cells::Whole(cells) => {
            let mut built = UInt64Builder::with_capacity(cells.len());
            cells.into_iter().for_each(|cell| built.append_option(cell));
            Arc::new(built.finish())
        }
        Cells::Flag(cells) => {
            let mut built = BooleanBuilder::with_capacity(cells.len());
            cells.into_iter().for_each(|cell| built.append_option(cell));
            Arc::new(built.finish())
        }
        Cells::Lists { items, offsets, there } => {
            let items = strings(items, None)?;
            let offsets = offsets_within(offsets, items.len())?;
            Arc::new(ListArray::try_new(item(), offsets, Arc::new(items), Some(NullBuffer::from(there)))?)
        }
        _ => return Err(ArrowError::NotYetImplemented("cells of a sort that this version does not know".to_owned())),
    })
}

fn strings(texts: Texts, there: Option<Vec<bool>>) -> Result<StringArray, ArrowError> {
    let Texts { text, offsets } = texts;
    let offsets = offsets_within(offsets, text.len())?;
    StringArray::try_new(offsets, Buffer::from(text.into_bytes()), there.map(NullBuffer::from))
}

/// Offsets that begin at 0, never fall, and end within so much; what is not so is no table.
fn offsets_within(offsets: Vec<i32>, most: usize) -> Result<OffsetBuffer<i32>, ArrowError> {
    let ends = offsets.last().and_then(|last| usize::try_from(*last).ok()).is_some_and(|last| last <= most);
    if offsets.first() != Some(&0) || !ends || !offsets.is_sorted() {
        return Err(ArrowError::InvalidArgumentError("offsets that lead nowhere".to_owned()));
    }
    Ok(OffsetBuffer::new(ScalarBuffer::from(offsets)))
}
