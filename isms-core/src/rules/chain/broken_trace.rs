//! The rule `broken_trace`.

use crate::finding::{Code, Fact, Finding};
use crate::model::{Kind, Relation};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::Meter;
use std::collections::BTreeMap;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::BrokenTrace,
    looks_for: "A threat, an incident or a loss without a cause that can be followed. Observed records of one kind from one source that records no causes at all, such as an imported data set, give one finding with a count.",
    why: "Every loss comes from an incident, a threat and risk factors. Where the record breaks off, nobody can learn what should have been seen.",
    example: "An incident reported by radio, with no threat named.",
    normal_when: "Reports arrive incomplete, and imported data sets seldom have causes.",
    what_to_do: "Ask what threat was carried out, or which risk factors came together, and link them. If nobody knows, set the finding aside with an acknowledgement that says so.",
    claims: &["CHAIN-08", "CHAIN-12"],
};

/// A source that records no causes of one kind, and how many records it has of it.
type Sources = BTreeMap<(Kind, String), u64>;

/// Finds records that can't be traced back. Linear.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let sources = sources_without_causes(register, meter);
    for kind in [Kind::Threat, Kind::Incident, Kind::Loss] {
        for row in meter.over(register.rows_of(kind)).filter(|row| register.graph().causes(*row).is_empty()) {
            if sources.is_empty() || !is_of_source(register, &sources, kind, row) {
                log.push(RULE.code, Some(row), || single(register, kind, row));
            }
        }
    }
    for ((kind, source), count) in &sources {
        log.push(RULE.code, None, || whole_source(*kind, source, *count));
    }
}

/// Sources of two or more observed records of a kind, none of which names a cause.
fn sources_without_causes(register: &Register, meter: &Meter<'_>) -> Sources {
    let source_of = |row: u32, kind: Kind| register.records.source_of(row).map(|source| (kind, source));
    let observed = register.observed().filter(|(_, kind)| kind.cause().is_some());
    let (caused, uncaused): (Vec<_>, Vec<_>) = observed.partition(|(row, _)| names_causes(register, *row));
    let mut sources = Sources::new();
    for source in meter.over(uncaused).filter_map(|(row, kind)| source_of(row, kind)) {
        *sources.entry(source).or_default() += 1;
    }
    sources.retain(|_, count| *count > 1);
    if !sources.is_empty() {
        for source in meter.over(caused).filter_map(|(row, kind)| source_of(row, kind)) {
            sources.remove(&source);
        }
    }
    sources
}

fn names_causes(register: &Register, row: u32) -> bool {
    register.records.references.of(row).any(|target| target.relation == Relation::CausedBy)
}

fn is_of_source(register: &Register, sources: &Sources, kind: Kind, row: u32) -> bool {
    let observed = register.records.begin_of(row).is_some_and(|begin| begin.observed);
    observed && register.records.source_of(row).is_some_and(|source| sources.contains_key(&(kind, source)))
}

fn single(register: &Register, kind: Kind, row: u32) -> Finding {
    let missing = kind.cause().map_or("", Kind::singular).replace('_', " ");
    let links = register.graph().unfollowed_of(row).len();
    let found = if links == 0 { "none".to_owned() } else { format!("{links} that can't be followed") };
    let message = format!(
        "expected a cause of kind {missing}, found {found}; name what led to it, or acknowledge the finding if nobody knows"
    );
    Finding::new(RULE.code, format!("{}/causes", register.records.rows.pointer(row)), message)
        .of(register.id_of_row(row))
        .resting_on(RULE.claims)
        .fact(Fact::text("kind", kind.singular()))
        .fact(Fact::text("missing", kind.cause().map_or("", Kind::singular)))
}

fn whole_source(kind: Kind, source: &str, count: u64) -> Finding {
    let plural = kind.plural().replace('_', " ");
    let message = format!(
        "expected causes, found none on any of the {count} observed {plural} from one source ({source}); they can be counted, not traced"
    );
    Finding::new(RULE.code, format!("/{}", kind.plural()), message)
        .resting_on(RULE.claims)
        .fact(Fact::text("kind", kind.singular()))
        .fact(Fact::text("source", source))
        .fact(Fact::count("count", usize::try_from(count).unwrap_or(usize::MAX)))
}
