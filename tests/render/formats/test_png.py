"""A picture for a chat: one page that is as long as it needs."""

from __future__ import annotations

import struct

import pytest

from kkmp_cli.errors import MissingExtra
from kkmp_cli.render import packet
from kkmp_cli.render.formats import pdf, png
from running import Office
from sections import packet_of
from snapshots import jakarta_pusat


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height of a picture."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def test_it_is_one_picture_wide_enough_for_a_phone_and_no_longer_than_what_it_shows() -> None:
    whole = packet_of(jakarta_pusat())
    width, height = size_of(png.write(packet.first_pages(whole)))
    assert width == pytest.approx(1_024, abs=2)
    assert height < 3 * width
    longer = packet.first_pages(whole._replace(parts=whole.parts * 2))
    assert size_of(png.write(longer))[1] > height


def test_a_matrix_is_a_wider_one() -> None:
    matrix = packet.only_matrix(packet_of(jakarta_pusat()))
    assert size_of(png.write(matrix))[0] == pytest.approx(1_654, abs=2)


def test_the_first_page_of_a_packet_stands_alone() -> None:
    whole = packet_of(jakarta_pusat())
    first = packet.first_pages(whole)
    assert [len(part.sections) for part in first.parts] == [1] * len(whole.parts)
    assert first.signatures == ()
    assert first.end == whole.end


def test_without_the_extra_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(pdf, "import_module", missing)
    with pytest.raises(MissingExtra, match="PNG"):
        png.write(packet_of(jakarta_pusat()))


def test_the_same_picture_is_the_same_file(demo: Office) -> None:
    made = packet.first_pages(packet_of(jakarta_pusat()))
    assert png.write(made) == png.write(made)
