"""The front door: an error of the system becomes the right sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kkmp_cli import settings
from running import Office, engine, office, process, server_database  # noqa: F401 - a fixture

PUSAT = ("--kota", "jakpus")


@pytest.mark.parametrize(
    "arguments", [("demo",), ("add", "Gambir"), ("add", "--kota", "jakpus", "--all")], ids=" ".join
)
def test_missing_shipped_data_are_named_and_no_register_is_left_behind(
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.setattr(settings, "shipped_data", lambda: tmp_path / "data")
    done = office.run(*arguments, db=office.register)
    assert (done.code, done.out) == (3, "")
    assert (
        f"Data bawaan program tidak dapat dibaca: {tmp_path / 'data' / 'areas.csv'}: tidak ada."
        in done.err
    )
    assert "Pasang ulang" in done.err
    assert not office.register.exists()


def test_kkmp_alone_shows_the_daily_work_and_where_to_begin(office: Office) -> None:
    done = office.good()
    for word in ("add", "import", "update", "list", "show", "report", "kkmp demo"):
        assert word in done.out


def test_no_home_is_no_obstacle_when_the_register_is_named(demo: Office) -> None:
    bare = {"PATH": os.environ["PATH"], "KKMP_DB": str(demo.register)}
    command = [sys.executable, "-m", "kkmp_cli", "report", *PUSAT, "--json"]
    done = subprocess.run(command, capture_output=True, env=bare, check=False)
    assert done.returncode == 0, done.stderr


def test_an_interrupt_says_whether_anything_was_saved(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    sheet = pusat.register.with_name("isian.csv")
    sheet.write_text("Kelurahan;Anggota\nGambir;180\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("kkmp_cli.register.writer.Writer.apply", interrupted)
        before = pusat.run("update", "Gambir", "--anggota", "175")
    assert (before.code, before.err) == (130, "Dihentikan; tidak ada yang ditulis.\n")
    with monkeypatch.context() as patched:
        patched.setattr("kkmp_cli.cli.commands.import_._told", interrupted)
        after = pusat.run("import", sheet, "--kota", "jakpus")
    newest = pusat.good("history", "--json").json[0]["run"]
    assert after.code == 130
    assert after.err.splitlines()[-2:] == [
        f"Dihentikan sesudah tersimpan sebagai pekerjaan {newest}.",
        f"→ Batalkan dengan `kkmp undo {newest}`.",
    ]
