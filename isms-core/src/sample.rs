//! The bundled sample.

/// The bundled sample, a register of a fictional country: three agencies, two areas, a chain from
/// risk factors to losses, with four planted faults such as people make.
///
/// ```
/// use isms_core::{Register, SAMPLE};
/// let register = Register::open(SAMPLE.as_bytes())?;
/// assert_eq!(register.check().findings.len(), 4);
/// # Ok::<(), isms_core::Refusal>(())
/// ```
pub const SAMPLE: &str = include_str!("../sample/register.json");

/// The faults planted in [`SAMPLE`], as JSON: code, severity, subject, and how a person made the
/// mistake.
pub const SAMPLE_PLANTED: &str = include_str!("../sample/planted.json");
