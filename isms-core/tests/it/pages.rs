//! Pages of a day, as text.

use isms_core::{
    AssessOptions, Catalogs, Commands, Office, Register, StandingChange, State, Verdicts, cover_page, go_no_go_page,
    meeting_page, review_page,
};

const DAYS: &str = include_str!("../../../tests/vectors/documents/days.json");

fn register() -> Register {
    Register::open(DAYS.as_bytes()).unwrap()
}

fn on(day: &str) -> AssessOptions {
    AssessOptions::on(day.parse().unwrap())
}

#[test]
fn every_decision_in_force_is_told() {
    let page = |day: &str| {
        let page = go_no_go_page(&register().go_no_go("clinics", &on(day), &Catalogs::bundled()).unwrap());
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let both = page("2026-04-15");
    // A stop comes before what was decided to go on, also later.
    assert!(both.contains("DECIDED NO GO") && both.contains("suspend on 2026-03-03 by head [office]"), "{both}");
    assert!(both.contains("also in force: proceed with conditions on 2026-03-05 by head, until 2026-09-30"), "{both}");
    assert!(both.contains("another decision that is in force says otherwise"), "{both}");
    // A plan that was not set going, with its trigger.
    assert!(
        both.contains("trigger of 2026-03-28, plan not set going since: leave, Road mined again; decides: head"),
        "{both}"
    );
    let one = page("2026-05-01");
    assert!(
        one.contains("GO, WITH CONDITIONS") && !one.contains("also in force") && !one.contains("says otherwise"),
        "{one}"
    );
}

#[test]
fn a_meeting_tells_what_was_known_on_its_day() {
    let page =
        |day: &str| meeting_page(&register().meeting(None, &on(day), &Catalogs::bundled()).unwrap(), "days.json");
    let (april, june) = (page("2026-04-15"), page("2026-06-01"));
    for later in ["Raid on the clinic", "Call to the clinic", "Radio silent", "1 death"] {
        assert!(!april.contains(later), "{later}: {april}");
    }
    assert!(april.contains("Strangers asked for the car") && !june.contains("Strangers asked"), "{april}{june}");
    assert!(april.contains("Shelling") && !june.contains("Shelling"), "{april}{june}");
    assert!(april.contains("Road mined again") && june.contains("Road mined again"), "{april}{june}");
    assert!(!april.contains("Bridge closed"), "it was over before: {april}");
    for later in ["Raid on the clinic", "Call to the clinic", "Radio silent"] {
        assert!(june.contains(later), "{later}: {june}");
    }
}

/// What a page names must show the rest of that page.
#[test]
fn the_rest_of_a_page_is_behind_its_own_command() {
    let register = register();
    let page = review_page(&register.review(), "days.json");
    assert!(!page.contains("isms review days.json --json"), "{page}");
    let signals: Vec<String> =
        (0..9).map(|at| format!(r#"{{"id": "s{at}", "title": "S", "heard": "2026-01"}}"#)).collect();
    let many = Register::open(format!(r#"{{"isms": "1", "signals": [{}]}}"#, signals.join(",")).into_bytes()).unwrap();
    let review = many.review();
    assert_eq!((review.missed.len(), review.missed_more), (9, 0));
    let page = review_page(&review, "days.json");
    assert!(page.contains("7 more: isms review days.json --page register --json"), "{page}");
    let meeting = many.meeting(None, &on("2026-04-15"), &Catalogs::bundled()).unwrap();
    let page = meeting_page(&meeting, "days.json");
    assert!(page.contains("7 more: isms review days.json --as-of 2026-04-15 --json"), "{page}");
    // Of the same offices, standards and catalogues: else it shows something else.
    let commands = Commands::of("days.json").asking(vec![Office::new("a", "p")], vec!["isms".to_owned()]);
    let page = meeting_page(&meeting, commands.with_catalogs(["ours.json"]));
    let asked = "isms review days.json --as-of 2026-04-15 --catalog ours.json --office a@p --standard isms --json";
    assert!(page.contains(asked), "{page}");
}

/// What is left out is counted as it is listed: by sectors, not by lines.
#[test]
fn the_rest_of_the_weakest_is_counted() {
    let register = Register::open(isms_core::SAMPLE.as_bytes()).unwrap();
    let meeting = register.meeting(None, &on("2026-10-15"), &Catalogs::bundled()).unwrap();
    let page = meeting_page(&meeting, "days.json");
    let shown = page.lines().filter(|line| line.contains(" musts") && line.contains(" at ")).count();
    assert!(shown > 0 && shown < meeting.weakest.len());
    assert!(page.contains(&format!("  {} more: isms assess", meeting.weakest.len() - shown)), "{page}");
}

#[test]
fn one_cell_is_one() {
    let document = r#"{"isms": "1", "agencies": [{"id": "a"}], "places": [{"id": "p"}], "programmes": [{"id": "g", "agency": "a", "place": "p"}],
        "obligations": [{"id": "o", "agency": "a", "category": "driver", "entitlement": "medical", "state": "no"}]}"#;
    let register = Register::open(document.as_bytes()).unwrap();
    let mut assessed = register.assess(&on("2026"), &Catalogs::bundled()).unwrap();
    let page = cover_page(&assessed);
    assert!(page.contains("1 cell says no or partly, 8 are empty."), "{page}");
    (assessed.coverage.uncovered, assessed.coverage.empty) = (2, 1);
    assert!(cover_page(&assessed).contains("2 cells say no or partly, 1 is empty."));
}

#[test]
fn a_change_tells_what_is_otherwise_and_nothing_else() {
    let change = |was: State, now: State, before: Verdicts, after: Verdicts| {
        let (agency, name) = ("a".to_owned(), "analysis".to_owned());
        StandingChange { agency, place: None, name, was, now, must_was: before, must_now: after }.in_words()
    };
    let musts = |met: u64, unmet: u64| Verdicts { met, unmet, ..Verdicts::default() };
    assert_eq!(change(State::Gap, State::Holds, musts(3, 1), musts(4, 0)), "gap -> holds; met 3 -> 4, unmet 1 -> 0");
    assert_eq!(change(State::Gap, State::Gap, musts(3, 1), musts(3, 2)), "gap; unmet 1 -> 2");
    assert_eq!(change(State::Gap, State::Gap, musts(3, 1), musts(3, 1)), "");
    assert_eq!(change(State::NotKnown, State::Holds, musts(1, 0), musts(1, 0)), "not known -> holds");
}

#[test]
fn what_did_not_change_has_no_line() {
    let mut meeting = register().meeting(None, &on("2026-04-15"), &Catalogs::bundled()).unwrap();
    let (agency, name, musts) = ("terra".to_owned(), "analysis".to_owned(), Verdicts::default());
    let (was, now) = (State::Gap, State::Gap);
    let change = StandingChange { agency, place: None, name, was, now, must_was: musts, must_now: musts };
    meeting.changes.standings = vec![change.clone()];
    assert!(!meeting_page(&meeting, "days.json").contains("analysis at terra"));
    meeting.changes.standings = vec![StandingChange { must_now: Verdicts { unmet: 1, ..musts }, ..change }];
    assert!(meeting_page(&meeting, "days.json").contains("analysis at terra, headquarters: gap; unmet 0 -> 1"));
}

/// What a newcomer copies must do what the page says.
#[test]
fn the_register_to_begin_with_is_as_its_page_says() {
    let page = include_str!("../../../docs/assess.md");
    let (_, section) = page.split_once("## 9. A register to begin with").unwrap();
    let (_, text) = section.split_once("```json\n").unwrap();
    let register = Register::open(text.split_once("```").unwrap().0.as_bytes()).unwrap();
    let day = "2026-06-30".parse().unwrap();
    let found = register.check_watched(Some(&day), &mut isms_core::NoWatch).unwrap();
    assert!(found.findings.is_empty(), "{:?}", found.findings);
    let sheet = register.go_no_go("clinics", &on("2026-06-30"), &Catalogs::bundled()).unwrap();
    assert_eq!(
        (sheet.decided.as_str(), sheet.triggers.len(), sheet.triggers[0].activated),
        ("go_with_conditions", 1, false)
    );
    assert_eq!(sheet.triggers[0].reached, "2026-06-21");
    assert_eq!(sheet.office.unwrap().gaps.len(), 2);
}
