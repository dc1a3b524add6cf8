"""A letter's template in DOCX: its placeholders, and the letter that it becomes. Word divides a
text into runs as it likes, so a placeholder is sought in the whole paragraph.

Only texts are touched; everything else of the package stays as it was to the byte. A template is
filled by plain replacement and never run. Never enters: what a placeholder means.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise
from xml.parsers import expat
from xml.sax.saxutils import escape

from kkmp_cli.errors import Unusable
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.formats.text_template import PLACEHOLDER, named, spelled
from kkmp_cli.sheets import markup, packages

_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_PARAGRAPH = re.compile(r"<w:p(?=[\s>/])|</w:p>")
_TEXT = re.compile(r"<w:t(?:\s[^<>]*)?>([^<]*)</w:t>")
_OPEN, _CLOSE, _BREAK = '<w:t xml:space="preserve">', "</w:t>", "<w:br/>"


def names_in(content: bytes) -> Iterator[str]:
    """Every placeholder of the template. Raises Unusable for what is no document to be read."""
    for part in _parts(content).values():
        for paragraph in _paragraphs(part):
            yield from named("".join(match[1] for match in _TEXT.finditer(paragraph)))


def filled(content: bytes, values: Mapping[str, str]) -> bytes:
    """The letter."""
    parts, made = _parts(content), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as template, zipfile.ZipFile(made, "w") as letter:
        for entry in template.infolist():
            if entry.filename in parts:
                whole = "".join(
                    _paragraph(one, values) for one in _paragraphs(parts[entry.filename])
                )
                letter.writestr(entry, whole.encode("utf-8"), zipfile.ZIP_DEFLATED)
            else:
                letter.writestr(entry, template.read(entry))
    return made.getvalue()


def _parts(content: bytes) -> dict[str, str]:
    """The parts that hold text, by name. Raises Unusable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {one.filename: _read(package, one) for one in _checked(package)}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
        raise packages.damaged("templat") from None
    except expat.ExpatError:
        raise packages.damaged("templat") from None
    if "word/document.xml" not in parts:
        raise Unusable("Templat itu bukan dokumen Word (.docx).", "Simpan sebagai .docx.")
    return parts


def _checked(package: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The entries that hold text, where the whole package is no more than a letter may be."""
    entries, left = package.infolist(), packages.UNPACKED_LIMIT
    if len(entries) > packages.ENTRY_LIMIT:
        raise packages.damaged("templat")
    for entry in entries:
        for piece in markup.unpacked(package, entry):
            if (left := left - len(piece)) < 0:
                raise Unusable("Templat itu menjadi lebih dari 200 MB bila dibuka.")
    return [entry for entry in entries if _PARTS.fullmatch(entry.filename)]


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    """A part as text, once it has been seen to be XML without a document type."""
    raw = package.read(entry)
    markup.walk([raw], markup.Handler())
    return raw.decode("utf-8-sig")


def _paragraphs(part: str) -> Iterator[str]:
    """The part in pieces, none of which holds texts of two paragraphs."""
    cuts = [0, *(match.start() for match in _PARAGRAPH.finditer(part)), len(part)]
    yield from (part[begin:end] for begin, end in pairwise(cuts))


def _paragraph(piece: str, values: Mapping[str, str]) -> str:
    """The piece with what stands for each placeholder, in the run in which that began."""
    texts = [*_TEXT.finditer(piece)]
    whole = "".join(match[1] for match in texts)
    if not PLACEHOLDER.search(whole):
        return piece
    ends = [*accumulate(len(match[1]) for match in texts)]
    shares = _shares(whole, [0, *ends], values)
    new = iter(shares)
    return _TEXT.sub(lambda _: f"{_OPEN}{next(new)}{_CLOSE}", piece)


def _shares(whole: str, cuts: list[int], values: Mapping[str, str]) -> list[str]:
    """What each text of a paragraph becomes: `cuts` are where they begin and end in the whole."""
    shares = ["" for _ in cuts[1:]]
    for begin, end, value in _stretches(whole, values):
        if value:
            shares[_holding(cuts, begin)] += value
            continue
        for number, (first, last) in enumerate(pairwise(cuts)):
            shares[number] += whole[max(begin, first) : min(end, last)]
    return shares


def _stretches(whole: str, values: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """The paragraph in stretches: those that stay, and the placeholders with their value."""
    at = 0
    for match in PLACEHOLDER.finditer(whole):
        yield at, match.start(), ""
        if value := _value(values[spelled(match[1])]):
            yield match.start(), match.end(), value
        at = match.end()
    yield at, len(whole), ""


def _holding(cuts: list[int], place: int) -> int:
    """Which text holds this place of the whole."""
    return next(number for number, until in enumerate(cuts[1:]) if place < until)


def _value(text: str) -> str:
    lines = (escape(printable(line)) for line in text.split("\n"))
    return f"{_CLOSE}{_BREAK}{_OPEN}".join(lines)
