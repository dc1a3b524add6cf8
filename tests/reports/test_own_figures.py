"""Own fields in a report: every count is the length of its list, and unknown is never nought."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.milestones import UNKNOWN
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.timeline import Span
from kkmp_cli.reports.counting import DayView, view_of
from kkmp_cli.reports.own_figures import grouping, own_figures
from snapshots import areas_of

DAY = "2026-06-30"
AREAS = areas_of("31.71")[:20]
KECAMATAN = {area.kecamatan_code: area.kecamatan for area in areas_of("31.71")}
OWN = (
    OwnField(1, "x_omzet", "Omzet", "rupiah", "penjualan sebulan"),
    OwnField(2, "x_lahan", "Lahan", "tahap", "lahan ada"),
    OwnField(
        3, "x_milik", "Milik", "pilihan", "milik siapa", ("sewa", "hibah", "wakaf"), ("wakaf",)
    ),
    OwnField(4, "x_akun", "Akun", "ya_tidak", "punya akun"),
    OwnField(5, "x_akta", "Akta", "tanggal", "hari akta"),
    OwnField(6, "x_lama", "Lama", "teks", "tidak dipakai lagi", retired=True),
)
VALUES = {
    "x_omzet": ("0", "12500000"),
    "x_milik": ("sewa", "hibah", "wakaf"),
    "x_akun": ("ya", "tidak"),
    "x_akta": ("2026-03-10", "2025-08"),
}
STATES = ("sudah", "proses", "terkendala", "belum")


def seen(*values: Mapping[str, str]) -> list[DayView]:
    """Of each cooperative the own values, the state of `x_lahan` among them."""
    made = []
    for at, one in enumerate(values):
        profile = {name: value for name, value in one.items() if name != "x_lahan"}
        state = one.get("x_lahan")
        states = {"x_lahan": (Span("2026-01-31", None, state),)} if state else {}
        pers = dict.fromkeys(one, "2026-03-31")
        made.append(Cooperative(at, AREAS[at], profile, pers, states))
    return view_of(made, DAY, 2025)


ANYBODY = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            **{name: st.sampled_from(values) for name, values in VALUES.items()},
            "x_lahan": st.sampled_from(STATES),
        },
    ),
    max_size=len(AREAS),
)


@given(ANYBODY)
def test_whoever_reports_what_all_who_count_are_in_one_count_and_one_list(
    values: list[dict[str, str]],
) -> None:
    views = seen(*values)
    for key, one in own_figures(OWN, KECAMATAN, views).items():
        told = [each[key] for each in values if key in each]
        assert one.melapor == len(told)
        assert one.tidak_diketahui == len(one.belum_melapor or ()) == len(values) - len(told)
        if one.nilai is not None and one.nama is not None:
            assert {name: len(those) for name, those in one.nama.items()} == dict(one.nilai)
            assert sum(one.nilai.values()) == len(told)
        if one.angka:
            assert one.angka.jumlah == (sum(map(int, told)) if told else None)


@given(ANYBODY)
def test_groups_add_up_to_all_who_count(values: list[dict[str, str]]) -> None:
    views = seen(*values)
    for own in OWN[1:4]:
        groups = grouping(own, views).kelompok
        assert sum(group.kkmp for group in groups) == len(values)
        assert groups[-1].kode == UNKNOWN
        assert groups[-1].kkmp == sum(own.key not in each for each in values)


def test_a_choice_that_is_retired_is_shown_only_where_somebody_holds_it() -> None:
    free = own_figures(OWN, KECAMATAN, seen({"x_milik": "sewa"}))["x_milik"]
    assert free.nilai == {"sewa": 1, "hibah": 0}
    held = own_figures(OWN, KECAMATAN, seen({"x_milik": "wakaf"}))["x_milik"]
    assert held.nilai == {"sewa": 0, "hibah": 0, "wakaf": 1}


def test_a_retired_field_is_not_reported_any_more() -> None:
    assert "x_lama" not in own_figures(OWN, KECAMATAN, seen({"x_lama": "dulu"}))


def test_dates_are_told_by_their_ends() -> None:
    views = seen({"x_akta": "2026-03-10"}, {"x_akta": "2025-08"}, {})
    one = own_figures(OWN, KECAMATAN, views)["x_akta"]
    assert (one.terawal, one.terakhir, one.tidak_diketahui) == ("2025-08", "2026-03-10", 1)
    assert one.per_terlama == "2026-03-31"
