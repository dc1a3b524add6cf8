"""Blocks of a page in lines of Rich text: sentences that wrap, names that are never broken, tables,
bars.

A piece (a name, a date) is never broken while it fits into a line. Knows nothing of cooperatives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from rich.text import Text

from kkmp_cli.render.document import COUNT, DONE, LATE, SIGNED, SOON, Table, with_columns
from kkmp_cli.render.document import shown as shown_cell
from kkmp_cli.render.words import JOINT, NOTHING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.containers import Lines

_GLUE = "\u2800"
"""Stands for a space inside a piece until the lines are made; Rich breaks at every space."""
_INDENT = 2
_LONG = 24
"""The room that a long text needs at least, beside columns that cannot give way."""
_URGENT = {LATE: "bold red", SOON: "bold yellow", DONE: "green"}


def pieces(parts: Iterable[str], joint: str, width: int | None, style: str = "") -> Text:
    """The parts in a row, to be broken between them only; a joint stays at the end of its line."""
    room = 0 if width is None else width - len(joint)
    glued = [part.replace(" ", _GLUE) if len(part) <= room else part for part in parts]
    return Text((joint.rstrip().replace(" ", _GLUE) + " ").join(glued), style)


def _wrapped(text: Text, width: int) -> Lines:
    """Rich asks for a console only where it justifies."""
    return text.wrap(cast("Console", None), width)


def hanging(width: int | None, lead: Text, body: Text) -> list[Text]:
    """The body beside its lead, and under itself where it goes on; under the lead where that leaves
    no room.
    """
    indent = lead.cell_len
    if width is None:
        return [_clean(Text.assemble(lead, body))]
    if indent <= width // 2 or indent + body.cell_len <= width:
        lines = _wrapped(body, width - indent)
        leads = [lead, *[Text(" " * indent)] * (len(lines) - 1)]
        return [_clean(Text.assemble(*both)) for both in zip(leads, lines, strict=True)]
    return [_clean(lead), *hanging(width, Text(" " * 3 * _INDENT), body)]


def paragraph(width: int | None, text: Text, indent: int = _INDENT, more: int = 0) -> list[Text]:
    """A sentence or several, broken between words; lines that follow are indented by `more`."""
    room = None if width is None else width - indent - more
    lines = hanging(room, Text(), text)
    return [Text.assemble(" " * (indent + more * bool(at)), line) for at, line in enumerate(lines)]


def _clean(line: Text) -> Text:
    line.plain = line.plain.replace(_GLUE, " ")
    line.rstrip()
    return line


def form_of(found: Table, width: int | None) -> Table:
    """The table, or its narrow form where a line has too little room for it."""
    if found.narrow is None or _fitting(found, width, give_way=False):
        return found
    return found.narrow._replace(titled=found.titled)


def table(found: Table, width: int | None) -> list[Text]:
    """Columns under each other. Where the page is too narrow: several tables with some columns
    each, or a line for each row.
    """
    fitting = _fitting(found, width)
    if fitting:
        return _drawn(found, *fitting)
    if all(column.kind in (COUNT, SIGNED) for column in found.columns[1:]):
        half = len(found.columns) // 2 + 1
        parts = [range(half), (0, *range(half, len(found.columns)))]
        halves = [table(with_columns(found, [*part]), width) for part in parts]
        return [*halves[0], Text(), *halves[1]]
    return [line for row in _cells(found) for line in _told(found, row, width)]


def _cells(found: Table) -> list[list[str]]:
    rows = [*found.rows, *([found.total] if found.total else [])]
    return [
        [shown_cell(cell, column.kind) for cell, column in zip(row, found.columns, strict=True)]
        for row in rows
    ]


def _fitting(
    found: Table, width: int | None, give_way: bool = True
) -> tuple[list[int], int] | None:
    """How wide each column is, and the gap between them; None where they do not fit. A heading may
    take two lines, and where they may `give_way`, long texts share what the others leave.
    """
    labels = [column.label for column in found.columns]
    texts = [max(map(len, column)) for column in zip(*_cells(found), strict=True)]
    if width is None:
        return [max(text, len(label)) for text, label in zip(texts, labels, strict=True)], 2
    for gap in (2, 1):
        free = width - _INDENT - gap * (len(labels) - 1)
        for of_heading in (len, _in_two_lines):
            sizes = [max(t, of_heading(label)) for t, label in zip(texts, labels, strict=True)]
            if sum(sizes) <= free:
                return sizes, gap
        long = [size for size in sizes if size > _LONG and give_way]
        share = (free - sum(sizes) + sum(long)) // len(long) if long else 0
        if share >= _LONG:
            return [size if size <= _LONG else min(size, share) for size in sizes], gap
    return None


def _in_two_lines(label: str) -> int:
    words = label.split()
    cuts = (
        max(len(" ".join(words[:at])), len(" ".join(words[at:]))) for at in range(1, len(words) + 1)
    )
    return min(cuts, default=0)


def _drawn(found: Table, widths: Sequence[int], gap: int) -> list[Text]:
    """The table on a page; its headings stand on the first row, texts that go on hang below."""
    labels = [column.label for column in found.columns]
    heads = [_cell(label, size, "dim") for label, size in zip(labels, widths, strict=True)]
    tallest = max(map(len, heads))
    heads = [[Text()] * (tallest - len(head)) + head for head in heads]
    lines = [*_side_by_side(found, heads, widths, gap)]
    for at, row in enumerate(_cells(found)):
        lines += _side_by_side(found, _row(found, at, row, widths), widths, gap)
    return lines


def _row(found: Table, at: int, row: Sequence[str], widths: Sequence[int]) -> list[list[Text]]:
    pressing = _URGENT.get(found.pressing[at], "") if at < len(found.pressing) else ""
    plain = "bold" if at == len(found.rows) else ""
    styles = [pressing if column.key == "sisa" else plain for column in found.columns]
    return [_cell(*cell) for cell in zip(row, widths, styles, strict=True)]


def _cell(text: str, width: int, style: str) -> list[Text]:
    if len(text) > width:
        return [*_wrapped(pieces(text.split(", "), ", ", width, style), width)]
    return [Text(text, style)]


def _side_by_side(
    found: Table, cells: Sequence[Sequence[Text]], widths: Sequence[int], gap: int
) -> Iterator[Text]:
    """The cells of a row, each of some lines, as whole lines."""
    for parts in zip_longest(*cells, fillvalue=Text()):
        line = Text(" " * _INDENT)
        for part, column, size in zip(parts, found.columns, widths, strict=True):
            spaces = " " * (size - part.cell_len)
            right = column.kind in (COUNT, SIGNED)
            line.append(spaces * right).append_text(part).append(spaces * (not right) + " " * gap)
        yield _clean(line)


def _told(found: Table, row: Sequence[str], width: int | None) -> list[Text]:
    """A row as a line of pieces, with what each one is; nothing of what is not known."""
    named = zip(found.columns[1:], row[1:], strict=True)
    rest = [f"{column.label} {cell}" for column, cell in named if cell != NOTHING]
    body = pieces(rest, JOINT, width and width - 2 * _INDENT)
    return paragraph(width, Text.assemble(row[0], "  ", body), more=_INDENT)


def bar(parts: Sequence[int], width: int) -> Text:
    """Shares side by side: done, not done, unknown. What exists gets at least one sign; only all of
    it fills the bar.
    """
    done, missing, unknown = _share_out(parts, width)
    return Text.assemble(("█" * done, "green"), ("░" * missing, "dim"), ("·" * unknown, "yellow"))


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
