"""The matrix as a sheet: real dates, signs and words, the counts at the foot, a kota on one page."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import python_calamine

from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.render.formats import xlsx
from sections import packet_of
from snapshots import areas_of, cooperative, jakarta_pusat, small


def rows_of(snapshot: Snapshot) -> list[list[Any]]:
    """What a spreadsheet reads on the sheet."""
    book = python_calamine.CalamineWorkbook.from_filelike(
        io.BytesIO(xlsx.write(packet_of(snapshot)))
    )
    return book.get_sheet_by_name("Matriks").to_python(skip_empty_area=False)


def xml_of(snapshot: Snapshot) -> str:
    """The sheet as it stands in the package."""
    with zipfile.ZipFile(io.BytesIO(xlsx.write(packet_of(snapshot)))) as package:
        return package.read("xl/worksheets/sheet2.xml").decode()


def test_an_exact_day_is_a_date_and_what_is_known_less_exactly_is_text() -> None:
    values = ("2025-08-15", "2025-08", "2025", "sudah", "proses", "berhenti 2026-01-10")
    rows = rows_of(small(*({"usaha": value} for value in values)))
    assert [row[8] for row in rows[3:9]] == [
        date(2025, 8, 15),
        "● Agu 25",
        "● 2025",
        "● sudah",
        "◐ proses",
        date(2026, 1, 10),
    ]


def test_the_foot_counts_as_numbers_and_nothing_known_is_no_zero() -> None:
    rows = rows_of(jakarta_pusat())
    foot = {row[1]: row[2:10] for row in rows if row[1][:1] in "●○·"}
    assert foot["● sudah"] == ["–"] * 6 + [34, 5]
    assert foot["○ belum"] == ["–"] * 6 + [10, 39]
    assert foot["· belum ada data"] == [44] * 6 + [0, 0]


def test_each_line_names_its_kecamatan_so_that_it_can_be_filtered() -> None:
    rows = rows_of(jakarta_pusat())
    assert rows[2][:3] == ["Kecamatan", "Kelurahan", "Musyawarah"]
    assert [row[0] for row in rows[3:9]] == ["Gambir"] * 6
    assert '<autoFilter ref="A3:J47"/>' in xml_of(jakarta_pusat())


def test_a_kota_is_printed_on_one_page_and_several_on_one_each() -> None:
    assert "fitToHeight" not in xml_of(jakarta_pusat())
    seribu = areas_of("31.01")
    both = Snapshot(
        (*seribu, *jakarta_pusat().areas),
        (*(cooperative(area) for area in seribu), *jakarta_pusat().cooperatives),
    )
    xml = xml_of(both)
    assert 'fitToHeight="0"' in xml and '<rowBreaks count="1"' in xml
    names = [row[0] for row in rows_of(both)]
    assert "Kabupaten Administrasi Kepulauan Seribu" in names
    assert "Kota Administrasi Jakarta Pusat" in names
