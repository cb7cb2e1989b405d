//! A letter that chooses a register, and a request to it.
#![no_main]

isms_fuzz::fuzzed!(ask);
