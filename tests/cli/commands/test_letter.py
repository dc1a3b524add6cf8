"""`kkmp letter`: from the example to eight letters, and never over another file."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Asked, Office

ASK = ("letter", "--belum", "rat", "--kota", "jakpus", "--per", "2026-03-10")


def example(office: Office, tmp_path: Path, suffix: str) -> Path:
    office.good("letter", "--contoh", tmp_path / f"contoh{suffix}")
    return tmp_path / f"contoh{suffix}"


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt"])
def test_the_first_letters_need_nothing_but_the_example(
    demo: Office, tmp_path: Path, suffix: str
) -> None:
    file = example(demo, tmp_path, suffix)
    done = demo.good(*ASK, "--templat", file, "-o", tmp_path / "surat")
    made = sorted(one.name for one in (tmp_path / "surat").iterdir())
    assert len(made) == 8 and f"Surat Camat Johar Baru{suffix}" in made
    assert "(8 surat)" in done.out and "kantor" in done.err
    assert demo.good("followup", "list", "--json").json == []
    again = demo.run(*ASK, "--templat", file, "-o", tmp_path / "surat")
    assert again.code == 1 and "sudah ada" in again.err


def test_a_dry_run_lists_them_and_writes_nothing(demo: Office, tmp_path: Path) -> None:
    file = example(demo, tmp_path, ".md")
    done = demo.good(
        *ASK, "--templat", file, "-o", tmp_path / "surat", "--dry-run", "--untuk", "lurah"
    )
    assert "39 surat" in done.out and "tidak ada yang ditulis" in done.out
    assert not (tmp_path / "surat").exists()


def test_letters_hold_the_settings_of_the_office_and_own_texts(
    demo: Office, tmp_path: Path
) -> None:
    demo.good("config", "kantor", "SUDIN CONTOH", "--register")
    (tmp_path / "t.md").write_text("{{kantor}} {{nomor}} {{kepada}}\n{{daftar}}")
    demo.good(*ASK, "--templat", tmp_path / "t.md", "-o", tmp_path / "s", "--isi", "nomor=7")
    text = (tmp_path / "s" / "Surat Camat Gambir.md").read_text()
    assert text.startswith("SUDIN CONTOH 7 Camat Gambir\n1. KKMP Gambir: ")


def test_what_was_sent_becomes_follow_ups_on_request(demo: Office, tmp_path: Path) -> None:
    file = example(demo, tmp_path, ".md")
    done = demo.good(
        *ASK, "--templat", file, "-o", tmp_path / "s", "--tindak-lanjut", "--batas", "2090-03-10"
    )
    assert "8 tindak lanjut dicatat, batas 10 Maret 2090" in done.out
    assert len(demo.good("followup", "list", "--json").json) == 8


def test_at_a_terminal_it_is_asked(demo: Office, tmp_path: Path) -> None:
    file = example(demo, tmp_path, ".md")
    child = Asked("--db", demo.register, *ASK, "--templat", file, "-o", tmp_path / "s")
    child.until("tindak lanjut, batas")
    child.answer("y\n")
    assert child.end() == 0
    assert len(demo.good("followup", "list", "--json").json) == 8


def test_what_is_missing_or_unknown_is_said(demo: Office, tmp_path: Path) -> None:
    file = example(demo, tmp_path, ".md")
    assert "--contoh" in demo.refused(*ASK, code=2).err
    demo.refused(*ASK, "--templat", file, code=2)
    demo.refused(*ASK, "--templat", file, "-o", tmp_path / "s", "--untuk", "bupati", code=2)
    demo.refused(*ASK, "--templat", tmp_path / "tiada.md", "-o", tmp_path / "s", code=3)
    demo.refused("letter", "--contoh", file)
    assert not (tmp_path / "s").exists()


def test_letters_with_names_of_persons_are_for_their_owner_alone(
    demo: Office, tmp_path: Path
) -> None:
    demo.good("update", "Gambir", "--kota", "jakpus", "--ketua", "Siti", "--per", "2026-03-01")
    (tmp_path / "t.txt").write_text("{{ketua}}")
    demo.refused(*ASK, "--templat", tmp_path / "t.txt", "-o", tmp_path / "s")
    demo.good(*ASK, "--templat", tmp_path / "t.txt", "-o", tmp_path / "s", "--with-personal")
    made = tmp_path / "s" / "Surat Camat Gambir.txt"
    assert made.read_text().startswith("Siti") and made.stat().st_mode & 0o777 == 0o600
