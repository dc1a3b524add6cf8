"""Who can be helped and by whom."""

from __future__ import annotations

from sections import column, sections, table
from snapshots import jakarta_pusat


def test_what_was_never_asked_is_unknown_and_not_lacking() -> None:
    loans = table(sections(jakarta_pusat())["pinjaman"], "pinjaman")
    assert len(loans.rows) == 44
    assert {*column(loans, "kurang")} == {None}
    assert {*column(loans, "keadaan")} == {"belum ada data"}


def test_those_that_do_not_run_are_given_peers_that_do() -> None:
    learning = table(sections(jakarta_pusat())["teladan"], "teladan")
    for idle, peers in zip(column(learning, "belum"), column(learning, "teladan"), strict=True):
        assert not {*str(idle).split(", ")} & {*str(peers).split(", ")}


def test_where_everybody_lacks_a_mitra_that_is_said_in_words() -> None:
    partners = sections(jakarta_pusat())["mitra"]
    assert table(partners, "mitra").rows == ()
    (group,) = table(partners, "tanpa_mitra").groups
    assert group.items == ("semua 44 KKMP",)
