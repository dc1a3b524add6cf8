"""`kkmp training import` at a terminal: the plan is shown, one yes is taken."""

from __future__ import annotations

from attending import CIDENG, GAMBIR, came, held, sheet  # noqa: F401 - a fixture
from running import Asked, Office

HEAD = "Kelurahan;Nama;Jabatan\n"
TWO = HEAD + "Gambir;A;Ketua\nCideng;B;Lurah\n"


def _asked(office: Office, text: str, *more: str) -> Asked:
    return Asked("--db", office.register, "training", "import", "1", sheet(office, text), *more)


def test_the_plan_is_shown_before_the_one_yes(held: Office) -> None:
    asked = _asked(held, TWO)
    asked.until("Catat 2 koperasi hadir? [y/T] ")
    assert "judul di baris 1, 2 baris data" in asked.said
    asked.answer("y\n")
    assert asked.end() == 0
    assert came(held) == {GAMBIR: (1, None), CIDENG: (None, 1)}


def test_without_a_yes_nothing_is_recorded(held: Office) -> None:
    before = held.state()
    asked = _asked(held, TWO)
    asked.until("[y/T] ")
    asked.answer("\n")
    assert asked.end() == 1
    assert "Dibatalkan; tidak ada yang ditulis." in asked.said
    assert held.state() == before


def test_a_yes_that_was_typed_before_asks_nothing(held: Office) -> None:
    assert _asked(held, TWO, "--yes").end() == 0
    assert came(held) == {GAMBIR: (1, None), CIDENG: (None, 1)}


def test_a_no_tells_how_to_come_back_to_the_answers(held: Office) -> None:
    asked = _asked(held, TWO + "Cideng;C;Tukang\n")
    for question, answer in (("Nomor [Enter = 3]: ", "1"), ("[y/T] ", "t")):
        asked.until(question)
        asked.answer(f"{answer}\n")
    assert asked.end() == 1
    assert "Lanjutkan dengan:" in asked.said
    assert "--arti Tukang=pengurus" in asked.said
