"""The RAT: who owes it, until when.

Owed once per tahun buku by every cooperative founded in or before it (an unknown founding owes),
operating or not; due 31 March of the following year unless a target says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kkmp_cli.milestones import SUDAH
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.target import Target


def owes(cooperative: Cooperative, book_year: int, state: str) -> bool:
    """False where founded after the tahun buku and not known to have held the RAT all the same."""
    founded = cooperative.founded
    return state == SUDAH or founded is None or founded <= book_year


def due(targets: Sequence[Target], code: str, book_year: int, kota: str) -> str:
    """The last day in time (ISO) of a yearly milestone for a kota."""
    target = holding(targets, code, book_year, kota)
    return target.batas if target else f"{book_year + 1}-03-31"


def holding(
    targets: Sequence[Target], code: str, book_year: int | None, kota: str
) -> Target | None:
    """The target that holds for a kota: its own before the general one, then the highest id."""
    fitting = [
        target
        for target in targets
        if target.milestone == code
        and target.tahun_buku == book_year
        and target.kota in (kota, None)
    ]
    return max(fitting, key=lambda target: (target.kota is not None, target.id), default=None)


def days_until(batas: str, day: str) -> int:
    """Days from `day` to the due date; negative where it has passed."""
    return (date.fromisoformat(batas) - date.fromisoformat(day)).days
