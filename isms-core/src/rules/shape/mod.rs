//! Rules on what could not be read. The reader finds the faults; here they get their words.

pub(super) mod listed_terms;
pub(super) mod missing_id;
pub(super) mod missing_title;
pub(super) mod out_of_range;
pub(super) mod personal_field;
pub(super) mod repeated_key;
pub(super) mod unknown_field;
pub(super) mod unknown_kind;
pub(super) mod unknown_term;
pub(super) mod wrong_type;

use crate::document::{Fault, RowId};
use crate::finding::{Code, Fact, Finding, words};
use crate::json::shortened;
use crate::json::{Members, Misread, Problem};
use crate::model::Kind;
use crate::register::Register;

/// The finding of a fault that the reader noted. `members` serves all of them.
pub(super) fn finding(
    register: &Register,
    members: &mut Members,
    code: Code,
    row: Option<RowId>,
    fault: &Fault,
) -> Finding {
    let place = row.map(|row| register.records.rows.pointer(row)).unwrap_or_default();
    let subject = row.and_then(|row| register.id_of_row(row));
    let finding = match fault {
        Fault::Misread(misread) => once(register, members, row, misread, misread_finding(code, &place, misread)),
        Fault::NoId => Finding::new(code, place, "expected an id, found none; give the record an id of its own"),
        Fault::NoTitle => Finding::new(
            code,
            format!("{place}/title"),
            "expected a title, found none; say in a few words what the record is",
        ),
        Fault::SameId => same_id(register, code, &place, subject),
        Fault::Order { fields, dates } => super::order::own_dates(code, &place, fields, dates),
        Fault::UnknownTable(key, entries) => unknown_table(code, key, *entries),
    };
    finding.of(subject).resting_on(super::registry::rule(code).claims)
}

/// A key that stands there twice is mended by the value that counts.
fn once(
    register: &Register,
    members: &mut Members,
    row: Option<RowId>,
    misread: &Misread,
    finding: Finding,
) -> Finding {
    let (Some(row), Problem::RepeatedKey) = (row, &misread.problem) else { return finding };
    let value = members.value(row as usize, register.records.json(row), &misread.at).map(str::to_owned);
    if value.is_none() {
        return finding;
    }
    finding.mended_at(register, row, misread.at.clone(), value)
}

fn misread_finding(code: Code, place: &str, misread: &Misread) -> Finding {
    let again = misread.problem == Problem::RepeatedKey && place.is_empty();
    let table = again && misread.at.strip_prefix('/').and_then(Kind::of_plural).is_some();
    let message = if table {
        "expected each table once, found it again; the records of both are read, and saved as one table".to_owned()
    } else {
        words(misread)
    };
    let finding = Finding::new(code, format!("{place}{}", misread.at), message);
    match &misread.problem {
        Problem::Type { expected, found } | Problem::Range { expected, found } => {
            finding.fact(Fact::text("expected", *expected)).fact(Fact::text("found", found))
        }
        Problem::RepeatedKey => finding,
        Problem::NearKey { near } => finding.fact(Fact::text("near", *near)),
        Problem::PersonalKey { tells } => finding.fact(Fact::text("tells", *tells)),
    }
}

fn same_id(register: &Register, code: Code, place: &str, subject: Option<&str>) -> Finding {
    let id = subject.unwrap_or_default();
    let first = register.row(id).map(|row| register.records.rows.pointer(row)).unwrap_or_default();
    let message = format!(
        "expected an id of its own, found `{id}`, which the record at {first} has; references mean that one; give this one another id"
    );
    Finding::new(code, format!("{place}/id"), message).fact(Fact::text("first", first))
}

fn unknown_table(code: Code, key: &str, entries: usize) -> Finding {
    let near = crate::json::near(Kind::ALL.iter().map(|kind| kind.plural()), key);
    let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    let its = if entries == 1 { "entry is" } else { "entries are" };
    let message = format!(
        "expected a kind that this version knows, found `{}`: its {entries} {its} kept as written and read by no question{hint}",
        shortened(key)
    );
    let path = crate::json::pointer(&[crate::json::Step::Key(key.to_owned())]);
    let finding = Finding::new(code, path, message).fact(Fact::text("key", key)).fact(Fact::count("entries", entries));
    near.into_iter().fold(finding, |finding, near| finding.fact(Fact::text("near", near)))
}
