"""What `kkmp update` asks behind an answer, and what it says may be typed there instead of one."""

from __future__ import annotations

import pytest

from interviewing import answered, conversation, end, of_gambir
from running import Office


@pytest.mark.parametrize("word", ["belum", "proses", "terkendala"])
def test_what_is_not_reached_is_asked_for_its_kendala_and_its_rencana(
    registered: Office, word: str
) -> None:
    asked = conversation(
        registered,
        ("  NIB [", word),
        ("    Kendala NIB (modal, tempat, SDM,", "kurang sdm"),
        ("    Rencana NIB, tanggalnya [belum ada data", "12 Februari 2027"),
        ("  NPWP [", ""),
        ("  RAT tahun buku 2025 [", word),
        ("    Kendala RAT tahun buku 2025 (", ""),
        ("    Rencana RAT tahun buku 2025", "Maret 2027"),
    )
    end(asked, 0)
    found = of_gambir(
        registered, "nib", "nib_kendala", "nib_rencana", "rat_2025", "rat_2025_rencana"
    )
    assert found == ["terkendala", "sdm", "2027-02-12", word, "2027-03"]


def test_what_has_stopped_is_asked_since_when_and_why(running: Office) -> None:
    asked = conversation(
        running,
        ("  Usaha [sudah, 5 Januari 2026", "berhenti"),
        ("    Berhenti sejak tanggal berapa [Enter bila tidak tahu", "1 Mei 2026"),
        ("    Kendala Usaha (", "modal: habis"),
        ("  RAT", ""),
    )
    end(asked, 0)
    assert of_gambir(running, "usaha", "usaha_kendala") == ["berhenti 2026-05-01", "modal: habis"]


def test_what_is_reached_is_asked_for_what_proves_it_where_none_is_held(registered: Office) -> None:
    registered.good("update", "Gambir", "--npwp-nomor", "0024212755091000")
    asked = conversation(
        registered,
        ("  NIB [", "sudah"),
        ("    Nomor NIB [", "0123456789012"),
        ("  NPWP [", "1 Maret 2026"),
        ("  Rekening [", "sudah"),
        ("    Nomor rekening [", ""),
        ("    Bank [", "BRI"),
        ("  Gerai [", "sudah"),
        ("    Jenis tempat gerai (milik sendiri, sewa, pinjam, hibah,", "milik sendiri"),
        ("  Usaha [", ""),
        ("  RAT", ""),
    )
    end(asked, 0)
    found = of_gambir(registered, "nib_nomor", "npwp", "rekening_bank", "gerai_jenis")
    assert found == ["0123456789012", "2026-03-01", "BRI", "milik_sendiri"]


def test_nothing_is_asked_behind_an_answer_that_says_it_itself(registered: Office) -> None:
    lines = ("", "", "0123456789012", "", "BRI 012345678", "sewa ruko", "", "")
    end(answered(registered, *lines), 0)
    found = of_gambir(registered, "nib_nomor", "rekening_bank", "gerai_jenis")
    assert found == ["0123456789012", "BRI", "sewa"]


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("  NIB [", "12 Februari 2027", "Bila itu rencana, tulis `Rencana 12 Februari 2027`."),
        ("  RAT tahun", "Februari 2027", "Bila itu rencana, tulis `Rencana Februari 2027`."),
        ("  Usaha [", "berhenti 1/2/2027", "Tulis tanggal seperti 10 Maret 2026"),
        ("  Gerai [", "Rencana 1 Mei 2027", "Bila belum, tulis `belum`; kendala dan rencananya"),
        ("  Bangunan [", "1 Mei 2027", "Bila itu rencana, tulis `Rencana 1 Mei 2027`."),
    ],
)
def test_a_remedy_says_what_can_be_typed_there(
    running: Office, question: str, answer: str, told: str
) -> None:
    running.good("field", "add", "bangunan", "Bangunan", "--kind", "tahap", "--arti", "berdiri")
    asked = conversation(running, (question, answer))
    asked.until("]: ")
    assert told in asked.said
    assert "--" not in asked.said
    asked.answer("\x04")
    end(asked, 130)


@pytest.mark.parametrize(("name", "question"), [("nib", "  NIB ["), ("x_bangunan", "  Bangunan [")])
def test_the_rencana_that_is_told_can_be_typed(
    registered: Office, name: str, question: str
) -> None:
    registered.good("field", "add", "bangunan", "Bangunan", "--kind", "tahap", "--arti", "berdiri")
    asked = conversation(registered, (question, "12 Februari 2027"))
    asked.until("]: ")
    asked.answer(asked.said.split("tulis `")[1].split("`")[0] + "\n" * 8)
    end(asked, 0)
    assert of_gambir(registered, name, f"{name}_rencana") == [None, "2027-02-12"]
