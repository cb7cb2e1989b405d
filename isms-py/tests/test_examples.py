"""The examples run."""

import subprocess
import sys
from pathlib import Path

import isms
from conftest import ROOT, SAMPLE

EXAMPLES = Path(__file__).parents[1] / "examples"
SQLITE = ROOT / "isms-core" / "examples" / "sqlite"


def run(example: str, *arguments: object) -> str:
    """What an example prints."""
    command = [sys.executable, "-W", "error", str(EXAMPLES / example), *map(str, arguments)]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    assert result.stderr == ""
    return result.stdout


def test_every_example_is_run_here() -> None:
    assert {path.name for path in EXAMPLES.glob("*.py")} == {"researcher.py", "sqlite.py"}


def test_a_researcher_reads_the_sample() -> None:
    assert "506 records" in run("researcher.py", SAMPLE)


def test_rows_of_a_database_make_the_answer_that_rust_gives(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    answer = (SQLITE / "answer.txt").read_text(encoding="utf-8")
    assert run("sqlite.py", SQLITE / "office.sql", out) == answer
    assert answer.endswith(f"digest {isms.load(out).digest()}\n")
