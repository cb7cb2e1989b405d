//! The laws of the design as properties, and inputs that no one would write but someone will send.

mod dirt;
mod judge;
mod laws;
mod limits;
mod mangled;
