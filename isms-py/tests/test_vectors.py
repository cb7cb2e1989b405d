"""Python answers all vectors as every other language does.

A case is a document, a request and the answer, or the refusal. The digest is taken of the raw
answers, so that equal digests of two languages mean equal bytes.
"""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypedDict, cast

import isms
from conftest import ROOT
from isms import records, types
from test_types import check

VECTORS = ROOT / "tests" / "vectors"


class Listed(TypedDict):
    """The answer of `catalogs`."""

    catalogs: list[types.CatalogSummary]


# The typed call of each question, and the type of its answer. A question that is missing here
# fails: it has no typed call yet.
TYPED: dict[str, tuple[Callable[..., Any], Any]] = {
    "trace": (isms.Register.trace, types.Trace),
    "paths": (isms.Register.paths, types.Paths),
    "common_causes": (isms.Register.common_causes, types.CommonCauses),
    "broken_traces": (isms.Register.broken_traces, types.BrokenTraces),
    "check": (isms.Register.check, types.Findings),
    "review": (isms.Register.review, types.Review),
    "explain": (lambda _, code: isms.explain(code), types.Explanation),
    "schema": (lambda _: isms.schema(), Any),
    "record": (lambda register, id: {"label": register.label_of(id), "record": json.loads(register.json(id))}, Any),
    "ancestors": (lambda register: ancestors(register), Any),
    "assess": (lambda register, **asked: register.assess(**pairs(asked)), types.Assessed),
    "diff": (lambda register, **asked: register.diff(**pairs(asked)), types.Changes),
    "meeting": (lambda register, **asked: register.meeting(**pairs(asked)), types.Meeting),
    "go_no_go": (isms.Register.go_no_go, types.GoNoGo),
    "migrate": (lambda register, **asked: register.migrate(**pairs(asked)), types.Migration),
    "catalogs": (lambda _, language="en", catalogs=None: {"catalogs": isms.catalogs(language, own=catalogs)}, Listed),
    "catalog": (lambda _, id, edition=None, catalogs=None: isms.catalog(id, edition, own=catalogs), types.Catalog),
    "check_catalog": (lambda _, catalog, catalogs=None: isms.check_catalog(catalog, own=catalogs), types.Findings),
    "digest": (lambda register, id=None: digest(register, id), Any),
}


def pairs(asked: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a request, with offices as pairs."""
    if "offices" in asked:
        asked["offices"] = [(office["agency"], office["place"]) for office in asked["offices"]]
    return asked


def digest(register: isms.Register, id: str | None) -> dict[str, Any]:
    if id is not None:
        return {"label": register.label_of(id), "digest": register.digest_of(id)}
    # The label of a whole register has no typed call.
    return {**register.ask({"ask": "digest"}), "digest": register.digest()}


def ancestors(register: isms.Register) -> dict[str, Any]:
    found = register.ancestors()
    rows = {name: cast(memoryview, getattr(found, name)).tolist() for name in ("losses", "offsets", "rows")}
    return {"label": found.label, **rows}


def cases() -> list[Path]:
    """All cases, sorted by their path."""
    return sorted(path for path in VECTORS.glob("*/*.json") if path.parent.name != "documents")


def run(path: Path) -> str:
    """Runs a case, and returns its line of the digest."""
    case = json.loads(path.read_text(encoding="utf-8"))
    keys = case.keys() - {"edits"}
    assert keys in ({"about", "register", "request", "answer"}, {"about", "register", "request", "refusal"})
    try:
        register = isms.Register.open((VECTORS / "documents" / case["register"]).read_bytes())
        for one in case.get("edits", []):
            edit(register, one)
        text = "null" if case["request"] is None else register.ask_text(json.dumps(case["request"]))
    except isms.Refused as refused:
        finding = refused.finding
        assert {"code": finding["code"], "path": finding["path"]} == case.get("refusal")
        check(finding, types.Finding)
        return f"{finding['code']} {finding['path']}\n"
    # As text, because Python holds 1, 1.0 and True for equal.
    assert as_text(json.loads(text)) == as_text(case["answer"])
    if case["request"] is not None:
        assert as_text(typed(register, **case["request"])) == as_text(case["answer"])
    return text + "\n"


def edit(register: isms.Register, one: dict[str, Any]) -> None:
    """Makes an edit: an object of one key."""
    ((name, what),) = one.items()
    if name in ("insert", "replace"):
        getattr(register, name)(what["kind"], what["record"])
    elif name == "extend":
        register.extend((entry["kind"], entry["record"]) for entry in what)
    elif name == "apply":
        register.apply(register.check() if what == "check" else what)
    elif name == "set":
        for field, value in what.items():
            setattr(register, field, value)
    else:
        assert name == "remove"
        register.remove(what)


def typed(register: isms.Register, ask: str, **arguments: Any) -> object:
    """The answer of the typed call, held against its type."""
    call, expected = TYPED[ask]
    answer = call(register, **arguments)
    if ask == "catalog" and any(isms.check_catalog(own)["counts"]["error"] for own in arguments.get("catalogs", [])):
        # What is wrong in a catalogue comes back as it came.
        expected = Any
    check(answer, expected)
    return answer


def as_text(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def test_vectors() -> None:
    paths = cases()
    assert paths, f"no case in {VECTORS}"
    digest = hashlib.sha256()
    faults = []
    for path in paths:
        try:
            digest.update(run(path).encode())
        except Exception as fault:
            faults.append(f"{path.relative_to(VECTORS)}: {fault!r}")
    assert not faults, "\n".join(faults)
    if out := os.environ.get("ISMS_VECTORS_OUT"):
        Path(out).write_text(f"python {len(paths)} {digest.hexdigest()}\n", encoding="utf-8")


def test_a_wrong_answer_is_seen(sample: isms.Register) -> None:
    answer = json.loads((VECTORS / "trace" / "loss.json").read_text(encoding="utf-8"))["answer"]
    assert as_text(answer) != as_text({**answer, "complete": int(answer["complete"])})
    assert as_text(answer) != as_text({**answer, "broken": [{}]})


def test_every_kind_is_in_a_document() -> None:
    """The documents of the vectors open, and their records have their types."""
    valley = isms.Register.open((VECTORS / "documents" / "valley.json").read_bytes())
    for loss in valley.records("losses"):
        check(loss, records.Loss)
