"""A document → a screen: one column of plain lines with little ink; the same words with and without
colour, at any width, in a pipe. Never enters: a sum, a choice of what is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text

from kkmp_cli.parsing.text import printable
from kkmp_cli.render import layout
from kkmp_cli.render.console import Page
from kkmp_cli.render.document import BARS, Bar, Document, Group, Part, Section, Table, for_paper
from kkmp_cli.render.words import JOINT, NO_DATA

_WIDEST, _SMALLEST, _IN_PIPE = 30, 6, 20
"""Of a bar."""
_ASCII = str.maketrans("█░·–—", "#-.--")


def write(document: Document, page: Page, brief: bool = False) -> Text:
    """The whole document, or its short form."""
    lines: list[Text] = []
    for part in document.parts:
        lines += [Text(), Text()] if lines else []
        lines += _part(document, for_paper(part, (BARS,), brief), page.width)
    if document.end:
        lines += [Text(), *_joined(document.end, page.width, "dim")]
    return _with_signs(Text("\n").join(lines), page)


def table(found: Table, page: Page) -> Text:
    """A table alone."""
    return _with_signs(Text("\n").join(layout.table(_safe(found), page.width)), page)


def _with_signs(text: Text, page: Page) -> Text:
    """The text with signs that the encoding knows."""
    if page.plain:
        text.plain = text.plain.replace(JOINT, " | ").translate(_ASCII)
    return text


def _part(document: Document, part: Part, width: int | None) -> Iterator[Text]:
    if part.name:
        yield from _joined(f"{document.title}{JOINT}{part.name}", width, "bold")
    yield from _joined(JOINT.join([document.day, *part.facts[:1]]), width)
    for fact in part.facts[1:]:
        yield from _joined(fact, width)
    for section in part.sections:
        yield Text()
        yield from layout.paragraph(width, _text(section.title, "bold"), 0)
        yield from _section(section, width)


def _joined(line: str, width: int | None, style: str = "") -> list[Text]:
    text = layout.pieces(printable(line).split(JOINT), JOINT, width, style)
    return layout.paragraph(width, text, 0)


def _section(section: Section, width: int | None) -> Iterator[Text]:
    for words in section.lead:
        yield from layout.paragraph(width, _text(words))
    if section.bars:
        yield from _bars(section.bars, width)
    for table in (layout.form_of(_safe(table), width) for table in section.tables):
        if table.titled:
            yield from layout.paragraph(width, Text(table.title))
        if table.groups:
            yield from _groups(table.groups, width, 4 if table.titled else 2)
        else:
            yield from layout.table(table, width)
        for note in table.notes:
            yield from layout.paragraph(width, Text(note, "dim"))
    for note in section.notes:
        yield from layout.paragraph(width, _text(note, "dim"))


def _text(words: str, style: str = "") -> Text:
    return Text(printable(words), style)


def _safe(found: Table) -> Table:
    """The table in which no text from outside can act on a terminal."""

    def safe(row: Sequence[str | int | None]) -> tuple[str | int | None, ...]:
        return tuple(printable(cell) if isinstance(cell, str) else cell for cell in row)

    return found._replace(
        title=printable(found.title),
        rows=tuple(map(safe, found.rows)),
        notes=tuple(map(printable, found.notes)),
        narrow=_safe(found.narrow) if found.narrow else None,
    )


def _groups(groups: Sequence[Group], width: int | None, indent: int) -> Iterator[Text]:
    """A row for each group with its names; the names of one heading under each other."""
    for heading, mine in groupby(groups, lambda group: group.heading):
        if heading:
            yield from layout.paragraph(width, _text(heading), indent)
        deep, those = indent + 2 * bool(heading), list(mine)
        labels = [printable(group.label) for group in those]
        wide = max(map(len, labels)) + 2 if any(labels) else 0
        for label, group in zip(labels, those, strict=True):
            lead = Text(" " * deep + label.ljust(wide))
            room = width and width - lead.cell_len
            names = layout.pieces(map(printable, group.items), ", ", room)
            yield from layout.hanging(width, lead, names)


def _bars(bars: Sequence[Bar], width: int | None) -> Iterator[Text]:
    """A bar and its numbers for each; where nothing is known neither bar nor percentage."""
    known = [bar for bar in bars if bar.done + bar.open]
    label = max(len(bar.label) for bar in bars) + 2
    digits = max((len(_number(bar)) for bar in known), default=0)
    longest = max((len(bar.words) + digits - len(_number(bar)) for bar in known), default=0)
    size = _bar_width(width, label + 2, longest)
    for bar in bars:
        lead = Text(f"  {bar.label:<{label}}")
        words = bar.words
        if bar in known:
            words = words.rjust(len(words) + digits - len(_number(bar)))
            if size:
                lead.append_text(layout.bar((bar.done, bar.open, bar.unknown), size)).append("  ")
        body = layout.pieces(words.split(JOINT), JOINT, width and width - lead.cell_len)
        yield from layout.hanging(width, lead, body)
    if known:
        signs = ["█ sudah", "░ belum", *[f"· {NO_DATA}"] * any(bar.unknown for bar in known)]
        yield Text(f"  {'   '.join(signs)}", "dim")


def _number(bar: Bar) -> str:
    return bar.words.partition(" ")[0]


def _bar_width(width: int | None, label: int, longest: int) -> int:
    """As wide as the numbers leave room; where they need a second line anyway, wide enough to be
    read.
    """
    if width is None:
        return _IN_PIPE
    room = width - label - 2 - longest
    if room >= _SMALLEST:
        return min(room, _WIDEST)
    return 2 * _SMALLEST if width >= label + _SMALLEST + 32 else 0
