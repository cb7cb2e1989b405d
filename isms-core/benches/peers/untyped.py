"""A register read by the standard library, with what is wrong in the shape of its records.

It knows the fields of the benchmark's shapes, no others.
"""

import json

from checks import Findings
from columns import KINDS, Columns

TYPES = {
    "id": str, "title": str, "note": str, "tags": list, "since": str, "until": str, "label": (str, dict),
    "place": str, "date": str, "harm": str, "likelihood": (int, float), "causes": list,
}
FIELDS = {
    "places": ("id", "title", "note", "tags", "since", "until", "label"),
    "risk_factors": ("id", "title", "note", "tags", "since", "until", "label", "place", "likelihood"),
    "threats": ("id", "title", "note", "tags", "since", "until", "label", "place", "date", "causes"),
    "incidents": ("id", "title", "note", "tags", "since", "until", "label", "place", "date", "causes"),
    "losses": ("id", "title", "note", "tags", "since", "until", "label", "harm", "date", "causes"),
}
# Keys of the shapes that are much like a known one.
NEAR = ("titel",)


class Twice(dict):
    """An object in which some keys stand twice."""

    def __init__(self, pairs):
        """Take the pairs; the last of equal keys counts."""
        super().__init__(pairs)
        self.twice = [key for row, (key, _) in enumerate(pairs) if key in (key for key, _ in pairs[:row])]


def columns(data):
    """Return what is wrong in the shape, and the columns of each kind."""
    document = json.loads(data, object_pairs_hook=pairs)
    findings = Findings()
    for key in document:
        if key not in KINDS and isinstance(document[key], list):
            findings.add("unknown_kind", key)
    return findings, [table(document.get(kind, []), kind, findings) for kind in KINDS]


def pairs(found):
    """Return an object; most have no key twice."""
    plain = dict(found)
    return plain if len(plain) == len(found) else Twice(found)


def table(records, kind, findings):
    """Return the columns of one kind."""
    rows = [read(record, kind, row, findings) for row, record in enumerate(records)]
    effects = kind in ("threats", "incidents", "losses")
    return Columns(
        ids=[row.get("id") for row in rows],
        # Of what is no object nothing is missing.
        titles=[row.get("title") if isinstance(record, dict) else "-" for row, record in zip(rows, records)],
        places=None if kind in ("places", "losses") else [row.get("place") for row in rows],
        causes=[[link["id"] for link in row.get("causes", ())] for row in rows] if effects else None,
        dates=[row.get("date") for row in rows],
        sinces=[row.get("since") for row in rows],
        own_dates=[(at, row["since"], row["until"]) for at, row in enumerate(rows) if "until" in row],
    )


def read(record, kind, row, findings):
    """Return the fields of a record that can be read."""
    if not isinstance(record, dict):
        findings.add("wrong_type", kind, row)
        return {"id": ""}
    if isinstance(record, Twice):
        for key in record.twice:
            findings.add("repeated_key", kind, row, key)
    fields = {}
    for key, value in record.items():
        if key in FIELDS[kind]:
            if isinstance(value, TYPES[key]):
                fields[key] = value
            else:
                findings.add("wrong_type", kind, row, key)
        elif key in NEAR:
            findings.add("unknown_field", kind, row, key)
    if fields.get("likelihood", 0) > 1:
        findings.add("out_of_range", kind, row, "likelihood")
    for nth, link in enumerate(fields.get("causes", ())):
        if link["chance"] > 1:
            findings.add("out_of_range", kind, row, f"causes/{nth}/chance")
    return fields
