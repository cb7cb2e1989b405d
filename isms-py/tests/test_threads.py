"""Threads share a register: they ask and edit at the same time."""

import threading
import time
from collections.abc import Callable
from typing import Any

import isms
import pytest


def run_all(*works: Callable[[], None]) -> None:
    """Runs each in a thread of its own; raises the first thing that any of them raises."""
    raised: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=guarded, args=(work,), daemon=True) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
        assert not thread.is_alive(), "they wait for each other"
    if raised:
        raise raised[0]


def pair(number: int) -> list[tuple[Any, Any]]:
    """An incident and its loss: half of it is never to be seen."""
    return [
        ("incidents", {"id": f"i{number}", "title": "I"}),
        ("losses", {"id": f"l{number}", "title": "L", "causes": [f"i{number}"]}),
    ]


def test_readers_see_whole_edits() -> None:
    register = isms.Register.new("r", "R")
    register.extend(pair(0))
    done = threading.Event()
    seen: list[int] = []

    def edit() -> None:
        for number in range(1, 400):
            register.extend(pair(number))
            if number % 3 == 0:
                register.remove(f"l{number}")
                register.replace("incidents", {"id": f"i{number}", "title": "again"})
        done.set()

    def read() -> None:
        while not done.is_set():
            counts = register.check()["counts"]["by_code"]
            assert "dangling_reference" not in counts
            seen.append(len(register.ancestors().losses))
            assert isms.Register.open(register.save()).check()["counts"]["error"] == 0
            assert register.trace("l0")["causes"]["incidents"] == ["i0"]
            # Between the two calls only what is removed above may have gone.
            gone = set(register.ids("losses")) - set(register)
            assert all(int(name[1:]) % 3 == 0 for name in gone)
            assert register["i0"]["title"] == "I"
            register.records("losses")

    run_all(edit, read, read)
    assert len(register.ids("losses")) == 400 - 133
    assert seen


def test_edits_of_several_threads_are_all_made() -> None:
    register = isms.Register.new("r", "R")

    def edit(thread: int) -> Callable[[], None]:
        def work() -> None:
            for number in range(200):
                register.insert("places", {"id": f"{thread}-{number}", "title": "P", "within": "no"})
            findings = register.check()["findings"]
            mine = [f for f in findings if (f["subject"] or "").startswith(f"{thread}-")]
            register.apply([{"id": f["subject"] or "", "field": "/within", "remove": True} for f in mine])
            register.title = f"by {thread}"

        return work

    run_all(*(edit(thread) for thread in range(4)))
    assert len(register) == 800
    assert register.check()["counts"]["error"] == 0


def test_a_watch_may_ask_and_edit_the_register() -> None:
    register = isms.Register.new("r", "R")
    register.extend({"places": [{"id": f"p{number}", "title": "P"} for number in range(5_000)]})
    added: list[str] = []

    def watch(done: int, total: int) -> None:
        name = f"new{len(added)}"
        register.insert("places", {"id": name, "title": "New"})
        added.append(name)
        assert register.trace("l0")["id"] == "l0"
        assert len(register) == 5_001 + len(added)

    register.insert("losses", {"id": "l0", "title": "L"})
    for call in (register.check, register.save, register.digest, register.review, register.ancestors):
        call(watch=watch)
    assert len(added) > 20
    assert added[-1] in register


def test_an_edit_that_was_overtaken_is_made_again() -> None:
    register = isms.Register.new("r", "R")
    register.extend({"places": [{"id": f"p{number}", "title": "P"} for number in range(3_000)]})
    fixes = [{"id": f"p{number}", "field": "/note", "value": "mended"} for number in range(3_000)]
    steps: list[int] = []

    def watch(done: int, total: int) -> None:
        if len(steps) < 3:
            register.insert("places", {"id": f"new{len(steps)}", "title": "New"})
        steps.append(done)

    register.apply(fixes, watch=watch)  # type: ignore[arg-type]
    assert (len(register), steps) == (3_003, sorted(steps))
    assert all(place.get("note") == "mended" for place in register.records("places")[:3_000])


@pytest.mark.parametrize("call", ["check", "save", "digest"])
def test_an_edit_waits_for_no_question(large: bytes, call: str) -> None:
    register = isms.Register.open(large)
    asked = threading.Event()
    longest = 0.0

    def slow(done: int, total: int) -> None:
        asked.set()
        time.sleep(0.001)

    def ask() -> None:
        getattr(register, call)(watch=slow)

    def edit() -> None:
        nonlocal longest
        asked.wait(60)
        for number in range(20):
            begin = time.perf_counter()
            register.insert("places", {"id": f"{call}{number}"})
            register.remove(f"{call}{number}")
            longest = max(longest, time.perf_counter() - begin)

    begin = time.perf_counter()
    run_all(ask, edit)
    assert longest < max(0.5, 0.7 * (time.perf_counter() - begin))
