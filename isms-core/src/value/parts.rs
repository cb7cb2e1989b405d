//! Parts of records: small objects that stand in fields of a record and have no id of their own.

use super::count::Count;
use super::date::Date;
use super::field::{any, object};
use serde_json::Value as Json;

/// Writes a part once: fields that must be there, and fields that may.
macro_rules! part {
    ($(#[doc = $doc:literal])+ $name:ident $key:literal as $expected:literal if $beyond:path {
        must {$($(#[doc = $must_doc:literal])+ $must:ident: $must_type:ty,)*}
        may {$($(#[doc = $may_doc:literal])+ $may:ident: $may_type:ty,)*}
    }) => {
        object! {
            $(#[doc = $doc])+
            #[derive(Clone, Debug, Default, PartialEq)]
            #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
            pub $name named $key as $expected if $beyond {
                $($(#[doc = $must_doc])+ $must: $must_type,)*
                $($(#[doc = $may_doc])+
                #[cfg_attr(feature = "uniffi", uniffi(default))]
                $may: $may_type,)*
            }
        }

        impl $name {
            /// Its schema, with what its fields mean.
            fn told() -> (&'static str, Json) {
                let mut schema = Self::definition();
                describe(&mut schema, "", &[$($doc),+]);
                let fields: &[&str] = &[$(stringify!($must),)* $(stringify!($may),)*];
                if let Some(schema) = schema.as_object_mut() {
                    // Properties have no order; what is written has.
                    schema.insert("propertyOrder".to_owned(), fields.into());
                }
                $(describe(&mut schema, concat!("/properties/", stringify!($must)), &[$($must_doc),+]);)*
                $(describe(&mut schema, concat!("/properties/", stringify!($may)), &[$($may_doc),+]);)*
                ($key, schema)
            }
        }
    };
}

part! {
    /// A level of risk on a scale. JSON: `{"level": "orange", "scale": "red-cross:phase"}`.
    RiskLevel "risk_level" as "{\"level\": text, \"scale\": text}" if any {
        must {
            /// The level, a word of the scale.
            level: String,
            /// The scale, as `catalogue:name`.
            scale: String,
        }
        may {}
    }
}

part! {
    /// A time for which a post is held. Never by whom.
    Holding "holding" as "{\"since\", \"until\", \"acting\", \"resident\", \"staff\", \"background\"}" if any {
        must {}
        may {
            /// From this date on; missing: from before all that is known.
            since: Option<Date>,
            /// Up to and with this date; missing: it goes on.
            until: Option<Date>,
            /// Ad interim, by a deputy.
            acting: Option<bool>,
            /// Whether the holder lives in the place for which the post answers.
            resident: Option<bool>,
            /// Which staff the holder belongs to, a term: `national`, `international` …
            staff: Option<String>,
            /// Where the holder learnt the trade, terms: `military`, `police`, `humanitarian`, `development` …
            background: Vec<String>,
        }
    }
}

part! {
    /// People of one category of staff. Never names.
    HeadCount "head_count" as "{\"category\": text, \"count\", \"nights\", \"trips\"}" if any {
        must {
            /// The category, a term: `international`, `national`, `driver`, `guard`, `volunteer` …
            category: String,
        }
        may {
            /// How many people; missing: unknown.
            count: Option<Count>,
            /// How many nights all of them together spend there; missing: unknown.
            nights: Option<Count>,
            /// How many trips all of them together make; missing: unknown.
            trips: Option<Count>,
        }
    }
}

part! {
    /// To whom results were passed on: a sector, or an agency or party.
    Sharing "sharing" as "{\"sector\": text, \"to\": an id, \"date\": a date}" if any {
        must {}
        may {
            /// The sector, a term.
            sector: Option<String>,
            /// The agency or party.
            to: Option<String>,
            /// When; missing: unknown.
            date: Option<Date>,
        }
    }
}

part! {
    /// What is said about the agency's work, and where.
    Message "message" as "{\"level\": text, \"text\": text}" if any {
        must {
            /// Where it is said, a term: `capital` or `field`.
            level: String,
            /// What is said.
            text: String,
        }
        may {}
    }
}

part! {
    /// What must be seen before the agency reduces its work, leaves, or returns.
    Threshold "threshold" as "{\"step\": text, \"at\": text}" if any {
        must {
            /// What is done, a term: `reduce`, `leave` or `return`.
            step: String,
            /// What must be seen.
            at: String,
        }
        may {}
    }
}

part! {
    /// A requirement of a standard that an agency leaves out, or takes otherwise than the standard says.
    Tailoring "tailoring" as "{\"requirement\": text, \"change\": text, \"reason\": text}" if any {
        must {
            /// The requirement, as `catalogue:name`.
            requirement: String,
            /// What is changed, a term: `left_out`, `must` or `should`.
            change: String,
        }
        may {
            /// Why; without a reason the change does not count.
            reason: Option<String>,
        }
    }
}

part! {
    /// What sets a contingency plan going.
    Trigger "trigger" as "{\"observable\", \"threshold\", \"watcher\", \"decider\", \"reached\", \"until\"}" if any {
        must {}
        may {
            /// What is watched.
            observable: Option<String>,
            /// From when on it counts.
            threshold: Option<String>,
            /// The post that watches.
            watcher: Option<String>,
            /// The post that decides.
            decider: Option<String>,
            /// When it was reached; missing: it was not.
            reached: Option<Date>,
            /// Up to and with which date it was so; missing: it goes on.
            until: Option<Date>,
        }
    }
}

impl Trigger {
    /// Whether it was reached by a day, and is not over. An end before it was reached is none of it.
    pub(crate) fn is_reached(&self, as_of: &Date) -> bool {
        let Some(reached) = self.reached.as_ref().filter(|reached| !as_of.is_certainly_before(reached)) else {
            return false;
        };
        let is_end = |until: &&Date| until.is_certainly_before(as_of) && !until.is_certainly_before(reached);
        self.until.as_ref().filter(is_end).is_none()
    }
}

part! {
    /// What an evaluation found not to have worked. It blames a measure or a requirement, never a person.
    Lapse "lapse" as "{\"text\", \"sector\", \"requirement\", \"measure\"}" if any {
        must {}
        may {
            /// What did not work.
            text: Option<String>,
            /// In which sector, a term.
            sector: Option<String>,
            /// Which requirement, as `catalogue:name`.
            requirement: Option<String>,
            /// Which measure.
            measure: Option<String>,
        }
    }
}

/// The schemas of all parts, by name.
pub(crate) fn parts() -> [(&'static str, Json); 9] {
    [
        RiskLevel::told(),
        Holding::told(),
        HeadCount::told(),
        Sharing::told(),
        Message::told(),
        Threshold::told(),
        Tailoring::told(),
        Trigger::told(),
        Lapse::told(),
    ]
}

/// Adds what it means to the schema of a part, or to that of a field of it.
fn describe(schema: &mut Json, at: &str, doc: &[&str]) {
    let text = doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    if let Some(place) = schema.pointer_mut(at).and_then(Json::as_object_mut) {
        place.insert("description".to_owned(), text.into());
    }
}
