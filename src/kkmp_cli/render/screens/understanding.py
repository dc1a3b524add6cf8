"""What was understood of a file, in words: two lines, then all to know before the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kkmp_cli.errors import Advice, Command, pasted
from kkmp_cli.importing import Understanding
from kkmp_cli.importing.appearance import Appearance
from kkmp_cli.importing.corrected_cells import CellRead
from kkmp_cli.importing.form_answers import Answers
from kkmp_cli.importing.headings.heading_hints import Shipped, Unknown
from kkmp_cli.importing.headings.maps import Map
from kkmp_cli.importing.headings.own_headings import again
from kkmp_cli.importing.headings.word_meanings import state_kept
from kkmp_cli.importing.new_fields import are_of_persons
from kkmp_cli.importing.sheet_layout import BY_DEFAULT, BY_FILE, BY_OPTION
from kkmp_cli.importing.sheet_totals import Difference
from kkmp_cli.model.vocabulary import NOTE_FIELD, NUMBER
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.excerpt import WHOLE, short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.render.words import PERSONAL, listed, some
from kkmp_cli.sheets.sheet import column_letter

_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "cp1252": "Windows (cp1252)",
}
_SEPARATORS = {",": "koma", ";": "titik koma", "\t": "tab", "|": "garis tegak"}
_UNLESS = ", kecuali baris atau catatan berkata lain"
"""A number proves its milestone only where neither row nor register states another keadaan."""
_NAMES = 60
_LAST_MINUTE = r"(?<!\d)23[:.]59\b"
_SHOWN = 5
"""So many cells are named; of more, how many."""
_FROM = {BY_OPTION: "dari --per", BY_FILE: "dari judul berkas"}


def lines(file: Understanding) -> Iterator[str]:
    """The lines of one file."""
    yield f"{file.file}: {', '.join(_form(file))}"
    meant = [
        heading if heading.casefold() in plain else f"{heading} → {meaning}"
        for heading, plain, meaning in _columns(file)
    ]
    yield f"  Dibaca: {', '.join(meant)}" + (
        f" · diabaikan: {', '.join(map(short, file.ignored))}" if file.ignored else ""
    )
    yield from notes(file)


def notes(file: Understanding) -> Iterator[str]:
    """What else is to be known of it before the plan."""
    for several in (
        _remembered(file),
        _meant(file),
        _retired(file),
        _corrected(file),
        _left_out(file),
        _assumed(file),
        _numbers(file),
        _answers(file),
        _unknown(file),
        _appearance(file.appearance),
        _unticked(file),
        _empty(file),
        _closing(file),
    ):
        yield from (Advice("  {}", note) for note in several)


def _form(file: Understanding) -> Iterator[str]:
    if file.sheet is not None:
        yield f"lembar {short(file.sheet)}"
    beside = f" mulai kolom {column_letter(file.first_column)}" if file.first_column else ""
    yield f"judul di baris {file.heading_row}{beside}"
    if file.encoding is not None and file.separator is not None:
        yield _ENCODINGS.get(file.encoding, file.encoding)
        yield f"pemisah {_SEPARATORS.get(file.separator, file.separator)}"
    today = "hari ini" if file.mentioned else "hari ini; tidak ada tanggal lain"
    yield f"keadaan per {dates.show(file.per)} ({_FROM.get(file.per_from, today)})"
    yield f"{show(file.rows)} baris data"


def _columns(file: Understanding) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Each heading, the headings that need no explanation, and what it means."""
    for column in file.columns:
        title = column.field.title
        more = (
            (" (tanggal)" if column.dated else "")
            + (f" = {column.tick}" if column.tick else "")
            + (" (catatan)" * column.note)
        )
        plain = () if more else (column.field.name, title.casefold())
        yield short(column.heading), plain, f"{title}{more}"


def _column(heading: str) -> str:
    return f'Kolom "{short(heading)}"'


def _remembered(file: Understanding) -> Iterator[str]:
    if file.remembered:
        forget = Command("import", "--forget", file.remembered[0].heading)
        yield Advice("Diingat: {}. Lupakan dengan `{}`.", meanings(file.remembered), forget)


def meanings(maps: Iterable[Map]) -> str:
    """What is remembered: `Mitra 2 → catatan, Ket. → diabaikan, x → berarti belum`."""
    return ", ".join(f"{one.heading} → {meaning(one.name)}" for one in maps)


def meaning(name: str) -> str:
    """What a heading or a word of cells is remembered to mean, as the register keeps it."""
    state = state_kept(name)
    if state is None:
        return name or "diabaikan"
    return f"berarti {state}" if state else "tidak menyatakan apa-apa"


def _retired(file: Understanding) -> Iterator[str]:
    for heading, choices in file.retired.items():
        yield f'Kolom "{heading}": pilihan yang sudah pensiun tetap dibaca: {", ".join(choices)}'


def _meant(file: Understanding) -> Iterator[str]:
    if file.meant:
        words = ", ".join(f"`{word}` = {state or 'kosong'}" for word, state in file.meant.items())
        yield f"Dibaca menurut --arti: {words}."


def _corrected(file: Understanding) -> Iterator[str]:
    """The cells that are read otherwise than they stand in the file, each with both texts."""
    if file.corrected:
        told = [f"{one.cell.name} {_both(one)}" for one in file.corrected]
        more = f"; … dan {show(len(told) - WHOLE)} lagi" * (len(told) > WHOLE)
        yield f"Dibetulkan {show(len(told))} sel: {'; '.join(told[:WHOLE])}{more}."


def _both(one: CellRead) -> str:
    if one.personal:
        return PERSONAL
    return f"{_quoted(one.cell.old)} → {_quoted(one.cell.new)}"


def _quoted(text: str) -> str:
    return f"`{short(text)}`" if text.strip() else "kosong"


def _left_out(file: Understanding) -> Iterator[str]:
    if file.left_out:
        rows = [
            f"{one.row} ({one.area.distinct_name})" if one.area else str(one.row)
            for one in file.left_out
        ]
        yield f"Tidak diikutkan (--skip-row): baris {listed(rows, _NAMES)}."


def _assumed(file: Understanding) -> Iterator[str]:
    if file.per_from == BY_OPTION and file.title_per and file.title_per != file.per:
        yield f"Judul berkas menyebut {dates.show(file.title_per)}; yang dipakai --per."
    if file.mentioned:
        first = file.mentioned[0].isoformat()
        yield f"{days_of(file)}, tidak dipakai; bila itu tanggal keadaannya: --per {first}"
    recalled = {one.heading for one in file.remembered}
    for heading, name in file.assumed:
        if heading in recalled:
            continue
        yield (
            f"{_column(heading)} dibaca sebagai {file.label_of(name)} ({name}); bila lain: "
            f"{pasted('--map', f'{heading}=…')}."
        )


def days_of(file: Understanding) -> str:
    """Where days stand of which none is said to be the one of the file."""
    where = "Nama berkas" if file.in_name else "Judul"
    return f"{where} memuat {', '.join(map(dates.show, file.mentioned))}"


def _numbers(file: Understanding) -> Iterator[str]:
    states = {column.heading: column.field.name for column in file.columns}
    for heading, count in file.numbers.items():
        name = states[heading]
        yield f"{_column(heading)}: {show(count)} nomor → {name}_nomor, {name} = sudah{_UNLESS}"
    stated = set(states.values())
    for column in file.columns:
        state = column.field.state_field
        if column.field.kind == NUMBER and state and state not in stated:
            means = f"nomor → {column.field.name}, {state} = sudah"
            yield f"{_column(column.heading)}: {means}{_UNLESS}"


def _answers(file: Understanding) -> Iterator[str]:
    """What the moments of a web form are used for."""
    answers = file.answers
    if answers.days and file.per_from == BY_DEFAULT:
        days = sorted({*answers.days.values()})
        span = " sampai ".join(dict.fromkeys(map(dates.show, (days[0], days[-1]))))
        yield f"{_column(answers.heading)}: hari keadaan tiap baris, {span}."
    if answers.replaced:
        rows = ", ".join(
            f"{answers.areas[newest].kelurahan} (baris {newest}, bukan {_rows_of(answers, newest)})"
            for newest in dict.fromkeys(answers.replaced.values())
        )
        yield f"Dijawab lebih dari sekali; yang terbaru dipakai: {rows}."


def _rows_of(answers: Answers, newest: int) -> str:
    earlier = (row for row, later in answers.replaced.items() if later == newest)
    return ", ".join(f"baris {row}" for row in earlier)


def _unread(one: Unknown) -> str:
    """A column that is not read: why, and what may be done about it."""
    column = f'Kolom {one.letter} "{short(one.heading)}"'
    silence = "agar tidak disebut lagi"
    if one.retired:
        template = "{}: bidang {} sudah pensiun, tidak dibaca; pakai lagi: `{}`; {}: {}"
        return Advice(template, column, one.retired, again(one.retired), silence, one.map)
    if one.shipped and not one.nearest:
        return _shipped(column, one.shipped)
    column = f"{column} tidak dikenal, tidak dibaca"
    if one.nearest:
        return f"{column}; mungkin {one.nearest}: {one.map}"
    if one.map.endswith(('="', "='")) or are_of_persons(one.heading, ()):
        return f"{column}; {silence}: {one.map.replace('…', '')}"
    note = one.map.replace("…", NOTE_FIELD.name)
    return f"{column}; untuk menyimpannya sebagai catatan: {note}"


def _shipped(column: str, field: Shipped) -> str:
    """The same of a column for which a package has a field."""
    take_over = Command("field", "add", "--paket", field.package)
    return Advice(
        "{} tidak dikenal, tidak dibaca; paket {} punya bidang {} ({}): {}",
        *(column, field.package, field.label, field.meaning),
        take_over,
    )


def may_be_mapped(file: Understanding) -> bool:
    """True where a column is told with a `--map`."""
    named = (one for one in file.unknown if one.heading != file.answers.heading)
    return any(one.nearest or not one.shipped for one in named)


def _unknown(file: Understanding) -> Iterator[str]:
    for one in file.unknown:
        if one.heading == file.answers.heading:
            continue
        yield _unread(one)
    if file.passed_over:
        yield f"Lembar lain tidak dibaca: {', '.join(map(short, file.passed_over))}."
    if file.cleaned:
        yield f"{show(file.cleaned)} isian berisi huruf yang tidak terlihat; huruf itu dibuang."
    for heading, several in file.timed.items():
        line = f"{_column(heading)}: jam tidak dicatat, hanya harinya ({some(several, _SHOWN)})."
        yield line + _late(several)
    if file.untitled:
        yield f"{show(file.untitled)} isian di kolom tanpa judul{_without_heading(file)}."


def _without_heading(file: Understanding) -> str:
    """The letters of the columns without a heading, with the `--map` that reads one of them."""
    titled = {heading.position for heading in file.headings}
    gaps = [column_letter(at) for at in range(max(titled, default=0)) if at not in titled]
    if not gaps:
        return " tidak dibaca"
    return f' ({", ".join(gaps)}) tidak dibaca; bila perlu: --map "kolom {gaps[0]}=…"'


def _unticked(file: Understanding) -> Iterator[str]:
    for name, areas in file.unticked.items():
        label, named = file.label_of(name), listed(areas, _NAMES)
        yield f"{label}: tidak satu pun kolomnya dicentang ({show(len(areas))}): {named}."


def _late(several: Iterable[str]) -> str:
    """What a minute before midnight may mean: a program that has lost seconds of a day."""
    late = any(re.search(_LAST_MINUTE, text) for text in several)
    return " Jam 23.59 dapat berarti hari berikutnya: periksa harinya." * late


def _empty(file: Understanding) -> Iterator[str]:
    for name, count in file.belum.items():
        yield (
            f"{file.label_of(name)}: {show(count)} sel kosong dibaca sebagai belum "
            f"(--kosong-belum)."
        )
    left = [name for name, count in file.empty.items() if count and name not in file.belum]
    if left:
        counts = ", ".join(f"{file.label_of(name)} {show(file.empty[name])}" for name in left)
        names = ",".join(name for name in left if name not in file.appearance.doubtful)
        advice = f" Bila kosong berarti belum: --kosong-belum {names}" if names else ""
        yield f"Sel kosong tidak dianggap belum: {counts}.{advice}"
    doubtful = [file.label_of(name) for name in left if name in file.appearance.doubtful]
    if doubtful:
        yield (
            f"Kosong belum tentu berarti belum di kolom {', '.join(doubtful)}: ada sel gabungan, "
            f"kesalahan, warna atau komentar. Tulis keadaannya di sel itu."
        )


def _appearance(shown: Appearance) -> Iterator[str]:
    if shown.hidden_rows:
        rows, count = ", ".join(spans(shown.hidden_rows)), show(len(shown.hidden_rows))
        yield f"{count} baris tersembunyi ikut dibaca: baris {rows}."
    if shown.hidden_columns:
        listed = ", ".join(
            f'{each.letter} "{short(each.heading)}"' for each in shown.hidden_columns
        )
        yield f"{show(len(shown.hidden_columns))} kolom tersembunyi ikut dibaca: {listed}."
    for why, columns in shown.marked.items():
        places = ", ".join(
            f'"{short(each.heading)}" {some(cells, _SHOWN)}' for each, cells in columns.items()
        )
        yield f"Sel kosong {why}, artinya tidak dapat dibaca: {places}."


def spans(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in order, those side by side together: 5, 6, 7, 9 → `5-7`, `9`."""
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        first, *others = (number for _, number in group)
        yield f"{first}-{others[-1]}" if others else str(first)


def _closing(file: Understanding) -> Iterator[str]:
    yield from differences(file.differences)
    if file.uncompared:
        yield "Baris jumlah tidak dibandingkan, karena ada baris yang ditolak."
    if file.below_closing:
        end = file.next_table - 1 if file.next_table else None
        yield unread((file.closing_row or 0) + 1, file.below_closing, end)
    for row in file.totals:
        yield f"Tabel berjudul di baris {row} tidak dibaca: rekap per wilayah, bukan per kelurahan."
    if file.joined:
        yield f"{show(file.joined)} baris digabung dengan baris kelurahan itu di tabel di atasnya."


def differences(those: Iterable[Difference]) -> Iterator[str]:
    """Where a row of totals says otherwise than what was read."""
    for one in those:
        yield (
            f'{one.cell}: baris jumlah menulis {show(one.stated)} untuk "{short(one.heading)}", '
            f"yang terbaca {show(one.read)}."
        )


def unread(first: int, count: int, last: int | None = None) -> str:
    """From which row on, or up to which, nothing was read, and how many rows stand there."""
    rows = f"{first}-{last}" if last else f"{first} ke bawah"
    return f"Baris {rows} tidak dibaca: {show(count)} baris di bawah tabel (catatan, tanda tangan)."
