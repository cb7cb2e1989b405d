"""Documents made from the page's own tables: every kind, field, part and reference, tidy and dirty, always the same ones.

A kind, a field, a part, a term or a code that is new on the page is in them without a change here. What a single rule looks
for is named: roles, results, covert methods, and digests. Which digests are right the reader says.
"""
import json
import random
import re

from page import Page
from reader import WORDS_FILE, Personal, Refused, Register
from rules import digest_of
from words import vocabulary

PAGE = Page()
PERSONAL = Personal(WORDS_FILE)
EARLY = ["2024", "2025", "2026-02", "2026-03-14T06:30:00Z"]
LATE = ["2026", "2026-03-14T06:30:00Z", "2026-03-14", "2026-03-14T23:30:00-02:00", "2026-03-20", "2027-01"]
NO_DATES = ["2026-02-30", "march", ""]
TEXTS = ["", "school fees", "Straße", 'a "b"\\ \n\u0001', "\u2003", "long " + "é" * 60]
TIDY = TEXTS[1:3]
CODES = [*PAGE.severity, *PAGE.refusals, "covert_methods", "stale_diggest", "not_a_catalogue", "PLACE_APART"]
MILD = [code for code, severity in PAGE.severity.items() if severity != "error"]
STANDARDS = ["isms", "unsms", "unsm", "moss"]
SOUGHT = {
    ("posts", "role"): ["designated_official"], ("verifications", "result"): ["waived"],
    ("adoptions", "standard"): STANDARDS, ("agreements", "standard"): STANDARDS, ("adoptions", "edition"): ["1", "2"],
    ("verifications", "requirement"): ["isms:four-sectors", "isms:four-sector", "moss:walls", "walls", "unsms:smt-complete"],
}
METHODS = ["covert", " Covert listening", "\u00a0COVERT\n", "\u001ccovert", "uncovered", "covert " + "é" * 60]
ODD = ["null", "true", "7", "-1", "0.5", "1e400", '""', '"\\ud800"', "[]", "{}", '["a", null]', '{"phone": 1}', "[[3]]"]
STRANGE = ["weather", "ethnicity", "contact_phone", "x/y~z", "sincé", "\\ud800"]
MOSTLY = ["causes", "code", "record", "reason"]     # fields without which nothing comes of a record
# Of two ids none is as like as another to a third: which of them is near would not be settled.
NAMES = ["north", "upper-valley", "q3", "old-market-bridge", "marsh-fen", "hillfort-ibex"]


def members(pairs):
    return "{" + ", ".join(f'"{key}": {value}' for key, value in pairs) + "}"


class Maker:
    """Makes one document. `dirt` is how often something is not as it should be."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.dirt = self.random.choice([0, 0.01, 0.05, 0.2])
        names = NAMES[:self.random.randint(1, len(NAMES))]
        self.ids = {table: [f"{PAGE.kinds[table][0]}-{name}" for name in names] for table in self.tables()}
        self.full = self.one([0.3, 0.5, 0.8])   # how often a field is there
        self.name, self.terms = "", ()          # of the field that is made: its name, the words for it
        self.favourites = {}        # by field: the word that this document has most
        self.number = 0             # of the record that is made
        self.left = False           # whether anything is left open until the rest can be read

    def chance(self, probability):
        return self.random.random() < probability

    def one(self, choices):
        return self.random.choice(choices)

    def tables(self):
        """Of a few kinds, mostly with all to which these lead."""
        tables = self.random.sample(list(PAGE.kinds), len(PAGE.kinds))
        few = tables[:self.random.randint(1, 6)] + ["acknowledgements"] * self.chance(0.3)
        if self.chance(0.2):
            return dict.fromkeys(few)
        leads = {name for table in few for name in [*" ".join(PAGE.kinds[table][1].values()).split(), *PAGE.causes.get(table, ())]}
        return [table for table in tables if table in leads or table in few]

    def document(self):
        head = [("isms", '"1"')] + [(key, self.value(type_)) for key, type_ in PAGE.document.items()
                                    if key != "isms" and self.chance(0.3)]
        tables = [(table, "[" + ",\n ".join(self.record(table, id) for id in ids) + "]") for table, ids in self.ids.items()]
        if self.chance(self.dirt):
            tables.append(self.one(tables))
        return self.filled(members(self.strange(head + tables, PAGE.kinds))).encode("utf-8")

    def filled(self, text):
        """With what depends on the rest: digests of assessments, codes and records of findings that are set aside."""
        try:
            register = Register(text.encode("utf-8"), PERSONAL) if self.left else None
        except Refused:
            register = None
        digests, about = {}, {}
        if register:
            for row in register.by_table["decisions"]:
                assessment = register.meant.get(row.fields.get("assessment"))
                digests[row.fields.get("digest")] = digest_of(register, assessment) if assessment else ""
            found = [(code, row.id) for code in MILD for _, row, *_ in register.findings[code] if row and row.id]
            about = {str(number): self.one(found) for number in range(self.number + 1) if found}

        def fill(place):
            what, number = place[0].split("-")
            if what == "digest":
                return self.much_like(digests.get(place[0], ""))
            return about.get(number, ("place_apart", "nobody"))[what == "about"]

        return re.sub("(digest|code|about)-[0-9]+", fill, text)

    def much_like(self, digest):
        return self.one([digest, digest, digest.upper(), digest + " ", "\u2028" + digest, digest[:-1], digest + "0", digest[::-1], ""])

    def record(self, table, id):
        self.number += 1
        if self.chance(self.dirt / 3):
            return self.one(ODD)
        types = PAGE.kinds[table][1]
        some = [name for name in types if name not in ("id", "title") and self.chance(0.8 if name in MOSTLY else self.full)]
        pairs = [("id", json.dumps(id)), ("title", '"A title"')]
        if self.chance(self.dirt):
            pairs.pop(self.random.randrange(2))
        return self.object(types, pairs, some, table)

    def object(self, types, pairs, names, table=None):
        for name in names:
            self.name = name
            self.terms = self.terms_of(table, name) if table in PAGE.kinds else ()
            pairs.append((name, self.value(types[name], table)))
        if self.chance(0.3):
            self.random.shuffle(pairs)
        return members(self.strange(pairs, types))

    def terms_of(self, table, name):
        if (table, name) == ("acknowledgements", "code"):
            return self.later("code") if self.chance(0.8) else CODES
        if (table, name) == ("assessments", "methods") and self.chance(0.5):
            return METHODS
        if (table, name) == ("decisions", "digest"):
            return self.later("digest")
        words = self.listed(table, name) if self.chance(0.25) else PAGE.terms.get((table, name))
        if not words:
            return SOUGHT.get((table, name), ())
        sought = SOUGHT.get((table, name), words)
        return [*words, *[self.favourites.setdefault((table, name), self.one(sought))] * len(words)]

    def listed(self, table, name):
        """Words of the catalogues for the field, or for such a key in it; one of them is misspelt, perhaps, or a code."""
        fields = [field for field in sorted(vocabulary()) if field.startswith(table + ".") and field.endswith("." + name)]
        words = sorted(vocabulary()[self.one(fields)][2]) if fields else []
        some = self.random.sample(words, min(3, len(words)))
        return some + [word[:-1] for word in some[:1]]

    def later(self, what):
        self.left = True
        return [f"{what}-{self.number}"]

    def strange(self, pairs, known):
        """Perhaps with a key that nobody knows, or one that stands twice."""
        if self.chance(self.dirt):
            key = self.one(list(known))
            self.insert(pairs, self.one([*STRANGE, key[:-1], key + "s", key.title()]), self.one(ODD))
        if pairs and self.chance(self.dirt):
            self.insert(pairs, self.one(pairs)[0], self.one([*ODD, self.one(pairs)[1]]))
        return pairs

    def insert(self, pairs, key, value):
        pairs.insert(self.random.randint(0, len(pairs)), (key, value))

    def value(self, type_, table=None):
        if self.chance(self.dirt):
            return self.one(ODD)
        name, _, of = type_.partition(" ")
        return getattr(self, name, self.text)(of, table)

    # -- types

    def text(self, _, table):
        words = self.terms if self.terms and self.chance(0.8) else TEXTS if self.chance(0.3) else TIDY
        return json.dumps(self.one(words), ensure_ascii=self.chance(0.5))

    def date(self, _, table):
        in_order = {"since": EARLY, "until": LATE} if self.chance(0.7) else {}
        return json.dumps(self.one(NO_DATES if self.chance(self.dirt) else in_order.get(self.name, EARLY + LATE)))

    def bool(self, _, table):
        return self.one(["true", "false"])

    def reference(self, of, table):
        if self.name == "record" and self.chance(0.8):
            return json.dumps(self.later("about")[0])
        fitting = [id for other in of.split() for id in self.ids.get(other, ())]
        id = self.one([*fitting, *fitting[:1] * 2]) if fitting else f"{of.split()[0]}-9"
        if self.chance(self.dirt):
            id = self.one([one for ids in self.ids.values() for one in ids])
        if self.chance(self.dirt / 10):
            id = self.one(["x" * 61, "é" * 101, "\U0001f69a" * 51])       # too long for an id, or to be told whole
        return json.dumps(id + ("-" if self.chance(self.dirt) else ""))

    def list(self, of, table):
        return "[" + ", ".join(self.value(of, table) for _ in range(self.random.randint(0, 3))) + "]"

    def part(self, of, table):
        name, *fits = of.split()
        types, must = PAGE.parts[name]
        types = {key: " ".join([type_, *fits]) if type_ == "reference" else type_ for key, type_ in types.items()}
        there = [key for key in types if self.chance(0.6) or key in must and not self.chance(self.dirt)]
        return self.object(types, [], there, table)

    def causes(self, _, table):
        links = "[" + ", ".join(self.link(table) for _ in range(self.random.randint(0, 3))) + "]"
        gate = self.one(["", "", '{"any": ', '{"all": ', '{"at_least": 2, "of": '])
        return gate + links + ("}" if gate else "")

    def link(self, table):
        cause = self.reference(" ".join(PAGE.causes[table]), table)
        if self.chance(0.6):
            return cause
        barriers = self.list(" ".join(["reference", *PAGE.barriers[table]]), table)
        return members(self.strange([("id", cause), ("chance", self.estimate("", table)), ("barriers", barriers)],
                                    ["id", "chance", "barriers"]))

    def estimate(self, _, table):
        return self.one(["0.5", "1", '{"low": 0.1, "high": 0.4}', '{"seen": 2, "of": 9}', '{"beta": [1, 2.5]}', '{"level": "high"}'])

    def count(self, _, table):
        return self.one(["3", '{"low": 2, "high": 2}', '{"high": 9, "low": 4}', '{"low": 9, "high": 4}', '{"low": 1}'])

    def whole(self, _, table):
        return self.one(["0", "4", "30.0", "2.5"])

    def label(self, _, table):
        return self.one(['"amber"', '{"tlp": "red"}', '{"tlp": "green", "audience": []}', '"ours"'])

    def map(self, of, table):
        if of != "label":
            return self.one(["{}", '{"agency_type": {"UN": 0, "INGO": 2}}',
                             '{"gender": {"femal": 1, "male": 2, "x/y~z": "a"}, "agency_type": {"army": 1, "a/b~c": 2}}'])
        if self.chance(self.dirt):
            return '{"\\ud800": {"phone": "red"}}'
        return self.one(["{}", '{"/note": "red"}', '{"": {"tlp": "green"}}', '{"note": "red"}'])

    def point(self, _, table):
        return self.one(['{"lat": 4.5, "lon": -0.0}', '{"lon": 1e2, "lat": 3, "precision": "city"}', '{"lat": 91, "lon": 0}'])

    def amount(self, _, table):
        return self.one(['{"value": 3, "unit": "USD"}', '{"unit": "t", "value": 1e-7}', '{"value": 3}'])

    def duration(self, _, table):
        return self.one(['"P1Y"', '"P0D"', '"P3M"'])


def documents(count):
    for seed in range(count):
        yield f"made-{seed:04}", Maker(seed).document()
