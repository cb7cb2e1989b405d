//! Assess: for any day and any offices, which requirements of the standards that they adopted are met, and where the gaps are.

mod answer;
mod applying;
mod assessing;
mod carried;
mod coverage;
mod duties;
mod each;
mod findings;
mod flows;
mod governance;
mod integration;
mod near;
mod offices;
mod options;
mod places;
mod posts;
mod posture;
mod practice;
mod preparedness;
mod rows;
mod scope;
mod standards;
mod tally;
mod training;
mod verdicts;
mod whole;

pub use answer::{Assessed, AssessedOffice, AssessedStandard, Gap, Standing, State, Unproven, Verdicts};
pub use carried::CarriedOver;
pub use coverage::{Bounds, Coverage, Covered, Exposed};
pub use duties::{Duties, Owed, Undecided};
pub use flows::{Flow, Flows, Unshared};
pub use governance::Area;
pub use integration::{FoundLapse, Integration, Lacking};
pub use options::{AssessOptions, Office};

pub use posts::{Answered, Posts};
pub use posture::Posture;
pub use practice::{AnsweredStage, OfficePractice, Pledge, Practice, ProtectedField};
pub use preparedness::{Drilled, LookedBack, Preparedness};
pub use training::Topic;

pub(crate) use duties::CARE;
pub(crate) use each::{Each, Stated, Stating, each};
pub(crate) use places::outward;
pub(crate) use rows::{AssessedRow, each_row};
pub(crate) use whole::{PASSES, SOON, UN_STANDARD, assess, assess_within};
