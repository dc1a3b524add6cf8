"""One training in full: an unknown number is said to be unknown."""

from __future__ import annotations

import json

import pytest

from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.render.screens.training_show import as_json, as_text, headcount
from snapshots import areas_of

AREAS = areas_of("31.71")
BARE = Training(1, "Dasar\x1b[31m", "31.71", "2026-01")


@pytest.mark.parametrize(
    ("stated", "people", "words"),
    [
        (None, (), None),
        (0, (3,), "0"),
        (1_062, (3,), "1.062"),
        (None, (3, None, 0), "3 (tercatat per kelurahan)"),
        (None, (None,), None),
    ],
)
def test_the_stated_headcount_comes_first(
    stated: int | None, people: tuple[int | None, ...], words: str | None
) -> None:
    came = tuple(Attendance(at, "", number) for at, number in enumerate(people, 1))
    assert headcount(BARE._replace(peserta=stated, hadir=came)) == words


def test_what_is_not_known_is_said_or_left_out_and_text_never_acts() -> None:
    assert as_text(BARE, {}).split("\n") == [
        "Pelatihan 1: Dasar[31m",
        "  Januari 2026",
        "  Peserta: belum ada data; 0 KKMP tercatat hadir",
    ]


def test_each_that_came_has_a_line() -> None:
    came = (Attendance(1, AREAS[0].kode, 0, 2), Attendance(999, "31.71.99.1001"))
    told = as_text(BARE._replace(hadir=came, selesai="2026-02-01"), {1: AREAS[0]})
    assert "sampai 1 Februari 2026" in told
    assert told.split("\n")[-2:] == [
        f"    {AREAS[0].kelurahan} ({AREAS[0].kecamatan}): 0 pengurus, 2 pengawas",
        "    31.71.99.1001: hadir",
    ]
    assert json.loads(as_json(BARE))["hadir"] == []
