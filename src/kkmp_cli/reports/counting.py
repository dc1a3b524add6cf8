"""Cooperatives on a day → their states, and how many are in each: all sums of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from kkmp_cli.milestones import MILESTONES, STATES, SUDAH, UNKNOWN, by_code, codes, field_code
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.reports import rat
from kkmp_cli.reports.place import Place
from kkmp_cli.reports.report import (
    KecamatanCount,
    MilestoneCount,
    Papers,
    TrainingCount,
    YearlyCount,
)

NOT_OWED = "tidak_wajib"
"""What stands for the state of a yearly milestone that a cooperative does not owe."""

STAGES = ("belum_dibentuk", "pembentukan", "legalitas", "siap", "beroperasi", UNKNOWN)
OUTLETS = ("gerai_dan_usaha", "gerai_tanpa_usaha", "usaha_tanpa_gerai", "belum_gerai", UNKNOWN)
READY = ("musyawarah", "sk_kemenkop", "nib", "npwp", "rekening", "gerai")
"""What must be `sudah` for the stage `siap`."""
PAPERS = ("sk_kemenkop", "nib", "rekening")
"""The papers that those who operate are asked for."""


class DayView(NamedTuple):
    """A cooperative on one day: its state by milestone code, the RAT of one tahun buku included."""

    cooperative: Cooperative
    states: Mapping[str, str]
    day: str

    def value(self, name: str) -> str | None:
        """The value of a field of its profile on that day."""
        return self.cooperative.value(name, self.day)

    @property
    def place(self) -> Place:
        """Where it stands, for the lists."""
        area = self.cooperative.area
        return Place(area.kode, area.kelurahan, area.kecamatan)

    def is_stated_not(self, code: str) -> bool:
        """True where it was stated that the milestone is not there (and it is owed)."""
        return self.states[code] not in (SUDAH, UNKNOWN, NOT_OWED)


def view_of(
    cooperatives: Iterable[Cooperative], day: str, book_year: int, everybody: bool = False
) -> list[DayView]:
    """Those that count on the day, with their states on it; with `everybody` the dissolved too."""
    wanted = [(milestone, field_code(milestone, book_year)) for milestone in MILESTONES]
    seen = []
    for cooperative in cooperatives:
        if not (cooperative.counts_on(day) or (everybody and cooperative.area.exists_on(day))):
            continue
        states = {}
        for milestone, name in wanted:
            state = cooperative.state(name, day)
            owed = not milestone.yearly or rat.owes(cooperative, book_year, state)
            states[milestone.code] = state if owed else NOT_OWED
        seen.append(DayView(cooperative, states, day))
    return seen


def stage(states: Mapping[str, str]) -> str:
    """The furthest tahap of a cooperative, judged only on what is `sudah`."""
    if states["usaha"] == SUDAH:
        return "beroperasi"
    if all(states[code] == SUDAH for code in READY):
        return "siap"
    if states["sk_kemenkop"] == SUDAH:
        return "legalitas"
    if states["musyawarah"] == SUDAH:
        return "pembentukan"
    return UNKNOWN if states["musyawarah"] == UNKNOWN else "belum_dibentuk"


def outlet(states: Mapping[str, str]) -> str:
    """Gerai and usaha together: there is one, both or neither, or that cannot be told."""
    gerai, usaha = states["gerai"], states["usaha"]
    if gerai == SUDAH:
        return {SUDAH: "gerai_dan_usaha", UNKNOWN: UNKNOWN}.get(usaha, "gerai_tanpa_usaha")
    if gerai == UNKNOWN:
        return UNKNOWN
    return "usaha_tanpa_gerai" if usaha == SUDAH else "belum_gerai"


K = TypeVar("K")
T = TypeVar("T")


def grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, list[T]]:
    """What stands under each key, both in the order in which they come."""
    groups: dict[K, list[T]] = {}
    for key, thing in pairs:
        groups.setdefault(key, []).append(thing)
    return groups


def tally(keys: Sequence[str], listed: Iterable[str]) -> dict[str, int]:
    """How often each key was found, in the order of the keys, zeros included."""
    counts = Counter(listed)
    return {key: counts[key] for key in keys}


Moved = tuple[int | None, int]
"""The change of `sudah` since an earlier day, if given, and how much only became known."""
Due = tuple[str | None, int | None]
"""The due date of a yearly milestone and the days left until it."""


def milestone_count(
    code: str, states: Mapping[str, int], moved: Moved = (None, 0), due: Due = (None, None)
) -> MilestoneCount:
    """The counts of one milestone from how many are in each state; `due` for a yearly one only."""
    counts = {state: states.get(state, 0) for state in STATES}
    berubah, newly = moved
    milestone = by_code(code)
    if milestone is None or not milestone.yearly:
        return MilestoneCount(**counts, berubah=berubah, baru_tercatat=newly)
    return YearlyCount(
        **counts,
        berubah=berubah,
        baru_tercatat=newly,
        tidak_wajib=states.get(NOT_OWED, 0),
        batas=due[0],
        sisa_hari=due[1],
    )


def by_state(seen: Sequence[DayView], code: str) -> Counter[str]:
    """How many are in each state of a milestone."""
    return Counter(one.states[code] for one in seen)


def by_kecamatan(
    kecamatan: Mapping[str, str], seen: Sequence[DayView]
) -> tuple[KecamatanCount, ...]:
    """A row for every kecamatan (code → name) by code, those without a cooperative too."""
    names = {code: kecamatan[code] for code in sorted(kecamatan)}
    return by_group(names, ((one.cooperative.area.kecamatan_code, one) for one in seen))


def by_group(
    names: Mapping[str, str], members: Iterable[tuple[str, DayView]]
) -> tuple[KecamatanCount, ...]:
    """A row for every group (key → name) in their order, those without a member too."""
    within: dict[str, list[DayView]] = {key: [] for key in names}
    for key, one in members:
        within[key].append(one)
    return tuple(_group_count(key, names[key], those) for key, those in within.items())


def _group_count(kode: str, nama: str, seen: Sequence[DayView]) -> KecamatanCount:
    counted = {code: by_state(seen, code) for code in codes()}
    return KecamatanCount(
        kode,
        nama,
        len(seen),
        sudah={code: states[SUDAH] for code, states in counted.items()},
        belum={code: sum(one.is_stated_not(code) for one in seen) for code in counted},
        tidak_diketahui={code: states[UNKNOWN] for code, states in counted.items()},
        tidak_wajib={code: states[NOT_OWED] for code, states in counted.items()},
    )


def papers_of_operating(seen: Sequence[DayView]) -> Papers:
    """Which papers those that operate lack, and of how many that is not known."""
    operating = [one for one in seen if one.states["usaha"] == SUDAH]
    lacking = [{code for code in PAPERS if one.is_stated_not(code)} for one in operating]
    unknown = [{code for code in PAPERS if one.states[code] == UNKNOWN} for one in operating]
    return Papers(
        _per_paper(lacking),
        _per_paper(unknown),
        sum(map(bool, lacking)),
        sum(bool(doubt) and not lacks for lacks, doubt in zip(lacking, unknown, strict=True)),
    )


def _per_paper(papers: Sequence[set[str]]) -> dict[str, int]:
    return {code: sum(code in some for some in papers) for code in PAPERS}


def add_milestones(code: str, counts: Sequence[MilestoneCount]) -> MilestoneCount:
    """The sum over several kota; a due date stays where it is the same for all."""
    kept = (*STATES, NOT_OWED)
    states = {state: sum(getattr(count, state, 0) for count in counts) for state in kept}
    dues = {(one.batas, one.sisa_hari) for one in counts if isinstance(one, YearlyCount)}
    return milestone_count(
        code, states, _add_moved(counts), dues.pop() if len(dues) == 1 else (None, None)
    )


def _add_moved(counts: Sequence[MilestoneCount]) -> Moved:
    changed = [count.berubah for count in counts if count.berubah is not None]
    return sum(changed) if changed else None, sum(count.baru_tercatat for count in counts)


def add_groups(several: Sequence[Sequence[KecamatanCount]]) -> tuple[KecamatanCount, ...]:
    """The sums of groups of one key over several kota, in the order in which they first come."""
    same = grouped((one.kode, one) for groups in several for one in groups)
    return tuple(_added_groups(groups) for groups in same.values())


def _added_groups(groups: Sequence[KecamatanCount]) -> KecamatanCount:
    parts = ("sudah", "belum", "tidak_diketahui", "tidak_wajib")
    first, kkmp = groups[0], sum(one.kkmp for one in groups)
    summed = {part: _by_code([getattr(one, part) for one in groups]) for part in parts}
    return KecamatanCount(first.kode, first.nama, kkmp, **summed)


def _by_code(several: Sequence[Mapping[str, int]]) -> dict[str, int]:
    return {code: sum(one[code] for one in several) for code in codes()}


def add_trainings(counts: Sequence[TrainingCount]) -> TrainingCount:
    """The sum over several kota."""
    return TrainingCount(
        sum(count.kegiatan for count in counts),
        sum(count.peserta for count in counts),
        sum(count.tanpa_jumlah for count in counts),
        sum(count.kkmp_terjangkau for count in counts),
    )
