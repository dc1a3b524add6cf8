"""Personal values of one cooperative leave the register, its history and its copies for good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kkmp_cli.actions.named_areas import areas_named
from kkmp_cli.actions.personal_files import Looked, look_for
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.unseen import refuse_persons
from kkmp_cli.model.area import Area
from kkmp_cli.register import erasure
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.erasure import Copies

_WHO = "Pakai peran dengan hak data pribadi"


class Forgotten(NamedTuple):
    """How many values went, the run that says so without them, and what they were."""

    values: int
    run: int | None
    texts: frozenset[str]


def subject(
    session: Session, name: str, kota: str | None, kecamatan: str | None
) -> tuple[Area, Sequence[str]]:
    """The area meant, and all codes that it ever had. Raises Refused where none is found."""
    with session.reading() as register:
        refuse_persons(register, True, _WHO)
        area = areas_named(register, [name], kota, kecamatan)[0]
        return area, erasure.codes_of(register, area)


def forget(session: Session, area: Area, codes: Sequence[str]) -> Forgotten:
    """Takes the values out of the register and its history; `codes` are all that it ever had."""
    with session.writing() as writer:
        values = erasure.values_of(writer, codes)
        done = erasure.forget(writer, area)
    return Forgotten(*done, values)


def files_beside(session: Session, texts: frozenset[str]) -> Looked:
    """The files beside the register and in the current folder that still hold one of the values."""
    path = engine_of(session.location).path
    if not path:
        return look_for(texts, (Path.cwd(),))
    return look_for(texts, (path.parent, path.resolve().parent, Path.cwd()))


def scrub(session: Session, codes: Sequence[str]) -> tuple[Copies, Sequence[tuple[Path, bool]]]:
    """Takes the values out of the automatic copies; the backups with them, and if that was seen."""
    path = engine_of(session.location).path
    if not path:
        return Copies(), ()
    return erasure.scrub_copies(path, codes), erasure.backups_that_hold(path, codes)


def overwrite(session: Session) -> None:
    """Writes the file of a register anew: none of the values is left between rows. Raises
    Unusable.
    """
    if path := engine_of(session.location).path:
        erasure.rewrite(path)


def is_on_a_server(session: Session) -> bool:
    """True where the server keeps what was deleted for a while, and in its own backups."""
    return engine_of(session.location).path is None
