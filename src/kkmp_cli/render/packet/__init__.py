"""A report → the packet for the meeting, as a document that every format writes: which sections, in
which order. Never enters: a format, a sum.

The first page answers alone. Behind it what changed leads; then what stands and what is due; then
who is behind, by name; then what helps; then the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.model.office import UNSET
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.register.heads import PRINTED
from kkmp_cli.render.document import Document, Part, Section
from kkmp_cli.render.packet import (
    annual_meeting,
    due_dates,
    field_changes,
    first_page,
    kota_overview,
    letterhead,
    milestone_changes,
    milestone_summary,
    not_operating,
    per_kecamatan,
    published_figures,
    reported_numbers,
    training_reach,
)
from kkmp_cli.render.packet.letterhead import with_letterhead
from kkmp_cli.render.words import JOINT, narrative, sentences
from kkmp_cli.reports.report import KotaReport, Report, Summary
from kkmp_cli.settings import JAKARTA

if TYPE_CHECKING:
    from kkmp_cli.reports.kota_details import KotaDetails

TOTAL = "total"
"""The part that adds all kota together."""
TITLE = "Laporan kesiapan KKMP"
_NOBODY = Part("", "", (sentences.NOBODY,), ())


class Provenance(NamedTuple):
    """Which history a packet tells: its head, and as known when, where that was asked for."""

    head: str = ""
    known_at: date | None = None


NOW = Provenance()


def document(
    value: Report, printed_at: datetime, detail: bool = False, provenance: Provenance = NOW
) -> Document:
    """The whole packet; what stands behind the counts of a kota as far as the report has its
    `rincian`. `detail` opens each number to names.
    """
    parts = tuple(part_of(value, kota, detail) for kota in value.kota) or (_NOBODY,)
    if len(parts) > 1:
        parts = (*parts, _all_kota(value))
    place = parts[0].name if len(parts) == 1 else f"{len(value.kota)} kota/kabupaten"
    return _document(place, parts, value, printed_at, provenance)


def overview(value: Summary, printed_at: datetime, provenance: Provenance = NOW) -> Document:
    """A line per kota and the total, without names."""
    part = kota_overview.overview_part(value)
    return _document(part.name, (part,), value, printed_at, provenance)


def only_matrix(document: Document) -> Document:
    """The document with nothing but the matrix of each kota."""
    parts = (part._replace(sections=_matrices(part)) for part in document.parts)
    kept = tuple(part for part in parts if part.sections or part.key != TOTAL)
    return document._replace(parts=kept, signatures=(), letterhead=None, compact=True)


def first_pages(document: Document) -> Document:
    """The document with nothing but what answers alone, of each kota."""
    parts = tuple(part._replace(sections=part.sections[:1]) for part in document.parts)
    return document._replace(parts=parts, signatures=(), letterhead=None)


def _matrices(part: Part) -> tuple[Section, ...]:
    return tuple(one._replace(brief=True) for one in part.sections if one.matrix)


def _document(
    place: str,
    parts: tuple[Part, ...],
    value: Report | Summary,
    printed_at: datetime,
    provenance: Provenance,
) -> Document:
    day = f"Keadaan per {dates.show(value.per)}"
    until = provenance.known_at
    as_known = [f"seperti tercatat sampai {dates.show(until)}"] if until else []
    number = f"{numbers.show(value.total.kkmp)} KKMP"
    end = [day, *as_known, printed(printed_at), number, *history(provenance.head)]
    signed = letterhead.signatures(UNSET, printed_at)
    return Document(TITLE, place, day, parts, JOINT.join(end), signed)


def printed(at: datetime) -> str:
    """When something was printed, in Jakarta."""
    moment = at.astimezone(JAKARTA)
    return f"dicetak {dates.show(moment.date())} pukul {moment:%H.%M} WIB"


def history(head: str) -> list[str]:
    """By what `kkmp check --kepala` knows the history that a packet tells."""
    return [f"{PRINTED} {head}"] if head else []


def part_of(value: Report, kota: KotaReport, detail: bool) -> Part:
    """One kota (or kecamatan) with all its sections, also those with nothing to say."""
    name = _name_of(kota)
    if not kota.kkmp and not kota.tidak_aktif:
        return Part(kota.kode, name, (sentences.NOT_HERE,), ())
    facts, told = JOINT.join(_facts(kota)), narrative.of_kota(value, kota, name)
    return Part(kota.kode, name, (facts,), tuple(_sections(value, kota, detail)), told)


def _facts(kota: KotaReport) -> Iterator[str]:
    """What a kota comes to, in a line."""
    yield f"{numbers.show(kota.kkmp)} KKMP di {numbers.show(kota.kelurahan)} kelurahan"
    if len(kota.kecamatan) > 1:
        yield f"{len(kota.kecamatan)} kecamatan"
    if kota.tidak_aktif:
        yield f"{numbers.show(kota.tidak_aktif)} bubar atau digabung, di luar hitungan"
    if kota.kabar_terakhir is not None:
        yield sentences.last_word(kota.kabar_terakhir)


def _name_of(kota: KotaReport) -> str:
    if kota.satu_kecamatan and kota.kecamatan:
        return f"Kecamatan {kota.kecamatan[0].nama}, {kota.nama}"
    return kota.nama


def _sections(value: Report, kota: KotaReport, detail: bool) -> Iterator[Section]:
    yield first_page.first_page(value, kota)
    yield from _matrix(value, kota)
    yield from _changes(value, kota)
    yield from _standing(value, kota)
    yield not_operating.not_operating(value, kota, detail)
    yield annual_meeting.rat(value, kota)
    yield due_dates.follow_ups(kota)
    yield from _asked_besides(value, kota)
    if kota.rincian:
        yield from _behind_the_counts(value, kota, kota.rincian, detail)
    else:
        yield training_reach.trainings(kota, None)
        yield published_figures.figures(value, kota)
    yield _small_print(kota)


def _small_print(kota: KotaReport) -> Section:
    """What nothing was recorded of, in one line, and what the words mean."""
    silent = [name for name, is_empty in _empty(kota) if is_empty]
    empty = (f"Belum ada yang tercatat: {', '.join(silent)}.",) if silent else ()
    words = (*empty, *sentences.DEFINITIONS, sentences.PRESS_WORDS)
    return Section("arti", "Catatan", notes=words, small=True)


def _empty(kota: KotaReport) -> Iterator[tuple[str, bool]]:
    """What a kota can have beside its milestones, and whether it has nothing of it."""
    more = kota.rincian
    yield "tindak lanjut", not kota.tindak_lanjut
    yield "pelatihan", not (kota.pelatihan.kegiatan or kota.pelatihan.kkmp_terjangkau)
    yield "kendala", not (more and more.terkendala)
    yield "rencana", not (more and more.rencana)
    yield "mitra", not (more and more.mitra)


def _matrix(value: Report, kota: KotaReport) -> Iterator[Section]:
    if kota.rincian and kota.rincian.matriks:
        from kkmp_cli.render.packet.matrix import matrix

        yield matrix(value, kota, kota.rincian)


def _standing(value: Report, kota: KotaReport) -> Iterator[Section]:
    """How far each tahap is, by when it is wanted, and in which kecamatan most is open."""
    yield milestone_summary.summary(value, kota)
    yield due_dates.targets(value, kota)
    yield per_kecamatan.per_kecamatan(value, kota)
    if kota.menurut:
        yield per_kecamatan.per_group(value, kota, kota.menurut)


def _own_fields(value: Report, kota: KotaReport) -> Iterator[Section]:
    if kota.tambahan:
        from kkmp_cli.render.packet.office_fields import office_fields

        yield from office_fields(value, kota)


def _changes(value: Report, kota: KotaReport) -> Iterator[Section]:
    if value.sejak is not None:
        yield milestone_changes.changes(value, kota)


def _asked_besides(value: Report, kota: KotaReport) -> Iterator[Section]:
    """What the office asks beside the milestones, and which of all that changed."""
    yield from reported_numbers.reported_numbers(kota, value.vocabulary)
    yield from _own_fields(value, kota)
    if kota.data_berubah:
        yield field_changes.fields(value, kota)


def _behind_the_counts(
    value: Report, kota: KotaReport, more: KotaDetails, detail: bool
) -> Iterator[Section]:
    """Kendala, plans, trainings, who can be helped, published figures, trend, names."""
    from kkmp_cli.render.packet import kendala_and_plans, monthly_trend, names, support_lists

    yield kendala_and_plans.obstacles(value, more)
    yield kendala_and_plans.plans(value, more)
    yield training_reach.trainings(kota, more)
    yield support_lists.loans(more)
    yield support_lists.learning(more)
    yield support_lists.partners(kota, more)
    yield published_figures.figures(value, kota)
    yield monthly_trend.trend(value, more)
    if detail:
        yield names.behind_every_number(value, kota, more)
    if more.kontak:
        yield names.contacts(more)


def _all_kota(value: Report) -> Part:
    total = value.total
    facts = f"{numbers.show(total.kkmp)} KKMP di {numbers.show(total.kelurahan)} kelurahan"
    title = "Jumlah semua kota/kabupaten di atas"
    section = milestone_summary.counts("total", title, total.milestone, value)
    section = section._replace(lead=_numbers_of_all(value))
    name = f"Semua {len(value.kota)} kota/kabupaten di atas"
    return Part(TOTAL, name, (facts,), (section,), narrative.of_all(value))


def _numbers_of_all(value: Report) -> tuple[str, ...]:
    total = value.total
    own: tuple[str, ...] = ()
    if total.tambahan:
        from kkmp_cli.render.packet import office_fields

        own = office_fields.sentences(total.tambahan)
    return (*reported_numbers.sentences(total.angka, value.vocabulary), *own)


__all__ = ["document", "history", "overview", "part_of", "printed", "with_letterhead"]
