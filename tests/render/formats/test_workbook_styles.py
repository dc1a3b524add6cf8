"""How our workbooks look: days as a spreadsheet knows them, columns wide enough, pages of A4."""

from __future__ import annotations

import io
from datetime import date

import pytest
import python_calamine

from kkmp_cli.milestones import STATES, UNKNOWN
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.formats import workbook_styles as styles


@pytest.mark.parametrize(
    "text", ["2026-03", "2026", "", "sudah", "berhenti 2026-01-10", "10/3/2026"]
)
def test_a_text_that_is_no_day_has_no_serial(text: str) -> None:
    assert styles.serial(text) is None


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2026, 3, 10), date(2028, 2, 29)])
def test_a_spreadsheet_reads_the_serial_as_the_day(day: date) -> None:
    file = io.BytesIO()
    with styles.written(file) as book:
        sheet = book.add_worksheet("x")
        sheet.write_number(0, 0, styles.serial(day.isoformat()), book.add_format(styles.DAY))
    file.seek(0)
    read = python_calamine.CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
    assert read == [[day]]


def test_text_stays_text() -> None:
    file = io.BytesIO()
    with styles.written(file) as book:
        book.add_worksheet("x").write_row(0, 0, ["=1+1", "0012", "https://contoh.id"])
    file.seek(0)
    read = python_calamine.CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
    assert read == [["=1+1", "0012", "https://contoh.id"]]


def test_every_state_has_a_look_that_black_and_white_tells_apart() -> None:
    assert {*styles.STATE_LOOKS} == {*STATES} - {UNKNOWN}
    looks = styles.STATE_LOOKS.values()
    scripts = [(look["bg_color"], look.get("bold"), look.get("italic")) for look in looks]
    assert len({*scripts}) == len(scripts)


def test_every_field_has_room_and_the_note_the_most() -> None:
    widths = {field.name: styles.width(field) for field in built_in().all_fields()}
    assert min(widths.values()) >= 10
    assert max(widths, key=lambda name: widths[name]) == "catatan"
