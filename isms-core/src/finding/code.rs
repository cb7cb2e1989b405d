//! The codes of findings and refusals, each with its severity.

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Severity {
    /// Unreadable, or contradicting itself.
    Error,
    /// Incomplete, or a gap.
    Warning,
    /// Advice or doubt.
    Note,
}

impl Severity {
    /// The word in JSON and on pages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! codes {
    ($($(#[$attr:meta])* $name:ident = $text:literal, $severity:ident;)*) => {
        /// What a finding or a refusal is about. `explain` prints the page of each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$attr])* $name,)*
        }

        impl Code {
            /// Every code, in the order in which findings are sorted.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code as it is written.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The severity of all findings of this code.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A value is of another type.
    WrongType = "wrong_type", Error;
    /// A value is of the right type, outside what it may be.
    OutOfRange = "out_of_range", Error;
    /// A key stands twice in one object.
    RepeatedKey = "repeated_key", Error;
    /// A record has no id.
    MissingId = "missing_id", Error;
    /// Two records have one id.
    DuplicateId = "duplicate_id", Error;
    /// A reference leads nowhere.
    DanglingReference = "dangling_reference", Error;
    /// A reference leads to a record of another kind.
    WrongKind = "wrong_kind", Error;
    /// A cause is of another stage than the effect takes.
    WrongStage = "wrong_stage", Error;
    /// A record names one cause twice.
    RepeatedLink = "repeated_link", Error;
    /// Records lead back to themselves.
    Cycle = "cycle", Error;
    /// An effect certainly precedes its cause.
    OrderInTime = "order_in_time", Error;
    /// An assessment made by covert means.
    CovertMethod = "covert_method", Error;
    /// A post is held by two at once.
    PostHeldTwice = "post_held_twice", Error;
    /// A record has no title.
    MissingTitle = "missing_title", Warning;
    /// A record of the chain can't be traced back.
    BrokenTrace = "broken_trace", Warning;
    /// A loss traces to one risk factor alone.
    SingleFactor = "single_factor", Warning;
    /// An unknown field whose key names a person or a personal attribute.
    PersonalField = "personal_field", Warning;
    /// An acknowledgement that sets nothing aside.
    IdleAcknowledgement = "idle_acknowledgement", Warning;
    /// A requirement of a standard that belongs to no sector and no core function, or to both.
    UnplacedRequirement = "unplaced_requirement", Warning;
    /// A mapping of a standard to itself.
    SelfMapping = "self_mapping", Warning;
    /// A requirement of an older edition of which the new one says nothing.
    LostRequirement = "lost_requirement", Warning;
    /// Two designated officials for one area.
    TwoDesignatedOfficials = "two_designated_officials", Warning;
    /// A waiver whose end is past.
    LapsedWaiver = "lapsed_waiver", Warning;
    /// A verification dated after the day of the question.
    FutureVerification = "future_verification", Warning;
    /// A decision that rests on an assessment which has changed since.
    StaleDigest = "stale_digest", Warning;
    /// A standard, an edition or a requirement that no catalogue at hand has.
    UnknownStandard = "unknown_standard", Warning;
    /// A record of the response that counts for nothing.
    IdleRecord = "idle_record", Warning;
    /// An effect may precede its cause.
    OrderInDoubt = "order_in_doubt", Note;
    /// An incident lies outside the places of its threats.
    PlaceApart = "place_apart", Note;
    /// A field that this version does not know, named much like one that it does.
    UnknownField = "unknown_field", Note;
    /// A table of a kind that this version does not know.
    UnknownKind = "unknown_kind", Note;
    /// A word that this version does not know, where a question rests on it.
    UnknownTerm = "unknown_term", Note;
    /// A text of a catalogue that is missing in a language.
    MissingLanguage = "missing_language", Note;
    /// The text is no JSON.
    NotJson = "not_json", Error;
    /// The document is no register.
    NotARegister = "not_a_register", Error;
    /// The text is no catalogue.
    NotACatalog = "not_a_catalog", Error;
    /// The document is of a newer format.
    NewerVersion = "newer_version", Error;
    /// The input is over a limit.
    OverLimit = "over_limit", Error;
    /// The caller stopped the call.
    Stopped = "stopped", Error;
    /// A question names a record that is not there.
    UnknownId = "unknown_id", Error;
    /// A question of the chain names a record outside it.
    NotInChain = "not_in_chain", Error;
    /// A request is not of a known form.
    BadRequest = "bad_request", Error;
    /// A file to import is not of its format.
    NotTheFormat = "not_the_format", Error;
    /// The source that a call reads gave way.
    ReadFailed = "read_failed", Error;
    /// The place to which a call writes gave way.
    WriteFailed = "write_failed", Error;
}

impl Code {
    /// The code of that text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text)
    }
}
