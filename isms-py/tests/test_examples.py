"""The examples run on the sample."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLE

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.py"))


def test_there_are_examples() -> None:
    assert EXAMPLES


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_it_runs(example: Path) -> None:
    command = [sys.executable, "-W", "error", str(example), str(SAMPLE)]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "185 records" in result.stdout
    assert result.stderr == ""
