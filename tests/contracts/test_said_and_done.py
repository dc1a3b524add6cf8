"""Standard output that is full or closed: what was written is told all the same, on stderr."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from running import Done, Office

pytestmark = pytest.mark.on_a_file

KKMP = f"'{sys.executable}' -m kkmp_cli"


def unheard(office: Office, arguments: tuple[str, ...], streams: str, **environment: str) -> Done:
    """`kkmp arguments` by a shell that redirects its streams."""
    done = subprocess.run(
        ["bash", "-c", f'{KKMP} "$@" {streams}', "kkmp", *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "KKMP_DB": str(office.register), **environment},
        cwd=office.register.parent,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def desk(pusat: Office) -> Office:
    """A register with a person in it, two trainings' worth of records, and sheets beside it."""
    pusat.good("update", "Gambir", "--ketua", "Budi Santoso", "--telepon", "0812-3456-7890")
    pusat.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2025-10-01")
    pusat.good(
        *("followup", "add", "Dampingi", "--kota", "jakpus"),
        *("--penanggung-jawab", "Sudin", "--batas", "2026-12-31"),
    )
    folder = pusat.register.parent
    (folder / "isian.csv").write_text("kelurahan,nib\nCideng,sudah\nKartini,sudah\n")
    (folder / "buruk.csv").write_text("kelurahan,nib\nCideng,sudah\nDuri Pulo,entahlah\n")
    (folder / "hadir.csv").write_text("kelurahan,jabatan,nama\nCideng,ketua,Ani\n")
    return pusat


WRITING: tuple[tuple[str, ...], ...] = (
    ("update", "Cideng", "--nib", "sudah"),
    ("add", "Sunter Agung", "--kota", "jakut"),
    ("import", "isian.csv"),
    ("import", "isian.csv", "--json"),
    ("undo",),
    ("forget", "Gambir"),
    ("training", "add", "Lanjutan", "--kota", "jakpus", "--mulai", "2025-11-01"),
    ("training", "update", "1", "--tempat", "Aula"),
    ("training", "attend", "1", "Cideng", "--hadir"),
    ("training", "import", "1", "hadir.csv"),
    ("training", "remove", "1"),
    ("target", "set", "nib", "2026-12-31", "--kota", "jakpus"),
    ("figure", "add", "beroperasi", "34", "--kota", "jakpus", "--per", "2026-03-10"),
    ("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "omzet sebulan"),
    ("followup", "done", "1"),
    ("followup", "update", "1", "--batas", "2026-11-30"),
    ("area", "alias", "Cideng Raya", "31.71.01.1003"),
)


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_what_was_recorded_is_told_where_stdout_is_full(
    desk: Office, arguments: tuple[str, ...]
) -> None:
    before = desk.count("runs")
    done = unheard(desk, arguments, ">/dev/full")
    run = desk.count("runs")
    assert run == before + 1, done.err
    assert done.code == 3
    assert (
        f"Sudah tersimpan sebagai pekerjaan {run}; hanya keluaran tidak dapat ditulis: disk penuh."
        in (done.err)
    )
    assert "Traceback" not in done.err
    if arguments[0] != "forget":
        assert f"kkmp undo {run}" in done.err
        desk.good("undo", "--yes", str(run))


@pytest.mark.parametrize("streams", [">&-", ">/dev/full"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_nothing_of_a_command_is_left_undone(desk: Office, streams: str, unbuffered: str) -> None:
    desk.good("update", "--kota", "jakpus", "--all", "--musyawarah", "sudah", "--yes")
    done = unheard(desk, ("forget", "Gambir"), streams, PYTHONUNBUFFERED=unbuffered)
    assert done.code == 3
    assert "Data pribadi Gambir (31.71.01.1001) dihapus dari register: 2 nilai" in done.err
    assert "Salinan otomatis ditulis ulang tanpa nilai itu (1)" in done.err
    skipped = ("import", "buruk.csv", "--skip-errors")
    done = unheard(desk, skipped, streams, PYTHONUNBUFFERED=unbuffered)
    assert done.code == 3
    assert "Tersimpan sebagai pekerjaan" in done.err
    assert desk.register.with_name("buruk.csv.ditolak.xlsx").is_file()


def test_a_file_that_was_made_is_told_too(desk: Office, tmp_path: Path) -> None:
    for arguments in (
        ("backup", "cadangan.db"),
        ("template", "--kota", "jakpus", "-o", "isi.xlsx"),
    ):
        done = unheard(desk, arguments, ">/dev/full")
        assert done.code == 3
        assert arguments[-1] in done.err
        assert (
            "Hanya keluaran tidak dapat ditulis: disk penuh; hasilnya disebut di atas." in done.err
        )
        assert desk.register.with_name(arguments[-1]).is_file()
    restored = unheard(desk, ("restore", "cadangan.db", "--yes"), ">/dev/full")
    assert "dipulihkan dari" in restored.err


def test_a_reader_that_went_away_leaves_the_line_about_the_run_on_stderr(desk: Office) -> None:
    done = unheard(desk, ("update", "Cideng", "--nib", "sudah"), "| true; exit ${PIPESTATUS[0]}")
    assert (done.code, done.out) == (0, "")
    run = desk.count("runs")
    assert done.err in ("", f"1 koperasi diperbarui{done.err.partition('diperbarui')[2]}")
    assert not done.err or f"kkmp undo {run}" in done.err


def test_a_report_on_a_closed_stdout_is_an_error(desk: Office) -> None:
    for streams in (">&-", ">&- 2>&-", ">&- 2>&- <&-"):
        assert unheard(desk, ("report", "--kota", "jakpus"), streams).code == 3
    done = unheard(desk, ("report", "--kota", "jakpus"), ">&-")
    assert "Keluaran tidak dapat ditulis: sudah ditutup." in done.err


@pytest.mark.parametrize("streams", ["2>/dev/full", "2>&-"])
def test_talk_that_nobody_can_hear_stops_nothing(office: Office, streams: str) -> None:
    office.register.parent.mkdir()
    done = unheard(office, ("add", "--kota", "jakpus", "--all"), streams)
    assert done.code == 0
    assert "44 koperasi ditambahkan ke register (pekerjaan 1; batalkan: kkmp undo 1)." in done.out


def test_a_fault_after_the_run_says_that_it_stands(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kkmp_cli.render.screens.update.lines", faulty)
    done = pusat.run("update", "Cideng", "--nib", "sudah")
    assert done.code == 4
    assert "→ Sudah tersimpan sebagai pekerjaan 2; lihat dengan `kkmp history`." in done.err
