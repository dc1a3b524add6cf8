"""`kkmp training attend`: who came, and which recorded counts that replaces."""

from __future__ import annotations

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

PUSAT = ("--kota", "jakpus")


@pytest.fixture
def held(pusat: Office) -> Office:
    """A desk with one training, to which Gambir sent three and Cideng somebody."""
    pusat.good("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025-11-03")
    pusat.good("training", "attend", "1", "Gambir", "--pengurus", 3)
    pusat.good("training", "attend", "1", "Cideng", "--hadir")
    return pusat


def test_a_recorded_count_that_is_replaced_is_told_old_and_new(held: Office) -> None:
    said = held.good(
        "training", "attend", "1", "Gambir", "Cideng", "--pengurus", 1250, "--pengawas", 1
    ).out
    assert (
        "1 jumlah yang tercatat diganti:\n  Gambir: pengurus 3 → 1.250\n2 koperasi dicatat hadir"
        in said
    )


@pytest.mark.parametrize("said", [("--pengurus", 3), ("--pengawas", 2), ("--hadir",)])
def test_nothing_is_told_where_no_count_becomes_another(
    held: Office, said: tuple[object, ...]
) -> None:
    assert "→" not in held.good("training", "attend", "1", "Gambir", *said).out


def test_the_answer_says_how_to_undo_it(held: Office) -> None:
    said = held.good("training", "attend", "1", "Gambir", "--pengurus", 2).out
    assert (
        "1 koperasi dicatat hadir di pelatihan 1 (pekerjaan 5; batalkan: kkmp undo 5). [5-" in said
    )
    held.good("undo", 5)
    assert "tidak berubah" in held.good("training", "attend", "1", "Gambir", "--pengurus", 3).out


def test_a_wrong_attendance_is_taken_out_and_that_alone(held: Office) -> None:
    said = held.good("training", "attend", "1", "Cideng", "Petojo Utara", "--tidak-hadir").out
    assert said.startswith(
        "  Cideng: hadir → tidak hadir\nKehadiran 1 koperasi di pelatihan 1 dihapus (pekerjaan 5;"
    )
    assert "tidak berubah" in held.good("training", "attend", "1", "Cideng", "--tidak-hadir").out
    assert len(held.good("training", "show", "1", "--json").json["hadir"]) == 1
    held.refused("training", "attend", "1", "Gambir", "--tidak-hadir", "--pengurus", 2, code=2)


def test_trainings_from_beginning_to_end(pusat: Office) -> None:
    pusat.good(
        "training",
        "add",
        "Pembukuan",
        *PUSAT,
        "--mulai",
        "3 November 2025",
        "--peserta",
        "62",
        "--materi",
        "a,b",
    )
    pusat.good("training", "attend", "1", "Gambir", "Cideng", "--pengurus", "2", "--pengawas", "1")
    pusat.good("training", "attend", "1", "Kenari", "--hadir")
    pusat.good("training", "update", "1", "--tempat", "Aula")
    (one,) = pusat.good("training", "list", "--json").json
    assert (one["id"], one["peserta"], one["kkmp"], one["tempat"], one["materi"]) == (
        1,
        62,
        3,
        "Aula",
        ["a", "b"],
    )
    report = pusat.good("report", *PUSAT, "--json").json["kota"][0]["pelatihan"]
    assert (report["kegiatan"], report["peserta"], report["kkmp_terjangkau"]) == (1, 62, 3)
    assert len(report["belum_tercatat"]) == 41
    assert pusat.good("show", "Gambir", "--json").json["pelatihan"][0]["hadir"][0]["pengurus"] == 2
    pusat.good("training", "remove", "1")
    assert pusat.good("training", "list", "--json").json == []
