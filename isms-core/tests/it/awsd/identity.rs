//! Ids that stand on several rows.

use super::{import_rows, import_with, incidents, losses, noted, row};
use isms_core::Kind;

fn ids(rows: &[String]) -> Vec<String> {
    let (_, register) = import_rows(rows);
    register.ids(Kind::Incident).map(str::to_owned).collect()
}

#[test]
fn an_id_on_several_rows_gets_the_dates_as_suffixes() {
    let rows = [row(&[]), row(&[("Incident ID", "8")]), row(&[("Day", "")])];
    let (imported, register) = import_rows(&rows);
    let ids: Vec<&str> = register.ids(Kind::Incident).collect();
    assert_eq!(ids, ["awsd-7-2031-02-03", "awsd-8", "awsd-7-2031-02"]);
    assert_eq!(noted(&imported, "duplicate_id").iter().map(|note| note.row).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(losses(&register)[0].causes.as_ref().unwrap().links[0].id, "awsd-7-2031-02-03");
    assert_eq!(imported.answer.total("killed"), Some(3));
}

#[test]
fn equal_dates_are_told_apart_by_a_digest_and_not_by_the_order_of_rows() {
    let (one, two) = (row(&[("City", "Brook")]), row(&[("City", "Ford")]));
    let forth = ids(&[one.clone(), two.clone()]);
    let back = ids(&[two, one]);
    assert_eq!(forth, back.into_iter().rev().collect::<Vec<_>>());
    assert!(forth.iter().all(|id| id.starts_with("awsd-7-2031-02-03-") && id.len() == 26), "{forth:?}");
    assert_ne!(forth[0], forth[1]);
}

#[test]
fn identical_rows_are_all_kept() {
    let (imported, register) = import_rows(&[row(&[]), row(&[]), row(&[]), row(&[("City", "Ford")])]);
    let ids: Vec<&str> = register.ids(Kind::Incident).collect();
    assert_eq!(ids[1], format!("{}-2", ids[0]));
    assert_eq!(ids[2], format!("{}-3", ids[0]));
    assert_eq!(noted(&imported, "identical_row").len(), 3);
    assert_eq!(noted(&imported, "duplicate_id").len(), 4);
    assert_eq!(imported.answer.total("killed"), Some(4));
}

#[test]
fn a_row_without_an_id_gets_one_of_its_own() {
    let (imported, register) = import_rows(&[row(&[("Incident ID", "")]), row(&[("Incident ID", " ")])]);
    assert_eq!(incidents(&register).len(), 2);
    assert!(incidents(&register)[0].id.starts_with("awsd-no_id-2031-02-03-"));
    assert_eq!(noted(&imported, "id_blank").len(), 2);
}

#[test]
fn strange_ids_can_not_be_taken_for_others() {
    let strange = ["7-killed-national", "place-XA", "a\tb", "7%2D1", &"é".repeat(150), "7.0"];
    let rows: Vec<String> = strange.iter().map(|id| row(&[("Incident ID", id)])).collect();
    let ids = ids(&rows);
    assert_eq!(ids.len(), strange.len());
    assert_eq!(ids[5], "awsd-7");
    let (imported, _) = import_with(&[("Incident ID", "7.0")]);
    assert_eq!(noted(&imported, "id_rewritten").len(), 1);
}
