//! What a register says of itself.

use super::Register;
use super::refuse::no_json;
use crate::finding::Refusal;
use crate::value::{Label, Value};

impl Register {
    /// The register's id.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.header.id.as_deref()
    }

    /// The register's title.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.header.title.as_deref()
    }

    /// The period to which likelihoods refer, an ISO 8601 duration; missing: one year.
    #[must_use]
    pub fn period(&self) -> Option<&str> {
        self.header.period.as_deref()
    }

    /// The label of records that have none of their own.
    #[must_use]
    pub fn label(&self) -> Option<&Label> {
        self.header.label.as_ref()
    }

    /// Sets the register's id; `None`: it has none. What is wrong with it is found by [`Register::check`]; so it is with
    /// the other fields of the register.
    pub fn set_id(&mut self, id: Option<String>) {
        self.set("id", id.map(|id| text(&id)).as_deref());
    }

    /// Sets the register's title; `None`: it has none.
    pub fn set_title(&mut self, title: Option<String>) {
        self.set("title", title.map(|title| text(&title)).as_deref());
    }

    /// Sets the period to which likelihoods refer, an ISO 8601 duration; `None`: one year.
    pub fn set_period(&mut self, period: Option<String>) {
        self.set("period", period.map(|period| text(&period)).as_deref());
    }

    /// Sets the label of records that have none of their own; `None`: they stay in the agency.
    pub fn set_label(&mut self, label: Option<Label>) {
        self.set("label", label.map(|label| text(&label)).as_deref());
    }

    /// Sets the label of records that have none of their own, from its JSON text.
    ///
    /// # Errors
    /// Refuses what is no JSON text (`not_json`), or too deep (`over_limit`).
    pub fn set_label_json(&mut self, json: &str) -> Result<(), Refusal> {
        self.header.set("label", Some(json)).map_err(|syntax| no_json("a label", &syntax))
    }

    fn set(&mut self, field: &'static str, json: Option<&str>) {
        // What we write ourselves is JSON.
        let done = self.header.set(field, json);
        debug_assert!(done.is_ok(), "{done:?}");
    }
}

fn text(value: &impl Value) -> String {
    let mut out = String::new();
    value.write(&mut out);
    out
}
