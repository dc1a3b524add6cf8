"""A letter's template in Markdown or plain text: its placeholders, and the letter that it becomes.

A template is filled by plain replacement and never run. Never enters: what a placeholder means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from kkmp_cli.errors import Unusable
from kkmp_cli.render.formats.markdown import text as as_markdown

PLACEHOLDER = re.compile(r"\{\{([^{}\n]*)\}\}")


def names_in(content: bytes) -> Iterator[str]:
    """Every placeholder, and what is left open of one."""
    yield from named(decoded(content))


def named(text: str) -> Iterator[str]:
    """The same of a text: `{{ Nama }}` is `nama`; what is not closed is told as it stands."""
    for match in PLACEHOLDER.finditer(text):
        yield spelled(match[1])
    rest = PLACEHOLDER.sub("", text)
    if (at := rest.find("{{")) >= 0:
        yield rest[at : at + 30]


def spelled(name: str) -> str:
    """A placeholder as it is known, however it was typed."""
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())


def decoded(content: bytes) -> str:
    """The text of a template. Raises Unusable where it is no UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        remedy = "Simpan templatnya sebagai UTF-8, atau pakai .docx."
        raise Unusable("Templat itu tidak dapat dibaca sebagai teks.", remedy) from None


def filled(content: bytes, values: Mapping[str, str], *, markdown: bool) -> bytes:
    """The letter; in Markdown no value acts as anything but text."""
    shown: Callable[[str], str] = as_markdown if markdown else str

    def value_of(match: re.Match[str]) -> str:
        lines = values[spelled(match[1])].split("\n")
        return "\n".join(_line(line, shown) for line in lines)

    return PLACEHOLDER.sub(value_of, decoded(content)).encode("utf-8")


_NUMBERED = re.compile(r"(\d+\. )(.*)")


def _line(line: str, shown: Callable[[str], str]) -> str:
    """A line of a list keeps its number, which is ours."""
    match = _NUMBERED.fullmatch(line)
    return match[1] + shown(match[2]) if match else shown(line)
