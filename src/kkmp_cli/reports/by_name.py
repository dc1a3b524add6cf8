"""Who, by name: those that do not operate, RAT held and not held, arrears, trainings, tindak
lanjut, targets.

Every list is complete and in the order of the codes. Nobody is called missing of whom nothing is
known.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from kkmp_cli.milestones import (
    BERHENTI,
    FIRST_BOOK_YEAR,
    MILESTONES,
    SUDAH,
    UNKNOWN,
    by_code,
    field_code,
)
from kkmp_cli.model import timeline
from kkmp_cli.model.cooperative import Cooperative, Snapshot
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.target import Target
from kkmp_cli.model.training import Training
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.kendala_words import split_obstacle
from kkmp_cli.reports import rat
from kkmp_cli.reports.counting import DayView
from kkmp_cli.reports.place import Place
from kkmp_cli.reports.report import (
    Arrear,
    NotOperating,
    Obstacle,
    OpenFollowUp,
    TargetProgress,
    Trainings,
    WithoutRat,
)


def places(seen: Iterable[DayView], code: str, state: str) -> tuple[Place, ...]:
    """Those whose milestone is in this state."""
    return tuple(one.place for one in seen if one.states[code] == state)


def stated_days(seen: Iterable[DayView], code: str, day: str, book_year: int) -> dict[str, str]:
    """By kode the day, month or year on which a milestone was reached, where one was stated."""
    milestone = by_code(code)
    name = field_code(milestone, book_year) if milestone else code
    spans = ((one, one.cooperative.span(name, day)) for one in seen if one.states[code] == SUDAH)
    return {one.place.kode: span.day for one, span in spans if span and span.day}


def not_operating(seen: Sequence[DayView], day: str, book_year: int) -> tuple[NotOperating, ...]:
    """Those stated not to run a usaha: what is missing, what stops them, when they mean to open."""
    return tuple(_not_operating(one, day, book_year) for one in seen if one.is_stated_not("usaha"))


def _not_operating(one: DayView, day: str, book_year: int) -> NotOperating:
    missing = tuple(code for code in one.states if one.is_stated_not(code))
    return NotOperating(
        *one.place,
        keadaan=one.states["usaha"],
        berikutnya=missing[0],
        kurang=missing,
        belum_diketahui=tuple(code for code, state in one.states.items() if state == UNKNOWN),
        kendala=tuple(_obstacles(one, day, book_year)),
        rencana=_plan(one.cooperative, "usaha", day),
        sejak=_stopped_on(one.cooperative, day),
    )


def _stopped_on(cooperative: Cooperative, day: str) -> str | None:
    span = cooperative.span("usaha", day)
    return (span.day or span.since) if span and span.value == BERHENTI else None


def _obstacles(one: DayView, day: str, book_year: int) -> Iterable[Obstacle]:
    for milestone in MILESTONES:
        if one.states[milestone.code] == SUDAH:
            continue
        spans = one.cooperative.obstacles.get(field_code(milestone, book_year), ())
        if span := timeline.on_day(spans, day):
            yield Obstacle(milestone.code, *split_obstacle(span.value), span.since)


def _plan(cooperative: Cooperative, milestone_field: str, day: str) -> str | None:
    span = timeline.on_day(cooperative.plans.get(milestone_field, ()), day)
    return span.value if span else None


def without_rat(seen: Iterable[DayView], day: str, book_year: int) -> tuple[WithoutRat, ...]:
    """Those that owe the RAT and are stated not to have held it, whether they operate or not."""
    listed = []
    for one in seen:
        if one.is_stated_not("rat"):
            usaha = one.states["usaha"]
            operating = None if usaha == UNKNOWN else usaha == SUDAH
            plan = _plan(one.cooperative, f"rat_{book_year}", day)
            listed.append(WithoutRat(*one.place, one.states["rat"], operating, plan))
    return tuple(listed)


def arrears(seen: Sequence[DayView], day: str, book_year: int) -> tuple[Arrear, ...]:
    """RATs of earlier tahun buku that are owed and not known to have been held, oldest first."""
    owed = []
    for year in range(FIRST_BOOK_YEAR, book_year):
        for one in seen:
            state = one.cooperative.state(f"rat_{year}", day)
            if state != SUDAH and rat.owes(one.cooperative, year, state):
                owed.append(Arrear(*one.place, state, year))
    return tuple(owed)


def trainings(snapshot: Snapshot, kota: str, seen: Sequence[DayView], day: str) -> Trainings:
    """The kota's trainings begun by the day, and who was never recorded at any."""
    begun = [training for training in snapshot.trainings if last_day(training.mulai) <= day]
    here = [training for training in begun if training.kota == kota]
    missing = _never_reached(begun, seen)
    heads = [recorded(one) if one.peserta is None else one.peserta for one in here]
    return Trainings(
        len(here),
        sum(count or 0 for count in heads),
        heads.count(None),
        len(seen) - len(missing),
        missing,
        sum(recorded(one) or 0 for one in here),
    )


def _never_reached(begun: Sequence[Training], seen: Sequence[DayView]) -> tuple[Place, ...]:
    reached = {one.cooperative_id for training in begun for one in training.hadir}
    return tuple(one.place for one in seen if one.cooperative.id not in reached)


def recorded(training: Training) -> int | None:
    """People recorded per kelurahan; None where only presence, or nothing, is known."""
    people = [one.people for one in training.hadir if one.people is not None]
    return sum(people) if people else None


def last_day(partial: str) -> str:
    """The last day of an ISO day, month or year, as ISO text."""
    return partial if len(partial) == 10 else dates.read(partial).last_day.isoformat()


def targets(
    all_targets: Sequence[Target], kota: str, seen: Sequence[DayView], day: str, book_year: int
) -> tuple[TargetProgress, ...]:
    """The targets for the kota, by their due dates, beside what is reached on the day."""
    wanted = {
        (target.milestone, target.tahun_buku)
        for target in all_targets
        if target.kota in (kota, None)
    }
    holding = [rat.holding(all_targets, code, year, kota) for code, year in wanted]
    progress = [_progress(target, seen, day, book_year) for target in holding if target]
    return tuple(sorted(progress, key=lambda one: (one.batas, one.milestone, one.tahun_buku or 0)))


def _progress(target: Target, seen: Sequence[DayView], day: str, book_year: int) -> TargetProgress:
    milestone = by_code(target.milestone)
    name = field_code(milestone, target.tahun_buku or book_year) if milestone else target.milestone
    return TargetProgress(
        target.milestone,
        target.tahun_buku,
        target.batas,
        sisa_hari=rat.days_until(target.batas, day),
        target=wanted_number(target.nilai, len(seen)),
        tercapai=sum(one.cooperative.state(name, day) == SUDAH for one in seen),
        sumber=target.sumber,
        ditetapkan=target.ditetapkan,
    )


def wanted_number(nilai: str | None, kkmp: int) -> int | None:
    """`44` → 44, `90%` → that share of all, rounded up; None where no number was set."""
    quantity = numbers.read(nilai) if nilai else None
    if quantity is None:
        return None
    wanted = quantity.value * kkmp / 100 if quantity.percent else quantity.value
    return math.ceil(round(wanted, 6))


def follow_ups(
    all_followups: Iterable[FollowUp], kota: str, names: Mapping[str, str], day: str
) -> tuple[OpenFollowUp, ...]:
    """What is open on the day for the kota or one of its cooperatives, the late ones first."""
    still_open = []
    for followup in all_followups:
        concerned = tuple(kode for kode in followup.kode if kode in names)
        whole = followup.kota == kota and not followup.kode
        if (concerned or whole) and (followup.selesai is None or followup.selesai > day):
            still_open.append(_open(followup, concerned, names, day))
    return tuple(sorted(still_open, key=lambda one: (not one.terlambat, one.batas, one.id)))


def _open(
    followup: FollowUp, kode: tuple[str, ...], names: Mapping[str, str], day: str
) -> OpenFollowUp:
    return OpenFollowUp(
        followup.id,
        followup.uraian,
        followup.penanggung_jawab,
        followup.batas,
        terlambat=followup.batas < day,
        kode=kode,
        sisa_hari=rat.days_until(followup.batas, day),
        kelurahan=tuple(names[one] for one in kode),
        batas_lama=followup.batas_lama,
        rapat=followup.rapat,
        keputusan=followup.asks_decision,
    )
