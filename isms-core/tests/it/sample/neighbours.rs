//! The well-run national NGO: no question finds a lack, and each of its records is what keeps one away.

use super::{DAY, assessed, day, sample};
use isms_core::{AssessOptions, Assessed, Catalogs, Office, Register, State};

/// What an assessment of the NGO lacks, part by part; nothing where all is well.
fn lacks(found: &Assessed) -> Vec<String> {
    let parts = [of_standards(found), of_work(found), of_practice(found), of_people(found), of_duties(found)].concat();
    parts.into_iter().filter(|(is_so, _)| *is_so).map(|(_, what)| what.to_owned()).collect()
}

type Lacks = Vec<(bool, &'static str)>;

fn of_standards(found: &Assessed) -> Lacks {
    let offices = || found.offices.iter().chain(&found.headquarters);
    let parts = ["sector", "field", "function", "level", "approach"];
    let standings = offices().flat_map(|office| &office.standings).filter(|of| parts.contains(&of.by.as_str()));
    vec![
        (offices().any(|office| office.state != State::Holds || !office.weakest.is_empty()), "state"),
        (offices().any(|of| of.gaps.len() as u64 + of.gaps_more + of.without_evidence + of.overdue > 0), "gaps"),
        (standings.map(|standing| standing.state).any(|state| state != State::Holds), "standings"),
    ]
}

fn of_work(found: &Assessed) -> Lacks {
    let (flows, parts) = (&found.flows, &found.integration);
    vec![
        (flows.cells.iter().any(|cell| cell.count == 0 || cell.last.is_none()), "flows"),
        (flows.between.is_empty() || !flows.unshared.is_empty(), "sharing"),
        (parts.measures == 0 || parts.on_assessment < parts.measures, "assessments of measures"),
        (parts.on_exchange < parts.for_exchange || !parts.unfounded.is_empty(), "measures"),
        (parts.lapses.is_empty() || parts.lapses.iter().any(|lapse| !lapse.mended), "lapses"),
        (parts.incidents != 2 || parts.closed < parts.incidents || !parts.open.is_empty(), "loops"),
        (found.postures.iter().any(|of| of.posture != "integrated" || !of.reasons.is_empty()), "posture"),
    ]
}

fn of_practice(found: &Assessed) -> Lacks {
    let practice = &found.practice;
    let lists = [&practice.assessments, &practice.exchanges, &practice.plans, &practice.agencies];
    vec![
        (practice.stages.iter().any(|stage| stage.answered == 0), "answers"),
        (lists.iter().any(|list| !list.is_empty()), "practice"),
        (practice.offices.iter().any(|of| of.capital.is_none() || of.field.is_none()), "contact"),
        (practice.offices.iter().flat_map(|of| &of.fields).any(|of| of.guided == 0), "guidelines"),
        (practice.offices.iter().any(|of| !of.unpreserved.is_empty()), "plans for assets"),
    ]
}

fn of_people(found: &Assessed) -> Lacks {
    let (coverage, prepared) = (&found.coverage, &found.preparedness);
    let (posts, drills) = (&prepared.posts, &prepared.drills);
    vec![
        (coverage.people.len() != 4 || coverage.people.iter().any(|people| people.low == 0), "people"),
        (coverage.empty + coverage.uncovered > 0, "coverage"),
        (coverage.cells.iter().any(|cell| cell.state != "yes"), "cells"),
        (posts.held != posts.posts || posts.without_deputy + posts.without_superior > 0, "posts"),
        (prepared.answered.iter().any(|answered| answered.posts.is_empty()), "answered"),
        (!prepared.untrained.is_empty() || prepared.topics.iter().any(|topic| topic.posts == 0), "training"),
        (!prepared.uncertified.is_empty(), "certificates"),
        (drills.is_empty() || drills.iter().any(|plan| plan.last.is_none()), "drills"),
        (!prepared.cores.is_empty(), "core"),
        (prepared.evaluations.iter().any(|of| of.last.is_none() || of.overdue), "evaluations"),
    ]
}

fn of_duties(found: &Assessed) -> Lacks {
    let duties = &found.duties;
    let care = [&duties.without_care, &duties.overdue, &duties.claims];
    vec![
        (duties.towards.iter().any(|owed| owed.partly + owed.no + owed.not_known > 0), "obligations"),
        (!duties.undecided.is_empty(), "decisions"),
        (care.iter().any(|list| !list.is_empty()), "care"),
        (!duties.incidents.is_empty(), "closing"),
    ]
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
        ("corra-strategy-review", &["posture", "practice", "evaluations"]),
        ("corra-technique-trained", &["state", "gaps", "standings"]),
        ("neighbours-core-mandate", &["state", "gaps", "standings"]),
        ("corra-technique-course", &["training"]),
        ("training-board", &["certificates"]),
        ("shelter-drill-september", &["drills"]),
        ("pairs-behind-the-ridge", &["practice"]),
        ("ministry-visit-august", &["contact"]),
        ("school-handsets", &["guidelines"]),
        ("corra-shelter-plan", &["plans for assets"]),
        ("corra-hospital-drive", &["coverage", "cells"]),
        ("neighbours-core", &["core"]),
        ("salvo-evaluation", &["loops", "evaluations"]),
        ("hamlet-callback", &["measures", "lapses", "loops"]),
        ("corra-autumn-term", &["decisions"]),
        ("parents-talks-september", &["measures", "contact"]),
        ("corra-care-teacher", &["posts", "answered"]),
        ("care-review", &["flows", "evaluations"]),
    ] {
        assert_eq!(lacking(|register| register.remove(id).unwrap()), expected, "without {id}");
    }
}

#[test]
fn what_is_said_counts_only_as_far_as_it_holds() {
    for (id, from, to, expected) in [
        ("parents-talks-september", "\"free_to_refuse\":true", "\"free_to_refuse\":false", "practice"),
        ("corra-review-september", "\"follows\":\"isms:", "\"follows\":\"nobody-has-it:", "practice"),
        ("school-handsets", "\"follows\":\"isms:", "\"follows\":\"nobody-has-it:", "guidelines"),
        ("corra-shelter-plan", "\"kind\":", "\"until\":\"2026-01-31\",\"kind\":", "plans for assets"),
        ("ministry-visit-august", "2026-08-19", "2026-12-19", "contact"),
    ] {
        let found = lacking(|register| {
            let text = register.json(id).unwrap();
            let kind = register.get(id).unwrap().kind();
            assert!(text.contains(from), "{text}");
            register.replace_json(kind, &text.replace(from, to)).unwrap();
        });
        assert!(found.iter().any(|what| what == expected), "{id}: {found:?}");
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
    assert_eq!(sheet.against, ["other_agency_gap", "dissent", "not_all_agree"]);
    assert!(sheet.may_decide.contains(&"neighbours-chair".to_owned()));
    assert_eq!(sheet.thresholds.len(), 3);
    let decision = sheet.decision.unwrap();
    assert!(decision.consented.unwrap().low < decision.informed.unwrap().low);
}
