//! JSON text: a cursor that reads it piece by piece, a reader that remembers where it is and what
//! it could not read, and the few functions that write it.

mod cursor;
mod likeness;
mod personal;
mod place;
mod reader;
// The first upgrade that ships needs it outside of tests.
#[cfg(test)]
pub(crate) mod rewrite;
mod text;
mod texts;

pub(crate) use cursor::{Fields, Shape, Syntax, SyntaxFault};
pub(crate) use likeness::{Likeness, near};
pub(crate) use place::{Members, NoPlace, changed};
pub(crate) use reader::{Misread, Name, Problem, Reader, Step, pointer, shortened};
pub(crate) use text::{compact, text_json, write_number, write_text};
pub(crate) use texts::{TextAt, Wanted};

/// How deep arrays and objects may lie in each other. Counted by ourselves, so that no input
/// reaches the end of the host's stack.
pub(crate) const MAX_DEPTH: usize = 64;
