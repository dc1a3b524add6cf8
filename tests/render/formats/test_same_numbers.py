"""Any register, in every format: the same number everywhere, and text from outside is text
everywhere.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import python_calamine
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kkmp_cli import reports
from kkmp_cli.milestones import codes
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.followup import NO, YES, FollowUp
from kkmp_cli.model.target import Target
from kkmp_cli.model.timeline import Span
from kkmp_cli.parsing.text import printable
from kkmp_cli.render import packet
from kkmp_cli.render.console import Page
from kkmp_cli.render.document import (
    BARS,
    DAY,
    HEADLINES,
    Document,
    Table,
    Value,
    data_tables,
    for_paper,
    shown,
)
from kkmp_cli.render.formats import (
    chat,
    chat_signs,
    html,
    markdown,
    pdf,
    report_json,
    terminal,
    xlsx,
)
from kkmp_cli.render.formats import csv as csv_format
from kkmp_cli.render.formats.workbook_sheets import ACROSS
from kkmp_cli.render.words import sentences
from kkmp_cli.reports.details import complete
from kkmp_cli.reports.report import Report
from matrices import cells_of, in_words
from page_cells import Cells
from random_registers import DAYS, YEARS, snapshots

PRINTED = datetime(2026, 3, 12, 2, 15, tzinfo=UTC)
NASTY = (
    "=1+1",
    "<script>alert(1)</script>",
    "[bold]Kampung[/x] :house:",
    "**tebal** _miring_",
    "| pipa |",
    "@SUM(A1)",
    "{{ 7*7 }}",
    "#let x = 1",
    "&amp; & Anak",
    "'; DROP TABLE--",
    "\\n ujung\\",
    "https://contoh.id",
    "a](b) ![c](d)",
    "*",
    "~~coret~~ `kode`",
    "+62",
    "- satu",
    "1. satu",
    "$rumus$",
    '"><img src=x>',
    "Ü\u202eğ\x1b[31m",
    "<!-- x",
)
LISTS = (
    "belum_beroperasi",
    "usaha_tidak_diketahui",
    "sudah_rat",
    "belum_rat",
    "rat_tidak_diketahui",
    "tunggakan_rat",
    "target",
    "tindak_lanjut",
    "angka_rujukan",
    "berubah",
)


def few(examples: int) -> settings:
    """Each example is rendered eight times over, so a failure is shown as it was found, not made
    smaller.
    """
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    return settings(
        max_examples=examples, deadline=None, suppress_health_check=slow, phases=[Phase.generate]
    )


@st.composite
def registers(draw: st.DrawFn) -> Snapshot:
    """A random register with kendala, plans, partners and names that would act if they could."""
    base = draw(snapshots())
    nasty = st.sampled_from(NASTY)
    found = []
    for one in base.cooperatives:
        area = one.area._replace(kelurahan=draw(nasty)) if draw(st.booleans()) else one.area
        since = str(draw(DAYS))
        values = dict(one.values)
        if draw(st.booleans()):
            values |= {
                "mitra": f"Bulog;{draw(nasty)}",
                "unit_usaha": "sembako",
                "nik_koperasi": "31710",
            }
        spans = (
            {"usaha": (Span(since, None, f"modal: {draw(nasty)}"),)} if draw(st.booleans()) else {}
        )
        plans = {"nib": (Span(since, None, str(draw(DAYS))),)} if draw(st.booleans()) else {}
        found.append(one._replace(area=area, values=values, obstacles=spans, plans=plans))
    held = {one.area.kode: one.area for one in found}
    areas = tuple(held.get(area.kode, area) for area in base.areas)
    day = str(draw(DAYS))
    kode = tuple(sorted(held))[:1]
    return base._replace(
        areas=areas,
        cooperatives=tuple(found),
        targets=(Target(1, "usaha", day, "31.71", None, "40", draw(nasty), day),),
        figures=(Figure(1, "beroperasi", "5", "31.71", day, draw(nasty)),),
        followups=tuple(
            FollowUp(
                number,
                draw(nasty),
                draw(nasty),
                day,
                None if kode else "31.71",
                kode,
                keputusan=draw(st.sampled_from([YES, NO, None])),
            )
            for number in (1, 2)
        ),
    )


def grids(document: Document) -> Iterator[tuple[str, list[list[str]]]]:
    """Every table that stands as a grid on paper: its key, its heading, rows and total as
    printed.
    """
    for part in document.parts:
        for section in for_paper(part).sections:
            for table in section.tables:
                if not table.groups and table.chart not in (BARS, HEADLINES):
                    yield table.key, printed(table)


def printed(table: Table) -> list[list[str]]:
    """The cells of a table as they are shown, without what no screen can bear."""
    rows = [*table.rows, *([table.total] if table.total else [])]
    kinds = [column.kind for column in table.columns]
    found = [[shown(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows]
    return [
        [bare(cell) for cell in row] for row in [[column.label for column in table.columns], *found]
    ]


def bare(text: str) -> str:
    """Without control and bidi characters and outer spaces."""
    return re.sub("[\u202e\x1b]", "", text).strip()


def as_document(report: Report, detail: bool = True) -> Document:
    """The packet of a report."""
    return packet.document(report, PRINTED, detail)


@given(registers(), DAYS, st.sampled_from(YEARS), st.integers(1, 300))
@few(30)
def test_the_same_number_is_the_same_in_every_format(
    snapshot: Snapshot, per: date, year: int, back: int
) -> None:
    report = complete(reports.build(snapshot, per, year, per - timedelta(back)), snapshot)
    made = as_document(report)
    data = data_tables(made)
    in_csv = {key: rows_of_csv(csv_format.as_csv(table)) for key, table in data.items()}
    page = Cells(html.write(made))
    text = terminal.write(made, Page(None)).plain
    message = chat.write(report)
    as_json = json.loads(report_json.text(report))
    assert [key for key, _ in page.tables] == [key for key, _ in grids(made)]
    for (key, rows), (_, expected) in zip(page.tables, grids(made), strict=True):
        assert rows == expected, key
    assert markdown_grids(markdown.write(made)) == [
        rows
        for part in made.parts
        for s in for_paper(part).sections
        for rows in [
            *([[[*map(bare, row)] for row in cells_of(s.matrix)]] if s.matrix else []),
            *(printed(t) for t in s.tables if not t.groups),
        ]
    ]
    matrices = [s.matrix for part in made.parts for s in part.sections if s.matrix]
    assert [[[*map(bare, row)] for row in in_words(one)] for one in matrices] == page.matrices
    standing = {(row.get("kota", ""), row["kunci"]): row for row in in_csv.get("milestone", [])}
    for kota, plain in zip(report.kota, as_json["kota"], strict=True):
        if not kota.kkmp and not kota.tidak_aktif:
            continue
        name = bare(packet.part_of(report, kota, False).name) if len(made.parts) > 1 else ""
        for code in codes():
            held = kota.milestone[code]
            row = standing[name, code]
            assert plain["milestone"][code]["sudah"] == held.sudah
            assert row["sudah"] == (str(held.sudah) if held.known or not held.asked else "")
            for state in ("proses", "terkendala", "belum", "berhenti", "tidak_diketahui"):
                assert row[state] == str(plain["milestone"][code][state])
            said = sentences.standing(held)
            label = sentences.short_label(code, year)
            assert [label, "", said] in [[a, b, " · ".join(_still(c))] for a, b, c in page.bars]
            if kota.kkmp:
                assert all(piece in text for piece in said.split(" · "))
        if kota.kkmp:
            assert f"Beroperasi: {sentences.standing(kota.milestone['usaha'])}" in message
    for key in LISTS:
        counted = sum(len(plain[key]) for plain in as_json["kota"])
        if key == "target":
            counted = len(in_csv.get(key, []))
        assert len(in_csv.get(key, [])) == counted, key
    drawn = {
        (s["title"], t["title"]): t
        for p in pdf._document(made)["parts"]
        for s in p["sections"]
        for t in s["tables"]
    }
    assert {
        tuple(tuple(map(bare, row)) for row in t["rows"]) for t in drawn.values() if not t["groups"]
    } <= {
        tuple(map(tuple, printed(t)[1 : len(t.rows) + 1])) if t.rows else ()
        for part in made.parts
        for s in for_paper(part).sections
        for t in s.tables
    }
    the_first_page_everywhere(made, page, text)
    in_a_workbook(xlsx.write(made), data)


def the_first_page_everywhere(made: Document, page: Cells, text: str) -> None:
    """Its sentences and its figures stand in every format, as one and the same words."""
    drawn = pdf._document(made)["parts"]
    for part, on_paper in zip(made.parts, drawn, strict=True):
        first = part.sections[0] if part.sections else None
        if first is None or first.key != "pokok":
            continue
        assert on_paper["sections"][0]["lead"] == [*map(printable, first.lead)]
        in_pdf = on_paper["sections"][0]["headlines"]
        assert in_pdf == [one._asdict() for one in first.headlines]
        for words in first.lead:
            assert bare(words) in bare(page.text) and printable(words) in text
        figures = [(one.label, f"{one.number} {one.of}", one.words) for one in first.headlines]
        assert not set(figures) - set(page.headlines)
        for one in first.headlines:
            assert re.search(rf"{one.number} +{one.of} +{one.label}", text)


def _still(said: str) -> list[str]:
    """The pieces of a bar's words without the change and the target."""
    change = ("naik ", "turun ", "target ", "batas ")
    pieces = [piece for piece in said.split(" · ") if not piece.startswith(change)]
    return [piece for piece in pieces if not piece.endswith(" baru tercatat")]


def rows_of_csv(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV for Excel in Indonesia."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def markdown_grids(text: str) -> list[list[list[str]]]:
    """The tables of a Markdown text, escapes and bold taken off again."""
    found: list[list[list[str]]] = []
    before = ""
    for line in text.split("\n"):
        if line.startswith("| "):
            if not before.startswith("| "):
                found.append([])
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not all(re.fullmatch(r"-+:?", cell) for cell in cells):
                found[-1].append([plain(cell) for cell in cells])
        before = line
    return found


def plain(cell: str) -> str:
    """A cell of Markdown as it is read."""
    if cell.startswith("**") and cell.endswith("**"):
        cell = cell[2:-2]
    return bare(re.sub(r"\\(.)", r"\1", cell))


def in_a_workbook(content: bytes, data: dict[str, Table]) -> None:
    """Every row of every list is on some sheet; there is no formula and no link in any of them."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        sheets = [
            file.read(name).decode()
            for name in file.namelist()
            if name.startswith("xl/worksheets/sheet")
        ]
    assert len(sheets) <= 8
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    found = {
        frozenset(map(as_text, row))
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    }
    for key, table in data.items():
        for row in table.rows if key != "matriks" else ():
            assert any(cells <= held for held in found for cells in [cells_of_row(table, row)]), key


def cells_of_row(table: Table, row: Sequence[Value]) -> frozenset[str]:
    """What a sheet must show of a row; of a very wide one, that it names it."""
    pairs = [*zip(row, table.columns, strict=True)][table.columns[0].key == "kunci" :]
    shown_there = pairs if len(pairs) <= ACROSS else pairs[:2]
    return frozenset(
        as_text(cell)
        for cell, column in shown_there
        if cell not in (None, "") and column.kind != DAY
    )


def as_text(cell: object) -> str:
    """A cell as it can be compared."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else bare(str(cell))


@given(registers(), DAYS)
@few(15)
def test_text_from_outside_is_text_in_every_format(snapshot: Snapshot, per: date) -> None:
    report = complete(reports.build(snapshot, per), snapshot)
    made = as_document(report)
    page = Cells(html.write(made))
    assert page.tags & {"script", "img", "iframe", "object", "link", "form"} == set()
    assert not any(name.startswith("on") or name == "src" for name in page.attributes)
    for content in map(csv_format.as_csv, data_tables(made).values()):
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"):
            assert not any(cell[:1] in ("=", "@", "+", "\t") for cell in row)
    for one in (
        markdown.write(made),
        html.write(made),
        chat.write(report),
        chat.write(report, True),
    ):
        assert "\x1b" not in one and "\u202e" not in one
    for each in (True, False):
        assert all(len(one) < chat.LIMIT for one in chat.write(report, each).split(chat.BETWEEN))


def test_markdown_shows_every_nasty_name_as_it_is() -> None:
    for name in NASTY:
        written = markdown.text(name)
        assert plain(written) == bare(name)
        assert not re.search(r"(?<!\\)[*_`<\[|]", written)
        assert not re.match(r"(\d+[.)]|[-+]) ", written)


def test_typst_prints_every_nasty_name_and_a_message_never_makes_it_bold() -> None:
    from snapshots import stuck

    snapshot = stuck()
    areas = [
        area._replace(kelurahan=name) for area, name in zip(snapshot.areas, NASTY, strict=False)
    ]
    held = tuple(
        one._replace(area=area) for one, area in zip(snapshot.cooperatives, areas, strict=False)
    )
    report = complete(
        reports.build(snapshot._replace(areas=tuple(areas), cooperatives=held), date(2026, 3, 10)),
        snapshot,
    )
    assert pdf.write(as_document(report)).startswith(b"%PDF-")
    assert chat_signs.plain("*tebal*") == "＊tebal＊"


def test_a_packet_without_any_kota_still_opens_in_every_format() -> None:
    empty: Any = complete(reports.build(Snapshot((), ()), date(2026, 3, 10)), Snapshot((), ()))
    made = as_document(empty)
    assert "0 KKMP" in markdown.write(made) and "0 KKMP" in html.write(made)
    assert xlsx.write(made)[:2] == b"PK"
    assert pdf.write(made).startswith(b"%PDF-")
    assert chat.write(empty) == "Belum ada koperasi di register ini."
