"""A document → a screen: one column of plain lines with little ink; the same words with and without
colour, at any width, in a pipe. Never enters: a sum, a choice of what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text

from kkmp_cli.parsing.text import printable
from kkmp_cli.render import page_lines, page_tables
from kkmp_cli.render.console import Page
from kkmp_cli.render.document import (
    BARS,
    HEADLINES,
    Bar,
    Document,
    Group,
    Headline,
    Matrix,
    Part,
    Section,
    Table,
    for_paper,
)
from kkmp_cli.render.words import JOINT, NO_DATA, signs

_WIDEST, _SMALLEST, _IN_PIPE = 30, 6, 20
"""Of a bar."""
_BETWEEN = re.compile(rf"(?<=\S){re.escape(JOINT)}(?=\S)")
_ASCII = str.maketrans("█░·–—", "#-.--") | signs.IN_ASCII


def write(document: Document, page: Page, brief: bool = False) -> Text:
    """The whole document, or its short form."""
    lines: list[Text] = []
    for part in document.parts:
        lines += [Text(), Text()] if lines else []
        lines += _part(document, for_paper(part, (BARS, HEADLINES), brief), page.width)
    if document.end:
        lines += [Text(), *_joined(document.end, page.width, "dim")]
    text = Text("\n").join(lines)
    if page.plain:  # signs that the encoding knows
        text.plain = _BETWEEN.sub(" | ", text.plain).translate(_ASCII)
    return text


def _part(document: Document, part: Part, width: int | None) -> Iterator[Text]:
    if part.name:
        yield from _joined(f"{document.title}{JOINT}{part.name}", width, "bold")
    yield from _joined(JOINT.join([document.day, *part.facts[:1]]), width)
    for fact in part.facts[1:]:
        yield from _joined(fact, width)
    for section in part.sections:
        yield Text()
        yield from page_lines.paragraph(width, _text(section.title, "bold"), 0)
        yield from _section(section, width)


def _joined(line: str, width: int | None, style: str = "") -> list[Text]:
    text = page_lines.pieces(printable(line).split(JOINT), JOINT, width, style)
    return page_lines.paragraph(width, text, 0)


def _text(words: str, style: str = "") -> Text:
    return Text(printable(words), style)


def _section(section: Section, width: int | None) -> Iterator[Text]:
    for words in section.lead:
        yield from page_lines.paragraph(width, _text(words))
    if section.headlines:
        yield from _headlines(section.headlines, width)
    if section.bars:
        yield from _bars(section.bars, width)
    if section.matrix:
        yield from _matrix(section.matrix, width)
    for table in section.tables:
        yield from _table(page_tables.form_of(_safe(table), width), width)
    for note in section.notes:
        yield from page_lines.paragraph(width, _text(note, "dim"))


def _matrix(matrix: Matrix, width: int | None) -> Iterator[Text]:
    from kkmp_cli.render import page_matrix

    yield from page_matrix.lines(matrix, width)
    for note in matrix.notes:
        yield from page_lines.paragraph(width, _text(note, "dim"))


def _table(table: Table, width: int | None) -> Iterator[Text]:
    if table.titled:
        yield from page_lines.paragraph(width, Text(table.title))
    if table.groups:
        for _, mine in groupby(table.groups, lambda group: group.heading):
            yield from _groups([*mine], width, 4 if table.titled else 2)
    else:
        yield from page_tables.table(table, width)
    for note in table.notes:
        yield from page_lines.paragraph(width, Text(note, "dim"))


def _safe(table: Table) -> Table:
    """The table in which no text from outside can act on a terminal."""

    def safe(row: Sequence[str | int | None]) -> tuple[str | int | None, ...]:
        return tuple(printable(cell) if isinstance(cell, str) else cell for cell in row)

    return table._replace(
        title=printable(table.title),
        rows=tuple(map(safe, table.rows)),
        notes=tuple(map(printable, table.notes)),
        narrow=_safe(table.narrow) if table.narrow else None,
    )


def _groups(groups: Sequence[Group], width: int | None, indent: int) -> Iterator[Text]:
    """The groups of one heading: a row for each, the names under each other."""
    if heading := groups[0].heading:
        yield from page_lines.paragraph(width, _text(heading), indent)
        indent += 2
    labels = [printable(group.label) for group in groups]
    wide = max(map(len, labels)) + 2 if any(labels) else 0
    for label, group in zip(labels, groups, strict=True):
        lead = Text(" " * indent + label.ljust(wide))
        yield from _beside(width, lead, [*map(printable, group.items)], ", ")


def _beside(width: int | None, lead: Text, parts: Sequence[str], joint: str) -> list[Text]:
    room = width and width - lead.cell_len
    return page_lines.hanging(width, lead, page_lines.pieces(parts, joint, room))


def _headlines(those: Sequence[Headline], width: int | None) -> Iterator[Text]:
    """A line for each: the number, of how many, what it counts, and the small words."""
    number = max(len(one.number) for one in those)
    of, label = (max(len(getattr(one, name)) for one in those) for name in ("of", "label"))
    for one in those:
        lead = Text.assemble("  ", (one.number.rjust(number), "bold"), f" {one.of:<{of}}  ")
        lead.append(f"{one.label:<{label}}  ")
        yield from _beside(width, lead, [one.words], "")
    yield Text()


def _bars(bars: Sequence[Bar], width: int | None) -> Iterator[Text]:
    """A bar and its numbers for each; where nothing is known neither bar nor percentage."""
    drawn = [bar for bar in bars if bar.done + bar.open]
    words = _numbers_aligned(bars, drawn)
    label = max(len(bar.label) for bar in bars) + 2
    size = _bar_width(width, label + 2, [len(words[bar]) for bar in drawn])
    for bar in bars:
        lead = Text(f"  {bar.label:<{label}}").append_text(_drawn(bar, size))
        pieces = f"{words[bar]}{bar.goal and JOINT + bar.goal}".split(JOINT)
        yield from _beside(width, lead, pieces, JOINT)
    yield from _legend(drawn)


def _drawn(bar: Bar, size: int) -> Text:
    shares = (bar.done, bar.open, bar.unknown)
    visible = bar.done + bar.open and size
    return page_lines.bar(shares, size).append("  ") if visible else Text()


def _numbers_aligned(bars: Sequence[Bar], drawn: Sequence[Bar]) -> dict[Bar, str]:
    """The words of each, the numbers of those that have any under each other."""
    digits = max((len(_number(bar)) for bar in drawn), default=0)
    gaps = {bar: digits - len(_number(bar)) for bar in drawn}
    return {bar: " " * gaps.get(bar, 0) + bar.words for bar in bars}


def _number(bar: Bar) -> str:
    return bar.words.partition(" ")[0]


def _legend(drawn: Sequence[Bar]) -> Iterator[Text]:
    """What the signs of the bars mean, as far as they are drawn."""
    unknown = [f"· {NO_DATA}"] * any(bar.unknown for bar in drawn)
    if drawn:
        yield Text("  " + "   ".join(("█ sudah", "░ belum", *unknown)), "dim")


def _bar_width(width: int | None, label: int, words: Sequence[int]) -> int:
    """As wide as the numbers allow, or wide enough where those need a second line anyway."""
    if width is None:
        return _IN_PIPE
    room = width - label - 2 - max(words, default=0)
    if room >= _SMALLEST:
        return min(room, _WIDEST)
    return 2 * _SMALLEST if width >= label + _SMALLEST + 32 else 0
