//! Documents that no one would write but someone will send, of any size.

/// One sort of them.
pub struct Case {
    /// What there are many of.
    pub name: &'static str,
    /// How many, at most.
    pub size: usize,
    /// Makes the document.
    pub make: fn(usize) -> Vec<u8>,
    /// The code of its refusal, or of the findings that it must have.
    pub code: &'static str,
    /// How many of these findings there are; 0 for a refusal.
    pub count: fn(usize) -> u64,
}

/// The one of a name.
pub fn named(name: &str) -> Option<&'static Case> {
    ALL.iter().find(|case| case.name == name)
}

macro_rules! cases {
    ($($name:literal $size:literal $code:literal $count:expr, |$n:ident| $make:expr;)*) => {
        /// All of them.
        pub const ALL: &[Case] = &[$(Case {
            name: $name,
            size: $size,
            make: |$n| $make,
            code: $code,
            count: $count,
        },)*];
    };
}

cases! {
    "blanks" 1_073_741_824 "not_json" |_| 0, |n| vec![b' '; n];
    "bytes that are no text" 104_857_600 "not_json" |_| 0, |n| vec![0xFF; n];
    "lists in each other" 10_000_000 "over_limit" |_| 0, |n| many(br#"{"isms":"1","x":"#, n, b"", |out, _| out.push(b'['));
    "digits of one number" 10_000_000 "out_of_range" |_| 1, |n| {
        many(br#"{"isms":"1","risk_factors":[{"id":"f","title":"F","likelihood":1"#, n, b"}]}", |out, _| out.push(b'1'))
    };
    "letters of one id" 10_000_000 "out_of_range" |_| 1, |n| {
        many(br#"{"isms":"1","losses":[{"title":"L","id":""#, n, br#""}]}"#, |out, _| out.push(b'x'))
    };
    "records of one id" 1_000_000 "duplicate_id" |n| n as u64 - 1, |n| table("losses", n, |_| r#"{"id":"l","title":"L"}"#.into());
    "unknown kinds" 1_000_000 "unknown_kind" |n| n as u64, |n| {
        many(br#"{"isms":"1""#, n, b"}", |out, at| out.extend(format!(r#","kind{at}":[{{"id":"a"}}]"#).bytes()))
    };
    "records of one cycle" 1_000_000 "cycle" |_| 1, |n| table("threats", n, |at| {
        // Each is caused by the one before, the first by the last.
        format!(r#"{{"id":"t{at}","title":"T","causes":["t{}"]}}"#, at.checked_sub(1).unwrap_or(n - 1))
    });
    "equal keys of one record" 1_000_000 "repeated_key" |n| n as u64 - 1, |n| {
        many(br#"{"isms":"1","losses":[{"id":"l","title":"L""#, n, b"}]}", |out, _| out.extend(br#","x":1"#))
    };
    "keys much like a field" 1_000_000 "unknown_field" |n| n as u64, |n| {
        many(br#"{"isms":"1","losses":[{"id":"l","title":"L""#, n, b"}]}", |out, at| out.extend(format!(r#","causes{at}":1"#).bytes()))
    };
    "lone surrogates" 1_000_000 "wrong_type" |n| n as u64, |n| {
        many(br#"{"isms":"1","losses":[{"id":"l","title":"L","tags":["#, n, br#""x"]}]}"#, |out, _| out.extend(br#""\ud800","#))
    };
    "keys with lone surrogates" 1_000_000 "wrong_type" |n| n as u64, |n| {
        many(br#"{"isms":"1","losses":[{"id":"l","title":"L""#, n, b"}]}", |out, at| out.extend(format!(r#","\ud800{at}":1"#).bytes()))
    };
    "causes that are not there" 1_000_000 "dangling_reference" |n| n as u64 + 1, |n| {
        many(br#"{"isms":"1","losses":[{"id":"l","title":"L","causes":["#, n, br#""gone"]}]}"#, |out, at| out.extend(format!(r#""gone{at}","#).bytes()))
    };
    "causes that can't be read" 1_000_000 "wrong_type" |n| n as u64 + 1, |n| {
        many(br#"{"isms":"1","losses":[{"id":"l","title":"L","causes":["#, n, b"{}]}]}", |out, _| out.extend(b"5,"))
    };
    "places in each other" 1_000_000 "dangling_reference" |_| 1, |n| {
        table("places", n, |at| format!(r#"{{"id":"p{at}","title":"P","within":"p{}"}}"#, at + 1))
    };
    "parts of one table" 1_000_000 "repeated_key" |n| n as u64 - 1, |n| {
        many(br#"{"isms":"1""#, n, b"}", |out, at| out.extend(format!(r#","losses":[{{"id":"l{at}","title":"L"}}]"#).bytes()))
    };
    "records that are none" 1_000_000 "wrong_type" |n| n as u64, |n| table("losses", n, |_| "7".into());
}

/// Text, a part so many times, and text.
fn many(start: &[u8], count: usize, end: &[u8], part: impl Fn(&mut Vec<u8>, usize)) -> Vec<u8> {
    let mut out = start.to_vec();
    (0..count).for_each(|at| part(&mut out, at));
    out.extend(end);
    out.shrink_to_fit();
    out
}

/// A document of one table.
fn table(kind: &str, count: usize, record: impl Fn(usize) -> String) -> Vec<u8> {
    many(format!(r#"{{"isms":"1","{kind}":["#).as_bytes(), count, b"]}", |out, at| {
        out.extend(if at > 0 { "," } else { "" }.bytes());
        out.extend(record(at).bytes());
    })
}
