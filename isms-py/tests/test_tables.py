"""Tables as Arrow streams, read back with pyarrow and held against the JSON of the records."""

import json
from collections import Counter
from importlib import import_module
from typing import Any, get_args

import pytest

import isms
from isms.records import Kind

# Without their stubs: what they give back is looked at by hand.
pyarrow, polars, pandas = map(import_module, ("pyarrow", "polars", "pandas"))

ODD = """{"isms": "1", "losses": [
{"id": "a", "title": "A", "harm": "death", "count": 9007199254740991, "tags": [], "colour": {"x": [1]}},
{"id": "b", "title": "", "tags": ["x", "y"], "count": {"low": 1, "high": 2}, "note": "torn \\ud800"},
7,
{"title": "No id", "label": "red", "hits": ["a", 5], "date": "2026-03"},
{"id": "a", "title": "Again", "date": "2026-02-30", "count": 1e400, "causes": []}]}"""


def read(table: isms.Table) -> Any:
    """With pyarrow, which looks at all of it."""
    found = pyarrow.table(table)
    found.validate(full=True)
    assert found.num_rows == len(table)
    assert found.column_names == table.columns
    return found


def cell(field: Any, value: Any) -> Any:
    """The value of a cell as JSON has it."""
    is_json = (field.metadata or {}).get(b"json") == b"true"
    return json.loads(value) if is_json and value is not None else value


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_table_has_what_its_records_have(kind: Kind) -> None:
    register = isms.Register.open(isms.sample())
    records = json.loads(isms.sample()).get(kind, [])
    found = read(register.table(kind))
    assert found.num_rows == len(records)
    for row, record in zip(found.to_pylist(), records, strict=True):
        there = {name: cell(found.schema.field(name), value) for name, value in row.items() if value is not None}
        other = there.pop("other", {})
        assert "unread" not in there
        assert there | other == record


def test_what_can_not_be_read_is_null_and_nothing_is_lost() -> None:
    found = read(isms.Register.open(ODD).table("losses")).to_pydict()
    assert found["id"] == ["a", "b", None, None, "a"]
    assert found["title"] == ["A", None, None, "No id", "Again"]
    assert [json.loads(count) if count else None for count in found["count"]] == [
        9007199254740991, {"low": 1, "high": 2}, None, None, None,
    ]
    assert found["note"] == [None] * 5
    assert found["date"][3] == "2026-03"
    assert json.loads(found["other"][0]) == {"colour": {"x": [1]}}
    assert [text is not None for text in found["unread"]] == [False, True, True, True, True]
    assert found["unread"][2] == "7"
    assert r"torn \ud800" in found["unread"][1]


def test_a_table_without_rows_has_its_columns() -> None:
    table = isms.Register.new("empty", "Empty").table("losses")
    found = read(table)
    assert (found.num_rows, len(table)) == (0, 0)
    assert str(found.schema.field("tags").type) == "list<item: string not null>"
    assert found.schema.field("harm").metadata[b"description"]


def test_many_rows_come_in_batches_and_each_stream_begins_anew() -> None:
    records = [{"id": f"l{number}", "title": "T", "tags": ["x"] * (number % 3)} for number in range(150_000)]
    table = isms.Register.open(json.dumps({"isms": "1", "losses": records})).table("losses")
    for _ in range(2):
        batches = list(pyarrow.RecordBatchReader.from_stream(table))
        assert [batch.num_rows for batch in batches] == [65_536, 65_536, 18_928]
        ids = [id.as_py() for batch in batches for id in batch.column("id")]
        assert ids == [record["id"] for record in records]
        lengths = Counter(len(tags.as_py() or []) for batch in batches for tags in batch.column("tags"))
        assert lengths == {0: 50_000, 1: 50_000, 2: 50_000}


def test_a_table_is_of_the_register_as_it_was() -> None:
    register = isms.Register.open('{"isms": "1", "losses": [{"id": "a", "title": "A"}]}')
    table = register.table("losses")
    register.remove("a")
    assert (read(table).num_rows, read(register.table("losses")).num_rows) == (1, 0)


def test_a_stream_that_nobody_reads_is_let_go() -> None:
    table = isms.Register.open(isms.sample()).table("losses")
    for _ in range(1_000):
        table.__arrow_c_stream__()
        table.__arrow_c_schema__()


def test_findings_are_those_of_check() -> None:
    register = isms.Register.open(isms.sample())
    checked = register.check("2026-10-15")
    table = register.findings_table("2026-10-15")
    rows = [{name: json.loads(value) if name in ("facts", "fix") else value for name, value in row.items()}
            for row in read(table).to_pylist()]
    assert rows == checked["findings"]
    assert (table.label, table.more) == (checked["label"], 0)
    many = isms.Register.open(json.dumps({"isms": "1", "losses": [{"id": f"l{n}", "title": "T"} for n in range(1_500)]}))
    assert (len(many.findings_table()), many.findings_table().more) == (1_000, 500)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_requirements_are_those_of_the_catalogue(language: str) -> None:
    catalog = isms.catalog("red-cross")
    rows = read(isms.requirements_table("red-cross", language=language)).to_pylist()
    assert len(rows) == len(catalog["requirements"])
    for row, asked in zip(rows, catalog["requirements"], strict=True):
        assert row["requirement"] == f"red-cross:{asked['id']}"
        assert row["text"] == asked["text"][language]
        assert (row["claims"] or []) == asked.get("claims", [])
        assert (json.loads(row["applies"]) if row["applies"] else None) == asked.get("applies")
        for name in ("sector", "function", "field", "level", "approach", "force", "review", "within", "source"):
            assert row[name] == asked.get(name)
    with pytest.raises(isms.Refused):
        isms.requirements_table("red-crss")


def test_assessed_rows_add_up_to_the_assessment() -> None:
    register = isms.Register.open(isms.sample())
    assessed = register.assess("2026-10-15")
    rows = read(register.assessed_table("2026-10-15")).to_pylist()
    offices = {(office["agency"], office["place"]): office for office in assessed["offices"]}
    assert {(row["agency"], row["place"]) for row in rows if row["place"]} == offices.keys()
    for (agency, place), office in offices.items():
        own = [row for row in rows if (row["agency"], row["place"]) == (agency, place)]
        for standing in office["standings"]:
            column = standing["by"]
            if column not in ("sector", "field", "function", "level", "approach", "standard"):
                continue
            # What is of both schools counts for each.
            names = (standing["name"], "both") if column == "approach" else (standing["name"],)
            results = Counter((row["must"], row["result"]) for row in own if row[column] in names)
            for counts, must in ((standing["must"], True), (standing["should"], False)):
                told = {result: count for result, count in counts.items() if count}
                assert told == {result: count for (is_must, result), count in results.items() if is_must == must}


def test_polars_and_pandas_take_it() -> None:
    table = isms.Register.open(isms.sample()).table("incidents")
    ids = [record["id"] for record in json.loads(isms.sample())["incidents"]]
    assert polars.DataFrame(table)["id"].to_list() == ids
    assert list(pandas.DataFrame.from_arrow(table)["id"]) == ids
