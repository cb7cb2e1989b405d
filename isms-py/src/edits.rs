//! What edits are given: many records, and fixes.

use crate::convert::{record, to_json};
use crate::error::refused;
use crate::watch::PyWatch;
use isms_core::{Batch, Fix, Kind, Watch};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping, PyString};

/// After how many records the watch is asked.
const STEP: usize = 1_024;

/// Reads the records that Python gives, one by one: pairs of a kind and a record, or lists of records by their kind.
/// `None`: the watch stopped it.
pub(crate) fn batch(records: &Bound<'_, PyAny>, watch: &mut PyWatch) -> PyResult<Option<Batch>> {
    let mut gathered = Gathered { batch: Batch::new(), expected: 0, watch };
    let goes_on = match records.cast::<PyMapping>() {
        Ok(tables) => gathered.tables(tables)?,
        Err(_) => gathered.pairs(records)?,
    };
    let done = gathered.batch.len() as u64;
    Ok((goes_on && gathered.watch.step(done, done)).then_some(gathered.batch))
}

struct Gathered<'w> {
    batch: Batch,
    /// How many records there will be, as far as their lists say.
    expected: usize,
    watch: &'w mut PyWatch,
}

impl Gathered<'_> {
    fn tables(&mut self, tables: &Bound<'_, PyMapping>) -> PyResult<bool> {
        let tables = tables.items()?;
        for table in &tables {
            self.expected += table.get_item(1)?.len().unwrap_or_default();
        }
        for table in tables {
            let (kind, records): (Bound<'_, PyAny>, Bound<'_, PyAny>) = table.extract()?;
            let kind = kind_of(&kind)?;
            for record in records.try_iter()? {
                if !self.push(kind, &record?)? {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    fn pairs(&mut self, pairs: &Bound<'_, PyAny>) -> PyResult<bool> {
        self.expected = pairs.len().unwrap_or_default();
        for pair in pairs.try_iter()? {
            let pair = pair?;
            let (kind, record): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract().map_err(|_| no_pair(&pair))?;
            if !self.push(kind_of(&kind)?, &record)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Adds a record; whether to go on.
    fn push(&mut self, kind: Kind, value: &Bound<'_, PyAny>) -> PyResult<bool> {
        self.batch.push_json(kind, &record(value)?).map_err(|refusal| refused(value.py(), &refusal))?;
        let done = self.batch.len();
        Ok(!done.is_multiple_of(STEP) || self.watch.step(done as u64, self.expected.max(done) as u64))
    }
}

fn kind_of(name: &Bound<'_, PyAny>) -> PyResult<Kind> {
    Kind::named(name.extract()?).map_err(|refusal| refused(name.py(), &refusal))
}

fn no_pair(found: &Bound<'_, PyAny>) -> PyErr {
    let found = found.get_type().name().map_or_else(|_| "something else".to_owned(), |name| name.to_string());
    PyTypeError::new_err(format!(
        "expected a pair of a kind and a record, found {found}; pass [(\"losses\", record), ...] or {{\"losses\": [record, ...]}}"
    ))
}

/// Fixes: as `check` gives them, or in findings, or in all that it answers.
pub(crate) fn fixes(given: &Bound<'_, PyAny>) -> PyResult<Vec<Fix>> {
    let mut found = Vec::new();
    gather(given, &mut found)?;
    Ok(found)
}

fn gather(given: &Bound<'_, PyAny>, found: &mut Vec<Fix>) -> PyResult<()> {
    if let Ok(dict) = given.cast::<PyDict>() {
        if dict.contains("field")? {
            found.push(fix(dict)?);
            return Ok(());
        }
        for key in ["fix", "findings"] {
            if let Some(more) = dict.get_item(key)? {
                return each(&more, found);
            }
        }
    }
    if given.is_instance_of::<PyString>() || given.is_instance_of::<PyDict>() {
        return Err(no_fix(given));
    }
    each(given, found)
}

/// What a list holds: fixes or findings.
fn each(list: &Bound<'_, PyAny>, found: &mut Vec<Fix>) -> PyResult<()> {
    for item in list.try_iter().map_err(|_| no_fix(list))? {
        let item = item?;
        match item.cast::<PyDict>() {
            Ok(_) => gather(&item, found)?,
            Err(_) => return Err(no_fix(&item)),
        }
    }
    Ok(())
}

fn fix(dict: &Bound<'_, PyDict>) -> PyResult<Fix> {
    let text = |key: &str| -> PyResult<String> {
        let value = dict.get_item(key)?.ok_or_else(|| no_fix(dict))?;
        value.extract().map_err(|_| no_fix(dict))
    };
    let value = dict.get_item("value")?.map(|value| to_json(&value)).transpose()?;
    let removes = dict.get_item("remove")?.map(|remove| remove.is_truthy()).transpose()?.unwrap_or_default();
    if value.is_some() == removes {
        return Err(no_fix(dict));
    }
    Ok(Fix { id: text("id")?, field: text("field")?, value: value.map(|value| value.to_string()) })
}

fn no_fix(found: &Bound<'_, PyAny>) -> PyErr {
    let found = found.repr().map_or_else(|_| "something else".to_owned(), |found| found.to_string());
    let found: String = found.chars().take(80).collect();
    PyTypeError::new_err(format!(
        "expected fixes or findings, found {found}; pass [{{\"id\": ..., \"field\": ..., \"value\": ...}}] (or \"remove\": True), or what check gives"
    ))
}
