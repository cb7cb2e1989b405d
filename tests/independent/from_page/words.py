"""Words that no taxonomy has (section 10, `unknown_term`): the catalogues are read as they are bundled."""
import json
import pathlib
from functools import cache

from texts import cut

CATALOGS = pathlib.Path(__file__).resolve().parents[3] / "isms-core" / "catalog"
BUNDLED = ("terms", "awsd", "insecurity-insight")
# Their words are the library's own, and found on their own.
APART = {"incidents.consent", "measures.status"}


@cache
def vocabulary():
    """By field: the names of its taxonomies, its terms in their order, and all words that are known."""
    fields = {}
    for name in BUNDLED:
        catalog = json.loads((CATALOGS / f"{name}.json").read_text(encoding="utf-8"))
        for taxonomy in catalog["taxonomies"]:
            for field in set(taxonomy["fields"]) - APART:
                names, terms, known = fields.setdefault(field, ([], {}, set()))
                names.append(f"{catalog['id']}:{taxonomy['id']}")
                for term in taxonomy["terms"]:
                    terms.setdefault(term["id"])
                    known |= {term["id"], term.get("code", term["id"])}
    return fields


def escaped(key):
    return key.replace("~", "~0").replace("/", "~1")


def texts(value, field):
    """(field, pointer, text) of each text of a value that knows where it stands."""
    if isinstance(value, str):
        if hasattr(value, "path"):
            yield field, value.path, str(value)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts(one, f"{field}.{key}")
    elif isinstance(value, list):
        for one in value:
            yield from texts(one, field)


def words_of(row):
    for name, value in row.fields.items():
        if name == "affected":
            for by, counts in value.items():
                for term in counts:
                    yield f"{row.table}.affected.{by}", f"{row.path}/affected/{escaped(by)}/{escaped(term)}", term
        elif name not in ("causes", "labels"):
            yield from texts(value, f"{row.table}.{name}")


def unlisted(row):
    """In the order of the pointers."""
    fields = vocabulary()
    found = [(path, field, word) for field, path, word in words_of(row) if field in fields and word not in fields[field][2]]
    return sorted(found, key=lambda one: one[0].encode("utf-8"))


def near(names, word):
    """The fact `near`, if one of the names is much like the word: of equally like ones the last."""
    from reader import likeness         # which reads this file
    if len(word.encode("utf-8")) > 32:
        return {}
    lower = word.lower()
    like, _, name = max(((likeness(name, lower), place, name) for place, name in enumerate(names)), default=(0, 0, None))
    return {"near": name} if like >= 0.9 else {}


def check(register, aside):
    """`aside`: the rows for which such findings are set aside."""
    groups = {}
    for row in register.rows:
        for path, field, word in unlisted(row):
            if row in aside:
                register.add("unknown_term", path, row)
            else:
                groups.setdefault((field, word), []).append((path, row))
    for (field, word), places in groups.items():
        path, first = places[0]
        row = first if all(row is first for _, row in places) else None
        facts = {"found": cut(word), "field": field, "taxonomies": vocabulary()[field][0], "places": len(places)}
        register.add("unknown_term", path, row, facts | near(vocabulary()[field][1], word))
