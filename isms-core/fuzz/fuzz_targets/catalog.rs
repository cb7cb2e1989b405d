//! A catalogue of standards, terms and mappings.
#![no_main]

isms_fuzz::fuzzed!(catalog);
