"""A row of the history is read as it was written, and only as that."""

from __future__ import annotations

import pytest

from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.register import event_text

DAY = "2026-03-10"


def test_an_event_has_the_day_of_its_row_or_its_own() -> None:
    text = '[["nib",null,"sudah"],["usaha","belum","2025-08","2026-01-01"]]'
    assert event_text.items(text, DAY, built_in().form_of) == [
        ["nib", None, "sudah", DAY],
        ["usaha", "belum", "2025-08", "2026-01-01"],
    ]
    assert event_text.count(text) == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("anggota", "120"),
        ("status", "bubar 2026-02-01"),
        ("percontohan", "ya"),
        ("lintang", "-6.1754"),
        ("gerai", "berhenti 2026-01"),
        ("rat_2025", "2026"),
        ("rat_2025_rencana", "2027-02"),
        ("catatan", "apa saja"),
        ("x_lain", "apa saja"),
        ("terdaftar", "ya"),
    ],
)
def test_a_value_of_its_form_is_read(name: str, value: str) -> None:
    assert event_text.items(f'[["{name}",null,"{value}"]]', DAY, built_in().form_of) == [
        [name, None, value, DAY]
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("anggota", "1.5"),
        ("anggota", "9" * 19),
        ("status", "bubar besok"),
        ("percontohan", "mungkin"),
        ("lintang", "di sana"),
        ("gerai", "berhenti besok"),
        ("gerai", ""),
        ("nib_rencana", "2027-13"),
        ("catatan", "x" * 100_001),
    ],
)
def test_a_value_of_another_form_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValueError):
        event_text.items(f'[["{name}",null,"{value}"]]', DAY, built_in().form_of)


def test_a_record_is_read_by_its_columns() -> None:
    columns, numbers = ("judul", "mulai", "peserta"), ("peserta",)
    text = '{"judul": "Pembukuan", "peserta": 62}'
    assert event_text.record(text, columns, numbers) == {
        "judul": "Pembukuan",
        "mulai": None,
        "peserta": 62,
    }
    assert event_text.record_value("62", "peserta", True) == 62
    assert event_text.record_value(None, "peserta", True) is None
    assert event_text.record_value("2025", "mulai", False) == "2025"


@pytest.mark.parametrize(
    "text", ["[]", '{"mulai": "kapan"}', '{"judul": 7}', '{"peserta": "7"}', ""]
)
def test_another_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        event_text.record(text, ("judul", "mulai", "peserta"), ("peserta",))
