//! What is dangerous by itself: fields that are red by default, and incidents that are not told.

use super::{Incident, Met, Place, Record};

/// What a record guards without being told to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Guard {
    /// Pointers of fields that are red unless `labels` names them; the empty one is the record.
    pub(crate) fields: &'static [&'static str],
    /// What a review may not tell of it.
    pub(crate) withheld: Withheld,
}

/// What a review may not tell of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Withheld {
    /// It may be told.
    #[default]
    Nothing,
    /// It may be counted, not told.
    Told,
    /// Nothing may be said of it: not that it happened.
    Whole,
}

impl Guard {
    /// A record of which a review may say nothing. It is red as a whole.
    pub(crate) const WHOLE: Self = Self { fields: &[""], withheld: Withheld::Whole };

    fn of(fields: &'static [&'static str]) -> Self {
        Self { fields, withheld: Withheld::Nothing }
    }
}

/// Nothing of the kind is guarded.
pub(super) fn nothing(_met: &Met, _record: &mut dyn FnMut() -> Option<Record>) -> Guard {
    Guard::default()
}

/// Contacts, and what is done when the worst comes, are red as a whole.
pub(super) fn always(_met: &Met, _record: &mut dyn FnMut() -> Option<Record>) -> Guard {
    Guard::of(&[""])
}

/// What is not met is a gap, and so is who is not covered.
pub(super) fn result(met: &Met, _record: &mut dyn FnMut() -> Option<Record>) -> Guard {
    if met.is_empty() { Guard::default() } else { Guard::of(&["/result"]) }
}

/// As [`result`].
pub(super) fn state(met: &Met, _record: &mut dyn FnMut() -> Option<Record>) -> Guard {
    if met.is_empty() { Guard::default() } else { Guard::of(&["/state"]) }
}

/// Where people live and work, to the metre, is a target.
pub(super) fn point_of_premises(met: &Met, record: &mut dyn FnMut() -> Option<Record>) -> Guard {
    let mut place = || record().and_then(|record| Place::try_from(record).ok());
    let premises = |place: Place| place.kind.as_deref() == Some("premises");
    if !met.is_empty() && place().is_some_and(premises) { Guard::of(&["/point"]) } else { Guard::default() }
}

/// Which barriers stand, and how well they hold, is half of an attack plan.
pub(super) fn state_of_barrier(met: &Met, _record: &mut dyn FnMut() -> Option<Record>) -> Guard {
    Guard::of(match (met.contains(&"effectiveness"), met.contains(&"status")) {
        (false, false) => &[],
        (true, false) => &["/effectiveness"],
        (false, true) => &["/status"],
        (true, true) => &["/effectiveness", "/status"],
    })
}

/// What those whom an incident befell allow, and what is not over. What can't be read, and a word that we don't know,
/// may mean the strictest.
pub(super) fn held_back(met: &Met, record: &mut dyn FnMut() -> Option<Record>) -> Guard {
    if met.is_empty() {
        return Guard::default();
    }
    let Some(incident) = record().and_then(|record| Incident::try_from(record).ok()) else { return Guard::WHOLE };
    let unread = |field: &str, is_read: bool| met.contains(&field) && !is_read;
    let twice = met.len() > 2 || (met.len() == 2 && met.first() == met.last());
    if incident.open == Some(true) || unread("open", incident.open.is_some()) || twice {
        return Guard::WHOLE;
    }
    match incident.consent.as_deref() {
        None if unread("consent", false) => Guard::WHOLE,
        None | Some("share") => Guard::default(),
        Some("count_only") => Guard { fields: &[], withheld: Withheld::Told },
        Some(_) => Guard::WHOLE,
    }
}
