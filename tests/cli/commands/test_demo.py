"""`kkmp demo`: the published facts, reproduced; what no source says stays unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.milestones import MILESTONES, codes
from running import Asked, Office
from snapshots import HELD_RAT, IDLE

PUSAT = ("report", "--kota", "jakpus", "--per", "2026-03-10", "--json")
GOLDEN = {
    "Gambir": (6, 4, 0, 6),
    "Sawah Besar": (5, 3, 1, 4),
    "Kemayoran": (8, 2, 0, 8),
    "Senen": (6, 0, 0, 6),
    "Cempaka Putih": (3, 0, 0, 3),
    "Menteng": (5, 1, 0, 5),
    "Tanah Abang": (7, 0, 4, 3),
    "Johar Baru": (4, 0, 0, 4),
}


def test_demo_prints_the_packet_of_jakarta_pusat_and_leaves_nothing(
    office: Office, tmp_path: Path
) -> None:
    office.capture.readouterr()
    from kkmp_cli.cli import app

    assert app.run(["demo"]) == 0
    out, err = office.capture.readouterr()
    assert "34 dari 44" in out
    assert "21 hari lagi" in out
    assert all(name in out for name in (*IDLE, *HELD_RAT))
    assert "tidak disimpan" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.on_a_file
def test_at_a_terminal_demo_is_drawn_as_the_report_is(office: Office) -> None:
    asked = Asked("demo", out=None, columns=100)
    assert asked.end() == 0
    assert "\x1b[1mLaporan kesiapan KKMP" in asked.said
    assert "[1m" not in asked.said.replace("\x1b[1m", "")


def test_demo_keeps_a_register_where_it_is_told_and_overwrites_nothing(office: Office) -> None:
    assert office.run("demo", db=office.register).code == 0
    before = office.register.read_bytes()
    done = office.run("demo", db=office.register)
    assert (done.code, done.out) == (3, "")
    assert office.register.read_bytes() == before


def test_demo_never_touches_the_officers_register(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kkmp_cli.cli import app

    monkeypatch.setenv("KKMP_DB", str(pusat.register))
    before = pusat.register.read_bytes()
    assert app.run(["demo"]) == 0
    assert pusat.register.read_bytes() == before


def test_jakarta_pusat_is_as_published(demo: Office) -> None:
    (kota,) = demo.good(*PUSAT).json["kota"]
    usaha, rat = kota["milestone"]["usaha"], kota["milestone"]["rat"]
    assert (kota["kelurahan"], kota["kkmp"]) == (44, 44)
    assert (usaha["sudah"], usaha["belum"]) == (34, 10)
    assert (rat["sudah"], rat["belum"], rat["batas"], rat["sisa_hari"]) == (5, 39, "2026-03-31", 21)
    assert {one["kelurahan"] for one in kota["belum_beroperasi"]} == set(IDLE)
    assert {one["kelurahan"] for one in kota["sudah_rat"]} == set(HELD_RAT)
    assert len(kota["belum_rat"]) == 39
    assert kota["usaha_tidak_diketahui"] == kota["rat_tidak_diketahui"] == []


def test_the_golden_table_per_kecamatan(demo: Office) -> None:
    (kota,) = demo.good(*PUSAT).json["kota"]

    def of(name: str, kecamatan: str) -> int:
        return sum(one["kecamatan"] == kecamatan for one in kota[name])

    found = {
        row["nama"]: (
            row["kkmp"],
            of("belum_beroperasi", row["nama"]),
            row["sudah"]["rat"],
            of("belum_rat", row["nama"]),
        )
        for row in kota["kecamatan"]
    }
    assert found == GOLDEN
    assert all(
        row["sudah"]["usaha"] == row["kkmp"] - GOLDEN[row["nama"]][1] for row in kota["kecamatan"]
    )


def test_what_no_source_says_is_unknown(demo: Office) -> None:
    (kota,) = demo.good(*PUSAT).json["kota"]
    for milestone in MILESTONES:
        if milestone.code not in ("usaha", "rat"):
            assert kota["milestone"][milestone.code]["tidak_diketahui"] == 44


def test_mojokerto_trades_sembako_in_all_eighteen(demo: Office) -> None:
    (kota,) = demo.good("report", "--kota", "mojokerto", "--per", "2025-09-08", "--json").json[
        "kota"
    ]
    assert (kota["kkmp"], kota["milestone"]["usaha"]["sudah"]) == (18, 18)
    assert kota["pelatihan"]["tanpa_jumlah"] == 1
    listed = demo.good("list", "--kota", "mojokerto", "--json").json
    assert [one["unit_usaha"] for one in listed] == [["sembako"]] * 18


@pytest.mark.parametrize(
    ("kota", "per", "published"),
    [
        (
            "jaksel",
            "2025-09-22",
            {
                "gerai_usaha.gerai_dan_usaha": "10",
                "gerai_usaha.belum_gerai": "36",
                "gerai_usaha.gerai_tanpa_usaha": "19",
            },
        ),
        ("jakbar", "2025-09-09", {"nib": "sekitar 90%"}),
    ],
)
def test_published_figures_stand_beside_a_register_that_does_not_know(
    demo: Office, kota: str, per: str, published: dict[str, str]
) -> None:
    (found,) = demo.good("report", "--kota", kota, "--per", per, "--json").json["kota"]
    figures = {one["indikator"]: one for one in found["angka_rujukan"]}
    for name, value in published.items():
        assert str(figures[name]["nilai"]) == value
        assert figures[name]["selisih"] is None
    assert found["milestone"]["usaha"]["tidak_diketahui"] == found["kkmp"]
    assert "belum ada data" in demo.good("report", "--kota", kota, "--per", per).out


def test_jakarta_barat_has_21_days_to_the_target(demo: Office) -> None:
    (found,) = demo.good("report", "--kota", "jakbar", "--per", "2025-09-09", "--json").json["kota"]
    (target,) = [one for one in found["target"] if one["milestone"] == "usaha"]
    assert (target["batas"], target["sisa_hari"]) == ("2025-09-30", 21)


def test_jakarta_utara_was_trained_in_all_31_kelurahan(demo: Office) -> None:
    (found,) = demo.good("report", "--kota", "jakut", "--per", "2025-12-31", "--json").json["kota"]
    training = found["pelatihan"]
    assert (training["kegiatan"], training["peserta"], training["kkmp_terjangkau"]) == (1, 62, 31)
    assert training["belum_tercatat"] == []
    assert demo.good("show", "Sunter Agung", "--json").json["anggota"] == 175


def test_totals_are_sums_and_counts_are_lengths_of_lists(demo: Office) -> None:
    report = demo.good("report", "--per", "2026-03-10", "--json").json
    assert len(report["kota"]) == 5
    assert report["total"]["kkmp"] == sum(kota["kkmp"] for kota in report["kota"])
    for code in codes():
        for state, value in report["total"]["milestone"][code].items():
            if isinstance(value, int) and state != "sisa_hari":
                assert value == sum(kota["milestone"][code][state] for kota in report["kota"]), (
                    code,
                    state,
                )
    for kota in report["kota"]:
        where = ("--kota", kota["kode"], "--per", "2026-03-10", "--json")
        for code in codes():
            counts = kota["milestone"][code]
            assert len(demo.good("list", "--sudah", code, *where).json) == counts["sudah"]
            assert (
                len(demo.good("list", "--tidak-diketahui", code, *where).json)
                == counts["tidak_diketahui"]
            )
            stated_not = sum(
                counts[state] for state in ("proses", "terkendala", "belum", "berhenti")
            )
            assert len(demo.good("list", "--belum", code, *where).json) == stated_not
        for stage, number in kota["tahap"].items():
            assert len(demo.good("list", "--tahap", stage, *where).json) == number
        assert kota["kkmp"] == len(kota["belum_rat"]) + len(kota["sudah_rat"]) + len(
            kota["rat_tidak_diketahui"]
        )


def test_lists_of_the_report_are_the_filters_of_list(demo: Office) -> None:
    (kota,) = demo.good(*PUSAT).json["kota"]
    where = ("--kota", "jakpus", "--per", "2026-03-10", "--json")
    for name, filters in (
        ("belum_beroperasi", ("--belum", "usaha")),
        ("belum_rat", ("--belum", "rat")),
        ("sudah_rat", ("--sudah", "rat")),
    ):
        assert {one["kode"] for one in demo.good("list", *filters, *where).json} == {
            one["kode"] for one in kota[name]
        }
    both = demo.good("list", "--belum", "usaha", "--belum", "rat", *where).json
    assert {one["kelurahan"] for one in both} == set(IDLE)
    assert [one["kode"] for one in both] == sorted(one["kode"] for one in both)
