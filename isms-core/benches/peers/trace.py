"""Time how long other libraries take to trace every loss to all its ancestors.

    python trace.py FILE [--runs 3] [--peers rustworkx,networkx]

FILE is a register document. The answer is one JSON object on standard output. Times are CPU
seconds (user + system) of this process. The graph is built before the clock starts; a run fills a
list with one set of ancestors a loss. The checksums are computed after the clock has stopped.

A row is a position in risk_factors, threats, incidents and losses, one after the other, in the
order of the document; N is how many there are. An edge leads from cause to effect. Of equal ids
the first counts; a cause that is no record of the chain is left out. The digest is the sum over
all pairs (loss, ancestor) of mix(loss * N + ancestor), modulo 2^64, where mix is one step of
SplitMix64 from that state (so mix(0) is 0xe220a8397b1dcdaf).
"""

import argparse
import importlib
import importlib.metadata
import json
import platform
import statistics
import sys
import time

KINDS = ("risk_factors", "threats", "incidents", "losses")
MASK = (1 << 64) - 1


def main():
    """Read the arguments, measure every peer and print the answer."""
    options = arguments()
    chain = Chain(read(options.file))
    answer = {
        "file": options.file,
        "python": platform.python_version(),
        "records": chain.count,
        "links": len(chain.edges),
        "losses": len(chain.losses),
        "peers": {peer: measure(peer, chain, options.runs) for peer in options.peers},
    }
    json.dump(answer, sys.stdout, indent=2)
    print()


def arguments():
    """Return the checked arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", help="a register document")
    parser.add_argument("--runs", type=positive, default=3, help="runs of each peer (3)")
    parser.add_argument("--peers", type=names, default=list(PEERS), help=", ".join(PEERS))
    return parser.parse_args()


def positive(text):
    """Read a number of at least 1."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def names(text):
    """Read the names of peers, separated by commas."""
    peers = text.split(",")
    unknown = [peer for peer in peers if peer not in PEERS]
    if unknown:
        raise argparse.ArgumentTypeError(f"not a peer: {', '.join(unknown)}")
    return peers


def read(path):
    """Return the document, read by orjson where it is installed."""
    try:
        loads = importlib.import_module("orjson").loads
    except ImportError:
        loads = json.loads
    with open(path, "rb") as file:
        return loads(file.read())


class Chain:
    """The rows and edges of a register document."""

    def __init__(self, document):
        """Number the records and resolve their causes."""
        records = [record for kind in KINDS for record in document.get(kind, [])]
        self.count = len(records)
        self.factors = len(document.get("risk_factors", []))
        self.losses = range(self.count - len(document.get("losses", [])), self.count)
        rows = {}
        for row, record in enumerate(records):
            rows.setdefault(record["id"], row)
        self.edges = [
            (rows[cause], effect)
            for effect, record in enumerate(records)
            for cause in causes(record)
            if cause in rows
        ]


def causes(record):
    """Return the ids of the causes of a record, whatever its gate."""
    links = record.get("causes") or []
    if isinstance(links, dict):
        links = links.get("any") or links.get("all") or links.get("of") or []
    return dict.fromkeys(link if isinstance(link, str) else link["id"] for link in links)


def build_rustworkx(chain):
    """Return a function that traces all losses with rustworkx."""
    library = importlib.import_module("rustworkx")
    graph = library.PyDiGraph()
    graph.add_nodes_from(range(chain.count))
    graph.add_edges_from_no_data(chain.edges)
    return lambda: [library.ancestors(graph, loss) for loss in chain.losses]


def build_networkx(chain):
    """Return a function that traces all losses with networkx."""
    library = importlib.import_module("networkx")
    graph = library.DiGraph()
    graph.add_nodes_from(range(chain.count))
    graph.add_edges_from(chain.edges)
    return lambda: [library.ancestors(graph, loss) for loss in chain.losses]


PEERS = {"rustworkx": build_rustworkx, "networkx": build_networkx}


def measure(peer, chain, runs):
    """Build the graph of a peer, trace it `runs` times and sum up."""
    importlib.import_module(peer)
    trace, build = timed(lambda: PEERS[peer](chain))
    times = []
    for _ in range(runs):
        found = None  # the sets of the run before are freed outside the clock
        found, seconds = timed(trace)
        times.append(seconds)
    return {
        "version": importlib.metadata.version(peer),
        "cpu_seconds": times,
        "median_cpu_seconds": statistics.median(times),
        "build_cpu_seconds": build,
        **checksums(found, chain),
    }


def timed(work):
    """Return what `work` returns, and the CPU seconds that it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def checksums(found, chain):
    """Return the number of ancestors, of factors among them, and the digest of all pairs."""
    ancestors = factors = digest = 0
    for loss, rows in zip(chain.losses, found):
        ancestors += len(rows)
        for row in rows:
            factors += row < chain.factors
            digest += mix(loss * chain.count + row)
    return {"ancestors": ancestors, "risk_factors": factors, "digest": f"{digest & MASK:#018x}"}


def mix(state):
    """Return the first number that SplitMix64 gives from this state."""
    state = (state + 0x9E3779B97F4A7C15) & MASK
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & MASK
    return state ^ (state >> 31)


if __name__ == "__main__":
    main()
