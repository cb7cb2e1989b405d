//! The rule `unknown_term`, where fields take the terms of taxonomies. Vocabularies are open: a word that many records
//! have is told of once.

use super::unknown_term::RULE;
use crate::document::RowId;
use crate::finding::{Fact, Finding};
use crate::json::{Step, TextAt, near, shortened};
use crate::model::{Kind, KindFields, Vocabulary, Words};
use crate::register::Register;
use crate::rules::found::Found;
use crate::value::Meter;
use std::collections::HashMap;

/// A word that no taxonomy of its field has, and where it stands.
struct Unlisted<'v> {
    field: &'v str,
    words: &'v Words,
    word: String,
    /// The first place that it stands in.
    row: RowId,
    at: String,
    /// How many there are, and whether they are of several records.
    places: usize,
    several: bool,
}

/// Finds words that no taxonomy has. Linear in the records that may have one; where catalogues were given, in all whose
/// fields take words.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let rows = &register.records.rows;
    let (given, bundled);
    let (vocabulary, rows): (&Vocabulary, Box<dyn Iterator<Item = RowId>>) = match log.catalogs() {
        Some(catalogs) => {
            given = catalogs.vocabulary();
            (&given, Box::new(rows.kinds().filter_map(|(row, kind)| kind.map(|_| row))))
        }
        None => {
            bundled = Vocabulary::bundled();
            (bundled, Box::new(rows.with_odd_words()))
        }
    };
    let fields: Vec<_> = Kind::ALL.iter().map(|kind| vocabulary.fields_of(*kind)).collect();
    let mut list = List::default();
    for row in meter.over(rows) {
        for (field, words, text) in unlisted(register, vocabulary, &fields, row) {
            if log.sets_aside(RULE.code, Some(row)) {
                log.push(RULE.code, Some(row), || Finding::new(RULE.code, text.at, ""));
            } else {
                list.add(field, words, row, text);
            }
        }
    }
    for found in list.found {
        let row = Some(found.row).filter(|_| !found.several);
        log.push(RULE.code, row, || finding(register, &found));
    }
}

/// The words of a row that no taxonomy of their fields has. `fields`: those of each kind.
fn unlisted<'v>(
    register: &Register,
    vocabulary: &'v Vocabulary,
    fields: &[KindFields<'_>],
    row: RowId,
) -> Vec<(&'v str, &'v Words, TextAt)> {
    let Some(kind) = register.records.rows.kind(row) else { return Vec::new() };
    let Some(fields) = fields.get(kind as usize).filter(|fields| !fields.is_empty()) else { return Vec::new() };
    let texts = register.records.texts(row, &|steps: &[Step], text, is_key| fields.lack(steps, text, is_key));
    let named = |text: TextAt| {
        let (field, words) = vocabulary.of(&format!("{}.{}", kind.plural(), text.field))?;
        Some((field, words, text))
    };
    texts.into_iter().filter_map(named).collect()
}

/// All that were found, in the order of their first places.
#[derive(Default)]
struct List<'v> {
    found: Vec<Unlisted<'v>>,
    /// By field and word, which of them it is.
    known: HashMap<&'v str, HashMap<String, usize>>,
}

impl<'v> List<'v> {
    fn add(&mut self, field: &'v str, words: &'v Words, row: RowId, text: TextAt) {
        let known = self.known.entry(field).or_default();
        match known.get(&text.text).and_then(|at| self.found.get_mut(*at)) {
            Some(found) => {
                found.places += 1;
                found.several |= found.row != row;
            }
            None => {
                known.insert(text.text.clone(), self.found.len());
                let TextAt { at, text: word, .. } = text;
                self.found.push(Unlisted { field, words, word, row, at, places: 1, several: false });
            }
        }
    }
}

fn finding(register: &Register, found: &Unlisted<'_>) -> Finding {
    let Unlisted { field, words, word, row, at, places, several } = found;
    let near = near(words.terms.iter().map(String::as_str), word);
    let hint = near.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    let more = match places - 1 {
        0 => String::new(),
        1 => ", here and in one more place".to_owned(),
        more => format!(", here and in {more} more places"),
    };
    let (taxonomies, short) = (words.taxonomies.join(", "), shortened(word));
    let message = format!(
        "expected a term of {taxonomies} in `{field}`, found `{short}`{more}; {hint}Take a term that is listed, or add \
         yours to a catalogue of your own"
    );
    let message = if near.is_some() { message } else { message.replacen("; Take", "; take", 1) };
    let finding = Finding::new(RULE.code, format!("{}{at}", register.records.rows.pointer(*row)), message)
        .of(register.id_of_row(*row).filter(|_| !several))
        .resting_on(RULE.claims)
        .fact(Fact::text("found", short))
        .fact(Fact::text("field", *field))
        .fact(Fact::list("taxonomies", words.taxonomies.clone()))
        .fact(Fact::count("places", *places));
    near.into_iter().fold(finding, |finding, near| finding.fact(Fact::text("near", near)))
}
