"""Personal values of one cooperative leave the register, its history and its copies for good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kkmp_cli.actions.named_areas import areas_named
from kkmp_cli.actions.session import Session
from kkmp_cli.model.area import Area
from kkmp_cli.register import erasure
from kkmp_cli.register.erasure import Copies
from kkmp_cli.register.location import path_of


class Forgotten(NamedTuple):
    """How many values went, and the run that says so without them."""

    values: int
    run: int | None


def subject(
    session: Session, name: str, kota: str | None, kecamatan: str | None
) -> tuple[Area, Sequence[str]]:
    """The area meant, and all codes that it ever had. Raises Refused where none is found."""
    with session.reading() as register:
        area = areas_named(register, [name], kota, kecamatan)[0]
        return area, erasure.codes_of(register, area)


def forget(session: Session, area: Area) -> Forgotten:
    """Takes the values out of the register and its history."""
    with session.writing() as writer:
        return Forgotten(*erasure.forget(writer, area))


def scrub(session: Session, codes: Sequence[str]) -> tuple[Copies, Sequence[tuple[Path, bool]]]:
    """Takes the values out of the automatic copies; the backups with them, and if that was seen."""
    path = path_of(session.location)
    return erasure.scrub_copies(path, codes), erasure.backups_that_hold(path, codes)


def overwrite(session: Session) -> None:
    """Writes the register anew: none of the values is left between rows. Raises Unusable."""
    erasure.rewrite(path_of(session.location))
