"""Markdown shows every text as it is."""

from __future__ import annotations

import pytest

from kkmp_cli.render.document import COUNT, Column, Document, Group, Part, Section, Table
from kkmp_cli.render.formats import markdown


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("Gambir", "Gambir"),
        ("a|b", r"a\|b"),
        ("*tebal* <b>", r"\*tebal\* \<b\>"),
        ("1. satu", r"1\. satu"),
        ("1.234 KKMP", "1.234 KKMP"),
        ("- satu", r"\- satu"),
        ("https://contoh.id", r"https\://contoh.id"),
        (":house: 10:30", r"\:house: 10:30"),
        ("\x1b[31mmerah\u202e", r"\[31mmerah"),
    ],
)
def test_what_markdown_would_take_for_a_sign_is_escaped(raw: str, written: str) -> None:
    assert markdown.text(raw) == written


def made(*tables: Table) -> str:
    section = Section("s", "Bagian", ("Satu.", "Dua."), tables)
    return markdown.write(
        Document(
            "Rapat", "Jakarta Pusat", "10 Maret 2026", (Part("31.71", "J", (), (section,)),), "-"
        )
    )


def test_counts_stand_to_the_right_and_the_total_is_bold() -> None:
    columns = (Column("nama", "Nama"), Column("n", "KKMP", COUNT))
    text = made(Table("t", "Bagian", columns, (("Gambir", 0), ("Cideng", None)), ("Jumlah", 1_234)))
    assert "| Nama | KKMP |\n| --- | ---: |\n| Gambir | 0 |\n| Cideng | – |" in text
    assert "| **Jumlah** | **1.234** |" in text


def test_a_heading_of_groups_stands_once() -> None:
    groups = (Group("A (1)", ("x",), "Run 1"), Group("", ("y", "z"), "Run 1"))
    assert "Run 1\n\n- A (1): x\n- y, z\n" in made(Table("t", "T", (), (), groups=groups))


def test_two_sentences_are_a_list() -> None:
    text = made(Table("t", "T", (Column("a", "A"),), (("x",),)))
    assert "- Satu.\n- Dua.\n" in text
