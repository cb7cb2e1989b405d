"""The command that comes with the package."""

import signal
import subprocess
import sys
from pathlib import Path

import isms
import pytest
from conftest import SAMPLE

PROGRAM = Path(sys.executable).with_name("isms")


def command(*arguments: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, text=True)


def test_it_answers_as_the_package_does(sample: isms.Register) -> None:
    done = command("trace", str(SAMPLE), "driver-mate-wounded", "--json")
    request = '{"ask": "trace", "id": "driver-mate-wounded"}'
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == sample.ask_text(request)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ('{"isms": "1", "places": [{"id": "valley", "title": "The valley"}]}', 0),
        ('{"isms": "1", "places": [{"id": "valley", "title": "The valley", "within": "x"}]}', 1),
        ('{"isms": "7"}', 2),
    ],
)
def test_its_exit_codes_come_through(document: str, code: int) -> None:
    assert command("check", "-", stdin=document).returncode == code


def test_it_is_called_isms() -> None:
    assert command("--help").stdout.count("isms") >= 1
    assert "_command" not in command("nonsense").stderr


def test_ctrl_c_ends_it_at_once() -> None:
    with subprocess.Popen([PROGRAM, "check", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(timeout=2)  # it waits for the rest of its input
        running.send_signal(signal.SIGINT)
        try:
            assert running.wait(timeout=10) == -signal.SIGINT
        finally:
            running.kill()
