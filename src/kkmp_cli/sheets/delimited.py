"""CSV as offices have it → rows: encoding by its bytes, separator by the table's own evidence.

The separator is the one under which the table shows the most known headings.
"""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.parsing.numbers import show
from kkmp_cli.sheets import kinds
from kkmp_cli.sheets.sheet import BETWEEN, Row, Sheet, unwrap
from kkmp_cli.sheets.text_encoding import encoding_of, pieces

SEPARATORS = (",", ";", "\t", "|")

_SEP_LINE = r"(?i)\ufeff?\"?sep=([^\"'\r\n])\"?(?:\r\n?|\n|$)"
_SAVE_AGAIN = "Buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx atau CSV UTF-8."
_WRAPPED = ("'", "=", "＝")
_MARKS_ALONE = ("\ufeff", "\x1a")
_BREAKS = ("\n", "\r\n", "\r")
_MOST_ROWS = 1_048_576
_SAMPLE = 60
_SAMPLE_LENGTH = 262_144
_CONTROL = r"[\x01-\x08\x0e-\x1a\x1c-\x1f]"


def read(content: bytes, name: str, knows: Callable[[str], bool]) -> Sheet:
    """The rows of a CSV file. Raises Unusable for a binary or more rows than a spreadsheet has,
    Refused if empty or misquoted.
    """
    kinds.refuse_bytes(content, name)
    encoding = encoding_of(content, name)
    sample = _sample(content, encoding, name)
    kinds.refuse_json(sample, name)
    announced = re.match(_SEP_LINE, sample)
    body = sample[announced.end() :] if announced else sample
    _refuse_size(body, content, name)
    separator = announced[1] if announced else _separator(body, knows)
    wrapped = _is_wrapped(content, encoding, separator)
    records = Records(name, content, encoding, separator, bool(announced), wrapped)
    return records.sheet()


def _refuse_size(text: str, content: bytes, name: str) -> None:
    """Raises Refused for no rows, Unusable for more than a spreadsheet has."""
    if not text or text.isspace() or text in _MARKS_ALONE:
        raise Refused(f"{name} kosong", "Pilih berkas yang berisi judul kolom dan baris data.")
    if max(map(content.count, (b"\n", b"\r"))) > _MOST_ROWS:
        raise Unusable(
            f"{name} berisi lebih dari {show(_MOST_ROWS)} baris, melebihi sebuah lembar kerja",
            "Hapus baris kosongnya, atau bagi tabelnya menjadi beberapa berkas.",
        )


def _is_plain(content: bytes, encoding: str) -> bool:
    """True for bytes that are their own text, with nothing in it that no table holds."""
    return encoding == "utf-8" and content.isascii() and b"\x00" not in content


def _sample(content: bytes, encoding: str, name: str) -> str:
    """The beginning of the text, blank pieces passed over. Raises Unusable for no text."""
    sample = ""
    plain = _is_plain(content, encoding)
    try:
        for piece in pieces(content, encoding):
            if "\x00" in piece or (
                not sample and len(re.findall(_CONTROL, piece)) * 20 > len(piece)
            ):
                raise Unusable(f"{name} bukan berkas teks (isinya biner)", _SAVE_AGAIN)
            if not sample or sample.isspace():
                sample = piece
            elif plain:
                break
    except UnicodeDecodeError:
        raise Unusable(f"{name} tidak dapat dibaca sebagai teks", _SAVE_AGAIN) from None
    return sample


def _separator(text: str, knows: Callable[[str], bool]) -> str:
    """The candidate with the most known headings in one row; among equals, the most even table."""
    return max(SEPARATORS, key=lambda separator: _evidence(text, separator, knows))


def _evidence(sample: str, separator: str, knows: Callable[[str], bool]) -> tuple[int, int, int]:
    wide = [row for row in _first_rows(sample, separator) if len(row) > 1]
    headings = (sum(1 for cell in set(row) if cell.strip() and knows(cell)) for row in wide)
    (width, often), *_ = Counter(map(len, wide)).most_common(1) or [(0, 0)]
    return max(headings, default=0), often, width


def _first_rows(sample: str, separator: str) -> list[list[str]]:
    """Those above the first broken one, at most `_SAMPLE`."""
    rows: list[list[str]] = []
    with contextlib.suppress(csv.Error):
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator, strict=True)
        rows.extend(islice(reader, _SAMPLE))
    return rows


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a file, parsed anew at every walk; a blank line is a row, a quoted line break
    is none.

    The bytes are kept and decoded piece by piece: a text of its own would take four times the
    memory.
    """

    file: str
    content: bytes
    encoding: str
    separator: str
    announced: bool
    wrapped: bool

    def sheet(self) -> Sheet:
        """The sheet that these are the rows of."""
        lines = self.lines if self.are_lines else None
        return Sheet(self.file, None, self.encoding, self.separator, self, lines=lines)

    def __length_hint__(self) -> int:
        return self.content.count(b"\n")

    def __iter__(self) -> Iterator[Row]:
        text, quoted = self._text(), b'"' in self.content
        records = (
            csv.reader(text, delimiter=self.separator, strict=True)
            if quoted
            else _split(text, self.separator)
        )
        rows = map(_unwrapped, records) if self.wrapped else records
        numbers = count(1)
        try:
            yield from zip(numbers, rows)  # noqa: B905 - endless numbers
        except csv.Error as error:
            raise self._unreadable(next(numbers) - 1, str(error)) from None

    def _unreadable(self, row: int, error: str) -> Refused:
        message = f"{self.file} baris {row} tidak dapat dibaca: {_reason(error)}"
        return Refused(
            message,
            'Periksa tanda kutip (") di baris itu, atau simpan ulang berkasnya sebagai .xlsx.',
        )

    @property
    def are_lines(self) -> bool:
        """True where `lines` gives the records as they are."""
        return (
            not self.wrapped and b'"' not in self.content and BETWEEN.encode() not in self.content
        )

    def lines(self) -> Iterator[tuple[int, str]]:
        """The records as one text each; `are_lines` says whether that is what they are."""
        longest = csv.field_size_limit()
        for number, line in enumerate(self._text(), 1):
            if len(line) > longest and max(map(len, line.split(self.separator))) > longest:
                raise self._unreadable(number, "field larger than field limit")
            yield number, line.rstrip("\r\n").replace(self.separator, BETWEEN)

    def _text(self) -> io.TextIOWrapper:
        """What stands below a line that announces the separator."""
        text = io.TextIOWrapper(io.BytesIO(self.content), encoding=self.encoding, newline="")
        if self.announced:
            text.readline()
        return text


def _split(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    """The records of a text without a quotation mark, as `csv.reader` gives them, in half of its
    time.

    Raises csv.Error for a cell that is too long for it.
    """
    longest = csv.field_size_limit()
    for line in lines:
        cells = line.rstrip("\r\n").split(separator) if line not in _BREAKS else []
        if len(line) > longest and max(map(len, cells)) > longest:
            raise csv.Error("field larger than field limit")
        yield cells


def _unwrapped(cells: Sequence[str]) -> list[str]:
    return [unwrap(cell) if cell[:1] in _WRAPPED else cell for cell in cells]


def _is_wrapped(content: bytes, encoding: str, separator: str) -> bool:
    """True where any cell may begin with a sign that `unwrap` looks at."""
    if _is_plain(content, encoding) and b"'" not in content and b"=" not in content:
        return False
    before = "\n"
    for piece in pieces(content, encoding):
        text = before + piece
        signs = [sign for sign in _WRAPPED if sign in piece]
        if any(first + sign in text for sign in signs for first in f'{separator}"\r\n'):
            return True
        before = piece[-1]
    return False


def _reason(error: str) -> str:
    if "field larger" in error:
        return "satu selnya terlalu panjang; mungkin ada tanda kutip yang tidak ditutup"
    if "unexpected end" in error:
        return "ada tanda kutip yang tidak ditutup"
    if "expected after" in error:
        return "ada teks sesudah tanda kutip penutup"
    return "susunan kolomnya rusak"
