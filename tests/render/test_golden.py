"""Golden files: the packet for Jakarta Pusat in every form of text, byte for byte, on the published
facts.

To accept a change on purpose, run with `KKMP_GOLDEN=tulis` in the environment and read the
difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kkmp_cli import reports
from kkmp_cli.render import packet
from kkmp_cli.render.console import Page
from kkmp_cli.render.formats import chat, csv, html, markdown, terminal
from kkmp_cli.reports.details import complete
from kkmp_cli.reports.report import Report
from snapshots import jakarta_pusat

GOLDEN = Path(__file__).parent / "golden"
PRINTED = datetime(2026, 3, 12, 2, 15, tzinfo=UTC)


def _screen(value: Report, width: int | None) -> str:
    return terminal.write(packet.document(value, PRINTED), Page(width), brief=True).plain + "\n"


FORMS: Mapping[str, Callable[[Report], str | bytes]] = {
    "jakarta-pusat.md": lambda value: markdown.write(packet.document(value, PRINTED)),
    "jakarta-pusat-rinci.md": lambda value: markdown.write(
        packet.document(value, PRINTED, detail=True)
    ),
    "jakarta-pusat.html": lambda value: html.write(packet.document(value, PRINTED)),
    "kecamatan.csv": lambda value: csv.write(packet.document(value, PRINTED)),
    "belum_rat.csv": lambda value: csv.write(packet.document(value, PRINTED), "belum_rat"),
    "pesan.txt": chat.write,
    "pesan-per-kecamatan.txt": lambda value: chat.write(value, each_kecamatan=True),
    "layar-80.txt": lambda value: _screen(value, 80),
    "layar-120.txt": lambda value: _screen(value, 120),
    "layar-pipa.txt": lambda value: _screen(value, None),
    "semua-kota.md": lambda value: markdown.write(
        packet.overview(reports.summarise(value), PRINTED)
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_packet_is_as_it_was(name: str) -> None:
    report = complete(
        reports.build(jakarta_pusat(), date(2026, 3, 10), since=date(2025, 10, 27)), jakarta_pusat()
    )
    made = FORMS[name](report)
    content = made if isinstance(made, bytes) else made.encode("utf-8")
    path = GOLDEN / name
    if os.environ.get("KKMP_GOLDEN") == "tulis":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    assert content == path.read_bytes()
