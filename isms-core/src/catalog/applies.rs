//! When a requirement applies.

use crate::value::{RiskLevel, any, object};

object! {
    /// When a requirement applies: all that is said here must be so. Nothing said: always.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub Applies as "{\"agencies\", \"places\", \"assets\", \"staff_at_least\", \"level_at_least\"}" if any {
        /// To agencies of one of these types, terms.
        agencies: Vec<String>,
        /// At places of one of these types, terms.
        places: Vec<String>,
        /// Where there is an asset of one of these types, terms.
        assets: Vec<String>,
        /// Where there are so many people of the agency, or more.
        staff_at_least: Option<u64>,
        /// Where the risk was assessed at this level, or a higher one of its scale.
        level_at_least: Option<RiskLevel>,
    }
}
