"""Own fields as a table in a file: what `field import` reads, and the packages that come with the
program.

Never enters: what is done with them (`own_fields`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kkmp_cli import settings, sheets
from kkmp_cli.errors import CellError, Problem, Refused
from kkmp_cli.model import declaration
from kkmp_cli.model.declaration import Texts
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.state_words import read_yes_no
from kkmp_cli.parsing.text import clean
from kkmp_cli.register.declared_fields import COLUMNS, LISTS, WORDS

_COMMENT = "#"
NamedRow = tuple[int, Mapping[str, str]]
"""The number of a row, and its cells by the names of their columns."""


def packages() -> tuple[str, ...]:
    """The names of the shipped packages."""
    return tuple(sorted(path.stem for path in (settings.shipped_data() / "paket").glob("*.csv")))


def package(name: str) -> list[OwnField]:
    """The fields of a shipped package. Raises Refused for a name that there is not."""
    wanted = clean(name).casefold()
    if wanted not in packages():
        raise Refused(f"Tidak ada paket `{short(wanted)}`.", f"Yang ada: {', '.join(packages())}.")
    fields = read(str(settings.shipped_data() / "paket" / f"{wanted}.csv"))
    return [own._replace(package=wanted) for own in fields]


def read(path: str) -> list[OwnField]:
    """The fields that a file declares. Raises Refused with every row that cannot be used."""
    sheet = sheets.read(path)
    fields, problems = _declared(_named_cells(sheet))
    if problems:
        raise _refusal(sheet.file, problems)
    return fields


def _refusal(file: str, problems: Sequence[Problem]) -> Refused:
    title = f"{file}: {show(len(problems))} baris tidak dapat dipakai; tidak ada yang ditulis:"
    bad = [f"\n  baris {one.row} `{one.content}`: {one.message}" for one in problems]
    return Refused(title + "".join(bad), problems[0].remedy)


def _named_cells(sheet: sheets.Sheet) -> list[NamedRow]:
    """The rows below the heading, by its columns. Raises Refused where these are other ones."""
    rows = [(number, cells) for number, cells in sheet.rows if _tells(cells)]
    names = [cell.strip().casefold() for cell in rows[0][1]] if rows else []
    if not {*names}.issuperset(WORDS):
        remedy = f"Kolomnya {', '.join(COLUMNS)}, seperti ekspornya."
        raise Refused(f"{sheet.file} bukan daftar bidang.", remedy)
    return [(number, dict(zip(names, cells, strict=False))) for number, cells in rows[1:]]


def _declared(
    rows: Iterable[NamedRow],
) -> tuple[list[OwnField], list[Problem]]:
    """The fields of named cells, each key once, and what is wrong in which row."""
    fields: dict[str, OwnField] = {}
    problems: list[Problem] = []
    for number, row in rows:
        try:
            own = declaration.read(_texts(row))
            if fields.setdefault(own.key, own) is not own:
                raise CellError(f"kunci {own.key} sudah ada di baris lain", "Hapus salah satunya.")
        except CellError as error:
            content = row.get("kunci", "")[:40]
            problems.append(Problem(number, "", "", content, error.message, error.remedy))
    return [*fields.values()], problems


def _tells(cells: Sequence[str]) -> bool:
    """True for a row that is neither empty nor a comment."""
    first = next((cell.strip() for cell in cells if cell.strip()), "")
    return bool(first) and not first.startswith(_COMMENT)


def _texts(row: Mapping[str, str]) -> Texts:
    """A row of the file; a column that it does not have says nothing."""
    key, label, kind, meaning = (row.get(name, "").strip() for name in WORDS)
    retired = row.get("pensiun", "").strip()
    choices, retired_choices, headings = (row.get(name, "").split(";") for name in LISTS)
    return Texts(
        *(key, label, kind, meaning),
        choices,
        retired_choices,
        headings=headings,
        retired=bool(retired) and read_yes_no(retired) == "ya",
        package=clean(row.get("paket", ""), 40) or None,
    )
