"""What led to our losses? Reads a register and prints what a researcher looks at first.

    python researcher.py register.json
"""

import sys
from collections import Counter

import isms


def main(path: str) -> None:
    register = isms.load(path)
    print(f"{register.title or register.id}: {len(register)} records")

    for loss in register.records("losses"):
        trace = register.trace(loss["id"])
        factors = ", ".join(trace["causes"]["risk_factors"]) or "no risk factor reached"
        print(f"  {loss['id']} ({loss.get('harm', 'harm not recorded')}): {factors}")

    for tally in register.broken_traces()["by_kind"]:
        print(f"{tally['count']} of kind {tally['kind']} lack a {tally['missing']}")

    print("Most losses go back to:")
    for factor, losses in shared_factors(register).most_common(5):
        print(f"  {factor}: {losses} losses")


def shared_factors(register: isms.Register) -> Counter[str]:
    """To how many losses each risk factor led. All ancestors of all losses come at once, as
    buffers: `numpy.frombuffer(found.rows, "uint32")` reads them without a copy."""
    factors = set(register.ids("risk_factors"))
    found = register.ancestors()
    ids = map(register.id_of_row, found.rows)
    return Counter(name for name in ids if name in factors)


if __name__ == "__main__":
    main(*sys.argv[1:])
