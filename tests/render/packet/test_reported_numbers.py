"""Numbers in the packet: not a word where nothing is known of them."""

from __future__ import annotations

from kkmp_cli.model.cooperative import Snapshot
from sections import column, sections, table
from snapshots import PER, small


def members(*numbers: str | None) -> Snapshot:
    """So many members of the first cooperatives; None where nothing is known."""
    snapshot = small(*({} for _ in numbers))
    return snapshot._replace(
        cooperatives=tuple(
            one._replace(values={"anggota": number}, pers={"anggota": PER}) if number else one
            for one, number in zip(snapshot.cooperatives, numbers, strict=True)
        )
    )


def test_nothing_is_printed_of_a_number_that_nobody_reported() -> None:
    assert "angka" not in sections(members(None, None))


def test_the_sentence_says_of_how_many_and_the_table_where() -> None:
    section = sections(members("120", "45", None))["angka"]
    assert section.lead == (
        "Anggota: jumlah 165 dari 2 KKMP yang melapor (1 belum ada data); median 82,5, paling sedikit 45, "
        "paling banyak 120, data per 10 Maret 2026.",
    )
    rows = table(section, "angka_anggota")
    assert sum(one for one in column(rows, "jumlah") if isinstance(one, int)) == 165
    assert None in column(rows, "jumlah")
    assert rows.total == ("Jumlah", 3, 2, 165)
