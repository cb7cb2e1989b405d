"""Documents made from the page's own tables: every kind, field, part and reference, tidy and dirty, always the same ones.

A kind, a field or a part that is new on the page is in them without a change here.
"""
import json
import random

from page import Page

PAGE = Page()
DATES = ["2025", "2026", "2026-02", "2026-03-14", "2026-03-20", "2026-03-14T06:30:00Z", "2026-03-14T23:30:00-02:00",
         "2026-02-30", "march", ""]
TEXTS = ["", "school fees", "Straße", 'a "b"\\ \n\u0001', "none", "count_only", "in_place", "met", "broken_trace"]
ODD = ["null", "true", "7", "-1", "0.5", "1e400", '""', '"\\ud800"', "[]", "{}", '["a", null]', '{"phone": 1}', "[[3]]"]
STRANGE = ["weather", "ethnicity", "contact_phone", "x/y~z", "sincé", "\\ud800"]


def members(pairs):
    return "{" + ", ".join(f'"{key}": {value}' for key, value in pairs) + "}"


class Maker:
    """Makes one document. `dirt` is how often something is not as it should be."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.dirt = self.random.choice([0, 0.01, 0.05, 0.2])
        tables = self.random.sample(list(PAGE.kinds), self.random.randint(1, len(PAGE.kinds)))
        # Of two ids none is as like as another to a third: which of them is near would not be settled.
        names = ["north", "upper-valley", "q3"][:self.random.randint(1, 3)]
        self.ids = {table: [f"{PAGE.kinds[table][0]}-{name}" for name in names] for table in tables}

    def chance(self, probability):
        return self.random.random() < probability

    def one(self, choices):
        return self.random.choice(choices)

    def document(self):
        head = [("isms", '"1"')] + [(key, self.value(type_)) for key, type_ in PAGE.document.items()
                                    if key != "isms" and self.chance(0.3)]
        tables = [(table, "[" + ",\n ".join(self.record(table, id) for id in ids) + "]") for table, ids in self.ids.items()]
        if self.chance(self.dirt):
            tables.append(self.one(tables))
        return members(self.strange(head + tables, PAGE.kinds)).encode("utf-8")

    def record(self, table, id):
        if self.chance(self.dirt / 3):
            return self.one(ODD)
        types = PAGE.kinds[table][1]
        some = [name for name in types if name not in ("id", "title") and self.chance(0.5)]
        pairs = [("id", json.dumps(id)), ("title", '"A title"')]
        if self.chance(self.dirt):
            pairs.pop(self.random.randrange(2))
        return self.object(types, pairs, some, table)

    def object(self, types, pairs, names, table=None):
        pairs += [(name, self.value(types[name], table)) for name in names]
        if self.chance(0.3):
            self.random.shuffle(pairs)
        return members(self.strange(pairs, types))

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
        return json.dumps(self.one(TEXTS if self.chance(0.3) else TEXTS[1:3]), ensure_ascii=self.chance(0.5))

    def date(self, _, table):
        return json.dumps(self.one(DATES if self.chance(self.dirt) else DATES[:-3]))

    def bool(self, _, table):
        return self.one(["true", "false"])

    def reference(self, of, table):
        fitting = [id for other in of.split() for id in self.ids.get(other, ())]
        id = self.one(fitting) if fitting else f"{of.split()[0]}-9"
        if self.chance(self.dirt):
            id = self.one([one for ids in self.ids.values() for one in ids])
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
            return self.one(["{}", '{"agency_type": {"UN": 0, "INGO": 2}}'])
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
