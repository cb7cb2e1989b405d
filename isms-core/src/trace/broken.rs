//! Broken traces: records of the chain that can't be traced back.

use crate::finding::{DEFAULT_CAP, Refusal};
use crate::graph::Unfollowed;
use crate::model::{Kind, shown_id};
use crate::register::Register;
use crate::value::{Label, Meter, Watch};

/// Where a trace breaks: a record above the stage of risk factors without a cause that can be
/// followed, or one link that can't be.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Broken {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// The kind of cause that is missing.
    pub missing: String,
    /// The id that the link names; absent: the record names no cause at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Why the link can't be followed: `dangling`, `wrong_stage`, `self`, `cycle`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// The broken traces of a whole register.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct BrokenTraces {
    /// Who may see this answer: it shows gaps, so `red`, for the audience of all records.
    pub label: Label,
    /// How many there are, exactly, by the kind of the record.
    pub by_kind: Vec<BrokenTally>,
    /// The first thousand, in the order of the document.
    pub broken: Vec<Broken>,
    /// The list holds fewer than there are.
    pub capped: bool,
}

/// How many traces break at records of one kind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct BrokenTally {
    /// The kind of the records.
    pub kind: String,
    /// The kind of cause that is missing.
    pub missing: String,
    /// How many.
    pub count: u64,
}

/// Where the trace of a row breaks; `causes` are its ancestors.
pub(crate) fn broken_of(register: &Register, row: u32, causes: &[u32], meter: &Meter<'_>) -> Vec<Broken> {
    let mut rows: Vec<u32> = causes.iter().copied().chain([row]).collect();
    rows.sort_unstable();
    meter.over(rows).flat_map(|row| breaks(register, row)).collect()
}

/// The broken traces of a register. Linear.
pub(crate) fn broken_traces(register: &Register, watch: &mut dyn Watch) -> Result<BrokenTraces, Refusal> {
    let meter = Meter::new(watch, 4, register.records.rows.numbers());
    register.graph_within(&meter)?;
    let mut answer =
        BrokenTraces { label: register.label_of_gaps(), by_kind: Vec::new(), broken: Vec::new(), capped: false };
    for kind in [Kind::Threat, Kind::Incident, Kind::Loss] {
        let Some(missing) = kind.cause() else {
            continue;
        };
        let mut count = 0;
        for row in meter.over(register.rows_of(kind)) {
            let breaks = breaks(register, row);
            count += breaks.len() as u64;
            let room = DEFAULT_CAP.saturating_sub(answer.broken.len());
            answer.capped |= breaks.len() > room;
            answer.broken.extend(breaks.into_iter().take(room));
        }
        meter.pass()?;
        if count > 0 {
            let (kind, missing) = (kind.singular().to_owned(), missing.singular().to_owned());
            answer.by_kind.push(BrokenTally { kind, missing, count });
        }
    }
    Ok(answer)
}

/// Where the trace breaks at one row: a link that can't be followed each, or the record itself if
/// it has no link at all. A link repeated breaks nothing: the first one is followed.
fn breaks(register: &Register, row: u32) -> Vec<Broken> {
    let graph = register.graph();
    let Some(kind) = register.records.rows.kind(row) else {
        return Vec::new();
    };
    let Some(missing) = kind.cause() else {
        return Vec::new();
    };
    let broken = |link: Option<&Unfollowed>| Broken {
        id: register.id_of_row(row).unwrap_or_default().to_owned(),
        kind: kind.singular().to_owned(),
        missing: missing.singular().to_owned(),
        link: link.and_then(|link| register.named(row, link.nth)).map(shown_id),
        why: link.map(|link| link.why.as_str().to_owned()),
    };
    let unfollowed = graph.unfollowed_of(row);
    let mut found: Vec<Broken> =
        unfollowed.iter().filter(|link| link.why.breaks()).map(|link| broken(Some(link))).collect();
    if found.is_empty() && graph.causes(row).is_empty() {
        found.push(broken(None));
    }
    found
}
