"""A file that is broken UTF-8 or UTF-16 is refused with its line, never read as something else."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.sheets.text_encoding import encoding_of

TEXT = "Kelurahan;Catatan\nGambir;Kafé Bü\nCideng;“kios” – rapi\nKartini;x\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_what_is_whole_is_told(encoding: str) -> None:
    assert encoding_of(TEXT.encode(encoding), "a.csv") == encoding


@pytest.mark.parametrize(
    "text", ["Kafé", "“CAFÉ”", "Café – “kios”", "naïve; señor; façade", "100 °C · ½ €"]
)
def test_windows_text_stays_windows_text(text: str) -> None:
    assert encoding_of(f"Catatan\n{text}\n".encode("cp1252"), "a.csv") == "cp1252"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_one_windows_byte_in_utf_8_is_told_with_its_line(mark: bytes) -> None:
    content = mark + TEXT.encode() + "Senen;M\xfcller\n".encode("cp1252")
    with pytest.raises(Unusable) as refusal:
        encoding_of(content, "a.csv")
    assert refusal.value.message == (
        "a.csv baris 5: byte 0xFC (`ü` di Windows) bukan UTF-8, padahal selebihnya UTF-8"
    )
    assert "simpan sebagai UTF-8" in refusal.value.remedy


def test_a_cut_letter_at_the_end_is_told_too() -> None:
    with pytest.raises(Unusable, match="baris 3: byte 0xE2"):
        encoding_of("Catatan\nBü\n“".encode()[:-1], "a.csv")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_a_byte_too_few_or_too_many_in_utf_16_is_told_with_its_line(encoding: str) -> None:
    content = TEXT.encode(encoding)
    at = len("Kelurahan;Catatan\nGam".encode(encoding))
    for broken in (content[:at] + content[at + 1 :], content[:at] + b"x" + content[at:]):
        with pytest.raises(Unusable, match=r"a\.csv baris 2: ada byte yang hilang"):
            encoding_of(broken, "a.csv")
    with pytest.raises(Unusable, match="ada byte yang hilang"):
        encoding_of(content + b"\n", "a.csv")


def test_two_bytes_lost_in_two_places_are_noticed() -> None:
    content = (TEXT * 4).encode("utf-16-le")
    with pytest.raises(Unusable, match="baris 2: ada byte yang hilang"):
        encoding_of(content[:50] + content[51:200] + content[201:], "a.csv")
