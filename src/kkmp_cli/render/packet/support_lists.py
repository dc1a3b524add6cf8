"""Who can be helped, and by whom: papers for a loan, whom to learn from, partners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from kkmp_cli.model.area import distinct_name
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import Column, Group, Section, Table
from kkmp_cli.render.packet.table_cells import PLACE, by_kecamatan, count, headed, listed, table
from kkmp_cli.render.words import NO_DATA, UNITS, sentences
from kkmp_cli.reports.kota_details import KotaDetails, Learning, LoanFile, Loans, Peer
from kkmp_cli.reports.report import KotaReport
from kkmp_cli.reports.support import LOAN

_NEAREST = "Contoh terdekat"
_FEW = 6
"""How many peers are named before the rest is counted."""
_LOANS = (
    *PLACE,
    Column("keadaan", "Berkas"),
    Column("kurang", "Kurang"),
    Column("belum_diketahui", NO_DATA.capitalize()),
)
_HOW_COMPLETE = ("lengkap", "kurang satu", "kurang dua atau lebih", NO_DATA)
"""The words of the four parts of `Loans`."""
_LEARNING = (
    Column("kecamatan", "Kecamatan"),
    Column("belum", "Belum beroperasi"),
    Column("teladan", "Contoh terdekat"),
)
_PARTNERS = (Column("mitra", "Mitra"), count("kkmp", "KKMP"), Column("nama", "Mendampingi"))


def loans(more: KotaDetails) -> Section:
    """Who has the papers that a bank asks for, who lacks one, of whom one is unknown."""
    sets, title = more.pinjaman, "Siap mengajukan pinjaman"
    groups = tuple(_loan_groups(sets))
    stated = any(len(file.belum_diketahui) < len(LOAN) for files in sets for file in files)
    made = _loan_files(sets, title)._replace(groups=groups, paper=stated and bool(groups))
    if not stated:
        return Section("pinjaman", title, tables=(made,))
    return Section("pinjaman", title, (_loan_counts(sets),), (made,), (sentences.PROFILE_NOTE,))


def _loan_files(sets: Loans, title: str) -> Table:
    how = {
        file.kode: word for word, files in zip(_HOW_COMPLETE, sets, strict=True) for file in files
    }
    return table(
        "pinjaman",
        title,
        _LOANS,
        chain(*sets),
        keadaan=lambda file: how[file.kode],
        kurang=lambda file: ", ".join(map(sentences.paper, file.kurang)) or None,
        belum_diketahui=lambda file: ", ".join(map(sentences.paper, file.belum_diketahui)) or None,
    )


def _loan_counts(sets: Loans) -> str:
    counts = ", ".join(
        f"{word} {numbers.show(len(files))}"
        for word, files in zip(_HOW_COMPLETE, sets, strict=True)
    )
    asked = ", ".join(map(sentences.paper, LOAN))
    return f"Syarat yang dihitung: {asked}. {counts[:1].upper()}{counts[1:]}."


def _loan_groups(sets: Loans) -> Iterator[Group]:
    """Complete, one paper short, and one paper unknown."""
    complete = f"Lengkap: {numbers.show(len(sets.lengkap))}"
    yield from headed(complete, by_kecamatan(sets.lengkap))
    yield from _by_paper("Kurang satu", [(file.kurang[0], file) for file in sets.kurang_satu])
    nearly = [
        (file.belum_diketahui[0], file)
        for file in sets.tanpa_data
        if not file.kurang and len(file.belum_diketahui) == 1
    ]
    yield from _by_paper(f"Tinggal satu yang {NO_DATA}nya", nearly)


def _by_paper(title: str, files: Sequence[tuple[str, LoanFile]]) -> Iterator[Group]:
    """Those of whom one paper is open, under that paper."""
    heading = f"{title}: {numbers.show(len(files))}"
    for paper in LOAN:
        names = tuple(distinct_name(file.kelurahan) for name, file in files if name == paper)
        if names:
            label = f"{sentences.paper(paper)} ({numbers.show(len(names))})"
            yield Group(label, names, heading)


def learning(more: KotaDetails) -> Section:
    """For those that do not operate: whom they can visit, and what is run there."""
    made = table(
        "teladan",
        _NEAREST,
        _LEARNING,
        more.teladan,
        belum=lambda one: ", ".join(one.belum),
        teladan=_peers,
    )
    return Section("teladan", _NEAREST, tables=(made,), brief=False)


def _peers(one: Learning) -> str:
    if not one.teladan:
        return "belum ada yang beroperasi di kota ini"
    more = len(one.teladan) - _FEW
    lead = "di kecamatan lain: " if one.sekota else ""
    rest = f" dan {numbers.show(more)} lainnya" if more > 0 else ""
    return lead + ", ".join(map(_peer, one.teladan[:_FEW])) + rest


def _peer(peer: Peer) -> str:
    kinds = ", ".join(UNITS.get(unit, unit) for unit in peer.unit_usaha)
    name = distinct_name(peer.kelurahan)
    return f"{name} ({kinds})" if kinds else name


def partners(kota: KotaReport, more: KotaDetails) -> Section:
    """Who supports whom, and who has nobody."""
    made = table(
        "mitra",
        "Siapa mendampingi siapa",
        _PARTNERS,
        more.mitra,
        mitra=lambda one: one.nama,
        kkmp=lambda one: len(one.kkmp),
        nama=lambda one: ", ".join(distinct_name(place.kelurahan) for place in one.kkmp),
    )
    alone = listed("tanpa_mitra", "Tanpa mitra tercatat", more.tanpa_mitra, kota.kkmp)
    return Section(
        "mitra", "Mitra", tables=(made, alone._replace(paper=bool(more.mitra), brief=False))
    )
