"""What could act on a screen goes; lines, tabs and letters of any language stay."""

from __future__ import annotations

import json

import pytest

from kkmp_cli.render.harmless import harmless, json_text


@pytest.mark.parametrize("sign", [*"\x00\x07\x1b\x7f\x9b\u061c\u200e\u202e\u2066\u2069"])
def test_what_acts_goes(sign: str) -> None:
    assert harmless(f"a{sign}b") == "ab"
    text = json_text({"nama": f"a{sign}b"})
    assert sign not in text
    assert json.loads(text) == {"nama": f"a{sign}b"}


@pytest.mark.parametrize("text", ["Kemayoran", "a\nb\tc\r\n", "β è 日本 ✓ ·", ""])
def test_all_else_stays(text: str) -> None:
    assert harmless(text) == text
    assert json.loads(json_text([text])) == [text]
