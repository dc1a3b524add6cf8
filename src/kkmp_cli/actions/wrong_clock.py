"""What was recorded with a clock that ran ahead keeps every later word from counting."""

from __future__ import annotations

from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Advice
from kkmp_cli.register import clock
from kkmp_cli.register.engines import engine_of


def warning(session: Session) -> Advice | None:
    """How to take back what speaks of days to come; None where there is nothing of it."""
    engine = engine_of(session.location)
    if engine.shared or not engine.taken():  # a server has a clock of its own
        return None
    with session.reading() as register:
        runs = clock.ahead(register) if clock.is_ahead(register) else []
    if not runs:
        return None
    words = (
        "Perhatian: pekerjaan {} dicatat dengan jam komputer yang salah; yang sesudahnya kalah. {}"
    )
    return Advice(words, ", ".join(map(str, runs)), clock.undoing(runs))


def left_out(session: Session) -> str:
    """What a wrong clock keeps out of the past; nothing where it does not."""
    with session.reading() as register:
        words = clock.left_out(register)
    return f"Perhatian: {words}" if words else ""
