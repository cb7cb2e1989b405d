//! The command as a user meets it: the program itself, its two outputs and its exit code.

mod answers;
mod files;
mod hostile;
mod importing;
mod refusals;
mod run;
mod writing;
