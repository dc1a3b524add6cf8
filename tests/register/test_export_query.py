"""Rows of text for an export, streamed from the tables."""

from __future__ import annotations

from kkmp_cli.register import export_query
from kkmp_cli.register.reader import open_reader
from running import Office


def test_rows_are_canonical_texts_by_kode(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "2025-08-15", "--anggota", "175", "--ketua", "Siti")
    pusat.good("update", "Gambir", "--rat", "belum", "--tahun-buku", "2025")
    names = ("kode", "nama", "nib", "anggota", "ketua", "tidak_ada")
    with open_reader(str(pusat.register)) as register:
        rows = [*export_query.rows(register, names, ["31.71"])]
        assert export_query.count(register, ["31.71"]) == len(rows) == 44
        assert export_query.count(register, ["31.74"]) == 0
        assert export_query.book_years(register) == {2025}
        codes = [row[0] for row in rows]
        assert codes == sorted(codes, key=str)
        (gambir,) = (row for row in rows if row[2])
    assert gambir[2:] == ("2025-08-15", "175", "Siti", None)
    assert gambir[1]
