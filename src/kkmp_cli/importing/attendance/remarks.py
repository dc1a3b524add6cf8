"""A column `Keterangan` that only says who was there, or why not, is read as one of presence."""

from __future__ import annotations

from collections.abc import Iterable

from kkmp_cli.importing.attendance.attendance_headings import HADIR, ListColumn, Understood
from kkmp_cli.importing.attendance.attendance_row import says_presence
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.sheet import Row, column_letter

_REMARKS = frozenset(("keterangan", "ket", "catatan"))


def understood_by(seen: Understood, rows: Iterable[Row]) -> Understood:
    """The columns, with that of remarks among them where every remark is a word of presence."""
    if any(column.name == HADIR for column in seen.columns):
        return seen
    remarks = (heading for heading in seen.table.headings if match_key(heading.text) in _REMARKS)
    heading = next((each for each in remarks if _tells(each, rows)), None)
    return _with_presence(seen, heading) if heading else seen


def _with_presence(seen: Understood, heading: Heading) -> Understood:
    letter = column_letter(heading.position)
    columns = (*seen.columns, ListColumn(heading.position, heading.text, HADIR))
    unknown = tuple(each for each in seen.unknown if each[0] != letter)
    return seen._replace(columns=tuple(sorted(columns)), unknown=unknown)


def _tells(heading: Heading, rows: Iterable[Row]) -> bool:
    at = heading.position
    remarks = [text for _, row in rows if at < len(row) and (text := row[at].strip())]
    return bool(remarks) and all(map(says_presence, remarks))
