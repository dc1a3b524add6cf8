"""An export that comes back later undoes nothing, also where all was recorded on one day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

FIELDS = ("anggota", "mitra", "usaha", "nib", "percontohan", "nama", "unit_usaha")


def known(office: Office) -> list[Any]:
    shown = office.good("show", "Cideng", "--json").json
    return [shown[name] for name in FIELDS]


@pytest.fixture(params=["csv", "xlsx"])
def export(request: pytest.FixtureRequest, pusat: Office, tmp_path: Path) -> Path:
    """An export, after which more was recorded on the same day."""
    stated = ("--anggota", "175", "--mitra", "Bulog", "--usaha", "belum", "--nib", "proses")
    more = ("--percontohan", "ya", "--nama", "KKMP Cideng Lama")
    pusat.good("update", "Cideng", *stated, *more, "--unit-usaha", "klinik")
    path = tmp_path / f"ekspor.{request.param}"
    pusat.good("export", "--kota", "jakpus", "-o", path)
    stated = ("--anggota", "210", "--mitra", "BRI", "--usaha", "sudah", "--nib", "belum")
    more = ("--percontohan", "tidak", "--nama", "KKMP Cideng")
    pusat.good("update", "Cideng", *stated, *more, "--unit-usaha", "sembako")
    return path


def test_what_it_showed_and_was_replaced_since_states_nothing(pusat: Office, export: Path) -> None:
    before = pusat.state()
    for more in ((), ("--overwrite",)):
        done = pusat.good("import", export, *more)
        assert "44 sama" in done.out
        assert pusat.state() == before


def test_what_was_changed_in_it_is_read(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Cideng", "--anggota", "175", "--usaha", "belum")
    path = tmp_path / "ekspor.csv"
    pusat.good("export", "--kota", "jakpus", "-o", path)
    pusat.good("update", "Cideng", "--usaha", "sudah")
    content = path.read_text(encoding="utf-8-sig")
    path.write_text(content.replace(";175;", ";180;"), encoding="utf-8")
    pusat.good("import", path)
    assert (known(pusat)[0], known(pusat)[2]) == (180, "sudah")


def test_what_was_undone_may_be_stated_again(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Cideng", "--anggota", "175")
    pusat.good("update", "Cideng", "--anggota", "210")
    path = tmp_path / "ekspor.csv"
    pusat.good("export", "--kota", "jakpus", "-o", path)
    pusat.good("undo")
    pusat.good("import", path)
    assert known(pusat)[0] == 210


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_plan_that_was_moved_since_stays_moved(pusat: Office, tmp_path: Path, kind: str) -> None:
    pusat.good("update", "Cideng", "--usaha-rencana", "2027-02-01", "--per", "2026-11-01")
    path = tmp_path / f"ekspor.{kind}"
    pusat.good("export", "--kota", "jakpus", "-o", path)
    pusat.good("update", "Cideng", "--usaha-rencana", "2027-03-01", "--per", "2026-11-02")
    pusat.good("import", path)
    assert pusat.good("show", "Cideng", "--json").json["usaha_rencana"] == "2027-03-01"
