"""Days as officers write them: read, kept with the precision they were given, printed in
Indonesian.

Day always comes before month, unless a year of four digits comes first; two-digit years are 20yy; a
month or a year alone is a date of that precision, and a time of day behind a day is passed over.
Nothing is guessed: a text that is no date is a `CellError`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import FIRST_BOOK_YEAR

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_MONTH_WORDS = (
    "jan januari january",
    "feb peb februari pebruari february",
    "mar mrt maret march",
    "apr april",
    "mei may",
    "jun juni june",
    "jul juli july",
    "agu agt ags agus agust aug agustus august",
    "sep sept september",
    "okt oct oktober october",
    "nov nop november nopember",
    "des dec desember december",
)
_MONTH_NUMBER = {
    word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words.split()
}
_WEEKDAY_WORDS = {
    word
    for words in (
        "senin selasa rabu kamis jumat jum'at jum’at sabtu minggu ahad sen sel rab kam jum sab min",
        "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun",
    )
    for word in words.split()
}

_BY_DIGITS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
        r"(?P<y>(?:19|20)\d{2})\s*(?P<s>[/.])\s*(?P<m>\d{1,2})\s*(?P=s)\s*(?P<d>\d{1,2})",
        r"(?P<d>\d{1,2})\s*(?P<s>[/.\-])\s*(?P<m>\d{1,2})\s*(?P=s)\s*(?P<y>\d{4}|\d{2})",
        r"(?P<y>\d{4})-(?P<m>\d{1,2})",
        r"(?P<m>\d{1,2})[/\-.](?P<y>\d{4})",
    )
)
_BY_WORDS = (
    r"(?a)(?P<d>\d{1,2})[ \-./]*(?P<m>[^\W\d_]+)\.?,?[ \-./']*(?P<y>\d{4}|\d{2})",
    r"(?a)(?P<m>[^\W\d_]+)\.? (?P<d>\d{1,2}),? (?P<y>\d{4})",
    r"(?a)(?P<m>[^\W\d_]+)\.?,?[ \-./']*(?P<y>\d{4}|\d{2})",
)
"""How a day or a month is written: year, month, day as `y`, `m`, `d`."""
_YEAR = re.compile(r"\d{4}", re.ASCII)
_WEEKDAY = re.compile(r"([a-z'’]+)[., /]+(.+)", re.ASCII | re.IGNORECASE)
_TIMED = (
    r"(?ai)(?P<day>.*\d)(?:T|,? )(?:(?:pukul|pkl|jam)[.:]? ?)?"
    r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:\.\d+)?)?"
    r"(?: ?(?P<half>[AP])M)?"
    r"(?: ?(?P<zone>Z|(?:UTC|GMT)?(?P<offset>[+\-]\d{1,2}(?::?\d\d)?)|UTC|GMT)|"
    r" ?(?:WIB|WITA|WIT))?\.?"
)
"""A text that ends in a time of day: `10 Maret 2026 pukul 09.00 WIB`."""

_YEAR_FIRST = r"(?a)(\d\d)[/.\-](\d{1,2})[/.\-](\d{1,2})"
"""A short year before month and day, as `26-3-12`, which is read as 26 March 2012."""

_JAKARTA = 7 * 60
"""Minutes before UTC."""
FIRST_YEAR, LAST_YEAR = 1945, 2199
REMEDY = "Tulis tanggal seperti 10 Maret 2026, 10/3/2026 atau 2026-03-10."


class PartialDate(NamedTuple):
    """A day, month or year, as precise as it is known; `str()` is ISO: `2026-03-10`, `2026`."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @property
    def exact(self) -> bool:
        """True where the day is known."""
        return self.day is not None

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


class NotYet(CellError):
    """A day that has not come. `planned`: what it is said of may be planned for it."""

    def __init__(self, day: PartialDate, today: date, remedy: str) -> None:
        message = f"{show(day)} belum tiba (hari ini {show(today)})"
        super().__init__(message, remedy or REMEDY)
        self.day, self.planned = day, bool(remedy)


def read(text: str) -> PartialDate:
    """The date that a cell or argument states. Raises CellError for none or 31/06/2025."""
    recognised = _recognise(text)
    if recognised is None:
        raise CellError("bukan tanggal yang dikenal", REMEDY)
    return recognised


@lru_cache(maxsize=16_384)
def is_date(text: str) -> bool:
    """True where the text has the form of a date, possible or not."""
    try:
        return _recognise(text) is not None
    except CellError:
        return True


def is_month(word: str) -> bool:
    """True for the name of a month, short or long, in small letters."""
    return word in _MONTH_NUMBER


@lru_cache(maxsize=16_384)
def _recognise(text: str) -> PartialDate | None:
    text = _without_weekday(" ".join(text.split()))
    recognised = _recognise_digits(text) or _recognise_words(text)
    if recognised is None and (match := re.fullmatch(_TIMED, text)) and not match["half"]:
        day = _recognise_digits(match["day"]) or _recognise_words(match["day"])
        return _in_jakarta(day, match) if day and day.exact else None
    return recognised


def _in_jakarta(day: PartialDate, match: re.Match[str]) -> PartialDate:
    """The day in Jakarta of an instant whose zone is said as machines do; else the day as it is."""
    if not match["zone"]:
        return day
    moment = _moment(day, match)
    return PartialDate(moment.year, moment.month, moment.day)


def _moment(day: PartialDate, match: re.Match[str]) -> datetime:
    minutes = _hour(match) * 60 + int(match["minute"]) + (_JAKARTA - _zone(match))
    seconds = int(match["second"] or 0)
    return datetime.combine(day.first_day, time()) + timedelta(minutes=minutes, seconds=seconds)


def _hour(match: re.Match[str]) -> int:
    hour, half = int(match["hour"]), (match["half"] or "").upper()
    return hour % 12 + (12 if half == "P" else 0) if half else hour


def _zone(match: re.Match[str]) -> int:
    """Minutes before UTC; a time without a zone is Jakarta's."""
    offset = match["offset"]
    if not offset:
        return 0 if match["zone"] else _JAKARTA
    hours, minutes = offset[1:].replace(":", "")[:2], offset[3:].replace(":", "")
    return int(f"{offset[0]}1") * (int(hours) * 60 + int(minutes or 0))


def read_moment(text: str) -> datetime:
    """The moment in Jakarta at which a web form says that it was sent. Raises CellError for a text
    without a day and a time.
    """
    match = re.fullmatch(_TIMED, " ".join(text.split()))
    day = read(match["day"]) if match else None
    american = match is not None and match["half"] and not _YEAR.match(match["day"])
    if match is None or day is None or not day.exact or american:
        raise CellError("bukan tanggal dan jam yang dikenal", REMEDY)
    return _moment(day, match)


def has_time(text: str) -> bool:
    """True for a day with a time that is passed over: any but midnight, without a zone."""
    match = re.fullmatch(_TIMED, text.strip())
    if match is None or match["zone"] or not is_date(text):
        return False
    return bool(int(match["hour"]) or int(match["minute"]))


def _recognise_digits(text: str) -> PartialDate | None:
    if _YEAR.fullmatch(text):
        return _build(text) if FIRST_YEAR <= int(text) <= LAST_YEAR else None
    for pattern in _BY_DIGITS:
        if match := pattern.fullmatch(text):
            return _build(match["y"], int(match["m"]), match.groupdict().get("d"))
    return None


def _recognise_words(text: str) -> PartialDate | None:
    for pattern in _BY_WORDS:
        if match := re.fullmatch(pattern, text.casefold()):
            month = _MONTH_NUMBER.get(match["m"])
            return _build(match["y"], month, match.groupdict().get("d")) if month else None
    return None


def _without_weekday(text: str) -> str:
    match = _WEEKDAY.fullmatch(text)
    return match[2] if match and match[1].casefold() in _WEEKDAY_WORDS else text


def _build(year: str, month: int | None = None, day: str | None = None) -> PartialDate:
    full_year = int(year) + 2000 if len(year) == 2 else int(year)
    if not FIRST_YEAR <= full_year <= LAST_YEAR:
        raise CellError(f"tahun {full_year} tidak mungkin", REMEDY)
    if month is None:
        return PartialDate(full_year)
    if not 1 <= month <= 12:
        raise _no_month(full_year, month, day)
    if day is None:
        return PartialDate(full_year, month)
    last = monthrange(full_year, month)[1]
    if not 1 <= int(day) <= last:
        shown = f"{MONTHS[month - 1]} {full_year} hanya sampai tanggal {last}"
        raise CellError(f"tanggal ini tidak ada: {shown}", REMEDY)
    return PartialDate(full_year, month, int(day))


def _no_month(year: int, month: int, day: str | None) -> CellError:
    """The refusal of a month that there is none; of a date with the month first, which is ready."""
    if day is None or not 1 <= int(day) <= 12 or month > monthrange(year, int(day))[1]:
        return CellError(f"tidak ada bulan ke-{month}", f"Hari ditulis sebelum bulan. {REMEDY}")
    turned = f"{month}/{int(day)}/{year} atau {show(PartialDate(year, int(day), month))}"
    return CellError(
        "hari dan bulan mungkin tertukar (cara Amerika)",
        f"Tulis {turned}. Periksa juga tanggal lain di kolom ini.",
    )


def read_since_first(text: str, today: date) -> PartialDate:
    """A date that concerns a KKMP. Raises CellError also for one before the first of them, of the
    year `FIRST_BOOK_YEAR`: a slip in the year, or a year written first.
    """
    day = read(text)
    if day.year < FIRST_BOOK_YEAR:
        message = f"{show(day)} sebelum KKMP pertama ada ({FIRST_BOOK_YEAR})"
        raise CellError(message, f"Periksa tahunnya{_meant(text, today)}. {REMEDY}")
    return day


def _meant(text: str, today: date) -> str:
    """The day that a text means if its year stands first, in words; nothing where it cannot."""
    if match := re.fullmatch(_YEAR_FIRST, text.strip()):
        with suppress(CellError):
            day = read(f"20{match[1]}-{match[2]}-{match[3]}")
            if day.year >= FIRST_BOOK_YEAR and day.first_day <= today:
                return f" (mungkin {show(day)}?)"
    return ""


def read_past(text: str, today: date, remedy: str = "") -> PartialDate:
    """A date of a KKMP that has come. Raises CellError also for one wholly after `today`."""
    return _refuse_future(read_since_first(text, today), today, remedy)


def _refuse_future(day: PartialDate, today: date, remedy: str) -> PartialDate:
    if day.first_day > today:
        raise NotYet(day, today, remedy)
    return day


def read_per(text: str, today: date) -> date:
    """The day on which a statement was true; a month or a year means its last day, at most today.

    Raises CellError for a day after today.
    """
    remedy = "Pakai tanggal keadaan yang sudah lewat, paling lambat hari ini."
    return min(_refuse_future(read(text), today, remedy).last_day, today)


def show(day: date | PartialDate | str) -> str:
    """As printed: `10 Maret 2026`, `Maret 2026`, `2026`. An ISO text is read first."""
    if isinstance(day, str):
        day = read(day)
    if isinstance(day, date):
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if day.month is None:
        return str(day.year)
    name = MONTHS[day.month - 1]
    return f"{name} {day.year}" if day.day is None else f"{day.day} {name} {day.year}"


def show_remaining(days: int) -> str:
    """Days to a due date as printed: `21 hari lagi`, `hari ini`, `sudah lewat 10 hari`."""
    if days == 0:
        return "hari ini"
    return f"{days} hari lagi" if days > 0 else f"sudah lewat {-days} hari"
