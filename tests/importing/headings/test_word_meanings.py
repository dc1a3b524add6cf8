"""A word of cells means what an officer says: `--arti`."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Refused
from kkmp_cli.importing.headings.word_meanings import WordMeaning, kept, read_meaning
from kkmp_cli.model.vocabulary import built_in
from office_sheets import only_problem, problems_of, read_text, values_of

TEXT = "Kelurahan;NIB;Usaha;Ket\nGambir;x;x;x\nCideng;v;X.;-"


def test_a_word_of_all_milestones_and_one_of_a_single_one() -> None:
    every = read_text(TEXT, words=("x=belum",))
    assert values_of(every) == {
        "Gambir": {"nib": "belum", "usaha": "belum", "catatan": "x"},
        "Cideng": {"nib": "sudah", "usaha": "belum"},
    }
    assert every.files[0].meant == {"x": "belum"}
    own = values_of(read_text(TEXT, words=("x=belum", "usaha:x=proses")))
    assert (own["Gambir"]["nib"], own["Gambir"]["usaha"]) == ("belum", "proses")


def test_a_word_of_one_milestone_says_nothing_of_another() -> None:
    reading = read_text(TEXT, words=("usaha:x=belum",))
    assert problems_of(reading) == [(2, "B2", "x")]


def test_a_word_may_state_nothing() -> None:
    values = values_of(read_text(TEXT, words=("x=",)))
    assert values == {"Gambir": {"catatan": "x"}, "Cideng": {"nib": "sudah"}}


@pytest.mark.parametrize("text", ["x", "x=mungkin", "=belum", "usaha:=belum", "sudah=belum"])
def test_what_says_no_state_of_a_word_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="--arti"):
        read_meaning(text, built_in())


def test_a_colon_belongs_to_the_word_where_no_milestone_stands_before_it() -> None:
    assert read_meaning("cek: nanti=belum", built_in()) == WordMeaning("cek: nanti", "belum")
    assert read_meaning("SK:x=belum", built_in()) == WordMeaning("x", "belum", "sk_kemenkop")
    assert read_meaning("rat_2025:x=belum", built_in()).key == "rat_2025:x"


def test_a_word_is_kept_as_it_was_told() -> None:
    told = read_meaning("usaha:belum jalan=belum", built_in())
    assert kept(*told.kept, built_in()) == told
    assert kept("Mitra 2", "catatan", built_in()) is None


def test_the_error_of_an_unknown_word_has_the_arti_ready_for_each_meaning() -> None:
    problem = only_problem(read_text("Kelurahan;Usaha\nGambir;Kuning"))
    assert 'Bila berarti belum: --arti "usaha:Kuning=belum"' in problem.remedy
    assert 'bila berarti sudah: --arti "usaha:Kuning=sudah"' in problem.remedy
    assert 'bila berarti berhenti: --arti "usaha:Kuning=berhenti"' in problem.remedy
    assert "berhenti" not in only_problem(read_text("Kelurahan;NIB\nGambir;Kuning")).remedy
    for state in ("belum", "sudah", "berhenti"):
        reading = read_text("Kelurahan;Usaha\nGambir;Kuning", words=(f"Kuning={state}",))
        assert values_of(reading) == {"Gambir": {"usaha": state}}


@pytest.mark.parametrize(
    "text",
    [
        *("tgl 5/2 nanti", "entah 2026", 'a "b" c', "k" * 21, "RAT", "RAT 2026"),
        *("sudah kira-kira", "masih belum bisa", "Sudahlah, belum"),
    ],
)
def test_no_arti_is_ready_for_a_date_a_heading_or_what_says_a_state_itself(text: str) -> None:
    assert "--arti" not in only_problem(read_text(f"Kelurahan;Usaha\nGambir;{text}")).remedy


def test_no_arti_is_ready_for_a_column_of_dates() -> None:
    problem = only_problem(read_text("Kelurahan;Tgl Buka Usaha\nGambir;nanti saja"))
    assert "--arti" not in problem.remedy


def test_a_word_of_this_call_that_no_cell_holds_is_told_and_a_remembered_one_is_not() -> None:
    words = ("x=belum", "nib:vakum=belum", "usaha:y=")
    assert read_text(TEXT, words=words).idle_words == ("nib:vakum", "usaha:y")
    text = "Kelurahan;NIB;Usaha\nGambir;v;vakum"
    assert read_text(text, words=("nib:vakum=belum", "vakum=belum")).idle_words == ("nib:vakum",)
    kept_word = WordMeaning("z", "belum")
    assert read_text(TEXT, words=("x=",), remembered_words=(kept_word,)).idle_words == ()
