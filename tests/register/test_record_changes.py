"""What runs make of records goes in together and comes to the same as one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.model.event import Event
from kkmp_cli.model.run import WHOLE
from kkmp_cli.register import record_changes, records
from kkmp_cli.register.writer import NewRun, open_writer
from running import Office

DAY = "2026-03-10"


def row(number: int) -> str:
    return records.to_json({"judul": f"Judul {number}", "isian": "nib"})


def change(key: int, old: str | None, new: str | None, field: str = WHOLE) -> Event:
    return Event("judul", key, field, old, new, DAY)


@pytest.mark.both_engines
def test_records_are_made_altered_and_taken_out_in_the_order_of_a_run(office: Office) -> None:
    if not office.shared:
        office.good("add", "Gambir", "--kota", "jakpus")
    made = [change(key, None, row(key)) for key in range(1, 121)]
    altered = [change(key, "nib", "npwp", "isian") for key in (2, 3)]
    gone = [change(key, row(key), None) for key in range(4, 121)]
    with open_writer(office.location) as register:
        run = register.apply([*made, *altered, *gone, change(9, None, row(9))], NewRun("uji"))
    headings = "SELECT id, judul, isian FROM headings ORDER BY id"
    with open_writer(office.location) as register:
        assert register.rows(headings) == [
            (1, "Judul 1", "nib"),
            (2, "Judul 2", "npwp"),
            (3, "Judul 3", "npwp"),
            (9, "Judul 9", "nib"),
        ]
        undo = register.apply([], NewRun("batal", undoes=run))
        assert register.rows(headings) == []
    office.good("undo", undo, "--yes")
    with open_writer(office.location) as register:
        assert len(register.rows(headings)) == 4


@pytest.mark.parametrize(("field", "value"), [("x; DROP", "a"), (WHOLE, "["), (WHOLE, '{"a":{}}[')])
def test_what_no_history_can_hold_is_an_error_before_it_is_sql(field: str, value: str) -> None:
    with pytest.raises(ValueError):
        record_changes.read("judul", 1, field, value)
    with pytest.raises(KeyError):
        record_changes.read("apa", 1, WHOLE, "{}")


def test_a_national_area_list_is_a_few_statements(office: Office, tmp_path: Path) -> None:
    rows = [f"91.01.{n // 900 + 1:02}.{n % 900 + 1001},Desa {n},Kec,Kab,Papua" for n in range(900)]
    sheet = tmp_path / "wilayah.csv"
    sheet.write_text("\n".join(["kode,kelurahan,kecamatan,kota,provinsi", *rows]), "utf-8")
    said: list[str] = []
    office.good("add", "Gambir", "--kota", "jakpus")
    with pytest.MonkeyPatch.context() as patch:
        write = record_changes.write

        def counted(register: object, changes: list[record_changes.RecordChange]) -> None:
            register.connection.set_trace_callback(said.append)  # type: ignore[attr-defined]
            write(register, changes)  # type: ignore[arg-type]
            register.connection.set_trace_callback(None)  # type: ignore[attr-defined]

        patch.setattr(record_changes, "write", counted)
        office.good("area", "import", sheet, "--yes")
    assert 0 < len(said) < 20
    assert len(office.good("area", "list", "--kota", "91.01", "--json").json) == 900
