"""The areas of the codes in sheets come by one question."""

from __future__ import annotations

from pathlib import Path

from kkmp_cli import sheets
from kkmp_cli.actions.coded_areas import CodedAreas
from kkmp_cli.model.area import Area
from kkmp_cli.register.reader import Reader, open_reader
from running import Office


def test_codes_of_a_sheet_are_asked_for_together_and_others_one_by_one(
    pusat: Office, tmp_path: Path
) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("Kode;NIB\n31.71.01.1001;sudah\n31.71.01.1002;\n99.99.99.9999;\n", "utf-8")
    asked: list[str] = []

    class Watched(Reader):
        def rows(self, sql: str, parameters: object = ()) -> list[object]:
            asked.append(sql)
            return super().rows(sql, parameters)  # type: ignore[arg-type]

    with open_reader(pusat.location) as register:
        areas = CodedAreas(Watched(register.connection, register.engine), [sheets.read(path)])
        named = [areas("31.71.01.1001"), areas("31.71.01.1002")]
        assert [area and area.kelurahan for area in named] == ["Gambir", "Cideng"]
        assert not asked
        assert areas("99.99.99.9999") is None
        assert areas("31.71.02.1001") == register.area("31.71.02.1001")


def test_where_more_codes_are_missed_than_pay_singly_the_whole_list_tells_them(
    pusat: Office,
) -> None:
    with open_reader(pusat.location) as register:
        codes = [area.kode for area in register.areas("31.71")]

        class Poor(Reader):
            singly = 2
            asked = 0

            def area(self, kode: str) -> Area | None:
                self.asked += 1
                return super().area(kode)

        poor = Poor(register.connection, register.engine)
        areas = CodedAreas(poor, [])
        assert [area and area.kode for area in map(areas, codes)] == codes
        assert areas("99.99.99.9999") is None
        assert poor.asked == 2
