"""What is due, for programs and for calendars."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.screens import due
from kkmp_cli.reports.due import DueItem, DueList
from kkmp_cli.reports.place import Place

ONE = DueItem(
    "tindak_lanjut-1",
    "tindak_lanjut",
    "2026-03-20",
    10,
    "31.71",
    "Jakarta Pusat",
    uraian="Dampingi",
    penanggung_jawab="Sudin",
    koperasi=(Place("31.71.01.1002", "Cideng", "Gambir"),),
)
VALUE = DueList("2026-03-10", (ONE,), ())


def test_json_has_every_item_with_its_group() -> None:
    told = json.loads(due.as_json(VALUE))
    assert told["jumlah"]["akan_datang"] == 1
    assert told["jatuh_tempo"][0]["kelompok"] == "akan_datang"
    assert told["jatuh_tempo"][0]["koperasi"][0]["kelurahan"] == "Cideng"


def test_an_event_says_what_who_and_for_whom() -> None:
    text = due.as_calendar(VALUE, built_in(), "ab", 3, datetime(2026, 3, 10, tzinfo=UTC))
    assert "SUMMARY:KKMP: Dampingi (Cideng)" in text
    assert "Penanggung jawab: Sudin" in text.replace("\r\n ", "")
