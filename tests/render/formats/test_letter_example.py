"""The shipped template is the same letter in Word and in text, and asks for nothing unknown."""

from __future__ import annotations

from kkmp_cli.render.formats import docx_template, text_template
from kkmp_cli.render.formats.letter_example import example
from kkmp_cli.render.letter_values import PLACEHOLDERS


def test_both_kinds_hold_the_same_known_names() -> None:
    words = [*text_template.names_in(example(".md"))]
    assert words == [*docx_template.names_in(example(".docx"))]
    assert {*words} <= {*PLACEHOLDERS}
