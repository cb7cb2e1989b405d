"""Opening, saving and looking up."""

import copy
import pickle
from pathlib import Path
from typing import Any

import isms
import pytest
from conftest import SAMPLE, VALLEY


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview, lambda data: data.decode()])
def test_opens_every_form_of_data(form: type) -> None:
    register = isms.Register.open(form(VALLEY.encode()))
    assert register.id == "valley-office"


def test_opens_a_view_with_gaps() -> None:
    doubled = bytes(byte for byte in VALLEY.encode() for _ in range(2))
    assert isms.Register.open(memoryview(doubled)[::2]).id == "valley-office"


def test_other_data_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="expected bytes, bytearray, memoryview or str, found int"):
        isms.Register.open(5)  # type: ignore[arg-type]


def test_loads_a_file() -> None:
    assert isms.load(SAMPLE).save() == isms.load(str(SAMPLE)).save()


def test_a_missing_file_is_an_os_error() -> None:
    with pytest.raises(FileNotFoundError):
        isms.load("no-such-file.json")


def test_a_file_descriptor_is_no_path() -> None:
    with pytest.raises(TypeError, match="not int"):
        isms.load(0)  # type: ignore[arg-type]


def test_a_refusal_of_a_file_names_it(tmp_path: Path) -> None:
    path = tmp_path / "no\n register.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(isms.Refused) as caught:
        isms.load(path)
    assert caught.value.__notes__ == [f"in the file {str(path)!r}"]
    assert caught.value.finding["code"] == "not_a_register"


def test_a_refusal_carries_its_finding() -> None:
    with pytest.raises(isms.Refused) as caught:
        isms.Register.open('{"isms": "7"}')
    finding = caught.value.finding
    assert (finding["code"], finding["severity"], finding["path"]) == ("newer_version", "error", "/isms")
    assert str(caught.value) == finding["message"]
    assert isinstance(caught.value, ValueError)
    assert pickle.loads(pickle.dumps(caught.value)).finding == finding


def test_saving_twice_gives_the_same_bytes(valley: isms.Register) -> None:
    saved = valley.save()
    assert isms.Register.open(saved).save() == saved


def test_the_header(valley: isms.Register) -> None:
    assert (valley.id, valley.title, valley.period) == ("valley-office", "Valley <office>", "P1Y")
    assert valley.label is None
    empty = isms.Register.open('{"isms": "1"}')
    assert (empty.id, empty.title, empty.period, len(empty)) == (None, None, None, 0)


@pytest.mark.parametrize("label", ['"amber"', '{"tlp": "amber", "audience": []}', '{"tlp": "red", "audience": ["a"], "personal": true}'])
def test_a_label_is_as_in_the_document(label: str) -> None:
    import json

    register = isms.Register.open('{"isms": "1", "label": %s}' % label)
    assert register.label == json.loads(label)


def test_it_is_like_a_mapping(valley: isms.Register) -> None:
    assert len(valley) == 8
    assert "driver" in valley
    assert "nobody" not in valley
    assert 5 not in valley
    assert list(valley) == ["valley", "arms", "debt", "ambush-threat", "ambush", "shots", "driver"]
    assert valley["driver"] == {"id": "driver", "title": "Driver injured", "causes": ["ambush"]}


def test_an_unknown_id_is_a_key_error_with_a_hint(valley: isms.Register) -> None:
    with pytest.raises(KeyError, match="found `drivr`, which no record has; did you mean `driver`?"):
        valley["drivr"]
    with pytest.raises(KeyError, match="found `x`, which no record has"):
        valley["x"]


def test_get_has_a_default(valley: isms.Register) -> None:
    assert valley.get("driver") == valley["driver"]
    assert valley.get("nobody") is None
    assert valley.get("nobody", 5) == 5
    assert valley.get("nobody", default="none") == "none"


def test_find_looks_for_one_kind(valley: isms.Register) -> None:
    assert valley.find("losses", "driver") == valley["driver"]
    assert valley.find("incidents", "driver") is None
    assert valley.find("losses", "nobody") is None


def test_unknown_fields_and_all_bits_of_numbers_come_through(valley: isms.Register) -> None:
    place = valley.records("places")[0]
    assert place == {"id": "valley", "title": "The valley", "x-ours": [1, 2.5, "\ud800"]}
    text = '{"isms": "1", "places": [{"id": "p", "point": {"lat": 9.870000000000001, "lon": -0.1}}]}'
    assert isms.Register.open(text)["p"]["point"] == {"lat": 9.870000000000001, "lon": -0.1}


def test_json_is_the_text_as_written(valley: isms.Register) -> None:
    assert valley["shots"] == {"id": "shots", "title": "Shots"}
    assert valley.json("shots") == '{"id": "shots", "title": "Shots", "place": 5}'
    assert valley.json("nobody") is None


def test_records_and_ids_of_a_kind(valley: isms.Register) -> None:
    assert [loss["title"] for loss in valley.records("losses")] == ["Driver injured", "A loss without an id"]
    assert valley.ids("losses") == ["driver"]
    assert valley.records("signals") == []


def test_an_unknown_kind_names_the_known_ones(valley: isms.Register) -> None:
    asks: list[Any] = [valley.ids, valley.records, lambda kind: valley.find(kind, "driver")]
    for ask in asks:
        with pytest.raises(isms.Refused, match="expected one of the kinds agencies, .*, found `loss`") as caught:
            ask("loss")
        assert caught.value.finding["code"] == "bad_request"


def test_copies_hold_the_same(valley: isms.Register) -> None:
    for same in (copy.copy(valley), copy.deepcopy(valley), pickle.loads(pickle.dumps(valley))):
        assert same.save() == valley.save()


def test_how_it_shows_itself(valley: isms.Register) -> None:
    assert repr(valley) == '<isms.Register "valley-office", 8 records>'
    html = valley._repr_html_()
    assert "<caption>Valley &lt;office&gt;</caption>" in html
    assert "<tr><th>incidents</th><td>2</td></tr>" in html
    assert "<tr><th>records without an id</th><td>1</td></tr>" in html
    assert "signals" not in html
