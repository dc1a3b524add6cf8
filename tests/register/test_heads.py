"""The head of a history is read as it is printed, and looked for in another register."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Refused
from kkmp_cli.model.run import Head
from kkmp_cli.register import heads
from kkmp_cli.register.reader import open_reader
from running import Office


def test_a_head_reads_back_as_it_is_printed(demo: Office) -> None:
    head = heads.head_of(demo.register)
    assert head
    assert head.run == 25
    assert heads.read(str(head)) == head
    assert heads.read(f" {head.digest[:16].upper()} ") == Head(0, head.digest[:16])


@pytest.mark.parametrize("text", ["", "25", "25-abc", "abc def", "' OR 1", "g" * 64, "1" * 90])
def test_what_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        heads.read(text)


def test_a_history_contains_its_own_heads_and_no_other(demo: Office) -> None:
    with open_reader(str(demo.register)) as register:
        for run, digest in register.rows("SELECT id, intisari FROM runs"):
            assert heads.contains(register, Head(run, digest)) == run
            assert heads.contains(register, Head(0, digest[:16])) == run
            assert heads.contains(register, Head(run + 1, digest)) is None
        assert heads.contains(register, Head(0, "0" * 64)) is None
