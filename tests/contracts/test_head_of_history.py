"""The head of a history goes out with a backup; what was cut off or made anew since is noticed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kkmp_cli.register import hash_chain
from running import Office, opened
from tampering import tampered

pytestmark = pytest.mark.on_a_file


def advised(office: Office, backup: Path) -> list[str]:
    """The command that `kkmp backup` names for later."""
    said = office.good("backup", backup).err
    return shlex.split(re.findall(r"kkmp (check --kepala .*)", said)[0])


def test_a_register_that_went_on_still_contains_the_head_of_its_backup(
    pusat: Office, tmp_path: Path
) -> None:
    command = advised(pusat, tmp_path / "cadangan.db")
    assert "sampai pekerjaan 1, 0 pekerjaan sesudahnya" in pusat.good(*command).err
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("undo")
    for asked in (command, ["check", "--kepala", tmp_path / "cadangan.db"]):
        assert "sampai pekerjaan 1, 2 pekerjaan sesudahnya" in pusat.good(*asked).err
        assert pusat.good(*asked, "--json").json["jumlah"]["galat"] == 0
    digest = command[-1].partition("-")[2]
    assert "sampai pekerjaan 1" in pusat.good("check", "--kepala", digest[:16]).err


def cut_off(office: Office) -> None:
    """Takes the newest run out, and what follows from it."""
    before = office.register.with_name("sebelum.db")
    tampered(
        office.register,
        "DELETE FROM events WHERE run = 2",
        "DELETE FROM runs WHERE id = 2",
    )
    with opened(office.register) as connection:
        connection.execute("ATTACH ? AS lama", (str(before),))
        for table in ("milestones", "field_values", "cooperatives"):
            connection.execute("PRAGMA foreign_keys=OFF")
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM lama.{table}")
    before.unlink()


def test_newest_runs_that_were_cut_off_are_noticed(pusat: Office, tmp_path: Path) -> None:
    pusat.register.with_name("sebelum.db").write_bytes(pusat.register.read_bytes())
    pusat.good("update", "Gambir", "--nib", "sudah")
    command = advised(pusat, tmp_path / "cadangan.db")
    cut_off(pusat)
    told = pusat.good("check", "--rinci").out
    assert "cadangan.db: memuat riwayat sampai pekerjaan 2" in told
    assert "kkmp restore BERKAS" in told
    for asked in (command, ["check", "--kepala", tmp_path / "cadangan.db"]):
        done = pusat.run(*asked)
        assert done.code == 1
        assert "tidak termuat di register ini" in done.out


def test_what_a_restore_replaced_is_not_told_as_cut_off(pusat: Office, tmp_path: Path) -> None:
    pusat.good("backup", tmp_path / "lama.db")
    pusat.good("update", "--kota", "jakpus", "--all", "--nib", "sudah")
    pusat.good("update", "--kota", "jakpus", "--all", "--npwp", "sudah")
    pusat.good("backup", tmp_path / "baru.db")
    assert "tidak ada di register ini" not in pusat.good("check").out
    pusat.good("restore", tmp_path / "lama.db")
    assert "tidak ada di register ini" not in pusat.good("check").out


def test_a_copy_that_knows_more_than_the_register_is_told(pusat: Office) -> None:
    before = pusat.register.read_bytes()
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("update", "--kota", "jakpus", "--all", "--npwp", "sudah")
    pusat.register.write_bytes(before)
    done = pusat.good("check", "--rinci")
    assert "memuat riwayat sampai pekerjaan 2" in done.out
    assert "riwayat di sini dipotong" in done.out


def test_a_chain_that_was_made_anew_is_noticed(pusat: Office, tmp_path: Path) -> None:
    command = advised(pusat, tmp_path / "cadangan.db")
    with opened(pusat.register) as connection:
        columns = ", ".join(hash_chain.HEADER)
        row = connection.execute(f"SELECT {columns} FROM runs").fetchone()
        header = dict(zip(hash_chain.HEADER, row, strict=True)) | {"petugas": "Orang Lain"}
        events = connection.execute(
            "SELECT entitas, subjek, per, berkas, baris, isi FROM events ORDER BY id"
        ).fetchall()
    digest = hash_chain.digest(header, events)
    tampered(pusat.register, f"UPDATE runs SET petugas = 'Orang Lain', intisari = '{digest}'")
    pusat.good("check")
    assert pusat.run(*command).code == 1


def test_what_is_no_head_is_refused_in_words(pusat: Office, tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("surat")
    for text in ("entah", "25", "", "1-xyz"):
        assert "kkmp backup" in pusat.refused("check", "--kepala", text).err
    pusat.refused("check", "--kepala", tmp_path / "surat.txt", code=3)
