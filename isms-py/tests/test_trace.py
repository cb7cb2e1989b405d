"""The questions of the chain."""

import isms
import pytest


def test_trace(valley: isms.Register) -> None:
    trace = valley.trace("driver")
    assert trace["complete"]
    assert trace["causes"] == {
        "incidents": ["ambush"],
        "threats": ["ambush-threat"],
        "risk_factors": ["arms", "debt"],
    }
    assert valley.trace("shots")["broken"] == [{"id": "shots", "kind": "incident", "missing": "threat"}]


def test_trace_refuses_what_is_not_in_the_chain(valley: isms.Register) -> None:
    with pytest.raises(isms.Refused) as caught:
        valley.trace("valley")
    assert caught.value.finding["code"] == "not_in_chain"
    assert caught.value.finding["facts"] == {"kind": "place"}


def test_paths_are_counted_beyond_the_budget(valley: isms.Register) -> None:
    paths = valley.paths("driver", budget=1)
    assert (paths["total"], len(paths["paths"]), paths["complete"]) == ("2", 1, False)
    assert valley.paths("driver")["paths"] == [
        ["driver", "ambush", "ambush-threat", "arms"],
        ["driver", "ambush", "ambush-threat", "debt"],
    ]


def test_common_causes(valley: isms.Register) -> None:
    common = valley.common_causes(["driver", "ambush"])
    assert (common["common"], common["nearest"]["threats"]) == (3, ["ambush-threat"])
    with pytest.raises(isms.Refused, match="two or more ids"):
        valley.common_causes(["driver"])


def test_ancestors_are_buffers(valley: isms.Register) -> None:
    found = valley.ancestors()
    assert (found.losses.format, found.offsets.format, found.rows.format) == ("I", "Q", "I")
    assert all(view.readonly for view in (found.losses, found.offsets, found.rows))
    begin, end = found.offsets[:2]
    ids = [valley.id_of_row(row) for row in found.rows[begin:end]]
    assert sorted(filter(None, ids)) == ["ambush", "ambush-threat", "arms", "debt"]
    assert found.rows is found.rows


def test_ancestors_of_the_sample_are_those_of_trace(sample: isms.Register) -> None:
    found = sample.ancestors()
    assert len(found.losses) == 25
    for number, loss in enumerate(found.losses):
        rows = found.rows[found.offsets[number] : found.offsets[number + 1]]
        name = sample.id_of_row(loss)
        assert name is not None
        causes = sample.trace(name)["causes"]
        traced = causes["incidents"] + causes["threats"] + causes["risk_factors"]
        assert sorted(filter(None, map(sample.id_of_row, rows))) == sorted(traced)


def test_rows_beyond_the_last_have_no_id(valley: isms.Register) -> None:
    assert valley.id_of_row(4_000_000_000) is None


def test_broken_traces(valley: isms.Register) -> None:
    assert valley.broken_traces() == {
        "label": "red",
        "by_kind": [{"kind": "incident", "missing": "threat", "count": 1}],
        "broken": [{"id": "shots", "kind": "incident", "missing": "threat"}],
        "capped": False,
    }


@pytest.mark.parametrize("number", [-1, 2**32, 10**30])
def test_numbers_out_of_range_are_told(valley: isms.Register, number: int) -> None:
    words = f"expected a whole number from 0 to 4294967295, found {number}"
    with pytest.raises(ValueError, match=words):
        valley.paths("driver", number)
    with pytest.raises(ValueError, match=words):
        valley.id_of_row(number)


def test_what_is_no_number_is_a_type_error(valley: isms.Register) -> None:
    with pytest.raises(TypeError, match="budget"):
        valley.paths("driver", "many")  # type: ignore[arg-type]


def test_what_is_no_list_of_ids_is_a_type_error(valley: isms.Register) -> None:
    with pytest.raises(TypeError, match="expected a list of ids, found one str"):
        valley.common_causes("driver")
    for wrong in (5, ["driver", 5]):
        with pytest.raises(TypeError, match="expected a list of ids, each a str, found "):
            valley.common_causes(wrong)  # type: ignore[arg-type]
    assert valley.common_causes(("driver", "ambush")) == valley.common_causes(["driver", "ambush"])
