"""What a Windows computer lacks and refuses is no obstacle: `windows_like.py` says what that is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
NOTE = "naik → 田 🙂 “kata”"
SHEET = "Kelurahan;Tgl NIB\nDuri Pulo;10/6/2025\nCideng;entahlah\n"
DB = ("--db", "kantor kita/OneDrive - Dinas/register (1).db")
WEEK = (
    ("demo",),
    (*DB, "add", "--kota", "jakpus", "--all"),
    (*DB, "import", "Isian Gambir (1).csv", "--kota", "jakpus", "--skip-errors"),
    (*DB, "update", "Cideng", "--nib", "sudah", "--ketua", "Budi", "--catatan", NOTE),
    (*DB, "backup", "cadangan.db"),
    (*DB, "undo"),
    (*DB, "restore", "cadangan.db", "--yes"),
    (*DB, "show", "Cideng", "--json"),
    (*DB, "config", "kop", NOTE),
    (*DB, "config", "kop", "--json"),
    (*DB, "history"),
    (*DB, "report", "--kota", "jakpus", "-o", "paket.html"),
    (*DB, "report", "--kota", "jakpus", "-o", "paket.html"),
    (*DB, "report", "--kota", "jakpus", "--format", "html"),
    (*DB, "report", "--kota", "jakpus", "-o", "paket.xlsx"),
    (*DB, "verify", "paket.html"),
    (*DB, "template", "--kota", "jakpus", "--kecamatan", "Gambir", "-o", "Isian Gambir.xlsx"),
    (*DB, "import", "Isian G*.xlsx", "--kota", "jakpus"),
    (*DB, "export", "-o", "isi.xlsx"),
    (*DB, "export"),
    (*DB, "forget", "Cideng", "--yes"),
    (*DB, "check"),
)


class Answer:
    """What one command came to, as bytes on pipes of Windows."""

    def __init__(self, words: tuple[str, ...], line: str) -> None:
        self.words = " ".join(word for word in words if word not in DB)
        self.code, out, err = json.loads(line)
        self.out, self.err = bytes.fromhex(out), bytes.fromhex(err)


def takeable(name: str) -> bool:
    """True for what Windows takes as the name of a file."""
    device = re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", name)
    return not device and name == name.rstrip(" .") and not set(':*?"<>|\\') & set(name)


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    """A week of commands in one process; each by its words."""
    desk = tmp_path_factory.mktemp("windows")
    (desk / DB[1]).parent.mkdir(parents=True)
    (desk / "Isian Gambir (1).csv").write_text(SHEET, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", str(TESTS / "windows_like.py")],
        input="".join(json.dumps(words) + "\n" for words in WEEK),
        cwd=desk,
        env={"PATH": os.environ["PATH"], "HOME": str(desk), "USERNAME": "Petugas Uji"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    for path in desk.rglob("*"):
        assert not path.is_file() or takeable(path.name), path
    lines = done.stdout.splitlines()
    assert len(lines) == len(WEEK), done.stderr
    answers = [Answer(words, line) for words, line in zip(WEEK, lines, strict=True)]
    return {one.words: one for one in answers}


def starting(week: dict[str, Answer], words: str) -> Answer:
    """The answer to the command that starts so."""
    return next(one for said, one in week.items() if said.startswith(words))


def test_every_command_does_its_work(week: dict[str, Answer]) -> None:
    for words, one in week.items():
        wanted = 1 if "--skip-errors" in words else 0
        assert one.code == wanted, (words, one.err)
        assert b"Traceback" not in one.err, words


def test_whoever_works_there_is_named_and_the_synchronised_folder_is_told(
    week: dict[str, Answer],
) -> None:
    said = starting(week, "add").err
    assert b"`Petugas Uji`" in said
    assert b"folder yang disinkronkan (OneDrive)" in said


def test_what_is_printed_is_plain_in_the_code_page(week: dict[str, Answer]) -> None:
    assert b"belum ada data -> sudah" in starting(week, "update").out
    for words in ("update", "history", "check", "verify"):
        assert b"\\u" not in starting(week, words).out.replace(b"\\u7530", b""), words


def test_json_and_files_on_a_pipe_are_what_they_are_elsewhere(week: dict[str, Answer]) -> None:
    shown = json.loads(starting(week, "show").out.decode("cp1252"))
    assert shown["catatan"] == NOTE
    assert NOTE in repr(json.loads(week["config kop --json"].out.decode("cp1252")))
    page = starting(week, "report --kota jakpus --format html").out.decode("utf-8")
    assert page.startswith("<!DOCTYPE html>") and "·" in page
    table = week["export"].out
    assert table.startswith(b"\xef\xbb\xbfkode;") and b"\r\r" not in table
    assert "田" in table.decode("utf-8")
