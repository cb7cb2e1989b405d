//! Every slow call can be watched: it is told how far it is, to the end, and stops at any step, leaving all as it was.

use crate::dirt;
use isms_core::{
    AssessOptions, Catalogs, Fix, Kind, Loss, Office, OscalExport, Refusal, Register, Table, Watch, ask_watched,
    export_oscal_watched, import_awsd,
};
use proptest::prelude::*;
use std::io::Cursor;
use std::sync::LazyLock;

/// Writes down what it is told, and stops at a step; 0: at none.
struct Log {
    steps: Vec<(u64, u64)>,
    stop_at: usize,
}

impl Log {
    fn new(stop_at: usize) -> Self {
        Self { steps: Vec::new(), stop_at }
    }
}

impl Watch for Log {
    fn step(&mut self, done: u64, total: u64) -> bool {
        self.steps.push((done, total));
        self.steps.len() != self.stop_at
    }
}

/// A call, with its answer as text. It may change the register.
type Call = (&'static str, fn(&mut Register, &mut dyn Watch) -> Result<String, Refusal>);

/// Two records of the chain, if there are so many.
fn two(register: &Register) -> Vec<String> {
    let chain = [Kind::Loss, Kind::Incident, Kind::Threat, Kind::RiskFactor];
    chain.iter().flat_map(|kind| register.ids(*kind)).take(2).map(str::to_owned).collect()
}

fn one(register: &Register) -> String {
    two(register).into_iter().next().unwrap_or_default()
}

static BUNDLED: LazyLock<Catalogs> = LazyLock::new(Catalogs::bundled);

static EDITIONS: LazyLock<Catalogs> = LazyLock::new(|| {
    let editions = [
        r#"{"isms_catalog": "1", "id": "isms", "edition": "0", "requirements": [{"id": "field-contacts"}]}"#,
        r#"{"isms_catalog": "1", "id": "isms", "edition": "2", "replaces": {"edition": "0"}}"#,
    ];
    Catalogs::with_own(editions).unwrap()
});

fn today() -> AssessOptions {
    AssessOptions::on("2026-11-22".parse().unwrap())
}

const CALLS: &[Call] = &[
    ("open", |register, watch| Register::open_watched(register.save(), watch).map(|opened| opened.digest())),
    ("save", |register, watch| register.save_watched(watch).map(|saved| String::from_utf8(saved).unwrap())),
    ("digest", |register, watch| register.digest_watched(watch)),
    ("check", |register, watch| register.check_watched(None, watch).map(|answer| format!("{answer:?}"))),
    ("check_by", |register, watch| {
        register.check_by_watched(None, &Catalogs::bundled(), watch).map(|answer| format!("{answer:?}"))
    }),
    ("assess", |register, watch| {
        register.assess_watched(&today(), &BUNDLED, watch).map(|answer| format!("{answer:?}"))
    }),
    ("assessed_table", |register, watch| {
        let table = Table::assessed(register, &today(), &BUNDLED, watch)?;
        Ok(format!("{:?}", table.batches().collect::<Vec<_>>()))
    }),
    ("diff", |register, watch| {
        let since = "2025".parse().unwrap();
        register.diff_watched(&since, &today(), &BUNDLED, watch).map(|answer| format!("{answer:?}"))
    }),
    ("meeting", |register, watch| {
        register.meeting_watched(None, &today(), &BUNDLED, watch).map(|answer| format!("{answer:?}"))
    }),
    ("go_no_go", |register, watch| {
        let programme = register.ids(Kind::Programme).next().unwrap_or_default().to_owned();
        register.go_no_go_watched(&programme, &today(), &BUNDLED, watch).map(|answer| format!("{answer:?}"))
    }),
    ("migrate", |register, watch| {
        register.migrate_watched("isms", "2", &today(), &EDITIONS, watch).map(|answer| format!("{answer:?}"))
    }),
    ("export_oscal", |register, watch| {
        let options = OscalExport::of("isms", Office::new("a0", "p0"), "2026-11-22".parse().unwrap());
        export_oscal_watched(register, &options, &BUNDLED, watch).map(|answer| format!("{answer:?}"))
    }),
    ("review", |register, watch| register.review_watched(watch).map(|answer| format!("{answer:?}"))),
    ("ancestors", |register, watch| register.ancestors_watched(watch).map(|answer| format!("{answer:?}"))),
    ("broken_traces", |register, watch| register.broken_traces_watched(watch).map(|answer| format!("{answer:?}"))),
    ("trace", |register, watch| register.trace_watched(&one(register), watch).map(|answer| format!("{answer:?}"))),
    ("paths", |register, watch| register.paths_watched(&one(register), 99, watch).map(|answer| format!("{answer:?}"))),
    ("common_causes", |register, watch| {
        register.common_causes_watched(&two(register), watch).map(|answer| format!("{answer:?}"))
    }),
    ("ask", |register, watch| ask_watched(register, r#"{"ask": "check"}"#, watch)),
    ("extend", |register, watch| {
        let new = (0..3_000).map(|number| Loss::new(format!("new-{number}"), "New"));
        register.extend_watched(new, watch).map(|()| String::new())
    }),
    ("apply", |register, watch| {
        let ids: Vec<String> = Kind::ALL.iter().flat_map(|kind| register.ids(*kind)).map(str::to_owned).collect();
        let note = |id: String| Fix { id, field: "/note".into(), value: Some("\"mended\"".into()) };
        let fixes: Vec<Fix> = ids.into_iter().map(note).collect();
        register.apply_watched(&fixes, watch).map(|()| String::new())
    }),
];

/// Watches a call on the register to its end, and stops it at each of its steps.
fn watch(name: &str, register: &Register, call: fn(&mut Register, &mut dyn Watch) -> Result<String, Refusal>) {
    // A register that has built no graph, so that this is among what is watched and stopped.
    let fresh = || Register::open(register.save()).unwrap();
    let before = register.save();
    let mut log = Log::new(0);
    let answer = match call(&mut fresh(), &mut log) {
        // Nothing there to ask about.
        Err(refusal) if matches!(refusal.code(), "unknown_id" | "bad_request" | "not_in_chain") => return,
        answer => answer.unwrap(),
    };
    let steps = log.steps;
    assert!(!steps.is_empty(), "{name} is never told");
    let total = steps[0].1;
    assert!(steps.is_sorted() && steps.iter().all(|step| step.1 == total), "{name}: {steps:?}");
    assert_eq!(steps.last(), Some(&(total, total)), "{name}");
    // The first ones, the last one, and some between.
    let some = (1..=steps.len()).step_by(1 + steps.len() / 6).chain([steps.len()]);
    for stop_at in some {
        let mut log = Log::new(stop_at);
        let mut register = fresh();
        let refusal = call(&mut register, &mut log).unwrap_err();
        assert_eq!((refusal.code(), log.steps.len()), ("stopped", stop_at), "{name}, {stop_at}");
        assert_eq!(register.save(), before, "{name}, {stop_at}");
        assert_eq!(call(&mut register, &mut Log::new(0)).unwrap(), answer, "{name}, {stop_at}: half built");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_slow_call_is_told_and_stops_at_any_step(document in dirt::documents()) {
        let register = Register::open(document.tree.write().into_bytes()).unwrap();
        let register = Register::open(register.save()).unwrap();
        for (name, call) in CALLS {
            watch(name, &register, *call);
        }
    }
}

/// Three thousand records, of which many lead to many, with the offices of twenty agencies.
fn large() -> Register {
    let records: Vec<String> = (0..500)
        .map(|at| format!(r#"{{"id":"t{at}","title":"T","causes":["f{at}","t{}","x{at}"]}}"#, (at + 1) | 127))
        .collect();
    let factors: Vec<String> = (0..500).map(|at| format!(r#"{{"id":"f{at}","title":"F"}}"#)).collect();
    let losses: Vec<String> =
        (0..500).map(|at| format!(r#"{{"id":"l{at}","title":"L","date":"2026","causes":["t{at}"]}}"#)).collect();
    let agencies: Vec<String> = (0..20).map(|at| format!(r#"{{"id":"a{at}","title":"A"}}"#)).collect();
    let places: Vec<String> = (0..20).map(|at| format!(r#"{{"id":"p{at}","title":"P"}}"#)).collect();
    let adoptions: Vec<String> =
        (0..20).map(|at| format!(r#"{{"id":"s{at}","title":"S","agency":"a{at}","standard":"isms"}}"#)).collect();
    let verifications: Vec<String> = (0..1_000)
        .map(|at| {
            let (agency, place) = (at % 20, at / 50);
            format!(r#"{{"id":"v{at}","title":"V","agency":"a{agency}","place":"p{place}","requirement":"isms:field-contacts","result":"unmet","date":"2026-11"}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"isms":"1","agencies":[{}],"places":[{}],"programmes":[{{"id":"food","title":"F","agency":"a0","place":"p0"}}],"adoptions":[{}],"verifications":[{}],"risk_factors":[{}],"threats":[{}],"incidents":[{}],"losses":[{}]}}"#,
        agencies.join(","),
        places.join(","),
        adoptions.join(","),
        verifications.join(","),
        factors.join(","),
        records.join(","),
        losses.join(",").replace("\"l", "\"i"),
        losses.join(",").replace("[\"t", "[\"i"),
    );
    Register::open(text.into_bytes()).unwrap()
}

#[test]
fn it_is_told_within_a_pass() {
    let register = large();
    for (name, call) in CALLS {
        watch(name, &register, *call);
        let mut log = Log::new(0);
        call(&mut register.clone(), &mut log).unwrap();
        assert!(log.steps.len() > 1, "{name}: {:?}", log.steps);
    }
}

#[test]
fn an_import_is_told_to_its_end() {
    let mut table =
        "Incident ID,Year,Month,Country,Nationals killed,Internationals killed,Means of attack\n".to_owned();
    for number in 0..2_000 {
        table += &format!("{number},2025,8,Sudan,2,0,Shooting\n");
    }
    let import = |log: &mut Log| import_awsd(&mut Cursor::new(&table), &mut Vec::new(), &mut |_| (), log);
    let mut log = Log::new(0);
    import(&mut log).unwrap();
    let total = 4 * table.len() as u64;
    assert!(log.steps.is_sorted() && log.steps.iter().all(|step| step.1 == total), "{:?}", log.steps);
    assert_eq!(log.steps.last(), Some(&(total, total)));
    for stop_at in 1..=log.steps.len() {
        let mut log = Log::new(stop_at);
        assert_eq!(import(&mut log).unwrap_err().code(), "stopped");
        assert_eq!(log.steps.len(), stop_at);
    }
}
