"""Compare the library with the reader that was written from docs/format.md alone.

    python tests/independent/from_page/compare.py [FILE or FOLDER… | --made COUNT]

With `--made` so many documents that made.py makes of the page. Without any: the sample, the documents of the vectors and
the fixtures, tidy and dirty ones. Compared are whether a document opens, and if so every finding in its order (code,
severity, subject, path, facts, fix; not the words of `expected` and `found` of what can't be read, which the page leaves
free), all counts, what is capped, every trace, and the digest of the canonical bytes: each without a date, and as of one.
Needs the package `isms`.
"""

import collections
import itertools
import json
import pathlib
import sys

import isms
import made
import reader

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
FREE = ("wrong_type", "out_of_range")
SHOWN = 4000        # characters of a difference
# The dates of the second check, by turns: a year, a month, a day, a second.
AS_OF = ("2028", "2026-03", "2026-03-14", "2026-03-14T12:00:00+01:00", "2024-12-31")


def documents(named):
    """Name and bytes of each."""
    if named[:1] == ["--made"]:
        return made.documents(int(named[1]))
    return ((path.name, path.read_bytes()) for path in (files(named) if named else own()))


def files(named):
    for path in map(pathlib.Path, named):
        yield from sorted(path.glob("*.json")) if path.is_dir() else [path]


def own():
    yield ROOT / "isms-core" / "sample" / "register.json"
    yield from sorted((ROOT / "tests" / "vectors" / "documents").glob("*.json"))
    yield from sorted(path for path in (ROOT / "tests" / "fixtures" / "v1").glob("*.json")
                      if not path.name.endswith(".expected.json"))


def finding(found):
    facts = {name: fact for name, fact in found["facts"].items()
             if found["code"] not in FREE or name not in ("expected", "found")}
    return {key: found[key] for key in ("code", "severity", "subject", "path", "fix")} | {"facts": facts}


def ours(data, ids, as_of):
    """What the library says, in the form of the reader."""
    try:
        register = isms.Register.open(data)
    except isms.Refused as refused:
        return {"refused": {"code": refused.finding["code"], "path": refused.finding["path"]}}
    check = register.check(as_of)
    traces = {id: {key: value for key, value in register.trace(id).items() if key != "label"} for id in ids}
    return {"findings": [finding(found) for found in check["findings"]], "counts": check["counts"],
            "capped": check["capped"], "traces": traces, "canonical_sha256": register.digest()}


def apart(own, theirs):
    """Both without the beginning and the end that they have in common, if they are lists."""
    if not (isinstance(own, list) and isinstance(theirs, list)):
        return own, theirs
    shorter = min(len(own), len(theirs))
    first = next((at for at in range(shorter) if own[at] != theirs[at]), shorter)
    last = next((at for at in range(shorter - first) if own[-1 - at] != theirs[-1 - at]), shorter - first)
    return own[first:len(own) - last], theirs[first:len(theirs) - last]


def shown(value):
    text = str(value)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def main():
    personal = reader.Personal(reader.WORDS_FILE)
    compared = findings = traces = different = 0
    by_code = collections.Counter()
    for (name, data), date in zip(documents(sys.argv[1:]), itertools.cycle(AS_OF)):
        compared += 1
        for as_of in (None, date):
            theirs = json.loads(reader.write(reader.answer(data, personal, as_of)))
            if "findings" in theirs:
                theirs["findings"] = [finding(found) for found in theirs["findings"]]
            own = ours(data, theirs.get("traces", ()), as_of)
            findings += len(theirs.get("findings", ()))
            traces += len(theirs.get("traces", ()))
            by_code.update(found["code"] for found in theirs.get("findings", ()))
            by_code["set aside"] += sum(theirs["counts"]["acknowledged"].values()) if "counts" in theirs else 0
            for part in sorted(own.keys() | theirs.keys()):
                if own.get(part) != theirs.get(part):
                    different += 1
                    library, page = apart(own.get(part), theirs.get(part))
                    print(f"{name} as of {as_of}: {part}\n  the library: {shown(library)}\n  the page:    {shown(page)}")
    print("  " + ", ".join(f"{code} {by_code[code]}" for code in [*reader.SEVERITY, "set aside"]))
    print(f"a reader from the page: {compared} documents, each without and with a date, {findings} findings and "
          f"{traces} traces compared, {different} different")
    # What is asked for by name may be one document; fewer than ten of ours means that some were not found.
    if different or compared < (1 if sys.argv[1:] else 10):
        sys.exit(1)


if __name__ == "__main__":
    main()
