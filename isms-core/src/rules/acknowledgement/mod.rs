//! Acknowledgements: findings that were read and set aside, and those that set nothing aside.

mod aside;
pub(super) mod idle_acknowledgement;

pub(super) use aside::Aside;
