"""A mark is stored so that it holds for its own cooperative alone."""

from __future__ import annotations

from kkmp_cli.register.known_marks import SEAL, holds, sealed


def test_a_mark_holds_for_its_cooperative_and_comes_back() -> None:
    stored = sealed(7, b"tanda baris")
    assert stored[:-SEAL] == b"tanda baris"
    assert holds(7, stored)


def test_what_was_moved_or_changed_does_not_hold() -> None:
    stored = sealed(7, b"tanda baris")
    assert not holds(8, stored)
    for other in (stored[1:], stored[:-1], b"", "teks", None):
        assert not holds(7, other)
