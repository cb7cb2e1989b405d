"""The tables of docs/format.md that a reader needs as data: fields, parts, kinds, relations and codes (sections 2, 4.3, 5, 5.1,
10).

A type is a name, perhaps followed by what it is of: `list text`, `reference places` (the tables to which it may lead),
`map label` (an object whose keys are the user's), `part trigger posts` (a part, and where its references may lead).
What the page says in a way that is not known here is an error: it is never passed over.
"""
import pathlib
import re

PAGE = pathlib.Path(__file__).resolve().parents[3] / "docs" / "format.md"
TYPES = {name: name for name in (
    "text", "id", "date", "duration", "number", "probability", "count", "amount", "point", "label", "estimate", "causes")}
TYPES |= {"true or false": "bool", "whole number": "whole", "labels": "map label", "breakdown": "map map whole"}
MUST = ", must be there"
CELL = r"`(\w+)`"


def sections():
    """The text of each section by its number."""
    parts = re.split(r"^##+ ([0-9.]+?)\.? .*$", PAGE.read_text(encoding="utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def tables(text):
    """The line above each table, and its rows but for the head."""
    for above, table in re.findall(r"^([^|\n]*)\n\n((?:\|.*\n)+)", text, re.M):
        yield above, [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def words(cell):
    return re.findall(CELL, cell)


class Page:
    def __init__(self):
        section = sections()
        self.relations, self.causes, self.barriers = {}, {}, {}     # by table and field; by table
        self.read_relations(*(rows for _, rows in tables(section["5.1"])))
        self.parts = {}             # by name: the types of its keys, and those that must be there
        for above, rows in tables(section["4.3"]):
            keys = {words(key)[0]: type_ for key, type_, _ in rows}
            types = {key: "reference" if type_.removesuffix(MUST) == "reference" else self.type_of(type_)
                     for key, type_ in keys.items()}
            self.parts[re.match(r"\*\*(\w+)\*\*", above)[1]] = (types, {key for key in keys if keys[key].endswith(MUST)})
        self.document = self.fields_of(next(tables(section["2"]))[1])
        (_, common), *own = tables(section["5"])
        self.kinds = {}             # by table: the singular, and the types of all fields
        self.terms = {}             # by table and field: the words that the page names
        for above, rows in own:
            table, singular = re.match(rf"\*\*{CELL}\*\*, singular {CELL}", above).groups()
            self.kinds[table] = (singular, self.fields_of(common) | self.fields_of(rows, table))
            self.terms |= {(table, words(field)[0]): words(meaning) for field, _, meaning in rows}
        codes = next(rows for _, rows in tables(section["10"]))
        self.severity = {words(code)[0]: severity for code, severity in codes}      # by code, in the order of findings
        self.refusals = words(re.search(r"a refusal \(([^)]*)\)", section["10"])[1])
        unused = [(table, name) for table, name in self.relations if name not in self.kinds[table][1]]
        if unused:
            raise ValueError(f"section 5.1 has fields that section 5 has not: {unused}")

    def read_relations(self, rows):
        for relation, source, field, to in rows:
            (table,), (name, *inner), to = words(source), words(field), words(to)
            if inner == ["barriers"]:
                self.barriers[table] = to
            elif relation == "`caused_by`":
                self.causes[table] = to
            elif not inner and (table, name) not in self.relations:
                self.relations[table, name] = to
            else:
                raise ValueError(f"section 5.1: {table} {field}")

    def fields_of(self, rows, table=None):
        return {words(field)[0]: self.type_of(type_, self.relations.get((table, words(field)[0])))
                for field, type_, _ in rows}

    def type_of(self, cell, fits=None):
        name = cell.removesuffix(MUST)
        if name.startswith("list of "):
            return "list " + self.type_of(name.removeprefix("list of "), fits)
        if name.removesuffix("s") == "reference" and fits:
            return " ".join(["reference", *fits])
        if name in self.parts and bool(fits) == ("reference" in self.parts[name][0].values()):
            return " ".join(["part", name, *(fits or ())])
        if name in TYPES and not fits:
            return TYPES[name]
        raise ValueError(f"no type {cell!r} that leads to {fits}")
