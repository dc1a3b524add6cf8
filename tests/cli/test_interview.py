"""`kkmp update` at a terminal: what it asks, and that no answer is lost without a word."""

from __future__ import annotations

import shlex

import pytest

from interviewing import answered, conversation, end, of_gambir, pass_to
from running import Asked, Office, count


@pytest.mark.parametrize("names", [("Gambir", "Cideng"), ("Cideng",)])
def test_a_cooperative_that_was_undone_while_it_waited_for_an_answer_is_refused(
    registered: Office, names: tuple[str, ...]
) -> None:
    stated = ("--nib", "sudah") if len(names) > 1 else ()
    asked = Asked("--db", registered.register, "update", *names, *stated)
    asked.until("[y/T] " if stated else "Musyawarah [")
    registered.good("undo")
    held = count(registered.register, "runs")
    asked.answer("y\n" if stated else "sudah\n" + "\n" * 7)
    said = end(asked, 1)
    assert "Cideng (31.71.01.1002)" in said
    assert "history`" in said
    assert "laporkan" not in said
    assert count(registered.register, "runs") == held


def test_a_no_to_the_question_whether_it_never_ran_asks_for_that_milestone_again(
    running: Office,
) -> None:
    said = end(
        answered(
            running,
            "sudah",
            "",
            "",
            "",
            "",
            "",
            "tidak",
            "tidak",
            "berhenti 2026-05-01",
            "",
            "2026-03-30",
        ),
        0,
    )
    assert "memang tidak pernah berjalan? [y/T] " in said
    assert "Tidak dicatat. Bila berhenti, tulis `berhenti`" in said
    found = of_gambir(running, "musyawarah", "usaha", "rat_2025")
    assert found == ["sudah", "berhenti 2026-05-01", "2026-03-30"]


def test_a_yes_to_it_is_of_that_milestone_alone(running: Office) -> None:
    said = end(answered(running, *[""] * 5, "belum", "y", "", "", "belum", "", "", ""), 0)
    assert said.count("memang tidak pernah berjalan?") == 2
    assert of_gambir(running, "gerai", "usaha") == ["belum", "2026-01-05"]


@pytest.mark.parametrize(
    ("lines", "options", "told"),
    [
        (
            ("sudah", "", "0123456789012", "1234567890123"),
            (),
            "nomor ini sudah dipegang Cideng (31.71.01.1002)",
        ),
        (
            ("sudah", "", "2026-05-05", "2026-02-01"),
            ("--per", "2026-04-01"),
            "5 Mei 2026 sesudah tanggal keadaannya (1 April 2026). Tulis tanggal sampai 1 April",
        ),
    ],
)
def test_an_answer_that_the_register_does_not_allow_is_asked_again(
    running: Office, lines: tuple[str, ...], options: tuple[str, ...], told: str
) -> None:
    number = [""] * bool(options)
    said = end(answered(running, *lines, *number, "", "", "", "", "", options=options), 0)
    assert told.lower() in said.lower()
    assert of_gambir(running, "musyawarah") == ["sudah"]
    assert of_gambir(running, "nib") == [lines[-1] if options else "sudah"]


def ready(said: str) -> list[str]:
    """The command that stands on the screen as the one that records the answers."""
    return shlex.split(said.partition("Untuk mencatatnya:\n  kkmp ")[2].partition("\n")[0])


def test_answers_that_are_broken_off_are_told_as_the_command_that_records_them(
    running: Office,
) -> None:
    lines = ("sudah", "AHU-0001234.AH.01.29.TAHUN 2025", "", "", "", "belum", "y", "tempat", "", "")
    asked = Asked(
        "--db",
        running.register,
        "update",
        "Gambir",
        "--per",
        "2026-05-01",
        "--alasan",
        "telepon lurah",
    )
    asked.until("Musyawarah [")
    asked.answer("".join(f"{line}\n" for line in lines))
    asked.until("RAT tahun buku")
    asked.interrupt()
    said = end(asked, 130)
    assert of_gambir(running, "musyawarah", "gerai") == [None, "sudah"]
    running.good(*ready(said))
    found = of_gambir(
        running, "musyawarah", "sk_kemenkop", "sk_kemenkop_nomor", "gerai", "gerai_per"
    )
    assert found == [
        "sudah",
        "sudah",
        "AHU-0001234.AH.01.29.TAHUN 2025",
        "terkendala",
        "2026-05-01",
    ]
    assert of_gambir(running, "gerai_kendala") == ["tempat"]
    assert running.good("history", "--json").json[0]["alasan"] == "telepon lurah"


def test_the_command_names_the_tahun_buku_and_stands_where_the_writing_was_refused(
    registered: Office,
) -> None:
    asked = answered(registered, "", "", "", "", "", "", "")
    asked.until("RAT tahun buku 2025")
    registered.good("undo", 1)
    asked.answer("2026-03-30\n")
    said = end(asked, 1)
    assert "Jawaban Anda belum tercatat." in said
    registered.good("add", "Gambir")
    registered.good(*ready(said))
    assert of_gambir(registered, "rat_2025") == ["2026-03-30"]


def test_nothing_is_told_where_nothing_was_answered(running: Office) -> None:
    asked = answered(running, "\x04")
    assert "Untuk mencatatnya" not in end(asked, 130)


@pytest.mark.parametrize("word", ["tidak ada", "belum", "belum ada"])
def test_an_answer_of_belum_ends_the_kendala_that_is_held(running: Office, word: str) -> None:
    running.good("update", "Gambir", "--nib-kendala", "legalitas", "--per", "2026-03-01")
    said = end(answered(running, "", "", word, "", "", "", "", "", "", ""), 0)
    assert "[legalitas; Enter: sudah tidak ada]: " in said
    assert of_gambir(running, "nib", "nib_kendala") == ["belum", None]


def test_what_the_office_asks_beside_is_asked_too(running: Office) -> None:
    more = ("--kind", "pilihan", "--pilihan", "Sewa,Hibah", "--arti", "milik siapa")
    running.good("field", "add", "lahan", "Status lahan", *more)
    running.good("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "penjualan")
    running.good("update", "Gambir", "--x-omzet", "1 juta")
    said = end(answered(running, *[""] * 8, "beli", "hibah", "Rp2,5 juta"), 0)
    assert "Status lahan (Sewa, Hibah) [belum ada data]: " in said
    assert "Tulis salah satu: Sewa, Hibah." in said
    assert "Omzet [Rp1.000.000]: " in said
    assert "Omzet: Rp1.000.000 → Rp2.500.000" in running.good("history", "Gambir").out
    assert "Status lahan: belum ada data → Hibah" in running.good("history", "Gambir").out


def test_a_less_than_sign_goes_back_to_the_question_before_and_takes_its_answer_back(
    registered: Office,
) -> None:
    asked = conversation(
        registered,
        ("  Musyawarah [", "<"),
        ("  Musyawarah [", "sudah"),
        ("  NIB [", "belum"),
        ("    Kendala NIB", "modal"),
        ("    Rencana NIB", "<"),
        ("    Kendala NIB", "<"),
        ("  NIB [belum ada data", "proses"),
        ("    Kendala NIB (", ""),
        ("    Rencana NIB", ""),
        ("  NPWP [", ""),
    )
    pass_to(asked, "  RAT tahun buku 2025 [")
    asked.answer("\n")
    end(asked, 0)
    assert of_gambir(registered, "musyawarah", "nib", "nib_kendala") == ["sudah", "proses", None]


def test_the_first_question_has_none_before_it_and_a_dropped_answer_is_told(
    registered: Office,
) -> None:
    asked = answered(registered, "<", "sudah", "<", "", *[""] * 6, "2026-03-30")
    said = end(asked, 0)
    assert "  Ini pertanyaan pertama.\n" in said
    assert "  Jawaban itu dilepas (Musyawarah); jawab lagi.\n" in said
    assert of_gambir(registered, "musyawarah", "rat_2025") == [None, "2026-03-30"]


def test_a_correction_that_is_taken_back_is_none(running: Office) -> None:
    asked = conversation(running, ("  Usaha [", "belum"))
    asked.until("[y/T] ")
    asked.answer("n\n")
    asked.until("Usaha [sudah, 5 Januari 2026]: ")
    asked.answer("belum\ny\n<\n\n2026-03-30\n")
    end(asked, 0)
    assert of_gambir(running, "usaha", "rat_2025") == ["2026-01-05", "2026-03-30"]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_lines_are_broken_between_words_at_the_width_of_the_terminal(
    registered: Office, columns: int
) -> None:
    asked = Asked("--db", registered.register, "update", "Gambir", columns=columns)
    for question, answer in (("  NIB [", "belum"), ("Kendala NIB (", "")):
        _whole_lines(asked, question, columns)
        asked.answer(f"{answer}\n")
    asked.until("Rencana NIB")
    asked.answer("\x04")
    said = end(asked, 130)
    assert "kkmp --db" in said.partition("Untuk mencatatnya:\n  ")[2].partition("\n")[0]


def _whole_lines(asked: Asked, question: str, columns: int) -> None:
    """Enter at every question before one; no line is longer than the terminal is wide."""
    while True:
        asked.until("]: ")
        said, _, asked.said = asked.said.partition("]: ")
        assert all(len(line) < columns for line in said.replace("\r", "").split("\n"))
        if question in said:
            return
        asked.answer("\n")
