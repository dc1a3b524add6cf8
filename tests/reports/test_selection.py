"""The filters of lists: who passes is who the report lists."""

from __future__ import annotations

from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.reports.selection import ANY_MILESTONE, Filters, OwnFilter, select
from snapshots import IDLE, areas_of, cooperative, jakarta_pusat, stuck

DAY = "2026-03-10"


def names(filters: Filters, cooperatives: tuple[Cooperative, ...]) -> list[str]:
    return [one.place.kelurahan for one in select(cooperatives, filters, DAY, 2025)]


def test_those_without_usaha_are_the_published_ten() -> None:
    pusat = jakarta_pusat().cooperatives
    assert {*names(Filters(belum=["usaha"]), pusat)} == {*IDLE}
    assert len(names(Filters(sudah=["usaha"]), pusat)) == 34
    assert len(names(Filters(), pusat)) == 44


def test_filters_hold_together() -> None:
    pusat = jakarta_pusat().cooperatives
    both = names(Filters(sudah=["rat"], belum=["usaha"]), pusat)
    assert {*both} == {*names(Filters(sudah=["rat"]), pusat)} & {*IDLE}


def test_belum_was_stated_and_tanpa_is_all_but_sudah() -> None:
    areas = areas_of("31.71")
    for milestone in MILESTONES:
        name = f"{milestone.code}_2025" if milestone.yearly else milestone.code
        states: tuple[dict[str, str], ...] = ({name: "belum"}, {name: "sudah"}, {})
        those = tuple(cooperative(a, s) for a, s in zip(areas, states, strict=False))
        code = [milestone.code]
        first, _, third = (area.kelurahan for area in areas[:3])
        assert names(Filters(belum=code), those) == [first]
        assert names(Filters(tanpa=code), those) == [first, third]
        assert names(Filters(tidak_diketahui=code), those) == [third]


def test_stuck_is_who_has_a_kendala_or_says_so() -> None:
    those = stuck().cooperatives
    first, second = those[0].area.kelurahan, those[1].area.kelurahan
    assert names(Filters(terkendala=[ANY_MILESTONE]), those) == [first, second]
    assert names(Filters(terkendala=["usaha"]), those) == [first]


def test_a_pilot_and_a_word_that_is_old_are_found() -> None:
    areas = areas_of("31.71")
    pilot = cooperative(areas[0], values={"percontohan": "ya"}, pers={"percontohan": DAY})
    old = cooperative(areas[1], pers={"nib": "2026-01-01"})
    assert names(Filters(percontohan=True), (pilot, old)) == [areas[0].kelurahan]
    asked = Filters(belum_dikonfirmasi="2026-02-01")
    assert names(asked, (pilot, old)) == [areas[1].kelurahan]


def test_an_own_field_is_asked_by_its_state_or_its_value() -> None:
    stage = OwnField(1, "x_lahan", "Lahan", "tahap", "arti")
    answer = OwnField(2, "x_etalase", "Etalase", "ya_tidak", "arti")
    one, other = (
        cooperative(area, {"x_lahan": state}, values={"x_etalase": said})
        for area, state, said in zip(
            areas_of("31.71"), ("sudah", "belum"), ("ya", "tidak"), strict=False
        )
    )
    first, second = one.area.kelurahan, other.area.kelurahan
    both = (one, other)
    reached = frozenset(("sudah",))
    assert names(Filters(own=[OwnFilter(stage, states=reached)]), both) == [first]
    assert names(Filters(own=[OwnFilter(answer, states=frozenset(("belum",)))]), both) == [second]
    assert names(Filters(own=[OwnFilter(answer, values=frozenset(("ya",)))]), both) == [first]
