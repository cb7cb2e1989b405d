//! What a register says of itself.

use super::Register;
use crate::value::Label;

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

    /// Sets the register's id; `None`: it has none.
    pub fn set_id(&mut self, id: Option<String>) {
        self.header.forget("id");
        self.header.id = id;
    }

    /// Sets the register's title; `None`: it has none.
    pub fn set_title(&mut self, title: Option<String>) {
        self.header.forget("title");
        self.header.title = title;
    }

    /// Sets the period to which likelihoods refer, an ISO 8601 duration; `None`: one year.
    pub fn set_period(&mut self, period: Option<String>) {
        self.header.forget("period");
        self.header.period = period;
    }

    /// Sets the label of records that have none of their own; `None`: they stay in the agency.
    pub fn set_label(&mut self, label: Option<Label>) {
        self.header.forget("label");
        self.header.label = label;
    }
}
