"""HTML in tags and the texts between them, gone through once from the beginning to the end, however
it is made: the library's parser takes the square of what an ill-made page holds.

Never enters: what a tag means, a script that runs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

START, END, TEXT, NOTHING = "start", "end", "text", ""
_RAW = ("style", "script")
"""What holds text in which nothing is a tag."""
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]{0,30})")
_PASSED = re.compile(r"<[!?/]")
_COMMENT, _COMMENT_END = "<!--", "-->"


class Token(NamedTuple):
    """A tag by its name, or a text; `end` is where it ends. `NOTHING`: what a browser passes
    over.
    """

    kind: str
    word: str
    end: int


def tokens(page: str) -> Iterator[tuple[str, str]]:
    """Tags and texts; what is begun and never closed goes on to the end."""
    at = 0
    while at < len(page):
        one = _token(page, at)
        if one.kind:
            yield one.kind, one.word
        at = one.end
        if one.kind == START and one.word in _RAW:
            closing = _found(re.compile(f"(?i)</{one.word}"), page, at)
            yield TEXT, page[at:closing]
            at = closing


def _token(page: str, at: int) -> Token:
    """What begins here."""
    if page[at] != "<":
        end = _place(page, "<", at)
        return Token(TEXT, html.unescape(page[at:end]), end)
    if tag := _TAG.match(page, at):
        return Token(_kind(tag[0]), tag[1].lower(), _place(page, ">", at) + 1)
    return _no_tag(page, at)


def _no_tag(page: str, at: int) -> Token:
    """A comment and the like, which a browser passes over, or a plain sign."""
    if page.startswith(_COMMENT, at):
        return Token(NOTHING, "", _place(page, _COMMENT_END, at) + len(_COMMENT_END))
    if _PASSED.match(page, at):
        return Token(NOTHING, "", _place(page, ">", at) + 1)
    return Token(TEXT, "<", at + 1)


def _kind(tag: str) -> str:
    return END if tag.startswith("</") else START


def _place(page: str, sign: str, at: int) -> int:
    """Where a sign comes next; the end where it does not."""
    return found if (found := page.find(sign, at)) >= 0 else len(page)


def _found(pattern: re.Pattern[str], page: str, at: int) -> int:
    match = pattern.search(page, at)
    return match.start() if match else len(page)
