from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.importing.foreign_register import ForeignRegister
from kkmp_cli.register import foreign
from kkmp_cli.register.location import Damaged
from tampering import tampered


def _read(path: Path, own: Path | None = None) -> ForeignRegister:
    return foreign.read(str(path), 0, own, lambda _: None)


def test_a_register_is_read_with_its_cooperatives_records_and_fields(demo_template: Path) -> None:
    before = demo_template.read_bytes()
    read = _read(demo_template)
    assert {area.kota_code for area in read.areas} >= {"31.71", "31.72", "35.76"}
    assert len(read.statements) == len(read.areas)
    assert read.records["pelatihan"]
    assert demo_template.read_bytes() == before
    assert [*demo_template.parent.glob(f"{demo_template.name}?*")] == []


def test_the_register_at_hand_is_refused(demo_template: Path) -> None:
    with pytest.raises(Refused, match="adalah register itu sendiri"):
        _read(demo_template, demo_template)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE runs SET waktu = '2026-01-01T00:00:00.000000Z'",
        "UPDATE milestones SET keadaan = 'sudah'",
        "UPDATE targets SET batas = '2027-01-01'",
    ],
)
def test_one_whose_history_does_not_hold_is_refused(
    demo_template: Path, tmp_path: Path, statement: str
) -> None:
    copy = tmp_path / "kiriman.db"
    copy.write_bytes(demo_template.read_bytes())
    tampered(copy, statement)
    with pytest.raises(Damaged, match="tidak dibaca") as refused:
        _read(copy)
    assert refused.value.remedy == "Tidak ada yang berubah di sini."


def test_one_with_a_trigger_of_its_own_is_refused(demo_template: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kiriman.db"
    copy.write_bytes(demo_template.read_bytes())
    tampered(copy, "CREATE TRIGGER lain AFTER INSERT ON runs BEGIN DELETE FROM targets; END")
    with pytest.raises(Unusable, match="diubah di luar kkmp"):
        _read(copy)
