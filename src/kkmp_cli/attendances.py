"""An attendance list of a training → how many of each cooperative came. Names are counted and never kept.

Columns: kelurahan or kode, organ or jabatan, jumlah or nama. Every bad row is told with its place. A row JUMLAH and
what stands below it is not read, nor are notes and signatures without one, as in any other sheet. Writes nothing.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kkmp_cli import cells, fields, numbers
from kkmp_cli.areas import Area, AreaIndex
from kkmp_cli.comparing import known_field
from kkmp_cli.errors import CellError, Problem, Refused
from kkmp_cli.fields import VALUE, Field
from kkmp_cli.importing import footers
from kkmp_cli.importing.columns import Column
from kkmp_cli.importing.found import Closing
from kkmp_cli.milestones import FIRST_BOOK_YEAR
from kkmp_cli.sheets.sheet import Sheet, cell_name
from kkmp_cli.text import clean, match_key

PENGURUS, PENGAWAS = "pengurus", "pengawas"

_ORGANS = {
    PENGURUS: ("pengurus", "ketua", "wakil", "wakil ketua", "waka", "sekretaris", "bendahara", "sekertaris",
               "ketua pengurus", "ketua koperasi", "anggota pengurus", "badan pengurus", "manajer", "pengelola"),
    PENGAWAS: ("pengawas", "lurah", "kepala desa", "kades", "ketua pengawas", "anggota pengawas", "badan pengawas",
               "ketua dewan pengawas", "pengawas koperasi"),
}  # fmt: skip
_ORGAN_OF = {match_key(word): organ for organ, words in _ORGANS.items() for word in words}
_COLUMNS = {
    "organ": ("organ", "jabatan", "unsur", "posisi", "kedudukan", "jabatan di koperasi"),
    "jumlah": ("jumlah", "jumlah peserta", "jml", "jumlah hadir", "peserta", "banyaknya", "orang"),
    "nama": ("nama", "nama peserta", "nama lengkap", "peserta hadir", "nama hadir"),
}
_COLUMN_OF = {match_key(word): name for name, words in _COLUMNS.items() for word in words}
_DEPTH = 20
_NUMBERING = frozenset(map(match_key, ("no", "nomor", "nomor urut", "no urut", "urut")))
_TOTAL = re.compile(r"(?:sub\s*-?\s*|grand\s+)?(?:jumlah|total|jml|jlh)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\(?(?:[ivxlc]+|[a-z]|\d+)[.)]?", re.IGNORECASE)
_PLACES = ("kode", "kelurahan", "kecamatan", "kota")


@dataclass
class Attended:
    """What a list says: by area, how many of each organ (None: present, number not said); and what is wrong.

    `twice` are rows with a name that repeat an earlier one to the letter, each with that one; they are not counted.
    `unread`: the row from which on nothing is read, and how many rows that are.
    """

    people: dict[Area, dict[str, int | None]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    twice: dict[int, int] = field(default_factory=dict)
    unread: tuple[int, int] | None = None

    @property
    def count(self) -> int:
        """How many people were counted."""
        return sum(number or 0 for organs in self.people.values() for number in organs.values())


def knows(heading: str) -> bool:
    """True for a heading of an attendance list."""
    return _column(heading) is not None


def _column(heading: str) -> str | None:
    key = match_key(heading)
    if key in _COLUMN_OF:
        return _COLUMN_OF[key]
    try:
        known = fields.match_heading(heading, FIRST_BOOK_YEAR)
    except CellError:
        return None
    return known if known in _PLACES else None


def read(sheet: Sheet, index: AreaIndex, kota: str) -> Attended:
    """Counts a list; `kota` (a code) narrows names. Raises Refused where no column names a cooperative."""
    rows = list(sheet.rows)
    at, columns = _heading(rows, sheet.file)
    walk = _Walk(sheet.file, rows[at][1], columns, index, kota)
    for number, row in rows[at + 1 :]:
        walk.take(number, row)
    return walk.end()


class _Walk:
    """The walk over the rows below the heading."""

    def __init__(
        self, file: str, heading: Sequence[str], columns: Mapping[str, int], index: AreaIndex, kota: str
    ) -> None:
        self.file, self.columns, self.index, self.kota = file, columns, index, kota
        self.titles = {match_key(text) for text in heading if match_key(text)}
        self.numbering = {at for at, text in enumerate(heading) if match_key(text) in _NUMBERING}
        self.stated = {at: Column(at, heading[at], _FIELDS[name]) for name, at in columns.items()}
        self.found = Attended()
        self.seen: dict[tuple[tuple[int, str], ...], int] = {}
        self.closing: Closing | None = None
        self.last = 0
        self.tail: deque[footers.Line] = deque(maxlen=footers.MOST)

    def take(self, number: int, row: Sequence[str]) -> None:
        """One row: people of a cooperative, the closing row, what is no row of data, or a mistake."""
        filled = [(at, text.strip()) for at, text in enumerate(row) if text.strip()]
        if not filled or (len(filled) > 1 and all(match_key(text) in self.titles for _, text in filled)):
            return
        if _TOTAL.match(next((text for _, text in filled if not _ORDINAL.fullmatch(text)), "")):
            self.closing = self.closing or Closing(number, row, len(self.found.problems))
            return
        texts = {name: row[at].strip() if at < len(row) else "" for name, at in self.columns.items()}
        try:
            area = _area(self.index, texts, self.kota)
        except (CellError, Refused) as error:
            self._nameless(number, filled, texts, error)
            return
        if self.closing and len(filled) < 2:
            self.closing.below += 1
            return
        self.closing, self.last = None, number
        if not self._refuse(number, texts):
            self._count(number, row, texts, area)

    def end(self) -> Attended:
        """What was found, without the problems of rows that are not read."""
        found, closing = self.found, self.closing or self._footer()
        if closing:
            del found.problems[closing.problems :]
            found.unread = (closing.row + 1, closing.below) if closing.below else None
        return found

    def _count(self, number: int, row: Sequence[str], texts: Mapping[str, str], area: Area) -> None:
        organs = self.found.people.setdefault(area, {})
        letters = _letters(row, self.numbering)
        if texts.get("nama") and (first := self.seen.setdefault(letters, number)) != number:
            self.found.twice[number] = first
        else:
            _add(organs, _organ_of(texts), _number(texts))

    def _refuse(self, number: int, texts: Mapping[str, str]) -> bool:
        """True where the jabatan or else the number cannot be read; that is told."""
        name, error = next(iter(_faults(texts).items()), ("", None))
        if error:
            self._problem(number, name, texts[name], error)
        return error is not None

    def _nameless(
        self, number: int, filled: Sequence[tuple[int, str]], texts: Mapping[str, str], error: CellError | Refused
    ) -> None:
        """A row that names no cooperative: below a closing row it is not read unless it states something."""
        faults = {self.columns[name] for name in _faults(texts)}
        before = len(self.found.problems)
        name = "kode" if texts.get("kode") or "kelurahan" not in self.columns else "kelurahan"
        self._problem(number, name, texts.get(name, ""), error)
        if self.closing and not self._states(filled, texts, faults):
            self.closing.below += 1
            return
        self.closing = None
        line = footers.read_line(number, filled, self.stated, faults, (before, 0, {}))
        at, text = filled[0]
        self.tail.append(line._replace(left=text) if at == self.columns.get("nama") else line)

    def _states(self, filled: Sequence[tuple[int, str]], texts: Mapping[str, str], faults: Collection[int]) -> bool:
        """True for a row that says how many, or of which organ, of a name that cannot be read; a signature does not."""
        told = [name for name in ("organ", "jumlah") if texts.get(name) and self.columns[name] not in faults]
        placed = any(texts.get(name) for name in _PLACES) or filled[0][1].strip("().").isdigit()
        return len(told) > 1 or (bool(told) and placed)

    def _footer(self) -> Closing | None:
        """The notes and signatures at the end of the list, as if a closing row stood above them."""
        lines = [line for line in self.tail if line.number > self.last > 0]
        first = footers.beginning(lines, self.index, self.kota)
        if first is None:
            return None
        below = [line for line in lines if line.number >= first.number]
        return Closing(first.number - 1, (), first.problems, below=len(below))

    def _problem(self, row: int, name: str, text: str, error: CellError | Refused) -> None:
        shown = clean(text, None)[:60]
        cell = cell_name(self.columns.get(name, 0), row)
        self.found.problems.append(Problem(row, name, cell, shown, error.message, error.remedy, self.file))


_FIELDS = {
    **{name: known_field(name) for name in _PLACES},
    **{name: Field(name, name, "", VALUE, lambda text, _: text) for name in ("organ", "jumlah")},
    "nama": known_field("ketua"),
}
"""The columns of a list as those of any other sheet, for what tells a footer from a row."""


def _faults(texts: Mapping[str, str]) -> dict[str, CellError]:
    """The cells of a row that cannot be read, but for those that name the cooperative."""
    found = {}
    for name, reader in (("organ", _organ_of), ("jumlah", _number)):
        try:
            reader(texts)
        except CellError as error:
            found[name] = error
    return found


def _letters(row: Sequence[str], numbering: Collection[int]) -> tuple[tuple[int, str], ...]:
    """What a row says, cell by cell, without its running number."""
    return tuple((at, text.strip()) for at, text in enumerate(row) if text.strip() and at not in numbering)


def _heading(rows: Sequence[tuple[int, Sequence[str]]], file: str) -> tuple[int, Mapping[str, int]]:
    best: tuple[int, dict[str, int]] = (0, {})
    for at, (_, row) in enumerate(rows[:_DEPTH]):
        columns: dict[str, int] = {}
        for position, text in enumerate(row):
            if (name := _column(text)) is not None:
                columns.setdefault(name, position)
        if len(columns) > len(best[1]) and columns.keys() & {"kode", "kelurahan"}:
            best = (at, columns)
    if not best[1]:
        raise Refused(f"{file}: tidak ada kolom kelurahan atau kode.", "Judulnya misalnya kelurahan, jabatan, nama.")
    return best


def _area(index: AreaIndex, texts: Mapping[str, str], kota: str) -> Area:
    code, name = texts.get("kode", ""), texts.get("kelurahan", "")
    if not code and not name:
        raise Refused("baris ini tidak menyebut kelurahan", "Isi kelurahannya, atau hapus barisnya.")
    area = index.find(code or name, texts.get("kota") or None, texts.get("kecamatan") or None, kota)
    if code and name and not index.agree(area, name):
        raise Refused(f"kode {code} adalah {area.kelurahan}, bukan {name[:60]}", "Periksa kode dan namanya.")
    return area


def _organ_of(texts: Mapping[str, str]) -> str | None:
    """The organ of a row, None where no column says it. Raises CellError."""
    if "organ" not in texts:
        return None
    key = match_key(texts["organ"])
    if key in _ORGAN_OF:
        return _ORGAN_OF[key]
    numbered = key.rstrip("0123456789").removesuffix("iii").removesuffix("ii")
    if numbered in _ORGAN_OF:
        return _ORGAN_OF[numbered]
    for word, organ in (("pengawas", PENGAWAS), ("pengurus", PENGURUS), ("wakilketua", PENGURUS)):
        if word in key:
            return organ
    raise CellError("jabatan ini tidak dikenal", "Tulis misalnya ketua, sekretaris, bendahara, lurah, pengurus.")


def _number(texts: Mapping[str, str]) -> int | None:
    """How many people a row stands for: its number, else one for a name; None where neither is said."""
    if texts.get("jumlah") and not cells.states_nothing(texts["jumlah"]):
        return int(cells.read_count(clean(texts["jumlah"])))
    if "jumlah" in texts and not texts.get("nama"):
        return None
    return 1 if texts.get("nama") or ("nama" not in texts and "organ" in texts) else None


def _add(organs: dict[str, int | None], organ: str | None, people: int | None) -> None:
    """Rows of one cooperative add up; what is not said of which organ counts as pengurus."""
    name = organ or PENGURUS
    if people is not None:
        organs[name] = (organs.get(name) or 0) + people


def told(problems: Sequence[Problem]) -> Iterator[str]:
    """The bad rows in words."""
    for problem in problems:
        content = f" `{problem.content}`" if problem.content else ""
        yield f"  baris {problem.row} ({problem.cell}) {problem.column}{content}: {problem.message}. {problem.remedy}"


def told_twice(found: Attended) -> Iterator[str]:
    """The rows that were counted once, by their numbers; the names are nobody's business."""
    if found.twice:
        rows = ", ".join(f"baris {row} (= baris {first})" for row, first in found.twice.items())
        yield f"{numbers.show(len(found.twice))} baris sama persis dengan baris lain, dihitung sekali: {rows}."


def told_unread(found: Attended) -> Iterator[str]:
    """From which row on nothing was read, where something stands there."""
    if found.unread:
        first, count = found.unread[0], numbers.show(found.unread[1])
        yield f"Baris {first} ke bawah tidak dibaca: {count} baris di bawah tabel (catatan, tanda tangan)."
