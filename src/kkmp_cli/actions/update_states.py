"""What an officer states of registered cooperatives: plan, run, and what an older day moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.actions.record import not_registered, planned, record
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.model.run import REGISTERED, RecordedValue
from kkmp_cli.planning.confirm import confirmations
from kkmp_cli.planning.intent import Intent, Plan
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan

if TYPE_CHECKING:
    from kkmp_cli.areas.index import Area
    from kkmp_cli.model.cooperative import Cooperative
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.register.writer import Writer

Cooperatives = Mapping[int, "Cooperative"]
"""By id."""


class UpdateRequest(NamedTuple):
    """What is said of which cooperatives, and how; `unchanged` confirms all else that is open."""

    intents: Sequence[Intent]
    policy: MergePolicy
    unchanged: bool = False
    reason: str | None = None
    bulk: bool = False


class Updated(NamedTuple):
    """What a statement came to: its plan, the run (None where nothing changed), the cooperatives
    before it.

    `after` holds those of which something older was said than what was recorded.
    """

    plan: Plan
    run: int | None
    before: Cooperatives
    after: Cooperatives


def chosen(session: Session, choice: AreaChoice) -> list[Cooperative]:
    """The registered cooperatives meant, of a whole kota the active ones. Raises Refused."""
    with session.reading() as register:
        areas = choice.areas(register)
        current = _present(register, [area.id for area in areas])
    if choice.everything:
        today = settings.today().isoformat()
        current = {key: one for key, one in current.items() if one.counts_on(today)}
    else:
        _refuse_missing([area for area in areas if area.id not in current])
    _refuse_none(current)
    return [current[area.id] for area in areas if area.id in current]


def _present(register: Reader, ids: Sequence[int]) -> dict[int, Cooperative]:
    """Those that are registered; with what was true of past days where there is one to ask of."""
    registered = register.registered_ids().intersection(ids)
    since = settings.today().isoformat() if len(registered) > 1 else ""
    present = register.cooperatives(ids=sorted(registered), with_personal=True, since=since)
    return {one.id: one for one in present}


def _refuse_none(current: Cooperatives) -> None:
    if not current:
        add = Advice("Daftarkan dulu dengan `{}`.", Command("add", "--kota", "…", "--all"))
        raise Refused("Belum ada koperasi di sana.", add)


def _refuse_missing(areas: Sequence[Area]) -> None:
    if areas:
        add = Advice("Daftarkan dulu: {}", Command("add", areas[0].kode))
        raise not_registered(_named(areas), add)


def state(session: Session, request: UpdateRequest) -> Updated:
    """Records what is stated. Raises Refused, CorrectionNeeded where what runs is said never to."""
    intents = request.intents
    with session.writing() as register:
        day = min(map(_first_day, intents))
        before = _current(register, [intent.area.id for intent in intents], day)
        _refuse_vanished(intents, before)
        plan = _planned(register, request, before)
        run = record(register, plan.events, session.typed, request.reason, bulk=request.bulk)
        after = _current(register, _older(plan, before))
    return Updated(plan, run, before, after)


def _planned(register: Writer, request: UpdateRequest, before: Cooperatives) -> Plan:
    recorded = _recorded_values(register, request.intents, before)
    policy = request.policy._replace(recorded=recorded)
    plan = planned(register, request.intents, before, policy)
    if not request.unchanged:
        return plan
    return _confirmed(plan, before, request.intents[0].per.isoformat())


def try_out(session: Session, request: UpdateRequest, cooperative: Cooperative) -> None:
    """Plans a statement about one cooperative, writes nothing. Raises what recording it would."""
    with session.reading() as register:
        numbers = register.numbers()
        current = {cooperative.id: cooperative}
        plan = build_plan([*request.intents], current, request.policy, numbers, register.vocabulary)
    for problem in plan.problems:
        raise Refused(problem.message, problem.remedy)


def _current(
    register: Reader, ids: Sequence[int], day: str | None = None
) -> dict[int, Cooperative]:
    if not ids:
        return {}
    cooperatives = register.cooperatives(ids=ids, with_personal=True, day=day)
    return {each.id: each for each in cooperatives}


def _older(plan: Plan, before: Cooperatives) -> list[int]:
    """The cooperatives of which something of an older day was said than what was recorded."""
    return [
        event.key
        for event in plan.events
        if event.field != REGISTERED and event.per < before[event.key].pers.get(event.field, "")
    ]


def _recorded_values(
    register: Reader, intents: Sequence[Intent], before: Cooperatives
) -> frozenset[RecordedValue]:
    """What is recorded of cooperatives of which something newer is recorded than is said now."""
    from kkmp_cli.register import checkpoints

    first = {intent.area.id: _first_day(intent) for intent in intents}
    older = [key for key, day in first.items() if day < max(before[key].pers.values(), default="")]
    return checkpoints.recorded_values(register, older)


def _first_day(intent: Intent) -> str:
    return min([intent.per.isoformat(), *intent.pers.values()])


def _refuse_vanished(intents: Sequence[Intent], current: Cooperatives) -> None:
    """Raises Refused where somebody undid a registration while an answer was waited for."""
    gone = [intent.area for intent in intents if intent.area.id not in current]
    if gone:
        names = ", ".join(_named(gone))
        remedy = Advice(
            "Lihat `{}`; bila perlu daftarkan lagi dengan `{}`, lalu ulangi.",
            Command("history"),
            Command("add", gone[0].kode),
        )
        raise Refused(
            f"Sementara itu pendaftarannya dibatalkan: {names}. Tidak ada yang ditulis.", remedy
        )


def _named(areas: Sequence[Area]) -> list[str]:
    return [f"{area.distinct_name} ({area.kode})" for area in areas]


def _confirmed(plan: Plan, before: Cooperatives, per: str) -> Plan:
    """`--tetap`: every open state, and gerai and usaha which can stop, is confirmed on the day."""
    results = []
    for result in plan.results:
        stated = {event.field for event in result.events}
        more = confirmations(before[result.area.id], stated, per, plan.vocabulary)
        results.append(result._replace(events=(*result.events, *more)))
    return replace(plan, results=tuple(results))
