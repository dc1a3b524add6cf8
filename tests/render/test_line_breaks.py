"""Lines at a terminal: broken between words, inside no name and no command."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.render.line_breaks import broken

NAMES = ("Gunung Sahari Utara", "Cideng", "Mangga Dua Selatan", "Kota Administrasi Jakarta Pusat")
WORDS = st.sampled_from([*NAMES, "belum", "terkendala", "sejak", "10", "kepada"])


@given(st.lists(WORDS, min_size=1, max_size=20).map(" dan ".join), st.sampled_from([60, 80, 120]))
def test_no_line_is_wider_no_name_is_broken_and_no_word_is_lost(text: str, width: int) -> None:
    lines = broken(f"  {text}", width).split("\n")
    assert max(map(len, lines)) <= width
    assert " ".join(" ".join(lines).split()) == text
    assert not any(line.rstrip().endswith(("Gunung", "Mangga", "Jakarta")) for line in lines)


def test_a_command_stays_whole_to_be_copied() -> None:
    command = "kkmp update 31.71.01.1001 --nib belum --per 2026-03-10 --alasan 'salah baca'"
    assert command in broken(f"1 koperasi diperbarui; batalkan: {command}", 40)
    assert f"`{command}`" in broken(f"Agar dikenal seterusnya: `{command}` Lalu ulangi.", 40)
    assert broken(f"  {command}", 40) == f"  {command}"


def test_the_lines_below_stand_under_the_last_column() -> None:
    made = broken("  info  214  Tahap yang belum ada datanya: Gambir, Cideng", 40)
    assert made == "  info  214  Tahap yang belum ada\n             datanya: Gambir, Cideng"


def test_where_nothing_tells_the_width_the_text_stays_as_it_is() -> None:
    assert broken("x " * 200, 0) == "x " * 200


def test_a_line_that_was_laid_out_in_colour_is_left_alone() -> None:
    line = "  " + "\x1b[2mBatas\x1b[0m  " * 8
    assert broken(line, 60) == line
