"""The rules on what an agency does: its assessments, posts, verifications and decisions."""

import datetime
import hashlib

from moments import order, span
from written import written

# Unicode White_Space: what Python calls space, but for four separators among the control characters.
SPACE = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace() and not "\x1c" <= sign <= "\x1f")
EVER = (datetime.datetime.min, datetime.datetime.max)


def findings(register, as_of):
    """Give code, record and path within it of each finding; `as_of` is the span of a day, or None."""
    for record in register.records:
        fields = record.fields
        if record.kind == "assessments":
            methods = [method for method in items(fields.get("methods")) if isinstance(method, str)]
            if any(bare(method)[:6] == "covert" for method in methods):
                yield "covert_method", record, "/methods"
        elif record.kind == "posts":
            yield from (("post_held_twice", record, path) for path in held_twice(fields))
        elif record.kind == "verifications" and as_of:
            found, until = span(fields.get("date")), span(fields.get("until"))
            if found and order(as_of, found) == "order_in_time":
                yield "future_verification", record, "/date"
            if fields.get("result") == "waived" and until and order(until, as_of) == "order_in_time":
                yield "lapsed_waiver", record, "/until"
        elif record.kind == "decisions" and is_stale(register, fields):
            yield "stale_digest", record, "/digest"
    for record in officials(register):
        yield "two_designated_officials", record, "/role"


def items(value):
    """Return the items of a list; of anything else none."""
    return value if isinstance(value, list) else []


def bare(text):
    """Return a text without blanks around it, in small letters."""
    return text.strip(SPACE).lower()


def second(moment, last):
    """Return the first or the last second of a day, or the instant that is given."""
    if isinstance(moment, datetime.datetime):
        return moment.replace(tzinfo=None)
    return datetime.datetime.combine(moment, datetime.time(23, 59, 59) if last else datetime.time())


def surely(fields):
    """Return the seconds between which something surely is held: from the last of `since` to the first of `until`."""
    since, until = span(fields.get("since")), span(fields.get("until"))
    return second(since[1], last=True) if since else EVER[0], second(until[0], last=False) if until else EVER[1]


def meets(one, other):
    """Say whether two times share a second; a time that ends before it begins has none."""
    return all(start <= end for start in (one[0], other[0]) for end in (one[1], other[1]))


def held_twice(post):
    """Give the paths of what is held twice in a post, and of what ends before it begins."""
    holdings = [(place, holding) for place, holding in enumerate(items(post.get("held"))) if isinstance(holding, dict)]
    times = sorted(surely(holding) for _, holding in holdings if holding.get("acting") is not True)
    yield from ("/held" for place, one in enumerate(times) if any(meets(one, other) for other in times[:place]))
    for place, holding in holdings:
        since, until = span(holding.get("since")), span(holding.get("until"))
        if since and until and order(until, since) == "order_in_time":
            yield f"/held/{place}/until"


def officials(register):
    """Give the designated officials who are not the first of their place at some time."""
    by_place = {}
    for record in register.records:
        place = register.by_id.get(record.text("place"))
        if record.kind == "posts" and record.text("role") == "designated_official" and place and place.kind == "places":
            by_place.setdefault(place, []).append(record)
    for records in by_place.values():
        records.sort(key=lambda record: surely(record.fields))
        times = [surely(record.fields) for record in records]
        for place, record in enumerate(records):
            if any(meets(times[place], other) for other in times[:place]):
                yield record


def is_stale(register, decision):
    """Say whether the digest of a decision is not that of its assessment."""
    digest, assessment = decision.get("digest"), decision.get("assessment")
    found = register.by_id.get(assessment) if isinstance(assessment, str) else None
    if not isinstance(digest, str) or found is None or found.kind != "assessments":
        return False
    return bare(digest) != hashlib.sha256(written(found, register.findings).encode()).hexdigest()
