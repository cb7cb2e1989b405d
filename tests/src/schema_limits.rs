//! What JSON Schema can't say of a document.

/// The faults that the reader reports and the schema can't see, each in a sentence for the page of the
/// format. A test plants each of them. The other way round there is nothing: what the schema refuses
/// the reader reports.
pub const SCHEMA_LIMITS: &[&str] = &[
    "a key that stands twice in one object: a program that reads JSON mostly sees the last one;",
    "a lone surrogate, a number beyond the doubles, lists and objects more than 64 deep: what a program makes of them is its own;",
    "an id of up to 200 characters and more than 200 bytes: the schema counts characters;",
    "29 February of a year that has none;",
    "order between numbers of one value: low ≤ high, min ≤ mode ≤ max and min < max, p05 < p95, seen ≤ of, and \
     `at_least` not above the number of links;",
    "what lies between records: ids that are unique, references that lead somewhere, dates in their order.",
];
