"""Holds `assess.py` against the library: on documents of the vectors, on the sample, and on registers made by chance.

    python tests/independent/assess_compare.py [COUNT]
"""

import json
import pathlib
import random
import sys
import tempfile

import assess
import isms

ROOT = pathlib.Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors"
BUNDLED = [isms.catalog(found["id"]) for found in isms.catalogs()]


def by_library(document, own, as_of, offices, standards):
    register = isms.Register.open(json.dumps(document))
    found = register.assess(as_of, offices=offices, standards=standards, catalogs=own)
    musts = lambda gap: (gap["requirement"], gap["result"], gap["verification"], gap["overdue"])
    one = lambda office: {
        **{key: office[key] for key in ("agency", "place", "state", "weakest", "adoptions", "standings", "without_evidence", "overdue", "others")},
        **{key: [musts(gap) for gap in office[key]] for key in ("gaps", "not_known")},
        "unproven": [(one["requirement"], one["verification"], one["lacks"]) for one in office["unproven"]],
        "carried": [(one["requirement"], one["from"], one["result"], one["verification"]) for one in office["carried"]],
    }
    return {
        "state": found["state"],
        "standings": found["standings"],
        "offices": [one(office) for office in found["offices"]],
        "headquarters": [one(office) for office in found["headquarters"]],
        "standards": [(standard["id"], standard["edition"], standard["offices"]) for standard in found["standards"]],
        "findings": sorted((finding["code"], finding["path"]) for finding in found["findings"]["findings"]),
    }


def compare(what, document, own, as_of, offices=(), standards=()):
    library = by_library(document, own, as_of, list(offices), list(standards))
    second = assess.assess(document, BUNDLED + own, as_of, offices, standards)
    # Of each list the library tells the first hundred.
    for office in second["offices"] + second["headquarters"]:
        for key in ("gaps", "not_known", "unproven", "carried"):
            del office[key][100:]
    if json.dumps(library, sort_keys=True) != json.dumps(second, sort_keys=True):
        path = pathlib.Path(tempfile.gettempdir()) / "isms-assess-differs.json"
        path.write_text(json.dumps({"document": document, "own": own, "as_of": as_of}), encoding="utf-8")
        for key in library:
            if json.dumps(library[key]) != json.dumps(second[key]):
                print(f"{key}\n  library {library[key]}\n  second  {second[key]}")
        sys.exit(f"{what}, as of {as_of}: they differ; the document is in {path}")
    return second


class Made:
    """A small register and a standard, made by chance."""

    def __init__(self, seed):
        self.chance = random.Random(seed)

    def may(self, odds, **fields):
        return {key: value() for key, value in fields.items() if self.chance.random() < odds}

    def one(self, *items):
        return self.chance.choice(items)

    def date(self):
        year, month, day = self.one(2025, 2026), self.one(2, 7, 11), self.one(3, 20)
        return self.one(f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02}T06:30:00+02:00")

    def standard(self, name, edition):
        def requirement(nth):
            part = self.one({"sector": self.one(*assess.SECTORS)}, {"function": self.one(*assess.FUNCTIONS)}, {})
            word = lambda *words: lambda: self.one(*words)
            applies = lambda: self.may(
                0.4, agencies=lambda: [self.one("ngo", "un_agency")], places=lambda: [self.one("town", "premises")],
                assets=lambda: [self.one("vehicle", "boat")], staff_at_least=lambda: self.chance.randint(0, 12),
                level_at_least=lambda: {"level": self.one("b", "c", "x"), "scale": self.one("phase", f"{name}:phase", "no:phase")},
            )
            return {"id": f"r{nth}", **part, **self.may(
                0.7, field=word(*assess.FIELDS), level=word("headquarters", "regional", "local", "local"),
                approach=word("system", "community", "both"), force=word("must", "must", "should"), applies=applies,
                review=word("P1Y", "P6M", "P1M15D"), within=word("P30D", "P1Y", "P2W"),
            )}
        scales = [{"id": "phase", "levels": [{"id": level} for level in "abc"]}]
        requirements = [requirement(nth) for nth in range(5)]
        if self.chance.random() < 0.1:
            # It can't be answered; nor can the second of one name.
            self.one(*requirements).pop("id")
        if self.chance.random() < 0.1:
            requirements[-1]["id"] = "r0"
        # Mostly of the requirements that are verified most.
        known = lambda: f"{self.one('ours', 'ours', 'other')}:r{self.one(0, 0, 1, 1, 2, 3, 4)}"
        degree = lambda: self.one("equal", "covers", "part", "related")
        mappings = [{"from": known(), "to": known(), "degree": degree()} for _ in range(self.chance.randint(0, 12))]
        return {"isms_catalog": "1", "id": name, "edition": edition, "scales": scales, "requirements": requirements, "mappings": mappings}

    def register(self):
        chance, word = self.chance, lambda *words: lambda: self.one(*words)
        agencies, places = ["a0", "a1"], [f"p{nth}" for nth in range(3)]
        at = lambda odds=0.9: self.may(odds, agency=word(*agencies, *agencies, "gone"), place=word(*places, "gone"))
        time = lambda: self.may(0.2, since=self.date, until=self.date)
        reference = lambda: f"{self.one('ours', 'ours', 'other', 'away')}:r{chance.randint(0, 5)}"
        few = lambda: self.one("ours:r0", "ours:r1", reference())
        reason = word("It is so.", " ", "It is so.")
        records = lambda table, most, make: [{"id": f"{table}{nth}", "title": "T", **make(nth)} for nth in range(chance.randint(0, most))]
        people = lambda: [{"category": "national", **self.may(0.8, count=word(3, {"low": 2, "high": 6}))}]
        return {"isms": "1",
            "agencies": [{"id": agency, **self.may(0.7, kind=word("ingo", "un_agency", "national_ngo"))} for agency in agencies],
            "places": [{"id": place, **self.may(0.6, kind=word("town", "city", "premises"), within=word(*places))} for place in places],
            "programmes": records("programmes", 2, lambda _: {**at(), **time()}),
            "posts": records("posts", 2, lambda _: {**at(), **time(), **self.may(0.7, level=word("local", "regional"))}),
            "assets": records("assets", 3, lambda _: {**at(), **time(), **self.may(0.8, kind=word("vehicle", "boat", "car"))}),
            "exposures": records("exposures", 2, lambda _: {**at(), **time(), **self.may(0.8, people=people)}),
            "assessments": records("assessments", 4, lambda _: {**at(), **time(), **self.may(
                0.9, concluded=self.date, level=lambda: {"level": self.one("a", "b", "c", "y"), "scale": self.one("ours:phase", "other:phase", "phase")})}),
            "adoptions": records("adoptions", 5, lambda _: {**at(0.8), **time(), **self.may(0.95, standard=word("ours", "ours", "other", "away")),
                **self.may(0.2, edition=word("1", "2")), **self.may(0.5, tailoring=lambda: [
                    {"requirement": reference(), "change": self.one("left_out", "must", "should", "no"), **self.may(0.8, reason=reason)} for _ in range(2)])}),
            # Mostly of few requirements, so that several are of one time.
            "verifications": records("verifications", 90, lambda _: {**at(0.95), **self.may(0.97, requirement=few, date=self.date),
                **self.may(0.97, result=word("met", "met", "met", "partly", "unmet", "waived", "waived", "not_applicable", "mostly")),
                **self.may(0.6, reason=reason, approver=word("someone"), until=word("2025", "2027")),
                **self.may(0.3, evidence=lambda: [self.one("log", " ")]),
                **self.may(0.6, reviewer=word("posts0", "posts1", "no", "a1")),
                **self.may(0.1, edition=word("1", "2"))}),
        }


def main(count):
    compared = 0
    small = json.loads((VECTORS / "assess" / "all.json").read_text(encoding="utf-8"))["request"]["catalogs"]
    documents = [(VECTORS / "documents" / name, own) for name, own in (("offices.json", small), ("valley.json", []))]
    documents.append((ROOT / "isms-core" / "sample" / "register.json", []))
    for path, own in documents:
        document = json.loads(path.read_text(encoding="utf-8"))
        for as_of in ("2025", "2025-06", "2026-01-31", "2026-05-01", "2026-10-15", "2026-12", "2027-03-01", "2030"):
            compare(path.name, document, own, as_of)
            compared += 1
    seen, carried = {"gap": 0, "not_known": 0, "holds": 0}, 0
    for seed in range(count):
        made = Made(seed)
        own, document, as_of = [made.standard("ours", "1"), made.standard("ours", "2"), made.standard("other", "1")], made.register(), made.date()
        offices = [(made.one("a0", "a1"), made.one("p0", "p1"))] * (1 + seed % 2) if seed % 5 == 0 else []
        standards = [made.one("ours", "ours", "nobodys"), "ours"] if seed % 7 == 0 else []
        found = compare(f"register {seed}", document, own, as_of, offices, standards)
        for office in found["offices"] + found["headquarters"]:
            carried += len(office["carried"])
            for standing in office["standings"]:
                seen[standing["state"]] += 1
        compared += 1
    assert all(count < 100 or number > 50 for number in seen.values()), seen
    assert carried >= count // 100, carried
    print(f"assess: {compared} assessments equal, {carried} answers carried over; standings of offices made by chance: {seen}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
