//! Values: the types that a field of a record can have, each with its reader, its writer and its
//! schema, so that the three agree.

mod breakdown;
mod causes;
mod cells;
mod count;
mod date;
mod duration;
mod estimate;
mod extra;
mod field;
mod label;
mod meter;
mod parts;
mod point;
mod probability;
mod sorted;
mod strictness;
mod watch;

pub use breakdown::{Breakdown, Tally};
pub use causes::{Causes, Gate, Link};
pub use cells::{Cells, Holds, Texts};
pub use count::{Amount, Count};
pub use date::{Date, DateFault, Span};
pub use estimate::Estimate;
pub use extra::Extra;
pub use label::{FieldLabel, Label};
pub use meter::Stopped;
pub use parts::{HeadCount, Holding, Lapse, Message, RiskLevel, Sharing, Tailoring, Threshold, Trigger};
pub use point::Point;
pub use watch::{NoWatch, Watch};

pub(crate) use causes::{GATES, LINK, LINK_KEYS, causes_schema};
pub(crate) use date::{date_schema, day_of, days_before, holds, instant_of, later};
pub(crate) use duration::{duration_schema, is_duration, read as read_duration};
pub(crate) use estimate::estimate_schema;
pub(crate) use field::{Dates, Value, any, each_key, object, write_field, write_name};
pub(crate) use label::Worded;
pub(crate) use meter::Meter;
pub(crate) use parts::parts;
pub(crate) use sorted::{sort_by, sort_by_key};
pub(crate) use strictness::{RED, Strictest, UNSAID};
