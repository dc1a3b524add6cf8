"""Trainings: a headcount that nobody printed is unknown, never zero."""

from __future__ import annotations

from kkmp_cli.model.training import Attendance, Training
from sections import column, sections, table
from snapshots import areas_of, jakarta_pusat, small

FIRST, SECOND = areas_of("31.71")[:2]
CAME = (Attendance(FIRST.id, FIRST.kode, 2, 1), Attendance(SECOND.id, SECOND.kode))


def test_where_there_was_none_the_small_print_says_so_and_the_data_name_everybody() -> None:
    section = sections(jakarta_pusat())["pelatihan"]
    assert section.lead == ()
    assert "pelatihan" in sections(jakarta_pusat())["arti"].notes[0]
    assert len(table(section, "belum_tercatat").rows) == 44


def test_the_stated_headcount_stands_beside_those_recorded() -> None:
    trainings = (
        Training(1, "Pembukuan", "31.71", "2026-02-01", peserta=62, hadir=CAME),
        Training(2, "Tanpa hitungan", "31.71", "2026-02-03"),
        Training(3, "Nanti", "31.71", "2026-04-01", peserta=5),
    )
    section = sections(small({}, {}, {}, trainings=trainings))["pelatihan"]
    held = table(section, "pelatihan")
    assert column(held, "judul") == ["Pembukuan", "Tanpa hitungan"]
    assert column(held, "peserta") == [62, None]
    assert column(held, "tercatat") == [3, None]
    assert len(table(section, "belum_tercatat").rows) == 1
    reach = table(section, "jangkauan_pelatihan")
    assert (column(reach, "pengurus")[0], column(reach, "tanpa_jumlah")[0]) == (2, 1)
