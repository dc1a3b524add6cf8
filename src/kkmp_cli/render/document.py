"""A document as plain values: sections of sentences, tables and charts, which every format for
readers writes.

What a cell says is decided here once, so a number is the same on a page, in a sheet and in a mail.
Text from outside stands in it as it was kept; each format makes it harmless in its own way. Never
enters: a format.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from kkmp_cli.parsing import dates, numbers

T = TypeVar("T")
Value = str | int | None
Row = tuple[Value, ...]
TEXT, COUNT, SIGNED, DAY = "text", "count", "signed", "day"
ALWAYS, IF_ANY, NEVER = "always", "if_any", "never"
"""Whether a column stands on paper: always, only where one of its cells says something, or in
sheets of data alone.
"""
NOTHING = "–"


class Column(NamedTuple):
    """`key` heads the column in CSV, `label` everywhere else."""

    key: str
    label: str
    kind: str = TEXT
    paper: str = ALWAYS


class Group(NamedTuple):
    """Names that stand together in one line on paper; `heading` is printed where it is another than
    before.
    """

    label: str
    items: tuple[str, ...]
    heading: str = ""


class Table(NamedTuple):
    """`groups` stand for the rows on paper. `shades` (0 to 4, None for none) go with the rows of a
    heat table.

    `paper` False keeps a table to sheets of data, `data` False to paper; `full` says a list names
    everybody.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    notes: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    shades: tuple[tuple[int | None, ...], ...] = ()
    paper: bool = True
    data: bool = True


class Bar(NamedTuple):
    """Three shares of one whole; `words` say them."""

    label: str
    done: int
    open: int
    unknown: int
    words: str


class Line(NamedTuple):
    """One milestone over the months: a number for each of the days, None where none is known; `top`
    is the whole.
    """

    label: str
    days: tuple[str, ...]
    values: tuple[int | None, ...]
    top: int


class Section(NamedTuple):
    """A heading with what stands under it. `lead` sentences come before the tables, `notes` in
    small print after.

    `blank` lines are left to be written on.
    """

    key: str
    title: str
    lead: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    blank: int = 0


class Part(NamedTuple):
    """One kota (or one cooperative): its name, the sentences under it, its sections."""

    key: str
    name: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]


class Document(NamedTuple):
    """`end` is the last line: day, time of printing, number of cooperatives. `signatures` are to be
    signed.

    `compact` asks for a single page.
    """

    title: str
    place: str
    day: str
    parts: tuple[Part, ...]
    end: str
    signatures: tuple[str, ...] = ()
    compact: bool = False


def shown(value: Value, kind: str) -> str:
    """A cell as it is printed."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, int):
        return numbers.show_signed(value) if kind == SIGNED else numbers.show(value)
    return dates.show(value) if kind == DAY else value


def on_paper(table: Table) -> Table:
    """The table without the columns that do not belong on paper."""
    kept = [at for at, column in enumerate(table.columns) if _kept(table, at, column)]
    return table._replace(
        columns=_picked(table.columns, kept),
        rows=tuple(_picked(row, kept) for row in table.rows),
        total=_picked(table.total, kept) if table.total else None,
        shades=tuple(_picked(row, kept) for row in table.shades),
    )


def _picked(row: tuple[T, ...], kept: Sequence[int]) -> tuple[T, ...]:
    return tuple(row[at] for at in kept)


def _kept(table: Table, at: int, column: Column) -> bool:
    if column.paper == IF_ANY:
        return any(row[at] not in (None, "", 0) for row in table.rows)
    return column.paper == ALWAYS


def for_paper(part: Part) -> Part:
    """The part as it is printed: what says nothing is left out."""
    sections = []
    for section in part.sections:
        tables = tuple(
            on_paper(table)
            for table in section.tables
            if table.paper and (table.rows or table.groups)
        )
        if section.lead or tables or section.blank:
            sections.append(section._replace(tables=tables))
    return part._replace(sections=tuple(sections))


def data_tables(document: Document) -> dict[str, Table]:
    """Every table of data by its key; those of several kota stand under each other with the kota in
    front.
    """
    found: dict[str, list[tuple[Part, Table]]] = {}
    for part in document.parts:
        for section in part.sections:
            for table in section.tables:
                if table.data:
                    found.setdefault(table.key, []).append((part, table))
    several = len(document.parts) > 1
    return {key: _joined(those) if several else those[0][1] for key, those in found.items()}


def _joined(those: Sequence[tuple[Part, Table]]) -> Table:
    first = those[0][1]
    place = Column("kota", "Kota/kabupaten")
    rows = tuple((part.name, *row) for part, table in those for row in table.rows)
    return first._replace(
        columns=(place, *first.columns), rows=rows, total=None, groups=(), shades=()
    )


def group_by(items: Iterable[tuple[str, str, str]]) -> tuple[Group, ...]:
    """(key, label, what is said) → a group for each key, in the order in which they come, counted
    in its label.
    """
    found: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for key, label, said in items:
        found.setdefault(key, []).append(said)
        labels[key] = label
    return tuple(
        Group(f"{labels[key]} ({numbers.show(len(those))})", tuple(those))
        for key, those in found.items()
    )
