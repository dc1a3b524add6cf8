"""Whatever a sheet repeats, a sheet twice as large takes twice the work, and not four times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repeating_sheets import COLUMNS, ROWS, tall, wide
from running import Office
from steps import Steps, grown, steps

TIMES = (20, 40, 80)
QUICK = settings(
    max_examples=4,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
THOROUGH = settings(QUICK, max_examples=25)
kinds = st.lists(st.sampled_from(sorted(ROWS)), min_size=1, max_size=3, unique=True)
columns = st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=3, unique=True)


def assert_linear(office: Office, made: Callable[[int], Path]) -> None:
    """The sheets of all sizes are read in steps that grow as they do."""

    def read(times: int) -> Steps:
        return steps(lambda: office.run("import", made(times), "--dry-run"))

    assert not grown(*map(read, TIMES))


@pytest.mark.parametrize("kind", ["good", "bad cells", "merged, no name"])
def test_rows_that_cost_the_square_once(pusat: Office, tmp_path: Path, kind: str) -> None:
    assert_linear(pusat, partial(tall, tmp_path, [kind]))


@QUICK
@given(kinds)
def test_rows_of_any_kind(pusat: Office, tmp_path: Path, kinds: Sequence[str]) -> None:
    assert_linear(pusat, partial(tall, tmp_path, kinds))


@QUICK
@given(columns)
def test_columns_of_any_kind(
    pusat: Office, tmp_path: Path, columns: Sequence[tuple[str, str]]
) -> None:
    assert_linear(pusat, partial(wide, tmp_path, columns))


@pytest.mark.slow
@THOROUGH
@given(kinds)
def test_rows_of_any_kind_at_length(pusat: Office, tmp_path: Path, kinds: Sequence[str]) -> None:
    assert_linear(pusat, partial(tall, tmp_path, kinds))


@pytest.mark.slow
@THOROUGH
@given(columns)
def test_columns_of_any_kind_at_length(
    pusat: Office, tmp_path: Path, columns: Sequence[tuple[str, str]]
) -> None:
    assert_linear(pusat, partial(wide, tmp_path, columns))


def test_work_that_grows_with_the_square_is_found(tmp_path: Path) -> None:
    """The counter can fail."""
    from kkmp_cli.parsing.text import printable

    def square(size: int) -> Steps:
        return steps(lambda: [printable("Gambir") for _ in range(size * size)])

    def line(size: int) -> Steps:
        return steps(lambda: [printable("Gambir") for _ in range(size * 40)])

    assert grown(*map(square, TIMES))
    assert not grown(*map(line, TIMES))
