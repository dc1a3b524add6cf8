"""Who can be helped and by whom: ready for a loan, peers to learn from, partners, reach of the
trainings.

Nobody is said to lack what was never asked. Never enters: the state of another day, a word of
layout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kkmp_cli.milestones import SUDAH, UNKNOWN
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.training import Training
from kkmp_cli.parsing.lists import split_list
from kkmp_cli.reports.by_name import last_day, recorded
from kkmp_cli.reports.counting import DayView, grouped
from kkmp_cli.reports.kota_details import (
    HeldTraining,
    Learning,
    LoanFile,
    Loans,
    Partner,
    Peer,
    Reach,
)
from kkmp_cli.reports.place import Place
from kkmp_cli.reports.report import NotOperating

NIK = "nik_koperasi"
LOAN = ("sk_kemenkop", NIK, "nib", "npwp", "rekening")
"""What a bank asks for before it lends."""


def loans(seen: Sequence[DayView]) -> Loans:
    """Each cooperative by how many of the five papers are stated to be lacking."""
    parts: tuple[list[LoanFile], ...] = ([], [], [], [])
    for one in seen:
        file = _file(one)
        parts[_part(file)].append(file)
    return Loans(*map(tuple, parts))


def _part(file: LoanFile) -> int:
    """Which part of `Loans`: two that lack decide alone, fewer only where nothing is unknown."""
    lacking = min(len(file.kurang), 2)
    return lacking if lacking == 2 or not file.belum_diketahui else 3


def _file(one: DayView) -> LoanFile:
    has_nik = bool(one.value(NIK))
    states = {**one.states, NIK: SUDAH if has_nik else UNKNOWN}
    return LoanFile(
        *one.place,
        tuple(name for name in LOAN if states[name] not in (SUDAH, UNKNOWN)),
        tuple(name for name in LOAN if states[name] == UNKNOWN),
    )


def learning(seen: Sequence[DayView], idle: Sequence[NotOperating]) -> tuple[Learning, ...]:
    """A row per kecamatan with those not operating; first those whose kind of usaha is known."""
    running = [one for one in seen if one.states["usaha"] == SUDAH]
    peers = [Peer(*one.place, tuple(split_list(one.value("unit_usaha")))) for one in running]
    peers.sort(key=lambda peer: (not peer.unit_usaha, peer.kode))
    waiting = grouped((item.kode[:8], item) for item in idle)
    return tuple(_learning(kode, those, peers) for kode, those in waiting.items())


def _learning(kode: str, idle: Sequence[NotOperating], peers: Sequence[Peer]) -> Learning:
    near = tuple(peer for peer in peers if peer.kode[:8] == kode)
    names = tuple(item.kelurahan for item in idle)
    return Learning(kode, idle[0].kecamatan, names, not near, near or tuple(peers))


def partners(seen: Sequence[DayView]) -> tuple[tuple[Partner, ...], tuple[Place, ...]]:
    """Who supports whom, the widest support first; and those that have no mitra on record."""
    mitra = [(one.place, dict.fromkeys(split_list(one.value("mitra")))) for one in seen]
    supported = grouped((name, place) for place, names in mitra for name in names)
    ordered = sorted(supported.items(), key=lambda item: (-len(item[1]), item[0]))
    alone = tuple(place for place, names in mitra if not names)
    return tuple(Partner(name, tuple(those)) for name, those in ordered), alone


def held(snapshot: Snapshot, kota: str, day: str) -> tuple[HeldTraining, ...]:
    """The kota's trainings begun by the day, in order of their beginning."""
    mine = [one for one in snapshot.trainings if one.kota == kota and last_day(one.mulai) <= day]
    return tuple(_held(training) for training in sorted(mine, key=lambda one: (one.mulai, one.id)))


def _held(training: Training) -> HeldTraining:
    return HeldTraining(
        training.id,
        training.judul,
        training.mulai,
        training.selesai,
        peserta=training.peserta,
        tercatat=recorded(training),
        kkmp=len(training.hadir),
    )


def reach(
    snapshot: Snapshot, kecamatan: Mapping[str, str], seen: Sequence[DayView], day: str
) -> tuple[Reach, ...]:
    """A row for every kecamatan (code → name): how far the trainings begun by the day have come."""
    begun = [training for training in snapshot.trainings if last_day(training.mulai) <= day]
    came = grouped(
        (who.cooperative_id, (who.pengurus, who.pengawas)) for one in begun for who in one.hadir
    )
    within = grouped((one.cooperative.area.kecamatan_code, one) for one in seen)
    return tuple(_reach(kode, nama, within.get(kode, ()), came) for kode, nama in kecamatan.items())


def _reach(
    kode: str,
    nama: str,
    seen: Sequence[DayView],
    came: Mapping[int, Sequence[tuple[int | None, int | None]]],
) -> Reach:
    visits = [came[one.cooperative.id] for one in seen if one.cooperative.id in came]
    counts = [count for visit in visits for count in visit]
    return Reach(
        kode,
        nama,
        kkmp=len(seen),
        terjangkau=len(visits),
        pengurus=sum(pengurus or 0 for pengurus, _ in counts),
        pengawas=sum(pengawas or 0 for _, pengawas in counts),
        tanpa_jumlah=sum(all(count == (None, None) for count in visit) for visit in visits),
    )
