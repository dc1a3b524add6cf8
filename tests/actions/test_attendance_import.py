"""An attendance list of which some rows cannot go in, or are of people who are not counted."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attending import CIDENG, GAMBIR, came, held, sheet  # noqa: F401 - a fixture
from kkmp_cli.importing import attendance
from office_sheets import INDEX, sheet_of
from running import Office

HEAD = "Kelurahan;Nama;Jabatan;Hadir\n"


def _after(text: str, words: str) -> list[str]:
    """The command that stands behind these words."""
    return shlex.split(text.split(f"{words}kkmp ")[1].split("\n")[0])


def test_a_tukang_among_sixty_is_passed_over_and_the_command_told_counts_him(held: Office) -> None:
    text = HEAD + "Gambir;A;Ketua;ya\nGambir;B;Tukang;ya\nCideng;C;Narasumber;ya\n"
    done = held.good("training", "import", "1", sheet(held, text))
    assert (
        "1 baris berisi jabatan yang tidak dikenal, tidak dihitung: baris 3 (Tukang)." in done.out
    )
    assert (
        "1 koperasi, 1 orang dicatat hadir; 2 orang tidak dihitung (1 bukan pengurus atau "
        "pengawas, 1 jabatannya tidak dikenal)" in done.out
    )
    assert came(held) == {GAMBIR: (1, None)}
    held.good(*_after(done.out, "Bila Tukang itu pengurus: "))
    assert came(held) == {GAMBIR: (2, None)}


@pytest.mark.parametrize("place", ["", "Dinas PPKUKM", "Gambirr"])
def test_who_is_not_counted_needs_no_kelurahan(held: Office, place: str) -> None:
    text = f"{HEAD}Gambir;A;Ketua;ya\n{place};B;Fotografer;ya\n"
    done = held.good("training", "import", "1", sheet(held, text))
    assert "baris 3 (Fotografer)" in done.out


def test_who_has_no_jabatan_is_told_and_can_be_explained(held: Office) -> None:
    text = HEAD + "Gambir;A;Ketua;ya\nGambir;B;;ya\nCideng;C;-;ya\n"
    done = held.good("training", "import", "1", sheet(held, text))
    assert "2 baris berisi jabatan yang tidak dikenal, tidak dihitung: baris 3 (kosong)" in done.out
    held.good(*_after(done.out, "Bila (kosong) itu pengurus: "))
    assert came(held) == {GAMBIR: (2, None), CIDENG: (1, None)}


def test_the_good_rows_go_in_and_the_others_wait_beside_the_file(held: Office) -> None:
    text = HEAD + "Gambir;A;Ketua;ya\nGambir;B;Ketua;x\nCideng;C;Ketua;ya\nCidenk;D;Bendahara;ya\n"
    path = sheet(held, text)
    held.refused("training", "import", "1", path)
    done = held.run("training", "import", "1", path, "--skip-errors")
    assert done.code == 1
    assert came(held) == {CIDENG: (1, None)}
    assert "2 baris ditolak:" in done.out
    assert "1 baris lain ikut ditahan, karena jumlah satu kelurahan dicatat sekaligus: Gambir." in (
        done.out
    )
    assert f"3 baris yang ditolak ditulis ke {path}.ditolak.xlsx" in done.err
    assert path.with_name(f"{path.name}.ditolak.xlsx").stat().st_mode & 0o077 == 0


def test_what_was_mended_counts_once_and_takes_nothing_from_what_is_recorded(held: Office) -> None:
    path = sheet(held, HEAD + "Gambir;A;Ketua;x\nCideng;B;Ketua;ya\nCidenk;C;Bendahara;ya\n")
    told = held.run("training", "import", "1", path, "--skip-errors").err
    again = [*_after(told, "→ "), "--cell", "D2=ya", "--cell", "A3=Cideng"]
    done = held.good(*again)
    assert came(held) == {CIDENG: (1, None), GAMBIR: (1, None)}
    assert "1 koperasi sudah tercatat hadir; yang di berkas ini tidak ditambahkan:" in done.out
    assert "Cideng: tercatat hadir (1 pengurus); di berkas ini 1 pengurus" in done.out
    held.good(*_after(done.out, "bila belum terhitung: "))
    assert came(held) == {CIDENG: (2, None), GAMBIR: (1, None)}


def test_a_row_that_is_left_out_lies_beside_the_file_and_the_others_of_its_kelurahan_go_in(
    held: Office,
) -> None:
    path = sheet(held, HEAD + "Gambir;A;Ketua;x\nGambir;B;Ketua;ya\n")
    done = held.run("training", "import", "1", path, "--skip-row", 2)
    assert done.code == 1
    assert "1 baris ditinggalkan karena diminta: baris 2." in done.out
    assert came(held) == {GAMBIR: (1, None)}
    assert "1 baris yang ditolak ditulis ke" in done.err


def test_a_plan_writes_no_file(held: Office) -> None:
    path = sheet(held, HEAD + "Gambir;A;Ketua;x\nCideng;B;Ketua;ya\n")
    before = held.state()
    done = held.run("training", "import", "1", path, "--skip-errors", "--dry-run")
    assert done.code == 1
    assert held.state() == before
    assert not path.with_name(f"{path.name}.ditolak.xlsx").exists()


_PLACES = st.sampled_from(["Gambir", "Cideng", "Cidenk", "Kecamatan Gambir", ""])
_JABATAN = st.sampled_from(
    ["Ketua", "Ketua/Bendahara", "Lurah", "Tukang", "Narasumber", "Ketua RW 05", "-", ""]
)
_HERE = st.sampled_from(["ya", "tidak", "izin", "x", ""])
_ROWS = st.lists(
    st.tuples(_PLACES, st.sampled_from("ABCD"), _JABATAN, _HERE), min_size=1, max_size=12
)


@given(_ROWS)
def test_every_row_is_counted_passed_over_or_rejected_and_only_one_of_them(
    rows: list[tuple[str, str, str, str]],
) -> None:
    read = attendance.read(
        sheet_of(HEAD + "".join(";".join(row) + "\n" for row in rows)), INDEX, "31.71"
    )
    read.hold_back()
    rejected = {problem.row for problem in read.problems} | {*read.held_back}
    of_areas = {row for area in read.rows_of for row in read.rows_of[area]} - {*read.held_back}
    parts = [rejected, of_areas, {*read.guests}, {*read.unknown}]
    assert sum(map(len, parts)) == len(set[int]().union(*parts))
    told = set[int]().union(*parts)
    below = read.unread[0] if read.unread else len(rows) + 2
    assert {row for row in range(2, len(rows) + 2) if row < below} <= told | {
        number for number, row in enumerate(rows, 2) if row[0].startswith("Kecamatan")
    }
    assert read.count + len({*read.twice} - {*read.held_back}) <= len(of_areas)
