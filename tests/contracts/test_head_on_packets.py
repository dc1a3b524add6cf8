"""Every packet and every run on the screen carries the head of the history; `check --kepala` reads it
back and tells whether the register still holds that history.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from running import Office
from tampering import tampered

HEAD = re.compile(r"\d+-[0-9a-f]{16}")
FORMATS = ("html", "md", "xlsx", "json", "pdf")


def packet(office: Office, target: Path, *arguments: object) -> Path:
    if target.suffix == ".pdf":
        pytest.importorskip("typst")
    office.good("report", "--kota", "jakpus", *arguments, "-o", target)
    return target


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.on_a_file
def test_a_packet_is_known_by_its_head_until_that_is_cut_off(
    pusat: Office, tmp_path: Path, extension: str
) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    made = packet(pusat, tmp_path / f"paket.{extension}")
    pusat.good("update", "Cideng", "--nib", "sudah")
    assert "sampai pekerjaan 2, 1 pekerjaan sesudahnya" in pusat.good("check", "--kepala", made).err
    tampered(pusat.register, "DELETE FROM events WHERE run > 1", "DELETE FROM runs WHERE id > 1")
    done = pusat.run("check", "--kepala", made)
    assert done.code == 1
    assert "tidak termuat di register ini" in done.out


def test_the_screen_the_overview_and_a_visit_carry_it_too(pusat: Office, tmp_path: Path) -> None:
    pusat.good("show", "Gambir", "-o", tmp_path / "gambir.html")
    texts = [pusat.good("report").out, pusat.good("report", "--kota", "jakpus").out]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text)
    for file in ("gambir.html", "0.txt", "1.txt"):
        assert (
            "sampai pekerjaan 1, 0 pekerjaan"
            in pusat.good("check", "--kepala", tmp_path / file).err
        )
    (head,) = {*HEAD.findall("".join(texts))}
    assert "sampai pekerjaan 1, 0 pekerjaan" in pusat.good("check", "--kepala", head).err


@pytest.mark.on_a_file
def test_an_old_packet_has_the_head_of_then_and_is_printed_again_to_the_byte(
    pusat: Office, tmp_path: Path
) -> None:
    day = ("--per", "2026-03-10", "--seperti-tercatat", "2026-03-11")
    tampered(pusat.register, "UPDATE runs SET waktu = '2026-03-10T03:00:00.000000Z'")
    before = packet(pusat, tmp_path / "dulu.json", *day).read_bytes()
    pusat.good("update", "Gambir", "--nib", "sudah")
    assert packet(pusat, tmp_path / "kini.json", *day).read_bytes() == before
    assert b'"kepala": "1-' in before
    assert b'"kepala": "2-' in packet(pusat, tmp_path / "baru.json").read_bytes()


def test_json_for_a_program_has_the_promised_keys_alone(pusat: Office) -> None:
    assert "kepala" not in pusat.good("report", "--json").json


WHO = ("--penanggung-jawab", "Sudin")
WRITING = (
    ("update", "Gambir", "--nib", "sudah"),
    ("undo",),
    ("add", "--kota", "kepseribu", "--all"),
    ("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025-01-01"),
    ("target", "set", "nib", "2027-01-01", "--kota", "jakpus"),
    ("area", "alias", "Gambiran", "31.71.01.1001"),
    ("followup", "add", "Uraian", "--kelurahan", "Gambir", *WHO, "--batas", "2027-12-31"),
    ("import", "{folder}/isian.csv", "--kota", "jakpus", "--yes"),
)


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_what_was_written_is_told_with_the_head_once(
    pusat: Office, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    pusat.good("update", "Gambir", "--npwp", "sudah")
    (tmp_path / "isian.csv").write_text("kelurahan,nib\nCideng,belum\n")
    done = pusat.good(*(word.format(folder=tmp_path) for word in arguments))
    (head,) = re.findall(rf"\[({HEAD.pattern})\]", done.out + done.err)
    assert head.startswith("3-")
    assert "sampai pekerjaan 3, 0 pekerjaan" in pusat.good("check", "--kepala", head).err
    assert f"[{head}]" in pusat.good("history", "--jumlah", 1).out


def test_a_packet_that_names_two_histories_is_refused(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Gambir", "--catatan", f"kepala riwayat 1-{'0' * 16}")
    made = tmp_path / "dua.txt"
    made.write_text(f"kepala riwayat 1-{'0' * 16} kepala riwayat 2-{'1' * 16}")
    assert "beberapa kepala" in pusat.refused("check", "--kepala", made).err
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\3\4rusak")
    pusat.refused("check", "--kepala", tmp_path / "rusak.xlsx", code=3)
