//! The words by which the requirements of a standard are placed and counted: the structure of the field, not a vocabulary.

/// The four sectors.
pub(crate) const SECTORS: [&str; 4] = ["analysis", "community", "protection", "mitigation"];
/// The core functions.
pub(crate) const FUNCTIONS: [&str; 3] = ["policy", "training", "evaluation"];
/// The fields of protection.
pub(crate) const FIELDS: [&str; 4] = ["staff", "premises", "transport", "communication"];
/// Where something is met.
pub(crate) const LEVELS: [&str; 3] = ["headquarters", "regional", "local"];
/// The schools.
pub(crate) const APPROACHES: [&str; 3] = ["system", "community", "both"];
/// How much it is asked for.
pub(crate) const FORCES: [&str; 2] = ["must", "should"];
