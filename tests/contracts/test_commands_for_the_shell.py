"""Every command that is printed can be pasted into a shell, whatever the folder is called."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from running import Office, state_of

pytestmark = pytest.mark.on_a_file

NAME = "data kkmp (1) $(x) it's `y` & co; {a} *?[b] ~#!"


class Shell:
    """A shell in a folder of an awkward name, in which `kkmp` is this program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        program = folder.parent / "bin" / "kkmp"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kkmp_cli "$@"\n')
        program.chmod(0o755)
        self.environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}"}
        self.environment.pop("KKMP_DB", None)

    def run(self, line: str, code: int = 0) -> str:
        """Runs a line as it was printed; what the program said."""
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode()
        assert done.returncode == code, (line, said)
        return said


def printed(said: str, before: str, after: str = "\n") -> str:
    """The command that stands between these words."""
    found = re.search(f"{re.escape(before)}(kkmp .*?){re.escape(after)}", said, re.DOTALL)
    assert found, said
    return found[1]


@pytest.fixture
def shell(pusat: Office, tmp_path: Path) -> Shell:
    folder = tmp_path / "awal" / NAME
    folder.mkdir(parents=True)
    shutil.copyfile(pusat.register, folder / "kantor (1).db")
    return Shell(folder)


def test_each_printed_command_works_as_it_stands(shell: Shell) -> None:
    register = shell.folder / "kantor (1).db"
    kkmp = "kkmp --db 'kantor (1).db'"
    written = shell.run(f"{kkmp} update Cideng --nib sudah")
    before = state_of(register)
    undone = shell.run(printed(written, "batalkan: ", "). ["))
    assert state_of(register) != before
    shell.run(printed(undone, "kembalikan: ", "). ["))
    assert state_of(register) == before
    backed = shell.run(f"{kkmp} backup 'cadangan $(x).db'")
    shell.run(f"{kkmp} update Cideng --npwp sudah")
    restored = shell.run(printed(backed, "Pulihkan dengan: ", ". Isinya"))
    assert state_of(register) == before
    shell.run(printed(restored, "kembali: "))
    assert state_of(register) != before
    shell.run(f"{kkmp} report -o 'laporan $(x).html'")
    assert (shell.folder / "laporan $(x).html").read_text().startswith("<!")


def test_rejected_rows_come_back_by_the_printed_command(shell: Shell) -> None:
    sheet = shell.folder / "isian $(x).csv"
    sheet.write_text("kelurahan,nib\nCideng,belum\nDuri Pulo,entahlah\n")
    said = shell.run("kkmp --db 'kantor (1).db' import 'isian $(x).csv' --skip-errors", 1)
    again = printed(said, "impor berkas itu.\n→ ")
    rejected = shell.folder / "isian $(x).csv.ditolak.xlsx"
    assert rejected.is_file()
    rejected.write_text("kelurahan,nib\nDuri Pulo,sudah\n")
    shell.run(again)
    listed = shell.run("kkmp --db 'kantor (1).db' list --sudah nib")
    assert "Duri Pulo" in listed


def test_a_name_with_a_conflict_advises_what_can_be_pasted(shell: Shell) -> None:
    shell.run("kkmp --db 'kantor (1).db' update Cideng --nib sudah --per 2026-01-31")
    (shell.folder / "b.csv").write_text("kelurahan,nib\nCideng,belum\n")
    said = shell.run("kkmp --db 'kantor (1).db' import b.csv")
    shell.run(printed(said, "terapkan: "))
    assert "Cideng" in shell.run("kkmp --db 'kantor (1).db' list --belum nib")
