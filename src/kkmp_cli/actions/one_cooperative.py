"""One cooperative with everything that is known of it: trainings, tindak lanjut, its history."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from kkmp_cli.actions.named_areas import areas_named
from kkmp_cli.actions.retroactive import Retroactive, retroactive
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.unseen import refuse_persons
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.run import Run
from kkmp_cli.model.training import Training
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.register import heads, log, records
from kkmp_cli.register.reader import Reader


class OneCooperative(NamedTuple):
    """A cooperative and what concerns it; `total` is how many runs there are, `retroactive` what
    the older statements of those at hand moved, `head` that of the history.
    """

    cooperative: Cooperative
    trainings: tuple[Training, ...]
    followups: tuple[FollowUp, ...]
    runs: tuple[Run, ...]
    total: int
    retroactive: Retroactive
    head: str
    vocabulary: Vocabulary


def look_up(
    session: Session,
    name: str,
    place: tuple[str | None, str | None],
    day: date,
    personal: bool,
    pick: Callable[[Iterable[Run]], Iterable[Run]] = tuple,
) -> OneCooperative:
    """The cooperative of a name or code in a kota and kecamatan, with the values of a day and what
    is picked of its runs, newest first. Raises Refused where it is not found or not registered.
    """
    with session.reading() as register:
        refuse_persons(register, personal)
        (area,) = areas_named(register, [name], *place)
        cooperative = _registered(register, area, day.isoformat(), personal)
        trainings, followups = _around(register, area)
        history = _history(register, area, pick)
        return OneCooperative(cooperative, trainings, followups, *history, register.vocabulary)


def _history(
    register: Reader, area: Area, pick: Callable[[Iterable[Run]], Iterable[Run]]
) -> tuple[tuple[Run, ...], int, Retroactive, str]:
    wanted = log.HistoryFilter(subject=area.id)
    log.ask_ahead(register, wanted)
    register.ahead([(heads.NEWEST, ())])
    runs = tuple(pick(log.each_run(register, wanted)))
    moved = retroactive(register, runs)
    return runs, log.count(register, wanted), moved, heads.printed(register)


def _around(register: Reader, area: Area) -> tuple[tuple[Training, ...], tuple[FollowUp, ...]]:
    """The trainings that somebody of it attended, and the tindak lanjut that concern it."""
    office = records.others(register, kota={area.kota_code}).within({area.kota_code})
    return _attended(office["trainings"], area.id), _concerning(office["followups"], area)


def _registered(register: Reader, area: Area, day: str, personal: bool) -> Cooperative:
    cooperative = register.cooperative(area, with_personal=personal, day=day)
    if cooperative is None:
        words = f"{area.distinct_name} ({area.kode}) belum ada di register."
        raise Refused(words, Advice("Daftarkan: {}", Command("add", area.kode)))
    return cooperative.as_of(day)


def _concerning(followups: Iterable[FollowUp], area: Area) -> tuple[FollowUp, ...]:
    return tuple(one for one in followups if area.kode in one.kode)


def _attended(trainings: Iterable[Training], cooperative: int) -> tuple[Training, ...]:
    return tuple(
        training
        for training in trainings
        if any(who.cooperative_id == cooperative for who in training.hadir)
    )
