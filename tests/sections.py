"""The packet of a snapshot, by its sections: what stands behind the counts is there too."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kkmp_cli import reports
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.render import packet
from kkmp_cli.render.document import Document, Section, Table
from kkmp_cli.reports.details import complete

DAY = date(2026, 3, 10)
SINCE = date(2026, 1, 31)
PRINTED = datetime(2026, 3, 10, 2, 30, tzinfo=UTC)


def packet_of(snapshot: Snapshot, day: date = DAY, detail: bool = False) -> Document:
    """The whole packet as of a day, with what changed since the end of January."""
    report = complete(reports.build(snapshot, day, since=SINCE), snapshot)
    return packet.document(report, PRINTED, detail)


def sections(snapshot: Snapshot, day: date = DAY, detail: bool = False) -> dict[str, Section]:
    """The sections of its first kota by their keys."""
    return {one.key: one for one in packet_of(snapshot, day, detail).parts[0].sections}


def table(section: Section, key: str) -> Table:
    """The table of that key."""
    (found,) = (one for one in section.tables if one.key == key)
    return found


def column(found: Table, key: str) -> list[object]:
    """What stands in a column, row by row."""
    at = [one.key for one in found.columns].index(key)
    return [row[at] for row in found.rows]
