"""Names of standards and requirements that no catalogue has (section 10, `unknown_standard`)."""
import json
from functools import cache

from texts import cut
from words import CATALOGS, near

BUNDLED = ("isms", "unsms", "red-cross", "human-security", "terms", "awsd", "insecurity-insight")


@cache
def at_hand():
    """Editions of standards and requirements, in the order of the catalogues; the levels of scales by name."""
    editions, requirements, scales = [], [], {}
    for name in BUNDLED:
        catalog = json.loads((CATALOGS / f"{name}.json").read_text(encoding="utf-8"))
        editions.append((catalog["id"], catalog.get("edition", "")))
        requirements += [f"{catalog['id']}:{found['id']}" for found in catalog.get("requirements", [])]
        scales |= {f"{catalog['id']}:{scale['id']}": [level["id"] for level in scale["levels"]] for scale in catalog.get("scales", [])}
    return editions, requirements, scales


def named(row):
    """(pointer, name, edition) of each standard, (pointer, name, None) of each requirement."""
    fields = row.fields
    if row.table in ("adoptions", "agreements") and "standard" in fields:
        yield f"{row.path}/standard", fields["standard"], fields.get("edition") if row.table == "adoptions" else None, False
    if row.table == "verifications" and "requirement" in fields:
        yield f"{row.path}/requirement", fields["requirement"], None, True
    if row.table == "evaluations":
        for lapse in fields.get("lapses", []):
            if "requirement" in lapse:
                yield lapse["requirement"].path, lapse["requirement"], None, True


def levels(row):
    """Those that are named, as texts with their places."""
    for table, key in (("assessments", "level"), ("decisions", "level"), ("strategies", "acceptable_risk")):
        if row.table == table and key in row.fields:
            yield f"{row.path}/{key}", row.fields[key]


def lacking_level(path, found):
    known = at_hand()[2].get(found["scale"])
    if known is None:
        return "scale", str(found["scale"]), f"{path}/scale"
    return None if found["level"] in known else ("level", f"{found['scale']} {found['level']}", f"{path}/level")


def lacking(path, name, edition, is_requirement):
    """What no catalogue has: its sort, its name, and where it is found; nothing if one has it."""
    editions, requirements, _ = at_hand()
    standards = {standard for standard, _ in editions}
    standard = name.split(":", 1)[0] if ":" in name or not is_requirement else None
    if is_requirement and (standard is None or standard in standards):
        return None if name in requirements else ("requirement", str(name), path)
    name = standard if is_requirement else str(name)
    if name not in standards:
        return "standard", str(name), path
    if edition is not None and (name, edition) not in editions:
        return "edition", f"{name} {edition}", path.removesuffix("standard") + "edition"
    return None


def names(sort):
    """The names that one of a sort may be meant for: of standards and requirements alone."""
    editions, requirements, _ = at_hand()
    return {"standard": [standard for standard, _ in editions], "requirement": requirements}.get(sort, [])


def check(register, aside):
    """`aside`: the rows for which such findings are set aside."""
    groups = {}
    for row in register.rows:
        found_here = [lacking(*one) for one in named(row)] + [lacking_level(*one) for one in levels(row)]
        for found in filter(None, found_here):
            sort, name, path = found
            if row in aside:
                register.add("unknown_standard", path, row)
            else:
                groups.setdefault((sort, name), []).append((path, row))
    for (sort, name), places in groups.items():
        path, first = places[0]
        row = first if all(row is first for _, row in places) else None
        register.add("unknown_standard", path, row, {"found": cut(name), "places": len(places)} | near(names(sort), name))
