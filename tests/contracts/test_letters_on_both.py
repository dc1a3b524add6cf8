"""Letters that one engine would take and the other not: the same words on a file and on a server, and
whatever is kept comes back as it was typed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

BROKEN = {"NUL": "a\0b", "separuh": "a\ud800b", "bita": "a\udcffb"}
UNUSUAL = (
    "Ünïcode ẞ İı ǅ",
    "𝔊𝔞𝔪𝔟𝔦𝔯 🦄 👩‍👩‍👧",
    "ꦱꦼꦭꦩꦠ꧀ سلام 東京 Ω≈ç√∫",
    "'; DROP TABLE runs; -- \\' $$ %s {0} ?",
    "\\u0000 \\x00 &#0; %00 \\",
    '{"a": [1, null]} ["ketua",',
    "\U0010fffd",
)
PLACES: dict[str, tuple[str, ...]] = {
    "catatan": ("update", "Gambir", "--catatan", "{}"),
    "alasan": ("update", "Gambir", "--nib", "sudah", "--alasan", "{}"),
    "nama": ("update", "Gambir", "--nama", "{}"),
    "mitra": ("update", "Gambir", "--mitra", "{}"),
    "kendala": ("update", "Gambir", "--nib", "terkendala", "--nib-kendala", "modal: {}"),
    "pelatihan": ("training", "add", "{}", "--kota", "jakpus", "--mulai", "2026-01-10"),
    "ejaan": ("area", "alias", "{}", "31.71.01.1001"),
    "bidang": ("field", "add", "x_uji", "{}", "--kind", "teks", "--arti", "arti"),
    "arti": ("field", "add", "x_uji", "Uji", "--kind", "teks", "--arti", "{}"),
    "sumber": ("target", "set", "nib", "2026-12-01", "--kota", "jakpus", "--sumber", "{}"),
    "kelurahan": ("update", "{}", "--nib", "sudah"),
}


def test_broken_letters_are_refused_in_the_same_words(pusat: Office) -> None:
    for place, words in PLACES.items():
        for kind, text in BROKEN.items():
            done = pusat.run(*(word.format(text) for word in words))
            assert done.code == 1 and done.out == "", (place, kind, done)
            assert "huruf rusak" in done.err, (place, kind, done.err)
    assert pusat.good("history", "--json").json[0]["run"] == 1


def test_unusual_letters_come_back_as_they_were(pusat: Office) -> None:
    for text in UNUSUAL:
        pusat.good("update", "Gambir", "--catatan", text, "--alasan", text)
        assert pusat.good("show", "Gambir", "--json").json["catatan"] == text
        assert pusat.good("history", "--json").json[0]["alasan"] == text
    pusat.good("check")


@pytest.mark.parametrize("text", ["a\0b", "a\\u0000b"], ids=["NUL", "tulisan NUL"])
def test_a_sheet_with_broken_letters_says_the_cell(
    pusat: Office, tmp_path: Path, text: str
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_bytes(f"Kelurahan,Catatan\nGambir,{text}\nCideng,baik\n".encode())
    done = pusat.run("import", sheet, "--kota", "jakpus")
    if "\0" in text:
        assert (done.code, done.out) == (3, "") and "isinya biner" in done.err, done
    else:
        assert done.code == 0, done
        assert pusat.good("show", "Gambir", "--json").json["catatan"] == text


def test_a_file_whose_name_is_no_text(pusat: Office, tmp_path: Path) -> None:
    sheet = os.fsencode(tmp_path) + b"/isian\xff.csv"
    Path(os.fsdecode(sheet)).write_text("Kelurahan,NIB\nGambir,sudah\n", "utf-8")
    done = pusat.run("import", os.fsdecode(sheet), "--kota", "jakpus")
    assert (done.code, done.out) == (1, "") and "huruf rusak" in done.err, done


def test_an_officer_whose_name_is_no_text(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KKMP_PETUGAS", "Budi\udcff")
    done = pusat.refused("update", "Gambir", "--nib", "sudah")
    assert "Nama petugas berisi huruf rusak" in done.err and "KKMP_PETUGAS" in done.err
    monkeypatch.setenv("KKMP_PETUGAS", "Budi\x1b[31m Santoso")
    pusat.good("update", "Gambir", "--nib", "sudah")
    assert pusat.good("history", "--json").json[0]["petugas"] == "Budi[31m Santoso"
