"""Lines of text for a page of a given width: pieces flow, columns align, bars show shares.

A piece (a name, a date) is never broken while it fits into a line. Knows nothing of cooperatives.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from kkmp_cli.render.console import Page

Line = Text
NARROW_INDENT = 6
"""How far lines are indented where the lead leaves too little room beside it."""


def heading(words: str, note: str = "") -> list[Line]:
    """A blank line and a heading."""
    return [Text(), Text.assemble((words, "bold"), (note, ""))]


def padded(text: Text, width: int, right: bool = False) -> Text:
    """The text filled with spaces up to `width` columns of a terminal."""
    gap = " " * max(width - text.cell_len, 0)
    return Text.assemble(gap, text) if right else Text.assemble(text, gap)


def flow(
    page: Page, lead: Text, pieces: Sequence[Text], joint: str = ", ", indent: int | None = None
) -> list[Line]:
    """`lead`, then the pieces in a row; lines that follow are indented as far as `lead` reaches (or
    `indent`).

    The joint stays at the end of the line that it closes; without a width all is one line.
    """
    hanging = lead.cell_len if indent is None else indent
    lines = [lead.copy()]
    empty = True
    if page.width is not None and hanging > page.width * 2 // 3:
        hanging = NARROW_INDENT
        lines.append(Text(" " * hanging))
    for number, piece in enumerate(pieces):
        last = number + 1 == len(pieces)
        tail = "" if last else joint
        for part in _fitting(page, piece, hanging):
            needed = part.cell_len + len(tail.rstrip())
            if page.width is not None and not empty and lines[-1].cell_len + needed > page.width:
                lines[-1].rstrip()
                lines.append(Text(" " * hanging))
            lines[-1].append_text(part)
            empty = False
        lines[-1].append(tail)
    lines[-1].rstrip()
    return lines


def _fitting(page: Page, piece: Text, hanging: int) -> list[Text]:
    """The piece whole, or by words where no line could hold it."""
    if page.width is None or hanging + piece.cell_len + 2 <= page.width:
        return [piece]
    words = piece.split(" ", include_separator=True)
    return [part for word in words for part in _chopped(word, max(page.width - hanging - 2, 8))]


def _chopped(word: Text, room: int) -> list[Text]:
    return (
        [word]
        if word.cell_len <= room
        else list(word.divide(range(room // 2, len(word), room // 2)))
    )


def paragraph(page: Page, words: Text, indent: int = 0) -> list[Line]:
    """A sentence or several, broken between words."""
    parts = [Text.assemble(part) for part in words.split(" ")]
    return flow(page, Text(" " * indent), parts, " ", indent)


def columns(
    rows: Sequence[Sequence[Text]], right: Sequence[bool], gap: int = 2, indent: int = 2
) -> list[Line]:
    """Rows with their cells under each other; `right` says of each column whether it is aligned to
    the right.
    """
    widths = (
        [max(row[number].cell_len for row in rows) for number in range(len(right))] if rows else []
    )
    lines = []
    for row in rows:
        cells = [
            padded(cell, width, to_right)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        ]
        line = Text(" " * indent).append_text(Text(" " * gap).join(cells))
        line.rstrip()
        lines.append(line)
    return lines


def fitting_gap(rows: Sequence[Sequence[Text]], page: Page, indent: int = 2) -> int:
    """The space between columns: two, or one where the page is too narrow for that."""
    needed = indent + table_width(rows) + len(rows[0]) - 1
    return 1 if page.width is not None and needed > page.width else 2


def table_width(rows: Sequence[Sequence[Text]], gap: int = 1) -> int:
    """How wide the columns are together, without an indent."""
    widths = [max(row[number].cell_len for row in rows) for number in range(len(rows[0]))]
    return sum(widths) + gap * (len(widths) - 1)


def bar(page: Page, done: int, not_done: int, unknown: int, width: int) -> Text:
    """Three shares side by side. What exists gets at least one sign; only all of it fills the
    bar.
    """
    cells = _share_out((done, not_done, unknown), width)
    glyphs = page.glyphs
    return Text.assemble(
        (glyphs.done * cells[0], "green"),
        (glyphs.open * cells[1], "dim"),
        (glyphs.unknown * cells[2], "yellow"),
    )


def _share_out(parts: Sequence[int], width: int) -> list[int]:
    """Largest remainders, but at least one for each part above zero."""
    whole = sum(parts)
    cells = [max(part * width // whole, 1 if part else 0) for part in parts]
    while sum(cells) < width:
        gaps = [
            part * width / whole - cell if part else -1.0
            for part, cell in zip(parts, cells, strict=True)
        ]
        cells[gaps.index(max(gaps))] += 1
    while sum(cells) > width:
        cells[cells.index(max(cells))] -= 1
    return cells
