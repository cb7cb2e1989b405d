//! What becomes of single cells.

use super::{import, import_rows, import_with, incidents, losses, noted, row, table};
use isms_core::{Count, Register};

#[test]
fn a_row_becomes_an_incident_its_losses_its_place_and_its_party() {
    let (imported, register) = import_rows(&[row(&[])]);
    assert!(imported.notes.is_empty(), "{:?}", imported.notes);
    let text = String::from_utf8(imported.document).unwrap();
    assert_eq!(text, include_str!("one.json"));
    assert!(register.trace("awsd-7-killed-national").is_ok());
}

#[test]
fn the_answer_has_the_promised_form() {
    let (imported, _) = import_rows(&[row(&[])]);
    assert_eq!(
        serde_json::to_string(&imported.answer).unwrap(),
        "{\"label\":\"amber\",\"format\":\"awsd\",\"rows\":1,\"read\":1,\"refused\":0,\"totals\":{\"incidents\":1,\"killed\":1,\"wounded\":1,\
         \"kidnapped\":0,\"detained\":0,\"affected\":2},\"findings\":{},\"output\":null,\"at_least\":[]}"
    );
}

#[test]
fn a_date_goes_as_far_as_it_is_known() {
    for (cells, date, code) in [
        ([("Month", "2"), ("Day", "")], "2031-02", "unknown_day"),
        ([("Month", ""), ("Day", "")], "2031", "unknown_month"),
        ([("Month", ""), ("Day", "")], "2031", "unknown_day"),
        ([("Month", ""), ("Day", "3")], "2031", "date_reduced"),
        ([("Month", "2"), ("Day", "30")], "2031-02", "date_reduced"),
        ([("Month", "13"), ("Day", "3")], "2031", "date_reduced"),
        ([("Month", "May"), ("Day", "3")], "2031", "date_reduced"),
        ([("Month", "2.0"), ("Day", "3")], "2031-02-03", "number_format"),
    ] {
        let (imported, register) = import_with(&cells);
        assert_eq!(incidents(&register)[0].date.as_ref().unwrap().as_str(), date, "{cells:?}");
        assert_eq!(losses(&register)[0].date.as_ref().unwrap().as_str(), date);
        assert!(!noted(&imported, code).is_empty(), "{cells:?}");
    }
}

#[test]
fn a_row_without_a_year_is_refused_and_the_others_are_read() {
    for year in ["", "25", "last year", "0", "99999999999999999999"] {
        let (imported, register) = import_rows(&[row(&[("Year", year)]), row(&[("Incident ID", "8")])]);
        assert_eq!((imported.answer.read, imported.answer.refused), (1, 1));
        assert_eq!(incidents(&register).len(), 1);
        let note = noted(&imported, "year_unreadable")[0];
        assert_eq!((note.row, note.column.as_str(), note.value.as_str()), (2, "Year", year));
    }
}

#[test]
fn a_blank_count_is_unknown_and_not_zero() {
    let (imported, register) = import_with(&[("Nationals killed", ""), ("Nationals wounded", "0")]);
    assert_eq!(losses(&register).len(), 0);
    assert_eq!(imported.answer.total("killed"), Some(0));
    assert_eq!(noted(&imported, "count_blank")[0].column, "Nationals killed");
    let bound = noted(&imported, "lower_bound");
    assert_eq!(bound.len(), 1);
    assert_eq!((bound[0].column.as_str(), bound[0].value.as_str()), ("killed", "0"));
    assert_eq!(imported.answer.at_least, ["killed"]);
    // What the source says of the whole is kept, since it can't be made again of the parts.
    let other = &incidents(&register)[0].other;
    assert!(other.iter().any(|extra| extra.key == "Total killed"), "{other:?}");
}

#[test]
fn an_unreadable_count_is_unknown() {
    for value in ["two", "-1", "1,000", "1.5", "1e3", "9007199254740993", "2 or 3"] {
        let (imported, register) = import_with(&[("Nationals killed", value)]);
        assert_eq!(losses(&register).len(), 1, "the wounded one is left");
        assert_eq!(noted(&imported, "count_unreadable")[0].value, value);
    }
    let (imported, register) = import_with(&[("Nationals killed", "1.0")]);
    assert_eq!(losses(&register)[0].count, Some(Count::exactly(1)));
    assert_eq!(noted(&imported, "number_format").len(), 1);
}

#[test]
fn harms_of_which_the_source_does_not_say_are_named() {
    let unknown = |register: &Register| incidents(register)[0].harms_unknown.clone();
    assert!(unknown(&import_with(&[]).1).is_empty(), "a zero is known");
    for (header, cell, harm) in [
        ("Nationals killed", "", "death"),
        ("Internationals wounded", " ", "injury"),
        ("Internationals kidnapped", "some", "kidnapping"),
        ("Nationals detained", "-1", "detention"),
    ] {
        assert_eq!(unknown(&import_with(&[(header, cell)]).1), [harm]);
        let (imported, register) = import(table(&[row(&[]), row(&[])]).replace(header, "Something else"));
        assert!(incidents(&register).iter().all(|incident| incident.harms_unknown == [harm]));
        assert!(imported.answer.at_least.is_empty(), "null, and no lower bound");
    }
    let (imported, register) =
        import_with(&[("Internationals wounded", ""), ("Nationals killed", "?"), ("Total affected", "")]);
    assert_eq!(unknown(&register), ["death", "injury"]);
    assert_eq!(imported.answer.at_least, ["killed", "wounded", "affected"]);
}

#[test]
fn a_missing_column_makes_its_total_null_and_no_losses() {
    let text = table(&[row(&[])]).replace("Nationals detained", "Staff held");
    let (imported, register) = import(text);
    assert_eq!(imported.answer.total("detained"), None);
    assert_eq!(imported.answer.total("killed"), Some(1));
    assert!(noted(&imported, "missing_column").iter().any(|note| note.column == "Nationals detained"));
    assert!(noted(&imported, "unknown_column").iter().any(|note| note.column == "Staff held"));
    let incident = &incidents(&register)[0];
    assert_eq!((incident.other[0].key.as_str(), incident.other[0].json.as_str()), ("Staff held", "\"0\""));
    assert!(noted(&imported, "parts_do_not_add_up").is_empty(), "one part is unknown");
}

#[test]
fn parts_that_do_not_add_up_are_noted_and_used() {
    let (imported, register) = import_with(&[("Total killed", "5"), ("Gender Male", "9")]);
    let columns: Vec<&str> = noted(&imported, "parts_do_not_add_up").iter().map(|note| note.column.as_str()).collect();
    assert_eq!(columns, ["Total killed", "Total affected"]);
    assert_eq!(imported.answer.total("killed"), Some(1));
    let other = &incidents(&register)[0].other;
    assert_eq!((other[0].key.as_str(), other[0].json.as_str()), ("Total killed", "\"5\""));
}

#[test]
fn coordinates_that_are_none_are_kept_as_text() {
    for (lat, lon, text, code) in [
        ("11.919424, 24.933643", "24.933643)", "11.919424, 24.933643, 24.933643)", "coordinate_unreadable"),
        ("16.001944, ", "43.196111", "16.001944,, 43.196111", "coordinate_unreadable"),
        ("145.844.444", "43.1", "145.844.444, 43.1", "coordinate_unreadable"),
        ("12,5", "43.1", "12,5, 43.1", "coordinate_unreadable"),
        ("12.5", "", "12.5, ", "coordinate_unreadable"),
        ("NaN", "1", "NaN, 1", "coordinate_unreadable"),
        ("91", "43.1", "91, 43.1", "coordinate_out_of_range"),
        ("12.5", "-180.5", "12.5, -180.5", "coordinate_out_of_range"),
    ] {
        let (imported, register) = import_with(&[("Latitude", lat), ("Longitude", lon)]);
        let incident = &incidents(&register)[0];
        assert_eq!((incident.point.as_ref(), incident.point_text.as_deref()), (None, Some(text)));
        assert!(!noted(&imported, code).is_empty(), "{lat} {lon}");
    }
    let (imported, register) = import_with(&[("Latitude", ""), ("Longitude", " ")]);
    assert_eq!((&incidents(&register)[0].point, &incidents(&register)[0].point_text), (&None, &None));
    assert_eq!(noted(&imported, "coordinate_blank").len(), 1);
    let (imported, register) = import_with(&[("Latitude", " 7.5\t"), ("City", "")]);
    let point = incidents(&register)[0].point.clone().unwrap();
    assert_eq!((point.lat, point.lon, point.precision.as_deref()), (7.5, -3.25, Some("district")));
    assert_eq!(noted(&imported, "trimmed").len(), 1);
}

#[test]
fn terms_get_one_spelling_and_unknown_ones_stay() {
    let (imported, register) = import_with(&[
        ("Means of attack", "Landmine "),
        ("Attack context", "AMBUSH"),
        ("Location", "Airstrip"),
        ("Motive", ""),
        ("Verified", "Pen"),
        ("Source", "Offiicial Report"),
    ]);
    let incident = &incidents(&register)[0];
    assert_eq!(incident.means.as_deref(), Some("Landmine"));
    assert_eq!(incident.context.as_deref(), Some("Ambush"));
    assert_eq!(incident.location.as_deref(), Some("Airstrip"));
    assert_eq!(incident.motive, None);
    assert_eq!(incident.verified.as_deref(), Some("Pending"));
    assert_eq!(incident.tags, ["source: Official Report"]);
    for (code, count) in
        [("trimmed", 1), ("case_unified", 1), ("unknown_term", 1), ("term_blank", 1), ("spelling_unified", 2)]
    {
        assert_eq!(noted(&imported, code).len(), count, "{code}");
    }
}

#[test]
fn the_narrative_stays_as_it_is_written_and_is_red() {
    let text = " It said:&nbsp;\"stop\".\r\nThen\n nothing, & more; ";
    let (imported, register) = import_with(&[("Details", text)]);
    let incident = &incidents(&register)[0];
    assert_eq!(incident.details.as_deref(), Some(text));
    assert_eq!((incident.labels[0].field.as_str(), incident.labels[0].label.tlp.as_str()), ("/details", "red"));
    assert_eq!(noted(&imported, "html_entities")[0].value, "&nbsp;");
    assert_eq!(imported.answer.rows, 1);
}
