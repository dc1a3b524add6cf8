"""One cooperative with everything that is known of it: trainings, tindak lanjut, its history."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.actions.named_areas import areas_named
from kkmp_cli.actions.retroactive import Retroactive, retroactive
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Advice, Command, Refused

if TYPE_CHECKING:
    from kkmp_cli.model.cooperative import Cooperative
    from kkmp_cli.model.followup import FollowUp
    from kkmp_cli.model.run import Run
    from kkmp_cli.model.training import Training


class OneCooperative(NamedTuple):
    """A cooperative and what concerns it; `retroactive` is what its older statements moved."""

    cooperative: Cooperative
    trainings: tuple[Training, ...]
    followups: tuple[FollowUp, ...]
    runs: tuple[Run, ...]
    retroactive: Retroactive


def look_up(
    session: Session, name: str, place: tuple[str | None, str | None], day: date, personal: bool
) -> OneCooperative:
    """The cooperative of a name or code in a kota and kecamatan, with the values of a day. Raises
    Refused where it is not found or not registered.
    """
    with session.reading() as register:
        area = areas_named(register, [name], *place)[0]
        cooperative = register.cooperative(area, with_personal=personal, day=day.isoformat())
        if cooperative is None:
            raise Refused(
                f"{area.kelurahan} ({area.kode}) belum ada di register.",
                Advice("Daftarkan: {}", Command("add", area.kode)),
            )
        snapshot = register.snapshot([area.kota_code])
        runs = tuple(register.runs(subject=area.id))
        moved = retroactive(register, runs)
    came = (
        training
        for training in snapshot.trainings
        if any(who.cooperative_id == cooperative.id for who in training.hadir)
    )
    followups = (item for item in snapshot.followups if area.kode in item.kode)
    then = cooperative.as_of(day.isoformat())
    return OneCooperative(then, tuple(came), tuple(followups), runs, moved)
