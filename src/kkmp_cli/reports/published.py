"""Published figures beside the register's counts: what an `indikator` means, how they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields as fields_of
from typing import Any

from kkmp_cli.milestones import MILESTONES, STATES, SUDAH, UNKNOWN, by_code, codes
from kkmp_cli.model.cooperative import NUMBERS
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.own_field import JUMLAH, NO, RUPIAH, TAHAP, YA_TIDAK, YES, OwnField
from kkmp_cli.parsing import numbers
from kkmp_cli.reports.by_name import last_day
from kkmp_cli.reports.counting import NOT_OWED, OUTLETS, STAGES
from kkmp_cli.reports.report import FigureBeside, KotaReport, Reason, TrainingCount

LISTS = {
    "belum_beroperasi": "usaha",
    "usaha_tidak_diketahui": "usaha",
    "sudah_rat": "rat",
    "belum_rat": "rat",
    "rat_tidak_diketahui": "rat",
}
"""Lists of the report whose length a figure may state, and the milestone they are about."""
SHORT = {code: f"milestone.{code}.{SUDAH}" for code in codes()} | {
    "beroperasi": f"milestone.usaha.{SUDAH}",
    "sk": f"milestone.sk_kemenkop.{SUDAH}",
    **{name: f"angka.{name}.jumlah" for name in NUMBERS},
}
"""Short names of the indicators that are published most."""


Own = Sequence[OwnField]
"""The own fields of a register, whose keys are indicators too."""


def indicator_path(indikator: str, own: Own = ()) -> str | None:
    """The path into the report's object that an indikator means, if it means any."""
    path = (SHORT | _short_own(own)).get(indikator, indikator)
    return path if path in _paths() or path in _own_paths(own) else None


def indicator_named(text: str, own: Own = ()) -> str | None:
    """The indikator that a text names, whatever its case; None where it names none."""
    known = {*SHORT, *_paths(), *_short_own(own), *_own_paths(own)}
    return text if text in known else {_folded(each): each for each in known}.get(_folded(text))


def _folded(text: str) -> str:
    return text.casefold().replace("-", "_")


def indicators_of(key: str, own: Own) -> list[str]:
    """The indikator of one own field, as they are typed."""
    return sorted(_own_paths([one for one in own if one.key == key]))


def _short_own(own: Own) -> dict[str, str]:
    """What the key of an own field means: the sum of a number, how many have got a stage."""
    parts = {TAHAP: f"nilai.{SUDAH}", YA_TIDAK: f"nilai.{YES}"}
    parts |= dict.fromkeys((JUMLAH, RUPIAH), "angka.jumlah")
    return {one.key: f"tambahan.{one.key}.{parts[one.kind]}" for one in own if one.kind in parts}


def _own_paths(own: Own) -> set[str]:
    values = {TAHAP: STATES[:-1], YA_TIDAK: (YES, NO)}
    paths = set(_short_own(own).values())
    for one in own:
        paths |= {f"tambahan.{one.key}.melapor"}
        paths |= {f"tambahan.{one.key}.nilai.{each}" for each in values.get(one.kind, one.choices)}
    return paths


def is_about(indikator: str, state_field: str) -> bool:
    """True where an indikator counts what follows from the states of a field (`usaha`)."""
    path, milestone = indicator_path(indikator) or "", by_code(state_field)
    code = milestone.code if milestone else ""
    root, _, rest = path.partition(".")
    if root == "gerai_usaha":
        return code in ("gerai", "usaha")
    if root == "tahap":
        return bool(milestone) and not (milestone and milestone.yearly)
    return bool(code) and code in (rest.partition(".")[0], LISTS.get(path))


def _paths() -> set[str]:
    paths = {"kelurahan", "kkmp", "tidak_aktif", *LISTS}
    for milestone in MILESTONES:
        paths |= {f"milestone.{milestone.code}.{state}" for state in STATES}
        if milestone.yearly:
            paths.add(f"milestone.{milestone.code}.{NOT_OWED}")
    paths |= {f"tahap.{key}" for key in STAGES} | {f"gerai_usaha.{key}" for key in OUTLETS}
    paths |= {f"angka.{name}.{part}" for name in NUMBERS for part in ("jumlah", "melapor")}
    return paths | {f"pelatihan.{field.name}" for field in fields_of(TrainingCount)}


def beside(figure: Figure, report_on: Callable[[str], KotaReport], own: Own = ()) -> FigureBeside:
    """A figure beside the register's count on its day; `report_on` gives the report of a day."""
    stated = (figure.indikator, figure.nilai, figure.per, figure.sumber)
    alone = FigureBeside(*stated, register=None, register_persen=None, selisih=None)
    path = indicator_path(figure.indikator, own)
    return _counted(alone, path, report_on) if path else alone


def _counted(
    figure: FigureBeside, path: str, report_on: Callable[[str], KotaReport]
) -> FigureBeside:
    kota, quantity = report_on(last_day(figure.per)), numbers.read(figure.nilai)
    count, unknown = _count(kota, path), _unknown(kota, path)
    shared = quantity and quantity.percent and kota.kkmp and count is not None
    share = numbers.tenths(count or 0, kota.kkmp) / 10 if shared else None
    return figure._replace(
        register=count,
        register_persen=share,
        selisih=None if unknown else _difference(quantity, count, share),
        kkmp=kota.kkmp,
        tidak_diketahui=unknown,
    )


def _difference(
    stated: numbers.Quantity | None, count: int | None, share: float | None
) -> int | float | None:
    """The register's own less what was published; None where that is not said exactly."""
    own = share if stated and stated.percent else count
    if stated is None or stated.about or own is None:
        return None
    difference = own - stated.value
    return difference if isinstance(difference, int) else round(difference, 1)


RUNNING = (f"milestone.usaha.{SUDAH}", f"milestone.gerai.{SUDAH}", "gerai_usaha.gerai_dan_usaha")
"""What the press may mean where it says that they run."""


def reason(
    figure: FigureBeside,
    days: Iterable[str],
    report_on: Callable[[str], KotaReport],
    own: Own = (),
) -> Reason | None:
    """Where the published number is the register's own, under another word or on another day."""
    path, stated = indicator_path(figure.indikator, own), numbers.read(figure.nilai)
    if not figure.selisih or path is None or stated is None or stated.percent:
        return None
    if path in RUNNING:
        same = report_on(last_day(figure.per))
        for other in RUNNING:
            if other != path and _agrees(same, other, stated):
                return Reason(arti=other)
    return next((Reason(per=day) for day in days if _agrees(report_on(day), path, stated)), None)


def _agrees(kota: KotaReport, path: str, stated: numbers.Quantity) -> bool:
    return _count(kota, path) == stated.value and not _unknown(kota, path)


_DEPTH = 3
"""So many points part a path; one behind them belongs to a choice: `sewa s.d. 2027`."""


def _count(kota: KotaReport, path: str) -> int | None:
    """None where nothing was reported of a number, or a field was not declared by then."""
    value: Any = kota
    for key in path.split(".", _DEPTH):
        value = value.get(key) if isinstance(value, Mapping) else getattr(value, key)
        if value is None:
            return None
    return value if isinstance(value, int) else len(value)


def _unknown(kota: KotaReport, path: str) -> int:
    """How many cooperatives (or trainings) the count cannot tell of: their state is unknown."""
    root, _, rest = path.partition(".")
    if root == "milestone":
        return kota.milestone[rest.partition(".")[0]].tidak_diketahui
    if root in ("angka", "tambahan"):
        return _silent(kota, getattr(kota, root), rest)
    if root in LISTS:
        return kota.milestone[LISTS[root]].tidak_diketahui
    if root in ("tahap", "gerai_usaha"):
        return int(getattr(kota, root)[UNKNOWN])
    return kota.pelatihan.tanpa_jumlah if path == "pelatihan.peserta" else 0


def _silent(kota: KotaReport, told: Mapping[str, Any], rest: str) -> int:
    """Who did not report a number or an own field; everybody where it was not declared by then."""
    one = told.get(rest.partition(".")[0])
    return one.tidak_diketahui if one else kota.kkmp
