"""Time one way of opening, checking or saving a register, in this process.

    python open.py WAY FILE LOOPS

WAY is isms-python, orjson, orjson-dumps, msgspec, json or same; orjson-collecting and
msgspec-collecting let the garbage collector run.

FILE is a register document. The answer is one line of JSON on standard output: `seconds`, the CPU
seconds (user + system) of each repetition; `peak`, the most memory that the process held up to the
end of the first, in bytes; `answer`, what was found. What a repetition leaves is freed outside the
clock.
"""

import gc
import importlib
import json
import sys
import time


def main():
    """Run a way and print what it took."""
    way, file, loops = sys.argv[1], sys.argv[2], int(sys.argv[3])
    work, answer = WAYS[way](file)
    if way in COLLECTING:
        gc.enable()
    else:
        gc.disable()
    seconds, peak, result = [], 0, None
    for _ in range(loops):
        result = None
        gc.collect()
        result, taken = timed(work)
        seconds.append(taken)
        peak = peak or most_memory()
    print(json.dumps({"seconds": seconds, "peak": peak, "answer": answer(result)}))


def timed(work):
    """Return what `work` returns, and the CPU seconds that it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def most_memory():
    """Return the most memory that this process has held at once, in bytes; 0 where that can't be told."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmHWM:"))
    except OSError:
        return 0
    return int(line.split()[1]) * 1024


def read(file):
    """Return the bytes of a file."""
    with open(file, "rb") as stream:
        return stream.read()


def isms(file):
    """The library through Python: from the file to all findings, as Python objects."""
    library = importlib.import_module("isms")

    def work():
        register = library.load(file)
        return register, register.check()

    def answer(result):
        register, checked = result
        return {"records": len(register), "findings": checked["counts"]["by_code"]}

    return work, answer


def orjson(file):
    """A general parser alone: objects for all that the document holds, nothing checked."""
    library, data = importlib.import_module("orjson"), read(file)
    return lambda: library.loads(data), counted


def dumps(file):
    """A general writer alone."""
    library = importlib.import_module("orjson")
    document = library.loads(read(file))
    return lambda: library.dumps(document), lambda saved: {"records": counted(document)["records"]}


def same(file):
    """Not a peer: says whether what the library saved beside the file holds the same."""
    loads = importlib.import_module("orjson").loads
    if loads(read(file)) != loads(read(f"{file}.saved")):
        raise SystemExit("what was saved differs from what was opened")
    return lambda: None, lambda _: {}


def msgspec(file):
    """Objects of declared types, and all checks in Python."""
    typed, checks = importlib.import_module("typed"), importlib.import_module("checks")
    data = read(file)

    def work():
        document = typed.decode(data)
        return checks.check(typed.columns(document))

    return work, lambda found: found.answer()


def plain(file):
    """The standard parser, which shows equal keys, and all checks in Python, also of what has no type."""
    untyped, checks = importlib.import_module("untyped"), importlib.import_module("checks")
    data = read(file)

    def work():
        findings, columns = untyped.columns(data)
        return checks.check(columns, findings)

    return work, lambda found: found.answer()


def counted(document):
    """Return how many records and links a document holds."""
    tables = [document[kind] for kind in ("places", "risk_factors", "threats", "incidents", "losses")]
    records = [record for table in tables for record in table if isinstance(record, dict)]
    return {
        "records": sum(map(len, tables)),
        "links": sum(len(record.get("causes", ())) for record in records),
    }


WAYS = {
    "isms-python": isms,
    "orjson": orjson,
    "orjson-collecting": orjson,
    "orjson-dumps": dumps,
    "msgspec": msgspec,
    "msgspec-collecting": msgspec,
    "json": plain,
    "same": same,
}
# The garbage collector runs, as it does unless somebody switches it off.
COLLECTING = ("isms-python", "orjson-collecting", "msgspec-collecting", "orjson-dumps")

if __name__ == "__main__":
    main()
