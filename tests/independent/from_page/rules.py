"""The rules on posts, assessments, verifications and decisions (section 10).

Each takes the register that is checked, and adds what it finds.
"""
import hashlib
from collections import defaultdict
from math import inf

from dates import certainly_before, interval
from texts import bare, cut


def covert_method(register):
    for row in register.by_table["assessments"]:
        covert = [method for method in row.fields.get("methods", ()) if bare(method).startswith("covert")]
        if covert:
            register.add("covert_method", f"{row.path}/methods", row, {"found": cut(covert[0])})


def held(fields):
    """From which second to which it surely is held."""
    since, until = fields.get("since"), fields.get("until")
    return interval(since)[1] if since else -inf, interval(until)[0] if until else inf


def reversed_in_time(fields):
    return "since" in fields and "until" in fields and certainly_before(fields["until"], fields["since"])


def shared(times):
    """Of (from, to, what): each that shares a second with one that begins before it, and of these the one that ends last."""
    last = None                     # its end, and what it is
    for since, until, second in sorted(times):
        if since > until:
            continue
        if last and since <= last[0]:
            yield last[1], second
        if not last or until >= last[0]:
            last = until, second


def places(row):
    """Each holding that could be read, after its place in the list as it is written."""
    return [(int(holding.path.rpartition("/")[2]), holding) for holding in row.fields.get("held", ())]


def post_held_twice(register):
    for row in register.by_table["posts"]:
        holdings = places(row)
        times = [(*held(holding), place) for place, holding in holdings if not holding.get("acting")]
        for first, second in shared(times):
            register.add("post_held_twice", f"{row.path}/held", row, {"first": first, "second": second})
        for place, holding in holdings:
            if reversed_in_time(holding):
                register.add("post_held_twice", f"{row.path}/held/{place}/until", row, {"first": place, "second": place})


def two_designated_officials(register):
    by_place = defaultdict(list)
    for row in register.by_table["posts"]:
        place = register.place(row, "place")
        if place and row.fields.get("role") == "designated_official":
            by_place[place].append((*held(row.fields), row))
    for place in sorted(by_place):
        for other, row in shared(by_place[place]):
            register.add("two_designated_officials", f"{row.path}/role", row, {"other": other.id or "", "place": place.id})


def verifications(register, as_of):
    """Those of the future, and waivers that are over: nothing without a date."""
    for row in register.by_table["verifications"] if as_of else ():
        found, until = row.fields.get("date"), row.fields.get("until")
        if found and certainly_before(as_of, found):
            register.add("future_verification", f"{row.path}/date", row, {"found": found})
        if until and row.fields.get("result") == "waived" and certainly_before(until, as_of):
            register.add("lapsed_waiver", f"{row.path}/until", row, {"found": until})


def digest_of(register, row):
    return hashlib.sha256(register.row_text(row).encode("utf-8")).hexdigest()


def stale_digest(register):
    for row in register.by_table["decisions"]:
        found, assessment = row.fields.get("digest"), register.meant.get(row.fields.get("assessment"))
        if found is None or assessment is None or assessment.table != "assessments":
            continue
        digest = digest_of(register, assessment)
        if bare(found) != digest:
            facts = {"assessment": assessment.id, "expected": digest, "found": cut(found)}
            register.add("stale_digest", f"{row.path}/digest", row, facts)


def check(register, as_of):
    covert_method(register)
    post_held_twice(register)
    two_designated_officials(register)
    verifications(register, as_of)
    stale_digest(register)
