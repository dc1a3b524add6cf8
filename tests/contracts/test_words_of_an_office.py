"""What a word of cells means is said by `--arti`, in one call or for good."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.both_engines


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB;Usaha\nCideng;v;zz\nGambir;v;v\n")
    return path


def test_the_remedy_followed_to_the_letter_reads_the_sheet(pusat: Office, sheet: Path) -> None:
    first = pusat.run("import", sheet, "--per", "2026-03-10")
    assert first.code == 1
    ready = re.search(r'--arti "[^"]*"', first.out)
    assert ready is not None
    options = shlex.split(ready[0])
    done = pusat.good("import", sheet, "--per", "2026-03-10", *options, "--yes")
    assert "Dibaca menurut --arti: `zz` = belum." in done.out
    assert pusat.good("show", "Cideng", "--json").json["usaha"] == "belum"


def test_a_word_that_is_remembered_is_told_listed_and_forgotten(pusat: Office, sheet: Path) -> None:
    words = ("--arti", "usaha:zz=proses", "--remember")
    done = pusat.good("import", sheet, "--per", "2026-03-10", *words, "--yes")
    assert "Diingat: usaha:zz → berarti proses." in done.out
    assert "Kata `usaha:zz`: diingat: proses" in pusat.good("history").out
    assert "berarti proses" in pusat.good("import", "--remember").out
    again = pusat.good("import", sheet, "--per", "2026-03-11")
    assert "`zz` = proses" in again.out
    pusat.good("import", "--forget", "usaha:zz")
    assert pusat.run("import", sheet, "--per", "2026-03-12").code == 1
    assert "tidak diingat" in pusat.refused("import", "--forget", "usaha:zz").err


def test_a_word_and_a_heading_of_one_spelling_are_remembered_apart(
    pusat: Office, tmp_path: Path
) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;Zz;NIB\nCideng;v;zz\n")
    both = ("--map", "Zz=npwp", "--arti", "zz=belum", "--remember", "--yes")
    pusat.good("import", path, "--per", "2026-03-10", *both)
    pusat.good("import", path, "--per", "2026-03-11")
    cideng = pusat.good("show", "Cideng", "--json").json
    assert (cideng["npwp"], cideng["nib"]) == ("sudah", "belum")


def test_a_column_of_a_letter_is_not_remembered(pusat: Office, tmp_path: Path) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;;Usaha\nCideng;v;v\n")
    maps = ("--map", "kolom B=nib")
    refused = pusat.refused("import", path, *maps, "--remember")
    assert "tidak dapat diingat" in refused.err
    pusat.good("import", path, *maps, "--yes")
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"
    advised = pusat.good("import", path, "--dry-run").out
    assert 'kolom tanpa judul (B) tidak dibaca; bila perlu: --map "kolom B=…"' in advised
