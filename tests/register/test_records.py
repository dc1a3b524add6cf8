"""The other things of the office: as the tables hold them, and as the log alone tells them."""

from __future__ import annotations

from datetime import date

import pytest

from history import EACH_ENTITY
from kkmp_cli.register import records
from kkmp_cli.register.reader import open_reader
from running import Office


@pytest.fixture
def full(pusat: Office) -> Office:
    for arguments in EACH_ENTITY:
        pusat.good(*arguments)
    return pusat


def test_the_log_tells_the_rows_of_every_kind(full: Office) -> None:
    with open_reader(str(full.register)) as register:
        replayed = records.replay(register)
        for entity in records.ENTITIES.keys() - {"wilayah", "alias"}:
            assert replayed[entity] == records.rows_of(register, entity), entity
        assert records.others(register, date(2999, 1, 1)) == records.others(register)


def test_before_the_first_run_there_was_nothing(full: Office) -> None:
    with open_reader(str(full.register)) as register:
        assert records.others(register, date(1999, 1, 1)) == ((), (), (), ())


def test_the_records_of_other_kota_are_passed_over(full: Office) -> None:
    with open_reader(str(full.register)) as register:
        nowhere = records.others(register).within({"99.99"})
        assert nowhere["trainings"] == nowhere["figures"] == nowhere["followups"] == ()
        assert all(target.kota is None for target in nowhere["targets"])


def test_the_areas_of_a_day_are_those_of_today_where_nothing_changed(pusat: Office) -> None:
    with open_reader(str(pusat.register)) as register:
        for prefixes in (None, ["31.71"], []):
            areas = records.areas_known(register, date(2999, 1, 1), prefixes)
            assert areas == [
                area
                for area in register.areas()
                if prefixes is None or area.kode.startswith(tuple(prefixes))
            ]


def test_a_record_comes_back_from_its_json() -> None:
    text = records.to_json({"judul": "Ketua é", "isian": None})
    assert text == '{"judul": "Ketua é"}'
    assert records.from_json("judul", text) == {"judul": "Ketua é", "isian": None}
    assert records.typed("pelatihan", "peserta", "40") == 40
    assert records.typed("pelatihan", "judul", "40") == "40"


def test_of_a_kota_who_came_is_asked_of_its_own_trainings_alone(pusat: Office) -> None:
    pusat.good("add", "--kota", "jakut", "--all")
    for number, kota in enumerate(("jakpus", "jakut"), 1):
        pusat.good("training", "add", "Dasar", "--kota", kota, "--mulai", "2026-01-10")
        pusat.good("training", "attend", number, "--kota", kota, "--all", "--hadir", "--yes")
    with open_reader(str(pusat.register)) as register:
        every, own = records.others(register), records.others(register, kota={"31.72"})
        assert own.within({"31.72"}) == every.within({"31.72"})
        came = {training.kota: len(training.hadir) for training in own.trainings}
        assert came["31.71"] == 0 < came["31.72"]
