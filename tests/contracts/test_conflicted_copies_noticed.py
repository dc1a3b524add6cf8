"""`check` notices a copy that a synchronised folder left beside the register, and its remedy, when
followed to the letter, loses nothing.
"""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli import settings
from kkmp_cli.parsing import dates
from running import Office

pytestmark = pytest.mark.on_a_file

NAME = "register (conflicted copy 2026-11-29).db"


def copied(office: Office) -> Path:
    return Path(shutil.copyfile(office.register, office.register.with_name(NAME)))


def rule(office: Office) -> dict[str, Any]:
    done = office.good("check", "--rinci", "--json")
    (found,) = (one for one in done.json["aturan"] if one["kode"] == "salinan_bentrok")
    return dict(found)


def words(remedy: str) -> list[str]:
    return shlex.split(remedy[remedy.index("kkmp ") :])[1:]


def test_without_a_copy_nothing_is_said(pusat: Office) -> None:
    assert rule(pusat)["jumlah"] == 0
    assert "bentrok" not in pusat.good("check").out


def test_a_copy_that_holds_nothing_more_may_go(pusat: Office) -> None:
    copied(pusat)
    pusat.good("update", "Cideng", "--nib", "sudah")
    today = dates.show(settings.today())
    told = pusat.good("check").out
    assert "peringatan" in told
    assert (
        f"{NAME} (pekerjaan terakhir {today}) dan register.db (pekerjaan terakhir {today})" in told
    )
    assert "Pindahkan salinan itu ke folder lain; tidak ada yang hilang." in told


def test_a_copy_that_goes_on_is_restored(pusat: Office) -> None:
    other = copied(pusat)
    assert pusat.run("update", "Cideng", "--nib", "sudah", db=other).code == 0
    found = rule(pusat)
    assert (found["tingkat"], found["jumlah"]) == ("peringatan", 1)
    pusat.good(*words(found["saran"]), "--yes")
    assert len(pusat.good("list", "--sudah", "nib", "--json").json) == 1
    assert "tidak ada yang hilang" in rule(pusat)["saran"]


def test_two_that_went_apart_are_compared_and_neither_is_replaced(pusat: Office) -> None:
    other = copied(pusat)
    assert pusat.run("update", "Cideng", "--nib", "sudah", db=other).code == 0
    pusat.good("update", "Gambir", "--nib", "sudah")
    found = rule(pusat)
    assert "restore" not in found["saran"]
    told = pusat.good("check", "--rinci").out
    assert "1 pekerjaan hanya ada di salinan itu, 1 pekerjaan hanya di register ini" in told
    history = pusat.good(*words(found["saran"])).out
    assert "Cideng" in history
