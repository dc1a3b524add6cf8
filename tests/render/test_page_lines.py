"""Lines of a page: a piece is whole in one line, and what goes on hangs under itself."""

from __future__ import annotations

import pytest
from rich.text import Text

from kkmp_cli.render import page_lines

NAMES = ["Gunung Sahari Utara", "Mangga Dua Selatan", "Kartini", "Pasar Baru"]


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_name_is_broken_while_it_fits(width: int) -> None:
    lead = Text("  Sawah Besar (4)  ")
    body = page_lines.pieces(NAMES, ", ", width - lead.cell_len)
    lines = [line.plain for line in page_lines.hanging(width, lead, body)]
    assert all(len(line) <= width for line in lines)
    assert all(any(name in line for line in lines) for name in NAMES)


def test_in_a_pipe_all_stands_in_one_line() -> None:
    body = page_lines.pieces(NAMES, ", ", None)
    assert [line.plain for line in page_lines.hanging(None, Text("  x  "), body)] == [
        "  x  Gunung Sahari Utara, Mangga Dua Selatan, Kartini, Pasar Baru"
    ]


def test_a_piece_that_no_line_holds_is_broken_between_words() -> None:
    lines = [
        line.plain for line in page_lines.paragraph(40, page_lines.pieces(["kata " * 20], ", ", 38))
    ]
    assert all(line.startswith("  kata") and len(line) <= 40 for line in lines)


def test_lines_that_follow_may_be_deeper() -> None:
    first, *rest = (
        line.plain for line in page_lines.paragraph(20, Text("satu dua tiga empat"), 2, 4)
    )
    assert first.startswith("  satu")
    assert all(line.startswith("      ") for line in rest)
