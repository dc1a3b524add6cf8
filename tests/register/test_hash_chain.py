"""The digest of a run: the same however its rows come, another one for anything altered."""

from __future__ import annotations

import pytest

from kkmp_cli.register import hash_chain
from kkmp_cli.register.hash_chain import BEGINNING, HEADER, Digest, digest

RUN = dict.fromkeys(HEADER, None) | {"id": 1, "petugas": "Siti é", "sebelum": BEGINNING}
ROWS = [("koperasi", key, "2026-03-10", 0, 0, f'[["nib",null,"{key}"]]') for key in range(5)]


@pytest.mark.parametrize("size", [1, 2, 5])
def test_rows_in_pieces_are_digested_like_all_at_once(size: int) -> None:
    pieces = Digest(RUN)
    for first in range(0, len(ROWS), size):
        pieces.add(ROWS[first : first + size])
        pieces.add([])
    assert pieces.hex() == digest(RUN, ROWS)


def test_anything_altered_gives_another_digest() -> None:
    others = [digest(RUN | {name: "lain"}, ROWS) for name in HEADER]
    others += [digest(RUN, ROWS[::-1]), digest(RUN, ROWS[1:]), digest(RUN, [])]
    assert len({digest(RUN, ROWS), *others}) == len(others) + 1


def test_the_first_run_hangs_on_the_register_as_it_was_made() -> None:
    made = [(1, "nama", "2026-03-10T00:00:00.000000Z")]
    first = hash_chain.genesis(made, [[1, "31.71.01.1001", "Gambir"]], [])
    assert first == hash_chain.genesis(made, [[1, "31.71.01.1001", "Gambir"]], [])
    assert first not in (
        hash_chain.genesis(made, [], [[1, "31.71.01.1001", "Gambir"]]),
        hash_chain.genesis([], [[1, "31.71.01.1001", "Gambir"]], []),
        BEGINNING,
    )
