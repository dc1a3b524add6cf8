"""One cooperative in full, as JSON; as a document it is `packet.cooperative_page`."""

from __future__ import annotations

from typing import Any

from kkmp_cli.milestones import newest_book_year
from kkmp_cli.render import objects
from kkmp_cli.render.harmless import json_text
from kkmp_cli.render.packet.cooperative_page import Record


def as_json(record: Record) -> str:
    """The object of `list --json` with `pelatihan`, `tindak_lanjut` and `riwayat`."""
    one, day, year = record.cooperative, record.day.isoformat(), newest_book_year(record.day)
    years = objects.book_years([one], year)
    profile = objects.as_object(one, day, years, year, record.vocabulary, record.personal)
    return json_text(profile | _beside(record))


def _beside(record: Record) -> dict[str, Any]:
    key = record.cooperative.id
    return {
        "pelatihan": [objects.training(one, key) for one in record.trainings],
        "tindak_lanjut": [*map(objects.followup, record.followups)],
        "riwayat": [*map(objects.run, record.history)],
    }
