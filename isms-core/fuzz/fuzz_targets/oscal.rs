//! A catalogue or a profile of OSCAL.
#![no_main]

isms_fuzz::fuzzed!(oscal);
