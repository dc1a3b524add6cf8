"""The readiness report of a place on a day, out of the register, as far as a format needs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.named_areas import Scope, scope
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.unseen import refuse_persons
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.office import LETTERHEAD, UNSET, Office, office_of
from kkmp_cli.model.own_field import PREFIX, OwnField
from kkmp_cli.model.run import AsKnown
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key
from kkmp_cli.register import heads
from kkmp_cli.register.national_counts import kota_counts
from kkmp_cli.register.newest_words import newest_words
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import others
from kkmp_cli.reports import build, has_more, last_word, summarise, summary
from kkmp_cli.reports.kelurahan_states import MOST_KOTA
from kkmp_cli.reports.own_figures import GROUPING
from kkmp_cli.reports.report import Report, Summary


class ReportRequest(NamedTuple):
    """What is reported: where, on which day, since when, and as the register knew it when.

    `overview`: a line per kota does where no place is named. `detailed`: with all names; None only
    where there is more to tell than numbers. `by`: the own field to group by. `matrix`: a line for
    each cooperative, which is not made of many kota at once. `letterhead`: the office is asked for
    too, with the settings `elsewhere` beside those of the register; None: those of this computer.
    """

    kota: Sequence[str] | str | None
    kecamatan: str | None
    day: date
    year: int
    since: date | None = None
    known_at: AsKnown | None = None
    personal: bool = False
    overview: bool = False
    detailed: bool | None = None
    by: str | None = None
    matrix: bool = False
    letterhead: bool = False
    elsewhere: Mapping[str, str] | None = None


class Readiness(NamedTuple):
    """A report, the names of the kota that were asked for and are not in the register, the head of
    the history that it tells, what the places that were asked for come to, and the office with
    those of its settings that the register does not keep.
    """

    report: Report | Summary
    missing: Sequence[str] = ()
    head: str = ""
    where: Scope = Scope()
    office: Office = UNSET
    elsewhere: Mapping[str, str] = MappingProxyType({})


def readiness(session: Session, request: ReportRequest) -> Readiness:
    """The report, or a line per kota. Raises Refused for a place that is not found."""
    with session.reading() as register:
        refuse_persons(register, request.personal)
        where = scope(register, request.kota, request.kecamatan)
        done = _readiness(register, where, request)
        head = heads.printed(register, request.known_at)
        done = done._replace(head=head, where=where)
        return _with_office(register, done, request) if request.letterhead else done


def _with_office(register: Reader, done: Readiness, request: ReportRequest) -> Readiness:
    """The same with the office as it is set, of what the register keeps as it was known then."""
    kept = register.settings(request.known_at)
    elsewhere = _elsewhere(kept) if request.elsewhere is None else request.elsewhere
    office = office_of(lambda key: elsewhere.get(key) or kept.get(key, ""))
    return done._replace(office=office, elsewhere=elsewhere)


def _elsewhere(kept: Mapping[str, str]) -> dict[str, str]:
    """What the letterhead takes from this computer."""
    chosen = settings.all_chosen(lambda: kept)
    ours = {key: chosen[key] for key in LETTERHEAD}
    return {
        key: one.value
        for key, one in ours.items()
        if one.value and one.source in (settings.ENVIRONMENT, settings.FILE)
    }


def _readiness(register: Reader, where: Scope, request: ReportRequest) -> Readiness:
    summed = request.overview and where.prefixes is None and request.since is None
    if summed and request.known_at is None:
        return Readiness(_lines(register, request))
    if request.matrix:
        _check_number(where, register.registered_kota())
    report, missing = _report(register, where, request)
    if last_word.is_told(report):
        report = last_word.with_words(report, _words(register, request))
    return Readiness(summarise(report) if summed else report, missing)


def _lines(register: Reader, request: ReportRequest) -> Summary:
    """A line per kota, from the tables."""
    counts = kota_counts(register, request.day.isoformat(), request.year)
    lines = summary(counts, request.day, request.year, others(register).targets)
    if not last_word.is_told(lines):
        return lines
    return last_word.with_words_in_lines(lines, _words(register, request))


def _words(register: Reader, request: ReportRequest) -> Mapping[str, str]:
    """Until which day word has come of each kota."""
    return newest_words(register, request.day.isoformat(), request.known_at)


def _check_number(where: Scope, registered: Sequence[tuple[str, str]]) -> None:
    """Raises Refused for a matrix of more kota than anybody looks through."""
    kota = [*dict(where.kota or registered)]
    if len(kota) > MOST_KOTA:
        message = f"Matriks dibuat untuk paling banyak {MOST_KOTA} kota; ini {len(kota)}."
        one = Command("report", "--matriks", "--kota", kota[0])
        raise Refused(message, Advice("Satu kota: {}.", one))


def _report(register: Reader, where: Scope, request: ReportRequest) -> tuple[Report, list[str]]:
    prefixes = where.prefixes
    if not prefixes and request.known_at is None:
        prefixes = [code for code, _ in register.registered_kota()]
    snapshot = _snapshot(register, prefixes, request)
    if where.kecamatan:
        snapshot = snapshot.of_kecamatan(where.kecamatan)
    kota = [*dict(where.kota)] or None
    return _built(snapshot, request, kota), _missing(where, snapshot)


def _built(snapshot: Snapshot, request: ReportRequest, kota: Sequence[str] | None) -> Report:
    by = _grouping(snapshot.vocabulary, request.by) if request.by else None
    report = build(snapshot, request.day, request.year, request.since, kota, by)
    return _with_names(report, snapshot, request.detailed)


def _grouping(vocabulary: Vocabulary, key: str) -> OwnField:
    """The own field of a key or label. Raises BadUsage where there is none to group by."""
    able = [own for own in vocabulary.own if own.kind in GROUPING and not own.retired]
    name = match_key(key)
    for own in able:
        if name in map(match_key, (own.key, own.key.removeprefix(PREFIX), own.label)):
            return own
    raise _not_to_group_by(able, key)


def _not_to_group_by(able: Sequence[OwnField], key: str) -> BadUsage:
    if able:
        known = ", ".join(f"{own.key} ({own.label})" for own in able)
        message = f"Laporan tidak dapat dikelompokkan menurut `{short(key)}`."
        return BadUsage(message, f"Yang dapat: {known}.")
    add = Command("field", "add", "--paket", "lahan")
    remedy: str = Advice("Buat dulu bidangnya, misalnya {}.", add)
    return BadUsage("Register ini belum punya bidang untuk --menurut.", remedy)


def _snapshot(register: Reader, prefixes: Sequence[str] | None, request: ReportRequest) -> Snapshot:
    day = request.day.isoformat()
    since = min(request.day, request.since or request.day).isoformat()
    return register.snapshot(prefixes, request.known_at, request.personal, day, since)


def _missing(where: Scope, snapshot: Snapshot) -> list[str]:
    registered = {cooperative.area.kota_code for cooperative in snapshot.cooperatives}
    return [name for code, name in where.kota if code not in registered]


def _with_names(report: Report, snapshot: Snapshot, detailed: bool | None) -> Report:
    if not (has_more(report, snapshot) if detailed is None else detailed):
        return report
    from kkmp_cli.reports.details import complete

    return complete(report, snapshot)
