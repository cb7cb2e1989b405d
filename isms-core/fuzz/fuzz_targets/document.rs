//! A document: opened, checked, saved, opened again, and asked.
#![no_main]

isms_fuzz::fuzzed!(document);
