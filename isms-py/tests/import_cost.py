"""Prints what `import isms` and `isms --help` cost: CPU time beyond the bare interpreter, many runs of each.

    python import_cost.py [RUNS]

Run it against an installed release wheel. CPU time, not wall time, so that a busy machine counts
little; the runs take turns, so that what it does count falls on both alike. Exits 1 over the bar.
"""

import pathlib
import resource
import statistics
import subprocess
import sys

BAR = 0.020


def cpu(*arguments: str) -> float:
    """CPU seconds, user and system, of a fresh interpreter that runs with these arguments."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure(name: str, arguments: list[str], runs: int) -> bool:
    """Prints what a call costs beyond the bare interpreter; whether it is within the bar."""
    cpu(*arguments)  # the files are in the cache of the system from now on
    pairs = [(cpu("-I", "-c", "pass"), cpu(*arguments)) for _ in range(runs)]
    for label, times in zip(("bare", name), zip(*pairs)):
        print(label, "ms:", " ".join(f"{1000 * time:.1f}" for time in times))
    extra = [call - bare for bare, call in pairs]
    median, most = statistics.median(extra), max(extra)
    print(f"{name}: median {1000 * median:.1f} ms, most {1000 * most:.1f} ms of {runs} runs; bar {1000 * BAR:.0f} ms")
    return median <= BAR


def main(runs: int = 50) -> int:
    command = str(pathlib.Path(sys.executable).parent / "isms")
    within = [
        measure("import isms", ["-I", "-c", "import isms"], runs),
        measure("isms --help", ["-I", command, "--help"], runs),
    ]
    return int(not all(within))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
