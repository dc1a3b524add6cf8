"""What an attendance list is asked about at a terminal; every answer is an option of the call."""

from __future__ import annotations

import shlex

import pytest

from attending import CIDENG, GAMBIR, came, held, sheet  # noqa: F401 - a fixture
from running import Asked, Office

HEAD = "Kelurahan;Nama;Jabatan;Hadir\n"
REPAIR = "Perbaiki di sini, satu per satu? [Enter = ya, t = tidak] "
RIGHT = "juga sisanya]: "
NUMBER, WRITE = "Nomor [Enter = 3]: ", "koperasi hadir? [y/T] "


def _talk(
    office: Office, text: str, *steps: tuple[str, str], options: tuple[str, ...] = ()
) -> Asked:
    """An import at a terminal, where each question is waited for before it is answered."""
    call = ("--db", office.register, "training", "import", "1", sheet(office, text), *options)
    asked = Asked(*call)
    for question, answer in steps:
        asked.until(question)
        asked.said = ""
        asked.answer(f"{answer}\n")
    return asked


def _ready(said: str, words: str = "tanpa ditanya lagi:") -> list[str]:
    """The command that stands below these words."""
    return shlex.split(said.replace("\r", "").split(f"{words}\n  kkmp ")[1].split("\n")[0])


def test_a_jabatan_is_asked_once_and_the_call_told_does_the_same_without_asking(
    held: Office,
) -> None:
    text = HEAD + "Gambir;A;Ketua;ya\nGambir;B;Tukang;ya\nCideng;C;tukang;ya\nCideng;D;Kurir;ya\n"
    asked = _talk(held, text, (NUMBER, "pengawas"), (NUMBER, ""), (WRITE, "y"))
    assert asked.end() == 0
    assert came(held) == {GAMBIR: (1, 1), CIDENG: (None, 1)}
    held.good("undo")
    held.good(*_ready(asked.said))
    assert came(held) == {GAMBIR: (1, 1), CIDENG: (None, 1)}


def test_who_has_a_jabatan_of_nobody_is_not_counted_by_enter(held: Office) -> None:
    asked = _talk(held, HEAD + "Gambir;A;Ketua;ya\nCideng;B;Tukang;ya\n", (NUMBER, ""))
    assert asked.end() == 0
    assert came(held) == {GAMBIR: (1, None)}


def test_a_guest_is_told_and_not_asked_about(held: Office) -> None:
    asked = _talk(held, HEAD + "Gambir;A;Ketua;ya\nCideng;B;Narasumber;ya\n")
    assert asked.end() == 0
    assert "Nomor" not in asked.said


def test_a_column_of_jabatan_below_another_heading_is_asked_about(held: Office) -> None:
    text = "Kelurahan;Nama;Sebagai\nGambir;A;Lurah\nCideng;B;Ketua\n"
    asked = _talk(held, text)
    asked.until('Kolom C "Sebagai" tidak dikenal. Isinya: Lurah; Ketua.')
    for question, answer in (("Baca sebagai jabatan?", ""), (WRITE, "y")):
        asked.until(question)
        asked.answer(f"{answer}\n")
    assert asked.end() == 0
    assert came(held) == {GAMBIR: (None, 1), CIDENG: (1, None)}
    assert "--map Sebagai=jabatan" in asked.said


def test_a_no_to_the_column_leaves_it_out(held: Office) -> None:
    text = "Kelurahan;Nama;Sebagai\nGambir;A;Lurah\nGambir;B;Ketua\n"
    assert _talk(held, text, ("Baca sebagai jabatan?", "t")).end() == 0
    assert came(held) == {GAMBIR: (2, None)}


def test_a_wrong_cell_is_typed_and_judged_at_once(held: Office) -> None:
    text = HEAD + "Gambir;A;Ketua;x\nGambir;B;Lurah;x\nCideng;C;Ketua;ya\n"
    steps = ((REPAIR, ""), (RIGHT, "mungkin"), (RIGHT, ""), (RIGHT, "ya"), (WRITE, "y"))
    asked = _talk(held, text, *steps)
    assert asked.end() == 0
    assert came(held) == {GAMBIR: (1, 1), CIDENG: (1, None)}
    assert "--cell D2=ya --cell D3=ya" in asked.said


def test_a_near_name_is_chosen_by_its_number(held: Office) -> None:
    text = HEAD + "Cidenk;A;Ketua;ya\nGambir;B;Ketua;ya\n"
    asked = _talk(held, text, (REPAIR, ""))
    asked.until("1  Cideng, kecamatan Gambir")
    asked.until(RIGHT)
    asked.answer("1\n")
    asked.until(WRITE)
    asked.answer("y\n")
    assert asked.end() == 0
    assert came(held) == {GAMBIR: (1, None), CIDENG: (1, None)}
    held.good("undo")
    held.good(*_ready(asked.said))
    assert came(held) == {GAMBIR: (1, None), CIDENG: (1, None)}


def test_a_row_can_be_left_and_all_that_are_wrong(held: Office) -> None:
    text = HEAD + "Gambir;A;Ketua;x\nCidenk;B;Ketua;ya\nEntah;D;Ketua;ya\nCideng;C;Ketua;ya\n"
    asked = _talk(held, text, (REPAIR, "y"), (RIGHT, "lewati"), (RIGHT, "lewati semua"))
    assert asked.end() == 1
    assert came(held) == {CIDENG: (1, None)}
    assert "3 baris yang ditolak ditulis ke" in asked.said


def test_who_does_not_mend_is_told_how_the_good_rows_go_in(held: Office) -> None:
    asked = _talk(held, HEAD + "Gambir;A;Ketua;x\nCideng;C;Ketua;ya\n", (REPAIR, "t"))
    assert asked.end() == 1
    assert came(held) == {}
    told = shlex.split(asked.said.split("Yang baik saja: kkmp ")[1].split("\r")[0])
    assert held.run(*told).code == 1
    assert came(held) == {CIDENG: (1, None)}


@pytest.mark.parametrize("answers", range(5))
def test_an_interrupt_at_any_question_leaves_everything_as_it_was_and_tells_how_to_go_on(
    held: Office, answers: int
) -> None:
    before = held.state()
    text = HEAD + "Gambir;A;Ketua;x\nCideng;B;Tukang;ya\nCidenk;C;Ketua;ya\n"
    steps = [(REPAIR, ""), (NUMBER, "1"), (RIGHT, "ya"), (RIGHT, "1"), (WRITE, "")]
    asked = _talk(held, text, *steps[:answers])
    asked.until(steps[answers][0])
    asked.interrupt()
    assert asked.end() == 130
    assert held.state() == before
    if answers > 1:
        told = _ready(asked.said, "Lanjutkan dengan:")
        assert ("--arti" in told, "--cell" in told) == (True, answers > 2)


def test_a_tab_is_asked_where_a_workbook_has_two(held: Office) -> None:
    from sheet_files import xlsx

    rows = [["Kelurahan", "Nama", "Jabatan"], ["Gambir", "A", "Ketua"]]
    other = [rows[0], ["Cideng", "B", "Ketua"]]
    path = xlsx(held.register.with_name("hadir.xlsx"), Hari1=rows, Hari2=other)
    asked = Asked("--db", held.register, "training", "import", "1", path)
    asked.until("nomornya]: ")
    asked.answer("2\n")
    assert asked.end() == 0
    assert came(held) == {CIDENG: (1, None)}
    assert "--sheet Hari2" in asked.said
