"""The last step of every action that states something: a plan is refused, or recorded as a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.parsing.excerpt import capped, subject
from kkmp_cli.parsing.text import clean, ended
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan

if TYPE_CHECKING:
    from kkmp_cli.model.cooperative import Cooperative
    from kkmp_cli.model.event import Event
    from kkmp_cli.planning.intent import Intent, Plan
    from kkmp_cli.register.writer import Writer


def planned(
    register: Writer,
    intents: Sequence[Intent],
    current: Mapping[int, Cooperative],
    rule: MergePolicy,
) -> Plan:
    """The plan of the officer's word. Raises Refused naming every value that cannot be."""
    made = build_plan(intents, current, rule, register.numbers(), register.vocabulary)
    if made.problems:
        lines = dict.fromkeys(ended(f"{subject(one)}: {one.message}") for one in made.problems)
        raise Refused("\n".join(capped([*lines])), made.problems[0].remedy)
    return made


def record(
    register: Writer,
    events: Sequence[Event],
    typed: str,
    reason: str | None = None,
    *,
    bulk: bool = False,
) -> int | None:
    """Writes events as one run, a bulk change after a copy of the register; None for no events."""
    from kkmp_cli.register.writer import NewRun

    if not events:
        return None
    if bulk:
        register.keep_copy()
    return register.apply(events, NewRun(typed, read_reason(reason)))


def read_reason(text: str | None) -> str | None:
    """`--alasan` as it is kept."""
    return clean(text, 2_000) if text else None


def not_registered(names: Sequence[str], remedy: str = "") -> Refused:
    """The refusal of a command about cooperatives that are not in the register."""
    add = Advice("Daftarkan dulu dengan `{}`.", Command("add"))
    return Refused(f"Belum ada di register: {', '.join(names)}.", remedy or add)
