//! An export of the Aid Worker Security Database.
#![no_main]

isms_fuzz::fuzzed!(csv);
