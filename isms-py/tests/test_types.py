"""The types say what the answers are."""

import typing
from typing import Any, Literal, NotRequired, Required, Union, assert_type, get_args, get_origin, is_typeddict

import isms
import pytest
from isms import records, types
from types import UnionType


def check(value: object, expected: Any, at: str = "") -> None:
    """Holds a value against a type, keys and all: no key too many, none missing."""
    origin, args = get_origin(expected), get_args(expected)
    if is_typeddict(expected):
        check_dict(value, expected, at)
    elif origin in (Required, NotRequired):
        check(value, args[0], at)
    elif origin in (Union, UnionType):
        check_union(value, args, at)
    elif origin is Literal:
        assert value in args, f"{at}: {value!r}"
    elif origin is list:
        assert isinstance(value, list), at
        for number, item in enumerate(value):
            check(item, args[0], f"{at}/{number}")
    elif origin is dict:
        assert isinstance(value, dict), at
        for key, item in value.items():
            check(item, args[1], f"{at}/{key}")
    elif expected is float:
        assert type(value) in (int, float), f"{at}: {value!r}"
    elif expected is not Any:
        assert type(value) is expected, f"{at}: {value!r} is no {expected}"


def check_dict(value: object, expected: Any, at: str) -> None:
    assert isinstance(value, dict), at
    hints = typing.get_type_hints(expected, include_extras=True)
    assert expected.__required_keys__ <= value.keys() <= hints.keys(), f"{at}: {value!r}"
    for key, item in value.items():
        check(item, hints[key], f"{at}/{key}")


def check_union(value: object, forms: tuple[Any, ...], at: str) -> None:
    for form in forms:
        try:
            return check(value, type(None) if form is None else form, at)
        except AssertionError:
            continue
    pytest.fail(f"{at}: {value!r} has none of the forms {forms}")


def test_the_check_finds_what_is_wrong(valley: isms.Register) -> None:
    trace = dict(valley.trace("driver"))
    check(trace, types.Trace)
    for wrong in ({**trace, "more": 1}, {**trace, "kind": "place"}, {"id": "driver"}, {**trace, "broken": [{}]}):
        with pytest.raises(AssertionError):
            check(wrong, types.Trace)


def test_answers(sample: isms.Register, valley: isms.Register) -> None:
    for register in (sample, valley):
        for kind in ("risk_factors", "threats", "incidents", "losses"):
            for name in register.ids(kind):
                check(register.trace(name), types.Trace)
                check(register.paths(name), types.Paths)
        losses = register.ids("losses")
        check(register.common_causes([*losses, *losses]), types.CommonCauses)
        check(register.broken_traces(), types.BrokenTraces)
        check(register.check(), types.Findings)
        check(register.review(), types.Review)
    for code in sample.check()["counts"]["by_code"]:
        check(isms.explain(code), types.Explanation)


def test_refusals(sample: isms.Register) -> None:
    for name in ("nobody", "driver-mate-wounde", sample.ids("places")[0]):
        with pytest.raises(isms.Refused) as caught:
            sample.trace(name)
        check(caught.value.finding, types.Finding)


def plurals() -> dict[records.Kind, str]:
    """The kinds of the schema: plural and singular."""
    tables = isms.schema()["properties"].items()
    return {key: table["items"]["$ref"].split("/")[-1] for key, table in tables if "items" in table}


def test_the_kinds_are_those_of_the_schema() -> None:
    assert sorted(get_args(records.Kind)) == sorted(plurals())
    assert len(plurals()) == 30


def test_every_record_of_the_sample_has_its_type(sample: isms.Register) -> None:
    seen = 0
    for plural, singular in plurals().items():
        of_kind = getattr(records, singular.title().replace("_", ""))
        assert sample.records(plural), plural
        for record in sample.records(plural):
            check(record, of_kind, plural)
            seen += 1
    assert seen == len(sample) == 504


def test_the_fields_are_those_of_the_schema() -> None:
    definitions = isms.schema()["$defs"]
    for singular in plurals().values():
        of_kind = getattr(records, singular.title().replace("_", ""))
        assert set(typing.get_type_hints(of_kind)) == set(definitions[singular]["properties"])
        assert of_kind.__required_keys__ == set(definitions[singular]["required"])


def test_what_type_checkers_see(valley: isms.Register) -> None:
    """`mypy` reads this; at run time nothing is compared."""
    assert_type(valley.records("losses"), list[records.Loss])
    assert_type(valley.find("losses", "driver"), records.Loss | None)
    assert_type(valley["driver"], dict[str, Any])
    assert_type(valley.get("driver"), dict[str, Any] | None)
    assert_type(valley.get("driver", 5), dict[str, Any] | int)
    assert_type(valley.trace("driver")["causes"]["threats"], list[str])
