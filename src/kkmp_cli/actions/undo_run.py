"""A run taken back whole; an undo of an undo brings it in force again."""

from __future__ import annotations

from kkmp_cli.actions import own_fields
from kkmp_cli.actions.record import read_reason
from kkmp_cli.actions.session import Session
from kkmp_cli.model.run import Run
from kkmp_cli.register import log, undoing
from kkmp_cli.register.writer import NewRun


def candidate(session: Session, run: int | None) -> Run:
    """The run to be undone: this one, else the newest in force that is no undo. Raises Refused."""
    with session.reading() as register:
        return undoing.candidate(register, run)


def undo(session: Session, run: int, reason: str | None) -> int:
    """Takes it back; the run that does so. Raises Refused where later ones hang on it."""
    why = read_reason(reason)
    with session.writing() as register:
        register.claim_run(log.base_of(register, run)[0])
        again = undoing.candidate(register, run)
        undoing.refuse_if_touched_later(register, again)
        register.keep_copy()
        before = register.vocabulary
        number = register.apply([], NewRun(session.typed, why, undoes=again.id))
        if register.vocabulary != before:
            own_fields.refuse_shared_headings(register.vocabulary.own)
        return number
