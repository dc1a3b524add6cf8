"""Tindak lanjut: whom a new one concerns, and which concern a kota."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.named_areas import areas_named, one_kota
from kkmp_cli.actions.office_records import add_to
from kkmp_cli.actions.record import not_registered
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import others
from kkmp_cli.reports.selection import OWN_STATES, Filters, OwnFilter, select


class Concerned(NamedTuple):
    """Cooperatives by name, or a kota; of it only those that lack a milestone, if one is named."""

    names: Sequence[str]
    kota: str | None
    lacking: str | None


class AddedFollowUp(NamedTuple):
    """A new tindak lanjut: its id, its run, for how many cooperatives; none for a whole kota."""

    key: int
    run: int | None
    cooperatives: int


def add(session: Session, values: Mapping[str, Any], concerned: Concerned) -> AddedFollowUp:
    """Records a tindak lanjut. Raises Refused where it concerns nobody."""
    with session.writing() as register:
        code, ids = _subjects(register, concerned)
        whom = {"kota": code, "koperasi": ";".join(map(str, ids)) or None}
        key, run = add_to(register, "tindak_lanjut", {**values, **whom}, session.typed)
    return AddedFollowUp(key, run, len(ids))


def _subjects(register: Reader, concerned: Concerned) -> tuple[str | None, list[int]]:
    """The code of the kota, or the ids of the cooperatives."""
    if concerned.names:
        areas = areas_named(register, concerned.names, concerned.kota, None)
        current = {each.id for each in register.cooperatives(ids=[area.id for area in areas])}
        if missing := [area.distinct_name for area in areas if area.id not in current]:
            raise not_registered(missing)
        return None, [area.id for area in areas]
    code, _ = one_kota(register, concerned.kota or "")
    return code, _lacking(register, code, concerned.lacking) if concerned.lacking else []


def _who_lacks(register: Reader, milestone: str) -> Filters:
    if own := register.vocabulary.own_of(milestone):
        return Filters(own=[OwnFilter(own, OWN_STATES["belum"])])
    return Filters(belum=[milestone])


def _lacking(register: Reader, kota: str, milestone: str) -> list[int]:
    """The cooperatives of a kota that are stated to lack a milestone. Raises Refused for none."""
    today = settings.today()
    year = newest_book_year(today)
    lacking = _who_lacks(register, milestone)
    matches = select(register.cooperatives([kota]), lacking, today.isoformat(), year)
    if not matches:
        command = Command("list", "--kota", "…", "--belum", "…")
        message = "Tidak ada koperasi yang dinyatakan belum di sana."
        raise Refused(message, Advice("Lihat `{}`.", command))
    return [match.cooperative.id for match in matches]


def concerning(register: Reader, codes: Collection[str]) -> list[FollowUp]:
    """All that concern these kota, or every one for none; the earliest due first."""
    matches = [
        item
        for item in others(register).followups
        if not codes or item.kota in codes or any(kode[:5] in codes for kode in item.kode)
    ]
    return sorted(matches, key=lambda item: (item.batas, item.id))
