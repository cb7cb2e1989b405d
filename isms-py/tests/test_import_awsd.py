"""Import of the Aid Worker Security Database."""

import isms
import pytest
from isms import types
from test_types import check

HEADER = b"Incident ID,Year,Month,Country Code,Country,Nationals killed,Internationals killed,Means of attack\n"
TABLE = HEADER + b"35,2025,8,SD,Sudan,2,0,Shooting\n36,2025,13,SD,Sudan,,0,Shooting\n"


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
    large = HEADER + b"".join(b"%d,2025,8,SD,Sudan,2,0,Shooting\n" % number for number in range(20_000))
    steps: list[int] = []
    isms.import_awsd(large, watch=lambda done, total: steps.append(done))
    assert steps
    with pytest.raises(isms.Refused) as caught:
        isms.import_awsd(large, watch=lambda done, total: False)
    assert caught.value.finding["code"] == "stopped"


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview])
def test_it_takes_every_form_of_bytes(form: type) -> None:
    assert isms.import_awsd(form(TABLE)) == isms.import_awsd(TABLE)


def test_what_is_no_bytes_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r'expected the bytes of a file, found str; read it with open\(path, "rb"\)'):
        isms.import_awsd("awsd.csv")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected bytes, bytearray or memoryview, found int"):
        isms.import_awsd(5)  # type: ignore[arg-type]


def test_a_cut_file_and_lower_bounds_are_told() -> None:
    answer = isms.import_awsd(TABLE + b"37,20")["answer"]
    assert (answer["refused"], answer["findings"]["cut_off"]) == (1, 1)
    assert "killed" in answer["at_least"]
