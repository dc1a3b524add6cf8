"""`render.formats.csv_rows` beside `csv.writer`, which looks at every cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.formats import csv_rows
from kkmp_cli.render.formats.export_rows import Extract, is_free
from kkmp_cli.sheets import guard

NAMES = ("kode", "kelurahan", "nib", "nib_nomor", "mitra", "catatan")
cells = st.one_of(
    st.none(),
    st.sampled_from(["", "sudah", "a;b", 'kata "kutip"', "=1+1", "'=x", "\u00a0+1", "＝lebar"]),
    st.text(";,\"'\r\n\t =+-@aé", max_size=5),
)


def by_writer(names: Sequence[str], rows: Sequence[Sequence[str | None]], delimiter: str) -> str:
    """What every cell by itself comes to."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        named = zip(names, row, strict=True)
        writer.writerow(
            [
                guard(cell) if cell and is_free(built_in().field(name)) else cell
                for name, cell in named
            ]
        )
    return out.getvalue()


@given(
    st.integers(1, len(NAMES)).flatmap(
        lambda wide: st.lists(st.tuples(*[cells] * wide), max_size=9)
    )
)
def test_a_file_is_what_the_writer_of_python_makes_of_each_cell(
    rows: list[tuple[str | None, ...]],
) -> None:
    names = NAMES[: len(rows[0])] if rows else NAMES
    for plain, delimiter, mark in ((False, ";", "\ufeff"), (True, ",", "")):
        file = io.BytesIO()
        assert csv_rows.write(Extract(names, iter(rows), "2026-03-10"), file, plain) == len(rows)
        assert file.getvalue().decode() == mark + by_writer(names, rows, delimiter)


@pytest.mark.parametrize("count", [199, 200, 201, 1_000])
def test_many_rows_are_all_written_in_their_order(count: int) -> None:
    rows = [(f"{number:04}", None if number % 3 else f"{number};") for number in range(count)]
    file = io.BytesIO()
    assert csv_rows.write(Extract(NAMES[:2], rows, "2026-03-10"), file) == count
    assert file.getvalue().decode("utf-8-sig") == by_writer(NAMES[:2], rows, ";")
