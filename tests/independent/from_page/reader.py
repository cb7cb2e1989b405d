"""An independent reader of the format, written from docs/format.md and docs/labels.md alone.

Whoever wrote it had not seen the library.

    python3 reader.py [--words personal.txt] [--as-of DATE] FILE…

prints one line of JSON for each file: `{"refused": {"code", "path"}}`, or an object of `findings` (in their order,
without `message` and `claims`), `counts` (by severity, `by_code`, and `acknowledged`: by code, what is set aside),
`capped`, `traces` (by id, of all rows of the chain) and `canonical_sha256`.
Sections are those of format.md.
"""
import argparse
import hashlib
import json
import math
import os
import re
import sys
import unicodedata
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import rules
import standards
import words
from dates import DAY, interval
from page import Page
from texts import WHITE_SPACE, cut

# ---------------------------------------------------------------- the kinds and their fields (sections 2, 4, 5)

# As the page's own tables have them: page.py says how types are written.
PAGE = Page()
DOCUMENT, PARTS, CAUSES = PAGE.document, PAGE.parts, PAGE.causes
FIELDS = {table: types for table, (_, types) in PAGE.kinds.items()}
SINGULAR = {table: singular for table, (singular, _) in PAGE.kinds.items()}
STAGES = ["risk_factors", "threats", "incidents", "losses"]
MISSING = {"threats": "risk_factor", "incidents": "threat", "losses": "incident"}
# The dates of a row that follow each other.
IN_ORDER = {"signals": ("heard", "understood", "passed_on", "acted_on"), "incidents": ("date", "ended", "closed"),
            "assessments": ("date", "concluded")}

LABEL = {"tlp": "text", "audience": "list text", "personal": "bool"}
LINK = {"id": "reference", "chance": "estimate", "barriers": "barriers"}
GATE = {"any": "list link", "all": "list link", "at_least": "whole", "of": "list link"}
GATES = [{"any"}, {"all"}, {"at_least", "of"}]
ESTIMATE = {"rate": "number", "per": "duration", "low": "probability", "high": "probability", "level": "text",
            "scale": "text", "beta": "list number", "pert": "list number", "p05_p95": "list number",
            "seen": "whole", "of": "whole"}
FORMS = [{"rate", "per"}, {"low"}, {"low", "high"}, {"high"}, {"level"}, {"level", "scale"}, {"beta"}, {"pert"},
         {"p05_p95"}, {"seen", "of"}]
LENGTHS = {"beta": 2, "pert": 3, "p05_p95": 2}

SEVERITY, REFUSALS = PAGE.severity, PAGE.refusals
UNREADABLE = {"wrong_type", "out_of_range"}
CODES = [*SEVERITY, *REFUSALS]
LISTED = 1000
SEARCHES = 2_000_000


# ---------------------------------------------------------------- JSON as it is written (section 1)

class Refused(Exception):
    def __init__(self, code, path=""):
        super().__init__(code)
        self.code, self.path = code, path


class Raw(str):
    """JSON that is written as it is."""


class Node(NamedTuple):
    type: str       # object, list, text, number, bool or null
    value: object   # of an object: a list of (key, its part of a pointer, Node); a key with a lone surrogate is Raw
    raw: str        # as written, without blanks between tokens


STRING = r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"'
NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
TOKEN = re.compile(rf"[ \t\n\r]*([{{}}\[\]:,]|{STRING}|{NUMBER}|true|false|null|\Z)")
NO_VERSION = re.compile(r"[ \t\n\r]*[\[{0-9tfn-]")
NAMED = {"true": ("bool", True), "false": ("bool", False), "null": ("null", None)}
END = {"[": "]", "{": "}"}
LONE = re.compile("[\ud800-\udfff]")


class Parser:
    def __init__(self, data):
        if len(data) > 0xFFFFFFFF:
            raise Refused("over_limit")
        try:
            self.text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused("not_json") from None
        self.at, self.version_met = 0, False        # a byte order mark is no token anyway

    def document(self):
        node = self.value(self.token(), 1)
        if self.token():
            raise Refused("not_json")
        if not self.version_met:
            raise Refused("not_a_register", "/isms")
        return node

    def token(self, *wanted):
        """The next token; empty at the end."""
        match = TOKEN.match(self.text, self.at)
        if not match or wanted and match[1] not in wanted:
            raise Refused("not_json")
        self.at = match.end()
        return match[1]

    def value(self, token, depth):
        if token in END:
            if depth > 64:
                raise Refused("over_limit")
            return self.list(depth + 1) if token == "[" else self.object(depth + 1)
        if token in NAMED:
            return Node(*NAMED[token], token)
        if token[:1] == '"':
            return Node("text", json.loads(token), token)
        if token[-1:].isdigit():
            return Node("number", float(token), token)
        raise Refused("not_json")

    def starts(self, end):
        """The first tokens of the items up to `end`."""
        token = self.token()
        if token == end:
            return
        yield token
        while self.token(",", end) == ",":
            yield self.token()

    def list(self, depth):
        items = [self.value(token, depth) for token in self.starts("]")]
        return Node("list", items, f"[{','.join(item.raw for item in items)}]")

    def object(self, depth):
        members, raw = [], []
        for token in self.starts("}"):
            if token[:1] != '"':
                raise Refused("not_json")
            key = json.loads(token)
            self.token(":")
            if key == "isms" and depth == 2 and not self.version_met:
                self.version()
            value = self.value(self.token(), depth)
            lone = LONE.search(key)
            step = (token[1:-1] if lone else key).replace("~", "~0").replace("/", "~1")
            members.append((Raw(token) if lone else key, step, value))
            raw.append(f"{token}:{value.raw}")
        return Node("object", members, "{" + ",".join(raw) + "}")

    def version(self):
        """Looks at the first `isms` as soon as it is met: what follows may be of a version unknown to us."""
        self.version_met, at = True, self.at
        if NO_VERSION.match(self.text, at):
            raise Refused("not_a_register", "/isms")
        version, self.at = self.value(self.token(), 2).value, at
        if version != "1":
            raise Refused("newer_version" if re.fullmatch("[1-9][0-9]*", version) else "not_a_register", "/isms")


def as_value(node):
    """Whether it may stand in a fix: it holds no lone surrogate and no number beyond the doubles."""
    if node.type == "list":
        return all(map(as_value, node.value))
    if node.type == "object":
        return all(not isinstance(key, Raw) and as_value(value) for key, _, value in node.value)
    return not (node.type == "text" and LONE.search(node.value) or node.type == "number" and math.isinf(node.value))


# ---------------------------------------------------------------- writing (section 9)

SIGNS = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_text(text):
    return '"' + re.sub(r'["\\\x00-\x1f]', lambda m: SIGNS.get(m[0]) or f"\\u{ord(m[0]):04x}", text) + '"'


def write_number(number):
    digits, _, exponent = repr(number).partition("e")      # Python has an exponent below 1e-4 and from 1e16 on
    if not exponent:
        return digits.removesuffix(".0")
    if int(exponent) == -5:
        return ("-" if number < 0 else "") + "0.0000" + digits.strip("-").replace(".", "")
    return f"{digits}e{int(exponent)}"


def write(value):
    if isinstance(value, Raw):
        return value
    if isinstance(value, str):
        return write_text(value)
    if isinstance(value, float):
        return write_number(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{write(key)}:{write(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    return json.dumps(value)        # a whole number, true, false, null


# ---------------------------------------------------------------- likeness, personal words (sections 3, 10)

def likeness(a, b, least=0.0):
    """Where it can't be `least`, by the lengths and the beginnings, it is 0: that saves most of the time."""
    start = 0.1 * len(os.path.commonprefix([a[:4], b[:4]]))

    def with_start(j):
        return j + start * (1 - j) if j > 0.7 else j

    short, long = sorted((len(a), len(b)))
    if not short or with_start((2 + short / long) / 3) < least - 1e-9:
        return 0.0
    w = max(long // 2 - 1, 0)
    taken = {}                      # the place in b of each character of a that is found
    for i, char in enumerate(a):
        for k in range(max(0, i - w), min(len(b), i + w + 1)):
            if b[k] == char and k not in taken:
                taken[k] = char
                break
    c = len(taken)
    if not c:
        return 0.0
    t = sum(b[k] != char for k, char in zip(sorted(taken), taken.values())) // 2
    return with_start((c / len(a) + c / len(b) + (c - t) / c) / 3)


# Of the marks of Unicode (Mn, Mc), which mostly are alphabetic, those that are not; what lies between them is no mark.
NO_LETTERS = """300-344 346-5AF 658 6DF-6E0 6EA-6EC 740-74A 7EB-7FD 818-819 82D-8D3 8E0-8E1 8EA-8EF 93C 94D 951-954 9BC
9CD 9FE A3C A4D ABC ACD AFD-AFF B3C B4D-B55 BCD C04-C3C C4D CBC CCD D3B-D3C D4D DCA E47-E4C E4E EBA EC8-ECC F18-F3F
F82-F87 FC6 1037 1039-103A 135D-135F 1714-1715 1734 17B4-17B5 17C9-180F 1939-193B 1A60 1A75-1ABD 1AC1-1ACB 1B34
1B44-1B73 1BAA-1BAB 1BE6 1BF2-1BF3 1C37-1DE6 1DF5-2D7F 302A-A66F A67C-A67D A6F0-A6F1 A806 A82C A8C4 A8E0-A8F1 A92B-A92D
A953 A9B3 A9C0 AABF-AAC1 AAF6 ABEC-ABED FE00-102E0 10A38-10AE6 10F46-10F85 11046-11070 1107F-11081 110B9-110BA
11133-11134 11173 111C0-111CC 11235-11236 112E9-112EA 1133B-1133C 1134D 11366-11374 11442 11446-1145E 114C2-114C3
115BF-115C0 1163F 116B6-116B7 1172B 11839-1183A 1193D-1193E 11943 119E0 11A33-11A34 11A47 11A98-11A99 11C3F 11D42
11D44-11D45 11D97 16AF0-16B36 16FE4 1BC9D 1CF00-1DAAF 1E130-1E946 1E948-E01EF"""
RANGES = [part.split("-") for part in NO_LETTERS.split()]
BOUNDS = [bound for ends in RANGES for bound in (int(ends[0], 16), int(ends[-1], 16) + 1)]


@cache
def sort_of(char):
    """What Unicode calls alphabetic is a letter, of the rest what it calls numeric a digit."""
    category = unicodedata.category(char)
    mark = category in ("Mn", "Mc") and bisect(BOUNDS, ord(char)) % 2 == 0
    if mark or char.isalpha() or char.isupper() or char.islower() or category == "Nl":
        return "letter"
    return "digit" if category.startswith("N") else None


# The words of which others are unknown terms, in the order in which those are found.
TERMS = (("incidents", "consent", ("none", "count_only", "share")),
         ("measures", "status", ("proposed", "planned", "in_place", "suspended", "retired")),
         ("acknowledgements", "code", CODES))


def near_code(text):
    """The fact `near`, if there is a code much like the text."""
    text = cut(text.lower())
    like, _, near = max((likeness(text, code), place, code) for place, code in enumerate(CODES))
    return {"near": near} if like >= 0.8 else {}


def key_words(key):
    words, last = [], None
    for before, char, after in zip(" " + key, key, key[1:] + " "):
        sort = sort_of(char)
        if sort and (sort != last or char.isupper() and (before.islower() or after.islower())):
            words.append("")
        if sort:
            words[-1] += char
        last = sort
    return [word.lower() for word in words]


class Personal:
    """What keys tell of a person, by the list of words."""
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            lines = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
        self.people = [words for how, words, _ in lines if how == "person"]
        self.lines = [line for line in lines if line[0] != "person"]
        self.known = {}

    def tells(self, key):
        if key not in self.known:
            self.known[key] = None if len(key.encode("utf-8")) > 100 else self.look(f" {' '.join(key_words(key))} ")
        return self.known[key]

    def look(self, key):
        person = any(f" {words} " in key for words in self.people)
        fits = []
        for number, (how, words, tells) in enumerate(self.lines):
            at = key.find(f" {words} ")
            if at >= 0 and (how == "any" or how == "alone" and person or key == f" {words} "):
                fits.append((at, number, tells))
        return min(fits)[2] if fits else None


# ---------------------------------------------------------------- types that need no reading of their own (section 4)

DURATION = re.compile(r"P(?:[0-9]{1,4}Y)?(?:[0-9]{1,4}M)?(?:[0-9]{1,4}W)?(?:[0-9]{1,4}D)?"
                      r"(?:T(?=[0-9])(?:[0-9]{1,4}H)?(?:[0-9]{1,4}M)?(?:[0-9]{1,4}S)?)?")


def is_id(text):
    return 1 <= len(text.encode("utf-8")) <= 200 and not re.search("[\0-\x1f\x7f-\x9f]", text) and text == text.strip()


def estimate_holds(got):
    least, mode, most = got.get("pert", (0, 0, 1))
    p05, p95 = got.get("p05_p95", (0.1, 0.9))
    return (got.get("low", 0) <= got.get("high", 1) and got.get("rate", 0) >= 0 and min(got.get("beta", [1])) > 0
            and 0 <= least <= mode <= most <= 1 and least < most and 0 < p05 < p95 < 1
            and ("seen" not in got or got["seen"] <= got["of"]))


SIMPLE = {      # the type in JSON, and what must hold of it
    "text": ("text", None),
    "bool": ("bool", None),
    "id": ("text", is_id),
    "date": ("text", interval),
    "duration": ("text", lambda text: DURATION.fullmatch(text) and re.search("[1-9]", text)),
    "number": ("number", math.isfinite),
    "probability": ("number", lambda number: 0 <= number <= 1),
    "whole": ("number", lambda number: 0 <= number <= 9007199254740991 and number == int(number)),
}
OBJECTS = {     # the fields, those that must be there, and what must hold
    "range": ({"low": "whole", "high": "whole"}, {"low", "high"}, lambda got: got["low"] <= got["high"]),
    "amount": ({"value": "number", "unit": "text"}, {"value", "unit"}, None),
    "point": ({"lat": "number", "lon": "number", "precision": "text"}, {"lat", "lon"},
              lambda got: -90 <= got["lat"] <= 90 and -180 <= got["lon"] <= 180),
}


# ---------------------------------------------------------------- rows, links, references

class Ref(str):
    """A text that is the id of another record."""
    def __new__(cls, text, path, fits, is_cause):
        self = super().__new__(cls, text)
        self.path, self.fits, self.is_cause = path, fits, is_cause      # `fits`: the tables to which it may lead
        return self


class Text(str):
    """A text that knows where it stands."""
    def __new__(cls, text, path):
        self = super().__new__(cls, text)
        self.path = path
        return self


class Part(dict):
    """A part of a record, which knows where it stands."""
    def __init__(self, fields, path):
        super().__init__(fields)
        self.path = path


@dataclass(eq=False)
class Link:
    cause: Ref
    path: str
    barriers: list
    form: object                    # as it is written in canonical form
    to: "Row" = None
    why: str = None                 # why it is not followed


@dataclass(eq=False)
class Row:
    table: str
    number: int                     # its place in the order of the document
    path: str
    node: Node
    fields: dict = field(default_factory=dict)
    unknown: list = field(default_factory=list)     # (key, Node)
    links: list = field(default_factory=list)
    effects: list = field(default_factory=list)     # the rows with a link here that is followed
    codes: set = field(default_factory=set)         # of all that reading found in it
    as_written: bool = False

    def __lt__(self, other):
        return self.number < other.number

    @property
    def id(self):
        return self.fields.get("id")

    @property
    def begin(self):
        """The field with which the row begins."""
        return next((name for name in ("date", "since") if name in self.fields), None)

    @property
    def causes(self):
        return [link.to for link in self.links if link.why is None]

    def references(self):
        for name, value in self.fields.items():
            if name == "causes":
                for link in self.links:
                    yield from [link.cause, *link.barriers]
            else:
                yield from references_in(value)


def shown_id(text):
    """An id that is named, perhaps none that a row can have."""
    return text if len(text.encode("utf-8")) <= 200 else cut(text)


def references_in(value):
    """Those of a field: it may be one, a list of them, or hold them in parts."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from references_in(one)


# ---------------------------------------------------------------- reading (sections 2 to 4)

class Reader:
    """Reads the document: its fields, its rows, and the findings on single values."""

    def __init__(self, data, personal):
        self.personal = personal
        self.findings = {code: [] for code in SEVERITY}     # of each code: (path, row, facts, fix)
        self.row = None             # the row that is read; None: the document
        self.here = []              # (code, path) of all that reading found in it
        self.unknown_inside = False     # whether an object inside it has an unknown key
        self.fields, self.odd, self.kept = {}, {}, []       # of the document; `kept`: (key, Node)
        self.rows, self.by_table = [], {table: [] for table in FIELDS}
        for table, item in self.read_document(Parser(data).document()):
            self.row = Row(table, len(self.rows), f"/{table}/{len(self.by_table[table])}", item)
            self.rows.append(self.row)
            self.by_table[table].append(self.row)
            self.read_row(self.row)

    # -- findings

    def add(self, code, path, row, facts=None, fix=None):
        self.findings[code].append((path, row, facts or {}, fix))

    def found(self, code, path, facts=None, fix=None):
        """A finding of reading. Gives None, the value of what can't be read."""
        self.here.append((code, path))
        self.add(code, path, self.row, facts, fix)

    def wrong(self, path, expected, found):
        return self.found("wrong_type", path, {"expected": expected, "found": found})

    def unreadable(self, before):
        """Whether anything that was found since `here` had this length says that a value can't be read."""
        return any(code in UNREADABLE for code, _ in self.here[before:])

    def checked(self, value, holds, path, expected):
        if value is None or holds is None or holds(value):
            return value
        return self.found("out_of_range", path, {"expected": expected, "found": "another value"})

    # -- the document and its rows

    def read_document(self, document):
        """Gives (table, Node) of each row."""
        rows, values = [], defaultdict(list)
        for key, path, value, known in self.members(document, "", DOCUMENT, FIELDS):
            if key in FIELDS and value.type == "list":
                rows += [(key, item) for item in value.value]
            elif key in DOCUMENT:
                before, self.unknown_inside = len(self.here), False
                if key != "isms" or not values[key]:
                    self.fields[key] = self.read(DOCUMENT[key], value, path)
                values[key].append(value)
                if len(values[key]) > 1 or len(self.here) > before or self.unknown_inside:
                    self.odd[key] = values[key]
            else:
                self.kept.append((key, value))
                if known:
                    self.wrong(path, "list", value.type)
                elif value.type == "list" and not isinstance(key, Raw):
                    like, _, near = max((likeness(name, key.lower()), at, name) for at, name in enumerate(FIELDS))
                    near = {"near": near} if like >= 0.9 and len(key.encode("utf-8")) <= 32 else {}
                    self.found("unknown_kind", path, {"key": key, "entries": len(value.value)} | near)
        return rows

    def read_row(self, row):
        self.here, self.unknown_inside = [], False
        if row.node.type == "object":
            self.read_fields(row)
        else:
            self.wrong(row.path, "object", row.node.type)
        row.codes = {code for code, _ in self.here}
        row.as_written = bool(self.here) or self.unknown_inside

    def read_fields(self, row):
        types, got = FIELDS[row.table], {}
        for key, path, value, known in self.members(row.node, row.path, types):
            if known:
                got[key] = self.read(types[key], value, path)
            else:
                row.unknown.append((key, value))
        row.fields = {key: got[key] for key in types if got.get(key) is not None}
        if "id" not in got:
            self.add("missing_id", row.path, row)
        title = row.path + "/title"
        if not row.fields.get("title") and not any(path == title for _, path in self.here):
            self.add("missing_title", title, row)

    # -- objects (section 3)

    def members(self, node, path, types, tables=()):
        """Key, pointer, value of each member, and whether it is known (`types` None: all keys are the user's). What is
        found on the keys, and in unknown values, is told here."""
        met = set()
        for key, step, value in node.value:
            below = f"{path}/{step}"
            lone = isinstance(key, Raw)
            if lone:
                self.wrong(below, "key without a lone surrogate", "key with one")
            same = type(key), key       # a key with a lone surrogate is equal to no other, however that is spelt
            if same in met:
                self.found("repeated_key", below, None, self.fix_of_repeated(below))
            met.add(same)
            known = not lone and (types is None or key in types or key in tables)
            if not known:
                if not lone and len(key.encode("utf-8")) <= 32:
                    like, _, near = max((likeness(name, key.lower()), place, name) for place, name in enumerate(types))
                    if like >= 0.9:
                        self.found("unknown_field", below, {"near": near})
                self.look_for_persons(key, value, below)
            yield key, below, value, known

    def fix_of_repeated(self, path):
        """In a row: the value to which the path leads, by way of the last of equal keys; None where it leads nowhere."""
        if self.row is None:
            return None
        node = self.row.node
        for step in path[len(self.row.path) + 1:].split("/"):
            inner = [one[1:] for one in node.value] if node.type == "object" else []
            items = enumerate(node.value) if node.type == "list" else []
            node = dict(inner or ((str(place), item) for place, item in items)).get(step)
            if node is None:
                return None
        return (path, {"value": Raw(node.raw)}) if as_value(node) else None

    def look_for_persons(self, key, value, path):
        """At an unknown key, and at all keys in its value."""
        if not isinstance(key, Raw) and (tells := self.personal.tells(key)):
            self.found("personal_field", path, {"tells": tells})
        if value.type == "object":
            for inner, step, one in value.value:
                self.look_for_persons(inner, one, f"{path}/{step}")
        elif value.type == "list":
            for place, one in enumerate(value.value):
                self.look_for_persons("", one, f"{path}/{place}")

    def object(self, node, path, types, must=()):
        """The fields of an object inside a record, in their order; None if one that must be there is not."""
        if node.type != "object":
            return self.wrong(path, f"object of {', '.join(types)}", node.type)
        before, got = len(self.here), {}
        for key, below, value, known in self.members(node, path, types):
            if known:
                got[key] = self.read(types[key], value, below)
            else:
                self.unknown_inside = True
        got = {key: got[key] for key in types if got.get(key) is not None}
        if all(key in got for key in must):
            return got
        if not self.unreadable(before):
            self.wrong(path, f"object with {', '.join(must)}", "object without one of them")
        return None

    # -- types (section 4): each gives the value, or None if it can't be read

    def read(self, type_, node, path):
        name, _, of = type_.partition(" ")
        if name in SIMPLE:
            json_type, holds = SIMPLE[name]
            value = self.checked(self.just(json_type, node, path), holds, path, name)
            if value is None:
                return None
            return int(value) if name == "whole" else Text(value, path) if name == "text" else value
        if name in OBJECTS:
            types, must, holds = OBJECTS[name]
            return self.checked(self.object(node, path, types, must), holds, path, name)
        return getattr(self, "read_" + name)(node, path, of)

    def just(self, json_type, node, path):
        if node.type != json_type:
            return self.wrong(path, json_type, node.type)
        if json_type == "text" and LONE.search(node.value):
            return self.wrong(path, "text", "text with a lone surrogate")
        return node.value

    def read_reference(self, node, path, of):
        """Without a table it is the cause of a link."""
        text = self.just("text", node, path)
        return None if text is None else Ref(text, path, of.split() or CAUSES[self.row.table], not of)

    def read_barriers(self, node, path, _):
        return self.read(" ".join(["list reference", *PAGE.barriers[self.row.table]]), node, path)

    def read_part(self, node, path, of):
        name, *fits = of.split()
        types, must = PARTS[name]
        types = {key: " ".join([type_, *fits]) if type_ == "reference" else type_ for key, type_ in types.items()}
        got = self.object(node, path, types, must)
        return got if got is None else Part({key: value for key, value in got.items() if value != []}, path)

    def read_list(self, node, path, of):
        items = self.just("list", node, path)
        if items is None:
            return None
        values = [self.read(of, item, f"{path}/{place}") for place, item in enumerate(items)]
        return [value for value in values if value is not None]

    def read_map(self, node, path, of):
        if self.just("object", node, path) is None:
            return None
        got = {}
        for key, below, value, known in self.members(node, path, None):
            if known:
                if of == "label":
                    self.checked(key, lambda key: not key or key.startswith("/"), below, "pointer")
                got[key] = self.read(of, value, below)
        return {key: value for key, value in got.items() if value is not None}

    def read_count(self, node, path, _):
        got = self.read("whole" if node.type == "number" else "range", node, path)
        return got["low"] if isinstance(got, dict) and got["low"] == got["high"] else got

    def read_label(self, node, path, _):
        if node.type == "text":
            return self.read("text", node, path)
        got = self.object(node, path, LABEL, {"tlp"})
        return got["tlp"] if got and len(got) == 1 else got

    def read_estimate(self, node, path, _):
        if node.type == "number":
            return self.read("probability", node, path)
        before = len(self.here)
        got = self.object(node, path, ESTIMATE)
        if self.unreadable(before):
            return None
        if set(got) not in FORMS or any(len(got[key]) != length for key, length in LENGTHS.items() if key in got):
            return self.wrong(path, "estimate", "object of no form")
        return self.checked(got, estimate_holds, path, "estimate")

    def read_causes(self, node, path, _):
        """Gives the causes as they are written; the links are the row's."""
        self.row.links = []
        if node.type == "list":
            self.row.links = self.read("list link", node, path)
            return [link.form for link in self.row.links]
        before = len(self.here)
        got = self.object(node, path, GATE)
        unreadable, keys = self.unreadable(before), set(got or ())
        if keys not in GATES and not (unreadable and keys == {"of"}):
            return None if unreadable else self.wrong(path, "one gate", "none or several")
        self.row.links = got.get("any", got.get("all", got.get("of")))
        self.checked(got.get("at_least"), lambda number: 1 <= number <= len(got["of"]), path, "as many links")
        return {key: [link.form for link in value] if isinstance(value, list) else value for key, value in got.items()}

    def read_link(self, node, path, _):
        if node.type == "text":
            cause = self.read("reference", node, path)
            return None if cause is None else Link(cause, path, [], cause)
        got = self.object(node, path, LINK, {"id"})
        if got is None:
            return None
        form = {key: value for key, value in got.items() if value != []}
        return Link(got["id"], path, got.get("barriers", []), form if len(form) > 1 else got["id"])


# ---------------------------------------------------------------- checks (sections 7 and 10)

class Register(Reader):
    def __init__(self, data, personal, as_of=None):
        super().__init__(data, personal)
        self.as_of = as_of          # the date as of which it is checked, if there is one
        self.meant = {}             # by id
        for rows in self.by_table.values():
            for row in rows:
                if row.id is not None:
                    self.meant.setdefault(row.id, row)
        for row in self.rows:
            if row.id is not None and not self.is_meant(row):
                self.add("duplicate_id", row.path + "/id", row, {"first": self.meant[row.id].path})
        self.check_references()
        self.follow()
        self.parent = {row: self.place(row, "within") for row in self.by_table["places"]}
        self.check_cycles()
        self.check_order()
        self.check_traces()
        self.check_places()
        self.check_terms()
        rules.check(self, as_of)
        self.check_acknowledgements()

    def check_terms(self):
        for table, field, words in TERMS:
            for row in self.by_table[table]:
                word = row.fields.get(field)
                if word is not None and word not in words:
                    facts = {"found": cut(word)} | (near_code(word) if field == "code" else {})
                    self.add("unknown_term", f"{row.path}/{field}", row, facts)

    def is_meant(self, row):
        return row is not None and self.meant.get(row.id) is row

    def place(self, row, name):
        to = self.meant.get(row.fields.get(name))
        return to if to is not None and to.table == "places" else None

    def check_references(self):
        cost = len({ref for row in self.rows for ref in row.references()} | self.meant.keys())
        left = SEARCHES
        for row in self.rows:
            for ref in row.references():
                to = self.meant.get(ref)
                if to is None:
                    facts, fix = {"id": shown_id(ref)}, None
                    if left >= cost and len(self.findings["dangling_reference"]) < LISTED:
                        left -= cost
                        if near := self.near(ref):
                            facts["near"] = near
                            if near != row.id and near not in row.references():
                                fix = (ref.path, {"value": near})
                    self.add("dangling_reference", ref.path, row, facts, fix)
                elif to.table not in ref.fits:
                    code = "wrong_stage" if ref.is_cause and to.table in STAGES else "wrong_kind"
                    expected = [SINGULAR[table] for table in ref.fits]
                    self.add(code, ref.path, row, {"id": ref, "found": SINGULAR[to.table], "expected": expected})

    def near(self, ref):
        ids = [row.id for table in ref.fits for row in self.by_table[table] if self.is_meant(row)]
        like, near = max(((likeness(ref, one, 0.88), one) for one in ids), default=(0, None))
        return near if like >= 0.88 else None

    def follow(self):
        """Which links are followed."""
        for row in self.rows:
            earlier = set()
            for link in row.links:
                link.to = self.meant.get(link.cause)
                if link.to is None:
                    link.why = "dangling"
                elif link.to is row:
                    link.why = "self"
                elif link.to.table not in link.cause.fits:
                    link.why = "wrong_stage"
                elif link.to in earlier:
                    link.why = "repeated"
                    self.add("repeated_link", link.cause.path, row, {"id": link.cause}, (link.path, {"remove": True}))
                earlier.add(link.to)
        threats = self.by_table["threats"]
        self.threat_sets = together({row: [to for to in row.causes if to.table == "threats"] for row in threats})
        for rows in self.threat_sets:
            for link in (link for row in rows for link in row.links):
                if link.why is None and link.to in rows:
                    link.why = "cycle"
        for row in self.rows:
            for to in row.causes:
                to.effects.append(row)

    def check_cycles(self):
        found = []                  # (relation, field, cycle, members)
        for rows in self.threat_sets:
            step = {row: next(link.to for link in row.links if link.why == "cycle") for row in rows}
            found.append(("caused_by", "/causes", ring(rows, step), len(rows)))
        in_set = {row for rows in self.threat_sets for row in rows}
        for row in self.rows:
            if row not in in_set and any(link.why == "self" for link in row.links):
                found.append(("caused_by", "/causes", [row], 1))
        step = {row: to for row, to in self.parent.items() if to}
        for rows in together({row: [to] for row, to in step.items()}):
            found.append(("within", "/within", ring(rows, step), len(rows)))
            for row in rows:
                self.parent[row] = None     # a step that is not taken
        for relation, name, cycle, members in sorted(found, key=lambda one: one[2][0]):
            facts = {"relation": relation, "members": members, "cycle": [row.id for row in cycle]}
            self.add("cycle", cycle[0].path + name, cycle[0], facts)

    def check_order(self):
        for row in self.rows:
            for names in (("since", "until"), IN_ORDER.get(row.table, ())):
                there = [name for name in names if name in row.fields]
                for first, then in zip(there, there[1:]):
                    date_of_first = row.fields[first]
                    self.compare(date_of_first, row, then, {"first": first, "first_date": date_of_first})
        for row in self.rows:
            for to in row.causes:
                if row.begin and to.begin:
                    date_of_cause = to.fields[to.begin]
                    self.compare(date_of_cause, row, row.begin, {"cause": to.id, "cause_date": date_of_cause})

    def compare(self, earlier, row, name, facts):
        """Whether the date in the row's field `name` is out of order with one that should not be later."""
        c, e = interval(earlier), interval(row.fields[name])
        both_instants = c[0] == c[1] and e[0] == e[1]
        certain = e[1] < c[0]
        if certain or c != e and not both_instants and e[0] // DAY < c[1] // DAY:
            code = "order_in_time" if certain else "order_in_doubt"
            self.add(code, f"{row.path}/{name}", row, {**facts, "date": row.fields[name]})

    def check_traces(self):
        for_all = []
        for table, missing in MISSING.items():
            by_source = defaultdict(list)
            for row in self.by_table[table]:
                if "date" in row.fields and "source" in row.fields:
                    by_source[row.fields["source"]].append(row)
            grouped = set()
            for source, rows in sorted(by_source.items(), key=lambda item: item[0].encode("utf-8")):
                if len(rows) > 1 and not any(row.links for row in rows):
                    grouped.update(rows)
                    for_all.append((table, {"kind": SINGULAR[table], "source": source, "count": len(rows)}))
            for row in self.by_table[table]:
                if row not in grouped and not row.causes:
                    self.add("broken_trace", row.path + "/causes", row, {"kind": SINGULAR[table], "missing": missing})
        for table, facts in for_all:
            self.add("broken_trace", "/" + table, None, facts)
        for row in self.by_table["losses"]:
            factors = [one.id for one in reach(row, lambda one: one.causes) if one.table == "risk_factors"]
            if len(factors) == 1:
                self.add("single_factor", row.path + "/causes", row, {"risk_factor": factors[0]})

    def check_places(self):
        first, last = nesting(self.parent)

        def within(inner, outer):
            return None not in (inner, outer) and first[outer] <= first[inner] <= last[outer]

        for row in self.by_table["incidents"]:
            own, others = self.place(row, "place"), [self.place(to, "place") for to in row.causes]
            if not others or any(within(own, other) for other in others):
                continue
            if any(within(other, own) for other in others):
                lies = "coarser"
            else:
                lies = "unknown" if None in [own, *others] else "apart"
            self.add("place_apart", row.path + "/place", row, {"lies": lies})

    def check_acknowledgements(self):
        """Tells which are idle, and sets aside what the others name."""
        named, self.acknowledged = set(), {}        # (code, row), row None: those that have no row
        for row in self.by_table["acknowledgements"]:
            if row.codes & {*UNREADABLE, "repeated_key"}:
                continue
            code, record = row.fields.get("code"), row.fields.get("record")
            idle = {"code": code is None or code in REFUSALS or SEVERITY.get(code) == "error",
                    "reason": not row.fields.get("reason", "").strip(WHITE_SPACE)}
            for name in idle:
                if idle[name]:
                    self.add("idle_acknowledgement", f"{row.path}/{name}", row, {"lacks": name})
            about = self.meant.get(record)
            dangling = record is not None and about is None
            if not (any(idle.values()) or dangling) and self.holds(row):
                named.add((code, about))
        for reader, code in ((words, "unknown_term"), (standards, "unknown_standard")):
            reader.check(self, {row for named_code, row in named if named_code == code})
        for code, found in self.findings.items():
            left = [one for one in found if (code, one[1]) not in named]
            if len(left) < len(found):
                self.acknowledged[code] = len(found) - len(left)
                self.findings[code] = left

    def holds(self, row):
        """Whether an acknowledgement holds as of the date."""
        since, until = row.fields.get("since"), row.fields.get("until")
        if not self.as_of:
            return not (since or until)
        first, last = interval(self.as_of)
        return interval(since or self.as_of)[0] <= first and interval(until or self.as_of)[1] >= last

    # ------------------------------------------------------------ answers (sections 9 to 11)

    def trace(self, row):
        causes = sorted(reach(row, lambda one: one.causes))
        effects = sorted(reach(row, lambda one: one.effects))

        def by_stage(rows, tables):
            return {table: [one.id for one in rows if one is not row and one.table == table and one.id is not None]
                    for table in tables}

        broken = []
        for one in causes:
            if one.table not in MISSING:
                continue
            entry = {"id": one.id or "", "kind": SINGULAR[one.table], "missing": MISSING[one.table]}
            stopped = [link for link in one.links if link.why not in (None, "repeated")]
            for link in stopped:
                broken.append({**entry, "link": shown_id(link.cause), "why": link.why})
            if not stopped and not one.causes:
                broken.append(entry)
        return {"id": row.id, "kind": SINGULAR[row.table],
                "complete": not broken and any(one.table == "risk_factors" for one in causes),
                "causes": by_stage(causes, STAGES[2::-1]), "effects": by_stage(effects, STAGES[1:]), "broken": broken}

    def row_text(self, row):
        if row.as_written:
            return row.node.raw
        fields = {key: value for key, value in row.fields.items()
                  if not (value in ([], {}) and key != "causes" or key == "title" and not value)}
        return write({**fields, **{key: Raw(value.raw) for key, value in row.unknown}})

    def canonical(self):
        out = ['{"isms":"1"']
        for key in list(DOCUMENT)[1:]:
            if key not in self.odd and self.fields.get(key) is not None:
                out.append(f",{write(key)}:{write(self.fields[key])}")
        for table, rows in self.by_table.items():
            if rows:
                out.append(f",\n{write(table)}:[\n" + ",\n".join(map(self.row_text, rows)) + "\n]")
        odd = [(key, value) for key in DOCUMENT if key in self.odd for value in self.odd[key][key == "isms":]]
        out += [f",\n{write(key)}:{value.raw}" for key, value in self.kept + odd]
        return "".join(out) + "}\n"

    def finding(self, code, path, row, facts, fix):
        changes = []
        if fix and self.is_meant(row):
            where, change = fix
            changes = [{"id": row.id, "field": where[len(row.path):], **change}]
        return {"code": code, "severity": SEVERITY[code], "subject": row.id if row else None, "path": path,
                "facts": facts, "fix": changes}

    def answer(self):
        counts = {severity: 0 for severity in ("error", "warning", "note")}
        for code, found in self.findings.items():
            counts[SEVERITY[code]] += len(found)
        listed = [self.finding(code, *one) for code, found in self.findings.items() for one in found[:LISTED]]
        by_code = {code: len(found) for code, found in self.findings.items() if found}
        return {"findings": listed,
                "counts": {**counts, "by_code": by_code, "acknowledged": self.acknowledged},
                "capped": [code for code, found in self.findings.items() if len(found) > LISTED],
                "traces": {row.id: self.trace(row) for row in self.meant.values() if row.table in STAGES},
                "canonical_sha256": hashlib.sha256(self.canonical().encode("utf-8")).hexdigest()}


# ---------------------------------------------------------------- walking

def reach(row, step):
    """The row and all to which one can walk from it."""
    met, stack = {row}, [row]
    while stack:
        new = set(step(stack.pop())) - met
        met |= new
        stack += new
    return met


def ring(rows, step):
    """The cycle that is met when one walks from the first of the rows."""
    row, met = min(rows), {}
    while row not in met:
        met[row] = len(met)
        row = step[row]
    return list(met)[met[row]:]


def together(steps):
    """The greatest sets of rows that lead to each other, or of one row that leads to itself (Kosaraju)."""
    back, met, left = defaultdict(list), set(), {}      # `left`: in the order in which the walk is done with them
    for row, others in steps.items():
        for to in others:
            back[to].append(row)
    stack = list(steps)
    while stack:
        row = stack[-1]
        if row in met:
            left[stack.pop()] = True
        else:
            met.add(row)
            stack += [to for to in steps.get(row, ()) if to not in met]
    sets = []
    for row in list(left)[::-1]:
        if left[row]:
            one = reach(row, lambda row: [to for to in back[row] if left[to]])
            left.update(dict.fromkeys(one, False))
            if len(one) > 1 or row in steps.get(row, ()):
                sets.append(one)
    return sets


def nesting(parent):
    """Numbers the rows so that those within a row are those from its own number to its last: gives both."""
    inner, order = defaultdict(list), []
    for row, outer in parent.items():
        inner[outer].append(row)
    stack = inner[None]
    while stack:
        order.append(stack.pop())
        stack += inner[order[-1]]
    first = {row: number for number, row in enumerate(order)}
    last = dict(first)
    for row in order[::-1]:
        if parent[row]:
            last[parent[row]] = max(last[parent[row]], last[row])
    return first, last


def answer(data, personal, as_of=None):
    try:
        return Register(data, personal, as_of).answer()
    except Refused as refused:
        return {"refused": {"code": refused.code, "path": refused.path}}


WORDS_FILE = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "isms-core", "src", "json", "personal.txt")


def main():
    arguments = argparse.ArgumentParser(description="Reads registers; prints one line of JSON for each file.")
    arguments.add_argument("--as-of", help="the date of the checks")
    arguments.add_argument("--words", default=WORDS_FILE, help="the list of words for personal_field")
    arguments.add_argument("files", nargs="+", metavar="FILE")
    given = arguments.parse_args()
    personal = Personal(given.words)
    for name in given.files:
        with open(name, "rb") as file:
            sys.stdout.buffer.write((write(answer(file.read(), personal, given.as_of)) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main()
