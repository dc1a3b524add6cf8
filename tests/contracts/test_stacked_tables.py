"""A second heading further down begins a table of its own, read under its own columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from running import Done, Office
from sheet_files import biff_stream, ods, ods_row, xls, xlsx

OTHER_ORDER = """KEC. SENEN;;;
Kelurahan;NIB;Gerai;RAT TB 2025
Kramat;sdh;sdh;sdh
Kenari;sdh;blm;blm
JUMLAH;2;1;1
;;;
KEC. GAMBIR;;;
Kelurahan;Gerai;RAT TB 2025;NIB
Cideng;blm;blm;sdh
Gambir;blm;blm;sdh
JUMLAH;0;0;2
"""


def written(folder: Path, text: str, kind: str = "csv") -> Path:
    """The same rows in each format."""
    path, rows = folder / f"isian.{kind}", [line.split(";") for line in text.splitlines()]
    if kind == "csv":
        path.write_text(text, encoding="utf-8")
    elif kind == "xlsx":
        xlsx(path, Data=rows)
    elif kind == "ods":
        ods(path, "".join(ods_row(*row) for row in rows))
    else:
        xls(path, biff_stream(cells_of(rows)))
    return path


def cells_of(rows: Sequence[Sequence[str]]) -> list[tuple[int, int, str | float]]:
    return [
        (at, place, text) for at, row in enumerate(rows) for place, text in enumerate(row) if text
    ]


def read(office: Office, path: Path, *more: str, code: int = 0) -> Done:
    done = office.run("import", path, "--kota", "jakpus", "--per", "2026-11-20", *more)
    assert done.code == code, done.out + done.err
    return done


def known(office: Office, name: str) -> dict[str, Any]:
    return dict(office.good("show", name, "--kota", "jakpus", "--json").json)


def states(office: Office, name: str, *fields: str) -> list[Any]:
    now = known(office, name)
    return [now.get(field) for field in fields]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "xls", "ods"])
def test_the_same_headings_in_another_order_are_read_in_their_own_order(
    pusat: Office, tmp_path: Path, kind: str
) -> None:
    done = read(pusat, written(tmp_path, OTHER_ORDER, kind))
    for name in ("Cideng", "Gambir"):
        assert states(pusat, name, "nib", "gerai", "rat_2025") == ["sudah", "belum", "belum"]
    assert states(pusat, "Kenari", "nib", "gerai", "rat_2025") == ["sudah", "belum", "belum"]
    assert "baris jumlah" not in done.out


def test_each_total_is_compared_with_its_own_table(pusat: Office, tmp_path: Path) -> None:
    done = read(pusat, written(tmp_path, OTHER_ORDER.replace("JUMLAH;0;0;2", "JUMLAH;0;1;2")))
    assert done.out.count("baris jumlah") == 1
    assert 'C11: baris jumlah menulis 1 untuk "RAT TB 2025", yang terbaca 0.' in done.out


@pytest.mark.parametrize("between", ["", ";;;\n", "Catatan: data sementara;;;\n", "B. TABEL DUA\n"])
def test_other_headings_without_a_closing_row_begin_a_table_too(
    pusat: Office, tmp_path: Path, between: str
) -> None:
    text = f"No;Kelurahan;NIB;Gerai\n1;Kramat;sdh;sdh\n{between}No;Kelurahan;RAT TB 2025;Ket\n1;Cideng;blm;aman\n"
    read(pusat, written(tmp_path, text))
    assert states(pusat, "Kramat", "nib", "gerai") == ["sudah", "sudah"]
    assert states(pusat, "Cideng", "nib", "gerai", "rat_2025") == [None, None, "belum"]
    assert known(pusat, "Cideng")["catatan"] == "aman"


def test_a_second_table_with_more_headings_leaves_the_first_as_it_is(
    pusat: Office, tmp_path: Path
) -> None:
    text = "Kelurahan;NIB\nKramat;sdh\nKelurahan;Gerai;RAT TB 2025;NPWP\nCideng;sdh;blm;blm\n"
    read(pusat, written(tmp_path, text))
    assert states(pusat, "Kramat", "nib") == ["sudah"]
    assert states(pusat, "Cideng", "gerai", "rat_2025", "npwp") == ["sudah", "belum", "belum"]


def test_a_heading_of_two_rows_may_begin_a_table(pusat: Office, tmp_path: Path) -> None:
    text = (
        "Kelurahan;NIB;Gerai;RAT TB 2025\nKramat;sdh;sdh;sdh\nJUMLAH;1;1;1\n"
        "TABEL 2;;;\n;Legalitas;;Tempat\nKelurahan;NPWP;NIB;Gerai\nCideng;blm;sdh;blm\n"
    )
    read(pusat, written(tmp_path, text))
    assert states(pusat, "Cideng", "npwp", "nib", "gerai") == ["belum", "sudah", "belum"]


def test_a_heading_on_every_page_is_one_table(pusat: Office, tmp_path: Path) -> None:
    head = "No;Kelurahan;NIB\n(1);(2);(3)\n"
    text = f"{head}1;Kramat;sdh\n{head}2;Cideng;sdh\nNo.;Kel.;NIB\n3;Gambir;blm\n;JUMLAH;3\n"
    done = read(pusat, written(tmp_path, text))
    assert states(pusat, "Gambir", "nib") == ["belum"]
    assert 'menulis 3 untuk "NIB", yang terbaca 2' in done.out


def test_a_title_above_the_heading_of_every_page_is_no_row(pusat: Office, tmp_path: Path) -> None:
    page = "REKAP KKMP\nNo;Kelurahan;NIB\n"
    text = f"{page}1;Kramat;sdh\n;Jumlah;1\n{page}2;Cideng;sdh\n;Jumlah;1\n{page}3;Gambir;blm\n;TOTAL;2\n"
    done = read(pusat, written(tmp_path, text))
    assert states(pusat, "Gambir", "nib") == ["belum"]
    assert "baris jumlah" not in done.out
    misspelled = f"{page}1;Kramat;sdh\n;KEC. GAMBR;\n{page}2;Cideng;sdh\n"
    assert "Kecamatan GAMBR" in read(pusat, written(tmp_path, misspelled), code=1).out


def test_two_tables_about_other_fields_of_the_same_cooperatives_are_read_together(
    pusat: Office, tmp_path: Path
) -> None:
    text = (
        "A. LEGALITAS\nNo;Kelurahan;SK AHU;NIB;Ket\n1;Menteng;V;V;lengkap semua\n2;Cikini;V;-;\n"
        ";Jumlah;2;1;\n\nB. OPERASIONAL\nNo;Kelurahan;Gerai;RAT TB 2025;Ket\n"
        "1;Menteng;V;V;RAT di aula\n2;Cikini;belum;belum;\n;Jumlah;1;1;\n"
    )
    done = read(pusat, written(tmp_path, text))
    menteng = known(pusat, "Menteng")
    assert [menteng[name] for name in ("sk_kemenkop", "nib", "gerai", "rat_2025")] == ["sudah"] * 4
    assert menteng["catatan"] == "lengkap semua; RAT di aula"
    assert states(pusat, "Cikini", "nib", "gerai", "rat_2025") == [None, "belum", "belum"]
    assert "2 baris digabung" in done.out and "baris jumlah" not in done.out
    again = read(pusat, tmp_path / "isian.csv")
    assert "tidak ada yang ditulis" in again.out


def test_two_tables_that_disagree_are_refused_with_both_rows(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;NIB;Gerai\nKramat;sdh;sdh\nKelurahan;Gerai;NPWP\nKramat;blm;sdh\n"
    done = read(pusat, written(tmp_path, text), code=1)
    assert "A2 Kelurahan `Kramat`" in done.out and "juga ada di baris 4\n" in done.out
    assert known(pusat, "Kramat")["gerai"] is None


def test_a_table_without_kelurahan_is_refused_whole_and_the_remedy_works(
    pusat: Office, tmp_path: Path
) -> None:
    text = "Kelurahan;NIB;Gerai\nKramat;sdh;sdh\nWilayah Binaan;Gerai;NIB\nCideng;blm;sdh\n"
    path = written(tmp_path, text)
    done = read(pusat, path, "--skip-errors", code=1)
    assert "tidak ada kolom kelurahan atau kode" in done.out
    assert known(pusat, "Kramat")["nib"] is None
    read(pusat, path, "--map", "Wilayah Binaan=kelurahan")
    assert states(pusat, "Cideng", "gerai", "nib") == ["belum", "sudah"]


def test_totals_by_kecamatan_beside_the_table_are_no_rows(pusat: Office, tmp_path: Path) -> None:
    recap = "Kecamatan;NIB;Gerai\nGambir;1;0\nSenen;2;2\n"
    table = "Kelurahan;NIB;Gerai\nKramat;sdh;sdh\nJUMLAH;1;1\n"
    for text in (f"{table}\n{recap}", f"{recap}\n{table}"):
        done = read(pusat, written(tmp_path, text))
        assert known(pusat, "Gambir")["nib"] is None
        assert states(pusat, "Kramat", "nib", "gerai") == ["sudah", "sudah"]
        assert "rekap per wilayah" in done.out


def test_the_day_of_a_table_is_that_of_its_own_title(pusat: Office, tmp_path: Path) -> None:
    text = (
        "Keadaan per 31 Oktober 2026\nKelurahan;NIB;Gerai\nKramat;sdh;sdh\n"
        "Keadaan per 15 November 2026\nKelurahan;Gerai;NIB\nCideng;sdh;sdh\n"
        "Kelurahan;NPWP;NIB\nGambir;sdh;sdh\n"
    )
    path = written(tmp_path, text)
    pusat.good("import", path, "--kota", "jakpus")
    assert known(pusat, "Kramat")["nib_per"] == "2026-10-31"
    assert known(pusat, "Cideng")["nib_per"] == "2026-11-15"


def test_bad_rows_of_each_table_come_back_under_their_own_headings(
    pusat: Office, tmp_path: Path
) -> None:
    text = (
        "Kelurahan;NIB;Gerai\nKramat;apa;sdh\nPaseban;sdh;sdh\n"
        "Kelurahan;Gerai;NIB\nCideng;blm;apa\nGambir;blm;sdh\n"
    )
    path = written(tmp_path, text)
    done = read(pusat, path, "--skip-errors", code=1)
    assert "--sheet semua" in done.err
    assert states(pusat, "Gambir", "gerai", "nib") == ["belum", "sudah"]
    rejects = tmp_path / "isian.csv.ditolak.xlsx"
    again = read(pusat, rejects, "--sheet", "semua", code=1)
    assert "B2 NIB `apa`" in again.out or "B3 NIB `apa`" in again.out
    assert "Gerai `apa`" not in again.out


def test_a_misspelled_row_above_another_table_stays_an_error(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;NIB;Gerai\nKramat;sdh;sdh\nCiddeng;sdh;blm\nKelurahan;Gerai;NIB\nGambir;blm;sdh\n"
    done = read(pusat, written(tmp_path, text), code=1)
    assert "A3 Kelurahan `Ciddeng`" in done.out
    text = text.replace("Ciddeng;sdh;blm", "Ciddeng;aduh;ngawur")
    assert "A3 Kelurahan `Ciddeng`" in read(pusat, written(tmp_path, text), code=1).out


def test_every_table_of_a_call_keeps_its_number(pusat: Office, tmp_path: Path) -> None:
    """Places in the answer are those of the file, whatever order the tables are read in."""
    one = written(tmp_path, OTHER_ORDER)
    two = tmp_path / "dua.csv"
    two.write_text("Kelurahan;NIB\nPaseban;apa\n", encoding="utf-8")
    done = pusat.run("import", one, two, "--kota", "jakpus", "--per", "2026-11-20", "--json")
    files = done.json["berkas"]
    assert [(Path(file["berkas"]).name, file["baris_judul"]) for file in files] == [
        ("isian.csv", 2),
        ("dua.csv", 1),
        ("isian.csv", 8),
    ]
    assert [len(file["galat"]) for file in files] == [0, 1, 0]
    assert [file["ubah"] for file in files] == [2, 0, 2]


def test_a_grand_total_below_the_last_table_may_total_all_of_them(
    pusat: Office, tmp_path: Path
) -> None:
    whole = "JUMLAH SELURUHNYA;1;1;4\n"
    assert "baris jumlah" not in read(pusat, written(tmp_path, OTHER_ORDER + whole)).out
    wrong = read(pusat, written(tmp_path, OTHER_ORDER + whole.replace("4", "5")))
    assert 'D12: baris jumlah menulis 5 untuk "NIB"' in wrong.out


def test_a_list_of_people_below_the_table_is_no_table(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;NIB;Gerai\nKramat;sdh;sdh\nJUMLAH;1;1\nKontak\nNama;Jabatan;Telepon\nBudi;Ketua;081\n"
    done = read(pusat, written(tmp_path, text))
    assert "Baris 4 ke bawah tidak dibaca: 3 baris" in done.out


def test_a_table_of_months_is_not_read_under_the_columns_above_it(
    pusat: Office, tmp_path: Path
) -> None:
    text = "Kelurahan;NIB;Gerai\nKramat;sdh;sdh\nKelurahan;Jan-26;Feb-26\nGambir;1;0\n"
    read(pusat, written(tmp_path, text), "--skip-errors")
    assert states(pusat, "Gambir", "nib", "gerai") == [None, None]
