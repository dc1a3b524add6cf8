"""One cooperative → a document: all that is known of it, or a page to take along on a visit, with
what to ask and room to write.

Never enters: a format; personal data that was not asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.milestones import MILESTONES, SUDAH, UNKNOWN, field_code, newest_book_year
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.own_field import TAHAP, OwnField
from kkmp_cli.model.run import RecordedEvent, Run
from kkmp_cli.model.training import Training
from kkmp_cli.model.vocabulary import DEFAULTS, NOTE_FIELD, PROFILE_FIELDS, Vocabulary
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render import objects, words
from kkmp_cli.render.document import (
    IF_ANY,
    Column,
    Document,
    Group,
    Part,
    Row,
    Section,
    Signature,
    Table,
)
from kkmp_cli.render.packet import history, office_fields, printed
from kkmp_cli.render.packet.table_cells import day, table
from kkmp_cli.render.words import DECISION, JOINT, NO_DATA, old_new
from kkmp_cli.render.words.recorded_changes import told
from kkmp_cli.settings import JAKARTA

_SIGNATURES = (Signature("Petugas"), Signature("Pengurus koperasi"))
_PAGE, _LATEST, _BLANK = 10, 3, 5
_MILESTONES = (
    Column("milestone", "Tahap"),
    Column("keadaan", "Keadaan"),
    Column("nomor", "Nomor", paper=IF_ANY),
    day("mulai", "Mulai", IF_ANY),
    Column("kendala", "Kendala", paper=IF_ANY),
    day("rencana", "Rencana", IF_ANY),
    day("per", "Keadaan per"),
)
_VALUES = (Column("bidang", "Bidang"), Column("nilai", "Isi"), day("per", "Keadaan per"))
_FOLLOW_UPS = (
    Column("uraian", "Yang dikerjakan"),
    Column("penanggung_jawab", "Penanggung jawab"),
    day("batas", "Batas"),
    Column("sisa", "Sisa waktu"),
    Column("semula", "Semula", paper=IF_ANY),
    Column("hasil", "Hasil", paper=IF_ANY),
    Column("keputusan", "Keputusan", paper=IF_ANY),
)


class Record(NamedTuple):
    """All of one cooperative as it was on a day, in the words of its register; `history` is newest
    first and holds its changes only, `effects` are what its older statements did.
    """

    vocabulary: Vocabulary
    cooperative: Cooperative
    day: date
    trainings: tuple[Training, ...]
    followups: tuple[FollowUp, ...]
    history: tuple[Run, ...]
    personal: bool = False
    head: str = ""
    effects: old_new.Effects = MappingProxyType({})


def newest_runs(history: Iterable[Run]) -> Iterator[Run]:
    """The runs that `page` tells of."""
    return islice(history, _PAGE)


def latest_runs(history: Iterable[Run]) -> Iterator[Run]:
    """The runs of which `visit` tells the latest changes."""
    telling = (run for run in history if any(_told_latest(run, one) for one in run.events))
    return islice(telling, _LATEST)


def _told_latest(run: Run, change: RecordedEvent) -> bool:
    return run.in_force and change.field != "nama"


def page(record: Record, printed_at: datetime) -> Document:
    """All that is known, with the history at hand."""
    today = record.day
    sections = (
        _milestones(record, today),
        *_office_fields(record),
        _trainings(record),
        _follow_ups(record, today),
        _history(record),
    )
    name, area = record.cooperative.name, record.cooperative.area
    return _document(name, area.kode, record, printed_at, sections)._replace(end="")


def visit(record: Record, printed_at: datetime) -> Document:
    """One page for a visit."""
    today = record.day
    sections = (
        _milestones(record, today),
        *_office_fields(record),
        _questions(record, today),
        _follow_ups(record, today),
        _trainings(record),
        _latest(record),
        Section("catatan", "Catatan kunjungan", blank=_BLANK),
    )
    name = record.cooperative.name
    made = _document("Lembar kunjungan", name, record, printed_at, sections)
    return made._replace(signatures=_SIGNATURES, compact=True)


def _document(
    title: str, name: str, record: Record, printed_at: datetime, sections: tuple[Section, ...]
) -> Document:
    area = record.cooperative.area
    today = f"Keadaan per {dates.show(record.day)}"
    where = f"Kelurahan {area.kelurahan}, Kecamatan {area.kecamatan}, {area.kota}"
    part = Part(area.kode, name, (where, _profile(record)), sections)
    end = JOINT.join((today, printed(printed_at), area.kode, *history(record.head)))
    return Document(title, name, today, (part,), end)


def _profile(record: Record) -> str:
    values = record.cooperative.values
    facts = []
    for one in (*PROFILE_FIELDS, NOTE_FIELD):
        value = values.get(one.name) or DEFAULTS.get(one.name)
        if value and one.name != "nama" and (record.personal or not one.personal):
            facts.append(f"{one.title}: {words.canonical(one, value)}")
    return JOINT.join(facts)


def _codes(one: Cooperative, today: date) -> list[str]:
    years = objects.book_years([one], newest_book_year(today))
    return [field_code(m, each) for m in MILESTONES for each in (years if m.yearly else [0])]


def _milestones(record: Record, today: date) -> Section:
    rows = tuple(_milestone(record, code) for code in _codes(record.cooperative, today))
    return Section(
        "milestone_kkmp", "Tahap", tables=(Table("milestone", "Tahap", _MILESTONES, rows),)
    )


def _milestone(record: Record, code: str) -> Row:
    one, field = record.cooperative, record.vocabulary.field
    values = one.values
    number = " ".join(filter(None, (values.get(f"{code}_bank"), values.get(f"{code}_nomor"))))
    stops = values.get(f"{code}_kendala")
    return (
        field(code).title,
        words.state(values.get(code)),
        number or None,
        values.get(f"{code}_mulai"),
        words.canonical(field(f"{code}_kendala"), stops) if stops else None,
        values.get(f"{code}_rencana"),
        one.pers.get(code),
    )


def _asked(record: Record) -> list[OwnField]:
    """The fields of the office that are offered, and those that this one has a value of."""
    values = record.cooperative.values
    return [own for own in record.vocabulary.own if not own.retired or own.key in values]


def _office_fields(record: Record) -> Iterator[Section]:
    """What the office asks beside what every register holds; nothing where it asks nothing. Values
    that nobody has stated are named in one line.
    """
    asked = _asked(record)
    if not asked:
        return
    stages = tuple(_milestone(record, own.key) for own in asked if own.kind == TAHAP)
    plain = [own for own in asked if own.kind != TAHAP]
    values = tuple(_value(record, own.key) for own in plain if _is_stated(record, own))
    made = (
        Table("tambahan_tahap", office_fields.STAGES, _MILESTONES, stages),
        Table("tambahan", "Isian tambahan", _VALUES, values),
    )
    yield Section("tambahan", office_fields.TITLE, _silent(record, plain), made)


def _is_stated(record: Record, own: OwnField) -> bool:
    return own.key in record.cooperative.values


def _silent(record: Record, plain: Iterable[OwnField]) -> tuple[str, ...]:
    names = ", ".join(own.label for own in plain if not _is_stated(record, own))
    return (f"{NO_DATA.capitalize()}: {names}.",) if names else ()


def _value(record: Record, name: str) -> Row:
    field, one = record.vocabulary.field(name), record.cooperative
    return (field.title, words.canonical(field, one.values[name]), one.pers.get(name))


def _questions(record: Record, today: date) -> Section:
    """What nobody has stated yet, and what is not there."""
    states = _states(record, today)
    missing = [label for label, state in states.items() if state not in (SUDAH, UNKNOWN)]
    unknown = [label for label, state in states.items() if state == UNKNOWN]
    lead = []
    if missing:
        lead.append(f"Belum ada: {', '.join(missing)}. Apa kendalanya, kapan rencananya?")
    if unknown:
        lead.append(f"{NO_DATA.capitalize()}: {', '.join(unknown)}. Mintalah keterangan dan bukti.")
    return Section("tanya", "Yang ditanyakan", tuple(lead))


def _states(record: Record, today: date) -> dict[str, str]:
    """The state of each milestone and field that is asked; of a value, whether it is known."""
    one, label_of = record.cooperative, record.vocabulary.label_of
    states = {label_of(code): one.state(code, today.isoformat()) for code in _codes(one, today)}
    for own in _asked(record):
        known = SUDAH if own.key in one.values else UNKNOWN
        state = one.state(own.key, today.isoformat())
        states[own.label] = state if own.kind == TAHAP else known
    return states


def _follow_ups(record: Record, today: date) -> Section:
    items = sorted(record.followups, key=lambda one: (one.selesai is not None, one.batas, one.id))
    title = "Tindak lanjut"
    made = table(
        "tindak_lanjut",
        title,
        _FOLLOW_UPS,
        items,
        sisa=lambda one: one.remaining(today),
        semula=lambda one: ", ".join(map(dates.show, one.batas_lama)) or None,
        keputusan=lambda one: DECISION if one.asks_decision and not one.selesai else None,
    )
    return Section("tindak_lanjut", title, tables=(made,))


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


def _latest(record: Record) -> Section:
    rows = [
        (
            run.time.astimezone(JAKARTA).date().isoformat(),
            told(run, change._replace(file=None), record.effects, record.vocabulary),
        )
        for run in record.history
        for change in run.events
        if _told_latest(run, change)
    ]
    columns = (day("tanggal", "Dicatat"), Column("apa", "Perubahan"))
    title = "Perubahan terakhir"
    return Section(
        "riwayat", title, tables=(Table("riwayat", title, columns, tuple(rows[:_LATEST])),)
    )


def _history(record: Record) -> Section:
    groups = tuple(group for run in record.history for group in _of_run(run, record))
    made = Table("riwayat", "Riwayat", (), (), groups=groups, data=False)
    return Section("riwayat", "Riwayat", () if groups else ("Belum ada.",), (made,))


def _of_run(run: Run, record: Record) -> Iterator[Group]:
    moment = run.time.astimezone(JAKARTA)
    mark = "" if run.in_force else " (dibatalkan)"
    when = f"{dates.show(moment.date())} {moment:%H.%M}"
    lines = [told(run, change, record.effects, record.vocabulary) for change in run.events]
    lines += [f"Alasan: {run.reason}"] if run.reason else []
    for line in lines or [""]:
        yield Group("", (line,), f"{run.id}. {when}, {run.officer}: {run.command}{mark}")
