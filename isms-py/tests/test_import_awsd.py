"""Import of the Aid Worker Security Database."""

import isms
import pytest
from isms import types
from test_types import check

HEADER = "Incident ID,Year,Month,Country Code,Country,Nationals killed,Internationals killed,Means of attack\n"
TABLE = HEADER + "35,2025,8,SD,Sudan,2,0,Shooting\n36,2025,13,SD,Sudan,,0,Shooting\n"


def test_document_answer_and_notes() -> None:
    imported = isms.import_awsd(TABLE)
    check(imported, types.Imported)
    answer, notes = imported["answer"], imported["notes"]
    assert (answer["format"], answer["rows"], answer["read"] + answer["refused"]) == ("awsd", 2, 2)
    assert sum(answer["findings"].values()) == len(notes) > 0
    register = isms.Register.open(imported["document"])
    assert register["awsd-35"]["title"] == "Shooting, Sudan, 2025-08"
    assert register.save() == imported["document"]


def test_every_note_is_explained() -> None:
    kinds = isms.awsd_notes()
    check(kinds, list[types.ReadingNoteKind])
    assert {note["code"] for note in isms.import_awsd(TABLE)["notes"]} <= {kind["code"] for kind in kinds}


def test_what_is_no_export_is_refused() -> None:
    with pytest.raises(isms.Refused, match="Excel workbook") as caught:
        isms.import_awsd(b"PK\x03\x04...")
    assert caught.value.finding["code"] == "not_the_format"


def test_it_can_be_watched_and_stopped() -> None:
    large = HEADER + "".join(f"{number},2025,8,SD,Sudan,2,0,Shooting\n" for number in range(20_000))
    steps: list[int] = []
    isms.import_awsd(large, watch=lambda done, total: steps.append(done))
    assert steps
    with pytest.raises(isms.Refused) as caught:
        isms.import_awsd(large, watch=lambda done, total: False)
    assert caught.value.finding["code"] == "stopped"
