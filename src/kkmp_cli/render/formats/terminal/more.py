"""What stands behind the counts, on a screen: kendala, plans, loans, partners; with `--rinci` all
that paper has too.

The sections are those of the packet, laid out in columns and lines. Never enters: a sum.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from kkmp_cli.render import packet
from kkmp_cli.render.console import Page, user_text
from kkmp_cli.render.document import (
    COUNT,
    NOTHING,
    SIGNED,
    Group,
    Section,
    Table,
    Value,
    for_paper,
    shown,
)
from kkmp_cli.render.layout import Line, columns, fitting_gap, flow, heading, paragraph, table_width
from kkmp_cli.reports import KotaReport, Report

BRIEF = ("kendala", "rencana", "pinjaman", "mitra")
FULL = (*BRIEF, "jangkauan_pelatihan", "teladan", "tren", "nama")


def sections(value: Report, kota: KotaReport, page: Page, detail: bool) -> list[Line]:
    """The sections of the packet that the lines above do not hold already."""
    wanted = {*(FULL if detail else BRIEF), "kontak"}
    lines: list[Line] = []
    for section in for_paper(packet.part_of(value, kota, detail)).sections:
        if section.key in wanted:
            lines += _section(section, page)
        elif detail and (found := [table for table in section.tables if table.key in wanted]):
            lines += [
                line for table in found for line in [*heading(table.title), *_table(table, page)]
            ]
    return lines


def _section(section: Section, page: Page) -> list[Line]:
    lines = heading(section.title)
    for sentence in section.lead:
        lines += paragraph(page, user_text(sentence), 2)
    for table in section.tables:
        if len(section.tables) > 1:
            lines.append(Text.assemble("  ", user_text(table.title)))
        lines += _names(table.groups, page) if table.groups else _table(table, page)
    for note in section.notes:
        lines += paragraph(page, page.say(note, "dim"), 2)
    return lines


def _names(groups: Sequence[Group], page: Page) -> list[Line]:
    lines: list[Line] = []
    said = ""
    for group in groups:
        if group.heading != said:
            lines += paragraph(page, user_text(group.heading), 2)
            said = group.heading
        lead = Text.assemble("    ", user_text(group.label), "  " if group.label else "")
        lines += flow(page, lead, [user_text(item) for item in group.items])
    return lines


def _table(table: Table, page: Page) -> list[Line]:
    """Columns under each other; where the page is too narrow for that, a line for each row."""
    rows = [[user_text(column.label, "dim") for column in table.columns]]
    rows += [_cells(table, row, page) for row in table.rows]
    if table.total:
        rows.append(_cells(table, table.total, page))
    if page.width is not None and table_width(rows) + 2 > page.width:
        return _one_by_one(table, page)
    right = [column.kind in (COUNT, SIGNED) for column in table.columns]
    return columns(rows, right, fitting_gap(rows, page))


def _cells(table: Table, row: Sequence[Value], page: Page) -> list[Text]:
    texts = [shown(cell, column.kind) for cell, column in zip(row, table.columns, strict=True)]
    return [Text(page.glyphs.none) if text == NOTHING else user_text(text) for text in texts]


def _one_by_one(table: Table, page: Page) -> list[Line]:
    lines: list[Line] = []
    for row in (*table.rows, *([table.total] if table.total else [])):
        first, *rest = _cells(table, row, page)
        pieces = [
            Text.assemble(user_text(column.label, "dim"), " ", cell)
            for column, cell, raw in zip(table.columns[1:], rest, row[1:], strict=True)
            if raw not in (None, "", 0)
        ]
        lines += flow(page, Text.assemble("  ", first, "  "), pieces, page.glyphs.dot, 4)
    return lines
