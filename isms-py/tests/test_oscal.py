"""Standards of OSCAL come in, results go out."""

import datetime
import json
from typing import Any

import isms
import pytest
from isms import types
from test_types import check

CATALOG = json.dumps(
    {
        "catalog": {
            "metadata": {"title": "Radio rules", "version": "2", "oscal-version": "1.1.2"},
            "groups": [
                {
                    "id": "r",
                    "title": "Radios",
                    "controls": [
                        {"id": "r-1", "title": "Check", "parts": [{"name": "statement", "prose": "Check them."}]},
                        {"id": "r-2", "title": "Gone", "props": [{"name": "status", "value": "withdrawn"}]},
                        {"id": "r-3", "title": "Call"},
                    ],
                }
            ],
        }
    }
).encode()
PROFILE = json.dumps(
    {"profile": {"metadata": {"title": "Low"}, "imports": [{"href": "#x", "include-controls": [{"with-ids": ["r-3"]}]}]}}
).encode()


def register() -> isms.Register:
    made: dict[str, Any] = {
        "isms": "1",
        "agencies": [{"id": "ours", "title": "Our agency"}],
        "places": [{"id": "valley", "title": "The valley"}],
        "adoptions": [{"id": "a", "title": "Rules", "agency": "ours", "standard": "radio-rules", "edition": "2"}],
    }
    verification = {"id": "v", "title": "Seen", "agency": "ours", "place": "valley", "date": "2026-03-14"}
    made["verifications"] = [verification | {"requirement": "radio-rules:r-1", "result": "met"}]
    return isms.Register.open(json.dumps(made))


def test_a_standard_comes_in() -> None:
    imported = isms.import_oscal(CATALOG)
    check(imported, types.Imported)
    totals = imported["answer"]["totals"]
    assert (totals["controls"], totals["withdrawn"], totals["requirements"]) == (3, 1, 2)
    assert {note["code"] for note in imported["notes"]} <= {kind["code"] for kind in isms.oscal_notes()}
    catalog = isms.catalog("radio-rules", own=[imported["document"]])
    assert [found["id"] for found in catalog["requirements"]] == ["r-1", "r-3"]
    assert isms.check_catalog(imported["document"])["counts"]["error"] == 0


@pytest.mark.parametrize("place", [{"r": {"sector": "protection"}}, '{"r": {"sector": "protection"}}'])
def test_it_is_named_and_placed(place: Any) -> None:
    imported = isms.import_oscal(CATALOG, name="radio", place=place, language="fr")
    catalog = isms.catalog("radio", own=[imported["document"]])
    assert {found["sector"] for found in catalog["requirements"]} == {"protection"}
    assert catalog["requirements"][0]["text"] == {"fr": "Check: Check them."}
    assert "unplaced" not in imported["answer"]["findings"]


def test_a_profile_selects() -> None:
    imported = isms.import_oscal(PROFILE, source=CATALOG)
    assert (imported["answer"]["rows"], imported["answer"]["totals"]["not_selected"]) == (1, 2)
    with pytest.raises(isms.Refused, match="expected the OSCAL catalogue that the profile imports"):
        isms.import_oscal(PROFILE)


def test_results_go_out() -> None:
    own = [isms.import_oscal(CATALOG)["document"]]
    day = datetime.date(2026, 6, 30)
    exported = isms.export_oscal(register(), "radio-rules", ("ours", "valley"), day, catalogs=own)
    check(exported, types.Exported)
    answer = exported["answer"]
    assert (answer["label"], answer["totals"]["satisfied"], answer["not_carried"]["not_known"]) == ("red", 1, 1)
    assert {note["code"] for note in exported["notes"]} <= {kind["code"] for kind in isms.oscal_export_notes()}
    check(isms.oscal_export_notes(), list[types.ReadingNoteKind])
    results = json.loads(exported["document"])["assessment-results"]
    assert results["metadata"]["props"][0]["name"] == "inside"
    assert exported == isms.export_oscal(register(), "radio-rules", ("ours", "valley"), "2026-06-30", catalogs=own)


def test_what_can_not_be_is_refused() -> None:
    with pytest.raises(isms.Refused, match="found XML or HTML") as caught:
        isms.import_oscal(b"<catalog/>")
    assert caught.value.finding["code"] == "not_the_format"
    with pytest.raises(isms.Refused, match="mend the placement there"):
        isms.import_oscal(CATALOG, place={"r": 1})
    with pytest.raises(isms.Refused, match="expected a standard that is at hand"):
        isms.export_oscal(register(), "radio-rules", ("ours", "valley"), "2026-06-30")
    with pytest.raises(isms.Refused, match="expected a date"):
        isms.export_oscal(register(), "isms", ("ours", "valley"), "soon")
    # What a type checker refuses, `isms` refuses too: scripts need not be checked.
    for wrong in ("ours@valley", ("ours",), 5):
        with pytest.raises(TypeError, match="expected an office, a pair"):
            isms.export_oscal(register(), "isms", wrong, "2026-06-30")  # type: ignore[arg-type]
