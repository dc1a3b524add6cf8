"""One row of an attendance list → who came, nobody, or nothing stated. Never: another row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.importing.attendance.attendance_headings import (
    AWAY,
    COUNTS,
    HADIR,
    JUMLAH,
    NAMA,
    ORGAN,
)
from kkmp_cli.importing.attendance.organs import ORGANS, PENGURUS, organ_of
from kkmp_cli.parsing import numbers, state_words
from kkmp_cli.parsing.text import clean
from kkmp_cli.sheets.display import fault


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


_CAME = _words("ya|y|v|✓|✔|√|☑|✅|🗸|hadir|h|ada|datang|sudah hadir|1")
_STAYED = _words(
    "tidak|tdk|tidak hadir|tdk hadir|th|tidak ada|tidak datang|tidak ikut|"
    "belum hadir|absen|alpa|alpha|alfa|a|tanpa keterangan|tk|izin|ijin|i|sakit|s|"
    "cuti|berhalangan|0|nihil"
)
_WORDS = "Tulis hadir, tidak hadir, izin, sakit atau alpa."

Texts = Mapping[str, str]
"""The cells of a row by what their columns mean; an empty one is an empty text."""


class Fault(CellError):
    """A cell that cannot be read; `column` is what its column means."""

    def __init__(self, column: str, error: CellError) -> None:
        super().__init__(error.message, error.remedy)
        self.column = column


class Presence(NamedTuple):
    """How many came of each organ that is counted; `came` is None where nothing is stated."""

    counts: Mapping[str, int]
    came: bool | None


SILENT, NOBODY = Presence({}, None), Presence({}, False)


class PersonRows:
    """How rows of one list are read. `ticked`: the column of who was there marks those."""

    def __init__(self, columns: Collection[str], ticked: bool) -> None:
        self.columns, self.ticked = frozenset(columns), ticked
        self.wide = tuple(organ for organ in ORGANS if organ in columns)

    def read(self, texts: Texts) -> Presence:
        """What a row says. Raises Fault."""
        for column, text in texts.items():
            if error := fault(text):
                raise Fault(column, error)
        came, counts = presence(texts), self._counts(texts)
        total = _count(JUMLAH, texts)
        _agree(counts, total, self.wide)
        if came is False:
            _refuse_people(texts, sum(counts.values()) or total or 0)
            return NOBODY
        if counts:
            return Presence(counts, any(counts.values()))
        return self._without_count(texts, came) if total is None else _of_one_organ(texts, total)

    def _counts(self, texts: Texts) -> dict[str, int]:
        counts = ((organ, _count(organ, texts)) for organ in self.wide)
        return {organ: count for organ, count in counts if count is not None}

    def _without_count(self, texts: Texts, came: bool | None) -> Presence:
        """A row without a number: a name is one person, without names too a jabatan."""
        waits = came is None and HADIR in self.columns
        if named(texts):
            if came is None and (self.wide or (waits and self.ticked)):
                return SILENT
            return Presence({_organ(texts) or PENGURUS: 1}, True)
        if waits or (came is None and self._tells_people):
            return SILENT
        if ORGAN in self.columns and not self.columns & {NAMA, JUMLAH}:
            return Presence({_organ(texts) or PENGURUS: 1}, True)
        return Presence({}, True)

    @property
    def _tells_people(self) -> bool:
        """True where a column would have a name or a number of who was there."""
        return bool(self.columns & {NAMA, *COUNTS})


def _of_one_organ(texts: Texts, total: int) -> Presence:
    """A number of people, of the organ that the row says. Raises Fault."""
    organ = _organ(texts) if total or texts.get(ORGAN) else None
    return Presence({organ or PENGURUS: total} if total or organ else {}, bool(total))


def _refuse_people(texts: Texts, people: int) -> None:
    """Raises Fault where a row of nobody counts people."""
    if people:
        wrong = f"tertulis tidak hadir, tetapi jumlahnya {people}"
        where = HADIR if texts.get(HADIR) else AWAY
        raise Fault(where, CellError(wrong, "Betulkan salah satunya."))


def named(texts: Texts) -> bool:
    """True for a row with a person's name."""
    return not state_words.states_nothing(texts.get(NAMA, ""))


def faults(texts: Texts) -> Iterator[str]:
    """The columns whose cells cannot be read, whatever the row says else."""
    for name in (ORGAN, *COUNTS, HADIR, AWAY):
        try:
            if name == ORGAN:
                _organ(texts)
            elif name == HADIR:
                _here(texts)
            elif name == AWAY:
                _away(texts)
            else:
                _count(name, texts)
        except Fault:
            yield name


def ticks(text: str) -> bool:
    """True for a cell that says that somebody was there."""
    return _folded(text) in _CAME


def says_presence(remark: str) -> bool:
    """True for a remark that can mean nothing but that somebody was there, or was not."""
    word = _folded(remark).partition(" (")[0]
    return len(word) > 1 and word in (_CAME | _STAYED) - {"ada", "tidak ada", "nihil"}


def presence(texts: Texts) -> bool | None:
    """What the columns of presence and absence say, if anything. Raises Fault for other words."""
    here, away = _here(texts), _away(texts)
    if here and away:
        raise Fault(AWAY, CellError("tertulis hadir dan tidak hadir", "Betulkan salah satunya."))
    return False if away else here


def _here(texts: Texts) -> bool | None:
    text = texts.get(HADIR, "")
    if state_words.states_nothing(text):
        return None
    word = _folded(text)
    if word in _STAYED or word.partition(" (")[0] in _STAYED:
        return False
    if word.isdigit() and not (word == "1" and named(texts)):
        remedy = "Bila ini jumlah orang, ganti judul kolomnya menjadi Jumlah Hadir."
        raise Fault(HADIR, CellError("angka ini tidak menyebut siapa yang hadir", remedy))
    if word not in _CAME:
        raise Fault(HADIR, CellError("kata ini tidak dikenal", _WORDS))
    return True


def _away(texts: Texts) -> bool:
    """True where the column of absence is ticked or says why; a number there counts people."""
    text = texts.get(AWAY, "")
    word = _folded(text)
    counted = word.isdigit() and not (word == "1" and named(texts))
    if counted or state_words.states_nothing(text):
        return False
    if word not in _CAME - {"hadir", "h", "datang"} and word.partition(" (")[0] not in _STAYED - {
        "tidak",
        "tdk",
    }:
        raise Fault(
            AWAY,
            CellError("kata ini tidak dikenal", "Tulis ✓, izin, sakit atau alpa, atau kosongkan."),
        )
    return True


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _organ(texts: Texts) -> str | None:
    """The organ of a row, None where no column says it. Raises Fault."""
    if ORGAN not in texts:
        return None
    try:
        return organ_of(texts[ORGAN])
    except CellError as error:
        raise Fault(ORGAN, error) from None


def _count(name: str, texts: Texts) -> int | None:
    """The number in a column, if any; beside a name a tick is one person. Raises Fault."""
    text = texts.get(name, "")
    if state_words.states_nothing(text):
        return None
    if name in ORGANS and named(texts) and ticks(text):
        return 1
    try:
        return int(numbers.read_count(clean(text)))
    except CellError as error:
        raise Fault(name, error) from None


def _agree(counts: Mapping[str, int], total: int | None, wide: Collection[str]) -> None:
    """Raises Fault where the number beside those of the organs is not their sum."""
    if wide and total is not None and total != sum(counts.values()):
        parts = " + ".join(f"{organ} {counts.get(organ, 'kosong')}" for organ in wide)
        raise Fault(
            JUMLAH, CellError(f"jumlah ini tidak sama dengan {parts}", "Betulkan salah satunya.")
        )
