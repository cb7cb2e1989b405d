#!/usr/bin/env python3
"""Recounts what the command makes of OSCAL files, and what it says of a register that adopted one of them.

    recount.py ISMS DATA_FOLDER WORK_FOLDER

ISMS is the command, DATA_FOLDER holds the published files, WORK_FOLDER takes what is made. Plain Python on the published
files and on what was written; it shares nothing with the library. It recounts groups, controls, enhancements, withdrawn ones,
parameters, parts and links; writes the text of every requirement again; resolves the profiles; makes a register with a
hundred verifications in all results, and counts what is met from its records. Exits 1 on any difference.
"""

import collections
import itertools
import json
import pathlib
import re
import subprocess
import sys

NIST = "nist/NIST_SP-800-53_rev5_catalog_5.0.1.json"
LOW = "nist/NIST_SP-800-53_rev5_LOW-baseline_profile.json"
RESOLVED = "nist/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json"
CATALOGS = [NIST, RESOLVED, "other/e8_catalog.json", "other/hipaa_catalog.json", "examples/basic-catalog.json"]
PROFILES = {
    LOW: NIST,
    "nist/NIST_SP-800-53_rev5_MODERATE-baseline_profile.json": NIST,
    "fedramp/FedRAMP_rev5_LI-SaaS-baseline_profile.json": NIST,
    "other/rhel9-e8-base_profile.json": "other/e8_catalog.json",
    "other/rhel9-hipaa-base_profile.json": "other/hipaa_catalog.json",
    "other/rhel9-hipaa-addressable_profile.json": "other/hipaa_catalog.json",
    "other/rhel9-hipaa-required_profile.json": "other/hipaa_catalog.json",
}


class Comparison:
    """Counts what was compared and prints what differs."""

    def __init__(self):
        self.compared = self.different = 0

    def figure(self, name, found, expected):
        self.compared += 1
        if found != expected:
            self.different += 1
            print(f"DIFFERENT {name}: found {str(found)[:300]}, expected {str(expected)[:300]}")


def load(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def groups_in(group):
    for inner in group.get("groups", []):
        yield inner
        yield from groups_in(inner)


def controls_in(group):
    """Controls and those within them, each with the number of controls around it."""
    for inner in group.get("groups", []):
        yield from controls_in(inner)
    pending = [(control, 0) for control in reversed(group.get("controls", []))]
    while pending:
        control, depth = pending.pop()
        yield control, depth
        pending += [(inner, depth + 1) for inner in reversed(control.get("controls", []))]


def within(thing, key):
    for inner in thing.get(key, []):
        yield inner
        yield from within(inner, key)


def is_withdrawn(control):
    return any(prop["name"] == "status" and prop["value"].lower() == "withdrawn" for prop in control.get("props", []))


def figures(catalog):
    """The totals of a catalogue, counted from the file."""
    groups, controls = list(groups_in(catalog)), list(controls_in(catalog))
    things = groups + [control for control, _ in controls]
    parts = [part for thing in things for part in within(thing, "parts")]
    return {
        "groups": len(groups),
        "controls": sum(depth == 0 for _, depth in controls),
        "enhancements": sum(depth > 0 for _, depth in controls),
        "withdrawn": sum(is_withdrawn(control) for control, _ in controls),
        "requirements": sum(not is_withdrawn(control) for control, _ in controls),
        "parameters": sum(len(thing.get("params", [])) for thing in [catalog, *things]),
        "parts": len(parts),
        "links": sum(len(thing.get("links", [])) for thing in things + parts),
        "resources": len(catalog.get("back-matter", {}).get("resources", [])),
    }


INSERT = re.compile(r"\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}")


def inserted(text, params):
    def stand_in(match):
        param = params.get(match.group(1))
        if param is None:
            return match.group(0)
        if param.get("values"):
            return ", ".join(param["values"])
        if "select" in param:
            several = param["select"].get("how-many") == "one-or-more"
            choices = "; ".join(inserted(choice, params) for choice in param["select"]["choice"])
            return f"[{'one or more of' if several else 'one of'}: {choices}]"
        return f"[{param.get('label', param['id'])}]"

    return INSERT.sub(stand_in, text)


def words(text):
    return " ".join(text.split())


def statement(part, params):
    labels = [prop["value"] for prop in part.get("props", []) if prop["name"] == "label" and "class" not in prop]
    texts = [words(inserted(part[key], params)) for key in ("title", "prose") if key in part]
    yield from [" ".join([*labels[:1], *texts])] if labels[:1] + texts else []
    for item in part.get("parts", []):
        if item["name"] in ("item", "statement"):
            yield from statement(item, params)


def text_of(control, params):
    parts = [part for part in control.get("parts", []) if part["name"] == "statement"]
    said = " ".join(piece for part in parts for piece in statement(part, params))
    title = words(inserted(control["title"], params))
    return ": ".join(filter(None, [title, said]))


def params_of(catalog):
    things = [catalog, *groups_in(catalog), *(control for control, _ in controls_in(catalog))]
    return {param["id"]: param for thing in reversed(things) for param in reversed(thing.get("params", []))}


class Command:
    def __init__(self, program, data, work):
        self.program, self.data, self.work = program, pathlib.Path(data), pathlib.Path(work)

    def ask(self, *arguments):
        run = subprocess.run([self.program, *map(str, arguments), "--json"], capture_output=True, check=False)
        if run.returncode != 0:
            sys.exit(f"{arguments}: {run.stderr.decode()}")
        return json.loads(run.stdout)

    def import_oscal(self, file, *more):
        out = self.work / (pathlib.Path(file).stem + ".catalog.json")
        answer = self.ask("import", "oscal", self.data / file, "-o", out, "--force", *more)
        return answer, load(out)


def compare_catalog(compare, command, file):
    catalog = load(command.data / file)["catalog"]
    answer, made = command.import_oscal(file)
    expected = figures(catalog)
    for name, count in expected.items():
        compare.figure(f"{file} {name}", answer["totals"][name], count)
    compare.figure(f"{file} rows", answer["rows"], expected["controls"] + expected["enhancements"])
    active = [control for control, _ in controls_in(catalog) if not is_withdrawn(control)]
    gone = [control["id"] for control, _ in controls_in(catalog) if is_withdrawn(control)]
    compare.figure(f"{file} ids", [found["id"] for found in made["requirements"]], [control["id"] for control in active])
    changes = [was for change in made.get("replaces", {}).get("changes", []) for was in change["was"]]
    compare.figure(f"{file} withdrawn ids", changes, gone)
    params = params_of(catalog)
    for control, found in zip(active, made["requirements"]):
        compare.figure(f"{file} {control['id']}", found["text"]["en"], text_of(control, params))


def compare_profile(compare, command, file, source):
    profile = load(command.data / file)["profile"]
    named = [id for imported in profile["imports"] for chosen in imported["include-controls"] for id in chosen["with-ids"]]
    catalog = load(command.data / source)["catalog"]
    expected = [control["id"] for control, _ in controls_in(catalog) if control["id"] in set(named)]
    answer, made = command.import_oscal(file, "--source", command.data / source)
    compare.figure(f"{file} ids", [found["id"] for found in made["requirements"]], expected)
    compare.figure(f"{file} count", answer["totals"]["requirements"], len(set(named)))
    return [found["id"] for found in made["requirements"]]


def register_of(made):
    """A register that adopted the standard, with a hundred verifications in all results."""
    ids = [found["id"] for found in made["requirements"]]
    results = itertools.cycle(["met", "partly", "unmet", "waived", "not_applicable"])
    verifications = []
    for id, result in zip(ids[3::10][:100], results):
        found = {"id": f"v-{id}", "title": f"Look at {id}", "agency": "ours", "place": "valley", "date": "2026-03-14"}
        found |= {"requirement": f"{made['id']}:{id}", "result": result, "reason": "So it is."}
        if result == "waived":
            found |= {"approver": "head", "until": "2026-12-31"}
        verifications.append(found)
    adoption = {"id": "adopted", "title": "Adopted", "agency": "ours", "place": "valley", "standard": made["id"]}
    return {
        "isms": "1",
        "id": "made",
        "title": "Made up",
        "agencies": [{"id": "ours", "title": "Our agency"}],
        "places": [{"id": "valley", "title": "The valley", "kind": "area"}],
        "posts": [{"id": "head", "title": "Head of office"}],
        "adoptions": [adoption | {"edition": made["edition"]}],
        "verifications": verifications,
    }


def compare_results(compare, command):
    """Adopts, verifies, assesses, exports, and counts from the records alone."""
    _, made = command.import_oscal(NIST, "--name", "sp800-53")
    catalog = command.work / (pathlib.Path(NIST).stem + ".catalog.json")
    register = register_of(made)
    path, results = command.work / "register.json", command.work / "results.json"
    path.write_text(json.dumps(register), encoding="utf-8")
    expected = collections.Counter(found["result"] for found in register["verifications"])
    expected["not_known"] = len(made["requirements"]) - len(register["verifications"])

    assessed = command.ask("assess", path, "--catalog", catalog, "--as-of", "2026-06-30")
    (office,) = assessed["offices"]
    for by, name in (("standard", "sp800-53"), ("sector", "unplaced")):
        (standing,) = [found for found in office["standings"] if (found["by"], found["name"]) == (by, name)]
        compare.figure(f"assess by {by}", standing["must"], dict(expected))
    compare.figure("assess gaps", len(office["gaps"]) + office["gaps_more"], sum(expected[gap] for gap in ("partly", "unmet", "waived")))

    options = ["--office", "ours@valley", "--catalog", catalog, "--as-of", "2026-06-30", "-o", results, "--force"]
    answer = command.ask("export", "oscal", path, *options)
    (result,) = load(results)["assessment-results"]["results"]
    states = collections.Counter(found["target"]["status"]["state"] for found in result["findings"])
    told = collections.Counter(prop["value"] for found in result["findings"] for prop in found["props"] if prop["name"] == "result")
    listed = collections.Counter(prop["name"].replace("-", "_") for prop in result["props"])
    for name, count in expected.items():
        compare.figure(f"export {name}", answer["totals"][name], count)
        found = listed[name] if name in ("not_known", "not_applicable") else told[name]
        compare.figure(f"results {name}", found, count)
    compare.figure("satisfied", states["satisfied"], expected["met"])
    compare.figure("not satisfied", states["not-satisfied"], expected["partly"] + expected["unmet"] + expected["waived"])
    compare.figure("observations", len(result["observations"]), len(register["verifications"]))
    uuids = re.findall(r'"uuid": "([^"]*)"', results.read_text(encoding="utf-8"))
    compare.figure("UUIDs", len(set(uuids)), len(uuids))


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    command, compare = Command(*sys.argv[1:]), Comparison()
    command.work.mkdir(parents=True, exist_ok=True)
    for file in CATALOGS:
        compare_catalog(compare, command, file)
    selected = {file: compare_profile(compare, command, file, source) for file, source in PROFILES.items()}
    # Nobody here resolved it: its publisher did.
    resolved = [control["id"] for control, _ in controls_in(load(command.data / RESOLVED)["catalog"])]
    compare.figure("LOW, as its publisher resolved it", selected[LOW], resolved)
    compare_results(compare, command)
    print(f"OSCAL: {compare.compared} figures and texts compared, {compare.different} different")
    sys.exit(1 if compare.different else 0)


if __name__ == "__main__":
    main()
