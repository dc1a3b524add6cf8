"""What is due on a day and what will be: follow-ups, targets, RATs, plans; and of whom nothing has
been heard for long. Who is open stands with it by name.

Never enters: how it is printed; a rule of its own. Targets and RATs are those of `rat`, states
those of `counting`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kkmp_cli.milestones import (
    FIRST_BOOK_YEAR,
    SUDAH,
    UNKNOWN,
    book_year_of,
    by_code,
    field_code,
    newest_book_year,
)
from kkmp_cli.model import timeline
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.target import Target
from kkmp_cli.reports import rat
from kkmp_cli.reports.by_name import follow_ups, last_day, wanted_number
from kkmp_cli.reports.counting import NOT_OWED, DayView, grouped, view_of
from kkmp_cli.reports.place import Place
from kkmp_cli.reports.report import OpenFollowUp
from kkmp_cli.reports.selection import Filters, select
from kkmp_cli.settings.keys import STALE_DAYS

OVERDUE, THIS_WEEK, COMING, LATER = "terlambat", "minggu_ini", "akan_datang", "nanti"
GROUPS = (OVERDUE, THIS_WEEK, COMING, LATER)
WEEK, MONTH = 7, 30
"""Days ahead that are `minggu_ini`, and `akan_datang`."""
FOLLOW_UP, TARGET, RAT, PLAN = "tindak_lanjut", "target", "rat", "rencana"


class DueItem(NamedTuple):
    """One thing with its due date (`batas`, ISO); `kunci` stays the same as long as it is open.

    `isian` is the milestone, with its year, or None for a follow-up, of which `uraian` and
    `penanggung_jawab` tell; `koperasi` are those who are open, none for one of a whole kota.
    `belum_ada_data`: how many of them are open only because nothing was said.
    """

    kunci: str
    jenis: str
    batas: str
    sisa_hari: int
    kota: str
    nama_kota: str
    isian: str | None = None
    uraian: str | None = None
    penanggung_jawab: str | None = None
    koperasi: tuple[Place, ...] = ()
    belum_ada_data: int = 0

    @property
    def kelompok(self) -> str:
        """How urgent it is."""
        limits = ((-1, OVERDUE), (WEEK, THIS_WEEK), (MONTH, COMING))
        return next((name for most, name in limits if self.sisa_hari <= most), LATER)


class Silent(NamedTuple):
    """A cooperative of which nothing newer is known than of the day `terakhir`; None: nothing."""

    kode: str
    kelurahan: str
    kecamatan: str
    terakhir: str | None


class DueList(NamedTuple):
    """Everything that is due, the earliest first, and who is silent, by code."""

    per: str
    jatuh_tempo: tuple[DueItem, ...]
    tanpa_kabar: tuple[Silent, ...]
    lama_tanpa_kabar: int = STALE_DAYS


class _KotaOnDay(NamedTuple):
    """One kota, or one of its kecamatan, on the day."""

    kode: str
    nama: str
    seen: Sequence[DayView]
    snapshot: Snapshot
    day: date

    @property
    def iso(self) -> str:
        return self.day.isoformat()

    def item(self, kunci: str, jenis: str, batas: str) -> DueItem:
        """A thing of this kota."""
        left = rat.days_until(batas, self.iso)
        return DueItem(kunci, jenis, batas, left, self.kode, self.nama)


def due_list(snapshot: Snapshot, day: date, stale_days: int = STALE_DAYS) -> DueList:
    """Of all kota of the snapshot that have a cooperative, on this day. Silent is who was not heard
    of for `stale_days`.
    """
    parts = [*_parts(snapshot, day)]
    items = {item.kunci: item for part in parts for each in _KINDS for item in each(part)}
    ordered = sorted(items.values(), key=lambda one: (one.batas, one.jenis, one.kunci))
    return DueList(
        day.isoformat(), tuple(ordered), tuple(_silent(snapshot, day, stale_days)), stale_days
    )


def _parts(snapshot: Snapshot, day: date) -> Iterator[_KotaOnDay]:
    """Each kota that has a cooperative that counts on the day."""
    seen = view_of(snapshot.cooperatives, day.isoformat(), newest_book_year(day))
    here = grouped((one.cooperative.area.kota_code, one) for one in seen)
    for kode, those in here.items():
        yield _KotaOnDay(kode, those[0].cooperative.area.kota, those, snapshot, day)


def _silent(snapshot: Snapshot, day: date, stale_days: int) -> Iterator[Silent]:
    limit = (day - timedelta(days=stale_days)).isoformat()
    asked = Filters(belum_dikonfirmasi=limit)
    for one in select(snapshot.cooperatives, asked, day.isoformat(), newest_book_year(day)):
        known = one.cooperative.as_of(day.isoformat()).pers.values()
        yield Silent(*one.place, max(known, default="") or None)


def _follow_ups(part: _KotaOnDay) -> Iterator[DueItem]:
    names = {one.place.kode: one.place for one in part.seen}
    shown = {kode: place.kelurahan for kode, place in names.items()}
    listed = part.snapshot.followups
    of_kota = listed if part.snapshot.whole else [one for one in listed if one.kode]
    for one in follow_ups(of_kota, part.kode, shown, part.iso):
        yield _follow_up(part, one, tuple(names[kode] for kode in one.kode))


def _follow_up(part: _KotaOnDay, one: OpenFollowUp, concerned: tuple[Place, ...]) -> DueItem:
    made = part.item(f"{FOLLOW_UP}-{one.id}", FOLLOW_UP, one.batas)
    made = made._replace(uraian=one.uraian, penanggung_jawab=one.penanggung_jawab)
    return made._replace(koperasi=concerned)


def _targets(part: _KotaOnDay) -> Iterator[DueItem]:
    """Targets that are not reached; of one kecamatan none that asks a number of the whole kota."""
    every = part.snapshot.targets
    wanted = {(one.milestone, one.tahun_buku) for one in every if one.kota in (part.kode, None)}
    for code, year in sorted(wanted, key=str):
        target = rat.holding(every, code, year, part.kode)
        if target and (part.snapshot.whole or _is_share(target)):
            yield from _target(part, target)


def _is_share(target: Target) -> bool:
    return target.nilai is None or target.nilai.endswith("%")


def _target(part: _KotaOnDay, target: Target) -> Iterator[DueItem]:
    milestone = by_code(target.milestone)
    year = target.tahun_buku or newest_book_year(part.day)
    name = field_code(milestone, year) if milestone else target.milestone
    made = part.item(f"{TARGET}-{name}-{part.kode}", TARGET, target.batas)
    item = _with_open(part, made._replace(isian=name, uraian=target.sumber))
    number = wanted_number(target.nilai, len(part.seen))
    reached = number is not None and len(part.seen) - len(item.koperasi) >= number
    if item.koperasi and not reached:
        yield item


def _rats(part: _KotaOnDay) -> Iterator[DueItem]:
    """The RAT of each tahun buku that has ended, where no target says by when."""
    for year in range(FIRST_BOOK_YEAR, newest_book_year(part.day) + 1):
        if rat.holding(part.snapshot.targets, "rat", year, part.kode) is None:
            batas = rat.due(part.snapshot.targets, "rat", year, part.kode)
            made = part.item(f"{TARGET}-rat_{year}-{part.kode}", RAT, batas)
            item = _with_open(part, made._replace(isian=f"rat_{year}"))
            if item.koperasi:
                yield item


def _with_open(part: _KotaOnDay, item: DueItem) -> DueItem:
    """The same with those who are not `sudah` and owe it."""
    name = item.isian or ""
    states = [(one.place, _state(one, name)) for one in part.seen]
    those = [(place, state) for place, state in states if state not in (SUDAH, NOT_OWED)]
    unknown = sum(state == UNKNOWN for _, state in those)
    return item._replace(koperasi=tuple(place for place, _ in those), belum_ada_data=unknown)


def _state(one: DayView, name: str) -> str:
    state = one.cooperative.state(name, one.day)
    year = book_year_of(name)
    owed = year is None or rat.owes(one.cooperative, year, state)
    return state if owed else NOT_OWED


def _plans(part: _KotaOnDay) -> Iterator[DueItem]:
    """Every planned date of what is not `sudah`."""
    for one in part.seen:
        for name, spans in one.cooperative.plans.items():
            planned = timeline.on_day(spans, part.iso)
            if planned and planned.value and _state(one, name) not in (SUDAH, NOT_OWED):
                kunci = f"{PLAN}-{one.place.kode}-{name}"
                made = part.item(kunci, PLAN, last_day(planned.value))
                yield made._replace(isian=name, koperasi=(one.place,))


_KINDS: Sequence[Callable[[_KotaOnDay], Iterator[DueItem]]] = (_follow_ups, _targets, _rats, _plans)
