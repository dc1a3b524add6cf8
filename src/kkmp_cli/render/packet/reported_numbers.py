"""Numbers that cooperatives report: the sum of those who did, of how many, and by kecamatan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kkmp_cli.model import vocabulary
from kkmp_cli.render.document import Column, Section, Table
from kkmp_cli.render.packet.table_cells import count, table
from kkmp_cli.render.words import amounts
from kkmp_cli.reports.report import KotaReport, NumberTotal

_COLUMNS = (
    Column("nama", "Kecamatan"),
    count("kkmp", "KKMP"),
    count("melapor", "Melapor"),
    count("jumlah", "Jumlah"),
)


def reported_numbers(kota: KotaReport) -> Iterator[Section]:
    """No section where nothing is known of any number."""
    tables = tuple(_table(name, one) for name, one in kota.angka.items() if one.melapor)
    if tables:
        yield Section("angka", "Angka", sentences(kota.angka), tables)


def sentences(counted: Mapping[str, NumberTotal]) -> tuple[str, ...]:
    """A sentence for each number of which anything is known."""
    return tuple(_sentence(name, one) for name, one in counted.items() if one.melapor)


def _sentence(name: str, one: NumberTotal) -> str:
    pieces = ", ".join(amounts.spread(one))
    return f"{vocabulary.label_of(name)}: {amounts.reported(one)}{pieces and '; ' + pieces}."


def _table(name: str, one: NumberTotal) -> Table:
    made = table(f"angka_{name}", vocabulary.label_of(name), _COLUMNS, one.kecamatan)
    total = ("Jumlah", one.melapor + one.tidak_diketahui, one.melapor, one.jumlah)
    return made._replace(total=total, brief=False, paper=len(one.kecamatan) > 1)
