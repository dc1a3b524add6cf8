"""The names behind every number, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kkmp_cli.milestones import STATES
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import Column, Group, Row, Section, Table
from kkmp_cli.render.packet.table_cells import PLACE, headed, in_order, table, unless_all
from kkmp_cli.render.words import STATE_WORDS, sentences
from kkmp_cli.reports.counting import NOT_OWED
from kkmp_cli.reports.kota_details import KotaDetails
from kkmp_cli.reports.place import Place
from kkmp_cli.reports.report import KotaReport, Report

_TITLE = "Nama di balik setiap angka"
_STATES = (*STATES, NOT_OWED)
_COLUMNS = (Column("milestone", "Milestone"), Column("keadaan", "Keadaan"), *PLACE)
_CONTACTS = (*PLACE, Column("ketua", "Ketua"), Column("telepon", "Telepon"))
_PERSONAL = "Data pribadi (UU 27/2022): hanya untuk keperluan pembinaan, jangan disebarkan."


def behind_every_number(value: Report, kota: KotaReport, more: KotaDetails) -> Section:
    """For each milestone and each state that somebody is in: who."""
    rows: list[Row] = []
    tables = []
    for code in in_order(kota.milestone):
        label = sentences.short_label(code, value.tahun_buku)
        rows += _rows(label, more.nama[code])
        groups = tuple(_by_state(code, kota, more))
        tables.append(Table(f"nama_{code}", label, _COLUMNS, (), groups=groups, data=False))
    every = Table("nama", _TITLE, _COLUMNS, tuple(rows), paper=False)
    return Section("nama", _TITLE, tables=(every, *tables))


def _rows(label: str, names: Mapping[str, tuple[Place, ...]]) -> Iterator[Row]:
    for state in _STATES:
        yield from ((label, STATE_WORDS[state], *place) for place in names[state])


def _by_state(code: str, kota: KotaReport, more: KotaDetails) -> Iterator[Group]:
    for state in _STATES:
        those = more.nama[code][state]
        heading = f"{STATE_WORDS[state]}: {numbers.show(len(those))}"
        yield from headed(heading, unless_all(those, kota.kkmp))


def contacts(more: KotaDetails) -> Section:
    """Of those that lag. Personal data, only there where it was asked for."""
    made = table("kontak", "Kontak", _CONTACTS, more.kontak)
    return Section("kontak", "Kontak pengurus", tables=(made,), notes=(_PERSONAL,))
