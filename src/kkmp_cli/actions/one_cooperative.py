"""One cooperative with everything that is known of it: trainings, tindak lanjut, its history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kkmp_cli.actions.named_areas import areas_named
from kkmp_cli.actions.retroactive import Retroactive, retroactive
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.run import Run
from kkmp_cli.model.training import Training
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.register import heads
from kkmp_cli.register.reader import Reader


class OneCooperative(NamedTuple):
    """A cooperative and what concerns it; `retroactive` is what its older statements moved, `head`
    that of the history.
    """

    cooperative: Cooperative
    trainings: tuple[Training, ...]
    followups: tuple[FollowUp, ...]
    runs: tuple[Run, ...]
    retroactive: Retroactive
    head: str
    vocabulary: Vocabulary


def look_up(
    session: Session, name: str, place: tuple[str | None, str | None], day: date, personal: bool
) -> OneCooperative:
    """The cooperative of a name or code in a kota and kecamatan, with the values of a day. Raises
    Refused where it is not found or not registered.
    """
    with session.reading() as register:
        (area,) = areas_named(register, [name], *place)
        cooperative = _registered(register, area, day.isoformat(), personal)
        around = register.snapshot([area.kota_code])
        history = _history(register, area)
    followups = _concerning(around.followups, area)
    trainings = _attended(around.trainings, area.id)
    return OneCooperative(cooperative, trainings, followups, *history, around.vocabulary)


def _history(register: Reader, area: Area) -> tuple[tuple[Run, ...], Retroactive, str]:
    runs = (*register.runs(subject=area.id),)
    return runs, retroactive(register, runs), heads.printed(register)


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
