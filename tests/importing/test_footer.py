"""Notes and signatures below a table that no JUMLAH row closes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from office_sheets import (
    read_text,
    values_of,
)

TABLE = "No;Kelurahan;NIB;Gerai;Keterangan\n1;Gambir;sudah;belum;\n2;Cideng;sudah;sudah;baik\n"


FOOTERS = {
    "a note": ";Keterangan:;;;\n;Data per Maret 2026, menunggu Menteng;;;",
    "a note in the first column": "Catatan:;;;;\n1. Data sementara;;;;\n2. Sumber: Sudin "
    "PPKUKM;;;;",
    "a source": ";Sumber: Sudin PPKUKM Jakarta Pusat;;;",
    "a source after blank rows": ";;;;\n;;;;\n*) angka sementara;;;;",
    "a signature": ";;;;\n;;;Jakarta, 10 Maret 2026;\n;;;Mengetahui,;\n;;;Lurah Gambir;\n;;;;\n"
    ";;;Budi Santoso, S.Sos;\n;;;NIP. 197001011990031001;",
    "a signature in the last column": ";;;;Jakarta,      Maret 2026\n;;;;Kepala Suku "
    "Dinas\n;;;;(................)",
    "a signature below the names": ";Mengetahui,;;;\n;Lurah Gambir;;;\n;Budi Santoso;;;\n;NIP. "
    "197001011990031001;;;",
    "two signatures": ";Mengetahui,;;Jakarta, 10 Maret 2026;\n;Camat Gambir;;Lurah Cideng;\n"
    ";Budi Santoso;;Ani Lestari;\n;NIP. 1970;;NIP. 1980;",
    "a note and a signature": ";Catatan: Menteng menyusul;;;\n;;;Jakarta, 10/3/2026;\n;;;Camat;",
}


@pytest.mark.parametrize("footer", FOOTERS.values(), ids=FOOTERS)
def test_notes_and_signatures_end_a_table_that_no_closing_row_ends(footer: str) -> None:
    reading = read_text(TABLE + footer)
    assert set(values_of(reading)) == {"Gambir", "Cideng"}
    (file,) = reading.files
    lines = [at for at, line in enumerate(footer.split("\n"), 4) if line.strip(";")]
    assert (file.closing_row, file.below_closing) == (lines[0] - 1, len(lines))
    assert (file.rows, file.held_back, file.rejected, file.differences) == (2, 0, frozenset(), ())


def test_cells_of_a_footer_are_not_counted_as_empty_ones() -> None:
    reading = read_text(TABLE + ";Catatan: sementara;;;", empty_as_belum=("gerai",))
    assert reading.files[0].belum == {}
    assert read_text(TABLE + ";Catatan: sementara;;;").files[0].empty == {}


DOUBTED = {
    "a cooperative below it": ";Catatan: belum lengkap;;;\n3;Petojo Utara;sudah;sudah;",
    "a bare name below it": ";Mengetahui,;;;\n;Lurah;;;\n;Petojo Utara;;;",
    "a misspelt name below it": ";Catatan: belum lengkap;;;\n;Petojo Utra;;;",
    "a misspelt name that states nothing, numbered": ";Catatan: belum lengkap;;;\n3;Ptj Utr;;;",
    "what may be a name": ";Catatan: belum lengkap;;;\n;Ptj Utr;;;",
    "a name with a note": ";;;Mengetahui,;\n;Ptj Utr;;;baik",
    "a name with a word that cannot be read": ";;;Mengetahui,;\n;Ptj Utr;entah;;",
    "a name of another kota": ";;;Mengetahui,;\n;Pluit;;;",
    "a value without a name": ";Catatan: belum lengkap;;;\n;;sudah;;",
    "a date without a name": ";;;Mengetahui,;\n;;;10 Maret 2026;",
    "a number without a name": ";;;Mengetahui,;\n;;0123456789012;;",
    "a note that goes on": ";;;;Catatan: dan belum ada tempat",
    "a note about a signature": ";;;;Mengetahui bahwa gerai belum ada",
    "a word and a date": ";;;Kontrak, 10 Maret 2026;",
    "words that announce nothing": ";Data sementara dari kecamatan ini;;;",
    "a source without a colon": ";Sumber;;;",
    "a wide line": ";;;Mengetahui,;\na;b b;c c;d d;e e",
}


@pytest.mark.parametrize("footer", DOUBTED.values(), ids=DOUBTED)
def test_what_may_be_data_below_a_note_or_a_signature_stays_an_error(footer: str) -> None:
    reading = read_text(TABLE + footer, kota="jakpus")
    (file,) = reading.files
    assert file.closing_row is None
    lines = {at for at, line in enumerate(footer.split("\n"), 4) if line.strip(";")}
    stated = {intent.source.row for intent in reading.intents if intent.source}
    assert lines <= stated | file.rejected
    assert file.rejected & lines


def test_a_row_above_the_footer_stays_an_error() -> None:
    reading = read_text(TABLE + ";;sudah;;\n3;Petojo Utra;sudah;;\n;;;Mengetahui,;\n;;;Lurah;")
    assert {problem.row for problem in reading.problems} == {4, 5}
    assert (reading.files[0].closing_row, reading.files[0].below_closing) == (5, 2)


def test_a_sheet_without_a_single_name_has_no_footer() -> None:
    reading = read_text("Kelurahan;NIB\nKartono;\nCatatan: belum ada;")
    assert {problem.row for problem in reading.problems} == {2, 3}


ANNOUNCING = ("Catatan:", "Sumber: Sudin", "Mengetahui,", "Jakarta, 10 Maret 2026", "Keterangan")


NAMED = ("Cideng", "Cidengg", "Karang Ayr", "Duri Pulo")


BELOW = st.sampled_from(["", "Ptj Utr", "Lurah", "NIP. 1970", *NAMED, *ANNOUNCING])


READABLE = ("sudah", "belum", "2025-08", "1/2/2026", "0123456789012", "12")


CELLS = st.sampled_from(["", "", "entah", "Lurah", "Budi Santoso", *READABLE, *ANNOUNCING])


@given(st.lists(st.tuples(st.sampled_from(["", "1", "Catatan:"]), BELOW, CELLS, CELLS), max_size=7))
def test_no_footer_holds_a_name_or_a_value(rows: list[tuple[str, ...]]) -> None:
    reading = read_text(
        "\n".join(["No;Kelurahan;NIB;Gerai", "1;Kartini;sudah;", *(";".join(row) for row in rows)])
    )
    (file,) = reading.files
    seen = {intent.source.row for intent in reading.intents if intent.source} | file.rejected
    for at, (ordinal, name, *cells) in enumerate(rows, 3):
        if name in NAMED or set(cells) & set(READABLE) or ordinal == "1":
            assert at in seen
        if name == "Ptj Utr" and "entah" in cells:
            assert at in seen
