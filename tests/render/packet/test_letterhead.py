"""The letterhead and the signatures of a packet: what is set is printed, what is not can be written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kkmp_cli import settings
from kkmp_cli.model.office import UNSET, Office, Signatory
from kkmp_cli.render import packet
from kkmp_cli.render.document import Document
from kkmp_cli.render.formats import WRITERS, Options
from kkmp_cli.render.packet import letterhead
from running import Office as Desk
from sections import packet_of
from snapshots import jakarta_pusat

LATE = datetime(2026, 3, 9, 17, 0, tzinfo=UTC)
SIGNER = Signatory(("Kepala Suku Dinas", "PPKUKM"), "Ani <b>Ani</b>, S.E.", "197001011995031001")
OFFICE = Office(
    ("PEMERINTAH <X>",), ("SUKU DINAS",), ("Jl. Merdeka 1", "Telp 1"), "Jakarta", SIGNER
)


def signed(office: Office) -> Document:
    return packet.with_letterhead(packet_of(jakarta_pusat()), office, LATE)


def test_what_is_set_stands_in_its_place() -> None:
    made = signed(OFFICE)
    assert made.letterhead == (OFFICE.above, OFFICE.name, OFFICE.below)
    witness, signer = made.signatures
    assert (witness.place, witness.line, witness.name) == ("", "Mengetahui", "")
    assert signer.place == "Jakarta, 10 Maret 2026"
    assert signer.line == "Yang melaporkan, Kepala Suku Dinas, PPKUKM"
    assert signer.number == "19700101 199503 1 001"


def test_what_is_not_set_is_left_to_be_written_and_there_is_no_empty_letterhead() -> None:
    made = signed(UNSET)
    assert made.letterhead is None
    assert made.signatures[1].place == f"{letterhead.DOTS}, 10 Maret 2026"
    assert made.signatures == packet_of(jakarta_pusat()).signatures


@pytest.mark.parametrize("name", ["html", "md"])
def test_every_line_of_it_is_printed_and_none_acts(name: str) -> None:
    page = str(WRITERS[name](signed(OFFICE), Options()))
    for words in ("Kepala Suku Dinas", "PPKUKM", "Jakarta, 10 Maret 2026", "19700101 199503 1 001"):
        assert words in page
    assert "<b>Ani" not in page.replace("\\<b\\>Ani", "")
    if name == "html":
        assert all(line in page for line in (*OFFICE.name, *OFFICE.below))
        assert "PEMERINTAH &lt;X&gt;" in page


def test_a_matrix_alone_is_under_no_letterhead() -> None:
    made = packet.only_matrix(signed(OFFICE))
    assert made.letterhead is None
    assert made.signatures == ()


def test_a_packet_is_under_the_letterhead_that_the_register_keeps(pusat: Desk) -> None:
    pusat.good("config", "kantor", "SUKU DINAS LAMA")
    pusat.good("config", "penandatangan_nama", "Pejabat Lama")
    per = ("--kota", "jakpus", "--format", "html")
    old = pusat.good("report", *per).out
    assert "SUKU DINAS LAMA" in old
    assert "Pejabat Lama" in old
    assert "SUKU DINAS LAMA" not in pusat.good("report", "--kota", "jakpus").out


def test_an_old_packet_is_under_the_letterhead_of_its_time(
    pusat: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pusat.good("config", "kantor", "SUKU DINAS LAMA")
    first, file = settings.today().isoformat(), tmp_path / "paket.html"
    ask = ("report", "--kota", "jakpus", "--per", "2026-03-10")
    pusat.good(*ask, "-o", file)
    later = settings.now() + timedelta(days=400)
    monkeypatch.setattr(settings, "now", lambda: later)
    pusat.good("config", "kantor", "SUKU DINAS BARU")
    assert "SUKU DINAS BARU" in pusat.good(*ask, "--format", "html").out
    known = pusat.good(*ask, "--seperti-tercatat", first, "--format", "html").out
    assert "SUKU DINAS LAMA" in known
    assert "SUKU DINAS BARU" not in known
    assert "sampai ke byte" in pusat.good("verify", file).out
