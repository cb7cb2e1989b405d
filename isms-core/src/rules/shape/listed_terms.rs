//! The rule `unknown_term`, where fields take the terms of taxonomies. Vocabularies are open: a word that many records
//! have is told of once.

use super::unknown_term::RULE;
use crate::document::RowId;
use crate::finding::{Fact, Finding};
use crate::json::{Step, TextAt, near, shortened};
use crate::model::{Kind, KindFields, Vocabulary};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::once::{Once, Told};
use crate::value::Meter;

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
    let mut list = Once::default();
    for row in meter.over(rows) {
        for (field, text) in unlisted(register, vocabulary, &fields, row) {
            if log.sets_aside(RULE.code, Some(row)) {
                log.push(RULE.code, Some(row), || Finding::new(RULE.code, text.at, ""));
            } else {
                list.add((field, text.text), row, text.at);
            }
        }
    }
    for found in list.found {
        log.push(RULE.code, found.of(), || finding(register, vocabulary, &found));
    }
}

/// The words of a row that no taxonomy of their fields has. `fields`: those of each kind.
fn unlisted<'v>(
    register: &Register,
    vocabulary: &'v Vocabulary,
    fields: &[KindFields<'_>],
    row: RowId,
) -> Vec<(&'v str, TextAt)> {
    let Some(kind) = register.records.rows.kind(row) else { return Vec::new() };
    let Some(fields) = fields.get(kind as usize).filter(|fields| !fields.is_empty()) else { return Vec::new() };
    let texts = register.records.texts(row, &|steps: &[Step], text, is_key| fields.lack(steps, text, is_key));
    let named = |text: TextAt| {
        let (field, _) = vocabulary.of(&format!("{}.{}", kind.plural(), text.field))?;
        Some((field, text))
    };
    texts.into_iter().filter_map(named).collect()
}

fn finding(register: &Register, vocabulary: &Vocabulary, found: &Told<(&str, String)>) -> Finding {
    let (field, word) = &found.what;
    let words = vocabulary.of(field).map(|(_, words)| words);
    let near = near(words.into_iter().flat_map(|words| &words.terms).map(String::as_str), word);
    let hint = near.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    let taxonomies = words.map(|words| words.taxonomies.clone()).unwrap_or_default();
    let (more, names, short) = (found.more(), taxonomies.join(", "), shortened(word));
    let message = format!(
        "expected a term of {names} in `{field}`, found `{short}`{more}; {hint}Take a term that is listed, or add \
         yours to a catalogue of your own"
    );
    let message = if near.is_some() { message } else { message.replacen("; Take", "; take", 1) };
    let finding = Finding::new(RULE.code, format!("{}{}", register.records.rows.pointer(found.row), found.at), message)
        .of(found.of().and_then(|row| register.id_of_row(row)))
        .resting_on(RULE.claims)
        .fact(Fact::text("found", short))
        .fact(Fact::text("field", *field))
        .fact(Fact::list("taxonomies", taxonomies))
        .fact(Fact::count("places", found.places));
    near.into_iter().fold(finding, |finding, near| finding.fact(Fact::text("near", near)))
}
