//! The codes of the reading notes of this import, each with its explanation.

use crate::finding::Tallied;
use crate::formats::codes::codes;
use crate::formats::{ReadingNote, ReadingNoteKind};

codes! {
    /// What a reading note is about.
    ByteOrderMark "byte_order_mark" "The file begins with a byte order mark, which was passed over.",
    HxlRow "hxl_row" "A second header line of HXL tags stands below the header; it is no incident.",
    MissingColumn "missing_column" "A column is not there; what it says is unknown, never 0.",
    UnknownColumn "unknown_column" "A column that this import does not know; its cells are kept under its header.",
    BlankRow "blank_row" "A row without any value was passed over and not counted.",
    RowLength "row_length" "A row has more or fewer cells than the header and was refused.",
    UnclosedQuote "unclosed_quote" "The file ends inside a quoted cell; its last row is not whole and was refused.",
    CutOff "cut_off" "The file ends within a row; it may have been cut off: fetch it again.",
    NoFinalNewline "no_final_newline" "The file does not end with a line break; its last row may have been cut short.",
    NulByte "nul_byte" "A cell holds a NUL byte, the sign of a damaged file; its row was refused.",
    YearUnreadable "year_unreadable" "The year is no year. A record without a date would be read as a forecast, so the row was refused.",
    IdBlank "id_blank" "A row has no incident id; it was given one made of its date and a digest of the row.",
    IdRewritten "id_rewritten" "An incident id could not be used as it is written.",
    DuplicateId "duplicate_id" "An incident id stands on several rows; each of them was given a suffix, none was dropped.",
    IdenticalRow "identical_row" "A row stands in the file more than once, the same in every cell; all were kept.",
    UnknownMonth "unknown_month" "The month is blank; the date is the year.",
    UnknownDay "unknown_day" "The day is blank; the date is the month.",
    DateReduced "date_reduced" "A part of the date can't be right; the date was reduced to what can.",
    Trimmed "trimmed" "Blanks before, after or doubled within a value were removed.",
    CaseUnified "case_unified" "A value differs from another spelling only in upper and lower case; both were given one spelling.",
    SpellingUnified "spelling_unified" "A known misspelling or abbreviation was replaced by the value that it stands for.",
    NameUnified "name_unified" "A country code stands beside several names; the most frequent became the title.",
    UnknownTerm "unknown_term" "A value is not among those that the source is known to use; it was kept as written.",
    TermBlank "term_blank" "A value that every incident should have is blank; the field was left out.",
    CountryBlank "country_blank" "The country is blank.",
    CountryCodeBlank "country_code_blank" "A country has a name and no code; its id was made from the name.",
    CountryCodeFilled "country_code_filled" "A country without a code was given the only code that its name has elsewhere in the file.",
    CountryCodeUnreadable "country_code_unreadable" "A country code is not two letters and was not used.",
    NumberFormat "number_format" "A whole number was written with zeros after a point and was read as that number.",
    CountBlank "count_blank" "A count is blank, which is unknown and not 0; nothing was made of it.",
    CountUnreadable "count_unreadable" "A count is no whole number, so it is unknown; nothing was made of it.",
    PartsDoNotAddUp "parts_do_not_add_up" "The parts of a total do not add up to it; the parts were used and the total kept beside them.",
    LowerBound "lower_bound" "Some cells of a total are unknown, so the total is a lower bound.",
    CoordinateBlank "coordinate_blank" "The coordinates are blank; the incident has no point.",
    CoordinateUnreadable "coordinate_unreadable" "The coordinates are no two numbers; they were kept as text and no point was made.",
    CoordinateOutOfRange "coordinate_out_of_range" "The coordinates lie outside the earth; they were kept as text and no point was made.",
    HtmlEntities "html_entities" "The narrative holds HTML entities; it was kept as written.",
}

/// The codes of the reading notes of [`import_awsd`](crate::import_awsd) with what they mean.
///
/// ```
/// assert!(isms_core::awsd_notes().iter().any(|kind| kind.code == "duplicate_id"));
/// ```
#[must_use]
pub fn awsd_notes() -> Vec<ReadingNoteKind> {
    let kind =
        |code: &Code| ReadingNoteKind { code: code.as_str().to_owned(), explanation: code.explanation().to_owned() };
    Code::ALL.iter().map(kind).collect()
}

/// Counts notes and passes them on, or, for the passes in which they are known already, neither.
pub(super) struct Notes<'n> {
    sink: Option<&'n mut dyn FnMut(&ReadingNote)>,
    counts: [u64; Code::ALL.len()],
}

impl<'n> Notes<'n> {
    pub(super) fn to(sink: &'n mut dyn FnMut(&ReadingNote)) -> Self {
        Self { sink: Some(sink), counts: [0; Code::ALL.len()] }
    }

    pub(super) fn silent() -> Self {
        Self { sink: None, counts: [0; Code::ALL.len()] }
    }

    pub(super) fn add(&mut self, code: Code, row: u64, column: &str, value: &str, done: impl FnOnce() -> String) {
        let Some(sink) = &mut self.sink else {
            return;
        };
        if let Some(count) = self.counts.get_mut(code as usize) {
            *count += 1;
        }
        sink(&ReadingNote {
            row,
            column: column.to_owned(),
            value: value.to_owned(),
            code: code.as_str().to_owned(),
            done: done(),
        });
    }

    /// The counts of the codes that were met.
    pub(super) fn tallied(&self) -> Vec<Tallied> {
        let all = Code::ALL.iter().zip(self.counts).filter(|(_, count)| *count > 0);
        all.map(|(code, count)| Tallied { code: code.as_str().to_owned(), count }).collect()
    }
}
