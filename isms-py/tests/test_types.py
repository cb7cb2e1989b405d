"""The types say what the answers are."""

import typing
from typing import Any, Literal, NotRequired, Required, Union, assert_type, get_args, get_origin, is_typeddict

import isms
import pytest
from conftest import ROOT
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


def test_every_record_has_its_type(sample: isms.Register) -> None:
    """Every kind stands in the sample, or in a document of the vectors."""
    response = isms.load(ROOT / "tests" / "vectors" / "documents" / "response.json")
    seen = {plural: 0 for plural in plurals()}
    for register in (sample, response):
        for plural, singular in plurals().items():
            of_kind = getattr(records, singular.title().replace("_", ""))
            for record in register.records(plural):
                check(record, of_kind, plural)
                seen[plural] += 1
    assert all(seen.values()), seen
    assert sum(seen.values()) == len(sample) + len(response)


def test_the_fields_are_those_of_the_schema() -> None:
    definitions = isms.schema()["$defs"]
    for singular in plurals().values():
        of_kind = getattr(records, singular.title().replace("_", ""))
        assert set(typing.get_type_hints(of_kind)) == set(definitions[singular]["properties"])
        assert of_kind.__required_keys__ == set(definitions[singular]["required"])


def fields(schema: Any, expected: Any, at: str) -> int:
    """Holds a type against a schema: the same keys, in all objects within. How many keys there are."""
    if "$ref" in schema:
        schema = isms.catalog_schema()["$defs"][schema["$ref"].split("/")[-1]]
    if schema["type"] == "array":
        assert get_origin(expected) is list, at
        return fields(schema["items"], get_args(expected)[0], at)
    if schema["type"] == "object" and "properties" in schema:
        hints = typing.get_type_hints(expected)
        assert set(hints) == set(schema["properties"]), at
        assert expected.__required_keys__ == set(schema.get("required", [])), at
        return len(hints) + sum(fields(of, hints[key], f"{at}/{key}") for key, of in schema["properties"].items())
    assert expected == {"string": str, "integer": int, "boolean": bool, "object": dict[str, str]}[schema["type"]], at
    return 0


def test_the_keys_of_a_catalogue_are_those_of_its_schema() -> None:
    schema = isms.catalog_schema()
    # The version of the format is one fixed text.
    schema["properties"]["isms_catalog"] = {"type": "string"}
    assert fields(schema, types.Catalog, "") == 55


def test_what_type_checkers_see(valley: isms.Register) -> None:
    """`mypy` reads this; at run time nothing is compared."""
    assert_type(valley.records("losses"), list[records.Loss])
    assert_type(valley.find("losses", "driver"), records.Loss | None)
    assert_type(valley["driver"], dict[str, Any])
    assert_type(valley.get("driver"), dict[str, Any] | None)
    assert_type(valley.get("driver", 5), dict[str, Any] | int)
    assert_type(valley.trace("driver")["causes"]["threats"], list[str])
    assert_type(valley.assess("2026")["offices"][:1], list[types.AssessedOffice])
    assert_type(isms.catalog("isms")["requirements"][:1], list[types.Requirement])
    isms.check_catalog(isms.catalog("isms"), own=[{"isms_catalog": "1"}, '{"isms_catalog": "1"}', b'{"isms_catalog": "1"}'])
