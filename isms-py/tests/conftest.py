"""What the tests share."""

from pathlib import Path

import isms
import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "isms-core" / "sample" / "register.json"

VALLEY = """{"isms": "1", "id": "valley-office", "title": "Valley <office>", "period": "P1Y",
 "places": [{"id": "valley", "title": "The valley", "x-ours": [1, 2.50, "\\ud800"]}],
 "risk_factors": [{"id": "arms", "title": "Small arms", "likelihood": {"low": 0.5, "high": 0.9}},
                  {"id": "debt", "title": "Militia not paid", "likelihood": 0.1}],
 "threats":   [{"id": "ambush-threat", "title": "Threat of ambush", "causes": ["arms", "debt"]}],
 "incidents": [{"id": "ambush", "title": "Ambush", "causes": [{"id": "ambush-threat", "chance": 0.3}]},
               {"id": "shots", "title": "Shots", "place": 5}],
 "losses":    [{"id": "driver", "title": "Driver injured", "causes": ["ambush"]},
               {"title": "A loss without an id", "causes": ["shots"]}]}"""


@pytest.fixture
def valley() -> isms.Register:
    """A small register in which one place can't be read and one loss has no id."""
    return isms.Register.open(VALLEY)


@pytest.fixture
def sample() -> isms.Register:
    """The sample of the library."""
    return isms.load(SAMPLE)


@pytest.fixture(scope="session")
def large() -> bytes:
    """A document that takes a while to open."""
    record = '{"id":"factor-%d","title":"A risk factor of many, so that there is something to read"}'
    records = ",".join(record % number for number in range(400_000))
    return ('{"isms":"1","risk_factors":[' + records + "]}").encode()
