#!/usr/bin/env python3
"""Recounts a register that was imported from the Aid Worker Security Database against published figures.

    recount.py REGISTER.json REFERENCE_FOLDER RELEASE

Plain Python on the written document; it shares nothing with the library. Every figure of every reference file is
compared; exits 1 on any difference. Values that the import unifies ("Host State" and "Host state") are unified on
both sides by ignoring case.
"""

import collections
import csv
import json
import pathlib
import sys

HARMS = {"death": "killed", "injury": "wounded", "kidnapping": "kidnapped", "detention": "detained"}
STAFF = {"national_staff": "nationals", "international_staff": "internationals"}


class Comparison:
    """Counts what was compared and prints what differs."""

    def __init__(self):
        self.compared = self.different = 0

    def figure(self, name, found, expected):
        self.compared += 1
        if found != expected:
            self.different += 1
            print(f"DIFFERENT {name}: in the register {found}, published {expected}")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fold(text):
    return text.strip().casefold()


def incidents_of(register):
    """The incidents with their counts by harm and staff, taken from the losses."""
    parties = {party["id"]: party for party in register.get("parties", [])}
    places = {place["id"]: place for place in register.get("places", [])}

    def country(place):
        while place and "within" in places[place]:
            place = places[place]["within"]
        return places[place]["title"] if place and places[place].get("kind") == "country" else ""

    found = {}
    for incident in register["incidents"]:
        assert incident["id"] not in found, f"{incident['id']} stands twice"
        # An actor without a name and a type is no party.
        kind = parties[incident["actor"]].get("kind", "") if "actor" in incident else "Unknown"
        found[incident["id"]] = {
            "record": incident,
            "counts": collections.Counter(),
            "Year": incident["date"][:4],
            "Means of attack": incident.get("means", ""),
            "Attack context": incident.get("context", ""),
            "Location": incident.get("location", ""),
            "Motive": incident.get("motive", ""),
            "Actor type": kind,
            "Country": country(incident.get("place")),
        }
    for loss in register["losses"]:
        (cause,) = loss["causes"]
        counts, harm, staff = found[cause]["counts"], HARMS[loss["harm"]], STAFF[loss["who"]]
        assert loss["count"] > 0, f"{loss['id']} counts nobody"
        for key in (harm, f"{staff}_{harm}", f"{staff}_affected", "affected"):
            counts[key] += loss["count"]
    return list(found.values())


def sums(incidents):
    """The columns of the reference tables for a group of incidents."""
    total = collections.Counter(incidents=len(incidents))
    for incident in incidents:
        total.update(incident["counts"])
        total.update(f"incidents_with_{harm}" for harm in HARMS.values() if incident["counts"][harm])
    return total


def compare_table(compare, rows, incidents):
    """A table of one property: every number of every row, and no group that it lacks."""
    key = next(iter(rows[0]))
    groups, published = collections.defaultdict(list), collections.defaultdict(collections.Counter)
    for incident in incidents:
        groups[fold(incident[key])].append(incident)
    for row in rows:
        name = fold(row.pop(key))
        published[name].update({column: int(number) for column, number in row.items()})
    compare.figure(f"the values of {key}", sorted(groups), sorted(published))
    for name, columns in published.items():
        total = sums(groups[name])
        for column, number in columns.items():
            compare.figure(f"{key} {name!r} {column}", total[column], number)


def compare_cross(compare, rows, incidents):
    """A table of one property by means."""
    key = next(iter(rows[0]))
    found = collections.Counter((fold(incident[key]), fold(incident["Means of attack"])) for incident in incidents)
    for row in rows:
        name = row.pop(key)
        for means, number in row.items():
            compare.figure(f"{key} {name!r} x {means!r}", found.pop((fold(name), fold(means)), 0), int(number))
    compare.figure(f"incidents outside the table of {key} x means", dict(found), {})


def compare_totals(compare, totals, incidents):
    total = sums(incidents)
    compare.figure("rows", len(incidents), totals["rows"])
    staff = [f"{who}_{what}" for who in STAFF.values() for what in (*HARMS.values(), "affected")]
    for name in (*HARMS.values(), "affected", *staff):
        if name in totals:
            compare.figure(name, total[name], totals[name])
    years = [int(incident["Year"]) for incident in incidents]
    compare.figure("first_year", min(years), totals["first_year"])
    compare.figure("last_year", max(years), totals["last_year"])
    breakdowns = {"agency_type": "affected_by_organisation", "gender": "affected_by_gender"}
    for by, published in breakdowns.items():
        found = collections.Counter()
        for incident in incidents:
            found.update(incident["record"].get("affected", {}).get(by, {}))
        expected = totals[published] if by == "agency_type" else {k.lower(): v for k, v in totals[published].items()}
        compare.figure(f"the terms of {by}", sorted(found), sorted(expected))
        for term, number in expected.items():
            compare.figure(f"{by} {term}", found[term], number)
    for harm, name in HARMS.items():
        # A total that was never published is a harm of which the release says nothing: unknown in every incident.
        unknown = sum(1 for incident in incidents if harm in incident["record"].get("harms_unknown", []))
        compare.figure(f"incidents of which {harm} is unknown", unknown, 0 if name in totals else len(incidents))
    dates = collections.Counter(len(incident["record"]["date"]) for incident in incidents)
    compare.figure("blank_month", dates[4], totals["blank_month"])
    compare.figure("blank_day", dates[4] + dates[7], totals["blank_day"])
    compare.figure("rows_complete_date", dates[10], totals["rows_complete_date"])
    blank = sum(1 for incident in incidents if not {"point", "point_text"} & incident["record"].keys())
    compare.figure("blank_latitude", blank, totals["blank_latitude"])
    compare.figure("blank_country", sum(1 for incident in incidents if not incident["Country"]), totals["blank_country"])
    largest = max(incident["counts"]["affected"] for incident in incidents)
    compare.figure("max_affected_in_one_incident", largest, totals["max_affected_in_one_incident"])


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    register_path, folder, release = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    with open(register_path, encoding="utf-8") as file:
        incidents = incidents_of(json.load(file))
    files = sorted(folder.glob(f"{release}_*"))
    if not files:
        sys.exit(f"expected reference files {release}_* in {folder}, found none")
    whole = Comparison()
    for path in files:
        compare = Comparison()
        if path.suffix == ".json":
            compare_totals(compare, json.loads(path.read_text(encoding="utf-8")), incidents)
        elif path.stem.endswith("_x_means"):
            compare_cross(compare, read(path), incidents)
        else:
            compare_table(compare, read(path), incidents)
        assert compare.compared > 0, f"{path.name}: nothing was compared"
        print(f"{path.name}: {compare.compared} figures, {compare.different} different")
        whole.compared += compare.compared
        whole.different += compare.different
    print(f"{release}: {len(incidents)} incidents, {whole.compared} figures compared, {whole.different} different")
    sys.exit(1 if whole.different else 0)


if __name__ == "__main__":
    main()
