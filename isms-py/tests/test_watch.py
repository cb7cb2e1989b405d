"""Progress, cancelling, Ctrl-C and other threads: of every slow call."""

import functools
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import isms
import pytest

HEADER = b"Incident ID,Year,Month,Country Code,Country,Nationals killed,Internationals killed,Means of attack\n"

EDITIONS: list[dict[str, Any]] = [
    {"isms_catalog": "1", "id": "ours", "edition": "1", "requirements": [{"id": "r"}]},
    {"isms_catalog": "1", "id": "ours", "edition": "2", "requirements": [{"id": "r"}], "replaces": {"edition": "1"}},
]

# Every call that can be slow, on a register of some thousand records and the file that it was read from.
CALLS: dict[str, Callable[..., Any]] = {
    "open": lambda register, file, watch: isms.Register.open(file.read_bytes(), watch=watch),
    "load": lambda register, file, watch: isms.load(file, watch=watch),
    "save": lambda register, file, watch: register.save(watch=watch),
    "digest": lambda register, file, watch: register.digest(watch=watch),
    "check": lambda register, file, watch: register.check(watch=watch),
    "assess": lambda register, file, watch: register.assess("2026", watch=watch),
    "findings_table": lambda register, file, watch: len(register.findings_table(watch=watch)),
    "assessed_table": lambda register, file, watch: len(register.assessed_table("2026", watch=watch)),
    "diff": lambda register, file, watch: register.diff("2025", "2026", watch=watch),
    "meeting": lambda register, file, watch: register.meeting("2026", watch=watch),
    "meeting_page": lambda register, file, watch: register.meeting_page("x", "2026", watch=watch),
    "cover_page": lambda register, file, watch: register.cover_page("2026", watch=watch),
    "go_no_go": lambda register, file, watch: register.go_no_go("p", "2026", watch=watch),
    "go_no_go_page": lambda register, file, watch: register.go_no_go_page("p", "2026", watch=watch),
    "migrate": lambda register, file, watch: register.migrate("ours", "2", "2026", catalogs=EDITIONS, watch=watch),
    "review": lambda register, file, watch: register.review(watch=watch),
    "review_page": lambda register, file, watch: register.review_page("x", watch=watch),
    "ancestors": lambda register, file, watch: register.ancestors(watch=watch).rows.tolist(),
    "broken_traces": lambda register, file, watch: register.broken_traces(watch=watch),
    "trace": lambda register, file, watch: register.trace("l1", watch=watch),
    "paths": lambda register, file, watch: register.paths("l1", watch=watch),
    "common_causes": lambda register, file, watch: register.common_causes(["l1", "l2"], watch=watch),
    "ask": lambda register, file, watch: register.ask({"ask": "check"}, watch=watch),
    "ask_text": lambda register, file, watch: register.ask_text('{"ask": "review"}', watch=watch),
    "extend": lambda register, file, watch: register.extend(
        (("places", {"id": f"new{number}", "title": "P"}) for number in range(3_000)), watch=watch
    ),
    "apply": lambda register, file, watch: register.apply(
        [{"id": name, "field": "/note", "value": "n"} for name in register.ids("losses")], watch=watch
    ),
    "export_oscal": lambda register, file, watch: isms.export_oscal(
        register, "ours", ("a", "x"), "2026", catalogs=EDITIONS, watch=watch
    )["answer"],
    "import_awsd": lambda register, file, watch: isms.import_awsd(
        HEADER + b"".join(b"%d,2025,8,SD,Sudan,2,0,Shooting\n" % number for number in range(3_000)), watch=watch
    )["answer"],
}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    register = isms.Register.new("r", "R")
    for number in range(2_000):
        register.insert("incidents", {"id": f"i{number}", "title": "I", "date": "2026", "causes": ["t"]})
        register.insert("losses", {"id": f"l{number}", "title": "L", "causes": [f"i{number}"]})
    register.insert("threats", {"id": "t", "title": "T"})
    register.insert("agencies", {"id": "a", "title": "A"})
    register.insert("places", {"id": "x", "title": "X"})
    register.insert("programmes", {"id": "p", "title": "P", "agency": "a", "place": "x"})
    register.insert("adoptions", {"id": "adopted", "title": "Ours", "agency": "a", "standard": "ours", "edition": "2"})
    seen = {"id": "v", "title": "V", "agency": "a", "place": "x", "requirement": "ours:r", "result": "met", "date": "2025"}
    register.insert("verifications", seen)
    path = tmp_path_factory.mktemp("watch") / "register.json"
    path.write_bytes(register.save())
    return path


def test_every_call_that_can_be_watched_is_in_the_list() -> None:
    public = {name: getattr(isms.Register, name) for name in vars(isms.Register)} | vars(isms)
    watched = {name for name, call in public.items() if "watch=" in (getattr(call, "__text_signature__", "") or "")}
    assert watched == set(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_it_is_told_how_far_it_is(name: str, document: Path) -> None:
    steps: list[tuple[int, int]] = []
    call = functools.partial(CALLS[name], file=document)
    answer = call(isms.load(document), watch=lambda done, total: steps.append((done, total)))
    assert answer == call(isms.load(document), watch=None) or name in ("open", "load")
    assert len(steps) >= 2
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1] >= steps[0][1]


@pytest.mark.parametrize("name", CALLS)
def test_it_stops_at_any_step_and_leaves_all_as_it_was(name: str, document: Path) -> None:
    register = isms.load(document)
    before = register.save()
    for last in (1, 2):
        steps: list[int] = []

        def watch(done: int, total: int) -> bool:
            steps.append(done)
            return len(steps) < last

        with pytest.raises(isms.Refused) as caught:
            CALLS[name](register, file=document, watch=watch)
        assert caught.value.finding["code"] == "stopped"
        assert len(steps) == last
        assert register.save() == before


@pytest.mark.parametrize("name", CALLS)
def test_what_the_watch_raises_comes_out(name: str, document: Path) -> None:
    register = isms.load(document)
    before = register.save()

    def watch(done: int, total: int) -> bool:
        raise ZeroDivisionError("of the watch")

    with pytest.raises(ZeroDivisionError, match="of the watch"):
        CALLS[name](register, file=document, watch=watch)
    assert register.save() == before


@pytest.mark.parametrize("name", CALLS)
def test_a_watch_that_is_no_function_is_told_at_once(name: str, document: Path) -> None:
    for wrong in (5, "watch"):
        with pytest.raises(TypeError, match="expected a function as watch, found "):
            CALLS[name](isms.load(document), file=document, watch=wrong)


class Stopped(Exception):
    pass


# Calls that take long on a document of many records, without a watch.
LONG: dict[str, Callable[[isms.Register, bytes], object]] = {
    "open": lambda register, large: isms.Register.open(large),
    "save": lambda register, large: register.save(),
    "digest": lambda register, large: register.digest(),
    "check": lambda register, large: register.check(),
    "review": lambda register, large: register.review(),
    "records": lambda register, large: register.records("risk_factors"),
    "extend": lambda register, large: register.extend(("places", f'{{"id":"p{n}"}}') for n in range(400_000)),
}


@pytest.mark.parametrize("name", LONG)
def test_a_signal_stops_it_on_its_way(name: str, large: bytes) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped

    # Until the call is slow enough to be stopped before its end on this machine.
    register = isms.Register.open(large)
    begin = time.perf_counter()
    LONG[name](isms.Register.open(large) if name == "extend" else register, large)
    whole = time.perf_counter() - begin
    before = signal.signal(signal.SIGALRM, stop)
    try:
        begin = time.perf_counter()
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        with pytest.raises(Stopped):
            while True:
                LONG[name](register, large)
                if name == "extend":
                    break
        # Python runs the handler after a call in any case: what counts is that it did not wait for its end.
        assert time.perf_counter() - begin < max(0.7 * whole, 0.2)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_ctrl_c_ends_a_program_that_checks(large: bytes, tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(large)
    program = f"import isms\nregister = isms.load({str(path)!r})\nprint('ready', flush=True)\nwhile True: register.check()"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stdout.readline() == b"ready\n"
        running.send_signal(signal.SIGINT)
        _, error = running.communicate(timeout=60)
    assert error.strip().endswith(b"KeyboardInterrupt")


def test_other_threads_go_on(large: bytes) -> None:
    opened: list[isms.Register] = []
    thread = threading.Thread(target=lambda: opened.append(isms.Register.open(large)))
    thread.start()
    turns = 0
    while thread.is_alive():
        time.sleep(0.001)
        turns += 1
    assert len(opened[0]) == 400_000
    # With the lock held to the end there would be one turn, or two.
    assert turns >= 10
