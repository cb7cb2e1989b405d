//! Faults: what is planted into a document, so that every kind of finding is found in it.

use super::random::Random;

/// One fault of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No object stands there.
    NoObject,
    /// A note that is a number.
    WrongType,
    /// A probability over 1.
    OutOfRange,
    /// The title stands there twice.
    RepeatedKey,
    /// A key much like a known one.
    NearKey,
    /// No id.
    MissingId,
    /// The id of the record before.
    DuplicateId,
    /// A cause, or a place, that is not there.
    Dangling,
    /// A cause, or a place, of a kind that the field does not take.
    WrongKind,
    /// A cause of a stage that the record does not take.
    WrongStage,
    /// A cause named twice.
    RepeatedLink,
    /// A record that causes itself, or two that cause each other.
    Cycle,
    /// A date certainly before that of a cause, or an end before its begin.
    OrderInTime,
    /// A year that may be before the date of a cause.
    OrderInDoubt,
    /// No title.
    MissingTitle,
    /// No causes.
    NoCauses,
    /// A threat of one factor, an incident of that threat alone, a loss of that incident alone.
    SingleFactor,
    /// An incident without a place.
    NoPlace,
}

/// Faults that readers who read into types of their own can read too.
pub const READABLE: &[Fault] = &[
    Fault::MissingId,
    Fault::DuplicateId,
    Fault::Dangling,
    Fault::WrongKind,
    Fault::WrongStage,
    Fault::RepeatedLink,
    Fault::Cycle,
    Fault::OrderInTime,
    Fault::OrderInDoubt,
    Fault::MissingTitle,
    Fault::NoCauses,
    Fault::SingleFactor,
    Fault::NoPlace,
];

/// All faults.
pub const ALL: &[Fault] = &[
    Fault::NoObject,
    Fault::WrongType,
    Fault::OutOfRange,
    Fault::RepeatedKey,
    Fault::NearKey,
    Fault::MissingId,
    Fault::DuplicateId,
    Fault::Dangling,
    Fault::WrongKind,
    Fault::WrongStage,
    Fault::RepeatedLink,
    Fault::Cycle,
    Fault::OrderInTime,
    Fault::OrderInDoubt,
    Fault::MissingTitle,
    Fault::NoCauses,
    Fault::SingleFactor,
    Fault::NoPlace,
];

impl Fault {
    /// Whether a record whose id begins with this letter can have it.
    fn fits(self, letter: &str) -> bool {
        match self {
            Self::WrongStage | Self::RepeatedLink | Self::NoCauses | Self::SingleFactor => "til".contains(letter),
            Self::OutOfRange | Self::Dangling | Self::WrongKind => letter != "p",
            Self::Cycle => letter == "t",
            Self::OrderInDoubt | Self::NoPlace => letter == "i",
            _ => true,
        }
    }
}

/// Decides which record has which fault.
pub(super) struct Planter {
    random: Random,
    /// How many records in a thousand have a fault.
    per_mille: usize,
    /// The faults, and how often each was planted.
    planted: Vec<(Fault, usize)>,
}

impl Planter {
    pub(super) fn new(per_mille: usize, faults: &[Fault], seed: u64) -> Self {
        let planted = faults.iter().map(|fault| (*fault, 0)).collect();
        Self { random: Random { state: seed ^ 0x5eed_fa17 }, per_mille, planted }
    }

    /// Whether there is any.
    pub(super) fn is_on(&self) -> bool {
        self.per_mille > 0 && !self.planted.is_empty()
    }

    /// Whether the document has faults outside its records too.
    pub(super) fn has(&self, fault: Fault) -> bool {
        self.is_on() && self.planted.iter().any(|(found, _)| *found == fault)
    }

    /// The fault of the next record: of those that it can have, the one that is rarest so far.
    pub(super) fn next(&mut self, letter: &str) -> Option<Fault> {
        if !self.is_on() || self.random.below(1_000) >= self.per_mille {
            return None;
        }
        let fitting = self.planted.iter_mut().filter(|(fault, _)| fault.fits(letter));
        let (fault, count) = fitting.min_by_key(|(_, count)| *count)?;
        *count += 1;
        Some(*fault)
    }
}
