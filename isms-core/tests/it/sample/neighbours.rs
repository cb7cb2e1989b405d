//! The well-run national NGO: no question finds a lack, and each of its records is what keeps one away.

use super::{DAY, assessed, day, sample};
use isms_core::{AssessOptions, Assessed, Catalogs, Office, Register, State};

/// What an assessment of the NGO lacks, part by part; nothing where all is well.
fn lacks(found: &Assessed) -> Vec<String> {
    let mut lacks = Vec::new();
    let mut lack = |is_so: bool, what: &str| lacks.extend(is_so.then(|| what.to_owned()));
    for office in found.offices.iter().chain(&found.headquarters) {
        lack(office.state != State::Holds || !office.weakest.is_empty(), "state");
        lack(!office.gaps.is_empty() || office.gaps_more + office.without_evidence + office.overdue > 0, "gaps");
        let of_parts = |by: &str| ["sector", "field", "function", "level", "approach"].contains(&by);
        let parts = || office.standings.iter().filter(|standing| of_parts(&standing.by));
        lack(parts().any(|standing| standing.state != State::Holds), "standings");
    }
    let flows = &found.flows;
    lack(flows.cells.iter().any(|cell| cell.count == 0 || cell.last.is_none()), "flows");
    lack(flows.between.is_empty() || !flows.unshared.is_empty(), "sharing");
    let parts = &found.integration;
    lack(parts.measures == 0 || parts.on_assessment < parts.measures, "assessments of measures");
    lack(parts.on_exchange < parts.for_exchange || !parts.unfounded.is_empty(), "exchanges of measures");
    lack(parts.incidents != 2 || parts.closed < parts.incidents || !parts.open.is_empty(), "loops");
    let postures = found.postures.iter();
    lack(postures.clone().any(|posture| posture.posture != "integrated" || !posture.reasons.is_empty()), "posture");
    let coverage = &found.coverage;
    lack(coverage.people.len() != 4 || coverage.people.iter().any(|people| people.low == 0), "people");
    lack(coverage.empty + coverage.uncovered > 0, "coverage");
    lack(coverage.cells.iter().any(|cell| cell.state != "yes"), "cells");
    let prepared = &found.preparedness;
    lack(prepared.posts.held != prepared.posts.posts || prepared.posts.without_deputy > 0, "posts");
    lack(prepared.answered.iter().any(|answered| answered.posts.is_empty()), "answered");
    lack(!prepared.untrained.is_empty() || prepared.topics.iter().any(|topic| topic.posts == 0), "training");
    lack(!prepared.uncertified.is_empty(), "certificates");
    lack(prepared.drills.is_empty() || prepared.drills.iter().any(|plan| plan.last.is_none()), "drills");
    lack(!prepared.cores.is_empty(), "core");
    lack(prepared.evaluations.iter().any(|of| of.last.is_none() || of.overdue), "evaluations");
    let duties = &found.duties;
    lack(duties.towards.iter().any(|owed| owed.partly + owed.no + owed.not_known > 0), "obligations");
    lack(!duties.undecided.is_empty(), "decisions");
    lack(!duties.without_care.is_empty() || !duties.overdue.is_empty() || !duties.claims.is_empty(), "care");
    lack(!duties.incidents.is_empty(), "closing");
    lacks
}

/// What it lacks when the register is otherwise.
fn lacking(change: impl FnOnce(&mut Register)) -> Vec<String> {
    let mut register = sample();
    change(&mut register);
    let mut options = AssessOptions::on(day(DAY));
    options.offices.push(Office::new("neighbours", "corra"));
    lacks(&register.assess(&options, &Catalogs::bundled()).unwrap())
}

#[test]
fn nothing_is_lacking() {
    let found = assessed("neighbours", &["corra"]);
    assert_eq!(lacks(&found), [""; 0]);
    assert_eq!(found.headquarters.len(), 1);
    assert_eq!(
        (found.state, found.offices[0].others),
        (State::Holds, Some(State::Gap)),
        "it sees that another has one"
    );
    assert!(found.governance.is_empty());
    let register = sample();
    let ours = |id: &String| register.json(id).unwrap().contains("\"neighbours\"");
    assert!(!found.findings.findings.iter().filter_map(|found| found.subject.as_ref()).any(ours));
}

#[test]
fn each_record_keeps_a_lack_away() {
    for (id, expected) in [
        ("corra-volunteer-insurance", &["coverage", "cells"][..]),
        ("corra-strategy", &["posture"]),
        ("corra-strategy-review", &["posture", "evaluations"]),
        ("corra-technique-trained", &["state", "gaps", "standings"]),
        ("neighbours-core-mandate", &["state", "gaps", "standings"]),
        ("corra-technique-course", &["training"]),
        ("training-board", &["certificates"]),
        ("shelter-drill-september", &["drills"]),
        ("corra-hospital-drive", &["coverage", "cells"]),
        ("neighbours-core", &["core"]),
        ("salvo-evaluation", &["loops", "evaluations"]),
        ("hamlet-callback", &["loops"]),
        ("corra-autumn-term", &["decisions"]),
        ("parents-talks-september", &["exchanges of measures"]),
        ("corra-care-teacher", &["posts", "answered"]),
        ("care-review", &["flows", "evaluations"]),
    ] {
        assert_eq!(lacking(|register| register.remove(id).unwrap()), expected, "without {id}");
    }
}

#[test]
fn a_decision_rests_on_the_assessment_as_it_was() {
    let mut register = sample();
    let digest = register.digest_of("corra-review-september").unwrap();
    assert!(register.json("corra-autumn-term").unwrap().contains(&digest));
    let raised = register.json("corra-review-september").unwrap().replace("\"level\":\"medium\"", "\"level\":\"high\"");
    register.replace_json(isms_core::Kind::Assessment, &raised).unwrap();
    let stale = register.check().findings.into_iter().find(|found| found.code == "stale_digest");
    assert_eq!(stale.unwrap().subject.as_deref(), Some("corra-autumn-term"));
}

#[test]
fn its_sheet_has_nothing_against_it_but_dissent_and_others() {
    let options = AssessOptions::on(day(DAY));
    let sheet = sample().go_no_go("corra-schooling", &options, &Catalogs::bundled()).unwrap();
    assert_eq!((sheet.decided.as_str(), sheet.not_covered.len()), ("go_with_conditions", 0));
    assert_eq!(sheet.against, ["other_agency_gap", "dissent"]);
    assert!(sheet.may_decide.contains(&"neighbours-chair".to_owned()));
    assert_eq!(sheet.thresholds.len(), 3);
    let decision = sheet.decision.unwrap();
    assert!(decision.consented.unwrap().low < decision.informed.unwrap().low);
}
