//! What hosts share between threads. It is decided when this is compiled: a type that can't be shared does not build.

use isms_core::{
    Ancestors, BrokenTraces, CommonCauses, Date, Estimate, Explanation, Finding, Findings, Fix, ImportAnswer, Imported,
    Kind, Label, Paths, Record, Refusal, Register, Review, Trace,
};

const fn shared<T: Send + Sync + 'static>() {}

const _: () = {
    shared::<Register>();
    shared::<Record>();
    shared::<Refusal>();
    shared::<Finding>();
    shared::<Findings>();
    shared::<Fix>();
    shared::<Explanation>();
    shared::<Trace>();
    shared::<Paths>();
    shared::<CommonCauses>();
    shared::<Ancestors>();
    shared::<BrokenTraces>();
    shared::<Review>();
    shared::<ImportAnswer>();
    shared::<Imported>();
    shared::<Kind>();
    shared::<Date>();
    shared::<Estimate>();
    shared::<Label>();
};

/// The graph is built by whoever asks first; all threads get the same answers.
#[test]
fn threads_that_ask_at_once_get_the_same_answers() {
    let register = Register::open(isms_core::SAMPLE.as_bytes()).unwrap();
    let expected = Register::open(isms_core::SAMPLE.as_bytes()).unwrap();
    let (check, ancestors) = (expected.check(), expected.ancestors());
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                assert_eq!(register.ancestors(), ancestors);
                assert_eq!(register.check(), check);
            });
        }
    });
}
