//! Tables: records and answers as columns, for programs that work on columns. Plain data; what they are handed to, and in
//! which format, is the business of a binding.

mod assessed;
mod batch;
mod findings;
mod records;
mod requirements;
mod rows;
mod table;

pub use batch::TableBatch;
pub use table::{Batches, Column, Table};
