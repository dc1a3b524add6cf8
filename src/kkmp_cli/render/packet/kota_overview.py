"""A line per kota and the total, without names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kkmp_cli.areas.kota import short_name
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import ALWAYS, NEVER, Column, Part, Row, Section, Table
from kkmp_cli.render.packet.table_cells import count, day, in_order, share_text
from kkmp_cli.render.words import NO_DATA, NOTHING, narrative, sentences
from kkmp_cli.reports.report import Summary, SummaryRow

_SHORT = {
    "usaha": "Usaha",
    "rat": "RAT",
    "musyawarah": "Musy.",
    "sk_kemenkop": "SK",
    "rekening": "Rek.",
}
"""What heads a column where there is little room."""
_PLACE = (
    Column("kode", "Kode", paper=NEVER),
    Column("nama", "Kota/kabupaten"),
    count("kkmp", "KKMP"),
)
_UNSAID = "\N{NO-BREAK SPACE}"
"""A cell that is empty on purpose, and no `belum ada data`."""
_LAST_WORD = (
    day("kabar_terakhir", "Kabar terakhir", NEVER),
    Column("kabar_teks", "Kabar terakhir"),
)
_PARTS = (("sudah", NEVER), ("belum_ada_data", NEVER), ("teks", ALWAYS))
"""Of each milestone: the columns, and whether they stand on paper."""
_ALL = f"{NOTHING} = {NO_DATA} sama sekali."
_NOTE = f"Angka = sudah; (n?) = {NO_DATA} untuk n KKMP; {_ALL}"
_NARROW_NOTE = (
    f"Angka = sudah; 5? = 5 sudah, sebagian lain {NO_DATA}; {_ALL} Usaha = beroperasi (unit usaha "
    "berjalan). RAT = tahun buku {}, dari yang wajib."
)


def overview_part(value: Summary) -> Part:
    """The only part of the document on all kota."""
    title = "Per kota/kabupaten"
    section = Section("kota", title, tables=(_table(value, title),), notes=sentences.DEFINITIONS)
    kota = f"{numbers.show(len(value.kota))} kota/kabupaten"
    facts = f"{numbers.show(value.total.kkmp)} KKMP di {kota}" if value.kota else sentences.NOBODY
    name = "Semua kota/kabupaten di register ini"
    return Part("semua", name, (facts,), (section,), narrative.of_summary(value))


def _table(value: Summary, title: str) -> Table:
    codes, with_word = in_order(value.total.milestone), _is_told(value)
    columns = [*_PLACE, *_columns(value, codes), *(_LAST_WORD if with_word else ())]
    *rows, total = (_row(row, codes, with_word) for row in (*value.kota, value.total))
    made = Table("kota", title, tuple(columns), tuple(rows), total, (_NOTE,))
    return made._replace(narrow=_narrow(value, codes, made))


def _columns(value: Summary, codes: Sequence[str]) -> Iterator[Column]:
    """Those of each milestone."""
    for code in codes:
        label = sentences.short_label(code, value.tahun_buku)
        yield from (count(f"{code}_{part}", label, paper) for part, paper in _PARTS)


def _is_told(value: Summary) -> bool:
    return any(row.kabar_terakhir is not None for row in value.kota)


def _words(value: Summary) -> Iterator[str]:
    """Until which day word has come of each kota, in one line, where it is told."""
    told = [
        f"{short_name(row.nama)}: {sentences.last_word(row.kabar_terakhir)}"
        for row in (value.kota if _is_told(value) else ())
    ]
    if told:
        yield f"{'; '.join(told)}."


def _row(row: SummaryRow, codes: Sequence[str], with_word: bool) -> Row:
    cells: list[str | int | None] = [row.kode, row.nama or "Jumlah", row.kkmp]
    for code in codes:
        counts = row.milestone[code]
        done = counts.sudah if counts.known else None
        cells += [done, counts.tidak_diketahui, share_text(counts)]
    if with_word:
        cells += [row.kabar_terakhir or None, _day(row)]
    return tuple(cells)


def _day(row: SummaryRow) -> str:
    """The day of the last word; of all kota together nothing is said."""
    if row.kabar_terakhir is None:
        return _UNSAID
    return dates.show(row.kabar_terakhir) if row.kabar_terakhir else sentences.NO_WORD_YET


def _narrow(value: Summary, codes: Sequence[str], wide: Table) -> Table:
    """Short headings, short names, and no number of those that are not known."""
    heads = (_SHORT.get(code) or sentences.step(code) for code in codes)
    columns = (*wide.columns[1:3], *(count(head, head) for head in heads))
    *rows, total = (_narrow_row(row, codes) for row in (*value.kota, value.total))
    made = wide._replace(columns=columns, rows=tuple(rows), total=total)
    return made._replace(notes=(*_words(value), _NARROW_NOTE.format(value.tahun_buku)))


def _narrow_row(row: SummaryRow, codes: Sequence[str]) -> Row:
    shares = (share_text(row.milestone[code], brief=True) for code in codes)
    return (short_name(row.nama) or "Jumlah", row.kkmp, *shares)
