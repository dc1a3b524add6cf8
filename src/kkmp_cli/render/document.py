"""A document as plain values: sections of sentences, tables and charts, which every format for
readers writes.

What a cell says is decided here once, so a number is the same on a page, in a sheet and in a mail.
Text from outside stands in it as it was kept; each format makes it harmless in its own way. Never
enters: a format.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple, TypeVar

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.words import NOTHING

T = TypeVar("T")
Value = str | int | None
Row = tuple[Value, ...]
TEXT, COUNT, SIGNED, DAY = "text", "count", "signed", "day"
ALWAYS, IF_ANY, NEVER, ALONE = "always", "if_any", "never", "alone"
"""Whether a column stands on paper: always, if a cell says something, in sheets of data alone, on
paper alone.
"""
BARS, LINES, HEADLINES = "bars", "lines", "headlines"
"""The charts of a section."""
LATE, SOON, DONE = "late", "soon", "done"
"""How pressing a row is."""


class Column(NamedTuple):
    """`key` heads the column in CSV, `label` everywhere else."""

    key: str
    label: str
    kind: str = TEXT
    paper: str = ALWAYS


class Group(NamedTuple):
    """Names together in one line on paper; `heading` is printed where it changes."""

    label: str
    items: tuple[str, ...]
    heading: str = ""


class Table(NamedTuple):
    """`groups` stand for the rows on paper.

    `shades` (0 to 4, None for none) go with the rows of a heat table, and `shading` tells what they
    mean; `pressing` goes with the rows too. `chart` names the chart of the section that shows the
    same numbers. `paper` False keeps a table to sheets of data, `data` False to paper; `brief`
    False leaves it out of the short form. `narrow` stands for it where a line has too little room.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    notes: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    shades: tuple[tuple[int | None, ...], ...] = ()
    shading: str = ""
    pressing: tuple[str, ...] = ()
    chart: str = ""
    paper: bool = True
    data: bool = True
    brief: bool = True
    titled: bool = True
    narrow: Table | None = None


class Bar(NamedTuple):
    """Three shares of one whole; `words` say them. `goal` says what is wanted by when, `mark` how
    many of the whole that is, None where it is all or nothing is.
    """

    label: str
    done: int
    open: int
    unknown: int
    words: str
    goal: str = ""
    mark: int | None = None


class Line(NamedTuple):
    """A milestone over the months: a number for each day, None if unknown; `top` is the whole."""

    label: str
    days: tuple[str, ...]
    values: tuple[int | None, ...]
    top: int


class Mark(NamedTuple):
    """A cell of a matrix: `sign` and `short` (a month or a word; may be empty) for the eye, `words`
    for the ear and for data. `state` is the key of its look.

    `month` is there where `short` is one, written shorter still (`8/25`); `day` is what it is the
    month of (an ISO day, month or year).
    """

    state: str
    sign: str
    short: str
    month: str
    words: str
    day: str = ""

    @property
    def seen(self) -> str:
        """Sign and what stands beside it."""
        return f"{self.sign} {self.short}".rstrip()


class MatrixLine(NamedTuple):
    """A line of a matrix: a mark for each of its columns."""

    label: str
    marks: tuple[Mark, ...]


class MatrixGroup(NamedTuple):
    """Lines under one name."""

    name: str
    lines: tuple[MatrixLine, ...]

    @property
    def label(self) -> str:
        """The name, and how many they are."""
        return f"{self.name} ({numbers.show(len(self.lines))})"


class Matrix(NamedTuple):
    """Who stands where with what: a mark for each line and column, to be seen on one page.

    `columns` are labelled with a few words, in `heads` with one short word. `counts` stand at the
    foot: how many bear each sign of the `legend`, column by column, None where nothing is known.
    """

    label: str
    columns: tuple[str, ...]
    heads: tuple[str, ...]
    groups: tuple[MatrixGroup, ...]
    legend: tuple[Mark, ...]
    counts: tuple[tuple[int | None, ...], ...]
    notes: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """How many lines there are, from the first group to the foot."""
        return sum(len(group.lines) + 1 for group in self.groups) + len(self.counts)


class Headline(NamedTuple):
    """A figure to be seen from afar: `34` `dari 44` `Beroperasi`; `words` are the small ones beside
    it.
    """

    number: str
    of: str
    label: str
    words: str


class Section(NamedTuple):
    """A heading with what stands under it. `lead` sentences come before the tables, `notes` in
    small print after.

    `blank` lines are left to be written on. `brief` False leaves it out of the short form.
    `matrix` stands before the tables. `small`: its notes are all that it says.
    """

    key: str
    title: str
    lead: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    blank: int = 0
    brief: bool = True
    matrix: Matrix | None = None
    headlines: tuple[Headline, ...] = ()
    small: bool = False


class Part(NamedTuple):
    """One kota (or one cooperative): its name, the sentences under it, its sections. `narrative` is
    the whole in a few sentences, for what is read as a letter.
    """

    key: str
    name: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]
    narrative: tuple[str, ...] = ()


class Letterhead(NamedTuple):
    """The lines over the name of an office, its name, those under it."""

    above: tuple[str, ...]
    name: tuple[str, ...]
    below: tuple[str, ...]


class Signature(NamedTuple):
    """A place to be signed: as what, over it the place and day of signing, the lines of the
    position, name and number of who signs; what is empty is left to be written.
    """

    role: str
    place: str = ""
    position: tuple[str, ...] = ()
    name: str = ""
    number: str = ""

    @property
    def line(self) -> str:
        """Who signs as what, in one line."""
        return ", ".join((self.role, *self.position))


class Document(NamedTuple):
    """`end` is the last line: day, time of printing, number of cooperatives. `signatures` are to be
    signed, from the left; `letterhead` stands over all.

    `compact` asks for a single page. `origin` is what is needed to make it again, for files that
    carry it unseen.
    """

    title: str
    place: str
    day: str
    parts: tuple[Part, ...]
    end: str
    signatures: tuple[Signature, ...] = ()
    compact: bool = False
    origin: str = ""
    letterhead: Letterhead | None = None


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
    return with_columns(table, kept)


def with_columns(table: Table, kept: Sequence[int]) -> Table:
    """The table with the columns at these places only."""
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
    return column.paper in (ALWAYS, ALONE)


def for_paper(part: Part, draws: Container[str] = (), brief: bool = False) -> Part:
    """The part as it is printed: what says nothing is left out, and so is a table whose chart the
    format `draws`. `brief`: the short form.
    """
    sections = []
    for section in part.sections:
        tables = _printed(section, brief)
        if section.lead or tables or section.blank or section.matrix or section.small:
            tables = [table for table in tables if table.chart not in draws]
            sections.append(section._replace(tables=tuple(tables)))
    if brief:
        sections = [section for section in sections if section.brief]
    return part._replace(sections=tuple(sections))


def _printed(section: Section, brief: bool) -> list[Table]:
    """The tables that say anything, those with a title of their own so marked."""
    kept = [
        table
        for table in section.tables
        if table.paper and (table.rows or table.groups) and (table.brief or not brief)
    ]
    return [on_paper(table)._replace(titled=_bears_title(table, section, kept)) for table in kept]


def _bears_title(table: Table, section: Section, kept: Sequence[Table]) -> bool:
    """Whether its title is printed: not where it is the section's, nor where it is the only one,
    unless names stand under a sentence that does not say whose they are.
    """
    alone = len(kept) < 2 and not (section.lead and table.groups)
    return table.titled and table.title != section.title and not alone


def data_tables(document: Document) -> dict[str, Table]:
    """Every table of data by its key; of several kota under each other, the kota in front."""
    by_key: dict[str, list[tuple[Part, Table]]] = {}
    for part in document.parts:
        for section in part.sections:
            for table in section.tables:
                if table.data:
                    by_key.setdefault(table.key, []).append((part, _as_data(table)))
    several = len(document.parts) > 1
    return {key: _joined(parts) if several else parts[0][1] for key, parts in by_key.items()}


def _as_data(table: Table) -> Table:
    """The table without the columns that stand on paper alone."""
    kept = [at for at, column in enumerate(table.columns) if column.paper != ALONE]
    return table if len(kept) == len(table.columns) else with_columns(table, kept)


def _joined(parts: Sequence[tuple[Part, Table]]) -> Table:
    first = parts[0][1]
    place = Column("kota", "Kota/kabupaten")
    rows = tuple((part.name, *row) for part, table in parts for row in table.rows)
    return first._replace(
        columns=(place, *first.columns), rows=rows, total=None, groups=(), shades=()
    )


def group_by(items: Iterable[tuple[str, str, str]]) -> tuple[Group, ...]:
    """(key, label, name) → a group for each key, in the order met, counted in its label."""
    names: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for key, label, name in items:
        names.setdefault(key, []).append(name)
        labels[key] = label
    return tuple(
        Group(f"{labels[key]} ({numbers.show(len(those))})", tuple(those))
        for key, those in names.items()
    )
