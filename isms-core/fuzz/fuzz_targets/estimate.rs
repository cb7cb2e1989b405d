//! An estimate, as it stands in a record.
#![no_main]

isms_fuzz::fuzzed!(estimate);
