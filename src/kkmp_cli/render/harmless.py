"""Text of a register as it may leave it: without what could act on a screen or in a sheet.

It is cleaned here, whatever it was when it came.
Lines and tabs stay; for one line of a screen there is `parsing.text.printable`. Never enters: what
a text means.
"""

from __future__ import annotations

import json
import re
from typing import Any

_ACTS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Control and bidi characters."""


def harmless(text: str) -> str:
    """The text without control and bidi characters."""
    return text if text.isascii() and text.isprintable() else _ACTS.sub("", text)


def json_text(value: Any) -> str:
    """JSON for people and programs alike: such characters are written by their numbers."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _ACTS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
