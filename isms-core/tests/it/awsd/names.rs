//! Places and parties.

use super::{import, import_rows, import_with, incidents, noted, row, table};
use isms_core::{Kind, Party, Place, Register};

fn places(register: &Register) -> Vec<(String, String, String, Option<String>)> {
    let place = |place: Place| (place.id, place.title, place.kind.unwrap_or_default(), place.within);
    register.iter::<Place>().map(place).collect()
}

#[test]
fn levels_that_are_not_named_are_passed_over() {
    let (_, register) = import_with(&[("Region", ""), ("City", "")]);
    let country = "awsd-place-XA".to_owned();
    assert_eq!(
        places(&register),
        [
            (country.clone(), "Arland".to_owned(), "country".to_owned(), None),
            (format!("{country}//upper"), "Upper".to_owned(), "district".to_owned(), Some(country)),
        ]
    );
    let (imported, register) = import_with(&[("Country Code", ""), ("Country", "")]);
    assert_eq!(places(&register)[0].0, "awsd-place-/north");
    assert_eq!(noted(&imported, "country_blank").len(), 1);
    let nowhere = [("Country Code", ""), ("Country", ""), ("Region", ""), ("District", ""), ("City", "")];
    let (_, register) = import_with(&nowhere);
    assert_eq!(incidents(&register)[0].place, None);
    assert_eq!(incidents(&register)[0].title, "Shooting, 2031-02-03");
}

#[test]
fn a_title_tells_the_country_unless_it_has_told_it() {
    let blank = [("Region", ""), ("District", ""), ("City", "")];
    for (cells, title) in [
        (vec![], "Shooting, Brook, Arland, 2031-02-03"),
        (vec![("City", "")], "Shooting, Upper, Arland, 2031-02-03"),
        (blank.to_vec(), "Shooting, Arland, 2031-02-03"),
        (vec![("City", "ARLAND ")], "Shooting, ARLAND, 2031-02-03"),
        (vec![("Country", "")], "Shooting, Brook, XA, 2031-02-03"),
        (vec![("Country", ""), ("Country Code", "")], "Shooting, Brook, 2031-02-03"),
    ] {
        let (_, register) = import_with(&cells);
        assert_eq!(incidents(&register)[0].title, title, "{cells:?}");
    }
    let spelled = |id, country| row(&[("Incident ID", id), ("Country", country)]);
    let (_, register) = import_rows(&[spelled("1", "arland"), spelled("2", "Arland"), spelled("3", "Arland")]);
    assert_eq!(incidents(&register)[0].title, "Shooting, Brook, Arland, 2031-02-03");
}

#[test]
fn the_code_na_is_a_country() {
    let (imported, register) = import_with(&[("Country Code", "NA"), ("Country", "Namibia")]);
    let country: Place = register.find("awsd-place-NA").unwrap();
    assert_eq!((country.title.as_str(), country.code.as_deref()), ("Namibia", Some("NA")));
    assert!(imported.notes.is_empty());
}

#[test]
fn a_country_without_a_code_takes_the_only_one_of_its_name() {
    let (imported, register) = import_rows(&[row(&[]), row(&[("Incident ID", "8"), ("Country Code", "")])]);
    assert_eq!(incidents(&register)[0].place, incidents(&register)[1].place);
    assert_eq!(noted(&imported, "country_code_filled")[0].row, 3);
    let (imported, register) = import_with(&[("Country Code", "")]);
    assert_eq!(places(&register)[0].0, "awsd-place-arland");
    assert_eq!(noted(&imported, "country_code_blank").len(), 1);
    let (imported, _) = import_with(&[("Country Code", "-99")]);
    assert_eq!(noted(&imported, "country_code_unreadable").len(), 1);
    let (imported, register) = import_with(&[("Country Code", "xa")]);
    assert_eq!(places(&register)[0].0, "awsd-place-XA");
    assert_eq!(noted(&imported, "case_unified").len(), 1);
}

#[test]
fn one_place_in_several_spellings_is_one_place() {
    let spelled = |id: &str, city: &str| row(&[("Incident ID", id), ("City", city)]);
    let rows = [spelled("1", "brook Side"), spelled("2", "Brook  Side"), spelled("3", "Brook Side ")];
    let (imported, register) = import_rows(&rows);
    let cities: Vec<_> = places(&register).into_iter().filter(|place| place.2 == "city").collect();
    assert_eq!(cities.len(), 1);
    assert_eq!(cities[0].1, "Brook Side");
    assert_eq!(noted(&imported, "case_unified").len(), 1);
    assert_eq!(noted(&imported, "trimmed").len(), 2);
}

#[test]
fn long_and_strange_names_make_good_ids() {
    let long = "Long ".repeat(100);
    let (_, register) = import_with(&[("Region", "a/b%"), ("District", &long), ("City", "\u{1}x")]);
    let ids: Vec<&str> = register.ids(Kind::Place).collect();
    assert!(ids.iter().all(|id| id.len() <= 200), "{ids:?}");
    assert!(ids.contains(&"awsd-place-XA/a%2Fb%25"), "{ids:?}");
    assert_eq!(ids.len(), 4);
}

#[test]
fn an_actor_is_a_party_as_far_as_it_is_known() {
    let actor = |kind: &str, name: &str| {
        let (_, register) = import_with(&[("Actor type", kind), ("Actor name", name)]);
        let party = register.iter::<Party>().next();
        assert_eq!(incidents(&register)[0].actor, party.as_ref().map(|party| party.id.clone()));
        party.map(|party| (party.title, party.kind.unwrap_or_default()))
    };
    let party = |title: &str, kind: &str| Some((title.to_owned(), kind.to_owned()));
    assert_eq!(actor("Host State", "Arland Guard "), party("Arland Guard", "Host state"));
    assert_eq!(actor("Host state", "Unknown"), party("Host state (not named)", "Host state"));
    assert_eq!(actor("Criminal", "Not applicable"), party("Criminal (not named)", "Criminal"));
    assert_eq!(actor("Criminal", ""), party("Criminal (not named)", "Criminal"));
    assert_eq!(actor("Unknown", "Red Shirts"), party("Red Shirts", "Unknown"));
    assert_eq!(actor("", "Red Shirts"), party("Red Shirts", ""));
    assert_eq!(actor("Unknown", "Unknown"), None);
    assert_eq!(actor("", ""), None);
}

#[test]
fn agency_types_of_earlier_releases_are_read() {
    let text = table(&[row(&[])]).replace("NRCS and IFRC", "LNGO/NRCS").replace("NNGO", "IFRC");
    let (imported, register) = import(text);
    assert!(imported.notes.is_empty(), "{:?}", imported.notes);
    let terms: Vec<String> =
        incidents(&register)[0].affected[0].tallies.iter().map(|tally| tally.term.clone()).collect();
    assert_eq!(terms, ["UN", "INGO", "ICRC", "LNGO/NRCS", "IFRC", "Other"]);
}
