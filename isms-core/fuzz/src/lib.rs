//! What must hold of every input, whatever it is. The fuzzer calls these functions with inputs of
//! its own making (`cargo dev fuzz`); the tests call them with the inputs that are kept.
//!
//! A target reads an input, asserts what the design promises of it, and says whether the input got
//! past the first refusal. A broken promise is a panic.

#![forbid(unsafe_code)]

mod json;
mod mutate;
mod tally;
mod target;
mod targets;

pub use mutate::{Bytes, cross, mutate};
pub use tally::count;
pub use target::{TARGETS, Target};

/// Makes the program of a target.
#[cfg(feature = "libfuzzer")]
#[macro_export]
macro_rules! fuzzed {
    ($name:ident) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
            $crate::count(($crate::Target::$name.run)(bytes));
        });
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max: usize, seed: u32| {
            $crate::mutate($crate::Target::$name, data, size, max, seed, &mut libfuzzer_sys::fuzzer_mutate)
        });
        libfuzzer_sys::fuzz_crossover!(|one: &[u8], other: &[u8], out: &mut [u8], seed: u32| {
            $crate::cross($crate::Target::$name, one, other, out, seed)
        });
    };
}
