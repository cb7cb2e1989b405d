//! Items of a list with their places in it: a list leaves out what can't be read.

use crate::json::{Reader, Syntax};
use crate::value::Value;
use serde_json::Value as Json;

/// An item, and its place in the list as it was written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Numbered<T> {
    pub(crate) at: usize,
    pub(crate) item: T,
}

impl<T: Value> Value for Numbered<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        let at = reader.item().unwrap_or_default();
        Ok(T::read(reader)?.map(|item| Self { at, item }))
    }

    fn write(&self, out: &mut String) {
        self.item.write(out);
    }

    fn schema() -> Json {
        T::schema()
    }
}
