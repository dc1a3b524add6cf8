"""Any data whatever: every count is the length of its list, every set of states sums to all, every
total is the sum.

Checked against plain loops over random registers, written without the rooms under test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli import reports
from kkmp_cli.milestones import (
    MILESTONES,
    STATES,
    SUDAH,
    UNKNOWN,
    codes,
    field_code,
    newest_book_year,
)
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.reports.report import KotaCounts, Report
from random_registers import (
    DAYS,
    YEARS,
    active,
    random_registers,
    snapshots,
    states_of,
)
from sound_reports import assert_sound, assert_summed


def tahap(states: dict[str, str]) -> str:
    """The contract's order, word for word."""
    done = {code for code, state in states.items() if state == SUDAH}
    if "usaha" in done:
        return "beroperasi"
    if {"musyawarah", "sk_kemenkop", "nib", "npwp", "rekening", "gerai"} <= done:
        return "siap"
    if "sk_kemenkop" in done:
        return "legalitas"
    if "musyawarah" in done:
        return "pembentukan"
    return "belum_dibentuk" if states["musyawarah"] != UNKNOWN else UNKNOWN


def gerai_usaha(states: dict[str, str]) -> str:
    """The contract's table, as a table."""
    short = {SUDAH: "ada", UNKNOWN: "?"}
    pair = (short.get(states["gerai"], "tidak"), short.get(states["usaha"], "tidak"))
    table = {
        ("ada", "ada"): "gerai_dan_usaha",
        ("ada", "tidak"): "gerai_tanpa_usaha",
        ("tidak", "ada"): "usaha_tanpa_gerai",
        ("tidak", "tidak"): "belum_gerai",
        ("tidak", "?"): "belum_gerai",
    }
    return table.get(pair, UNKNOWN)


def kode_of(items: Sequence[object]) -> list[str]:
    """The codes of a list."""
    return [item.kode for item in items]  # type: ignore[attr-defined]


@given(snapshots(), DAYS, st.sampled_from(YEARS))
@random_registers()
def test_every_count_and_list_is_what_a_plain_loop_finds(
    snapshot: Snapshot, per: date, book_year: int
) -> None:
    found = reports.build(snapshot, per, book_year)
    assert [kota.kode for kota in found.kota] == sorted(
        {one.area.kode[:5] for one in snapshot.cooperatives}
    )
    for kota in found.kota:
        those = active(snapshot, kota.kode, found.per)
        states = {one.area.kode: states_of(one, found.per, book_year) for one in those}
        assert kota.kkmp == len(those)
        assert kota.kkmp + kota.tidak_aktif == sum(
            one.area.kode[:5] == kota.kode for one in snapshot.cooperatives
        )
        for code in codes():
            counted = Counter(one[code] for one in states.values())
            assert {state: getattr(kota.milestone[code], state) for state in STATES} == {
                s: counted[s] for s in STATES
            }
        assert kota.tahap == {
            key: sum(tahap(one) == key for one in states.values()) for key in kota.tahap
        }
        assert kota.gerai_usaha == {
            key: sum(gerai_usaha(one) == key for one in states.values()) for key in kota.gerai_usaha
        }
        stated_not = {
            code: [
                kode
                for kode, one in states.items()
                if one[code] not in (SUDAH, UNKNOWN, "tidak_wajib")
            ]
            for code in codes()
        }
        assert kode_of(kota.belum_beroperasi) == stated_not["usaha"]
        assert kode_of(kota.belum_rat) == stated_not["rat"]
        for item in kota.belum_beroperasi:
            assert item.kurang == tuple(code for code in codes() if item.kode in stated_not[code])
            assert item.berikutnya == item.kurang[0]
            assert item.belum_diketahui == tuple(
                code for code in codes() if states[item.kode][code] == UNKNOWN
            )


@given(snapshots(), DAYS, st.none() | st.integers(2025, 2027))
@random_registers()
def test_counts_lists_and_totals_agree_for_any_data(
    snapshot: Snapshot, per: date, book_year: int | None
) -> None:
    found = reports.build(snapshot, per, book_year, since=per - timedelta(90))
    for kota in found.kota:
        assert_sound(kota)
    assert_summed(found)


@given(snapshots(), DAYS, st.integers(0, 400))
@random_registers()
def test_what_changed_is_the_difference_of_two_reports(
    snapshot: Snapshot, per: date, back: int
) -> None:
    since = per - timedelta(back)
    found = reports.build(snapshot, per, 2025, since=since)
    before = {kota.kode: kota for kota in reports.build(snapshot, since, 2025).kota}
    for kota in found.kota:
        for code, count in kota.milestone.items():
            mine = [change for change in kota.berubah if change.milestone == code]
            gained = sum(change.jenis in ("bertambah", "baru_tercatat") for change in mine)
            assert count.berubah == count.sudah - before[kota.kode].milestone[code].sudah
            assert count.berubah == gained - (len(mine) - gained)
        assert all((change.dari == SUDAH) != (change.menjadi == SUDAH) for change in kota.berubah)


def counted_by_the_register(snapshot: Snapshot, per: str, book_year: int) -> list[KotaCounts]:
    """What one GROUP BY over active cooperatives would give."""
    found = []
    for kode in sorted({one.area.kode[:5] for one in snapshot.cooperatives}):
        those = active(snapshot, kode, per)
        states: Counter[tuple[str, str]] = Counter()
        excused: Counter[str] = Counter()
        for one in those:
            for milestone in MILESTONES:
                name, state = (
                    field_code(milestone, book_year),
                    states_of(one, per, book_year)[milestone.code],
                )
                if state == "tidak_wajib":
                    excused[name] += 1
                elif state != UNKNOWN:
                    states[name, state] += 1
        held = sum(one.area.kode[:5] == kode for one in snapshot.cooperatives)
        here = [area for area in snapshot.areas if area.kode[:5] == kode]
        found.append(
            KotaCounts(
                kode, here[0].kota, len(here), len(those), held - len(those), states, excused
            )
        )
    return found


@given(snapshots(), DAYS)
@random_registers(30)
def test_the_summary_of_counts_is_the_summary_of_the_whole_report(
    snapshot: Snapshot, per: date
) -> None:
    counts = counted_by_the_register(snapshot, per.isoformat(), newest_book_year(per))
    whole: Report = reports.build(snapshot, per)
    assert reports.summary(counts, per) == reports.summarise(whole)
