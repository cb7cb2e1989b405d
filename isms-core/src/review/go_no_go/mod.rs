//! Go or no go: what speaks for and against a programme on a day, and who may decide.

mod agreements;
mod data;
mod decisions;
mod fix;
mod gather;
mod page;

pub use data::{Agreed, Counted, Decided, GoNoGo, Impeded, Step};
pub use page::go_no_go_page;

pub(crate) use decisions::renewed;
pub(crate) use gather::{deciders, go_no_go, is_of_the_un};
