"""Where each cooperative stands on the day: the lines of a matrix equal the report's counts."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli import reports
from kkmp_cli.milestones import STATES, codes
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.own_field import PILIHAN, TAHAP, OwnField
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.reports.counting import NOT_OWED
from kkmp_cli.reports.details import complete
from kkmp_cli.reports.kelurahan_states import MOST_KOTA
from kkmp_cli.reports.kota_details import KelurahanStates, StateOnDay
from random_registers import DAYS, YEARS, random_registers, snapshots
from snapshots import areas_of, cooperative, small, stuck

DAY = date(2026, 3, 10)
LAND = OwnField(1, "x_lahan", "Lahan", TAHAP, "lahan siap dibangun")
WHOSE = OwnField(2, "x_milik", "Milik", PILIHAN, "milik siapa", ("pemkot", "warga"))


def lines_of(
    snapshot: Snapshot, day: date = DAY, by: OwnField | None = None
) -> list[KelurahanStates]:
    """The lines of every kota."""
    report = complete(reports.build(snapshot, day, by=by), snapshot)
    return [line for kota in report.kota if kota.rincian for line in kota.rincian.matriks]


@given(snapshots(), DAYS, st.sampled_from(YEARS))
@random_registers()
def test_the_states_of_a_column_are_those_that_the_report_counts(
    snapshot: Snapshot, per: date, year: int
) -> None:
    for kota in complete(reports.build(snapshot, per, year), snapshot).kota:
        assert kota.rincian is not None
        lines = kota.rincian.matriks
        assert len(lines) == kota.kkmp
        for code in codes():
            counted = Counter(line.keadaan[code].keadaan for line in lines)
            held = kota.milestone[code]
            expected = {state: getattr(held, state, 0) for state in (*STATES, NOT_OWED)}
            assert +Counter(expected) == counted


def test_a_date_is_told_as_it_was_stated_and_never_one_that_was_not() -> None:
    values = ("2025-08-15", "2025-08", "2025", "sudah", "belum")
    lines = lines_of(small(*({"nib": value} for value in values)))
    assert [line.keadaan["nib"].tanggal for line in lines] == [*values[:3], None, None]


def test_what_stopped_tells_when_and_what_is_stuck_tells_why() -> None:
    (line,) = lines_of(small({"usaha": "berhenti 2026-01-10"}))
    assert line.keadaan["usaha"] == StateOnDay("berhenti", "2026-01-10")
    states = [line.keadaan for line in lines_of(stuck())]
    assert states[1]["nib"] == StateOnDay("terkendala", None, None)
    assert states[2]["usaha"] == StateOnDay("sudah", None, None)


def test_stages_of_the_office_stand_beside_the_milestones_until_they_are_retired() -> None:
    area = areas_of("31.71")[0]
    one = cooperative(area, {"x_lahan": "2026-02"})
    snapshot = Snapshot((area,), (one,), vocabulary=Vocabulary((LAND, WHOSE)))
    (line,) = lines_of(snapshot)
    assert [*line.keadaan] == [*codes(), "x_lahan"]
    assert line.keadaan["x_lahan"] == StateOnDay("sudah", "2026-02")
    retired = snapshot._replace(vocabulary=Vocabulary((LAND._replace(retired=True),)))
    assert [*lines_of(retired)[0].keadaan] == [*codes()]


def test_grouped_by_a_choice_each_line_tells_its_group() -> None:
    areas = areas_of("31.71")[:2]
    first = cooperative(areas[0], values={"x_milik": "warga"})
    snapshot = Snapshot(areas, (first, cooperative(areas[1])), vocabulary=Vocabulary((WHOSE,)))
    assert [line.kelompok for line in lines_of(snapshot)] == ["", ""]
    assert [line.kelompok for line in lines_of(snapshot, by=WHOSE)] == ["warga", "tidak_diketahui"]


def test_of_more_kota_than_anybody_looks_through_there_are_no_lines() -> None:
    base = areas_of("31.71")[0]
    areas = [base._replace(kode=f"{number}.71.01.1001") for number in range(10, 11 + MOST_KOTA)]
    many = Snapshot(tuple(areas), tuple(cooperative(area) for area in areas))
    assert lines_of(many) == []
    few = Snapshot(tuple(areas[1:]), many.cooperatives[1:])
    assert len(lines_of(few)) == MOST_KOTA
