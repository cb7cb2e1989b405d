"""Findings, review, and the one door for plain data."""

import json

import isms
import pytest
from conftest import SAMPLE


def test_check_finds_what_was_planted(sample: isms.Register) -> None:
    planted = json.loads(SAMPLE.with_name("planted.json").read_text(encoding="utf-8"))["planted"]
    found = sample.check()
    faults = {(fault["code"], fault["subject"]) for fault in planted}
    assert len(found["findings"]) == len(faults) == 4
    assert {(finding["code"], finding["subject"]) for finding in found["findings"]} == faults
    assert (found["counts"]["error"], found["counts"]["warning"], found["capped"]) == (2, 2, [])


def test_a_fix_says_what_to_change() -> None:
    text = '''{"isms": "1", "incidents": [{"id": "ambush", "title": "Ambush"}],
        "losses": [{"id": "driver", "title": "Driver injured", "causes": ["ambus"]}]}'''
    (finding,) = [found for found in isms.Register.open(text).check()["findings"] if found["fix"]]
    assert finding["code"] == "dangling_reference"
    assert finding["fix"] == [{"id": "driver", "field": "/causes/0", "value": "ambush"}]


def test_review(sample: isms.Register) -> None:
    review = sample.review()
    assert sum(kind["count"] for kind in review["contents"]) == len(sample)
    page = sample.review_page("register.json")
    assert review["notice"] in page
    assert max(map(len, page.splitlines())) <= 80


def test_ask_is_the_same_by_every_way(sample: isms.Register) -> None:
    request = {"ask": "trace", "id": "driver-mate-wounded"}
    by_dict, by_text = sample.ask(request), sample.ask(json.dumps(request))
    assert by_dict == by_text == json.loads(sample.ask_text(json.dumps(request)))
    assert by_dict == sample.trace("driver-mate-wounded")


def test_ask_refuses_what_is_no_request(sample: isms.Register) -> None:
    for request in ("{", "[]", {"ask": "forecast"}, {"ask": "check", "more": 1}, {"ask": "paths", "budget": float("nan")}):
        with pytest.raises(isms.Refused) as caught:
            sample.ask(request)
        assert caught.value.finding["code"] == "bad_request"
    with pytest.raises(TypeError):
        sample.ask({"ask": object()})


def test_explain_refuses_what_is_no_code() -> None:
    assert isms.explain("cycle")["code"] == "cycle"
    with pytest.raises(isms.Refused, match="did you mean `cycle`?"):
        isms.explain("cicle")


def test_the_sample_is_that_of_the_core() -> None:
    assert isms.sample() == SAMPLE.read_text(encoding="utf-8")


def test_a_check_has_a_day(sample: isms.Register) -> None:
    from datetime import date

    assert sample.check()["as_of"] is None
    for day in ("2026-10-15", date(2026, 10, 15)):
        found = sample.check(day)
        assert (found["as_of"], found["counts"]["acknowledged"]) == ("2026-10-15", {"broken_trace": 1})
        assert found["counts"]["warning"] == sample.check()["counts"]["warning"] - 1
    with pytest.raises(isms.Refused, match="expected a date") as caught:
        sample.check("15.10.2026")
    assert (caught.value.finding["code"], caught.value.finding["path"]) == ("bad_request", "/as_of")
    with pytest.raises(TypeError, match="expected a date as str or datetime.date, found int"):
        sample.check(2026)  # type: ignore[arg-type]  # what callers without a type checker pass
