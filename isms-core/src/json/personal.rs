//! Keys that name a person or a personal attribute. The words stand in `personal.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The list, with where it is from.
const LIST: &str = include_str!("personal.txt");

/// How the words of an entry stand in a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// They are a word for a person, which alone tells nothing.
    Person,
    /// They are the key, or stand beside a word for a person.
    Alone,
    /// They are the key.
    Whole,
    /// They stand anywhere.
    Any,
}

/// An entry of the list.
struct Entry {
    how: How,
    words: Vec<&'static str>,
    tells: &'static str,
}

/// The entries, by the first of their words.
static ENTRIES: LazyLock<HashMap<&str, Vec<Entry>>> = LazyLock::new(|| {
    let mut entries: HashMap<&str, Vec<Entry>> = HashMap::new();
    for entry in LIST.lines().filter_map(entry) {
        entries.entry(entry.words.first().copied().unwrap_or_default()).or_default().push(entry);
    }
    entries
});

fn entry(line: &'static str) -> Option<Entry> {
    let mut columns = line.split('\t');
    let how = match columns.next()? {
        "person" => How::Person,
        "alone" => How::Alone,
        "whole" => How::Whole,
        "any" => How::Any,
        _ => return None,
    };
    let words = columns.next()?.split(' ').collect();
    Some(Entry { how, words, tells: columns.next()? })
}

/// What a field of this key tells of a person, as far as its words say. Linear in the key.
pub(super) fn tells(key: &str) -> Option<&'static str> {
    let words = words(key);
    let of_person = || standing_in(&words).any(|entry| entry.how == How::Person);
    let fits = |entry: &&Entry| match entry.how {
        How::Person => false,
        How::Whole => words == entry.words,
        How::Alone => words == entry.words || of_person(),
        How::Any => true,
    };
    standing_in(&words).find(fits).map(|entry| entry.tells)
}

/// The entries whose words stand in these, in their order.
fn standing_in(words: &[String]) -> impl Iterator<Item = &'static Entry> {
    words.iter().enumerate().flat_map(move |(at, first)| {
        let rest = words.get(at..).unwrap_or_default();
        let entries = ENTRIES.get(first.as_str()).map(Vec::as_slice).unwrap_or_default();
        entries.iter().filter(|entry| rest.get(..entry.words.len()).is_some_and(|found| found == entry.words))
    })
}

/// The words of a key in small letters: `contactPhone2`, `contact_phone 2` are contact, phone, 2.
fn words(key: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let characters: Vec<char> = key.chars().collect();
    for (at, character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| characters.get(at));
        let begins = before.is_some_and(|before| begins_word(*before, *character, characters.get(at + 1).copied()));
        if (begins || !character.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if character.is_alphanumeric() {
            word.extend(character.to_lowercase());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// A letter begins a word after a digit (and a digit after a letter), a capital after a small one
/// and before one (`IDNumber`).
fn begins_word(before: char, character: char, after: Option<char>) -> bool {
    let turns = before.is_numeric() != character.is_numeric();
    let rises = character.is_uppercase() && (before.is_lowercase() || after.is_some_and(char::is_lowercase));
    turns || rises
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_an_entry_and_none_stands_twice() {
        let lines = LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let entries: Vec<&Entry> = ENTRIES.values().flatten().collect();
        assert_eq!(lines.count(), entries.len());
        assert!(entries.len() > 200);
        let mut all: Vec<&Vec<&str>> = entries.iter().map(|entry| &entry.words).collect();
        all.sort();
        let twice: Vec<_> = all.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert_eq!(twice, Vec::<&[&Vec<&str>]>::new());
        for entry in entries {
            assert_eq!(words(&entry.words.join("_")), entry.words, "it can be met");
        }
    }

    #[test]
    fn keys_are_told_by_whole_words() {
        for (key, expected) in [
            ("name", "name"),
            ("driverName", "name"),
            ("name_of_driver", "name"),
            ("nom_du_chauffeur", "name"),
            ("NOMBRE DEL CONDUCTOR", "name"),
            ("Surname", "name"),
            ("surname2", "name"),
            ("username", "name"),
            ("اسم السائق", "name"),
            ("jina", "name"),
            ("DateOfBirth", "date of birth"),
            ("dob", "date of birth"),
            ("clan", "clan or tribe"),
            ("victim_tribe", "clan or tribe"),
            ("kabila", "clan or tribe"),
            ("religion", "religion"),
            ("religión", "religion"),
            ("الديانة", "religion"),
            ("health", "health"),
            ("health_status", "health"),
            ("état_de_santé", "health"),
            ("orientation", "sexual orientation"),
            ("political-opinions", "politics"),
            ("passportNumber", "identity papers"),
            ("IDNumber", "identity papers"),
            ("contact phone", "way to reach a person"),
            ("e-mail", "way to reach a person"),
            ("EMail", "way to reach a person"),
            ("ethnicity", "ethnicity"),
        ] {
            assert_eq!(tells(key), Some(expected), "{key}");
        }
    }

    #[test]
    fn keys_that_only_look_alike_are_left_alone() {
        for key in [
            "place_name",
            "file_name",
            "fileName",
            "filename",
            "agency_name",
            "project name",
            "nom_du_lieu",
            "nombre_de_vehiculos",
            "clinic_health_post",
            "health_centre",
            "health_zone",
            "clan_militia",
            "tribal_area",
            "religious_site",
            "freedom_of_religion",
            "satellite_phone",
            "phone_network",
            "email_server_down",
            "office_phone",
            "orientation_of_gate",
            "political_party_rally",
            "race_track",
            "staff",
            "staff_count",
            "driver",
            "victims",
            "renamed",
            "unnamed",
            "weather",
            "id2",
            "x",
            "",
            "_",
            "hiv_programme",
            "passage",
            "tribute",
            "clandestine",
            "names_checked",
            "Total affected",
            "Country Code",
            "SGBV",
            "denomination",
            "contact_person_role",
        ] {
            assert_eq!(tells(key), None, "{key}");
        }
    }
}
