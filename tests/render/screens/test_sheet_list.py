"""The sheets that may be imported stand numbered on the screen, two lines each."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from kkmp_cli import settings
from kkmp_cli.importing.sheet_look import (
    FORM,
    TABLE,
    KnownFile,
    LastImport,
    Look,
    SheetFile,
)
from kkmp_cli.render.screens.sheet_list import lines

HERE = Path("/kerja")
MOMENT = datetime(2026, 3, 10, 14, 5, tzinfo=settings.JAKARTA)
FILE = SheetFile(HERE / "isian.csv", 1_540, MOMENT.timestamp())


@pytest.fixture(autouse=True)
def the_day_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "today", lambda: date(2026, 3, 11))


def told(look: Look) -> list[str]:
    return [*lines([look], 7, HERE)]


def test_a_table_that_came_never_names_what_came_last() -> None:
    last = LastImport("lama.csv", 4, date(2026, 2, 3))
    assert told(Look(FILE, TABLE, 1, 6, "Gambir", last=last)) == [
        "   7  isian.csv · 10 Maret 2026 · 2 KB",
        "      tabel 6 baris · Gambir · belum masuk; terakhir dari sana lama.csv, 3 Februari 2026 (pekerjaan 4)",
    ]


def test_a_file_that_came_says_when() -> None:
    known = KnownFile("isian.csv", 3, date(2026, 3, 10), ())
    assert told(Look(FILE, FORM, 1, 6, known=known))[1] == (
        "      formulir kkmp 6 baris · sudah masuk 10 Maret 2026 (pekerjaan 3)"
    )


def test_a_workbook_says_how_many_sheets_and_an_elsewhere_its_folder() -> None:
    far = SheetFile(Path("/rumah/Unduhan/buku.xlsx"), 3_400_000, MOMENT.timestamp())
    assert told(Look(far, TABLE, 2, 4)) == [
        "   7  buku.xlsx · 10 Maret 2026 · 3 MB · /rumah/Unduhan",
        "      2 lembar, tabel 4 baris · belum masuk",
    ]


def test_of_today_the_hour_and_of_the_unreadable_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings, "today", lambda: date(2026, 3, 10))
    assert told(Look(FILE, why="adalah PDF, yang tidak dapat diimpor")) == [
        "   7  isian.csv · hari ini 14.05 · 2 KB",
        "      adalah PDF, yang tidak dapat diimpor",
    ]


def test_a_name_that_could_act_does_not() -> None:
    evil = SheetFile(HERE / "a\x1b[2Jb.csv", 1, MOMENT.timestamp())
    assert "\x1b" not in "".join(told(Look(evil)))
