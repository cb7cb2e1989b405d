//! The pages of refusals: a call that could not be done.

use super::registry::Rule;
use crate::finding::Code;

/// Where nothing is found, only refused.
const NO_RECORD: &str = "Never within a register; it is the answer to a call.";

macro_rules! pages {
    ($($code:ident: $looks_for:literal, $why:literal, $example:literal, $what_to_do:literal;)*) => {
        /// The page of a refusal.
        pub(super) fn rule(code: Code) -> &'static Rule {
            match code {
                $(Code::$code => {
                    static RULE: Rule = Rule {
                        code: Code::$code,
                        looks_for: $looks_for,
                        why: $why,
                        example: $example,
                        normal_when: NO_RECORD,
                        what_to_do: $what_to_do,
                        claims: &[],
                    };
                    &RULE
                })*
                // Codes of findings have their pages elsewhere.
                _ => rule(Code::BadRequest),
            }
        }
    };
}

pages! {
    NotJson: "Text that is no UTF-8 JSON.",
        "Nothing can be said of a document that can't be read to its end.",
        "A file cut off by a bad line, or saved in another encoding.",
        "Go to the line and column that the message names; fetch the file again if it ends too early.";
    NotARegister: "JSON without `\"isms\": \"1\"` at its top.",
        "Reading any JSON as a register would answer questions on something else.",
        "A GeoJSON file given to `check`.",
        "Give it a register; `isms new -o FILE` makes one.";
    NotACatalog: "JSON without `\"isms_catalog\": \"1\"` at its top.",
        "A file that is something else would look like a standard that asks for nothing.",
        "A register given as a catalogue.",
        "Give it a catalogue; `isms catalog show isms` prints one.";
    NewerVersion: "A document of a newer format than this library knows.",
        "Half-read answers are worse than none.",
        "{\"isms\": \"7\"}.",
        "Open it with a newer isms.";
    OverLimit: "Input over a limit: more than 64 lists and objects in each other, or more records than can be numbered.",
        "A hostile file must not bring down its reader.",
        "A hundred thousand opening brackets.",
        "Look at the place that the message names: no real record is like that.";
    Stopped: "A call that its caller stopped.",
        "Everything is as it was before.",
        "A progress callback that returned false, or Ctrl-C.",
        "Call again when you want to.";
    UnknownId: "A question about an id that no record has.",
        "A silent empty answer would read as `nothing led to it`.",
        "isms trace FILE drivr.",
        "Take the id that the message offers, or look it up in the register.";
    NotInChain: "A question of the chain about a record outside it.",
        "Only risk factors, threats, incidents and losses have causes and effects.",
        "isms trace FILE elders, where `elders` is a measure.",
        "Ask about a record of the chain that it belongs to.";
    BadRequest: "A request that is of no known form.",
        "Guessing what was meant would answer another question.",
        "{\"ask\": \"trase\"}.",
        "Write it as the message says.";
    NotTheFormat: "A file to import that is not of its format.",
        "Columns read by guess would put the wounded among the killed.",
        "A spreadsheet renamed to .csv; a security plan where a catalogue of OSCAL is expected.",
        "Export or fetch the file as the message says, and import it again.";
    ReadFailed: "A source that could not be read to its end.",
        "What is read in part must not look whole.",
        "A memory stick pulled out during an import.",
        "Copy the source to a place that holds, and call again.";
    WriteFailed: "A place to write to that gave way.",
        "What is written in part must not look whole.",
        "A full disk.",
        "Make room, and call again.";
}
