"""Compare the answers of the vectors with those of a second, independent reader.

    python tests/independent/compare.py

Another language, other algorithms (sets, recursion, no compact arrays), no code in common with the
library. Of a check it compares code,
severity, subject and path of every finding, and the counts; of trace, paths, common causes,
broken traces, ancestors and record the whole answer; of a review
the label and the counts by kind. Only the standard library is used.
"""

import json
import pathlib
import re
import sys

import labels
import response
from from_page.page import Page
from moments import order, span

VECTORS = pathlib.Path(__file__).parent.parent / "vectors"
# The list of fields, as it is published.
SCHEMA = json.loads((VECTORS.parent.parent / "docs" / "schema.json").read_text(encoding="utf-8"))
STAGES = {"risk_factors": 0, "threats": 1, "incidents": 2, "losses": 3}
# Kinds, the types of their fields, parts, and where references may lead: data, as it is published.
PAGE = Page()
SINGULAR = {kind: singular for kind, (singular, _) in PAGE.kinds.items()}
TYPES = {kind: types for kind, (_, types) in PAGE.kinds.items()}
MISSING = {"threats": "risk_factor", "incidents": "threat", "losses": "incident"}
CAUSE_KINDS = {kind: tuple(kinds) for kind, kinds in PAGE.causes.items()}
# Dates of one record, each not before the one before it.
ORDERED = {"signals": ("heard", "understood", "passed_on", "acted_on"), "incidents": ("date", "ended", "closed"),
           "assessments": ("date", "concluded")}
SEVERITY = PAGE.severity
# What is found by catalogues, too.
BY_CATALOGS = ("unknown_term", "unknown_standard")
# All codes that there are, as published: those of refusals are errors too.
CODES = re.findall(r"^## ([a-z_]+)", (VECTORS.parent.parent / "docs" / "findings.md").read_text(encoding="utf-8"), re.M)


def likeness(a, b):
    """Return how alike two words are, from 0 to 1 (Jaro, with Winkler's weight on the first letters)."""
    reach = max(len(a), len(b)) // 2 - 1
    taken, first = set(), []
    for at, letter in enumerate(a):
        for other in range(max(0, at - reach), min(len(b), at + reach + 1)):
            if other not in taken and b[other] == letter:
                taken.add(other)
                first.append(letter)
                break
    if not first:
        return 0.0
    second = [b[other] for other in sorted(taken)]
    swapped = sum(one != two for one, two in zip(first, second)) / 2
    jaro = (len(first) / len(a) + len(first) / len(b) + (len(first) - swapped) / len(first)) / 3
    same = next((at for at, (one, two) in enumerate(zip(a[:4], b[:4])) if one != two), min(4, len(a), len(b)))
    return jaro + same * 0.1 * (1 - jaro)


def escaped(text):
    """Text with its lone surrogates as they are written in JSON."""
    return "".join(f"\\u{ord(letter):04x}" if "\ud800" <= letter <= "\udfff" else letter for letter in text)


class Decimal(float):
    """A number with a point or an exponent, which keeps how it is written."""

    def __new__(cls, text):
        self = super().__new__(cls, text)
        self.text = text
        return self


class Twice(dict):
    """An object in which some keys stand twice."""

    def __init__(self, pairs):
        super().__init__(pairs)
        seen = set()
        self.pairs = pairs
        self.twice = [key for key, _ in pairs if key in seen or seen.add(key)]


class Record:
    """A record: where it stands, and what can be read of it."""

    def __init__(self, kind, index, value):
        self.kind, self.value, self.path = kind, value, f"/{kind}/{index}"
        self.fields = value if isinstance(value, dict) else {}
        found = self.fields.get("id")
        self.id = found if isinstance(found, str) and 0 < len(found.encode()) <= 200 and found == found.strip() else None
        self.links = []  # (path within the record, id named)
        self.barriers = []
        self.named = []  # (path within the record, id named, kinds to which it may lead), but for those of links
        self.followed = []
        self.broken = []  # (id named, why)

    def text(self, field):
        """Return a field that is text, or None."""
        found = self.fields.get(field)
        return found if isinstance(found, str) else None

    def begin(self):
        """Return the field with which the record begins, and its moments: its date, or else since when it is valid."""
        dates = ((field, span(self.fields.get(field))) for field in ("date", "since"))
        return next(((field, moments) for field, moments in dates if moments), (None, None))


class Register:
    """A document, read."""

    def __init__(self, document):
        self.findings = []
        self.records = []
        self.default = labels.of_document(document)
        counts = dict.fromkeys(SINGULAR, 0)
        for kind in document.twice:
            self.find("repeated_key", None, f"/{kind}")
        for kind, table in document.pairs:
            if kind in SINGULAR and isinstance(table, list):
                self.records += [Record(kind, index, value) for index, value in enumerate(table, counts[kind])]
                counts[kind] += len(table)
            elif kind in SINGULAR:
                self.find("wrong_type", None, f"/{kind}")
            elif kind not in ("isms", "id", "title", "period", "label"):
                if isinstance(table, list):
                    self.find("unknown_kind", None, f"/{kind}")
                self.look_at_whole(kind, None, "")
                self.find_persons({kind: table}, None)
        # Of equal ids the first is meant, as the document would be saved.
        saved = sorted(self.records, key=lambda record: list(SINGULAR).index(record.kind))
        self.by_id = {record.id: record for record in reversed(saved) if record.id is not None}
        for record in self.records:
            self.read(record)
        self.follow()

    def find(self, code, record, path):
        """Note a finding."""
        subject = record.id if record else None
        self.findings.append((code, SEVERITY.get(code, "error"), subject, (record.path if record else "") + escaped(path)))

    def look_at_whole(self, key, record, at):
        """A key with a lone surrogate is no text."""
        if escaped(key) != key:
            self.find("wrong_type", record, f"{at}/{key}")

    # Shape and identity

    def read(self, record):
        """Look at the fields of a record and claim its id."""
        if not isinstance(record.value, dict):
            return self.find("wrong_type", record, "")
        known = SCHEMA["$defs"][SINGULAR[record.kind]]["properties"]
        self.look_at_keys(record, "", record.fields, known)
        if isinstance(record.fields.get("label"), dict):
            self.look_at_keys(record, "/label", record.fields["label"], ("tlp", "audience", "personal"))
        if record.id is None:
            code = "missing_id" if "id" not in record.fields else "out_of_range"
            self.find(code, record, "" if code == "missing_id" else "/id")
        elif self.by_id[record.id] is not record:
            self.find("duplicate_id", record, "/id")
        if record.fields.get("title", "") == "":
            self.find("missing_title", record, "/title")
        types = TYPES[record.kind]
        self.read_members(record, "", record.value, {field: types[field] for field in types if field != "id"})
        spans = {field: span(record.fields.get(field)) for field, type_ in types.items() if type_ == "date"}
        self.order(record, "since", "until", spans)
        dated = [field for field in ORDERED.get(record.kind, ()) if spans[field]]
        for first, second in zip(dated, dated[1:]):
            self.order(record, first, second, spans)

    def look_at_keys(self, record, at, fields, known):
        """Look for keys that no one knows: much like a known one, or on a person."""
        for key, value in fields.items():
            if key not in known:
                self.look_at_whole(key, record, at)
                if len(key.encode(errors="surrogatepass")) <= 32 and max(likeness(key.lower(), field) for field in known) >= 0.9:
                    self.find("unknown_field", record, f"{at}/{key}")
                self.find_persons({key: value}, record, at)

    def find_persons(self, fields, record, at=""):
        """Note all keys on persons within unknown fields."""
        for path in labels.keys_on_persons(fields):
            self.find("personal_field", record, at + path)

    def read_members(self, record, at, value, types):
        """Look at all values of an object; of a repeated key the last one counts."""
        met = set()
        for key, item in value.pairs:
            path = f"{at}/{key}"
            if key in met:
                self.find("repeated_key", record, path)
                record.named = [one for one in record.named if not one[0].startswith(path + "/") and one[0] != path]
            met.add(key)
            if key in types:
                self.read_value(record, path, item, types[key])

    def read_value(self, record, at, value, type_):
        """Look at the type and range of a value, and collect the ids that it names."""
        name, _, of = type_.partition(" ")
        if name == "list" and isinstance(value, list):
            for nth, item in enumerate(value):
                self.read_value(record, f"{at}/{nth}", item, of)
        elif name == "part" and isinstance(value, dict):
            self.read_part(record, at, value, *of.split())
        elif name == "causes":
            self.read_causes(record, value)
        elif type_ == "map label":
            self.read_labels(record, value)
        elif name == "map" and isinstance(value, dict):
            for key, item in value.items():
                self.read_value(record, f"{at}/{key}", item, of)
        elif not isinstance(value, JSON.get(name, dict)) or isinstance(value, bool) and name != "bool":
            self.find("wrong_type", record, at)
        elif name == "count" and isinstance(value, dict) and not {"low", "high"} <= value.keys():
            self.find("wrong_type", record, at)
        elif not HOLDS.get(name, lambda value: True)(value):
            self.find("out_of_range", record, at)
        elif name == "count" and isinstance(value, dict):
            self.look_at_keys(record, at, value, ("low", "high"))
        elif name == "reference":
            record.named.append((at, value, of.split()))

    def read_part(self, record, at, value, part, *kinds):
        """Look at an object within a field. What it lacks is told if nothing else is wrong with it."""
        types, must = PAGE.parts[part]
        before = len(self.findings)
        self.look_at_keys(record, at, value, types)
        types = {key: " ".join([type_, *kinds]) if type_ == "reference" else type_ for key, type_ in types.items()}
        self.read_members(record, at, value, types)
        unreadable = any(code in ("wrong_type", "out_of_range") for code, *_ in self.findings[before:])
        if not unreadable and must - value.keys():
            self.find("wrong_type", record, at)

    def read_labels(self, record, value):
        """Look at the pointers of the labels of single fields."""
        for pointer in value:
            if escaped(pointer) != pointer:
                self.look_at_whole(pointer, record, "/labels")
                self.find_persons({pointer: value[pointer]}, record, "/labels")
            elif pointer and not pointer.startswith("/"):
                self.find("out_of_range", record, f"/labels/{pointer}")

    def read_causes(self, record, value):
        """Collect the links of a record and their barriers."""
        key, links, record.links, record.barriers = "", value, [], []
        if isinstance(value, dict):
            key = next(key for key in ("any", "all", "of") if key in value)
            links = value[key]
            if "at_least" in value and not 1 <= value["at_least"] <= len(links):
                self.find("out_of_range", record, "/causes")
            key = f"/{key}"
        if not isinstance(links, list):
            return self.find("wrong_type", record, f"/causes{key}")
        for index, link in enumerate(links):
            at = f"/causes{key}/{index}"
            if isinstance(link, str):
                record.links.append((at, link))
            else:
                record.links.append((f"{at}/id", link["id"]))
                record.barriers += [(f"{at}/barriers/{nth}", id) for nth, id in enumerate(link.get("barriers", []))]

    def order(self, record, first, second, spans):
        """Compare two dates of a record."""
        earlier, later = spans[first], spans[second]
        if earlier and later:
            code = order(later, earlier)
            if code:
                self.find(code, record, f"/{second}")

    # The chain

    def follow(self):
        """Decide of every link whether it can be followed."""
        for record in self.records:
            for _, id in record.links:
                cause = self.by_id.get(id)
                if cause is None:
                    record.broken.append((id, "dangling"))
                elif cause is record:
                    record.broken.append((id, "self"))
                elif cause.kind not in CAUSE_KINDS[record.kind]:
                    record.broken.append((id, "wrong_stage"))
                elif cause in record.followed:
                    record.broken.append((id, "repeated"))
                else:
                    record.followed.append(cause)
                    record.broken.append((id, None))
        ahead = {record: self.reach(record, lambda found: found.followed) for record in self.records}
        for record in self.records:
            loops = {cause.id for cause in record.followed if record in ahead[cause]}
            record.followed = [cause for cause in record.followed if cause.id not in loops]
            marked = [(id, "cycle" if why is None and id in loops else why) for id, why in record.broken]
            record.broken = [(id, why) for id, why in marked if why is not None]
        self.groups = {
            frozenset(other for other in ahead[record] if record in ahead[other])
            for record in self.records if record in ahead[record]
        }
        self.effects = {record: [] for record in self.records}
        for record in self.records:
            for cause in record.followed:
                self.effects[cause].append(record)

    @staticmethod
    def reach(record, step):
        """Return all that some steps lead to, in the order in which they are met."""
        found, queue = {}, list(step(record))
        for other in queue:
            if other not in found:
                found[other] = None
                queue += step(other)
        return found

    def ancestors(self, record):
        """Return all that led to a record."""
        return self.reach(record, lambda found: found.followed)

    def descendants(self, record):
        """Return all that a record led to."""
        return self.reach(record, self.effects.get)

    def breaks(self, record):
        """Return where the trace breaks at one record."""
        if record.kind not in MISSING:
            return []
        entry = {"id": record.id or "", "kind": SINGULAR[record.kind], "missing": MISSING[record.kind]}
        found = [{**entry, "link": id, "why": why} for id, why in record.broken if why != "repeated"]
        return found or ([] if record.followed else [entry])

    # Questions

    def check(self, as_of=None):
        """Return all findings but those set aside on a day, and how many of each code are set aside."""
        for record in self.records:
            self.check_references(record)
            self.check_links(record)
            self.check_order(record)
            self.check_place(record)
            consent = record.text("consent")
            if record.kind == "incidents" and consent not in (None, "none", "count_only", "share"):
                self.find("unknown_term", record, "/consent")
            statuses = (None, "proposed", "planned", "in_place", "suspended", "retired")
            if record.kind == "measures" and record.text("status") not in statuses:
                self.find("unknown_term", record, "/status")
        for record in self.records:
            if record.kind == "losses":
                if sum(cause.kind == "risk_factors" for cause in self.ancestors(record)) == 1:
                    self.find("single_factor", record, "/causes")
        for group in self.groups:
            self.find("cycle", min(group, key=self.records.index), "/causes")
        self.check_tree()
        self.check_broken()
        for code, record, path in response.findings(self, span(as_of)):
            self.find(code, record, path)
        aside = self.aside(as_of)
        counts = {}
        for code, severity, _, path in self.findings:
            if (code, self.at(path)) in aside:
                counts[code] = counts.get(code, 0) + 1
        return [found for found in self.findings if (found[0], self.at(found[3])) not in aside], counts

    def at(self, path):
        """Return the place of the record on which a path lies, or None."""
        steps = path.split("/")
        return "/".join(steps[:3]) if len(steps) > 2 and steps[1] in SINGULAR else None

    def aside(self, as_of):
        """Return the findings that acknowledgements set aside on a day: code, and place of a record or None."""
        unreadable = {self.at(path) for code, _, _, path in self.findings
                      if code in ("wrong_type", "out_of_range", "repeated_key")}
        day, found = span(as_of), set()
        for record in self.records:
            if record.kind != "acknowledgements":
                continue
            code, known = record.text("code"), record.text("code") in CODES
            if record.path not in unreadable:
                if code is None or known and SEVERITY.get(code, "error") == "error":
                    self.find("idle_acknowledgement", record, "/code")
                if not response.bare(record.text("reason") or ""):
                    self.find("idle_acknowledgement", record, "/reason")
            if code is not None and not known:
                self.find("unknown_term", record, "/code")
            since, until = span(record.text("since")), span(record.text("until"))
            holds = day[0] >= (since or day)[0] and day[1] <= (until or day)[1] if day else not (since or until)
            target = self.by_id.get(record.text("record"))
            mild = SEVERITY.get(code) in ("warning", "note")
            if (record.path not in unreadable and mild and response.bare(record.text("reason") or "") and holds
                    and (target or "record" not in record.fields)):
                found.add((code, target.path if target else None))
        return found

    def check_references(self, record):
        """Look for references that lead nowhere, or to a record of another kind."""
        named = list(record.named)
        named += [(at, id, ("measures",)) for at, id in record.barriers]
        named += [(at, id, None) for at, id in record.links]
        for at, id, kinds in named:
            target = self.by_id.get(id)
            if target is None:
                self.find("dangling_reference", record, at)
            elif kinds is None:
                if target.kind not in CAUSE_KINDS[record.kind]:
                    self.find("wrong_stage" if target.kind in STAGES else "wrong_kind", record, at)
            elif target.kind not in kinds:
                self.find("wrong_kind", record, at)

    def check_links(self, record):
        """Look for links that are repeated, and for a record that names itself and is in no larger group."""
        reasons = {why for _, why in record.broken}
        if "self" in reasons and "cycle" not in reasons:
            self.find("cycle", record, "/causes")
        seen = set()
        for at, id in record.links:
            target = self.by_id.get(id)
            if target and target is not record and target.kind in CAUSE_KINDS[record.kind] and id in seen:
                self.find("repeated_link", record, at)
            seen.add(id)

    def check_order(self, record):
        """Compare the begin of a record with those of its causes."""
        field, own = record.begin()
        for cause in record.followed:
            _, other = cause.begin()
            code = own and other and order(own, other)
            if code:
                self.find(code, record, f"/{field}")

    def outer(self, place):
        """Return the place in which a place lies, if it is one."""
        found = self.by_id.get(place.text("within"))
        return found if found and found.kind == "places" else None

    def is_within(self, place, other):
        """Say whether a place lies in another, or is it. Links within a cycle are not followed."""
        step = lambda found: [outer for outer in [self.outer(found)] if outer]
        while place and place is not other:
            place = None if place in self.reach(place, step) else self.outer(place)
        return place is other

    def check_place(self, record):
        """Compare the place of an incident with those of its threats."""
        if record.kind != "incidents" or not record.followed:
            return
        at = lambda found: (lambda place: place if place and place.kind == "places" else None)(
            self.by_id.get(found.text("place")))
        here = at(record)
        if not any(here and at(threat) and self.is_within(here, at(threat)) for threat in record.followed):
            self.find("place_apart", record, "/place")

    def check_tree(self):
        """Look for places that lie within each other."""
        places = [record for record in self.records if record.kind == "places"]
        step = lambda place: [outer for outer in [self.outer(place)] if outer]
        ahead = {place: self.reach(place, step) for place in places}
        rings = {frozenset(other for other in ahead[place] if place in ahead[other])
                 for place in places if place in ahead[place]}
        for ring in rings:
            self.find("cycle", min(ring, key=self.records.index), "/within")

    def check_broken(self):
        """Look for records without a cause; those of a source that records none are one finding."""
        sources = {}
        for record in self.records:
            if record.kind in MISSING and span(record.fields.get("date")) and record.text("source"):
                sources.setdefault((record.kind, record.text("source")), []).append(record)
        bare = {key: found for key, found in sources.items()
                if len(found) > 1 and not any(record.links for record in found)}
        counted = {record for found in bare.values() for record in found}
        for record in self.records:
            if record.kind in MISSING and not record.followed and record not in counted:
                self.find("broken_trace", record, "/causes")
        for kind, _ in bare:
            self.find("broken_trace", None, f"/{kind}")

    # Labels

    def label(self, records, traced=True):
        """Return the label of an answer that rests on some records."""
        found = [label for record in records for label in labels.of_record(record.kind, record.value, self.default, traced)]
        return labels.strictest(found or [self.default]).written()

    def label_of_gaps(self, records=None):
        """Return the label of an answer that shows gaps of the whole register."""
        records = self.records if records is None else records
        found = [label for record in records for label in labels.of_record(record.kind, record.value, self.default)]
        return labels.strictest([self.default, labels.RED, *found]).written()

    def counted(self):
        """Return the records that a review may count: no withheld incident, nothing that would reveal one."""
        whole = {record for record in self.records
                 if record.kind == "incidents" and labels.withheld(record.fields) == "whole"}
        threats = {found.id for record in whole for found in self.ancestors(record) if found.kind == "threats"}
        gone = whole | {record for record in self.records
                        if record.kind == "signals" and record.text("threat") in threats}
        size = -1
        while size != len(gone):
            size, ids = len(gone), {record.id for record in gone if record.id}
            gone |= {record for record in self.records if record.id in ids or ids & self.rests_on(record)}
        return [record for record in self.records if record not in gone]

    def rests_on(self, record):
        """Return all ids without which a record is not what it is: not those that it only mentions."""
        found = record.links + record.barriers + record.named
        return {id for at, id, *_ in found if (record.kind, at.split("/")[1]) not in labels.MENTIONS}

    def trace(self, id):
        """Return the trace of a record."""
        record = self.by_id[id]
        causes, effects = self.ancestors(record), self.descendants(record)
        listed = [found for found in self.records if found in causes or found is record]
        broken = [entry for found in listed for entry in self.breaks(found)]
        reached = any(found.kind == "risk_factors" for found in listed)
        return {
            "label": self.label([record, *causes, *effects]),
            "id": id,
            "kind": SINGULAR[record.kind],
            "complete": not broken and reached,
            "causes": self.staged(causes, ("incidents", "threats", "risk_factors")),
            "effects": self.staged(effects, ("threats", "incidents", "losses")),
            "broken": broken,
        }

    def staged(self, found, stages):
        """Return ids by stage, in the order of the document."""
        return {stage: [record.id for record in self.records if record in found and record.kind == stage]
                for stage in stages}

    def paths(self, id, budget=1000):
        """Return all paths back from a record."""
        def back(record):
            if not record.followed:
                yield [record.id]
            for cause in record.followed:
                for rest in back(cause):
                    yield [record.id, *rest]

        found = list(back(self.by_id[id]))
        label = self.label([self.by_id[id], *self.ancestors(self.by_id[id])])
        return {"label": label, "id": id, "total": str(len(found)), "paths": found[:budget], "complete": len(found) <= budget}

    def common_causes(self, ids):
        """Return the nearest common causes of some records."""
        common = set.intersection(*(set(self.ancestors(self.by_id[id])) for id in ids))
        nearest = {record for record in common if not common & set(self.descendants(record))}
        used = {found for id in ids for found in (self.by_id[id], *self.ancestors(self.by_id[id]))}
        return {"label": self.label(used), "ids": ids, "common": len(common),
                "nearest": self.staged(nearest, ("incidents", "threats", "risk_factors"))}

    def broken_traces(self):
        """Return all broken traces."""
        broken = [entry for kind in MISSING for record in self.records if record.kind == kind
                  for entry in self.breaks(record)]
        counts = [(kind, sum(entry["kind"] == SINGULAR[kind] for entry in broken)) for kind in MISSING]
        by_kind = [{"kind": SINGULAR[kind], "missing": MISSING[kind], "count": count} for kind, count in counts if count]
        return {"label": self.label_of_gaps(), "by_kind": by_kind, "broken": broken[:1000], "capped": len(broken) > 1000}

    def all_ancestors(self):
        """Return the rows of the losses, and the set of ancestors of each."""
        losses = [record for record in self.records if record.kind == "losses"]
        row = self.records.index
        used = {found for loss in losses for found in (loss, *self.ancestors(loss))}
        found = [label for record in used for label in labels.of_record(record.kind, record.value, self.default, True)]
        label = labels.strictest([self.default, *found]).written()
        return label, [row(loss) for loss in losses], [{row(found) for found in self.ancestors(loss)} for loss in losses]


def estimate_holds(value):
    """Say whether an estimate is one; of the objects only those that the vectors have are known."""
    if isinstance(value, dict):
        if "seen" in value:
            return 0 <= value["seen"] <= value["of"]
        if "beta" in value:
            return all(number > 0 for number in value["beta"])
        return 0 <= value.get("low", 0) <= value.get("high", 1) <= 1
    return 0 <= value <= 1


def is_whole(value):
    """Say whether a number is one that counts."""
    return value >= 0 and value == int(value)


def count_holds(value):
    """Say whether a count is one number, or a range from low to high."""
    return value["low"] <= value["high"] if isinstance(value, dict) else is_whole(value)


# What a value is in JSON, by its type, and what must hold of it.
def point_holds(value):
    """Say whether a point is on the earth, where it is one."""
    lat, lon = (value.get(key) for key in ("lat", "lon"))
    number = lambda found: isinstance(found, (int, float)) and not isinstance(found, bool)
    return not (number(lat) and number(lon)) or abs(lat) <= 90 and abs(lon) <= 180


JSON = {name: str for name in ("text", "id", "date", "duration", "reference")}
JSON |= {"bool": bool, "list": list, "label": (str, dict), "whole": (int, float)}
JSON |= {"count": (int, float, dict), "estimate": (int, float, dict)}
HOLDS = {"date": span, "estimate": estimate_holds, "whole": is_whole, "count": count_holds, "point": point_holds}


def read(name):
    """Return the register of a case."""
    text = (VECTORS / "documents" / name).read_text(encoding="utf-8")
    return Register(json.loads(text, object_pairs_hook=Twice, parse_float=Decimal))


def differs(case):
    """Return what differs in a case, False if nothing does, None if it is not compared."""
    ask, answer = (case["request"] or {}).get("ask"), case.get("answer")
    if answer is None or "edits" in case:
        return None
    if ask == "check":
        register, as_of = read(case["register"]), case["request"].get("as_of")
        found, acknowledged = register.check(as_of)
        head = {"label": register.label_of_gaps(), "as_of": as_of, "acknowledged": acknowledged}
        given = {"label": answer["label"], "as_of": answer["as_of"], "acknowledged": answer["counts"]["acknowledged"]}
        # Words and names that no catalogue has are read by `from_page` alone.
        for told in (head, given):
            told["acknowledged"] = {code: count for code, count in told["acknowledged"].items() if code not in BY_CATALOGS}
        return differs_check(found, answer) if head == given else head
    if ask == "ancestors":
        label, losses, sets = read(case["register"]).all_ancestors()
        ends = list(zip(answer["offsets"], answer["offsets"][1:]))
        same = label == answer["label"] and losses == answer["losses"] and sets == [set(answer["rows"][start:end]) for start, end in ends]
        return False if same and sum(map(len, sets)) == len(answer["rows"]) else (label, losses, sets)
    if ask == "record":
        register = read(case["register"])
        record = register.by_id[case["request"]["id"]]
        found = {"label": register.label([record], traced=False), "record": record.value}
        return False if found == answer else found
    if ask == "review":
        return differs_review(read(case["register"]), answer)
    if ask in ("trace", "paths", "common_causes", "broken_traces"):
        options = {key: value for key, value in case["request"].items() if key != "ask"}
        found = getattr(read(case["register"]), ask)(**options)
        return False if found == answer else found
    return None


def differs_review(register, answer):
    """Compare the label of a review, and how many records of each kind it counts."""
    left = register.counted()
    contents = [{"kind": kind, "count": sum(record.kind == kind for record in left)} for kind in SINGULAR]
    found = {"label": register.label_of_gaps(left), "contents": [entry for entry in contents if entry["count"]]}
    given = [{name: entry[name] for name in ("kind", "count")} for entry in answer["contents"]]
    return False if found == {"label": answer["label"], "contents": given} else found


def differs_check(found, answer):
    """Compare findings by code, severity, subject and path, but for words and names that no catalogue has."""
    key = lambda finding: tuple(map(str, finding))
    kept = [finding for finding in answer["findings"] if "places" not in finding["facts"]]
    given = [tuple(finding[name] for name in ("code", "severity", "subject", "path")) for finding in kept]
    counts = {**answer["counts"], "by_code": {**answer["counts"]["by_code"]}}
    for finding in answer["findings"]:
        if finding not in kept:
            counts[finding["severity"]] -= 1
            counts["by_code"][finding["code"]] -= 1
    counts["by_code"] = {code: count for code, count in counts["by_code"].items() if count}
    totals = {severity: sum(finding[1] == severity for finding in found) for severity in ("error", "warning", "note")}
    by_code = {finding[0]: sum(other[0] == finding[0] for other in found) for finding in found}
    if totals != {severity: counts[severity] for severity in totals} or by_code != counts["by_code"]:
        return {"counts": totals, "by_code": by_code}
    if sorted(found, key=key) == sorted(given, key=key):
        return False
    return {"only here": set(found) - set(given), "only there": set(given) - set(found)}


def main():
    """Compare every case; exit with 1 if one differs."""
    compared = left = wrong = 0
    for path in sorted(VECTORS.glob("*/*.json")):
        if path.parent.name == "documents":
            continue
        difference = differs(json.loads(path.read_text(encoding="utf-8")))
        if difference is None:
            left += 1
        elif difference is False:
            compared += 1
        else:
            wrong += 1
            print(f"{path.relative_to(VECTORS)}: expected {difference}")
    print(f"independent: {compared} cases agree, {wrong} differ, {left} have no second opinion")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
