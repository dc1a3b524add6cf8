"""Tables of the packet: columns, sums, names in their kecamatan."""

from __future__ import annotations

from kkmp_cli.render.packet import table_cells
from sections import sections, table
from snapshots import jakarta_pusat


def test_a_sum_stands_under_every_column_of_counts() -> None:
    reach = table(sections(jakarta_pusat())["pelatihan"], "jangkauan_pelatihan")
    assert reach.total is not None
    assert reach.total[0] == "Jumlah"
    assert reach.total[1:] == tuple(
        sum(int(str(row[at])) for row in reach.rows) for at in range(1, len(reach.columns))
    )


def test_names_stand_in_their_kecamatan_with_their_number() -> None:
    groups = table(sections(jakarta_pusat())["rat"], "sudah_rat").groups
    assert [group.label for group in groups] == ["Sawah Besar (1)", "Tanah Abang (4)"]
    assert sum(len(group.items) for group in groups) == 5


def test_a_sentence_begins_large_and_ends_with_a_stop() -> None:
    assert table_cells.sentence("belum ada data") == "Belum ada data."
