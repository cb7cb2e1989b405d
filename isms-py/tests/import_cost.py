"""Prints what `import isms` costs: CPU time beyond the bare interpreter, many runs of each.

    python import_cost.py [RUNS]

Run it against an installed release wheel. CPU time, not wall time, so that a busy machine counts
little; the runs take turns, so that what it does count falls on both alike. Exits 1 over the bar.
"""

import resource
import statistics
import subprocess
import sys

BAR = 0.020


def cpu(statement: str) -> float:
    """CPU seconds, user and system, of a fresh interpreter that runs one statement."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-I", "-c", statement], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main(runs: int = 50) -> int:
    cpu("import isms")  # the files are in the cache of the system from now on
    pairs = [(cpu("pass"), cpu("import isms")) for _ in range(runs)]
    for name, times in zip(("bare", "isms"), zip(*pairs)):
        print(name, "ms:", " ".join(f"{1000 * time:.1f}" for time in times))
    extra = [isms - bare for bare, isms in pairs]
    median, most = statistics.median(extra), max(extra)
    print(f"import isms: median {1000 * median:.1f} ms, most {1000 * most:.1f} ms of {runs} runs; bar {1000 * BAR:.0f} ms")
    return int(median > BAR)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
