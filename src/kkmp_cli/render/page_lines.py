"""Lines of Rich text for a page: sentences that wrap, names that are never broken, bars.

A piece (a name, a date) is never broken while it fits into a line. Knows nothing of cooperatives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from rich.text import Text

from kkmp_cli.render.line_breaks import names_kept

if TYPE_CHECKING:
    from rich.console import Console
    from rich.containers import Lines

INDENT = 2
_GLUE = "\u2800"
"""Stands for a space inside a piece until the lines are made; Rich breaks at every space."""


def pieces(parts: Iterable[str], joint: str, width: int | None, style: str = "") -> Text:
    """The parts in a row, to be broken between them only; a joint stays at the end of its line."""
    room = 0 if width is None else width - len(joint)
    glued = [part.replace(" ", _GLUE) if len(part) <= room else part for part in parts]
    return Text((joint.rstrip().replace(" ", _GLUE) + " ").join(glued), style)


def wrapped(text: Text, width: int) -> Lines:
    """The text broken between words, and inside no name. Rich asks for a console only where it
    justifies.
    """
    text.plain = names_kept(text.plain, width, _GLUE)
    return text.wrap(cast("Console", None), width)


def hanging(width: int | None, lead: Text, body: Text) -> list[Text]:
    """The body beside its lead; under the lead where there is no room for that."""
    indent = lead.cell_len
    if width is None or indent + body.cell_len <= width:
        return [whole(Text.assemble(lead, body))]
    if indent > width // 2:
        return [whole(lead), *hanging(width, Text(" " * 3 * INDENT), body)]
    first, *rest = wrapped(body, width - indent)
    lines = [Text.assemble(lead, first), *(Text.assemble(" " * indent, line) for line in rest)]
    return [whole(line) for line in lines]


def paragraph(width: int | None, text: Text, indent: int = INDENT, more: int = 0) -> list[Text]:
    """A sentence or several, broken between words; lines that follow are indented by `more`."""
    room = None if width is None else width - indent - more
    first, *rest = hanging(room, Text(), text)
    deeper = [Text.assemble(" " * (indent + more), line) for line in rest]
    return [Text.assemble(" " * indent, first), *deeper]


def whole(line: Text) -> Text:
    """A finished line."""
    line.plain = line.plain.replace(_GLUE, " ")
    line.rstrip()
    return line


def bar(parts: Sequence[int], width: int) -> Text:
    """Shares side by side: done, not, unknown. At least a sign each; only all fills the bar."""
    done, missing, unknown = _share_out(parts, width)
    return Text.assemble(("█" * done, "green"), ("░" * missing, "dim"), "·" * unknown)


def _share_out(parts: Sequence[int], width: int) -> list[int]:
    """Largest remainders, but at least one for each part above zero."""
    total = sum(parts)
    cells = [max(part * width // total, 1 if part else 0) for part in parts]
    while sum(cells) < width:
        gaps = [
            part * width / total - cell if part else -1.0
            for part, cell in zip(parts, cells, strict=True)
        ]
        cells[gaps.index(max(gaps))] += 1
    while sum(cells) > width:
        cells[cells.index(max(cells))] -= 1
    return cells
