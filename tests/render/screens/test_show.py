"""One cooperative in full as JSON."""

from __future__ import annotations

import json
from datetime import date

from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.packet.cooperative_page import Record
from kkmp_cli.render.screens.show import as_json
from snapshots import areas_of

GAMBIR = areas_of("31.71")[0]
HELD = Cooperative(
    1,
    GAMBIR,
    {"ketua": "Siti Rahasia", "rat_2026": "sudah"},
    {"ketua": "2026-03-01", "rat_2026": "2026-03-01"},
)
CAME = (Attendance(1, GAMBIR.kode, 2), Attendance(2, "31.71.01.1002", 3))
RECORD = Record(
    built_in(),
    HELD,
    date(2026, 3, 10),
    (Training(1, "Dasar", "31.71", "2026-01", hadir=CAME),),
    (),
    (),
)


def test_it_has_the_tahun_buku_that_are_known_and_its_own_attendance() -> None:
    made = json.loads(as_json(RECORD))
    assert {"rat_2025", "rat_2026"} <= made.keys()
    assert made["pelatihan"][0]["hadir"] == [{"kode": GAMBIR.kode, "pengurus": 2, "pengawas": None}]
    assert (made["tindak_lanjut"], made["riwayat"]) == ([], [])


def test_personal_data_only_where_asked_for() -> None:
    assert "Rahasia" not in as_json(RECORD)
    asked = Record(built_in(), HELD, date(2026, 3, 10), (), (), (), personal=True)
    assert json.loads(as_json(asked))["ketua"] == "Siti Rahasia"
