"""Compare the library with the reader that was written from docs/format.md alone.

    python tests/independent/from_page/compare.py [FILE or FOLDER…]

Without any: the sample, the documents of the vectors and the fixtures, tidy and dirty ones. Compared are whether a
document opens, and if so every finding in its order (code, severity, subject, path, facts, fix; not the words of
`expected` and `found` of what can't be read, which the page leaves free), all counts, what is capped, every trace, and
the digest of the canonical bytes. Needs the package `isms`.
"""

import json
import pathlib
import sys

import isms
import reader

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
FREE = ("wrong_type", "out_of_range")


def documents(named):
    if named:
        for path in map(pathlib.Path, named):
            yield from sorted(path.glob("*.json")) if path.is_dir() else [path]
        return
    yield ROOT / "isms-core" / "sample" / "register.json"
    yield from sorted((ROOT / "tests" / "vectors" / "documents").glob("*.json"))
    yield from sorted(path for path in (ROOT / "tests" / "fixtures" / "v1").glob("*.json")
                      if not path.name.endswith(".expected.json"))


def finding(found):
    facts = {name: fact for name, fact in found["facts"].items()
             if found["code"] not in FREE or name not in ("expected", "found")}
    return {key: found[key] for key in ("code", "severity", "subject", "path", "fix")} | {"facts": facts}


def ours(data, ids):
    """What the library says, in the form of the reader."""
    try:
        register = isms.Register.open(data)
    except isms.Refused as refused:
        return {"refused": {"code": refused.finding["code"], "path": refused.finding["path"]}}
    check = register.check()
    traces = {id: {key: value for key, value in register.trace(id).items() if key != "label"} for id in ids}
    return {"findings": [finding(found) for found in check["findings"]], "counts": check["counts"],
            "capped": check["capped"], "traces": traces, "canonical_sha256": register.digest()}


def main():
    personal = reader.Personal(reader.WORDS_FILE)
    compared = findings = traces = different = 0
    for path in documents(sys.argv[1:]):
        data = path.read_bytes()
        theirs = json.loads(reader.write(reader.answer(data, personal)))
        if "findings" in theirs:
            theirs["findings"] = [finding(found) for found in theirs["findings"]]
        own = ours(data, theirs.get("traces", ()))
        compared += 1
        findings += len(theirs.get("findings", ()))
        traces += len(theirs.get("traces", ()))
        for part in sorted(own.keys() | theirs.keys()):
            if own.get(part) != theirs.get(part):
                different += 1
                print(f"{path.name}: {part}\n  the library: {own.get(part)}\n  the page:    {theirs.get(part)}")
    print(f"a reader from the page: {compared} documents, {findings} findings and {traces} traces compared, "
          f"{different} different")
    # What is asked for by name may be one document; fewer than ten of ours means that some were not found.
    if different or compared < (1 if sys.argv[1:] else 10):
        sys.exit(1)


if __name__ == "__main__":
    main()
