"""Questions to the register, in plain SQL, by the standard library alone (the views serve other
tools).

Starts fast: neither SQLModel nor SQLAlchemy is loaded for a report. Hands out frozen values. Never
writes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from operator import itemgetter
from typing import Any

from kkmp_cli.model import projection
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import NUMBERS, Cooperative, Snapshot
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.own_field import NUMERIC
from kkmp_cli.model.run import AsKnown, Run
from kkmp_cli.model.vocabulary import PERSONAL, Vocabulary
from kkmp_cli.register import checkpoints, log, records, stored_projection
from kkmp_cli.register.asked_always import ALIASES, KOTA_NAMES
from kkmp_cli.register.batches import marks
from kkmp_cli.register.engine import Tell
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.field_history import known_fields
from kkmp_cli.register.known_marks import SEAL
from kkmp_cli.register.location import RESTORE, Damaged
from kkmp_cli.register.projection_rows import cooperative_of
from kkmp_cli.register.queries import Queries, below
from kkmp_cli.register.shared_names import ask_ahead, of_whole_kota, with_shared_names

_AREA = ", ".join(f"a.{name}" for name in Area._fields)
_REGISTERED = f"SELECT {_AREA} FROM cooperatives c JOIN areas a ON a.id = c.id"
_KODE = Area._fields.index("kode")
_KOTA = 5
"""The letters of the code of a kota."""
_TOGETHER = 5_000
"""So many areas become columns at once, and share the names of what they lie in."""


@contextmanager
def open_reader(location: str, tell: Tell = str) -> Iterator[Reader]:
    """The register for reading, all answers from one moment. Raises Unusable where it cannot be
    opened. `tell` hears of work that keeps somebody waiting.
    """
    engine = engine_of(location)
    with engine.reading(tell) as connection:
        yield Reader(connection, engine)


class Reader(Queries):
    """Answers about one register at one moment."""

    def areas(self, prefix: str | None = None) -> list[Area]:
        """The areas below a code (`31`, `31.71`, `31.71.02`), all without one; ordered by kode."""
        where, parameters = below([prefix] if prefix else None)
        cursor = self.connection.execute(
            f"SELECT {_AREA} FROM areas a WHERE {where} ORDER BY a.kode", parameters
        )
        one = dict[str, str]().setdefault
        listed: list[Area] = []
        while rows := cursor.fetchmany(_TOGETHER):
            listed += self._as_areas(rows, one)
        whole = prefix is None or len(prefix) <= _KOTA
        return of_whole_kota(listed) if whole else with_shared_names(self, listed)

    def _as_areas(self, rows: Sequence[Any], one: Callable[[str, str], str]) -> Iterator[Area]:
        """Rows by their columns; `one` gives the same text for every text that is equal."""
        key, kode, name, *above, since = zip(*rows, strict=True)
        if any({*map(type, texts)} != {str} for texts in (kode, name, *above)):
            raise Damaged(f"Register {self.engine} rusak.", RESTORE)
        shared = (map(one, names, names) for names in above)
        return map(Area._make, zip(key, kode, name, *shared, since, strict=True))

    def area(self, kode: str) -> Area | None:
        """The area that has this code today."""
        rows = self.rows(f"SELECT {_AREA} FROM areas a WHERE a.kode = ?", (kode,))
        return with_shared_names(self, [Area(*rows[0])])[0] if rows else None

    def _areas(self, rows: Iterable[Any]) -> list[Area]:
        areas = [Area(*row) for row in sorted(rows, key=itemgetter(_KODE))]
        return with_shared_names(self, areas)

    def areas_among(self, ids: Iterable[int]) -> list[Area]:
        """The areas of these ids, ordered by kode."""
        return self._areas(self.among(f"SELECT {_AREA} FROM areas a WHERE a.id IN {{}}", ids))

    @property
    def singly(self) -> int:
        """So many codes may be asked for one by one; who needs more asks for all areas."""
        return self.engine.singly

    def areas_like(self, keys: Collection[str], codes: Collection[str]) -> list[Area]:
        """The areas in whose names the letters of one of these keys follow one another, and those
        of these codes, not told apart; none at all where letters beyond ASCII may be alike.
        """
        if not keys or not all(key and key.isascii() for key in keys):
            return []
        patterns = ["%".join(("", *key, "")) for key in keys]
        rows = self.rows(self._like(len(patterns), len(codes)), [*patterns, *codes])
        areas = [*self._as_areas(rows, dict[str, str]().setdefault)] if rows else []
        return areas if all(area.kelurahan.isascii() for area in areas) else []

    def _like(self, patterns: int, codes: int) -> str:
        like = " OR ".join(["lower(a.kelurahan) LIKE ?"] * patterns)
        foreign = self.engine.beyond_ascii.format("a.kelurahan")
        coded = f"a.kode IN {marks(codes)}" if codes else "FALSE"
        return f"SELECT {_AREA} FROM areas a WHERE {like} OR {coded} OR {foreign} ORDER BY a.kode"

    def areas_of(self, codes: Iterable[str]) -> list[Area]:
        """The areas that have these codes today, ordered by kode."""
        return self._areas(self.among(f"SELECT {_AREA} FROM areas a WHERE a.kode IN {{}}", codes))

    def aliases(self) -> list[tuple[str, str]]:
        """(kode, spelling) of kelurahan and of kota."""
        return self.texts(ALIASES)

    def headings(self) -> list[tuple[str, str]]:
        """(heading, field) of what `import --remember` has kept, in the order in which it was."""
        return self.texts("SELECT judul, isian FROM headings ORDER BY id")

    def kota_names(self) -> list[tuple[str, str]]:
        """(code, name) of every kota in the area list."""
        return self.texts(KOTA_NAMES)

    def registered_kota(self) -> list[tuple[str, str]]:
        """(code, name) of every kota that has a cooperative."""
        return self.texts(
            "SELECT substr(kode, 1, 5) AS k, min(kota) FROM v_koperasi GROUP BY k ORDER BY k"
        )

    def numbers(self) -> Mapping[tuple[str, str, str], Area]:
        """(milestone, bank, number) → the cooperative with it; looked up when asked for."""
        return _Numbers(self)

    def fingerprints(self) -> dict[bytes, int]:
        """The mark of a row of a file → the cooperative of which it would say nothing new."""
        sql = f"SELECT substr(sidik, 1, length(sidik) - {SEAL}), cooperative_id FROM fingerprints"
        return dict(self.connection.execute(sql))

    def registered_count(self) -> int:
        """How many cooperatives there are, of whatever status."""
        return int(self.rows("SELECT count(*) FROM cooperatives")[0][0])

    def registered_ids(self) -> set[int]:
        """The ids of all registered cooperatives."""
        return {*chain.from_iterable(self.connection.execute("SELECT id FROM cooperatives"))}

    def registered_areas(self, prefixes: Sequence[str] | None) -> list[Area]:
        """Where there is a cooperative, below these codes; ordered by kode."""
        where, parameters = below(prefixes)
        return self._areas(self.rows(f"{_REGISTERED} WHERE {where}", parameters))

    def cooperatives(
        self,
        prefixes: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        with_personal: bool = False,
        day: str | None = None,
        since: str = "",
    ) -> list[Cooperative]:
        """The registered cooperatives below codes (or of these ids), with all that is known today;
        ordered by kode. `day` (ISO) is the earliest of which all values and their days are asked,
        `since` that of which values are.
        """
        areas = self.registered_areas(prefixes) if ids is None else self._registered_among(ids)
        ids = [area.id for area in areas]
        stored = stored_projection.stored(self, ids, since=since or day or "")
        present = [
            cooperative_of(area, rows, with_personal)
            for area, (_, rows) in zip(areas, stored, strict=True)
        ]
        return present if day is None else self._with_days(present, day, with_personal)

    def _with_days(
        self, cooperatives: Sequence[Cooperative], day: str, with_personal: bool
    ) -> list[Cooperative]:
        """The same, with all days for those of which anything newer than the day is known: the
        tables have neither every confirmation nor the past of personal values.
        """
        newer = [one.id for one in cooperatives if max(one.pers.values(), default="") > day]
        pasts = checkpoints.pasts(self, newer) if newer else {}
        personal = stored_projection.personal_spans(self, pasts) if with_personal else {}
        return [
            one._replace(
                profile={**one.profile, **personal.get(one.id, {})},
                days=pasts[one.id].days(),
            )
            if one.id in pasts
            else one
            for one in cooperatives
        ]

    def _present(
        self,
        prefixes: Sequence[str] | None,
        personal: bool,
        days: tuple[str, str | None],
        figures: Sequence[Figure],
    ) -> list[Cooperative]:
        """The cooperatives of today with what a report asks of the past."""
        since, day = days
        first = min([since, *(one.per for one in figures)])
        present = self.cooperatives(prefixes, None, personal, since=first)
        return self._with_days_asked(present, day, figures) if day else present

    def _areas_below(self, prefixes: Sequence[str] | None) -> list[Area]:
        where, parameters = below(prefixes)
        rows = self.rows(f"SELECT {_AREA} FROM areas a WHERE {where} ORDER BY a.kode", parameters)
        if prefixes is None or all(len(prefix) <= _KOTA for prefix in prefixes):
            return of_whole_kota(
                [*self._as_areas(rows, dict[str, str]().setdefault)] if rows else []
            )
        return self._areas(rows)

    def _with_days_asked(
        self, cooperatives: Sequence[Cooperative], day: str, figures: Iterable[Figure]
    ) -> list[Cooperative]:
        """The same, with all days for those of which a report of this day asks as of which day a
        number is, or what a figure is about, and there is a newer word on it.
        """
        asked = [(one.id, name, day) for one in cooperatives for name in self._numbers]
        asked += [(one.koperasi, one.indikator, one.per) for one in figures if one.koperasi]
        pers = {one.id: one.pers for one in cooperatives}
        newer = {key for key, name, per in asked if pers.get(key, {}).get(name, "") > per}
        return self._with_all_days(cooperatives, newer)

    @property
    def _numbers(self) -> tuple[str, ...]:
        """The fields that hold numbers, those of the office among them."""
        return (*NUMBERS, *(own.key for own in self.vocabulary.own if own.kind in NUMERIC))

    def _with_all_days(
        self, cooperatives: Sequence[Cooperative], ids: Collection[int]
    ) -> list[Cooperative]:
        """The same, with all days of those of these ids."""
        pasts = checkpoints.pasts(self, ids) if ids else {}
        return [
            one._replace(days=pasts[one.id].days()) if one.id in pasts else one
            for one in cooperatives
        ]

    def _registered_among(self, ids: Iterable[int]) -> list[Area]:
        several = [*dict.fromkeys(ids)]
        ask_ahead(self, several)
        return self._areas(self.among(f"{_REGISTERED} WHERE c.id IN {{}}", several))

    def present(self, ids: Sequence[int]) -> dict[int, Cooperative]:
        """The cooperatives of these ids, by id, with their newest values and no timelines."""
        areas = self._registered_among(ids)
        stored = stored_projection.stored(self, (area.id for area in areas), open_only=True)
        return {
            area.id: cooperative_of(area, rows, with_personal=True, timelines=False)
            for area, (_, rows) in zip(areas, stored, strict=True)
        }

    def snapshot(
        self,
        prefixes: Sequence[str] | None = None,
        known_at: AsKnown | None = None,
        with_personal: bool = False,
        day: str | None = None,
        since: str = "",
    ) -> Snapshot:
        """All that a report on these codes needs; as the register was then, with `known_at`.

        `day` (ISO) is that of which the report asks as of which days its numbers are, `since` the
        first of which it asks for values of fields, besides those of its figures.
        """
        others = records.others(self, known_at, _kota_of(prefixes))
        if known_at is None:
            areas = self._areas_below(prefixes)
            cooperatives = self._present(prefixes, with_personal, (since, day), others.figures)
        else:
            areas = records.areas_known(self, known_at, prefixes)
            cooperatives = self._cooperatives_known(areas, known_at, with_personal, bool(day))
        return self._of(areas, cooperatives, others, known_at)

    def _of(
        self,
        areas: Sequence[Area],
        cooperatives: Sequence[Cooperative],
        others: records.OfficeRecords,
        known_at: AsKnown | None,
    ) -> Snapshot:
        """These, with what else there is of their kota."""
        beside = others.within({area.kota_code for area in areas})
        vocabulary = self.vocabulary_known(known_at)
        return Snapshot(tuple(areas), tuple(cooperatives), **beside, vocabulary=vocabulary)

    def settings(self, known_at: AsKnown | None = None) -> dict[str, str]:
        """The settings that the register keeps: now, or as it knew them then."""
        return records.settings_of(self, known_at)

    def vocabulary_known(self, known_at: AsKnown | None) -> Vocabulary:
        """The fields as they were declared then; as they are now without a time."""
        return Vocabulary(known_fields(self, known_at)) if known_at else self.vocabulary

    def _cooperatives_known(
        self, areas: Sequence[Area], known_at: AsKnown, with_personal: bool, days: bool
    ) -> list[Cooperative]:
        events = log.field_events(self, (area.id for area in areas), known_at)
        vocabulary, known = self.vocabulary, []
        for area in areas:
            stated = events.get(area.id, [])
            projected = projection.project(stated, vocabulary)
            if projected.registered:
                one = _known(area, projected, with_personal)
                known.append(one._replace(days=projection.days_of(stated)) if days else one)
        return known

    def cooperative(
        self, area: Area, with_personal: bool = False, day: str | None = None
    ) -> Cooperative | None:
        """The cooperative of an area, None where none is registered."""
        registered = self.cooperatives(ids=[area.id], with_personal=with_personal, day=day)
        return registered[0] if registered else None

    def runs(self, **wanted: Any) -> list[Run]:
        """The history, newest first; see `log.HistoryFilter` for what can be asked."""
        return list(log.each_run(self, log.HistoryFilter(**wanted)))


def _kota_of(prefixes: Sequence[str] | None) -> set[str] | None:
    """The kota that codes lie in; None for more than kota."""
    kota = {prefix[:_KOTA] for prefix in prefixes or ()}
    return kota if kota and all(len(code) == _KOTA for code in kota) else None


def _known(area: Area, projected: projection.Projection, with_personal: bool) -> Cooperative:
    """A cooperative as the log alone tells it."""
    hidden = () if with_personal else PERSONAL
    return Cooperative(
        area.id,
        area,
        {name: value for name, value in projected.values.items() if name not in hidden},
        projected.pers,
        states=projected.states,
        obstacles=projected.obstacles,
        plans=projected.plans,
        profile={name: spans for name, spans in projected.profile.items() if name not in hidden},
    )


class _Numbers(Mapping[tuple[str, str, str], Area]):
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __getitem__(self, key: tuple[str, str, str]) -> Area:
        milestone, bank, number = key
        rows = self._reader.rows(
            f"SELECT a.id FROM milestones m JOIN areas a ON a.id = m.cooperative_id"
            f" WHERE {_NUMBERED} AND m.milestone = ? AND m.nomor = ? AND m.bank = ?",
            (milestone, number, bank),
        )
        if not rows:
            raise KeyError(key)
        return self._reader.areas_among([rows[0][0]])[0]

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        sql = f"SELECT m.milestone, m.bank, m.nomor FROM milestones m WHERE {_NUMBERED}"
        return iter(self._reader.rows(sql))

    def __len__(self) -> int:
        return int(self._reader.rows(f"SELECT count(*) FROM milestones m WHERE {_NUMBERED}")[0][0])


_NUMBERED = "m.sampai IS NULL AND m.nomor IS NOT NULL"
