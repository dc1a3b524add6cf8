"""An attendance list of a training → how many of each cooperative came. Names are counted and never kept.

Columns: kelurahan or kode, organ or jabatan, jumlah or nama. Every bad row is told with its place. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kkmp_cli import cells, fields, numbers
from kkmp_cli.areas import Area, AreaIndex
from kkmp_cli.errors import CellError, Problem, Refused
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
_TOTAL = ("jumlah", "total", "jml")


@dataclass
class Attended:
    """What a list says: by area, how many of each organ (None: present, number not said); and what is wrong.

    `twice` are rows with a name that repeat an earlier one to the letter, each with that one; they are not counted.
    """

    people: dict[Area, dict[str, int | None]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    twice: dict[int, int] = field(default_factory=dict)

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
    return known if known in ("kode", "kelurahan", "kecamatan", "kota") else None


def read(sheet: Sheet, index: AreaIndex, kota: str) -> Attended:
    """Counts a list; `kota` (a code) narrows names. Raises Refused where no column names a cooperative."""
    rows = list(sheet.rows)
    at, columns = _heading(rows, sheet.file)
    numbering = {position for position, heading in enumerate(rows[at][1]) if match_key(heading) in _NUMBERING}
    found, seen = Attended(), dict[tuple[tuple[int, str], ...], int]()
    for number, row in rows[at + 1:]:
        texts = {name: row[position].strip() for name, position in columns.items() if position < len(row)}
        if not any(row_text.strip() for row_text in row):
            continue
        place = texts.get("kode") or texts.get("kelurahan") or ""
        if match_key(next(text for text in row if text.strip())).startswith(_TOTAL):
            break
        name, text = "kode" if texts.get("kode") else "kelurahan" if "kelurahan" in columns else "kode", place
        try:
            area = _area(index, texts, kota)
            name, text = "organ", texts.get("organ", "")
            organ = _organ(text) if "organ" in columns else None
            name, text = "jumlah", texts.get("jumlah", "")
            people = _number(texts)
        except (CellError, Refused) as error:
            position = columns.get(name, 0)
            shown = "" if name == "nama" else clean(text, None)[:60]
            found.problems.append(Problem(number, name, cell_name(position, number), shown, error.message, error.remedy,
                                          sheet.file))  # fmt: skip
            continue
        organs = found.people.setdefault(area, {})
        if texts.get("nama") and (first := seen.setdefault(_letters(row, numbering), number)) != number:
            found.twice[number] = first
        else:
            _add(organs, organ, people)
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


def _organ(text: str) -> str:
    key = match_key(text)
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
