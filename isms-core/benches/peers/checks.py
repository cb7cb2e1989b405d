"""The checks of a register that Python does, written for speed: columns, dicts, no object a record.

What they look for is on the page of each code (docs/findings.md); no code and few algorithms are those of
the library. Ids unique, references resolved and of the right kind, stages, cycles, broken
traces, single factors, order of dates, places of incidents.
"""

import bisect
import calendar
import collections
import itertools

from columns import KINDS

MANY = object()
MASK = (1 << 64) - 1
CAP = 1_000  # the library lists so many findings of one code
PLACES, FACTORS, THREATS, INCIDENTS, LOSSES = range(5)


class Findings:
    """What was found, with its place."""

    def __init__(self):
        """Begin with nothing."""
        self.found = []
        self.records = 0
        self.links = 0

    def add(self, code, *steps):
        """Note a finding at its place."""
        self.found.append((code, "/".join(("", *map(str, steps)))))

    def answer(self):
        """Return the counts, and the digest of all places of codes of which no list is capped."""
        codes = collections.Counter(code for code, _ in self.found)
        places = sum(digest(f"{code} {path}") for code, path in self.found if codes[code] <= CAP) & MASK
        return {"records": self.records, "links": self.links, "findings": codes, "places": f"{places:#018x}"}


def digest(text):
    """Return the FNV-1a digest of a text, 64 bits."""
    found = 0xCBF29CE484222325
    for byte in text.encode():
        found = (found ^ byte) * 0x100000001B3 & MASK
    return found


def check(tables, findings=None):
    """Return all findings."""
    chain = Chain(tables, findings or Findings())
    chain.identity()
    chain.places()
    chain.causes()
    chain.cycles()
    chain.broken()
    chain.single_factors()
    chain.dates()
    chain.apart()
    return chain.findings


class Chain:
    """The records of all kinds, numbered one after the other."""

    def __init__(self, tables, findings):
        """Number the records."""
        self.tables, self.findings = tables, findings
        self.starts = [0, *itertools.accumulate(len(table.ids) for table in tables)]
        findings.records = self.starts[-1]
        self.rows = {}
        self.followed = {}  # the causes of a row, as far as they can be followed
        self.place_of = {}  # only of threats and incidents

    def kind(self, row):
        """Return the number of the kind of a row."""
        return bisect.bisect_right(self.starts, row) - 1

    def add(self, code, row, *field):
        """Note a finding of a row."""
        kind = self.kind(row)
        self.findings.add(code, KINDS[kind], row - self.starts[kind], *field)

    def identity(self):
        """Number ids; look for equal and missing ones, and for missing titles."""
        ids = [id for table in self.tables for id in table.ids]
        self.rows = dict(zip(ids, range(len(ids))))
        if len(self.rows) < len(ids) or None in self.rows or "" in self.rows:
            self.rows = {}
            for row, id in enumerate(ids):
                if id is None:
                    self.add("missing_id", row)
                elif id != "" and self.rows.setdefault(id, row) != row:
                    self.add("duplicate_id", row, "id")
        titles = [title for table in self.tables for title in table.titles]
        if not all(titles):
            for row, title in enumerate(titles):
                if not title:
                    self.add("missing_title", row, "title")

    def places(self):
        """Resolve the places."""
        end = self.starts[PLACES + 1]
        for kind, table in enumerate(self.tables):
            if table.places is None:
                continue
            found = list(map(self.rows.get, table.places))
            for row, (id, place) in enumerate(zip(table.places, found), self.starts[kind]):
                if place is None:
                    if id is not None:
                        self.add("dangling_reference", row, "place")
                elif place >= end:
                    self.add("wrong_kind", row, "place")
                    found[row - self.starts[kind]] = None
            self.place_of[kind] = found

    def causes(self):
        """Resolve the causes; keep the links that can be followed."""
        get, total = self.rows.get, 0
        for kind in (THREATS, INCIDENTS, LOSSES):
            first, last = self.starts[kind - 1], self.starts[kind]
            # A threat may feed another threat.
            end = self.starts[kind + 1] if kind == THREATS else last
            followed = []
            for row, ids in enumerate(self.tables[kind].causes, last):
                total += len(ids)
                found = [get(id) for id in ids]
                if None in found or len(set(found)) < len(found) or any(
                    not first <= cause < end or cause == row for cause in found
                ):
                    found = self.sift(row, found, (first, end))
                followed.append(found)
            self.followed[kind] = followed
        self.findings.links = total

    def sift(self, row, found, span):
        """Return the causes of a row that can be followed; note the others."""
        kept = []
        for nth, cause in enumerate(found):
            if cause is None:
                self.add("dangling_reference", row, "causes", nth, "id")
            elif cause == row:
                self.selves.add(row)
            elif not span[0] <= cause < span[1]:
                in_chain = cause >= self.starts[FACTORS]
                self.add("wrong_stage" if in_chain else "wrong_kind", row, "causes", nth, "id")
            elif cause in kept:
                self.add("repeated_link", row, "causes", nth, "id")
            else:
                kept.append(cause)
        return kept

    @property
    def selves(self):
        """Return the rows that name themselves."""
        return self.__dict__.setdefault("_selves", set())

    def cycles(self):
        """Look for threats that cause each other, or themselves; cut the links between them."""
        first, end = self.starts[THREATS], self.starts[THREATS + 1]
        between = {
            row: threats
            for row, causes in enumerate(self.followed[THREATS], first)
            if causes and max(causes) >= first and (threats := [cause for cause in causes if cause >= first])
        }
        member = {}
        for group in groups(between):
            member.update(dict.fromkeys(group, min(group)))
            self.add("cycle", min(group), "causes")
        for row in self.selves - member.keys():
            if first <= row:
                self.add("cycle", row, "causes")
        for row, group in member.items():
            causes = self.followed[THREATS][row - first]
            self.followed[THREATS][row - first] = [cause for cause in causes if member.get(cause) != group]
        self.order = [
            row for row in ordered({row: set(threats) for row, threats in between.items()}, member)
            if first <= row < end
        ]

    def broken(self):
        """Look for records without a cause."""
        for kind, followed in self.followed.items():
            if not all(followed):
                for row, causes in enumerate(followed, self.starts[kind]):
                    if not causes:
                        self.add("broken_trace", row, "causes")

    def single_factors(self):
        """Look for losses with one risk factor alone: what a row knows is passed on."""
        start = self.starts[THREATS]
        factors = [None] * self.starts[THREATS] + [None] * (self.starts[LOSSES + 1] - start)
        late = set(self.order)
        for row, causes in enumerate(self.followed[THREATS], start):
            if row not in late:
                # All of them risk factors.
                factors[row] = MANY if len(causes) > 1 else causes[0] if causes else None
        for row in self.order:
            causes = self.followed[THREATS][row - start]
            known = {cause if cause < start else factors[cause] for cause in causes}
            factors[row] = merged(known)
        for kind in (INCIDENTS, LOSSES):
            for row, causes in enumerate(self.followed[kind], self.starts[kind]):
                if len(causes) == 1:
                    factors[row] = factors[causes[0]]
                elif causes:
                    factors[row] = merged({factors[cause] for cause in causes})
        for row in range(self.starts[LOSSES], self.starts[LOSSES + 1]):
            if factors[row] is not None and factors[row] is not MANY:
                self.add("single_factor", row, "causes")

    def dates(self):
        """Compare the dates of a record with each other, and with those of its causes."""
        begins = {}
        for kind, table in enumerate(self.tables):
            for row, first, second in table.own_dates:
                if first is not None:
                    self.compare(self.starts[kind] + row, span(second), span(first), "until")
            for field, column in (("since", table.sinces), ("date", table.dates)):
                if any(column):
                    dated = ((row, date) for row, date in enumerate(column, self.starts[kind]) if date)
                    begins.update((row, (*span(date), field)) for row, date in dated)
        for kind, followed in self.followed.items():
            for row, causes in enumerate(followed, self.starts[kind]) if begins else ():
                own = begins.get(row)
                for cause in causes if own else ():
                    if cause in begins:
                        self.compare(row, own[:2], begins[cause][:2], own[2])

    def compare(self, row, later, earlier, field):
        """Note it if what should be later is not, or may not be."""
        if later[1] < earlier[0]:
            self.add("order_in_time", row, field)
        elif later != earlier and later[0] < earlier[1]:
            self.add("order_in_doubt", row, field)

    def apart(self):
        """Look for incidents outside the places of their threats. No place lies within another here."""
        here, there, start = self.place_of[INCIDENTS], self.place_of[THREATS], self.starts[THREATS]
        for row, causes in enumerate(self.followed[INCIDENTS]):
            if causes:
                place = here[row]
                if place is None or not any(there[cause - start] == place for cause in causes):
                    self.add("place_apart", self.starts[INCIDENTS] + row, "place")


def merged(known):
    """Return the one factor that is known, none, or that there are many."""
    known.discard(None)
    return MANY if len(known) > 1 else known.pop() if known else None


def span(date):
    """Return the first and the last day that a date may mean, as (year, month, day)."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 3:
        return tuple(parts), tuple(parts)
    if len(parts) == 2:
        return (*parts, 1), (*parts, calendar.monthrange(*parts)[1])
    return (parts[0], 1, 1), (parts[0], 12, 31)


def groups(between):
    """Return the sets of two or more rows that lead back to themselves: Kosaraju, without recursion."""
    back = collections.defaultdict(list)
    for row, causes in between.items():
        for cause in causes:
            back[cause].append(row)
    finished, seen = [], set()
    for root in between:
        stack = [(root, iter(between[root]))] if root not in seen else []
        seen.add(root)
        while stack:
            row, rest = stack[-1]
            following = next((cause for cause in rest if cause not in seen), None)
            if following is None:
                finished.append(row)
                stack.pop()
            else:
                seen.add(following)
                stack.append((following, iter(between.get(following, ()))))
    found, taken = [], set()
    for root in reversed(finished):
        group, queue = [], [root] if root not in taken else []
        taken.add(root)
        while queue:
            row = queue.pop()
            group.append(row)
            fresh = [effect for effect in back[row] if effect not in taken]
            taken.update(fresh)
            queue += fresh
        if len(group) > 1:
            found.append(group)
    return found


def ordered(between, member):
    """Return the rows that have a threat among their causes, each after those causes."""
    left = {
        row: {cause for cause in causes if member.get(cause, cause) != member.get(row, row) or cause not in member}
        for row, causes in between.items()
    }
    result, done = [], set()
    for root in left:
        stack = [root]
        while stack:
            row = stack[-1]
            open_causes = [cause for cause in left.get(row, ()) if cause not in done and cause in left]
            if row in done:
                stack.pop()
            elif open_causes:
                stack += open_causes
            else:
                done.add(row)
                result.append(stack.pop())
    return result
