//! Gathering what speaks for and against a programme.

use super::data::{Counted, Decided, GoNoGo, Impeded, Step};
use crate::assess::{AssessOptions, AssessedOffice, Office, SOON, State, UN_STANDARD, assess, outward};
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::finding::{Code, Fact, Refusal};
use crate::model::{Access, Contingency, Decision, Kind, Post, Programme, Relation, Strategy};
use crate::register::Register;
use crate::value::{Date, Meter, RiskLevel, Threshold, Watch, holds, later};
use std::collections::{HashMap, HashSet};

/// Roles that decide in an agency.
const DECIDERS: [&str; 4] = ["head_of_agency", "head_of_office", "executive_head", "senior_manager"];

/// Roles that decide in the UN system, whosever posts they are.
const UN_DECIDERS: [&str; 2] = ["designated_official", "area_security_coordinator"];

/// The sheet of a programme. Linear in the records, and the cost of the assessment of its office.
pub(crate) fn go_no_go(
    register: &Register,
    programme: &str,
    options: &AssessOptions,
    catalogs: &Catalogs,
    watch: &mut dyn Watch,
) -> Result<GoNoGo, Refusal> {
    let hidden = register.without_untold();
    let register = hidden.as_ref().unwrap_or(register);
    let (row, found) = programme_of(register, programme)?;
    let as_of = &options.as_of;
    let agency = register.first_referred(row, Relation::OfAgency).and_then(|row| register.id_of_row(row));
    let place = register.first_referred(row, Relation::AtPlace).and_then(|row| register.id_of_row(row));
    let office = agency.zip(place).map(|(agency, place)| Office::new(agency, place));
    let options = AssessOptions { offices: office.into_iter().collect(), ..options.clone() };
    let assessed = if options.offices.is_empty() {
        // Nothing to assess: the watch is told that it is done.
        Meter::new(watch, 1, register.records.rows.numbers()).pass()?;
        None
    } else {
        Some(assess(register, &options, catalogs, watch)?)
    };
    let decision = decision(register, row, as_of);
    let strategy = strategy(register, row, as_of);
    let decided = decided(decision.as_ref(), as_of);
    let office = assessed.as_ref().and_then(|assessed| assessed.offices.first().cloned());
    let may_decide = register.first_referred(row, Relation::AtPlace).map_or_else(Vec::new, |place| {
        let is_un = office.as_ref().is_some_and(is_of_the_un);
        deciders(register, register.first_referred(row, Relation::OfAgency), place, as_of, is_un)
    });
    let mut against = office.as_ref().map(of_office).unwrap_or_else(|| vec!["office_not_known"]);
    if let Some((row, decision)) = &decision {
        against.extend(of_decision(register, *row, decision, strategy.as_ref(), catalogs));
        let soon = later(as_of, SOON);
        let lapses = decision.until.as_ref().filter(|until| !until.is_certainly_before(as_of));
        let is_near = lapses.zip(soon).is_some_and(|(until, soon)| until.span().last <= soon);
        against.extend(is_near.then_some("lapses_soon"));
        let by = register.first_referred(*row, Relation::ByPost).and_then(|post| register.typed::<Post>(post));
        let role = by.and_then(|post| post.role);
        let advises = |role: &String| catalogs.broader("posts.role", role).any(|term| term == "security_adviser");
        against.extend(role.as_ref().is_some_and(advises).then_some("adviser_decides"));
    }
    let is_undecided = assessed.as_ref().is_some_and(|found| !found.duties.undecided.is_empty());
    against.extend(is_undecided.then_some("undecided_assessment"));
    against.extend(trigger_reached(register, row, as_of).then_some("trigger_reached"));
    let cells = assessed.map(|assessed| assessed.coverage.cells).unwrap_or_default();
    Ok(GoNoGo {
        label: register.label_of_gaps(),
        as_of: as_of.to_string(),
        programme: programme.to_owned(),
        title: found.title,
        agency: agency.map(str::to_owned),
        place: place.map(str::to_owned),
        criticality: found.criticality,
        people_in_need: found.people_in_need.map(Counted::from),
        people_reached: found.people_reached.map(Counted::from),
        state: found.state,
        impeded: impeded(register, row, as_of),
        decided: decided.to_owned(),
        decision: decision.map(|(_, decision)| told(decision)),
        against: against.into_iter().map(str::to_owned).collect(),
        office,
        may_decide,
        not_covered: cells.into_iter().filter(|cell| cell.state != "yes").collect(),
        thresholds: strategy.map(steps).unwrap_or_default(),
    })
}

fn programme_of(register: &Register, id: &str) -> Result<(RowId, Programme), Refusal> {
    let row = register.row(id).ok_or_else(|| register.unknown_id(id, &[Kind::Programme]).within("/programme"))?;
    let found = register.typed::<Programme>(row);
    found.map(|found| (row, found)).ok_or_else(|| {
        let kind = register.records.rows.kind(row).map_or("none", Kind::singular);
        let message =
            format!("expected the id of a programme, found `{id}`, which is of kind {kind}; name a programme");
        let finding = crate::finding::Finding::new(Code::BadRequest, "/programme", message);
        finding.fact(Fact::text("id", id)).into()
    })
}

/// Whether a record speaks of the programme: it names it, or, naming none, the agency and place of the programme.
fn is_of(register: &Register, row: RowId, programme: RowId) -> bool {
    let named: Vec<_> = register
        .records
        .references
        .of(row)
        .filter(|target| target.relation == Relation::OfProgramme)
        .filter_map(|target| register.records.row_of(target.symbol))
        .collect();
    if !named.is_empty() {
        return named.contains(&programme);
    }
    let same = |relation| {
        let of = register.first_referred(row, relation);
        of.is_some() && of == register.first_referred(programme, relation)
    };
    same(Relation::OfAgency) && same(Relation::AtPlace)
}

/// For what a decision is: its programmes, its agency, its place.
type Of<'d> = (&'d [String], Option<&'d str>, Option<&'d str>);

/// The decisions that a later one takes the place of: for the same programmes, agency and place.
pub(crate) fn renewed(decisions: &[(RowId, Decision)]) -> HashSet<RowId> {
    let mut latest: HashMap<Of<'_>, (i64, RowId)> = HashMap::new();
    let key = |decision: &'_ Decision| -> i64 { decision.date.as_ref().map_or(i64::MIN, |date| date.span().last) };
    for (row, decision) in decisions {
        let of = (decision.programmes.as_slice(), decision.agency.as_deref(), decision.place.as_deref());
        let known = latest.entry(of).or_insert((key(decision), *row));
        if key(decision) > known.0 {
            *known = (key(decision), *row);
        }
    }
    let kept: HashSet<RowId> = latest.into_values().map(|(_, row)| row).collect();
    decisions.iter().map(|(row, _)| *row).filter(|row| !kept.contains(row)).collect()
}

/// The latest decision on the programme.
fn decision(register: &Register, programme: RowId, as_of: &Date) -> Option<(RowId, Decision)> {
    let rows = register.rows_of(Kind::Decision).filter(|row| is_of(register, *row, programme));
    let found = rows.filter_map(|row| Some((row, register.typed::<Decision>(row)?)));
    let dated =
        found.filter(|(_, decision)| decision.date.as_ref().is_some_and(|date| !as_of.is_certainly_before(date)));
    // One that holds comes before one that has lapsed.
    let in_force = |decision: &Decision| decision.until.as_ref().is_none_or(|until| !until.is_certainly_before(as_of));
    dated.max_by_key(|(_, decision)| (in_force(decision), decision.date.as_ref().map(|date| date.span().last)))
}

fn decided(decision: Option<&(RowId, Decision)>, as_of: &Date) -> &'static str {
    let Some((_, decision)) = decision else { return "undecided" };
    if decision.until.as_ref().is_some_and(|until| until.is_certainly_before(as_of)) {
        return "lapsed";
    }
    match decision.choice.as_deref() {
        Some("proceed" | "return") => "go",
        Some("proceed_with_conditions" | "restrict" | "remote") => "go_with_conditions",
        Some("suspend" | "hibernate" | "relocate" | "evacuate") => "no_go",
        _ => "undecided",
    }
}

/// Whether a trigger was reached of a plan for the place of the programme, or one in which it lies, that is not set going.
fn trigger_reached(register: &Register, programme: RowId, as_of: &Date) -> bool {
    let of = |row, relation| register.first_referred(row, relation);
    let Some(place) = of(programme, Relation::AtPlace) else { return false };
    let around = outward(register, place);
    let mut plans = register.rows_of(Kind::Contingency).filter(|row| {
        let is_own =
            of(*row, Relation::OfAgency).is_none_or(|agency| Some(agency) == of(programme, Relation::OfAgency));
        let at = of(*row, Relation::AtPlace);
        let is_near = at.is_none_or(|at| around.contains(&at) || outward(register, at).contains(&place));
        is_own && is_near
    });
    plans.any(|row| {
        let plan = register.typed::<Contingency>(row);
        plan.is_some_and(|plan| {
            let is_reached = |date: &Date| !as_of.is_certainly_before(date);
            holds(plan.since.as_ref(), plan.until.as_ref(), as_of)
                && plan.activated_for.is_empty()
                && plan.triggers.iter().any(|trigger| trigger.reached.as_ref().is_some_and(is_reached))
        })
    })
}

fn of_office(office: &AssessedOffice) -> Vec<&'static str> {
    let words = [
        (office.adoptions.is_empty(), "no_standard"),
        (office.state == State::Gap, "gap"),
        (office.state == State::NotKnown, "not_known"),
        (office.overdue > 0, "overdue"),
        (office.others == Some(State::Gap), "other_agency_gap"),
    ];
    words.into_iter().filter(|(is_so, _)| *is_so).map(|(_, word)| word).collect()
}

fn of_decision(
    register: &Register,
    row: RowId,
    decision: &Decision,
    strategy: Option<&Strategy>,
    catalogs: &Catalogs,
) -> Vec<&'static str> {
    let assessment = register.first_referred(row, Relation::RestsOn);
    let digest = assessment.and_then(|row| register.digest_of_row(row));
    let is_stale = decision.digest.as_ref().is_some_and(|said| Some(said.trim().to_lowercase()) != digest);
    let accepted = strategy.and_then(|strategy| strategy.acceptable_risk.as_ref());
    let above = accepted.zip(decision.level.as_ref()).and_then(|(most, level)| is_above(catalogs, level, most));
    let words = [
        (assessment.is_none(), "no_assessment"),
        (is_stale, "stale_digest"),
        (decision.dissent.is_some(), "dissent"),
        (decision.by.is_none(), "nobody_decided"),
        (strategy.is_none(), "no_strategy"),
        (above == Some(true), "above_acceptable_risk"),
        (accepted.is_some() && above.is_none(), "risk_not_compared"),
        (decision.informed.is_none(), "nobody_informed"),
        (
            decision.informed.zip(decision.consented).is_some_and(|(told, agreed)| agreed.high < told.low),
            "not_all_agree",
        ),
    ];
    words.into_iter().filter(|(is_so, _)| *is_so).map(|(_, word)| word).collect()
}

/// Whether a level of risk is above another one; `None`: they can't be compared.
fn is_above(catalogs: &Catalogs, level: &RiskLevel, most: &RiskLevel) -> Option<bool> {
    let scale = catalogs.scale(&level.scale).filter(|_| level.scale == most.scale)?;
    let rank = |word: &str| scale.levels.iter().position(|found| found.id.as_deref() == Some(word));
    Some(rank(&level.level)? > rank(&most.level)?)
}

fn strategy(register: &Register, programme: RowId, as_of: &Date) -> Option<Strategy> {
    let rows = register.rows_of(Kind::Strategy).filter(|row| is_of(register, *row, programme));
    let mut found = rows.filter_map(|row| register.typed::<Strategy>(row));
    found.find(|strategy| holds(strategy.since.as_ref(), strategy.until.as_ref(), as_of))
}

fn steps(strategy: Strategy) -> Vec<Step> {
    strategy.thresholds.into_iter().map(|Threshold { step, at }| Step { step, at }).collect()
}

fn impeded(register: &Register, programme: RowId, as_of: &Date) -> Vec<Impeded> {
    let rows = register.rows_of(Kind::Access);
    let of = rows.filter(|row| register.first_referred(*row, Relation::OfProgramme) == Some(programme));
    let found = of.filter_map(|row| register.typed::<Access>(row));
    let begun = |access: &Access| access.date.as_ref().is_none_or(|date| !as_of.is_certainly_before(date));
    let now = found.filter(|access| begun(access) && holds(access.since.as_ref(), access.until.as_ref(), as_of));
    now.map(|access| Impeded { id: access.id, how: access.how, not_reached: access.not_reached.map(Counted::from) })
        .collect()
}

/// Posts of deciders that are held on the day, for a place or one in which it lies: those of the agency, and for an agency
/// of the UN system the designated official.
pub(crate) fn deciders(
    register: &Register,
    agency: Option<RowId>,
    place: RowId,
    as_of: &Date,
    is_un: bool,
) -> Vec<String> {
    let around = outward(register, place);
    let decides = |row: &RowId| {
        let Some(post) = register.typed::<Post>(*row) else { return false };
        let role = post.role.as_deref().unwrap_or_default();
        let is_held = post.held.iter().any(|held| holds(held.since.as_ref(), held.until.as_ref(), as_of));
        let is_near = register.first_referred(*row, Relation::AtPlace).is_none_or(|at| around.contains(&at));
        let is_own = DECIDERS.contains(&role) && register.first_referred(*row, Relation::OfAgency) == agency;
        let is_official = is_un && UN_DECIDERS.contains(&role);
        (is_own || is_official) && is_held && is_near && holds(post.since.as_ref(), post.until.as_ref(), as_of)
    };
    register.rows_of(Kind::Post).filter(decides).filter_map(|row| register.id_of_row(row)).map(str::to_owned).collect()
}

/// Whether the standard of the UN system holds in an office.
pub(crate) fn is_of_the_un(office: &AssessedOffice) -> bool {
    office.standings.iter().any(|standing| standing.by == "standard" && standing.name == UN_STANDARD)
}

fn told(decision: Decision) -> Decided {
    Decided {
        id: decision.id,
        choice: decision.choice,
        treatment: decision.treatment,
        by: decision.by,
        advised_by: decision.advised_by,
        date: decision.date.map(|date| date.to_string()),
        until: decision.until.map(|until| until.to_string()),
        conditions: decision.conditions,
        lapses_when: decision.lapses_when,
        dissent: decision.dissent,
        assessment: decision.assessment,
        reason: decision.reason,
        informed: decision.informed.map(Counted::from),
        consented: decision.consented.map(Counted::from),
    }
}
