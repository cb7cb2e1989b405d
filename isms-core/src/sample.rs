//! The bundled sample.

use crate::packed::text;
use std::sync::LazyLock;

/// The bundled sample, a register of a fictional country: four agencies, two areas, a chain from
/// risk factors to losses and the response to it, with four planted faults such as people make.
///
/// It is written for [`SAMPLE_DAY`]. Ask it for that day: later ones find that what was verified then holds no more.
/// `neighbours`, a national NGO, lacks nothing that is asked for; `ostrin`, an international one, has gaps, people who are
/// not covered and no strategy; `unodh` and `mine-unit`, of the UN, have a designated official ad interim and a team that
/// is not complete.
/// Its text is unpacked when it is first asked for.
///
/// ```
/// use isms_core::{AssessOptions, Catalogs, Register, SAMPLE, SAMPLE_DAY, State};
/// let register = Register::open(SAMPLE.as_bytes())?;
/// assert_eq!(register.check().findings.len(), 4);
/// let found = register.assess(&AssessOptions::on(SAMPLE_DAY.parse()?), &Catalogs::bundled())?;
/// let stand = |agency| found.headquarters.iter().find(|office| office.agency == agency).map(|office| office.state);
/// assert_eq!((stand("neighbours"), stand("ostrin")), (Some(State::Holds), Some(State::Gap)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub static SAMPLE: LazyLock<String> = text!("sample/register.json");

/// The day for which [`SAMPLE`] is written.
pub const SAMPLE_DAY: &str = "2026-10-15";

/// The faults planted in [`SAMPLE`], as JSON: code, severity, subject, and how a person made the
/// mistake. `planted` are found on any day but while they are acknowledged, `later` from some day after 2026-10-15 on.
pub const SAMPLE_PLANTED: &str = include_str!("../sample/planted.json");
