"""One cooperative in full, as JSON. On a screen and on paper it is a document
(`packet.cooperative_page`).
"""

from __future__ import annotations

import json

from kkmp_cli.milestones import newest_book_year
from kkmp_cli.render import objects
from kkmp_cli.render.packet.cooperative_page import Record


def as_json(record: Record) -> str:
    """The object of `list --json` with `pelatihan`, `tindak_lanjut` and `riwayat`."""
    known, year = record.cooperative, newest_book_year(record.day)
    years = objects.book_years([known], year)
    found = objects.as_object(known, record.day.isoformat(), years, year, record.personal)
    found |= {
        "pelatihan": [objects.training(one, known.id) for one in record.trainings],
        "tindak_lanjut": [*map(objects.followup, record.followups)],
        "riwayat": [*map(objects.run, record.history)],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)
