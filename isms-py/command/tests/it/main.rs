//! The command as a user meets it: the program itself, its two outputs and its exit code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test fails by panicking; not every module does all of these"
)]

mod answers;
mod assessing;
mod cataloguing;
mod editions;
mod files;
mod hostile;
mod importing;
mod mending;
mod oscal;
mod pages;
mod refusals;
mod run;
mod writing;
