"""Assess and catalogues: what Python adds to the answers that the vectors hold."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import isms
import pytest

OURS: dict[str, Any] = {
    "isms_catalog": "1",
    "id": "ours",
    "edition": "3",
    "title": {"en": "Ours", "fr": "La nôtre"},
    "requirements": [
        {"id": "map", "text": {"en": "There is a map.", "fr": "Il y a une carte."}, "sector": "analysis",
         "level": "local", "approach": "system", "force": "must"},
    ],
}


@pytest.fixture
def office() -> isms.Register:
    """An office that adopted a standard of its own, and did not meet it."""
    at = {"agency": "terra", "place": "valley"}
    register = isms.Register.new("office", "An office")
    register.extend({
        "agencies": [{"id": "terra", "title": "Terra"}],
        "places": [{"id": "valley", "title": "The valley"}],
        "adoptions": [{"id": "a", "title": "Ours", "standard": "ours", **at}],
        "verifications": [{"id": "v", "title": "No map", "requirement": "ours:map", "result": "unmet", "date": "2026-03", **at}],
    })
    return register


def test_a_day_is_a_text_or_a_date(office: isms.Register) -> None:
    for day in ("2026-11-22", date(2026, 11, 22)):
        assessed = office.assess(day, catalogs=[OURS])
        assert (assessed["as_of"], assessed["state"]) == ("2026-11-22", "gap")
    with pytest.raises(isms.Refused) as caught:
        office.assess("22.11.2026")
    assert (caught.value.finding["code"], caught.value.finding["path"]) == ("bad_request", "/as_of")


def test_a_catalogue_comes_as_dict_text_or_bytes(office: isms.Register) -> None:
    text = json.dumps(OURS)
    forms: list[Any] = [OURS, text, text.encode(), bytearray(text.encode())]
    answers = [office.assess("2026-11-22", catalogs=[form]) for form in forms]
    assert answers == answers[:1] * 4
    assert [gap["text"] for gap in answers[0]["offices"][0]["gaps"]] == ["There is a map."]
    (standard,) = answers[0]["standards"]
    assert (standard["id"], standard["edition"], standard["offices"]) == ("ours", "3", 1)
    for form in forms:
        assert isms.check_catalog(form)["findings"] == []
        assert isms.catalogs("fr", own=[form])[-1]["title"] == "La nôtre"
        assert isms.catalog("ours", "3", own=(one for one in [form])) == OURS


def test_texts_are_in_the_language_that_was_asked_for(office: isms.Register) -> None:
    for language, text in (("fr", "Il y a une carte."), ("sw", "There is a map.")):
        (found,) = office.assess("2026-11-22", catalogs=[OURS], language=language)["offices"]
        assert [gap["text"] for gap in found["gaps"]] == [text]


def test_offices_and_standards_are_those_asked_for(office: isms.Register) -> None:
    assert office.assess("2026", catalogs=[OURS], standards=["isms"])["standards"] == []
    asked = office.assess("2026-11", catalogs=[OURS], offices=[("terra", "valley")], standards=["ours"])
    assert [(found["agency"], found["place"]) for found in asked["offices"]] == [("terra", "valley")]
    with pytest.raises(isms.Refused, match="did you mean `valley`") as caught:
        office.assess("2026", offices=[("terra", "valley"), ("terra", "vally")])
    assert caught.value.finding["path"] == "/offices/1/place"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"offices": "terra@valley"}, r"expected a list of offices, .* found str; pass \[\(agency, place\), \.\.\.\]"),
        ({"offices": ("terra", "valley")}, "expected a list of offices, .* found str"),
        ({"offices": ["ab"]}, "found str"),
        ({"offices": [("terra",)]}, "found tuple"),
        ({"offices": 5}, "found int"),
        ({"standards": "isms"}, r"expected a list of names, found one str; pass \[name, name, \.\.\.\]"),
        ({"standards": [5]}, "expected a list of names, each a str, found list"),
        ({"catalogs": OURS}, r"expected a list of catalogues, found one dict; pass \[catalog, \.\.\.\]"),
        ({"catalogs": "{}"}, "found one str"),
        ({"catalogs": b"{}"}, "found one bytes"),
        ({"catalogs": 5}, "found one int"),
        ({"catalogs": [5]}, "expected a catalogue as dict, str or bytes, found int"),
        ({"catalogs": [{"isms_catalog": object()}]}, "expected a value that JSON has at /isms_catalog"),
    ],
)
def test_arguments_that_are_none(office: isms.Register, arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        office.assess("2026", **arguments)


def test_what_is_no_catalogue_is_refused_with_its_place(office: isms.Register) -> None:
    calls: list[Callable[[list[Any]], object]] = [
        lambda own: office.assess("2026", catalogs=own),
        lambda own: isms.catalogs(own=own),
        lambda own: isms.catalog("isms", own=own),
        lambda own: isms.check_catalog(OURS, own=own),
    ]
    for call in calls:
        with pytest.raises(isms.Refused) as caught:
            call([OURS, {"id": "ours"}])
        assert (caught.value.finding["code"], caught.value.finding["path"]) == ("not_a_catalog", "/catalogs/1/isms_catalog")
    with pytest.raises(isms.Refused, match="expected an object"):
        isms.check_catalog({})
    for name in (("isms", "99"), ("ismss",)):
        with pytest.raises(isms.Refused, match=f"found `{' '.join(name)}`"):
            isms.catalog(*name)


def test_what_is_bundled_is_without_a_fault() -> None:
    bundled = isms.catalogs()
    assert len(bundled) >= 6
    for found in bundled:
        catalog = isms.catalog(found["id"])
        assert isms.check_catalog(catalog)["findings"] == [], found["id"]
        assert len(catalog.get("requirements", [])) == found["requirements"]
        assert not found["official"] and found["provenance"]


def test_the_digest_of_a_record_is_that_of_its_line(sample: isms.Register, valley: isms.Register) -> None:
    for register in (sample, valley):
        lines = [line.rstrip(b",") for line in register.save().splitlines()]
        digests = {hashlib.sha256(line).hexdigest() for line in lines}
        for name in register:
            assert register.digest_of(name) in digests, name
    assert len({sample.digest_of(name) for name in sample}) == len(sample)
    assert valley.digest_of("nobody") is None
