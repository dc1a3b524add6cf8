"""Behind every number its names: each cooperative once in every milestone."""

from __future__ import annotations

from collections import Counter

from kkmp_cli.milestones import MILESTONES
from sections import column, sections, table
from snapshots import jakarta_pusat


def test_every_cooperative_is_named_once_for_each_milestone() -> None:
    names = table(sections(jakarta_pusat(), detail=True)["nama"], "nama")
    assert len(names.rows) == 44 * len(MILESTONES)
    assert {
        *Counter(zip(column(names, "milestone"), column(names, "kode"), strict=True)).values()
    } == {1}


def test_where_it_is_everybody_that_is_said_instead_of_the_names() -> None:
    section = sections(jakarta_pusat(), detail=True)["nama"]
    (group,) = table(section, "nama_nib").groups
    assert (group.heading, group.items) == ("belum ada data: 44", ("semua 44 KKMP",))


def test_without_being_asked_there_are_no_such_names() -> None:
    assert "nama" not in sections(jakarta_pusat())
    assert "kontak" not in sections(jakarta_pusat(), detail=True)
