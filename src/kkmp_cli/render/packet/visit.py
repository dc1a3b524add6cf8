"""One cooperative → a page to take along on a visit, as a document: what is known, what to ask,
room to write.

Never enters: a format; personal data that was not asked for.
"""

from __future__ import annotations

from datetime import date, datetime

from kkmp_cli.milestones import MILESTONES, SUDAH, UNKNOWN, field_code, label_of, newest_book_year
from kkmp_cli.model import vocabulary
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render import objects, words
from kkmp_cli.render.document import IF_ANY, Column, Document, Part, Row, Section, Table
from kkmp_cli.render.screens.show import Record, told
from kkmp_cli.settings import JAKARTA

TITLE = "Lembar kunjungan"
SIGNATURES = ("Petugas", "Pengurus koperasi")
_LATEST, _BLANK = 3, 5


def document(record: Record, printed_at: datetime) -> Document:
    """The page of one cooperative, on the day of printing."""
    known, area = record.cooperative, record.cooperative.area
    moment = printed_at.astimezone(JAKARTA)
    today = moment.date()
    where = f"Kelurahan {area.kelurahan}, Kecamatan {area.kecamatan}, {area.kota}"
    sections = (
        _milestones(known, today),
        _questions(known, today),
        _follow_ups(record, today),
        _trainings(record),
        _history(record),
        Section("catatan", "Catatan kunjungan", blank=_BLANK),
    )
    day = f"Keadaan per {dates.show(today)}"
    end = f"{day} · dicetak {dates.show(today)} pukul {moment:%H.%M} WIB · {area.kode}"
    return Document(
        TITLE,
        known.name,
        day,
        (Part(area.kode, known.name, (where, _profile(record)), sections),),
        end,
        SIGNATURES,
        compact=True,
    )


def _codes(known: Cooperative, today: date) -> list[str]:
    year = newest_book_year(today)
    years = objects.book_years([known], year)
    return [field_code(m, each) for m in MILESTONES for each in (years if m.yearly else [0])]


def _milestones(known: Cooperative, today: date) -> Section:
    columns = (
        Column("milestone", "Milestone"),
        Column("keadaan", "Keadaan"),
        Column("nomor", "Nomor", paper=IF_ANY),
        Column("kendala", "Kendala", paper=IF_ANY),
        Column("rencana", "Rencana", paper=IF_ANY),
        Column("per", "Keadaan per", "day"),
    )
    rows = []
    for code in _codes(known, today):
        held = known.values
        number = " ".join(filter(None, (held.get(f"{code}_bank"), held.get(f"{code}_nomor"))))
        stops, plan = held.get(f"{code}_kendala"), held.get(f"{code}_rencana")
        rows.append(
            (
                label_of(code),
                words.state(held.get(code)),
                number or None,
                words.obstacle(stops) if stops else None,
                dates.show(plan) if plan else None,
                known.pers.get(code),
            )
        )
    return Section(
        "milestone_kkmp",
        "Milestone",
        tables=(Table("milestone", "Milestone", columns, tuple(rows)),),
    )


def _questions(known: Cooperative, today: date) -> Section:
    """What nobody has stated yet, and what is not there."""
    day = today.isoformat()
    states = {code: known.state(code, day) for code in _codes(known, today)}
    open_ = [label_of(code) for code, state in states.items() if state not in (SUDAH, UNKNOWN)]
    unknown = [label_of(code) for code, state in states.items() if state == UNKNOWN]
    lead = []
    if open_:
        lead.append(f"Belum ada: {', '.join(open_)}. Apa kendalanya, kapan rencananya?")
    if unknown:
        lead.append(f"Belum ada data: {', '.join(unknown)}. Mintalah keterangan dan bukti.")
    return Section("tanya", "Yang ditanyakan", tuple(lead))


def _follow_ups(record: Record, today: date) -> Section:
    columns = (
        Column("uraian", "Yang dikerjakan"),
        Column("siapa", "Penanggung jawab"),
        Column("batas", "Batas", "day"),
        Column("sisa", "Sisa waktu"),
        Column("hasil", "Hasil", paper=IF_ANY),
    )
    rows: list[Row] = []
    for item in sorted(
        record.followups, key=lambda item: (item.selesai is not None, item.batas, item.id)
    ):
        rows.append(
            (item.uraian, item.penanggung_jawab, item.batas, item.remaining(today), item.hasil)
        )
    return Section(
        "tindak_lanjut",
        "Tindak lanjut",
        tables=(Table("tindak_lanjut", "Tindak lanjut", columns, tuple(rows)),),
    )


def _profile(record: Record) -> str:
    held = record.cooperative.values
    said = []
    for field in (*vocabulary.PROFILE_FIELDS, vocabulary.NOTE_FIELD):
        value = held.get(field.name) or vocabulary.DEFAULTS.get(field.name)
        if value and field.name != "nama" and (record.personal or not field.personal):
            said.append(f"{vocabulary.label_of(field.name)}: {words.canonical(field.name, value)}")
    return " · ".join(said)


def _trainings(record: Record) -> Section:
    lead = []
    for training in record.trainings:
        people = [
            who.people for who in training.hadir if who.cooperative_id == record.cooperative.id
        ]
        counted = [count for count in people if count is not None]
        came = f"{numbers.show(sum(counted))} orang" if counted else "hadir, jumlah tidak diketahui"
        lead.append(f"{training.judul}, {dates.show(training.mulai)}: {came}.")
    return Section("pelatihan", "Pelatihan", tuple(lead) or ("Belum tercatat ikut pelatihan.",))


def _history(record: Record) -> Section:
    rows = []
    for run in record.history:
        day = run.time.astimezone(JAKARTA).date().isoformat()
        events = [change for change in run.events if run.in_force and change.field != "nama"]
        rows += [(day, told(run, change, record.effects)) for change in events]
    columns = (Column("tanggal", "Dicatat", "day"), Column("apa", "Perubahan"))
    table = Table("riwayat", "Perubahan terakhir", columns, tuple(rows[:_LATEST]))
    return Section("riwayat", "Perubahan terakhir", tables=(table,))
