"""A kota in one sentence, as it is said aloud: how many of how many operate, where most do not; the
RAT, until when, how many days are left. Never enters: a number that the report does not have.
"""

from __future__ import annotations

from collections.abc import Iterator

from kkmp_cli.model.area import distinct_name
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.words import NO_DATA, enumerated
from kkmp_cli.reports.ranking import most_open
from kkmp_cli.reports.report import KotaReport, MilestoneCount, YearlyCount

_FEW = 3
"""So many are named in the sentence itself."""


def of_kota(kota: KotaReport, per: str) -> tuple[str, ...]:
    """Two sentences: who operates, and the RAT."""
    if not kota.kkmp:
        return (f"Tidak ada KKMP dalam hitungan: {_gone(kota)}.",)
    meeting = rat(kota.milestone["rat"], per)
    return (operating(kota), meeting) if meeting else (operating(kota),)


def _gone(kota: KotaReport) -> str:
    gone = f"{numbers.show(kota.tidak_aktif)} bubar atau digabung"
    return gone if kota.tidak_aktif else "belum ada yang terdaftar"


def operating(kota: KotaReport) -> str:
    """`34 dari 44 KKMP beroperasi; 10 belum, terbanyak di Gambir (4).`"""
    counted = kota.milestone["usaha"]
    if not counted.known:
        return f"{NO_DATA.capitalize()} apakah {_all(counted.asked)} beroperasi."
    pieces = [_running(counted), *_idle(kota, counted)]
    if counted.tidak_diketahui:
        pieces.append(f"{numbers.show(counted.tidak_diketahui)} {NO_DATA}")
    return "; ".join(pieces) + "."


def _all(number: int) -> str:
    return f"{numbers.show(number)} KKMP"


def _running(counted: MilestoneCount) -> str:
    if counted.sudah == counted.asked:
        every = "Semua " if counted.asked > 1 else ""
        return f"{every}{_all(counted.asked)} beroperasi"
    if counted.sudah:
        return f"{numbers.show(counted.sudah)} dari {_all(counted.asked)} beroperasi"
    if counted.tidak_diketahui:
        return f"Dari {_all(counted.asked)} belum ada yang tercatat beroperasi"
    return f"Belum satu pun dari {_all(counted.asked)} beroperasi"


def _idle(kota: KotaReport, counted: MilestoneCount) -> Iterator[str]:
    """How many do not, and who or where; of none that anything does, that is said already."""
    missing = counted.stated_not
    stopped = f"{numbers.show(counted.berhenti)} berhenti usaha" if counted.berhenti else ""
    if not missing or (missing == counted.asked and not stopped):
        return
    if missing == counted.asked:
        yield stopped
        return
    count = f"{numbers.show(missing)} belum" + (f" ({stopped})" if stopped else "")
    if missing <= _FEW:
        names = [distinct_name(one.kelurahan) for one in kota.belum_beroperasi]
        yield f"{count}: {enumerated(names)}"
    else:
        yield f"{count}{_where(kota, missing)}"


def _where(kota: KotaReport, missing: int) -> str:
    """In which kecamatan most are, where that says anything."""
    most = most_open(kota.kecamatan, "usaha")
    if len(kota.kecamatan) == 1 or not most:
        return ""
    each = most[0].belum["usaha"]
    names = enumerated([one.nama for one in most])
    if each == missing:
        return f", semuanya di {names}"
    if len(most) > _FEW or each == 1:
        return f", tersebar di {numbers.show(_spread(kota))} kecamatan"
    share = numbers.show(each) if len(most) == 1 else f"masing-masing {numbers.show(each)}"
    return f", terbanyak di {names} ({share})"


def _spread(kota: KotaReport) -> int:
    return sum(one.belum["usaha"] > 0 for one in kota.kecamatan)


def rat(counted: MilestoneCount, per: str) -> str:
    """`RAT 5 dari 44, batas 31 Maret, 21 hari lagi.`; empty where nobody owes it."""
    if not counted.asked:
        return ""
    done = held(counted)
    due = "" if counted.sudah == counted.asked else _due(counted, per)
    return f"RAT {done}{due}."


def held(counted: MilestoneCount) -> str:
    """`5 dari 44`, `belum ada yang tercatat dari 44 (3 belum, 41 belum ada data)`."""
    asked, unknown = numbers.show(counted.asked), numbers.show(counted.tidak_diketahui)
    if not counted.known:
        return f"{NO_DATA} ({asked} KKMP)"
    owing = f"{asked} yang wajib" if _excused(counted) else asked
    if counted.sudah == counted.asked:
        return f"sudah di semua {asked} KKMP" if counted.asked > 1 else "sudah"
    if not counted.sudah and not counted.tidak_diketahui:
        return f"belum satu pun dari {owing}"
    done = f"{numbers.show(counted.sudah)} dari {owing}"
    if counted.sudah == 0:
        done = f"belum ada yang tercatat dari {owing}"
    missing = f"{numbers.show(counted.stated_not)} belum, " if counted.stated_not else ""
    return f"{done} ({missing}{unknown} {NO_DATA})" if counted.tidak_diketahui else done


def _excused(counted: MilestoneCount) -> int:
    return counted.tidak_wajib if isinstance(counted, YearlyCount) else 0


def _due(counted: MilestoneCount, per: str) -> str:
    """The last day in time, without its year where that is the report's."""
    if not isinstance(counted, YearlyCount) or counted.batas is None or counted.sisa_hari is None:
        return ""
    day = dates.show(counted.batas).removesuffix(f" {per[:4]}")
    return f", batas {day}, {dates.show_remaining(counted.sisa_hari)}"
