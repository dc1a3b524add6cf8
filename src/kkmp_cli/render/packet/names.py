"""The names behind every number, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from kkmp_cli.milestones import STATES
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import Column, Group, Section, Table
from kkmp_cli.render.packet.table_cells import (
    PLACE,
    headed,
    in_order,
    table,
    unless_all,
)
from kkmp_cli.render.words import STATE_WORDS, sentences
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.counting import NOT_OWED
from kkmp_cli.reports.details import KotaDetails

_COLUMNS = (Column("milestone", "Milestone"), Column("keadaan", "Keadaan"), *PLACE)
_CONTACTS = (*PLACE, Column("ketua", "Ketua"), Column("telepon", "Telepon"))
_PERSONAL = "Data pribadi (UU 27/2022): hanya untuk keperluan pembinaan, jangan disebarkan."


def behind_every_number(value: Report, kota: KotaReport, more: KotaDetails) -> Section:
    """For each milestone and each state that somebody is in: who."""
    title = "Nama di balik setiap angka"
    labels = {
        code: sentences.short_label(code, value.tahun_buku) for code in in_order(kota.milestone)
    }
    rows = tuple(
        (label, STATE_WORDS[state], *place)
        for code, label in labels.items()
        for state in (*STATES, NOT_OWED)
        for place in more.nama[code][state]
    )
    every = Table("nama", title, _COLUMNS, rows, paper=False)
    of_each = tuple(
        Table(
            f"nama_{code}",
            label,
            _COLUMNS,
            (),
            groups=tuple(_by_state(code, kota, more)),
            data=False,
        )
        for code, label in labels.items()
    )
    return Section("nama", title, tables=(every, *of_each))


def _by_state(code: str, kota: KotaReport, more: KotaDetails) -> Iterator[Group]:
    for state in (*STATES, NOT_OWED):
        those = more.nama[code][state]
        heading = f"{STATE_WORDS[state]}: {numbers.show(len(those))}"
        yield from headed(heading, unless_all(those, kota.kkmp))


def contacts(more: KotaDetails) -> Section:
    """Of those that lag. Personal data, only there where it was asked for."""
    made = table("kontak", "Kontak", _CONTACTS, more.kontak)
    return Section("kontak", "Kontak pengurus", tables=(made,), notes=(_PERSONAL,))
