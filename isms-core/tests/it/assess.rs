//! Laws of assess: what a naive reading of the law says of small registers, and what must make no difference.

use isms_core::{AssessOptions, Assessed, AssessedOffice, Catalogs, Gap, Register, State, Verdicts};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

const SECTORS: [&str; 4] = ["analysis", "community", "protection", "mitigation"];
const DAY: &str = "2026-06-30";

/// A requirement: its sector, whether it is a must, and whether headquarters meets it.
type Asked = (usize, bool, bool);

/// A verification: the office (`None`: headquarters), the requirement, the month, the result, until which month.
type Looked = (Option<usize>, usize, u32, usize, Option<u32>);

const RESULTS: [&str; 6] = ["met", "partly", "unmet", "waived", "not_applicable", "mostly"];

#[derive(Clone, Debug)]
struct World {
    asked: Vec<Asked>,
    looked: Vec<Looked>,
    /// Requirements that the agency leaves out.
    left_out: Vec<usize>,
}

fn worlds() -> impl Strategy<Value = World> {
    let asked = prop::collection::vec((0..4_usize, any::<bool>(), prop::bool::weighted(0.2)), 1..9);
    asked.prop_flat_map(|asked| {
        let count = asked.len();
        let looked = (
            prop::option::weighted(0.8, 0..2_usize),
            0..count,
            1..13_u32,
            0..RESULTS.len(),
            prop::option::weighted(0.5, 1..13_u32),
        );
        let looked = prop::collection::vec(looked, 0..24);
        let left_out = prop::collection::vec(0..count, 0..2);
        (Just(asked), looked, left_out).prop_map(|(asked, looked, left_out)| World { asked, looked, left_out })
    })
}

/// The standard, with its sectors in another order.
fn standard(world: &World, order: [usize; 4]) -> String {
    let requirements: Vec<Json> = world
        .asked
        .iter()
        .enumerate()
        .map(|(at, (sector, is_must, central))| {
            json!({
                "id": format!("r{at}"), "text": {"en": "What is asked for."}, "sector": SECTORS[order[*sector]],
                "level": if *central { "headquarters" } else { "local" }, "approach": "system",
                "force": if *is_must { "must" } else { "should" },
            })
        })
        .collect();
    json!({"isms_catalog": "1", "id": "s", "edition": "1", "title": {"en": "S"}, "requirements": requirements})
        .to_string()
}

fn register(world: &World, kind: &str) -> Register {
    let verification = |(nth, looked): (usize, &Looked)| {
        let (office, at, month, result, until) = looked;
        let mut found = json!({
            "id": format!("v{nth}"), "title": "Looked", "agency": "ours", "requirement": format!("s:r{at}"),
            "result": RESULTS[*result], "date": format!("2026-{month:02}-10"), "reason": "so it is", "approver": "head",
        });
        if let Some(office) = office {
            found["place"] = json!(format!("p{office}"));
        }
        if let Some(until) = until {
            found["until"] = json!(format!("2026-{until:02}-20"));
        }
        found
    };
    let tailoring: Vec<Json> = world
        .left_out
        .iter()
        .map(|at| json!({"requirement": format!("s:r{at}"), "change": "left_out", "reason": "none here"}))
        .collect();
    let document = json!({
        "isms": "1",
        "agencies": [{"id": "ours", "title": "Ours", "kind": kind}],
        "posts": [{"id": "head", "title": "Head"}],
        "places": [{"id": "p0", "title": "P0"}, {"id": "p1", "title": "P1"}],
        "programmes": [
            {"id": "g0", "title": "G0", "agency": "ours", "place": "p0"},
            {"id": "g1", "title": "G1", "agency": "ours", "place": "p1"},
        ],
        "adoptions": [{"id": "a", "title": "A", "agency": "ours", "standard": "s", "tailoring": tailoring}],
        "verifications": world.looked.iter().enumerate().map(verification).collect::<Vec<_>>(),
    });
    Register::open(document.to_string().into_bytes()).unwrap()
}

fn assessed(world: &World, order: [usize; 4], kind: &str) -> Assessed {
    let mut catalogs = Catalogs::none();
    catalogs.add(standard(world, order).as_bytes()).unwrap();
    register(world, kind).assess(&AssessOptions::on(DAY.parse().unwrap()), &catalogs).unwrap()
}

/// The word of a requirement at an office, as the design says it: that of the latest verification, if it still holds; of
/// several of one day the worst. A waiver needs an end.
fn word(world: &World, office: Option<usize>, at: usize) -> &'static str {
    const WORST_FIRST: [&str; 6] = ["unmet", "partly", "waived", "not_known", "not_applicable", "met"];
    if world.left_out.contains(&at) {
        return "not_applicable";
    }
    let central = world.asked[at].2;
    let here = |looked: &&Looked| looked.1 == at && (central || looked.0 == office) && looked.2 <= 6;
    let last = world.looked.iter().filter(here).map(|looked| looked.2).max();
    let words = world.looked.iter().filter(here).filter(|looked| Some(looked.2) == last).map(|looked| {
        let holds = looked.4.is_none_or(|until| until >= 7);
        match RESULTS[looked.3] {
            "mostly" => "not_known",
            "waived" if looked.4.is_none() => "not_known",
            word if holds => word,
            _ => "not_known",
        }
    });
    words.min_by_key(|word| WORST_FIRST.iter().position(|known| known == word)).unwrap_or("not_known")
}

/// The musts of a sector at an office, by word.
fn naive(world: &World, office: Option<usize>, sector: usize) -> BTreeMap<&'static str, u64> {
    let mut counts = BTreeMap::new();
    for (at, (of, is_must, central)) in world.asked.iter().enumerate() {
        if *of == sector && *is_must && *central == office.is_none() {
            *counts.entry(word(world, office, at)).or_default() += 1;
        }
    }
    counts
}

fn state(counts: &BTreeMap<&'static str, u64>) -> State {
    let of = |word: &str| counts.get(word).copied().unwrap_or_default();
    if of("unmet") + of("partly") + of("waived") > 0 {
        State::Gap
    } else if of("not_known") > 0 || of("met") == 0 {
        State::NotKnown
    } else {
        State::Holds
    }
}

fn counts(verdicts: Verdicts) -> BTreeMap<&'static str, u64> {
    let Verdicts { met, partly, unmet, waived, not_known, not_applicable } = verdicts;
    let all = [
        ("met", met),
        ("partly", partly),
        ("unmet", unmet),
        ("waived", waived),
        ("not_known", not_known),
        ("not_applicable", not_applicable),
    ];
    all.into_iter().filter(|(_, count)| *count > 0).collect()
}

fn of_place<'a>(assessed: &'a Assessed, place: Option<&str>) -> &'a AssessedOffice {
    let mut all = assessed.offices.iter().chain(&assessed.headquarters);
    all.find(|office| office.place.as_deref() == place).unwrap()
}

const AS_IT_IS: [usize; 4] = [0, 1, 2, 3];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Law 5, held against a reading that knows nothing of the library.
    #[test]
    fn every_sector_stands_as_the_law_says(world in worlds()) {
        let found = assessed(&world, AS_IT_IS, "ingo");
        let mut weakest = State::Holds;
        for (office, place) in [(Some(0), Some("p0")), (Some(1), Some("p1")), (None, None)] {
            let told = of_place(&found, place);
            for (at, sector) in SECTORS.iter().enumerate() {
                let expected = naive(&world, office, at);
                let standing = told.standings.iter().find(|found| found.by == "sector" && found.name == *sector);
                let is_empty = expected.is_empty() && office.is_none();
                match standing {
                    Some(standing) => {
                        prop_assert_eq!(counts(standing.must), expected.clone(), "{} at {:?}", sector, place);
                        prop_assert_eq!(standing.state, state(&expected), "{} at {:?}", sector, place);
                    }
                    None => prop_assert!(is_empty, "{} at {:?} is missing", sector, place),
                }
            }
            // Headquarters is as its core functions, and as sectors in which it has a must.
            let is_part = |by: &str, must: Verdicts| match office {
                Some(_) => by == "sector",
                None => by == "function" || (by == "sector" && must != Verdicts::default()),
            };
            let parts = told.standings.iter().filter(|found| is_part(&found.by, found.must));
            prop_assert_eq!(told.state, parts.map(|found| found.state).min().unwrap());
            weakest = weakest.min(told.state);
            // What is counted is listed: here are never a hundred.
            let listed = |list: &[Gap], word: &str| list.iter().filter(|gap| gap.result == word).count() as u64;
            let [partly, unmet, waived] = ["partly", "unmet", "waived"].map(|word| listed(&told.gaps, word));
            let not_known = listed(&told.not_known, "not_known");
            let musts = told.standings.iter().filter(|found| found.by == "standard").map(|found| found.must);
            let sums = musts.fold([0; 4], |[partly, unmet, waived, not_known], must| {
                [partly + must.partly, unmet + must.unmet, waived + must.waived, not_known + must.not_known]
            });
            prop_assert_eq!([partly, unmet, waived, not_known], sums, "lists at {:?}", place);
        }
        prop_assert_eq!(found.state, weakest, "the whole is as its weakest sector");
    }

    /// Law 5: the sectors are equal. In another order each stands as the one did whose place it took.
    #[test]
    fn the_order_of_sectors_changes_nothing(world in worlds(), order in Just(vec![0, 1, 2, 3]).prop_shuffle()) {
        let order = [order[0], order[1], order[2], order[3]];
        let (before, after) = (assessed(&world, AS_IT_IS, "ingo"), assessed(&world, order, "ingo"));
        prop_assert_eq!(before.state, after.state);
        let of = |found: &Assessed, name: &str| {
            let standing = found.standings.iter().find(|found| found.by == "sector" && found.name == name).unwrap().clone();
            (standing.state, standing.must, standing.should)
        };
        for (at, sector) in SECTORS.iter().enumerate() {
            prop_assert_eq!(of(&before, sector), of(&after, SECTORS[order[at]]));
        }
    }

    /// Law 9: what an agency is changes nothing, where the same requirements apply.
    #[test]
    fn the_type_of_an_agency_changes_nothing(world in worlds()) {
        let text = |kind| serde_json::to_string(&assessed(&world, AS_IT_IS, kind)).unwrap();
        prop_assert_eq!(text("ingo"), text("un_agency"));
        prop_assert_eq!(text("ingo"), text("faith_based"));
    }

    /// What was found earlier than the latest verification of the same requirement changes nothing.
    #[test]
    fn what_is_superseded_changes_nothing(world in worlds()) {
        let mut shorter = world.clone();
        let latest: Vec<Option<u32>> = (0..world.looked.len())
            .map(|nth| {
                let (office, at, ..) = world.looked[nth];
                let same = |other: &&Looked| other.1 == at && (world.asked[at].2 || other.0 == office) && other.2 <= 6;
                world.looked.iter().filter(same).map(|other| other.2).max()
            })
            .collect();
        let mut nth = 0;
        shorter.looked.retain(|looked| {
            nth += 1;
            looked.2 > 6 || Some(looked.2) == latest[nth - 1]
        });
        let of = |world: &World| {
            let found = assessed(world, AS_IT_IS, "ingo");
            (found.state, found.standings, found.offices.iter().map(|office| office.state).collect::<Vec<_>>())
        };
        prop_assert_eq!(of(&world), of(&shorter));
    }
}

/// People of these categories, covered so: the cells of the first category, then of the second.
fn cells(first: &str, second: &str) -> Vec<(String, String)> {
    let document = json!({
        "isms": "1", "agencies": [{"id": "ours", "title": "Ours"}], "places": [{"id": "p", "title": "P"}],
        "exposures": [{"id": "e", "title": "E", "agency": "ours", "place": "p", "people": [
            {"category": first, "count": 7}, {"category": second, "count": 7}]}],
        "obligations": [
            {"id": "o1", "title": "O", "agency": "ours", "category": first, "entitlement": "insurance", "state": "yes"},
            {"id": "o2", "title": "O", "agency": "ours", "category": second, "entitlement": "insurance", "state": "no"},
            {"id": "o3", "title": "O", "agency": "ours", "category": second, "entitlement": "insurance", "state": "yes"}],
        "contingencies": [{"id": "c", "title": "C", "agency": "ours", "kind": "evacuation", "covers": [first], "not_covers": [second]}],
    });
    let register = Register::open(document.to_string().into_bytes()).unwrap();
    let found = register.assess(&AssessOptions::on(DAY.parse().unwrap()), &Catalogs::bundled()).unwrap().coverage;
    assert_eq!(found.empty, 14);
    let of = |category: &str| {
        let cells = found.cells.iter().filter(|cell| cell.category == category).cloned().collect::<Vec<_>>();
        cells.into_iter().map(|cell| (cell.entitlement, cell.state)).collect::<Vec<_>>()
    };
    [of(first), of(second)].concat()
}

/// Law 10: people of one category are covered as those of another would be.
#[test]
fn a_category_of_people_changes_nothing() {
    let found = cells("national", "international");
    assert_eq!(found, cells("international", "national"));
    assert_eq!(found, cells("volunteer", "contractor"));
    let of = |entitlement: &str| -> Vec<&str> {
        found.iter().filter(|(name, _)| name == entitlement).map(|(_, state)| state.as_str()).collect()
    };
    assert_eq!(of("insurance"), ["yes", "no"], "of two answers the weaker one counts");
    assert_eq!(of("evacuation"), ["yes", "no"]);
    assert_eq!(of("training"), ["empty", "empty"]);
}

/// Law 8: a concluded assessment without a decision is listed until it has one, and the more it determined the more
/// definite the duty.
#[test]
fn a_concluded_assessment_waits_for_its_decision() {
    let undecided = |assessment: Json, decisions: Json| {
        let document = json!({
            "isms": "1", "agencies": [{"id": "ours", "title": "Ours"}], "places": [{"id": "p", "title": "P"}],
            "programmes": [{"id": "g", "title": "G", "agency": "ours", "place": "p"}],
            "assessments": [assessment], "decisions": decisions,
        });
        let register = Register::open(document.to_string().into_bytes()).unwrap();
        let found = register.assess(&AssessOptions::on(DAY.parse().unwrap()), &Catalogs::none()).unwrap();
        found.duties.undecided.iter().map(|open| open.duty.clone()).collect::<Vec<_>>()
    };
    let base = json!({"id": "s", "title": "S", "agency": "ours", "place": "p"});
    let with = |more: Json| {
        let mut found = base.clone();
        found.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        found
    };
    let none = json!([]);
    assert!(undecided(with(json!({})), none.clone()).is_empty(), "it is not concluded");
    let concluded = with(json!({"concluded": "2026-05"}));
    assert_eq!(undecided(concluded.clone(), none.clone()), ["open"]);
    let level = json!({"level": "orange", "scale": "red-cross:phase"});
    let determined = with(json!({"concluded": "2026-05", "level": level}));
    assert_eq!(undecided(determined.clone(), none.clone()), ["definite"]);
    assert!(undecided(with(json!({"concluded": "2026-08", "level": level})), none).is_empty(), "not yet");
    let decision = |date: &str| json!([{"id": "d", "title": "D", "assessment": "s", "date": date}]);
    assert!(undecided(determined.clone(), decision("2026-06-01")).is_empty());
    assert_eq!(undecided(determined, decision("2026-07-01")), ["definite"], "nobody has decided yet");
}

/// What is not told may be counted; what is withheld is in nothing.
#[test]
fn withheld_incidents_are_in_no_list() {
    let document = |incident: &str| {
        format!(
            r#"{{"isms": "1", "agencies": [{{"id": "ours", "title": "Ours"}}], "places": [{{"id": "p", "title": "P"}}],
            "programmes": [{{"id": "g", "title": "G", "agency": "ours", "place": "p"}}],
            "incidents": [{{"id": "taken", "title": "T", "place": "p", "agencies": ["ours"], "date": "2026-01", "ended": "2026-02"{incident}}}],
            "losses": [{{"id": "one", "title": "O", "who": "national_staff", "harm": "kidnapping", "agency": "ours", "date": "2026-01", "causes": ["taken"]}}],
            "actions": [{{"id": "claim", "title": "C", "agency": "ours", "kind": "claim", "incident": "taken", "due": "2026-03"}}]}}"#
        )
    };
    let duties = |incident: &str| {
        let register = Register::open(document(incident).into_bytes()).unwrap();
        let found = register.assess(&AssessOptions::on(DAY.parse().unwrap()), &Catalogs::none()).unwrap();
        let (duties, loops) = (found.duties, found.integration);
        let lists = [
            duties.without_care.len(),
            duties.overdue.len(),
            duties.claims.len(),
            duties.incidents.len(),
            loops.open.len(),
        ];
        let more =
            [duties.without_care_more, duties.overdue_more, duties.claims_more, duties.incidents_more, loops.open_more];
        (lists, more, loops.incidents)
    };
    assert_eq!(duties(""), ([1, 1, 1, 1, 1], [0; 5], 1));
    assert_eq!(duties(r#", "consent": "count_only""#), ([0; 5], [1; 5], 1));
    assert_eq!(duties(r#", "consent": "none""#), ([0; 5], [0; 5], 0));
    assert_eq!(duties(r#", "open": true"#), ([0; 5], [0; 5], 0));
}

/// Fields, each with the words on which code branches.
const WORDS: &[(&str, &[&str])] = &[
    ("measures.status", &["in_place"]),
    ("measures.sector", &SECTORS),
    ("measures.approach", &["system", "community", "both"]),
    ("measures.against_norm", &["beyond", "equal"]),
    ("measures.provided_by", &["own"]),
    ("posts.level", &["headquarters", "regional", "local"]),
    (
        "posts.role",
        &[
            "designated_official",
            "security_adviser",
            "area_security_coordinator",
            "head_of_agency",
            "head_of_office",
            "senior_manager",
        ],
    ),
    ("posts.held.background", &["military", "police", "humanitarian", "development"]),
    ("posts.held.staff", &["national"]),
    ("bodies.kind", &["core", "security_management_team"]),
    ("verifications.result", &["met", "partly", "unmet", "waived", "not_applicable"]),
    ("adoptions.tailoring.change", &["left_out", "must", "should"]),
    ("obligations.state", &["yes", "partly", "no", "not_known"]),
    ("obligations.entitlement", &["evacuation", "medical", "relocation"]),
    ("contingencies.kind", &["evacuation", "medical_evacuation", "relocation"]),
    ("strategies.messages.level", &["capital", "field"]),
    ("strategies.thresholds.step", &["reduce", "leave", "return"]),
    ("trainings.track", &["technique", "management"]),
    ("trainings.topics", &["technique", "management"]),
    ("evaluations.function", &["policy", "training", "evaluation"]),
    (
        "actions.kind",
        &["first_aid", "medical_evacuation", "psychosocial_care_offered", "family_informed", "claim", "compensation"],
    ),
    ("parties.kind", &["host_government", "community", "civil_society", "armed_group", "criminal_group", "militia"]),
    (
        "decisions.choice",
        &[
            "proceed",
            "return",
            "proceed_with_conditions",
            "restrict",
            "remote",
            "suspend",
            "hibernate",
            "relocate",
            "evacuate",
        ],
    ),
    ("assessments.methods", &["covert"]),
];

/// Words on which code branches are words of the bundled terms, in the fields where it looks for them.
#[test]
fn words_that_code_knows_are_terms() {
    let catalogs = Catalogs::bundled();
    let terms = catalogs.find("terms", None).unwrap();
    let has = |field: &str, word: &str| {
        let mut of_field = terms.taxonomies().filter(|found| found.fields.iter().any(|served| served == field));
        of_field.any(|found| found.terms.iter().any(|term| term.id.as_deref() == Some(word)))
    };
    for (field, words) in WORDS {
        for word in *words {
            assert!(has(field, word), "{field}: {word}");
        }
    }
}
