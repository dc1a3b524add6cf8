"""XML of a package, tag by tag."""

from __future__ import annotations

from xml.parsers.expat import ExpatError

import pytest

from kkmp_cli.sheets import markup


class _Seen(markup.Handler):
    def __init__(self) -> None:
        self.events: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.events.append(f"<{tag} {attributes}")

    def text(self, text: str) -> None:
        self.events.append(text)

    def end(self, tag: str) -> None:
        self.events.append(f">{tag}")


def test_tags_lose_their_prefixes_and_texts_come_in_order() -> None:
    seen = _Seen()
    markup.walk([b'<x:a xmlns:x="x"><b r="1">sa', b"tu &amp; dua</b></x:a>"], seen)
    assert "".join(seen.events[1:]) == "<b {'r': '1'}satu & dua>b>a"


def test_a_document_type_is_refused_so_that_no_entity_grows() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(ValueError, match="document type"):
        markup.walk([bomb], markup.Handler())


@pytest.mark.parametrize("document", [b"", b"<a>", b"<a></b>", b"teks"])
def test_what_is_no_document_is_an_error(document: bytes) -> None:
    with pytest.raises(ExpatError):
        markup.walk([document], markup.Handler())


def test_a_word_is_found_over_the_border_of_pieces() -> None:
    assert markup.mentions([b"<a><str", b"ike/></a>"], b"strike")
    assert not markup.mentions([b"<a>", b"</a>"], b"strike")
