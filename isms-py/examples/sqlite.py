"""Fills a register from the rows of a database, traces, checks and saves it.

    python sqlite.py office.sql out.json

The core has the same example in Rust (`isms-core/examples/sqlite`), which gives the same answer.
"""

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import isms

# The tables that hold records. Their columns are named as the fields of the records.
TABLES = ["agencies", "places", "risk_factors", "threats", "incidents", "losses"]


def records(database: sqlite3.Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records of all rows. Rows come as they are: what is wrong in them is no error but a
    finding, so that nothing is lost on the way."""
    causes: defaultdict[str, list[Any]] = defaultdict(list)
    for effect, cause, chance in database.execute("SELECT effect, cause, chance FROM causes ORDER BY rowid"):
        causes[effect].append(cause if chance is None else {"id": cause, "chance": chance})
    for table in TABLES:
        rows = database.execute(f"SELECT * FROM {table} ORDER BY rowid")
        fields = [column[0] for column in rows.description]
        for row in rows:
            # What the database does not know is left out: a missing value is unknown.
            record = {field: value for field, value in zip(fields, row) if value is not None}
            if record.get("id") in causes:
                record["causes"] = causes[record["id"]]
            yield table, record


def report(register: isms.Register) -> Iterator[str]:
    """What is asked of it, as a page."""
    yield f"{register.title}: {len(register)} records"
    for name in register.ids("losses"):
        trace = register.trace(name)
        yield f"{name}: {'complete' if trace['complete'] else 'broken'}: {', '.join(trace['causes']['risk_factors'])}"
    for finding in register.check()["findings"]:
        yield f"{finding['severity']} {finding['code']} {finding['path']}"
    yield f"digest {register.digest()}"


def main(tables: str, output: str) -> None:
    # An office would open its file: sqlite3.connect("office.db").
    database = sqlite3.connect(":memory:")
    database.executescript(Path(tables).read_text(encoding="utf-8"))
    register = isms.Register.new("valley-office", "Valley office")
    # All rows, or an error and none.
    register.extend(records(database))
    database.close()
    print("\n".join(report(register)))
    Path(output).write_bytes(register.save())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python sqlite.py TABLES.sql REGISTER.json")
    main(*sys.argv[1:])
