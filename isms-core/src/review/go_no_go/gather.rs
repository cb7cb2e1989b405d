//! Gathering what speaks for and against a programme.

use super::agreements;
use super::data::{Counted, GoNoGo, Impeded, Step};
use super::decisions::{self, nearness};
use super::fix::to_fix;
use crate::assess::{
    AssessOptions, Assessed, AssessedOffice, Office, PASSES, State, UN_STANDARD, assess_within, outward,
};
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::finding::{Code, Fact, Finding, Findings, Refusal};
use crate::model::{Access, Kind, Post, Programme, Relation, Strategy};
use crate::register::Register;
use crate::review::triggers::{Reached, triggers};
use crate::rules;
use crate::value::{Date, Meter, Threshold, Watch, holds};

/// Roles that decide in an agency.
const DECIDERS: [&str; 4] = ["head_of_agency", "head_of_office", "executive_head", "senior_manager"];

/// Roles that decide in the UN system, whosever posts they are.
const UN_DECIDERS: [&str; 2] = ["designated_official", "area_security_coordinator"];

/// The sheet of a programme. Linear in the records: the cost of a check, and of the assessment of its office.
pub(crate) fn go_no_go(
    register: &Register,
    programme: &str,
    options: &AssessOptions,
    catalogs: &Catalogs,
    watch: &mut dyn Watch,
) -> Result<GoNoGo, Refusal> {
    refuse_offices(options)?;
    let hidden = register.without_untold();
    let register = hidden.as_ref().unwrap_or(register);
    let (row, found) = programme_of(register, programme)?;
    let as_of = &options.as_of;
    let agency = register.first_referred(row, Relation::OfAgency).and_then(|row| register.id_of_row(row));
    let place = register.first_referred(row, Relation::AtPlace).and_then(|row| register.id_of_row(row));
    let office = agency.zip(place).map(|(agency, place)| Office::new(agency, place));
    let passes = rules::PASSES + if office.is_some() { PASSES } else { 0 };
    let meter = Meter::new(watch, passes, register.records.rows.numbers());
    let fix = to_fix(register, row, &rules::check(register, Some(as_of), Some(catalogs), &meter)?);
    let assessed = assessed(register, office, options, catalogs, &meter)?;
    let (decision, others) = decisions::of(register, row, as_of);
    let others: Vec<_> = others.into_iter().map(|(_, decision)| decision).collect();
    let strategy = strategy(register, row, as_of);
    let decided = decision.as_ref().map_or("undecided", |(_, decision)| decisions::word(decision, as_of));
    let office = assessed.as_ref().and_then(|assessed| assessed.offices.first().cloned());
    let may_decide = register.first_referred(row, Relation::AtPlace).map_or_else(Vec::new, |place| {
        let is_un = office.as_ref().is_some_and(is_of_the_un);
        deciders(register, register.first_referred(row, Relation::OfAgency), place, as_of, is_un)
    });
    let triggers = triggers_near(register, row, as_of);
    let findings = assessed.as_ref().map(|assessed| &assessed.findings);
    let known = office.as_ref().zip(findings).map(|(office, findings)| of_office(office, findings));
    let (cells, undecided) = assessed.map(|found| (found.coverage.cells, found.duties.undecided)).unwrap_or_default();
    // What makes the sheet itself doubtful, and what calls for a decision at once, stands first.
    let is_reached = triggers.iter().any(|reached| !reached.activated);
    let mut against: Vec<&str> = (!fix.is_empty()).then_some("record_in_error").into_iter().collect();
    against.extend(is_reached.then_some("trigger_reached"));
    against.extend((!undecided.is_empty()).then_some("undecided_assessment"));
    against.extend(known.unwrap_or_else(|| vec!["office_not_known"]));
    against.extend(decisions::all_against(register, decision.as_ref(), &others, strategy.as_ref(), as_of, catalogs));
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
        decision: decision.map(|(_, decision)| decisions::told(decision)),
        also_in_force: others.into_iter().map(decisions::told).collect(),
        against: against.into_iter().map(str::to_owned).collect(),
        fix,
        undecided,
        triggers,
        office,
        may_decide,
        not_covered: cells.into_iter().filter(|cell| cell.state != "yes").collect(),
        thresholds: strategy.map(steps).unwrap_or_default(),
        agreements: agreements::of(register, row, as_of),
    })
}

/// The office, assessed; `None`: there is none.
fn assessed(
    register: &Register,
    office: Option<Office>,
    options: &AssessOptions,
    catalogs: &Catalogs,
    meter: &Meter<'_>,
) -> Result<Option<Assessed>, Refusal> {
    let Some(office) = office else { return Ok(None) };
    let options = AssessOptions { offices: vec![office], ..options.clone() };
    assess_within(register, &options, catalogs, meter).map(Some)
}

fn refuse_offices(options: &AssessOptions) -> Result<(), Refusal> {
    if options.offices.is_empty() {
        return Ok(());
    }
    let message = "expected no offices, found some: the office of the sheet is that of the programme; leave them out";
    Err(Refusal::new(Code::BadRequest, "/offices", message))
}

fn programme_of(register: &Register, id: &str) -> Result<(RowId, Programme), Refusal> {
    let row = register.row(id).ok_or_else(|| register.unknown_id(id, &[Kind::Programme]).within("/programme"))?;
    let found = register.typed::<Programme>(row);
    found.map(|found| (row, found)).ok_or_else(|| {
        let kind = register.records.rows.kind(row).map_or("none", Kind::singular);
        let message =
            format!("expected the id of a programme, found `{id}`, which is of kind {kind}; name a programme");
        let finding = Finding::new(Code::BadRequest, "/programme", message);
        finding.fact(Fact::text("id", id)).into()
    })
}

/// The triggers that were reached, of plans for the place of the programme, one around it or within it, or for none.
fn triggers_near(register: &Register, programme: RowId, as_of: &Date) -> Vec<Reached> {
    let of = |row, relation| register.first_referred(row, relation);
    let Some(place) = of(programme, Relation::AtPlace) else { return Vec::new() };
    let around = outward(register, place);
    triggers(register, as_of, |row| {
        let is_own = of(row, Relation::OfAgency).is_none_or(|agency| Some(agency) == of(programme, Relation::OfAgency));
        let at = of(row, Relation::AtPlace);
        is_own && at.is_none_or(|at| around.contains(&at) || outward(register, at).contains(&place))
    })
}

fn of_office(office: &AssessedOffice, findings: &Findings) -> Vec<&'static str> {
    let is_missing = findings.counts.by_code.iter().any(|tallied| tallied.code == Code::UnknownStandard.as_str());

    let words = [
        (office.adoptions.is_empty() && !is_missing, "no_standard"),
        (is_missing, "standard_not_at_hand"),
        (office.state == State::Gap, "gap"),
        (office.state == State::NotKnown, "not_known"),
        (office.overdue > 0, "overdue"),
        (office.others == Some(State::Gap), "other_agency_gap"),
    ];
    words.into_iter().filter(|(is_so, _)| *is_so).map(|(_, word)| word).collect()
}

fn strategy(register: &Register, programme: RowId, as_of: &Date) -> Option<Strategy> {
    let rows =
        register.rows_of(Kind::Strategy).filter_map(|row| Some((nearness(register, row, programme, false)?, row)));
    let found = rows.filter_map(|(near, row)| Some((near, register.typed::<Strategy>(row)?)));
    let now = found.filter(|(_, strategy)| holds(strategy.since.as_ref(), strategy.until.as_ref(), as_of));
    // Of equally near ones the first.
    now.min_by_key(|(near, _)| *near).map(|(_, strategy)| strategy)
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
    let one = |access: Access| Impeded {
        id: access.id,
        by: access.by,
        how: access.how,
        not_reached: access.not_reached.map(Counted::from),
        state: access.state,
        incident: access.incident,
    };
    now.map(one).collect()
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
