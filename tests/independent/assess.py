"""Assess a second time: sections 2 to 6 and 8 of docs/assess.md, written from that page alone.

For tidy documents: every record can be read and ids are unique.
"""

import calendar
import datetime
import re

SECTORS = ("analysis", "community", "protection", "mitigation")
FIELDS = ("staff", "premises", "transport", "communication")
FUNCTIONS = ("policy", "training", "evaluation")
WORST_LAST = ("met", "not_applicable", "not_known", "waived", "partly", "unmet")
GROUPS = ("sector", "field", "function", "level", "approach", "standard")
VERDICTS = ("met", "partly", "unmet", "waived", "not_known", "not_applicable")
UTC = datetime.timezone.utc


def span(text):
    """The first and the last second that a date means."""
    if "T" in text:
        moment = int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())
        return moment, moment
    parts = [int(part) for part in text.split("-")]
    year, month, day = (*parts, None, None)[:3]
    first = datetime.datetime(year, month or 1, day or 1, tzinfo=UTC)
    month = month or 12
    last = datetime.datetime(year, month, day or calendar.monthrange(year, month)[1], 23, 59, 59, tzinfo=UTC)
    return int(first.timestamp()), int(last.timestamp())


def after(text, duration):
    """The last second of a date, so long a duration later, by the calendar; None: beyond it, or no duration."""
    found = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", duration)
    if not found:
        return None
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    moment = datetime.datetime.fromtimestamp(span(text)[1], UTC)
    months += 12 * years + moment.month - 1
    year, month = moment.year + months // 12, months % 12 + 1
    if year > 9999:
        return None
    moment = moment.replace(year=year, month=month, day=min(moment.day, calendar.monthrange(year, month)[1]))
    return int((moment + datetime.timedelta(weeks=weeks, days=days)).timestamp())


class Register:
    def __init__(self, document, catalogs, as_of):
        self.document, self.catalogs, self.day = document, catalogs, span(as_of)
        # Of one name the last takes the place of the others.
        self.meant = list({catalog.get("id", ""): catalog for catalog in catalogs}.values())
        self.rows = {table: document.get(table, []) for table in document if isinstance(document[table], list)}
        self.place = {place["id"]: place for place in self.all("places")}
        self.agency = {agency["id"]: agency for agency in self.all("agencies")}
        self.posts = {post.get("id") for post in self.all("posts")}
        self.findings = []
        self.told = None

    def all(self, table):
        return self.rows.get(table, [])

    def not_after(self, date):
        return span(date)[0] <= self.day[1]

    def holds(self, record):
        begun = "since" not in record or span(record["since"])[0] <= self.day[0]
        return begun and ("until" not in record or self.day[1] <= span(record["until"])[1])

    def unit(self, record):
        agency, place = record.get("agency"), record.get("place")
        return (agency if agency in self.agency else None, place if place in self.place else None)

    def around(self, place):
        found = []
        while place in self.place and place not in found and len(found) < 64:
            found.append(place)
            place = self.place[place].get("within")
        return found

    def find(self, code, table, nth, field):
        agency = self.unit(self.all(table)[nth])[0]
        if self.told is None or agency is None or agency in self.told:
            self.findings.append((code, f"/{table}/{nth}/{field}"))

    def broader(self, field, term):
        terms = {}
        for catalog in self.meant:
            for taxonomy in catalog.get("taxonomies", []):
                if field in taxonomy.get("fields", []):
                    for found in taxonomy.get("terms", []):
                        terms.setdefault(found.get("id"), found.get("within"))
        found = []
        while term is not None and term not in found:
            found.append(term)
            term = terms.get(term)
        return found


def assess(document, catalogs, as_of, offices=(), standards=()):
    """What sections 2 to 6 say: offices, headquarters, standings, state, findings as (code, path)."""
    register = Register(document, catalogs, as_of)
    offices = list(dict.fromkeys(tuple(office) for office in offices))
    register.told = {agency for agency, _ in offices} or None
    adopted = read_adoptions(register, standards)
    answers = read_verifications(register, adopted)
    offices = list(offices) or all_offices(register, adopted, answers)
    assessing = Assessing(register, adopted, answers)
    found = [assessing.unit(office) for office in offices]
    every = all_offices(register, adopted, answers)
    for office, said in zip(offices, found):
        others = [assessing.unit(other)["state"] for other in every if other[1] == office[1] and other[0] != office[0]]
        said["others"] = min(others, key=("gap", "not_known", "holds").index, default=None)
    central = [agency for agency in register.agency if agency in {office[0] for office in offices}]
    headquarters = [assessing.unit((agency, None)) for agency in central if adopted.of((agency, None), register)]
    sums = {}
    for by in (("sector", SECTORS), ("field", FIELDS), ("approach", ("system", "community"))):
        for name in by[1]:
            sums[by[0], name] = empty()
    for said in found + headquarters:
        for key, counts in said["groups"].items():
            total = sums.setdefault(key, empty())
            for force in total:
                for verdict, count in counts[force].items():
                    total[force][verdict] += count
    states = [said["state"] for said in found + headquarters]
    return {
        "state": min(states, key=("gap", "not_known", "holds").index, default="not_known"),
        "standings": standings(sums),
        "offices": [finished(said) for said in found],
        "headquarters": [finished(said) for said in headquarters],
        "standards": [
            (catalog.get("id", ""), catalog.get("edition", ""), sum(any(known is catalog for known in said["asking"]) for said in found))
            for catalog in adopted.standards
        ],
        "findings": sorted(register.findings),
    }


def empty():
    return {force: dict.fromkeys(VERDICTS, 0) for force in ("must", "should")}


def state(counts):
    must = counts["must"]
    if must["partly"] + must["unmet"] + must["waived"]:
        return "gap"
    return "not_known" if must["not_known"] or not must["met"] else "holds"


def standings(groups):
    ordered = sorted(groups, key=lambda key: GROUPS.index(key[0]))
    return [{"by": by, "name": name, "state": state(groups[by, name]), **groups[by, name]} for by, name in ordered]


def finished(said):
    return {**{key: value for key, value in said.items() if key not in ("groups", "asking")}, "standings": standings(said["groups"])}


class Adopted:
    """The adoptions that hold, and the requirements of their standards, each with its catalogue."""

    def __init__(self):
        self.adoptions, self.standards, self.asked, self.by_name = [], [], [], {}

    def of(self, unit, register):
        agency, place = unit
        around = register.around(place)
        mine = [one for one in self.adoptions if one["unit"][0] == agency]
        return mine if place is None else [one for one in mine if one["unit"][1] is None or one["unit"][1] in around]


def read_adoptions(register, wanted):
    found, named_by = Adopted(), []
    for nth, adoption in enumerate(register.all("adoptions")):
        if not register.holds(adoption):
            continue
        name, edition = adoption.get("standard"), adoption.get("edition")
        if name is None:
            register.find("idle_record", "adoptions", nth, "standard")
        elif wanted and name not in wanted:
            continue
        elif register.unit(adoption)[0] is None:
            register.find("idle_record", "adoptions", nth, "agency")
        elif "place" in adoption and register.unit(adoption)[1] is None:
            register.find("idle_record", "adoptions", nth, "place")
            named_by.append((register.unit(adoption)[0], name))
        else:
            named_by.append((register.unit(adoption)[0], name))
            named = [catalog for catalog in register.catalogs if catalog.get("id", "") == name]
            fits = [catalog for catalog in named if edition is None or catalog.get("edition", "") == edition]
            if not fits:
                register.find("unknown_standard", "adoptions", nth, "edition" if named else "standard")
            else:
                adopt(register, found, nth, adoption, fits[-1])
    known = {name for agency, name in named_by if register.told is None or agency in register.told}
    register.findings += [("unknown_standard", "/adoptions") for name in dict.fromkeys(wanted) if name not in known]
    return found


def adopt(register, found, nth, adoption, catalog):
    if not any(known is catalog for known in found.standards):
        found.standards.append(catalog)
        for requirement in catalog.get("requirements", []):
            name = f"{catalog.get('id', '')}:{requirement.get('id', '')}"
            of_name = found.by_name.setdefault(name, []) if "id" in requirement else [None]
            if "id" in requirement and not any(found.asked[where][2] is catalog for where in of_name):
                of_name.append(len(found.asked))
            found.asked.append((name, requirement, catalog))
    tailored = []
    for at, item in enumerate(adoption.get("tailoring", [])):
        own = [where for where in found.by_name.get(item["requirement"], []) if found.asked[where][2] is catalog]
        where = own[0] if own else None
        if where is None:
            lacks = "requirement"
        elif item.get("change") not in ("left_out", "must", "should"):
            lacks = "change"
        elif not item.get("reason", "").strip():
            lacks = "reason"
        else:
            tailored.append((where, item["change"]))
            continue
        register.find("idle_record", "adoptions", nth, f"tailoring/{at}/{lacks}")
    one = {"id": adoption["id"], "unit": register.unit(adoption), "catalog": catalog, "tailored": tailored}
    found.adoptions.append({**one, "since": adoption.get("since")})


def level(requirement):
    return requirement.get("level", "local")


def read_verifications(register, adopted):
    """The answer that counts, by place and requirement."""
    looked_at = {}
    names = {catalog.get("id", "") for catalog in adopted.standards}
    for nth, found in enumerate(register.all("verifications")):
        idle = lambda field: register.find("idle_record", "verifications", nth, field)
        name = found.get("requirement")
        if name is None:
            idle("requirement")
            continue
        if name not in adopted.by_name:
            if ":" not in name or name.split(":", 1)[0] in names:
                register.find("unknown_standard", "verifications", nth, "requirement")
            continue
        unit = register.unit(found)
        meant = [(at, *adopted.asked[at][1:]) for at in adopted.by_name[name]]
        theirs = [mine for mine in adopted.adoptions if unit[0] is not None and mine["unit"][0] == unit[0]]
        near = [mine for mine in theirs if unit[1] is None or mine["unit"][1] is None or mine["unit"][1] in register.around(unit[1])]
        there = [one for one in meant if any(mine["catalog"] is one[2] for mine in (theirs if level(one[1]) == "headquarters" else near))]
        own = [one for one in meant if any(mine["catalog"] is one[2] for mine in theirs)]
        fits = [one for one in there or own or meant if "edition" not in found or found["edition"] == one[2].get("edition", "")]
        placed = [one for one in fits if unit[1] is not None or level(one[1]) == "headquarters"]
        if not fits:
            idle("edition")
        elif unit[0] is None:
            idle("agency")
        elif not placed:
            idle("place")
        elif "date" not in found:
            idle("date")
        elif register.not_after(found["date"]):
            word = result(found, idle)
            shown = any(text.strip() for text in found.get("evidence", []))
            lacks = [word for word, has in (("evidence", shown), ("reviewer", found.get("reviewer") in register.posts)) if not has]
            for at, requirement, _ in placed:
                where = (unit[0], None) if level(requirement) == "headquarters" else unit
                said = word if in_date(register, found, requirement) else "not_known"
                looked_at.setdefault((where, at), []).append((span(found["date"]), said, lacks, found))
    counting = {}
    for key, all_of_it in looked_at.items():
        greatest = max(first for (first, _), *_ in all_of_it)
        latest = [one for one in all_of_it if one[0][1] >= greatest]
        counting[key] = max(latest, key=lambda one: WORST_LAST.index(one[1]))[1:]
    return counting


def result(found, idle):
    """What it says, where it may say so."""
    result = found.get("result")
    if result not in ("met", "partly", "unmet", "not_applicable", "waived"):
        idle("result")
        return "not_known"
    if result == "waived" and not {"approver", "until"} <= found.keys():
        idle("until" if "approver" in found else "approver")
        return "not_known"
    if result == "not_applicable" and not found.get("reason", "").strip():
        idle("reason")
        return "not_known"
    return result


def in_date(register, found, requirement):
    if "until" in found:
        return register.day[1] <= span(found["until"])[1]
    end = after(found["date"], requirement["review"]) if "review" in requirement else None
    return end is None or register.day[0] <= end


def all_offices(register, adopted, answers):
    makers = [record for table in ("programmes", "exposures") for record in register.all(table)]
    makers += [post for post in register.all("posts") if post.get("level") == "local"]
    ended = lambda record: "until" in record and span(record["until"])[1] < register.day[0]
    open_or_due = {register.unit(record) for record in makers if not ended(record)}
    closed = {register.unit(record) for record in makers} - open_or_due
    found = {register.unit(record) for record in makers if register.holds(record)}
    found |= {unit for unit, at in answers if level(adopted.asked[at][1]) not in ("headquarters", "regional") and unit not in closed}
    found = {unit for unit in found if None not in unit}
    within = {(agency, around) for agency, place in found for around in register.around(place)}
    found |= {one["unit"] for one in adopted.adoptions if one["unit"][1] is not None and one["unit"] not in within}
    order = {name: nth for nth, name in enumerate([*register.agency, *register.place])}
    return sorted(found, key=lambda unit: (order[unit[0]], order[unit[1]]))


class Assessing:
    def __init__(self, register, adopted, answers):
        self.register, self.adopted, self.answers = register, adopted, answers

    def unit(self, unit):
        adoptions = self.adopted.of(unit, self.register)
        agency, place = unit
        always = [("function", FUNCTIONS)] if place is None else [("sector", SECTORS), ("field", FIELDS)]
        groups = {(by, name): empty() for by, names in [*always, ("approach", ("system", "community"))] for name in names}
        gaps, not_known, unproven, overdue, asking, carried = [], [], [], 0, [], []
        for at, (name, requirement, catalog) in enumerate(self.adopted.asked):
            mine = [one for one in adoptions if one["catalog"] is catalog]
            if not mine or (level(requirement) == "headquarters") != (place is None):
                continue
            asking.append(catalog)
            changes = [change for one in mine for where, change in one["tailored"] if where == at]
            forces = [change for change in changes if change != "left_out"]
            force = forces[-1] if forces else "should" if requirement.get("force") == "should" else "must"
            said, lacks, record = self.answer(unit, at) or ("not_known", [], None)
            others = self.carried(unit, at) if record is None else []
            if others:
                other, (said, lacks, record) = max(others, key=lambda one: WORST_LAST.index(one[1][0]))
            if "left_out" in changes or not self.applies(unit, requirement.get("applies", {}), catalog):
                said = "not_applicable"
            elif others:
                carried.append((name, self.adopted.asked[other][0], said, record["id"]))
            for key in keys(requirement, catalog):
                groups.setdefault(key, empty())[force][said] += 1
            if force == "must":
                since = min((one["since"] for one in mine if one["since"]), key=lambda date: span(date)[1], default=None)
                within = requirement.get("within")
                end = after(since, within) if since and within else None
                late = end is not None and end < self.register.day[0]
                if said == "met" and lacks:
                    unproven.append((name, record["id"], lacks))
                elif said not in ("met", "not_applicable"):
                    overdue += late
                    (not_known if said == "not_known" else gaps).append((name, said, record and record["id"], late))
        own = [("function", name) for name in FUNCTIONS] if place is None else [("sector", name) for name in SECTORS]
        asked = [key for key in groups if key[0] in ("sector", "function") and any(groups[key]["must"].values())]
        parts = {key: state(groups[key]) for key in own + asked}
        weakest = min(parts.values(), key=("gap", "not_known", "holds").index)
        names = [found["name"] for found in standings(groups) if (found["by"], found["name"]) in parts and found["state"] == weakest]
        return {
            "agency": agency, "place": place, "state": weakest, "weakest": [] if weakest == "holds" else names,
            "adoptions": [one["id"] for one in adoptions], "groups": groups, "gaps": gaps,
            "not_known": not_known, "unproven": unproven, "without_evidence": sum("evidence" in lacks for *_, lacks in unproven),
            "overdue": overdue, "others": None, "asking": asking, "carried": carried,
        }

    def answer(self, unit, at):
        agency, place = unit
        places = self.register.around(place) if level(self.adopted.asked[at][1]) == "regional" else [place]
        return next((self.answers[(agency, one), at] for one in places if ((agency, one), at) in self.answers), None)

    def carried(self, unit, at):
        """What was found of requirements that are mapped to this one, as far as it carries over."""
        found, asked = [], self.adopted.asked
        name, requirement, catalog = asked[at]
        for mapping in (one for known in self.register.meant for one in known.get("mappings", [])):
            ways = [(mapping["from"], mapping["to"])]
            if mapping["degree"] == "equal":
                ways.append((mapping["to"], mapping["from"]))
            for source, target in ways:
                if target != name or at not in self.adopted.by_name.get(name, []):
                    continue
                for where in self.adopted.by_name.get(source, []):
                    alike = (level(asked[where][1]) == "headquarters") == (level(requirement) == "headquarters")
                    answer = self.answer(unit, where)
                    carries = {"equal": ("met", "partly", "unmet"), "covers": ("met",)}.get(mapping["degree"], ())
                    if alike and asked[where][2] is not catalog and answer and answer[0] in carries:
                        found.append((where, answer))
        return found

    def there(self, table, unit):
        """The records of the agency that hold, in the place and in all places within."""
        agency, place = unit
        found = [one for one in self.register.all(table) if self.register.holds(one) and one.get("agency") == agency]
        return [one for one in found if place is not None and place in self.register.around(one.get("place"))]

    def applies(self, unit, when, catalog):
        register, (agency, place) = self.register, unit
        one_of = lambda kind, wanted, field: any(term in wanted for term in register.broader(field, kind))
        kind = register.agency[agency].get("kind")
        if when.get("agencies") and kind is not None and not one_of(kind, when["agencies"], "agencies.kind"):
            return False
        kind = register.place.get(place, {}).get("kind")
        if when.get("places") and kind is not None and not one_of(kind, when["places"], "places.kind"):
            return False
        assets = self.there("assets", unit)
        if when.get("assets") and assets:
            if not any("kind" not in one or one_of(one["kind"], when["assets"], "assets.kind") for one in assets):
                return False
        exposures = self.there("exposures", unit)
        if "staff_at_least" in when and exposures:
            counts = [people.get("count") for one in exposures for people in one.get("people", [])]
            most = [count.get("high") if isinstance(count, dict) else count for count in counts]
            if None not in most and sum(most) < when["staff_at_least"]:
                return False
        return "level_at_least" not in when or self.has_level(unit, when["level_at_least"], catalog)

    def has_level(self, unit, least, catalog):
        register, (agency, place) = self.register, unit
        scale = least["scale"] if ":" in least["scale"] else f"{catalog.get('id', '')}:{least['scale']}"
        of, name = scale.split(":", 1)
        named = [one for one in register.catalogs if one.get("id", "") == of][-1:]
        found = [one for one in named for one in one.get("scales", []) if one.get("id") == name]
        levels = [one.get("id") for one in found[0].get("levels", [])] if found else []
        if least["level"] not in levels:
            return True
        for around in register.around(place):
            known = [
                one for one in register.all("assessments")
                if register.unit(one) == (agency, around) and register.holds(one) and "concluded" in one
                and register.not_after(one["concluded"]) and one.get("level", {}).get("scale") == scale
            ]
            if known:
                latest = max(enumerate(known), key=lambda one: (span(one[1]["concluded"])[1], one[0]))[1]["level"]["level"]
                return latest not in levels or levels.index(latest) >= levels.index(least["level"])
        return True


def keys(requirement, catalog):
    """The groups to which a requirement belongs."""
    sector, function = requirement.get("sector"), requirement.get("function")
    found = [("sector", sector if sector is not None or function is not None else "unplaced")]
    found += [("field", requirement.get("field")), ("function", function), ("level", level(requirement))]
    found += [("standard", catalog.get("id", ""))]
    approach = requirement.get("approach")
    found += [("approach", name) for name in ("system", "community") if approach in (name, "both")]
    return [key for key in found if key[1] is not None]
