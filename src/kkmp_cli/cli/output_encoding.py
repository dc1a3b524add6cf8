"""What goes out where the encoding of a stream has few letters, as on a pipe of Windows (cp1252,
cp850, cp437): sentences in the signs that there are, JSON in escapes that read as what stood there,
whole files (CSV, HTML …) in the encoding and with the line ends that they name.

No letter ever stops a command. Never enters: what is printed.
"""

from __future__ import annotations

import codecs
import json
from typing import Any

SENTENCES, JSON = "kkmp-kalimat", "kkmp-json"
"""Under these names an encoder knows what is put for a letter that it does not have."""
SCREENS = ("terminal", "pesan", "narasi")
"""Formats that are read as they stand; every other but JSON is a file, wherever it goes."""


def prepare(stream: Any) -> None:
    """No letter stops what is said to a stream."""
    _reconfigure(stream, errors=SENTENCES)


def fit(stream: Any, name: str) -> None:
    """Makes a stream ready for a whole content in the format of this name."""
    if name == "json":
        _reconfigure(stream, errors=JSON)
    elif name not in SCREENS:
        _reconfigure(stream, encoding="utf-8", newline="\n")


def _reconfigure(stream: Any, **settings: str) -> None:
    if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
        reconfigure(**settings)


def _as_said(error: UnicodeError) -> tuple[str, int]:
    from kkmp_cli.render.words.signs import IN_ASCII

    letters, end = _unknown(error)
    said = letters.translate(IN_ASCII).translate(_SIGNS)
    return said.encode("ascii", "backslashreplace").decode("ascii"), end


def _as_json(error: UnicodeError) -> tuple[str, int]:
    letters, end = _unknown(error)
    return json.dumps(letters)[1:-1], end


def _unknown(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end], error.end


_SIGNS: dict[int, str | int] = {
    **{ord(sign): said for sign, said in zip("→…≥≤", ("->", "...", ">=", "<="), strict=True)},
    **str.maketrans("–—·×█░“”„‘’", '--.x#."""\'\''),
}
codecs.register_error(SENTENCES, _as_said)
codecs.register_error(JSON, _as_json)
