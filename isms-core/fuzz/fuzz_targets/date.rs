//! Two dates, a line each.
#![no_main]

isms_fuzz::fuzzed!(date);
