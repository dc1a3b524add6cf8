"""An event of the history in words; never a value of a person."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from kkmp_cli.model.run import COOPERATIVE, REGISTERED, WHOLE, RecordedEvent, Run
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.words.recorded_changes import change_text, masked, told

NIB = RecordedEvent(
    COOPERATIVE, 1, "31.71.01.1001", "Gambir", "nib", "belum", "sudah", "2026-03-10", "isian.csv", 7
)


def record(entity: str, field: str, old: object, new: object) -> RecordedEvent:
    texts = [None if one is None else json.dumps(one) for one in (old, new)]
    return RecordedEvent(entity, 1, None, None, field, texts[0], texts[1], "2026-03-10", None, 0)


def test_a_change_tells_its_day_and_its_row() -> None:
    assert (
        change_text(NIB, built_in()) == "NIB: belum → sudah, per 10 Maret 2026 (isian.csv baris 7)"
    )
    assert change_text(NIB._replace(file=None, old="sudah"), built_in()) == (
        "NIB: tetap sudah, dikonfirmasi, per 10 Maret 2026"
    )


def test_a_registration_is_no_field() -> None:
    event = NIB._replace(field=REGISTERED, file=None)
    assert change_text(event, built_in()) == "didaftarkan, per 10 Maret 2026"


def test_of_a_person_only_nothing_is_told_as_it_is() -> None:
    ketua = NIB._replace(field="ketua")
    assert (masked(ketua, "Siti"), masked(ketua, None)) == ("(data pribadi)", None)
    assert masked(NIB, "sudah") == "sudah"


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (
            record("target", WHOLE, None, {"milestone": "rat", "cooperative_id": 3}),
            "Target 1 dicatat: tahap RAT",
        ),
        (record("angka", WHOLE, {"nilai": "34"}, None), "Angka 1 dihapus: nilai 34"),
        (
            record("judul", WHOLE, None, {"judul": "Mitra 2", "isian": "catatan"}),
            'Judul kolom "Mitra 2": diingat: catatan',
        ),
        (
            record("judul", WHOLE, {"judul": "Ket.", "isian": None}, None),
            'Judul kolom "Ket.": dilupakan, semula diabaikan',
        ),
    ],
)
def test_a_record_is_told_by_its_values(event: RecordedEvent, words: str) -> None:
    assert change_text(event, built_in()) == words


def test_an_older_statement_is_told_by_what_it_did() -> None:
    from snapshots import areas_of, cooperative

    moment = datetime(2026, 3, 10, 2, tzinfo=UTC)
    run = Run(5, moment, "ani", "kkmp import", None, (), None, 1, True, (NIB,))
    one = cooperative(areas_of("31.71")[0], values={"nib": "sudah"}, pers={"nib": "2026-03-31"})
    line = told(run, NIB, {(5, 1, "nib"): (one, one)}, built_in())
    assert line.startswith("NIB: sudah, per 10 Maret 2026 (lebih lama dari catatan waktu itu")
    assert told(run, NIB, {}, built_in()) == change_text(NIB, built_in())
