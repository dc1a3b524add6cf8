"""A document → PDF by typst, which is the extra `pdf`. Text goes in as data and is never read as
markup.

Never enters: a sum, a word that is not in the document.
"""

from __future__ import annotations

import json
from importlib import import_module, resources
from itertools import pairwise
from typing import Any

from kkmp_cli.errors import MissingExtra
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import (
    BARS,
    COUNT,
    DAY,
    HEADLINES,
    LINES,
    SIGNED,
    Document,
    Group,
    Headline,
    Line,
    Matrix,
    MatrixGroup,
    MatrixLine,
    Part,
    Section,
    Signature,
    Table,
    Value,
    for_paper,
    shown,
)
from kkmp_cli.render.formats import charts, matrix_page
from kkmp_cli.render.words import BAR_LEGEND, MARK_LEGEND

_LINE, _SHORT, _LONG = 95, 20, 40
"""Letters in a line of a table, in a cell that needs no room of its own, and in a long one."""


def write(document: Document) -> bytes:
    """The whole document on A4. Raises MissingExtra where the extra is not installed."""
    return compiled(document, "PDF", "pakai --format html, lalu cetak dari peramban")


def compiled(document: Document, what: str, instead: str, width: int = 0, **options: Any) -> bytes:
    """The document by typst: on A4, or on one page of this `width` in millimetres that is as long
    as it needs. Raises MissingExtra, with what to do `instead`.
    """
    try:
        typst: Any = import_module("typst")
    except ImportError:
        raise MissingExtra(what, "pdf", instead) from None
    source = resources.files("kkmp_cli.render").joinpath("templates", "packet.typ").read_bytes()
    data = json.dumps({**_document(document), "picture": width}, ensure_ascii=False)
    return bytes(typst.compile(source, sys_inputs={"data": data}, **options))


_WORDS = ("title", "place", "day", "end", "origin")


def _document(document: Document) -> dict[str, Any]:
    return {
        **{name: printable(getattr(document, name)) for name in _WORDS},
        "signatures": [_signature(one) for one in document.signatures],
        "letterhead": [[*map(printable, lines)] for lines in document.letterhead or ()],
        "compact": document.compact,
        "legend": BAR_LEGEND,
        "mark_legend": MARK_LEGEND,
        "parts": [
            _part(for_paper(part, (BARS, LINES, HEADLINES)), document.compact)
            for part in document.parts
        ],
    }


def _signature(one: Signature) -> dict[str, Any]:
    texts = {name: printable(getattr(one, name)) for name in ("role", "place", "name", "number")}
    return {**texts, "position": [*map(printable, one.position)]}


def _part(part: Part, compact: bool) -> dict[str, Any]:
    return {
        "name": printable(part.name),
        "facts": [printable(fact) for fact in part.facts],
        "sections": [_section(section) | _matrices(section, compact) for section in part.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": printable(section.title),
        "lead": [printable(sentence) for sentence in section.lead],
        "notes": [printable(note) for note in section.notes],
        "key": section.key,
        "small": section.small,
        **_charts(section),
        "tables": [_table(table) for table in section.tables],
        "blank": section.blank,
    }


def _charts(section: Section) -> dict[str, Any]:
    return {
        "headlines": [_printable(one) for one in section.headlines],
        "bars": [bar._asdict() for bar in section.bars],
        "lines": [_line(line) for line in section.lines],
    }


def _printable(one: Headline) -> dict[str, str]:
    return {name: printable(text) for name, text in one._asdict().items()}


def _line(line: Line) -> dict[str, Any]:
    curve = charts.curve(line)
    return {
        "label": curve.label,
        "top": shown(curve.top, COUNT),
        "low": curve.low,
        "first": curve.first,
        "last": curve.last,
        "strokes": [pair for piece in curve.pieces for pair in pairwise(_points(piece))],
        "points": curve.points,
        "begin": shown(curve.begin[2] if curve.begin else None, COUNT),
        "value": shown(curve.end[2] if curve.end else None, COUNT),
    }


def _points(piece: str) -> list[tuple[float, ...]]:
    return [tuple(map(float, point.split(","))) for point in piece.split()]


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": printable(table.title),
        "titled": table.titled,
        "heads": [printable(column.label) for column in table.columns],
        "right": [column.kind in (COUNT, SIGNED) for column in table.columns],
        "widths": _widths(table),
        "rows": [_row(table, row) for row in table.rows],
        "total": _row(table, table.total or ()),
        "shades": table.shades,
        "notes": _notes(table),
        "groups": [*map(_group, table.groups)],
    }


def _matrices(section: Section, compact: bool) -> dict[str, Any]:
    """Its matrix, if it has one, so large that it fits."""
    return {"matrix": _matrix(section.matrix, compact) if section.matrix else None}


def _matrix(matrix: Matrix, compact: bool) -> dict[str, Any]:
    return {
        "label": matrix.label,
        "heads": [*map(printable, matrix.columns)],
        "size": matrix_page.size(matrix, compact, beside=True)._asdict(),
        "groups": [*map(_matrix_group, matrix.groups)],
        "foot": [
            [mark.sign, mark.words, *(shown(number, COUNT) for number in counts)]
            for mark, counts in zip(matrix.legend, matrix.counts, strict=True)
        ],
        "notes": [*map(printable, matrix.notes)],
    }


def _matrix_group(group: MatrixGroup) -> dict[str, Any]:
    return {"label": printable(group.label), "lines": [*map(_matrix_line, group.lines)]}


def _matrix_line(line: MatrixLine) -> dict[str, Any]:
    marks = [[mark.sign, printable(mark.short)] for mark in line.marks]
    return {"label": printable(line.label), "marks": marks}


def _notes(table: Table) -> list[str]:
    return [printable(note) for note in (table.shading, *table.notes) if note]


def _group(one: Group) -> dict[str, str]:
    texts = {"heading": one.heading, "label": one.label, "names": ", ".join(one.items)}
    return {key: printable(text) for key, text in texts.items()}


def _row(table: Table, row: tuple[Value, ...]) -> list[str]:
    return [
        printable(shown(cell, column.kind))
        for cell, column in zip(row, table.columns, strict=False)
    ]


def _widths(table: Table) -> list[int]:
    """Numbers and days take what they need (0); texts share the rest by their length, short ones
    too where all together are wider than a page.
    """
    lengths = [_longest(table, at) for at in range(len(table.columns))]
    least = 0 if sum(lengths) > _LINE else _SHORT
    widths = [
        0 if column.kind in (COUNT, SIGNED, DAY) or long < least else min(long, _LONG)
        for column, long in zip(table.columns, lengths, strict=True)
    ]
    return widths if any(widths) else [0] * len(widths)


def _longest(table: Table, at: int) -> int:
    """Letters of the longest text of a column."""
    column = table.columns[at]
    cells = (shown(row[at], column.kind) for row in table.rows)
    return max(map(len, (column.label, *cells)))
