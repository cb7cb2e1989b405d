//! Python bindings of isms. They hold no logic: each method is one call to the core, and its
//! answer as Python values. This file only registers what the other files define.

mod ancestors;
mod arguments;
mod catalogs;
mod command;
mod convert;
mod data;
mod display;
mod edits;
mod error;
mod exports;
mod imports;
mod kind;
mod load;
mod questions;
mod records;
mod register;
mod table;
mod watch;

#[cfg(panic = "abort")]
compile_error!("a panic must not end the interpreter: build with panic = \"unwind\"");

/// The compiled half of the package `isms`.
#[pyo3::pymodule]
mod _isms {
    #[pymodule_export]
    use crate::ancestors::Ancestors;
    #[pymodule_export]
    use crate::catalogs::{catalog, catalog_schema, catalogs, check_catalog, requirements_table};
    #[pymodule_export]
    use crate::command::run;
    #[pymodule_export]
    use crate::error::Refused;
    #[pymodule_export]
    use crate::exports::{export_oscal, oscal_export_notes};
    #[pymodule_export]
    use crate::imports::{awsd_notes, import_awsd, import_oscal, oscal_notes};
    #[pymodule_export]
    use crate::load::load;
    #[pymodule_export]
    use crate::questions::{explain, sample, schema};
    #[pymodule_export]
    use crate::register::Register;
    #[pymodule_export]
    use crate::table::Table;

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "the name that Python gives it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
