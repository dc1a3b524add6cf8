"""Cutting out what shows nothing changes nothing of what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.sheets import markup
from kkmp_cli.sheets.cell_styles import Style
from kkmp_cli.sheets.display import Display, SheetDisplay
from kkmp_cli.sheets.display_scan import DisplayScan
from kkmp_cli.sheets.worksheet import Worksheet

STYLES = [Style(), Style(), Style(Display(percent=True)), Style(filled=True)]
CELLS = (
    "<v>1</v>",
    "",
    '" t="s"><v>7</v>',
    '" t="e"><v>#N/A</v>',
    '" t="inlineStr"><is><r><rPr><strike/></rPr><t>a</t></r></is>',
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", ' hidden="1"', ' ht="0"', ' s="3"']),
        st.lists(st.tuples(st.integers(0, 3), st.sampled_from(CELLS)), max_size=4),
    ),
    max_size=8,
)


def _document(rows: Sequence[tuple[str, Sequence[tuple[int, str]]]]) -> bytes:
    lines = []
    for number, (more, cells) in enumerate(rows, 1):
        texts = []
        for column, (style, inside) in zip("ABCD", cells, strict=False):
            begin = f'<c r="{column}{number}" s="{style}'
            inside = inside if inside.startswith('"') else f'">{inside}'
            texts.append(f"{begin}{inside}</c>" if inside != '">' else f'{begin}"/>')
        lines.append(f'<row r="{number}"{more}>{"".join(texts)}</row>')
    merge = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells><rowBreaks count="0"/>'
    sheet = f'<cols><col min="1" max="1" hidden="1"/></cols><sheetData>{"".join(lines)}</sheetData>'
    return f"<worksheet>{sheet}{merge}</worksheet>".encode()


def _shown(pieces: Sequence[bytes], strings: dict[str, str], *, cut: bool) -> SheetDisplay:
    worksheet = Worksheet(STYLES, strings)
    telling = DisplayScan(STYLES, bool(strings))
    markup.walk(telling.parts(pieces) if cut else pieces, worksheet)
    return worksheet.shown


@given(ROWS, st.integers(1, 400), st.sampled_from([{}, {"7": "dicoret"}]))
def test_a_large_sheet_shows_the_same_when_it_is_cut(
    rows: list[tuple[str, list[tuple[int, str]]]], size: int, strings: dict[str, str]
) -> None:
    document = _document(rows)
    pieces = [document[at : at + size] for at in range(0, len(document), size)]
    assert _shown(pieces, strings, cut=True) == _shown(pieces, strings, cut=False)


def test_rows_that_show_nothing_are_left_out() -> None:
    document = _document([("", [(0, CELLS[0])] * 4)] * 200 + [("", [(2, CELLS[0])])])
    parts = b"".join(DisplayScan(STYLES, False).parts([document[:4_000], document[4_000:]]))
    assert parts.count(b"<c ") == 1
    assert b'<c r="A201" s="2">' in parts


def test_a_sheet_that_spells_its_tags_otherwise_is_left_whole() -> None:
    document = _document([("", [(0, CELLS[0])])] * 9).replace(b'<c r="', b'<c  r="')
    assert b"".join(DisplayScan(STYLES, False).parts([document[:99], document[99:]])) == document
