"""The number of a run, as typed."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.options.run_options import read_run
from kkmp_cli.errors import BadUsage, Refused


def test_a_number_counts_from_1() -> None:
    assert (read_run("1"), read_run("00012"), read_run(None)) == (1, 12, None)
    with pytest.raises(Refused, match="--limit paling sedikit 1"):
        read_run("0", "--limit")


@pytest.mark.parametrize("text", ["", "-1", "1.5", "٣", "x", "1" * 12])
def test_anything_else_is_wrong_usage(text: str) -> None:
    with pytest.raises(BadUsage, match="bukan angka"):
        read_run(text)
