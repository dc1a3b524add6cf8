"""Numbers that cooperatives report: the sum of those who did, of how many, and by kecamatan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kkmp_cli.model.vocabulary import Field, Vocabulary
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


def reported_numbers(kota: KotaReport, vocabulary: Vocabulary) -> Iterator[Section]:
    """No section where nothing is known of any number."""
    tables = tuple(
        _table(vocabulary.field(name), one) for name, one in kota.angka.items() if one.melapor
    )
    if tables:
        yield Section("angka", "Angka", sentences(kota.angka, vocabulary), tables)


def sentences(counted: Mapping[str, NumberTotal], vocabulary: Vocabulary) -> tuple[str, ...]:
    """A sentence for each number of which anything is known."""
    known = ((name, one) for name, one in counted.items() if one.melapor)
    return tuple(_sentence(vocabulary.label_of(name), one) for name, one in known)


def _sentence(label: str, one: NumberTotal) -> str:
    pieces = ", ".join(amounts.spread(one))
    return f"{label}: {amounts.reported(one)}{pieces and '; ' + pieces}."


def _table(field: Field, one: NumberTotal) -> Table:
    made = table(f"angka_{field.name}", field.title, _COLUMNS, one.kecamatan)
    total = ("Jumlah", one.melapor + one.tidak_diketahui, one.melapor, one.jumlah)
    return made._replace(total=total, brief=False, paper=len(one.kecamatan) > 1)
