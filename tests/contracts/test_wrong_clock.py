"""A clock that is wrong destroys nothing, hides nothing, and can be put right."""

from __future__ import annotations

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kkmp_cli import settings
from kkmp_cli.register import copies
from running import Office, count, opened, state_of

pytestmark = pytest.mark.on_a_file


class Clock:
    """The clock of the computer, which can be set to any year."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.year, self.ticks = 2026, 0
        patch.setattr(settings, "now", self.now)

    def now(self) -> datetime:
        self.ticks += 1
        return datetime(self.year, 3, 10, 3, 0, 0, self.ticks, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def fill(office: Office, number: int = copies.KEEP) -> None:
    """As many automatic copies as are kept."""
    for anggota in range(number):
        office.good("update", "--kota", "jakpus", "--all", "--anggota", anggota)


@pytest.fixture
def late(clock: Clock, office: Office) -> Office:
    """A register with ten copies, whose clock then went back."""
    office.good("add", "--kota", "jakpus", "--all")
    clock.year = 2027
    fill(office)
    clock.year = 2026
    return office


def test_a_restore_keeps_the_register_that_it_says_it_kept(late: Office, tmp_path: Path) -> None:
    late.good("backup", tmp_path / "cadangan.db")
    late.good("update", "Gambir", "--anggota", "77")
    replaced = late.state()
    said = late.good("restore", tmp_path / "cadangan.db").err
    kept = Path(re.findall(r"disimpan di (.*?);", said)[0])
    assert state_of(kept) == replaced
    late.good(*shlex.split(said.splitlines()[-1].rpartition("kkmp ")[2]))
    assert late.state() == replaced


@pytest.mark.parametrize(
    "arguments",
    [
        ("update", "--kota", "jakpus", "--all", "--anggota", "99"),
        ("undo", "--yes"),
        ("import", "{folder}/isian.csv", "--kota", "jakpus", "--yes"),
    ],
)
def test_a_bulk_change_keeps_the_copy_that_it_just_made(
    late: Office, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "isian.csv").write_text("kelurahan,nib\nCideng,sudah\n")
    before, runs = late.state(), late.count("runs")
    late.good(*(word.format(folder=tmp_path) for word in arguments))
    newest, *older = copies.automatic(late.register)
    assert state_of(newest) == before
    assert count(newest, "runs") == runs
    assert [count(copy, "runs") for copy in older] == sorted(
        (count(copy, "runs") for copy in older), reverse=True
    )
    assert len(older) == copies.KEEP - 1


def test_no_run_is_recorded_before_the_one_before_it(late: Office) -> None:
    late.good("update", "Gambir", "--nib", "sudah")
    with opened(late.register) as connection:
        times = [when for (when,) in connection.execute("SELECT waktu FROM runs ORDER BY id")]
    assert times == sorted(times)
    assert times[-1].startswith("2027")


def test_an_old_packet_stays_as_it_was_though_the_clock_goes_back(
    clock: Clock, office: Office
) -> None:
    office.good("add", "--kota", "jakpus", "--all")
    packet = ("report", "--kota", "jakpus", "--per", "2026-03-10", "--json")
    recorded = (*packet, "--seperti-tercatat", "2026-03-10")
    clock.year = 2027
    before = office.good(*recorded).json
    office.good("update", "Gambir", "--anggota", "5")
    clock.year = 2026
    office.good("update", "Gambir", "Cideng", "--usaha", "2026-01-05", "--yes")
    assert office.good(*packet).json["total"]["milestone"]["usaha"]["sudah"] == 2
    assert office.good(*recorded).json == before


def test_check_tells_where_the_clock_went(late: Office, clock: Clock) -> None:
    clock.year = 2027
    assert "Jam komputer" not in late.good("check").out
    clock.year = 2026
    late.good("update", "Gambir", "--nib", "sudah")
    late.good("update", "Gambir", "--npwp", "sudah")
    out = late.run("check", "--rinci").out
    assert "pekerjaan 2: dicatat 10 Maret 2027, sesudah hari ini" in out
    assert "pekerjaan 12 sampai 13: jam komputer menunjukkan waktu sebelum pekerjaan 11" in out
    clock.year = 2028
    out = late.good("check", "--rinci").out
    assert "sesudah hari ini" not in out
    assert "pekerjaan 12 sampai 13: jam komputer menunjukkan waktu sebelum pekerjaan 11" in out
    assert "kkmp undo" not in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "{folder}/isian.csv", "--kota", "jakpus", "--yes"),
        ("update", "Gambir", "--nib", "sudah"),
        ("check",),
    ],
)
def test_what_a_clock_ahead_recorded_is_taken_back_by_the_undo_that_is_named(
    clock: Clock, office: Office, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    office.good("add", "--kota", "jakpus", "--all")
    clock.year = 2062
    office.good("update", "Gambir", "--nib", "belum")
    clock.year = 2026
    (tmp_path / "isian.csv").write_text("kelurahan,nib\nGambir,sudah\n")
    typed = [word.format(folder=tmp_path) for word in arguments]
    done = office.run(*typed)
    advised = re.findall(r"`kkmp (undo \d+)`", done.out + done.err)
    assert advised == ["undo 2"]
    office.good(*advised[0].split())
    if arguments[0] == "update":
        assert office.good("show", "Gambir", "--json").json["nib"] == "sudah"
    office.good("import", tmp_path / "isian.csv", "--kota", "jakpus", "--yes")
    assert office.good("show", "Gambir", "--json").json["nib"] == "sudah"
    done = office.good("check")
    assert "`kkmp undo" not in done.out + done.err
    assert "Tanggal sesudah hari ini" not in done.out


def test_what_was_registered_under_a_wrong_clock_is_not_taken_from_under_later_words(
    clock: Clock, office: Office
) -> None:
    office.good("add", "--kota", "jakpus", "--all")
    clock.year = 2062
    office.good("add", "--kota", "jaksel", "--all")
    clock.year = 2026
    office.good("update", "Cipete Selatan", "--nib", "sudah")
    assert "kkmp undo 3" in office.refused("undo", "2").err


def test_a_day_of_its_own_in_a_file_is_named_too(
    clock: Clock, office: Office, tmp_path: Path
) -> None:
    office.good("add", "--kota", "jakpus", "--all")
    clock.year = 2062
    (tmp_path / "isian.csv").write_text("kelurahan,nib,nib_per\nGambir,belum,2050-01-01\n")
    office.good(
        *("import", tmp_path / "isian.csv", "--kota", "jakpus", "--per", "2026-01-01", "--yes")
    )
    clock.year = 2026
    assert re.findall(r"`kkmp (undo \d+)`", office.run("check").out) == ["undo 2"]
    office.good("undo", "2")
    assert "`kkmp undo" not in office.good("check").out


def test_what_of_a_wrong_clock_stays_is_told(clock: Clock, office: Office) -> None:
    office.good("add", "--kota", "jakpus", "--all")
    clock.year = 2062
    office.good("update", "Gambir", "--nib", "belum")
    clock.year = 2026
    office.good("undo", "2")
    office.good("update", "Gambir", "--nib", "sudah")
    words = "Pekerjaan 2 sampai 4 tercatat 10 Maret 2062: sebelum hari itu tidak termuat dalam"
    assert words in office.good("check").out
    report = ("report", "--kota", "jakpus", "--json", "--per", "2026-03-10")
    done = office.good(*report, "--seperti-tercatat", "2026-03-10")
    assert done.json["total"]["milestone"]["nib"]["sudah"] == 0
    assert words in done.err
    done = office.good(*report)
    assert done.json["total"]["milestone"]["nib"]["sudah"] == 1
    assert words not in done.err
    clock.year = 2063
    assert "tidak termuat" not in office.good("check").out
