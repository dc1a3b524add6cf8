"""Words in cells of milestones that no table knows, a word once with all its places."""

from __future__ import annotations

import pytest

from kkmp_cli.importing.unknown_words import unknown_words
from office_sheets import read_text

TEXT = "Kelurahan;NIB;Usaha;Tgl Buka Usaha;RAT TB 2025;Ket\n"


def test_a_word_is_one_in_all_its_spellings_and_columns() -> None:
    rows = "Gambir;x;X.;;vakum;x\nCideng;v;x;;vakum;\nDuri Pulo;v; x ;;v;"
    first, second = unknown_words(read_text(TEXT + rows))
    assert (first.word, first.key) == ("x", "x")
    assert [(one.cell, one.heading) for one in first.cells] == [
        *(("B2", "NIB"), ("C2", "Usaha"), ("C3", "Usaha"), ("C4", "Usaha"))
    ]
    assert [milestone.code for milestone in first.milestones] == ["nib", "usaha"]
    assert (second.word, len(second.cells)) == ("vakum", 2)


@pytest.mark.parametrize(
    "row",
    [
        "Gambir;v;v;nanti;v;",
        "Gambir;v;tgl 5/2;;v;",
        "Gambir;v;vakum?;;v;",
        "Gambir;v;x?;;v;",
        "Gambir;v;1 Maret 2027;;v;",
        "Gambir;v;sudah, tapi x;;v;",
        "Gambir;12;v;;v;",
        "Gambir;v;!?;;v;",
    ],
)
def test_a_date_a_doubt_and_what_is_wrong_otherwise_is_no_such_word(row: str) -> None:
    reading = read_text(TEXT + row)
    assert reading.problems
    assert unknown_words(reading) == ()


def test_a_word_that_was_explained_is_unknown_no_more() -> None:
    assert unknown_words(read_text(TEXT + "Gambir;x;v;;v;", words=("x=belum",))) == ()
    (left,) = unknown_words(read_text(TEXT + "Gambir;x;x;;v;", words=("nib:x=",)))
    assert [one.cell for one in left.cells] == ["C2"]
