//! Text that can't be read, or not all of it, in words.

use super::{Code, Fact, Finding, Refusal};
use crate::json::{Misread, Problem, Syntax, SyntaxFault, shortened};
use std::borrow::Cow;

/// The bytes as text. Refuses bytes that are none.
pub(crate) fn text_of(bytes: Cow<'_, [u8]>) -> Result<String, Refusal> {
    const FIX: &str = "save the file as UTF-8 without a byte order mark";
    const LOOKED_AT: usize = 4_096;
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return Err(Refusal::new(
            Code::NotJson,
            "",
            format!("expected JSON, found a byte order mark at byte 0; {FIX}"),
        ));
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Refusal::new(Code::NotJson, "", format!("expected UTF-8 text, found UTF-16 text; {FIX}")));
    }
    String::from_utf8(bytes.into_owned()).map_err(|error| {
        let (bytes, error) = (error.as_bytes(), error.utf8_error());
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let found = bytes.get(before.len()).copied().unwrap_or_default();
        let place = Place::after(std::str::from_utf8(before).unwrap_or_default());
        // Text in another encoding has no zero bytes; pictures, archives and spreadsheets do.
        let is_text = !bytes.iter().take(LOOKED_AT).any(|byte| *byte == 0);
        let fix = if is_text { FIX } else { "it is no text; give the JSON document itself" };
        let message = format!("expected UTF-8 text, found byte 0x{found:02X} at {place}; {fix}");
        place.on(Finding::new(Code::NotJson, "", message)).into()
    })
}

/// The refusal of text that can't be read on.
pub(crate) fn unreadable(text: &str, syntax: &Syntax) -> Refusal {
    let place = Place::after(text.get(..syntax.at).unwrap_or(text));
    let (code, message) = match &syntax.fault {
        SyntaxFault::NotJson(words) if syntax.at >= text.trim_end().len() => {
            (Code::NotJson, format!("expected JSON, found the end of the text at {place}: {words}; is the file whole?"))
        }
        SyntaxFault::NotJson(words) => {
            (Code::NotJson, format!("expected JSON at {place}: {words}; mend the text there"))
        }
        SyntaxFault::TooDeep => {
            (Code::OverLimit, format!("expected at most 64 lists and objects in each other, found more at {place}"))
        }
        SyntaxFault::TooMuch => (
            Code::OverLimit,
            format!(
                "expected at most four thousand million records, ids and references, each of at most 4 GiB, found more at {place}"
            ),
        ),
        SyntaxFault::Stopped => (Code::Stopped, format!("stopped by the caller at {place}; nothing was changed")),
    };
    place.on(Finding::new(code, "", message)).into()
}

/// A place in text, as people count: lines and columns from 1.
struct Place {
    line: usize,
    column: usize,
    byte: usize,
}

impl Place {
    /// Behind this text.
    fn after(text: &str) -> Self {
        Self {
            line: text.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: text.chars().rev().take_while(|character| *character != '\n').count() + 1,
            byte: text.len(),
        }
    }

    /// The finding with this place among its facts.
    fn on(&self, finding: Finding) -> Finding {
        let facts = [("line", self.line), ("column", self.column), ("byte", self.byte)];
        facts.into_iter().fold(finding, |finding, (name, count)| finding.fact(Fact::count(name, count)))
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, column {} (byte {})", self.line, self.column, self.byte)
    }
}

/// What a misread says.
pub(crate) fn words(misread: &Misread) -> String {
    let key = || shortened(misread.at.rsplit('/').next().unwrap_or_default());
    match &misread.problem {
        Problem::Type { expected, found } | Problem::Range { expected, found } => {
            format!("expected {expected}, found {found}")
        }
        Problem::NearKey { near } => {
            let key = key();
            format!(
                "expected a field that is known, found `{key}`; did you mean `{near}`? It is kept, and no question reads it"
            )
        }
        Problem::PersonalKey { tells } => {
            let key = key();
            format!(
                "expected no field on a person, found `{key}`, which may be one ({tells}); take it out if it is, else give it another name"
            )
        }
        Problem::RepeatedKey => {
            let counts = if misread.at == "/isms" { "first" } else { "last" };
            format!("expected each key once, found it again; the {counts} one counts")
        }
    }
}

impl Problem {
    /// The code of its finding.
    pub(crate) fn code(&self) -> Code {
        match self {
            Self::Type { .. } => Code::WrongType,
            Self::Range { .. } => Code::OutOfRange,
            Self::RepeatedKey => Code::RepeatedKey,
            Self::NearKey { .. } => Code::UnknownField,
            Self::PersonalKey { .. } => Code::PersonalField,
        }
    }
}
