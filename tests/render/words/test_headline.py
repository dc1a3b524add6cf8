"""A kota in one sentence, right in every case."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli import reports
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.target import Target
from kkmp_cli.render.words import headline
from kkmp_cli.reports.report import YearlyCount
from snapshots import IDLE, areas_of, cooperative, jakarta_pusat, unknown

PER = "2026-03-10"


def told(snapshot: Snapshot, per: str = PER) -> str:
    """What is said of its first kota."""
    report = reports.build(snapshot, date.fromisoformat(per), 2025)
    return " ".join(headline.of_kota(report.kota[0], per))


def kota(usaha: dict[str, str], rat: str = "sudah", rest: str | None = "sudah") -> Snapshot:
    """Jakarta Pusat: these kelurahan in these states, all others in `rest` (None: unknown)."""
    made = []
    for area in areas_of("31.71"):
        state = usaha.get(area.kelurahan, rest)
        states = {"rat_2025": rat} if rat else {}
        made.append(cooperative(area, states | ({"usaha": state} if state else {})))
    return Snapshot(areas_of("31.71"), tuple(made))


def test_the_published_facts_in_two_sentences() -> None:
    assert told(jakarta_pusat()) == (
        "34 dari 44 KKMP beroperasi; 10 belum, terbanyak di Gambir (4). "
        "RAT 5 dari 44, batas 31 Maret, 21 hari lagi."
    )


def test_of_nothing_known_no_number_is_made() -> None:
    text = told(unknown("31.71"))
    assert text == (
        "Belum ada data apakah 44 KKMP beroperasi. "
        "RAT belum ada data (44 KKMP), batas 31 Maret, 21 hari lagi."
    )
    assert "%" not in text and " 0 " not in text


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (kota({}), "Semua 44 KKMP beroperasi. RAT sudah di semua 44 KKMP."),
        (
            kota({}, "belum", "belum"),
            "Belum satu pun dari 44 KKMP beroperasi. RAT belum satu pun dari 44, batas 31 Maret, "
            "21 hari lagi.",
        ),
        (kota({"Cideng": "belum"}), "43 dari 44 KKMP beroperasi; 1 belum: Cideng."),
        (
            kota({"Cideng": "belum", "Serdang": "proses"}),
            "42 dari 44 KKMP beroperasi; 2 belum: Cideng dan Serdang.",
        ),
        (
            kota(dict.fromkeys(("Gambir", "Cideng", "Duri Pulo", "Petojo Utara"), "belum")),
            "40 dari 44 KKMP beroperasi; 4 belum, semuanya di Gambir.",
        ),
        (
            kota(dict.fromkeys(("Gambir", "Cideng", "Kemayoran", "Serdang"), "belum")),
            "40 dari 44 KKMP beroperasi; 4 belum, terbanyak di Gambir dan Kemayoran "
            "(masing-masing 2).",
        ),
        (
            kota(dict.fromkeys(("Gambir", "Kartini", "Serdang", "Senen"), "belum")),
            "40 dari 44 KKMP beroperasi; 4 belum, tersebar di 4 kecamatan.",
        ),
        (
            kota(dict.fromkeys(IDLE, "belum"), rest=None),
            "Dari 44 KKMP belum ada yang tercatat beroperasi; 10 belum, terbanyak di Gambir (4); "
            "34 belum ada data.",
        ),
        (
            kota({"Cideng": "sudah"}, rest=None),
            "1 dari 44 KKMP beroperasi; 43 belum ada data.",
        ),
        (
            kota(dict.fromkeys(IDLE, "berhenti 2026-01-02")),
            "34 dari 44 KKMP beroperasi; 10 belum (10 berhenti usaha), terbanyak di Gambir (4).",
        ),
    ],
)
def test_every_case_has_its_own_words(made: Snapshot, words: str) -> None:
    assert told(made).startswith(words)


def test_a_late_rat_says_for_how_long_and_a_year_that_is_not_the_reports() -> None:
    assert "batas 31 Maret, sudah lewat 10 hari." in told(jakarta_pusat(), "2026-04-10")
    assert "batas 31 Maret, hari ini." in told(jakarta_pusat(), "2026-03-31")
    target = Target(1, "rat", "2027-01-31", tahun_buku=2025)
    moved = jakarta_pusat()._replace(targets=(target,))
    assert "batas 31 Januari 2027, 327 hari lagi." in told(moved)


def test_where_no_day_holds_for_all_none_is_said() -> None:
    assert headline.rat(YearlyCount(sudah=5, belum=39), PER) == "RAT 5 dari 44."
    assert headline.rat(YearlyCount(tidak_wajib=4), PER) == ""
    assert headline.rat(YearlyCount(sudah=1, belum=3, tidak_wajib=2), PER) == (
        "RAT 1 dari 4 yang wajib."
    )
    assert headline.rat(YearlyCount(belum=3, tidak_diketahui=2), PER) == (
        "RAT belum ada yang tercatat dari 5 (3 belum, 2 belum ada data)."
    )


def test_those_that_all_left_are_in_no_count() -> None:
    gone = [one._replace(values={"status": "bubar 2026-01-01"}) for one in kota({}).cooperatives]
    text = told(kota({})._replace(cooperatives=tuple(gone)))
    assert text == "Tidak ada KKMP dalam hitungan: 44 bubar atau digabung."
