"""`kkmp followup`: what is late, moved or done can be seen."""

from __future__ import annotations

import datetime

import pytest

from kkmp_cli import settings
from kkmp_cli.parsing import dates
from running import Office

pytestmark = pytest.mark.both_engines

WHO = ("--penanggung-jawab", "Camat")


def add(office: Office, what: str, due: str) -> None:
    office.good("followup", "add", what, "--kelurahan", "Gambir", *WHO, "--batas", due)


def test_the_list_marks_what_is_late_and_what_was_moved(pusat: Office) -> None:
    today = settings.today()
    day = {days: (today + datetime.timedelta(days)).isoformat() for days in (-3, 9)}
    add(pusat, "Cari tempat", day[-3])
    add(pusat, "Urus NIB", day[-3])
    pusat.good("followup", "update", "2", "--batas", day[9])
    _, late, moved = pusat.good("followup", "list").out.splitlines()
    assert "lewat 3 hari" in late
    assert "9 hari lagi" in moved
    assert dates.show(day[-3]) in moved
    late, moved = (
        line for line in pusat.good("show", "Gambir").out.splitlines() if "  Camat" in line
    )
    assert "lewat 3 hari" in late
    assert f"9 hari lagi         {dates.show(day[-3])}" in moved


def test_done_again_keeps_the_day_and_the_result(pusat: Office) -> None:
    add(pusat, "Urus NIB", "2026-03-01")
    day = settings.today() - datetime.timedelta(2)
    pusat.good("followup", "done", "1", "--hasil", "NIB terbit", "--per", day.isoformat())
    assert "tidak ada yang berubah" in pusat.good("followup", "done", "1").out
    pusat.good("followup", "done", "1", "--hasil", "NIB dan NPWP terbit")
    one = pusat.good("followup", "list", "--all", "--json").json[0]
    assert (one["selesai"], one["hasil"]) == (day.isoformat(), "NIB dan NPWP terbit")
    shown = pusat.good("show", "Gambir").out
    assert f"selesai {dates.show(day)}  NIB dan NPWP terbit" in shown


def test_what_waits_for_a_decision_is_marked_and_the_mark_comes_off(pusat: Office) -> None:
    due = ("--batas", "2030-01-01")
    pusat.good("followup", "add", "Pakai aset", "--kota", "jakpus", *WHO, *due, "--keputusan")
    add(pusat, "Urus NIB", "2030-01-01")
    asked = [one["keputusan"] for one in pusat.good("followup", "list", "--json").json]
    assert asked == [True, False]
    _, first, second = pusat.good("followup", "list").out.splitlines()
    assert "mohon keputusan" in first and "mohon keputusan" not in second
    unchanged = pusat.good("followup", "update", "2", "--tanpa-keputusan").out
    assert "tidak ada yang berubah" in unchanged
    pusat.good("followup", "update", "2", "--keputusan")
    assert "keputusan: tidak → ya" in pusat.good("history").out
    pusat.refused("followup", "update", "1", "--keputusan", "--tanpa-keputusan", code=2)
    pusat.good("followup", "update", "1", "--tanpa-keputusan")
    asked = [one["keputusan"] for one in pusat.good("followup", "list", "--json").json]
    assert asked == [False, True]
    pusat.good("undo", "--yes")
    assert all(one["keputusan"] for one in pusat.good("followup", "list", "--json").json)
    pusat.good("followup", "done", "1", "--hasil", "Disetujui")
    assert "mohon keputusan" not in pusat.good("followup", "list", "--all").out.splitlines()[1]
