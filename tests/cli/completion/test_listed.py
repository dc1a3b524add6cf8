"""The words that a help lists."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.completion.listed import choices


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("terminal, json atau csv.", ["terminal", "json", "csv"]),
        ("koperasi percontohan: ya atau tidak", ["ya", "tidak"]),
        ("aktif, bubar TANGGAL atau digabung TANGGAL", ["aktif", "bubar", "digabung"]),
        ("jumlah anggota", []),
        ("nama ketua (data pribadi)", []),
        ("", []),
    ],
)
def test_a_list_of_words_is_read_and_a_sentence_is_none(about: str, words: list[str]) -> None:
    assert choices(about) == words
