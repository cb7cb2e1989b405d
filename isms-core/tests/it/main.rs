//! What the library does, seen from outside.

#[cfg(test)]
mod awsd;
