//! The codes of the reading notes of this import, each with its explanation.

use crate::finding::Tallied;
use crate::formats::codes::codes;
use crate::formats::{ReadingNote, ReadingNoteKind};
use crate::json::shortened;

codes! {
    /// What a reading note is about.
    WrongType "wrong_type" "A value is of another type than OSCAL gives it; it was left out.",
    RepeatedKey "repeated_key" "A key stands twice in one object; the last one counts.",
    UnknownKey "unknown_key" "A key that OSCAL's models do not have at this place; it was left out.",
    UnknownVersion "unknown_version" "The file names no version of OSCAL that begins with 1; it was read as one of these.",
    IdUnusable "id_unusable" "A control has no id, or one that no requirement can have; it was refused.",
    DuplicateId "duplicate_id" "A control has the id of an earlier one; the earlier one was taken, this one refused.",
    NameMade "name_made" "No name was given for the standard; it was made from the title.",
    EditionMissing "edition_missing" "The file does not say its version; the standard has no edition.",
    LanguageAssumed "language_assumed" "OSCAL does not say in which language its texts are, and nobody else did; they were taken as English.",
    PersonLeftOut "person_left_out" "A party that is a person was left out: no catalogue holds a person's name.",
    MetadataLeftOut "metadata_left_out" "A part of the metadata has no place in a catalogue; it was left out.",
    GroupFlattened "group_flattened" "Catalogues have no groups; the title of the group stands in the `source` of its requirements.",
    ControlFlattened "control_flattened" "A control lies within another one; its requirement stands behind that of the outer one, which its id alone shows.",
    Withdrawn "withdrawn" "A withdrawn control asks for nothing, so it is no requirement; what became of it stands under `replaces`.",
    Unplaced "unplaced" "OSCAL knows no sectors and core functions, and the placement names none for this requirement; it belongs to none.",
    UnknownPlace "unknown_place" "The placement names a group or control that is not there.",
    TitleMissing "title_missing" "A control has no title; its statement alone is the text.",
    StatementMissing "statement_missing" "A control has no statement; its title alone is the text.",
    StatementJoined "statement_joined" "The parts of a statement were joined to one text, each behind its label.",
    BlanksJoined "blanks_joined" "Blanks and line breaks in a text became single blanks.",
    MarkupKept "markup_kept" "A text has a link written as Markdown; it was kept as written and may lead nowhere.",
    ParameterInserted "parameter_inserted" "A text names a parameter; its value stands there, or what is to be chosen, or what it stands for, in square brackets.",
    ParameterUnknown "parameter_unknown" "A parameter is named that is not there; a text that names it was kept as written, a profile that sets it sets nothing.",
    ParameterTooLong "parameter_too_long" "A parameter leads to itself, or its text is very long; the place where it is named was kept as written.",
    ParameterUnused "parameter_unused" "A parameter is named in no text that was taken; it was left out.",
    ParameterLeftOut "parameter_left_out" "More is said of a parameter than its values, its choices and its label; it was left out.",
    MethodsJoined "methods_joined" "What is to be examined, whom to ask and what to test became the evidence of the requirement.",
    GuidanceLeftOut "guidance_left_out" "Guidance has no place in a catalogue; it was left out.",
    ObjectiveLeftOut "objective_left_out" "Assessment objectives say the requirement again, piece by piece; they were left out.",
    PartLeftOut "part_left_out" "A part that is no statement, guidance or assessment; it was left out.",
    LinkLeftOut "link_left_out" "Links to other controls and to sources were left out.",
    PropertyLeftOut "property_left_out" "A property has no place in a catalogue; it was left out. Labels stand in `source`.",
    ClassLeftOut "class_left_out" "The class of a control or group was left out.",
    RemarksLeftOut "remarks_left_out" "Remarks were left out.",
    ResourceLeftOut "resource_left_out" "A resource of the back matter was left out.",
    ProfileImport "profile_import" "What a profile imports was taken from the catalogue that was given with it.",
    UnknownControl "unknown_control" "A profile selects a control that the catalogue does not have.",
    ParameterSet "parameter_set" "A profile sets a parameter; what it says counts, and not what the catalogue says.",
    AlterLeftOut "alter_left_out" "A profile adds to a control, or takes away from it; that was left out.",
    MergeLeftOut "merge_left_out" "How a profile orders its controls was left out; they stand in the order of the catalogue.",
}

/// The codes of the reading notes of [`import_oscal`](crate::import_oscal) with what they mean.
///
/// ```
/// assert!(isms_core::oscal_notes().iter().any(|kind| kind.code == "withdrawn"));
/// ```
#[must_use]
pub fn oscal_notes() -> Vec<ReadingNoteKind> {
    let kind =
        |code: &Code| ReadingNoteKind { code: code.as_str().to_owned(), explanation: code.explanation().to_owned() };
    Code::ALL.iter().map(kind).collect()
}

/// The longest place of a note, in bytes.
const LONGEST_PLACE: usize = 500;

/// The reading report in the making.
pub(super) struct Notes {
    pub(super) list: Vec<ReadingNote>,
    counts: [u64; Code::ALL.len()],
    /// The number of the control of which is spoken; 0: of none.
    pub(super) control: u64,
}

impl Default for Notes {
    fn default() -> Self {
        Self { list: Vec::new(), counts: [0; Code::ALL.len()], control: 0 }
    }
}

impl Notes {
    /// Adds a note on the value at a place.
    pub(super) fn add(&mut self, code: Code, at: &str, value: &str, done: impl Into<String>) {
        if let Some(count) = self.counts.get_mut(code as usize) {
            *count += 1;
        }
        // Places of OSCAL are short; those of other documents may be anything.
        let end = at.floor_char_boundary(LONGEST_PLACE);
        self.list.push(ReadingNote {
            row: self.control,
            column: at.get(..end).unwrap_or_default().to_owned(),
            value: shortened(value),
            code: code.as_str().to_owned(),
            done: done.into(),
        });
    }

    /// Keeps the notes on these controls, and those on none.
    pub(super) fn keep(&mut self, is_kept: impl Fn(u64) -> bool) {
        self.list.retain(|note| note.row == 0 || is_kept(note.row));
        let count = |code: &Code| self.list.iter().filter(|note| note.code == code.as_str()).count() as u64;
        let counts: Vec<u64> = Code::ALL.iter().map(count).collect();
        self.counts.iter_mut().zip(counts).for_each(|(old, new)| *old = new);
    }

    /// The counts of the codes that were met.
    pub(super) fn tallied(&self) -> Vec<Tallied> {
        let all = Code::ALL.iter().zip(self.counts).filter(|(_, count)| *count > 0);
        all.map(|(code, count)| Tallied { code: code.as_str().to_owned(), count }).collect()
    }
}
