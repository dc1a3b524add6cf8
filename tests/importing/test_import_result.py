"""What an import came to: what may be written, how much that is, and what was rejected."""

from __future__ import annotations

from import_results import sheet_of, take

MIXED = "Kelurahan;NIB\nGambir;sudah\nCideng;x\nDuri Pulo;proses"


def test_a_new_cooperative_is_one_row_of_work_and_a_changed_one_two() -> None:
    taken = take(
        "Kelurahan;NIB\nGambir;sudah\nCideng;proses\nDuri Pulo;belum",
        {2: {"nib": "belum"}, 3: {"nib": "belum"}},
    )
    assert (taken.touched, taken.work) == (2, 3)


def test_a_bad_row_forbids_writing_unless_it_may_be_skipped() -> None:
    taken = take(MIXED)
    assert not taken.writable(skip_errors=False)
    assert taken.writable(skip_errors=True)
    assert not take("Kelurahan;NIB\nCideng;x").writable(skip_errors=True)


def test_where_nothing_is_new_there_is_nothing_to_write() -> None:
    assert not take("Kelurahan;NIB\nGambir;proses", {1: {"nib": "proses"}}).writable(False)


def test_the_rejected_rows_are_of_the_sheet_in_which_they_stand() -> None:
    taken, sheet = take(MIXED), sheet_of(MIXED)
    (part,) = taken.rejected()
    assert (part.sheet, [problem.row for problem in part.problems]) == (sheet, [3])
    clean = take("Kelurahan;NIB\nGambir;sudah")
    assert [*clean.rejected()] == []


def test_a_row_that_was_not_wholly_taken_is_read_again_the_next_time() -> None:
    text = "Kode;NIB\n31.71.01.1001;belum\n31.71.01.1002;sudah"
    taken = take(text, {1: {"nib": "sudah"}})
    assert [*taken.marks()] == [2]
