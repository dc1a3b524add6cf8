"""One page that needs nothing else and in which text of others is text."""

from __future__ import annotations

from kkmp_cli.render.document import Bar, Document, Part, Section, Signature
from kkmp_cli.render.formats import html
from sections import packet_of
from snapshots import jakarta_pusat

NASTY = '</style><script>alert(1)</script>"\x1b[31m\u202e'


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = html.write(packet_of(jakarta_pusat()))
    assert "default-src 'none'" in page
    assert "<script" not in page and " src=" not in page and "http://" not in page.lower()


def test_text_of_others_is_text_wherever_it_stands() -> None:
    section = Section("s", NASTY, (NASTY,), bars=(Bar(NASTY, 1, 1, 1, NASTY),))
    page = html.write(
        Document(NASTY, NASTY, NASTY, (Part("31.71", NASTY, (NASTY,), (section,)),), NASTY)
    )
    assert "<script" not in page and "\x1b" not in page and "\u202e" not in page
    assert page.count("</style>") == 1
    assert "&lt;script&gt;" in page


def test_what_a_document_signs_has_a_line_on_the_page() -> None:
    made = packet_of(jakarta_pusat())._replace(signatures=(Signature("Petugas & saksi"),))
    assert "Petugas &amp; saksi" in html.write(made)
