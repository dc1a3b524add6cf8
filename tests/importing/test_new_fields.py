from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kkmp_cli.actions.import_sheets import ImportRequest, preview
from kkmp_cli.actions.session import Session
from kkmp_cli.importing.new_fields import NewColumn, guessed_kind, unread
from kkmp_cli.importing.open_columns import open_columns
from kkmp_cli.render.progress import Watch
from kkmp_cli.sheets import tabs
from running import Office


def column(*cells: str, heading: str = "Isi Kios") -> NewColumn:
    return NewColumn(heading, "C", cells)


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("Luas", ("12", "1.250", "600 m2"), "jumlah"),
        ("Tahun", ("2025", "2026"), "jumlah"),
        ("Setoran", ("Rp12,5 juta", "0"), "rupiah"),
        ("Setoran (Rp)", ("12.500.000", "0"), "rupiah"),
        ("Terisi", ("85%", "40%"), "persen"),
        ("Terisi (%)", ("85", "40"), "persen"),
        ("Sewa berakhir", ("10 Maret 2026", "1/2/2031"), "tanggal"),
        ("Genset", ("ada", "tidak"), "ya_tidak"),
        ("Luas", ("12", "belum diukur"), "teks"),
        ("Setoran", ("Rp12 juta", "sedikit"), "teks"),
        ("Sewa berakhir", ("10 Maret 2026", "31/02/2026"), "teks"),
        ("Listrik", ("PLN", "genset") * 5, "pilihan"),
        ("Listrik", ("PLN", "genset") * 4, "teks"),
        ("Listrik", ("PLN",) * 10, "teks"),
        ("Listrik", tuple("abcdefghi") * 2, "teks"),
        ("Listrik", ("PLN, genset", "PLN") * 5, "teks"),
        ("Listrik", ("PLN " * 20, "genset") * 5, "teks"),
    ],
)
def test_a_kind_is_guessed_only_where_every_cell_reads_as_it(
    heading: str, cells: tuple[str, ...], kind: str
) -> None:
    assert guessed_kind(column(*cells, heading=heading)) == kind


def test_the_cells_that_do_not_read_as_a_kind_are_told() -> None:
    assert unread("persen", ("40%", "1.250")) == ("1.250",)
    assert unread("pilihan", ("a", "b")) == ()


def test_choices_stand_once_in_the_order_of_the_sheet() -> None:
    assert column("PLN", "genset", "pln").choices == ("PLN", "genset")


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Luas Kios (m2)", "x_luas_kios_m2"),
        ("7. Luas Kios", "x_luas_kios"),
        ("Jarak kios terdekat ke jalan raya dalam meter", "x_jarak_kios_terdekat_ke_jalan"),
    ],
)
def test_a_key_is_made_of_the_words_of_the_heading(heading: str, key: str) -> None:
    own = NewColumn(heading, "C", ()).as_field(column("", heading=heading).key, ())
    assert own.key == key
    assert heading in (own.label, *own.headings)


@pytest.fixture
def offered(pusat: Office, tmp_path: Path) -> Callable[[str], list[str]]:
    """The headings offered of a sheet of these rows."""

    def offered_of(rows: str) -> list[str]:
        path = tmp_path / "isian.csv"
        path.write_text(rows, encoding="utf-8")
        sheets = [*tabs(str(path), (), lambda heading: heading in ("Kelurahan", "NIB"))]
        session = Session(str(pusat.register), "import")
        seen = preview(session, sheets, ImportRequest(), Watch(seen=False))
        return [each.heading for each in open_columns(seen.result.reading) if each.new]

    return offered_of


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        *(("Nama Ketua", "Contoh"), ("NIK", "1"), ("HP", "1"), ("Nomor Surat", "1")),
        *(("Total", "1"), ("Jumlah Total", "1"), ("RW", "1"), ("Kode Pos", "10110")),
        *(("Kendala", "tempat"), ("Keterangan", "baik"), ("Petugas", "Contoh")),
        *(
            ("Isi Kios", "0812 3456 7890"),
            ("Isi Kios", "Bpk. Contoh"),
            ("Isi Kios", "a@contoh.id"),
            ("Isi Kios", "-"),
            ("Isi Kios", ""),
        ),
    ],
)
def test_no_column_of_persons_numbers_totals_or_places_is_offered(
    offered: Callable[[str], list[str]], heading: str, cell: str
) -> None:
    assert offered(f"Kelurahan;NIB;{heading}\nCideng;sudah;{cell}\n") == []


def test_a_heading_that_stands_twice_is_not_offered_and_one_alone_is(
    offered: Callable[[str], list[str]],
) -> None:
    assert offered("Kelurahan;NIB;Isi;Isi;Genset\nCideng;sudah;a;b;ada\n") == ["Genset"]


def test_what_stands_below_the_table_is_no_cell_of_it(
    offered: Callable[[str], list[str]],
) -> None:
    assert offered("Kelurahan;NIB;Isi\nCideng;sudah;\nJUMLAH;1;7\n;;catatan\n") == []
