"""What an officer reads says tahap and pekerjaan, and names a thing as people do: the words of the
program stand only where they are typed. From outside, on every screen and paper of a full register.
"""

from __future__ import annotations

import html
import re
import zipfile
from pathlib import Path

import pytest
import python_calamine

from full_register import READING, filled, typed
from running import Office

TYPED = re.compile(
    r"`[^`]*`|\bkkmp [^\n]*|--[a-z][\w-]* (?:\"[^\"]*\"|'[^']*'|\S+)|--[a-z][\w-]*|^\s*Kolom .* nomor → .*$",
    re.MULTILINE,
)
"""Commands and options; and what the plan says of a column of numbers, in the words of `--map`."""
FORBIDDEN = re.compile(
    r"milestone|\bruns?\b|\bstd(?:in|out|err)\b|dry.?run|sk_kemenkop|\brat_20\d\d|\btidak_diketahui"
    r"|simpan_pinjam|gerai_jenis|\bmandatory\b|\brequired\b|Ada tahap tanpa|menjadi 0\b|\(0\)",
    re.IGNORECASE,
)


def found(text: str) -> list[str]:
    """The words that nobody should read."""
    return FORBIDDEN.findall(TYPED.sub("", text))


@pytest.fixture
def full(demo: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    return filled(demo, tmp_path)


def test_no_screen_has_a_word_of_the_program(full: Office) -> None:
    for words in typed(READING):
        done = full.run(*words)
        assert not found(done.out + "\n" + done.err), (words, done.out + done.err)


def texts(path: Path) -> str:
    """What can be read in a file of the packet."""
    if path.suffix == ".xlsx":
        book = python_calamine.CalamineWorkbook.from_path(path)
        rows = (
            row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()
        )
        return "\n".join(str(cell) for row in rows for cell in row)
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return re.sub("<[^>]*>", " ", package.read("word/document.xml").decode())
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"<(style|script).*?</\1>", " ", text, flags=re.DOTALL)
        return html.unescape(re.sub("<[^>]*>", " ", text))
    return text


@pytest.mark.parametrize(
    "form", ["p.html", "p.md", "p.pesan", "p.narasi", "p.xlsx", "p.docx"], ids=lambda name: name[2:]
)
def test_no_paper_has_a_word_of_the_program(full: Office, tmp_path: Path, form: str) -> None:
    kinds = {".pesan": "pesan", ".narasi": "narasi"}
    path = tmp_path / form
    asked = ("--format", kinds[path.suffix]) if path.suffix in kinds else ()
    base = ("report", "--kota", "jakpus", "--per", "2026-03-10", "--sejak", "2026-02-01")
    done = full.good(*base, *asked, "-o", path)
    assert f"Ditulis: {path} (44 KKMP)" in done.err
    assert not found(texts(path))


def test_every_file_that_is_written_is_told_in_one_line(full: Office, tmp_path: Path) -> None:
    for words, what in (
        (("list", "--kota", "jakpus", "--kolom", "kelurahan,anggota"), "44 koperasi"),
        (("export", "--kota", "jakpus"), "44 koperasi"),
        (("template", "--kota", "jakpus"), "44 kelurahan, "),
    ):
        path = tmp_path / f"{words[0]}.xlsx"
        done = full.good(*words, "-o", path)
        assert f"Ditulis: {path} ({what}" in done.out + done.err
    calendar = tmp_path / "batas.ics"
    assert f"Ditulis: {calendar}\n" in full.good("due", "-o", calendar).err
    fields = tmp_path / "bidang.csv"
    assert f"Ditulis: {fields} (2 bidang)" in full.good("field", "export", fields).err
    missing = tmp_path / "tidak-ada" / "x.xlsx"
    told = full.refused("list", "-o", missing, code=3).err
    assert f"{missing} tidak dapat ditulis: foldernya tidak ada." in told


def test_who_said_his_name_is_not_asked_to_say_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = office.good("add", "Cideng", "--kota", "jakpus").err
    assert "Riwayat mencatat Anda sebagai `Petugas Uji`.\n" in told
    monkeypatch.delenv("KKMP_PETUGAS")
    told = office.good("--db", office.register.with_name("lain.db"), "add", "Cideng").err
    assert "(ganti: kkmp " in told and "config petugas" in told
