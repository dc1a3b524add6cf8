"""A document → Markdown (GitHub's tables): readable as it is, and safe where it is made into a
page.

Text from outside stands as text: what Markdown, HTML or a link would be is escaped. Never enters: a
sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import (
    COUNT,
    SIGNED,
    Document,
    Group,
    Matrix,
    Part,
    Row,
    Section,
    Signature,
    Table,
    for_paper,
    shown,
)

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~$&{}@^])")
_AT_THE_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])(?=[-+=\s]|$)")
_LINK = re.compile(r"(?i)(://|\bwww\.)")
_EMOJI = re.compile(r":(?=[\w+-]+:)")


def write(document: Document) -> str:
    """The whole document."""
    lines = [f"# {text(document.title)}: {text(document.place)}", "", text(document.day), ""]
    several = len(document.parts) > 1
    for part in document.parts:
        lines += _part(for_paper(part), several)
    for signature in document.signatures:
        lines += _signature(signature)
    origin = [f"<!-- {document.origin} -->", ""] if document.origin else []
    return "\n".join([*lines, "---", "", text(document.end), "", *origin])


def _signature(one: Signature) -> list[str]:
    """Who signs, with a line to be written on where no name is set."""
    number = f" (NIP {one.number})" if one.number else ""
    name = text(one.name + number) if one.name else "_" * 24
    place = [text(one.place), ""] if one.place else []
    return [*place, f"{text(one.line)}: {name}", ""]


def _part(part: Part, several: bool) -> list[str]:
    lines = [f"## {text(part.name)}", ""] if several else []
    for fact in part.facts:
        lines += [text(fact), ""]
    for section in part.sections:
        lines += _section(section, "###" if several else "##")
    return lines


def _section(section: Section, marks: str) -> list[str]:
    lines = [f"{marks} {text(section.title)}", ""]
    if len(section.lead) > 1:
        lines += [*(f"- {text(sentence)}" for sentence in section.lead), ""]
    else:
        lines += _apart(section.lead)
    lines += _matrix(section.matrix) if section.matrix else []
    for table in section.tables:
        lines += [f"**{text(table.title)}**", ""] if table.titled else []
        lines += _names(table.groups) if table.groups else _table(table)
        lines += _apart(table.notes)
    return [*lines, *_apart(section.notes)]


def _apart(sentences: Iterable[str]) -> list[str]:
    return [line for sentence in sentences for line in (text(sentence), "")]


def _table(table: Table) -> list[str]:
    heads = [text(column.label) for column in table.columns]
    rules = ["---:" if column.kind in (COUNT, SIGNED) else "---" for column in table.columns]
    rows = [_cells(table, row) for row in table.rows]
    if table.total:
        rows.append([f"**{cell}**" for cell in _cells(table, table.total)])
    return [*(f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows)), ""]


def _matrix(matrix: Matrix) -> list[str]:
    """A row with the name of each group over its lines; the counts at the foot."""
    heads = [text(matrix.label), *map(text, matrix.columns)]
    rows = [heads, ["---"] * len(heads), *_marks(matrix)]
    for mark, counts in zip(matrix.legend, matrix.counts, strict=True):
        cells = [text(shown(number, COUNT)) for number in counts]
        rows.append([f"**{mark.sign} {text(mark.words)}**", *cells])
    return [*(f"| {' | '.join(cells)} |" for cells in rows), "", *_apart(matrix.notes)]


def _marks(matrix: Matrix) -> Iterator[list[str]]:
    for group in matrix.groups:
        yield [f"**{text(group.label)}**", *[""] * len(matrix.columns)]
        for one in group.lines:
            yield [text(one.label), *(text(mark.seen) for mark in one.marks)]


def _cells(table: Table, row: Row) -> list[str]:
    kinds = (column.kind for column in table.columns)
    return [text(shown(cell, kind)) for cell, kind in zip(row, kinds, strict=True)]


def _names(groups: Iterable[Group]) -> list[str]:
    lines: list[str] = []
    heading = ""
    for group in groups:
        if group.heading != heading:
            lines += [*([""] if lines else []), text(group.heading), ""]
            heading = group.heading
        label = f"{text(group.label)}: " if group.label else ""
        lines.append(f"- {label}{text(', '.join(group.items))}")
    return [*lines, ""]


def text(raw: str) -> str:
    """Any text so that Markdown shows it as it is."""
    kept = _SIGNS.sub(r"\\\1", printable(raw))
    kept = _LINK.sub(lambda match: match[0].replace(":", "\\:").replace(".", "\\."), kept)
    kept = _EMOJI.sub(r"\\:", kept)
    return _AT_THE_START.sub(
        lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", kept
    )
