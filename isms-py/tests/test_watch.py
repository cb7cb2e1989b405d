"""Progress, cancelling, Ctrl-C and other threads."""

import signal
import threading
import time
from types import FrameType

import isms
import pytest


def test_progress(large: bytes) -> None:
    steps: list[tuple[int, int]] = []
    isms.Register.open(large, watch=lambda done, total: steps.append((done, total)))
    assert len(steps) > 300
    assert steps == sorted(steps)
    assert {total for _, total in steps} == {len(large)}


def test_false_stops(large: bytes) -> None:
    with pytest.raises(isms.Refused) as caught:
        isms.Register.open(large, watch=lambda done, total: done < total // 2)
    assert caught.value.finding["code"] == "stopped"


def test_an_exception_of_the_watch_comes_out(large: bytes) -> None:
    def watch(done: int, total: int) -> bool:
        raise ZeroDivisionError("of the watch")

    with pytest.raises(ZeroDivisionError, match="of the watch"):
        isms.Register.open(large, watch=watch)


def test_a_watch_that_is_no_function_is_told_at_once() -> None:
    for wrong in (5, "watch"):
        with pytest.raises(TypeError, match="expected a function as watch, found "):
            isms.Register.open('{"isms": "1"}', watch=wrong)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="expected a function as watch, found "):
            isms.import_awsd(b"", watch=wrong)  # type: ignore[arg-type]


class Stopped(Exception):
    pass


def test_a_signal_stops_it_on_its_way(large: bytes) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped

    begin = time.perf_counter()
    isms.Register.open(large)
    whole = time.perf_counter() - begin
    before = signal.signal(signal.SIGALRM, stop)
    try:
        begin = time.perf_counter()
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        with pytest.raises(Stopped):
            isms.Register.open(large)
        # Python runs the handler after the call in any case: what counts is that it did not wait.
        assert time.perf_counter() - begin < 0.7 * whole
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


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
