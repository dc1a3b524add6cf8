"""The history: a paragraph a run, equal events once, what is left out said."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, ClassVar

from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.run import COOPERATIVE, RecordedEvent, Run
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.screens.history import MOST, Past, as_json, as_text
from snapshots import areas_of

AREAS = areas_of("31.71")


def event(at: int, field: str = "nib", new: str = "sudah") -> RecordedEvent:
    area = AREAS[at]
    return RecordedEvent(
        COOPERATIVE, area.id, area.kode, area.kelurahan, field, None, new, "2026-03-10", "a.csv", at
    )


def run(*events: RecordedEvent, count: int | None = None, in_force: bool = True) -> Run:
    moment = datetime(2026, 3, 10, 18, 5, tzinfo=UTC)
    count = len(events) if count is None else count
    return Run(
        3,
        moment,
        "ani",
        "kkmp import",
        "salah\x1b[31m",
        ("a.csv",),
        2,
        count,
        in_force,
        events,
        "0a" * 32,
    )


def as_list(runs: Iterable[Run]) -> list[Any]:
    with as_json(Past(runs, built_in())) as file:
        return list(json.load(file))


def test_a_run_says_when_who_why_and_what_it_took_back() -> None:
    told = as_text(Past([run(event(0), in_force=False)], built_in())).split("\n")
    assert (
        told[0] == "Pekerjaan 3  11 Maret 2026 01.05 WIB  ani  [dibatalkan]  [3-0a0a0a0a0a0a0a0a]"
    )
    assert told[1:5] == [
        "  kkmp import",
        "  Alasan: salah[31m",
        "  Berkas: a.csv",
        "  membatalkan pekerjaan 2",
    ]


def test_the_same_event_stands_once_with_its_names() -> None:
    told = as_text(Past([run(*(event(at) for at in range(7)))], built_in()))
    names = ", ".join(area.kelurahan for area in AREAS[:5])
    assert f"    {names}, dan 2 lainnya: NIB: belum ada data → sudah, per 10 Maret 2026" in told
    assert told.count("NIB") == 1


def test_beyond_twelve_kinds_of_change_the_rest_is_counted() -> None:
    codes = [m.code for m in MILESTONES if not m.yearly]
    words = ("belum", "proses", "sudah")
    events = [event(0, code, word) for code in codes for word in words][:14]
    told = as_text(Past([run(*events)], built_in()))
    assert "… dan 2 perubahan lain (semua: --json)" in told


def test_a_page_that_is_a_part_of_a_run_says_so() -> None:
    told = as_text(Past([run(*[event(0)] * MOST, count=84_000)], built_in()))
    assert "Itu ringkasan 2.000 perubahan pertama dari 84.000 (semua: --json)" in told


def test_nothing_is_a_sentence_and_an_empty_array() -> None:
    assert (as_text(Past([], built_in())), as_list([])) == (
        "Belum ada riwayat.",
        [],
    )


class Files(tuple[str, ...]):
    """The files of a run, of which it is counted how many are there at once."""

    alive: ClassVar[list[int]] = [0, 0]

    def __new__(cls) -> Files:
        cls.alive[0] += 1
        cls.alive[1] = max(cls.alive)
        return super().__new__(cls)

    def __del__(self) -> None:
        self.alive[0] -= 1


def test_json_takes_the_runs_one_by_one() -> None:
    runs = (replace(run(), files=Files()) for _ in range(50))
    assert len(as_list(runs)) == 50
    assert Files.alive[1] <= 3
