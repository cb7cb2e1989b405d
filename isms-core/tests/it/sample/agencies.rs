//! The agencies of the sample that are not so well run: what the answers say of each.

use super::{DAY, assessed, day, sample};
use isms_core::{AssessOptions, Assessed, AssessedOffice, Catalogs, State};

fn office<'a>(found: &'a Assessed, agency: &str, place: &str) -> &'a AssessedOffice {
    let is_it = |office: &&AssessedOffice| office.agency == agency && office.place.as_deref() == Some(place);
    found.offices.iter().find(is_it).unwrap()
}

fn part(office: &AssessedOffice, name: &str) -> (State, u64) {
    let standing = office.standings.iter().find(|standing| standing.name == name).unwrap();
    let must = standing.must;
    (standing.state, if standing.state == State::Gap { must.partly + must.unmet + must.waived } else { must.not_known })
}

fn cell(found: &Assessed, category: &str, entitlement: &str) -> String {
    let cells = &found.coverage.cells;
    let cell = cells.iter().find(|cell| cell.category == category && cell.entitlement == entitlement);
    cell.unwrap().state.clone()
}

#[test]
fn every_office_stands_as_it_is_told() {
    let found = assessed("", &[]);
    let stand: Vec<String> = found
        .offices
        .iter()
        .chain(&found.headquarters)
        .map(|office| format!("{} {} {}", office.agency, office.place.as_deref().unwrap_or("-"), office.state.as_str()))
        .collect();
    let expected = [
        "ostrin ossel-valley gap",
        "ostrin pelun gap",
        "unodh zerin gap",
        "unodh yeda-camp gap",
        "unodh corra gap",
        "neighbours corra holds",
        "mine-unit maruk-road not_known",
        "ostrin - gap",
        "unodh - not_known",
        "neighbours - holds",
        "mine-unit - not_known",
    ];
    assert_eq!(stand, expected);
    assert_eq!(office(&found, "unodh", "corra").others, Some(State::Holds));
}

#[test]
fn the_international_ngo_has_gaps_and_no_strategy() {
    let found = assessed("ostrin", &["ossel-valley", "pelun"]);
    let valley = office(&found, "ostrin", "ossel-valley");
    let sectors = ["analysis", "community", "protection", "mitigation"].map(|name| part(valley, name));
    assert_eq!(sectors, [(State::Gap, 2), (State::Gap, 2), (State::Gap, 3), (State::Gap, 1)]);
    let gap = |name: &str| valley.gaps.iter().find(|gap| gap.requirement == name).map(|gap| gap.result.as_str());
    assert_eq!(gap("isms:field-contacts"), Some("unmet"));
    assert_eq!(gap("isms:communication-policy"), Some("waived"));
    assert_eq!(gap("isms:assessment-kept-current"), None, "it was met in March, and that ran out");
    assert_eq!(part(office(&found, "ostrin", "pelun"), "protection"), (State::Gap, 1));
    assert_eq!(found.headquarters[0].without_evidence, 1);
    let postures: Vec<_> = found.postures.iter().map(|of| (of.posture.as_str(), of.reasons.join(" "))).collect();
    assert_eq!(postures[0], ("mix", "no_strategy".to_owned()));
    assert_eq!(found.findings.findings[0].subject.as_deref(), Some("ostrin-adopts-isms"));
}

#[test]
fn the_international_ngo_leaves_people_out() {
    let found = assessed("ostrin", &["ossel-valley", "pelun"]);
    let medical = ["international", "national", "driver", "local", "guard"].map(|who| cell(&found, who, "medical"));
    assert_eq!(medical, ["yes", "yes", "no", "no", "empty"]);
    assert_eq!(cell(&found, "guard", "insurance"), "no");
    assert_eq!((found.coverage.empty, found.coverage.uncovered), (24, 8));
}

#[test]
fn the_international_ngo_is_not_prepared_and_owes_answers() {
    let found = assessed("ostrin", &["ossel-valley", "pelun"]);
    let prepared = &found.preparedness;
    let untrained = prepared.untrained.iter().find(|post| post.id == "ostrin-health-manager").unwrap();
    assert_eq!(untrained.lacks, ["technique", "management"]);
    assert_eq!(prepared.posts.vacant, 1);
    let undrilled: Vec<_> = prepared.drills.iter().filter(|plan| plan.last.is_none()).collect();
    assert_eq!(undrilled[0].contingency, "upper-ossel-relocation");
    let nobody: Vec<_> = prepared.answered.iter().filter(|of| of.posts.is_empty()).map(|of| of.name.as_str()).collect();
    assert_eq!(nobody, ["mitigation", "evaluation"]);
    let to_mitigation = found.flows.cells.iter().filter(|cell| cell.to == "mitigation");
    assert_eq!(to_mitigation.map(|cell| cell.count).sum::<u64>(), 0);
    assert_eq!(found.duties.undecided[0].assessment, "kirit-assessment-october");
    assert_eq!(found.duties.overdue, ["mate-claim"]);
}

#[test]
fn the_united_nations_are_governed_ad_interim() {
    let found = assessed("unodh", &["zerin", "yeda-camp", "corra"]);
    assert_eq!(found.governance.len(), 1);
    let alone = &found.governance[0];
    assert_eq!(
        (alone.held.as_deref(), alone.faults.as_slice()),
        (Some("acting"), ["adviser_decides".to_owned()].as_slice())
    );
    let all = assessed("", &[]);
    let area = &all.governance[0];
    assert_eq!(area.place.as_deref(), Some("tarsava"));
    assert_eq!(area.missing, ["mine-unit"]);
    assert_eq!(area.by_adviser, ["maruk-track-closed"]);
    assert_eq!(area.faults, ["team_incomplete", "adviser_decides"]);
    assert!(found.postures.iter().all(|of| of.reasons.contains(&"review_overdue".to_owned())));
    assert_eq!(cell(&found, "contractor", "insurance"), "no");
}

#[test]
fn the_meeting_has_something_to_talk_about() {
    let meeting = sample().meeting(None, &AssessOptions::on(day(DAY)), &Catalogs::bundled()).unwrap();
    let reached: Vec<_> = meeting.triggers.iter().map(|of| (of.contingency.as_str(), of.activated)).collect();
    assert_eq!(reached, [("upper-ossel-relocation", false), ("lessan-relocation", false)]);
    assert_eq!(meeting.lapsing.len(), 1);
    assert_eq!((meeting.lapsing[0].id.as_str(), meeting.lapsing[0].lapsed), ("hadrel-convoys-go-on", false));
    assert_eq!(meeting.review.missed[0].id, "tolmen-asked-again");
}

#[test]
fn a_programme_in_need_has_a_sheet() {
    let sheet = sample().go_no_go("pelun-water", &AssessOptions::on(day(DAY)), &Catalogs::bundled()).unwrap();
    assert_eq!(sheet.criticality.as_deref(), Some("life_saving"));
    assert_eq!(sheet.people_in_need.unwrap().low, 9400);
    assert_eq!(sheet.impeded[0].id, "upper-ossel-trucking");
    for word in ["gap", "overdue", "dissent", "no_strategy"] {
        assert!(sheet.against.contains(&word.to_owned()), "{word}");
    }
    let decision = sheet.decision.unwrap();
    assert_eq!((decision.conditions.len(), decision.lapses_when.len()), (2, 3));
    assert!(sheet.not_covered.iter().any(|cell| cell.category == "local" && cell.entitlement == "medical"));
    let undecided = sample().go_no_go("corra-meals", &AssessOptions::on(day(DAY)), &Catalogs::bundled()).unwrap();
    assert_eq!((undecided.decided.as_str(), undecided.decision.is_none()), ("undecided", true));
}
