"""One cooperative with everything that is known of it."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli import settings
from kkmp_cli.actions.one_cooperative import OneCooperative, look_up
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from running import Office


def shown(
    office: Office, name: str, day: date | None = None, personal: bool = False
) -> OneCooperative:
    session = Session(str(office.register), "kkmp uji")
    return look_up(session, name, (None, None), day or settings.today(), personal)


def test_trainings_are_those_to_which_somebody_came(pusat: Office) -> None:
    for title in ("A", "B"):
        pusat.good("training", "add", title, "--kota", "jakpus", "--mulai", "2025-11-03")
    pusat.good("training", "attend", "2", "Gambir", "--hadir")
    assert [one.judul for one in shown(pusat, "Gambir").trainings] == ["B"]
    assert shown(pusat, "Cideng").trainings == ()


def test_runs_and_follow_ups_are_its_own(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    who = ("--penanggung-jawab", "S", "--batas", "2026-12-31")
    pusat.good("followup", "add", "x", "--kelurahan", "Gambir", *who)
    gambir, cideng = shown(pusat, "Gambir"), shown(pusat, "Cideng")
    assert [[run.id for run in one.runs] for one in (gambir, cideng)] == [[2, 1], [1]]
    assert [len(one.followups) for one in (gambir, cideng)] == [1, 0]


def test_values_are_those_of_the_day(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--anggota", "40", "--per", "2026-01-31")
    pusat.good("update", "Gambir", "--anggota", "50", "--per", "2026-02-28")
    days = (date(2026, 2, 1), date(2026, 3, 1))
    assert [shown(pusat, "Gambir", day).cooperative.values["anggota"] for day in days] == [
        "40",
        "50",
    ]


def test_personal_values_are_read_only_when_asked_for(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--ketua", "Siti")
    assert "ketua" not in shown(pusat, "Gambir").cooperative.values
    assert shown(pusat, "Gambir", personal=True).cooperative.values["ketua"] == "Siti"


def test_one_that_is_not_registered_is_refused_with_the_command_for_it(pusat: Office) -> None:
    with pytest.raises(Refused, match="belum ada di register") as refused:
        shown(pusat, "Pluit")
    assert refused.value.remedy == "Daftarkan: kkmp add 31.72.01.1005"
