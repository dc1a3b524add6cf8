"""What a browser shows of a packet is read, in its place."""

from __future__ import annotations

from kkmp_cli.actions.packet_text import html_page

PAGE = b"""<html><head><title>Judul</title><style>p::after { content: "35" }</style></head><body>
<h2>Per kecamatan</h2><p>Kata <b>tebal</b> dan lain</p>
<table><caption>Tabel</caption><thead><tr><th>Kecamatan</th><th>KKMP</th></tr></thead>
<tbody><tr><th>Gambir</th><td>6</td></tr></tbody></table>
<svg><text>34</text></svg><script>alert(1)</script></body></html>"""


def test_texts_cells_drawings_styles_and_scripts_are_read() -> None:
    texts = html_page.texts(PAGE)
    assert texts[("Per kecamatan", "Gambir", "KKMP")] == ["6"]
    assert "Kata tebal dan lain" in texts[("Per kecamatan",)]
    assert "34" in texts[("Per kecamatan",)] and "alert(1)" in texts[("Per kecamatan",)]
    assert 'content: "35"' in texts[(html_page.STYLE,)][0]


def test_a_row_of_a_table_without_headings_has_none_of_another_table() -> None:
    bars = (
        b"<h2>Kemajuan</h2><table><tbody><tr><th>NIB</th><td></td><td>34 dari 44</td></tr></table>"
    )
    texts = html_page.texts(PAGE.replace(b"</body>", bars))
    assert texts[("Kemajuan", "NIB")] == ["", "34 dari 44"]


def test_a_page_that_is_cut_or_wrong_is_read_as_far_as_it_goes() -> None:
    assert html_page.texts(b"<table><tr><td>6")[()] == ["6"]
    assert html_page.texts(b"</td></tr>\xff<p>7 < 8 &lt; 9")[()] == ["\ufffd", "7 < 8 < 9"]
    assert html_page.texts(b"a<!-- b --><!x>c<?y?>d<!-- e")[()] == ["acd"]
    assert html_page.texts(b"<STYLE>a < b</STYLE>c")[(html_page.STYLE,)] == ["a < b"]
