"""The text of a record as it is saved: its fields in their order, without what is empty; what has a fault as it stands."""

import json

from from_page.page import Page

PAGE = Page()
FAULTS = ("wrong_type", "out_of_range", "repeated_key", "unknown_field", "personal_field")


def written(record, findings):
    """Return the line of a record, given all findings of its register."""
    faulty = any(code in FAULTS and (path + "/").startswith(record.path + "/") for code, _, _, path in findings)
    if faulty:
        return compact(record.value, pairs=True)
    types = PAGE.kinds[record.kind][1]
    known = [(field, in_order(record.fields[field], types[field])) for field in types if field in record.fields]
    unknown = [(key, value) for key, value in record.value.pairs if key not in types]
    kept = [(field, value) for field, value in known if value not in ([], {}) and (field, value) != ("title", "")]
    return compact(dict(kept + unknown))


def in_order(value, type_):
    """Return a value with the keys of its parts in order; of the types that the vectors have in assessments."""
    name, _, of = type_.partition(" ")
    if name == "list":
        return [in_order(item, of) for item in value]
    if name == "part":
        keys = PAGE.parts[of.split()[0]][0]
        return {key: value[key] for key in keys if key in value and value[key] != []}
    if name == "label" and isinstance(value, dict):
        whole = {key: value[key] for key in ("tlp", "audience", "personal") if key in value}
        return value["tlp"] if len(whole) == 1 else whole
    return value


def compact(value, pairs=False):
    """Return JSON without blanks; with keys that stand twice, if all are wanted."""
    if isinstance(value, dict):
        members = value.pairs if pairs else value.items()
        return "{" + ",".join(f"{compact(key)}:{compact(item, pairs)}" for key, item in members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(compact(item, pairs) for item in value) + "]"
    return getattr(value, "text", None) or json.dumps(value, ensure_ascii=False)
