"""The printed words of a report's keys, and sentences of its counts. Never: colour, markup."""

from __future__ import annotations

from collections.abc import Mapping, Sized

from kkmp_cli.milestones import BERHENTI, STATES, SUDAH, TERKENDALA, UNKNOWN
from kkmp_cli.model.vocabulary import Vocabulary, built_in
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.words import JOINT, NO_DATA, ONLY_OPENING, STATE_WORDS, kendala
from kkmp_cli.reports.by_name import last_day
from kkmp_cli.reports.counting import PAPERS, READY
from kkmp_cli.reports.published import indicator_path
from kkmp_cli.reports.report import (
    FigureBeside,
    MilestoneCount,
    NotOperating,
    Obstacle,
    Papers,
    Trainings,
    YearlyCount,
)

NOT_HERE = "tidak ada di register ini"
NOBODY = "Belum ada koperasi di register ini."
STAGE_WORDS = {
    "beroperasi": "Beroperasi (unit usaha berjalan)",
    "siap": "Lengkap, belum buka usaha",
    "legalitas": "SK ada, berkas atau gerai belum lengkap",
    "pembentukan": "Baru musyawarah, SK belum",
    "belum_dibentuk": "Belum dibentuk",
    UNKNOWN: NO_DATA,
}
"""In the order in which they are printed, the furthest first."""
OUTLET_WORDS = {
    "gerai_dan_usaha": "Ada gerai, usaha berjalan",
    "usaha_tanpa_gerai": "Tanpa gerai, usaha berjalan",
    "gerai_tanpa_usaha": "Ada gerai, belum usaha",
    "belum_gerai": "Tanpa gerai, belum usaha",
    UNKNOWN: NO_DATA,
}
NO_WORD_YET = "belum ada kabar"
CHANGE_WORDS = {
    "bertambah": "bertambah",
    "baru_tercatat": "baru tercatat",
    "berhenti": "berhenti",
    "bubar": "bubar atau digabung",
    "koreksi": "dikoreksi",
}
CHANGE_GROUPS = {
    "bertambah": "Bertambah",
    "baru_tercatat": "Baru tercatat, sebelumnya belum ada data",
    "koreksi": "Dikoreksi",
    "berhenti": "Berhenti",
    "bubar": "Bubar atau digabung",
}
"""The groups in which changes are told apart, in the order in which they are printed."""
NEWLY_RECORDED = "Baru tercatat: baru diketahui, belum tentu baru terjadi; bukan pertambahan."
DAY_OF_REPORT = "Tanggal: hari kejadiannya; bila itu tidak disebut, hari keadaan yang dilaporkan."
DEFINITIONS = (
    "Beroperasi: unit usaha berjalan pada tanggal laporan.",
    "Gerai: tempatnya ada (milik sendiri, sewa atau pinjam), belum tentu berjualan.",
    "RAT wajib bagi semua, beroperasi atau tidak.",
    f"{NO_DATA.capitalize()}: belum ada yang melaporkan, tidak berarti belum.",
)
PRESS_WORDS = (
    "Kata di pemberitaan berbeda artinya: berjalan = gerai dan usaha, berdiri = "
    "berkas saja, aktif = data diperbarui."
)
OUTLET_NOTE = f"Tanpa gerai, belum usaha: termasuk yang usahanya {NO_DATA}."


def short_label(code: str, book_year: int, vocabulary: Vocabulary | None = None) -> str:
    """A milestone's words in little room: `Beroperasi`, `NIB`, `RAT tahun buku 2025`; without a
    `vocabulary` one of those of every register.
    """
    vocabulary = vocabulary or built_in()
    name = vocabulary.in_year(code, book_year)
    return step(code, vocabulary) if name == code else vocabulary.label_of(name)


def how_many(items: Sized, what: str, late_word: str, late: int) -> str:
    """`3 masih terbuka, 1 terlambat.`: how many, and how many of them are past their day."""
    past = f", {numbers.show(late)} {late_word}" if late else ""
    return f"{numbers.show(len(items))} {what}{past}."


def step(code: str, vocabulary: Vocabulary | None = None) -> str:
    """A milestone in a word or two, without a year: `Beroperasi`, `NIB`, `RAT`."""
    return _IN_THE_ROOM.get(code) or (vocabulary or built_in()).label_of(code).partition(" (")[0]


_IN_THE_ROOM = {"usaha": "Beroperasi"}
"""What the meeting calls a milestone, where that is not its label."""


def standing(count: MilestoneCount) -> str:
    """`28 dari 44 (63,6%) · 3 belum · 13 belum ada data`; where none is known only that."""
    excused = count.tidak_wajib if isinstance(count, YearlyCount) else 0
    if not count.asked:
        return f"tidak wajib ({numbers.show(excused)} KKMP)" if excused else "tidak ada KKMP"
    if not count.known:
        parts = [f"{NO_DATA} ({numbers.show(count.asked)} KKMP)"]
    else:
        unsure = not count.sudah and count.tidak_diketahui  # so that 0% may be untrue
        asked = numbers.show(count.asked)
        parts = [f"0 dari {asked}" if unsure else numbers.share(count.sudah, count.asked)]
        parts += [
            f"{numbers.show(n)} {STATE_WORDS[s]}" for s in STATES[1:] if (n := getattr(count, s))
        ]
    return JOINT.join([*parts, f"{numbers.show(excused)} tidak wajib"] if excused else parts)


def rest(count: MilestoneCount) -> str:
    """What is still open, in words: `39 belum`, `3 belum, 13 belum ada data`, `selesai`."""
    parts = [f"{numbers.show(count.stated_not)} belum"] if count.stated_not else []
    if count.tidak_diketahui:
        parts.append(f"{numbers.show(count.tidak_diketahui)} {NO_DATA}")
    return ", ".join(parts) or "selesai"


def change_label(kind: str, label: str, after: str) -> str:
    """What a change is about: `Beroperasi`; where it was taken back or is gone, what it became."""
    if kind == "koreksi" or kind == "bubar":
        return f"{label} menjadi {STATE_WORDS.get(after, after)}"
    return label


def open_of(count: MilestoneCount) -> str:
    """What is still open; where nothing is known or nobody is asked, that."""
    return rest(count) if count.known else standing(count)


def papers_of_operating(papers: Papers, operating: int) -> str:
    """How many of those operating lack SK, NIB or account; known and unknown apart."""
    if not operating:
        return ""
    lead = f"Dari {numbers.show(operating)} yang beroperasi: "
    if all(n == operating for n in papers.tidak_diketahui.values()):
        return f"{lead}SK, NIB dan rekening {NO_DATA}."
    lacking, unknown = _per_paper(papers.tanpa), _per_paper(papers.tidak_diketahui)
    return (
        f"{lead}{numbers.show(papers.tanpa_salah_satu)} tanpa SK, NIB atau rekening"
        + (f" ({lacking})" if lacking else "")
        + (f"; {NO_DATA}: {unknown}." if unknown else ".")
    )


def _per_paper(counts: Mapping[str, int]) -> str:
    names = {code: "SK" if code == "sk_kemenkop" else step(code) for code in PAPERS}
    return ", ".join(f"{names[code]} {numbers.show(n)}" for code, n in counts.items() if n)


def state_of(item: NotOperating) -> str:
    """`Berhenti usaha sejak 10 Januari 2026`, else the word of the state."""
    if item.keadaan == BERHENTI:
        return f"Berhenti usaha sejak {dates.show(item.sejak)}" if item.sejak else "Berhenti usaha"
    return STATE_WORDS[item.keadaan]


def state_and_cause(item: NotOperating) -> str:
    """`terkendala: tempat (sejak 10 Maret 2026)`; kendala of other milestones with their name."""
    mine = [one for one in item.kendala if one.milestone == "usaha"]
    others = [f"{step(one.milestone)} {_stuck(one)}" for one in item.kendala if one not in mine]
    if mine and item.keadaan == TERKENDALA:
        return "; ".join([*map(_stuck, mine), *others])
    return "; ".join([state_of(item), *map(_cause, mine), *others])


def _stuck(one: Obstacle) -> str:
    """No two colons behind each other."""
    words = _cause(one)
    return f"{STATE_WORDS[TERKENDALA]}{',' if ': ' in words else ':'} {words}"


def _cause(one: Obstacle) -> str:
    return f"{kendala(one.kategori, one.catatan)} (sejak {dates.show(one.sejak)})"


def needed(item: NotOperating) -> str:
    """What is to be done next: the first that is stated to be missing, the opening itself last."""
    if item.berikutnya != "usaha":
        return step(item.berikutnya)
    if item.keadaan == BERHENTI:
        return "membuka usaha kembali"
    ready = not set(item.belum_diketahui) & set(READY)
    return ONLY_OPENING if ready else "membuka usaha"


def plan(rencana: str | None, per: str) -> str | None:
    """A planned date; said to have passed where it lies before the day of the report."""
    if rencana is None:
        return None
    passed = " (sudah lewat)" if last_day(rencana) < per else ""
    return dates.show(rencana) + passed


def remaining(batas: str, days: int) -> str:
    """`31 Maret 2026, 21 hari lagi`."""
    return f"{dates.show(batas)}, {dates.show_remaining(days)}"


def participants(trainings: Trainings) -> str:
    """`62 peserta (58 tercatat per kelurahan)`, and how many trainings have no number."""
    if not trainings.kegiatan:
        return "belum ada pelatihan tercatat"
    parts = [f"{numbers.show(trainings.kegiatan)} kegiatan"]
    if trainings.tanpa_jumlah < trainings.kegiatan:
        some = f"{numbers.show(trainings.peserta)} peserta"
        if trainings.tercatat != trainings.peserta:
            recorded = numbers.show(trainings.tercatat) if trainings.tercatat else "belum"
            some += f" ({recorded} tercatat per kelurahan)"
        parts.append(some)
    if trainings.tanpa_jumlah:
        parts.append(f"{numbers.show(trainings.tanpa_jumlah)} kegiatan tanpa jumlah peserta")
    return JOINT.join(parts)


def indicator(indikator: str, vocabulary: Vocabulary, book_year: int | None = None) -> str:
    """What an indikator counts, in words: `Beroperasi`, `NIB: belum`, `Ada gerai, belum usaha`; of
    a yearly one without the `book_year` where that is not told.
    """
    path = indicator_path(indikator, vocabulary.own) or indikator
    root, _, rest_of = path.partition(".")
    if root in ("angka", "tambahan"):
        return _own_indicator(rest_of, vocabulary)
    if root == "milestone":
        code, _, state = rest_of.partition(".")
        label = short_label(code, book_year) if book_year else step(code)
        return label if state == SUDAH else f"{label}: {STATE_WORDS[state]}"
    words = {"tahap": STAGE_WORDS, "gerai_usaha": OUTLET_WORDS}.get(root)
    return words[rest_of] if words else _PLAIN_INDICATORS.get(path, path)


def _own_indicator(rest_of: str, vocabulary: Vocabulary) -> str:
    """`Anggota`, `Lahan: belum`, `Omzet: melapor`."""
    name, _, part = rest_of.partition(".")
    last = part.rpartition(".")[2]
    label = vocabulary.label_of(name)
    return label if last in ("jumlah", SUDAH) else f"{label}: {STATE_WORDS.get(last, last)}"


_PLAIN_INDICATORS = {
    "kkmp": "Jumlah KKMP",
    "kelurahan": "Jumlah kelurahan",
    "tidak_aktif": "Bubar atau digabung",
    "belum_beroperasi": "Belum beroperasi",
    "usaha_tidak_diketahui": f"Usaha {NO_DATA}",
    "sudah_rat": "Sudah RAT",
    "belum_rat": "Belum RAT",
    "rat_tidak_diketahui": f"RAT {NO_DATA}",
    "pelatihan.kegiatan": "Kegiatan pelatihan",
    "pelatihan.peserta": "Peserta pelatihan",
    "pelatihan.tanpa_jumlah": "Pelatihan tanpa jumlah peserta",
    "pelatihan.kkmp_terjangkau": "KKMP ikut pelatihan",
}


def figure_beside(figure: FigureBeside) -> list[str]:
    """`terbit 34`, `register 34`, `sama`: a figure and the register's, in pieces."""
    stated = f"terbit {figure.nilai}"
    if figure.tidak_diketahui and figure.tidak_diketahui >= figure.kkmp:
        return [stated, f"register {NO_DATA}"]
    if figure.register is None:
        return [stated, "indikator ini tidak dikenal"]
    own = f"register {numbers.show(figure.register)}"
    if figure.register_persen is not None:
        own = f"register {numbers.share(figure.register, figure.kkmp)}"
    if figure.tidak_diketahui:
        return [stated, own, f"{numbers.show(figure.tidak_diketahui)} {NO_DATA}"]
    return [stated, own, *_difference(figure)]


def _difference(figure: FigureBeside) -> list[str]:
    if figure.selisih is None:
        return []
    if not figure.selisih:
        return ["sama"]
    direction = "lebih banyak" if figure.selisih > 0 else "lebih sedikit"
    size = abs(figure.selisih)
    shown = numbers.show(size) if isinstance(size, int) else numbers.show_points(size)
    return [f"register {direction} {shown}{' poin' if figure.register_persen is not None else ''}"]


PROFILE_NOTE = "NIK koperasi, unit usaha dan mitra: menurut catatan terakhir."


def obstacle(one: Obstacle) -> str:
    """`modal: kurang 20 juta (sejak 3 Februari 2026)`; with the milestone if not usaha."""
    lead = "" if one.milestone == "usaha" else f"{step(one.milestone)}, "
    return f"{lead}{_cause(one)}"


def paper(name: str) -> str:
    """What a loan needs, in a word or two: `SK badan hukum`, `NIK koperasi`."""
    return "NIK koperasi" if name == "nik_koperasi" else step(name)


def figure_reason(figure: FigureBeside, book_year: int) -> str:
    """Why a published number likely differs from the register's; empty if nobody can tell."""
    if figure.tidak_diketahui and figure.register is not None:
        return (
            f"{numbers.show(figure.tidak_diketahui)} {NO_DATA} di register" if figure.kkmp else ""
        )
    reason = figure.sebab
    if reason is None:
        return ""
    if reason.arti:
        return f"angka itu sama dengan hitungan `{indicator(reason.arti, built_in(), book_year)}`"
    return f"angka itu sama dengan register per {dates.show(reason.per)}" if reason.per else ""


def last_word(day: str | None) -> str:
    """Until which day word has come of a kota: `kabar terakhir 2 Juli 2026`."""
    return f"kabar terakhir {dates.show(day)}" if day else NO_WORD_YET
