"""Who, by name: those that do not operate, RAT held and not held, and the names behind every
number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kkmp_cli.milestones import BELUM, STATES, UNKNOWN
from kkmp_cli.parsing import numbers
from kkmp_cli.render import report_words
from kkmp_cli.render.document import IF_ANY, NEVER, Column, Group, Row, Section, Table, group_by
from kkmp_cli.render.packet.standing import in_order
from kkmp_cli.render.packet.table_cells import PLACE, by_kecamatan, headed, place
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.counting import NOT_OWED
from kkmp_cli.reports.details import KotaDetails
from kkmp_cli.reports.report import NotOperating, Place, WithoutRat

NOTHING_SAID = "kendala dan rencana belum dicatat"


def listed(key: str, title: str, items: Sequence[Place], of: int) -> Table:
    """Names in their kecamatan; where it is everybody, that in words instead of their names."""
    groups = by_kecamatan(items)
    if items and len(items) == of:
        groups = (Group("", (f"semua {numbers.show(of)} KKMP",)),)
    heading = f"{title}: {numbers.show(len(items))}"
    return Table(key, heading, PLACE, tuple(map(place, items)), groups=groups, paper=bool(items))


def not_operating(value: Report, kota: KotaReport) -> Section:
    """Those stated not to run a usaha, with what is missing, what stops them and when they mean to
    open.
    """
    items = kota.belum_beroperasi
    columns = (
        *PLACE,
        Column("keadaan", "Keadaan"),
        Column("berikutnya", "Langkah berikutnya"),
        Column("kurang", "Kurang", paper=NEVER),
        Column("belum_diketahui", "Belum ada data", paper=NEVER),
        Column("kendala", "Kendala", paper=IF_ANY),
        Column("rencana", "Rencana buka", paper=IF_ANY),
    )
    silent = [item for item in items if not item.kendala and not item.rencana]
    lead: tuple[str, ...] = ()
    if silent:
        who = (
            "semuanya" if len(silent) == len(items) else f"{numbers.show(len(silent))} di antaranya"
        )
        lead = (f"Untuk {who} {NOTHING_SAID}.",)
    plain = all(item.keadaan == BELUM and item.berikutnya == "usaha" for item in silent) and len(
        silent
    ) == len(items)
    rows = tuple(_not_operating(item, value.per) for item in items)
    title = f"Belum beroperasi: {numbers.show(len(items))} KKMP"
    table = Table(
        "belum_beroperasi", title, columns, rows, groups=by_kecamatan(items) if plain else ()
    )
    unknown = listed(
        "usaha_tidak_diketahui",
        f"Beroperasi atau belum, {report_words.NO_DATA}",
        kota.usaha_tidak_diketahui,
        kota.kkmp,
    )
    heading = title if items else "Beroperasi atau belum"
    return Section("belum_beroperasi", heading, lead if items else (), (table, unknown))


def _not_operating(item: NotOperating, per: str) -> Row:
    stops = "; ".join(
        report_words.obstacle(one.milestone, one.kategori, one.catatan, one.sejak)
        for one in item.kendala
    )
    return (
        *place(item),
        report_words.state_of(item),
        report_words.step(item.berikutnya),
        ", ".join(map(report_words.step, item.kurang)),
        ", ".join(map(report_words.step, item.belum_diketahui)),
        stops.removeprefix("kendala ") or None,
        report_words.plan(item.rencana, per) if item.rencana else None,
    )


def rat(value: Report, kota: KotaReport) -> Section:
    """RAT held and not held, by name; marked are those that do not operate either. Then arrears."""
    held = kota.milestone["rat"]
    batas, left = getattr(held, "batas", None), getattr(held, "sisa_hari", None)
    lead = [
        report_words.standing(held)
        + (f" · batas {report_words.remaining(batas, left)}" if batas and left is not None else "")
    ]
    both = sum(item.beroperasi is False for item in kota.belum_rat)
    if both:
        lead.append(f"{numbers.show(both)} di antara yang belum (*) juga belum beroperasi.")
    tables = (
        listed("sudah_rat", "Sudah RAT", kota.sudah_rat, held.asked),
        _without(kota.belum_rat, value.per),
        listed(
            "rat_tidak_diketahui",
            f"RAT {report_words.NO_DATA}",
            kota.rat_tidak_diketahui,
            held.asked,
        ),
        _arrears(kota),
    )
    return Section("rat", report_words.short_label("rat", value.tahun_buku), tuple(lead), tables)


def _without(items: Sequence[WithoutRat], per: str) -> Table:
    columns = (
        *PLACE,
        Column("keadaan", "Keadaan"),
        Column("beroperasi", "Beroperasi"),
        Column("rencana", "Rencana"),
    )
    operating = {True: "ya", False: "belum", None: report_words.NO_DATA}
    rows = tuple(
        (
            *place(item),
            report_words.STATE_WORDS[item.keadaan],
            operating[item.beroperasi],
            report_words.plan(item.rencana, per) if item.rencana else None,
        )
        for item in items
    )
    groups = group_by((item.kode[:8], item.kecamatan, _marked(item, per)) for item in items)
    return Table(
        "belum_rat", f"Belum RAT: {numbers.show(len(items))}", columns, rows, groups=groups
    )


def _marked(item: WithoutRat, per: str) -> str:
    said = [] if item.keadaan == BELUM else [report_words.STATE_WORDS[item.keadaan]]
    if item.rencana:
        said.append(f"rencana {report_words.plan(item.rencana, per)}")
    return (
        item.kelurahan
        + "*" * (item.beroperasi is False)
        + (f" ({', '.join(said)})" if said else "")
    )


def _arrears(kota: KotaReport) -> Table:
    columns = (Column("tahun_buku", "Tahun buku"), *PLACE, Column("keadaan", "Keadaan"))
    rows = tuple(
        (str(one.tahun_buku), *place(one), report_words.STATE_WORDS[one.keadaan])
        for one in kota.tunggakan_rat
    )
    groups: list[Group] = []
    for year in dict.fromkeys(one.tahun_buku for one in kota.tunggakan_rat):
        mine = [one for one in kota.tunggakan_rat if one.tahun_buku == year]
        for label, those in (
            ("belum", [one for one in mine if one.keadaan != UNKNOWN]),
            (report_words.NO_DATA, [one for one in mine if one.keadaan == UNKNOWN]),
        ):
            if those:
                groups += headed(
                    f"Tahun buku {year}, {label}: {numbers.show(len(those))}", by_kecamatan(those)
                )
    title = f"Tunggakan RAT tahun buku sebelumnya: {numbers.show(len(rows))}"
    return Table("tunggakan_rat", title, columns, rows, groups=tuple(groups))


def behind_every_number(value: Report, kota: KotaReport, more: KotaDetails) -> Section:
    """For each milestone and each state that somebody is in: who."""
    columns = (Column("milestone", "Milestone"), Column("keadaan", "Keadaan"), *PLACE)
    rows: list[Row] = []
    tables = []
    for code in in_order(kota.milestone):
        label = report_words.short_label(code, value.tahun_buku)
        groups: list[Group] = []
        for state in (*STATES, NOT_OWED):
            those = more.nama[code][state]
            word = report_words.STATE_WORDS[state]
            rows += [(label, word, *place(one)) for one in those]
            groups += headed(f"{word}: {numbers.show(len(those))}", _unless_all(those, kota.kkmp))
        tables.append(Table(f"nama_{code}", label, columns, (), groups=tuple(groups), data=False))
    every = Table("nama", "Nama di balik setiap angka", columns, tuple(rows), paper=False)
    return Section("nama", "Nama di balik setiap angka", tables=(every, *tables))


def _unless_all(items: Sequence[Place], of: int) -> Iterable[Group]:
    if items and len(items) == of:
        return (Group("", (f"semua {numbers.show(of)} KKMP",)),)
    return by_kecamatan(items)


def contacts(more: KotaDetails) -> Section:
    """Whom to call at those that lag. Personal data, only there where it was asked for."""
    columns = (*PLACE, Column("ketua", "Ketua"), Column("telepon", "Telepon"))
    rows = tuple((*place(one), one.ketua, one.telepon) for one in more.kontak)
    note = "Data pribadi (UU 27/2022): hanya untuk keperluan pembinaan, jangan disebarkan."
    return Section(
        "kontak",
        "Kontak pengurus",
        tables=(Table("kontak", "Kontak", columns, rows),),
        notes=(note,),
    )
