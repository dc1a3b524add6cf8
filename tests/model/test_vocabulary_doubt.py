"""What is put in question is never read as if it was certain, whatever the field."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.errors import CellError
from kkmp_cli.model.own_field import KINDS, OwnField
from kkmp_cli.model.vocabulary import Vocabulary

TODAY = date(2026, 3, 10)
OWN = [OwnField(at, f"x_{kind}", kind, kind, "arti") for at, kind in enumerate(KINDS)]
VOCABULARY = Vocabulary(
    tuple(own._replace(choices=("PLN", "genset") if own.kind == "pilihan" else ()) for own in OWN)
)
VALUES = {
    "status": ("aktif", "bubar 2026-02-01"),
    "percontohan": ("ya", "pilot"),
    "gerai_jenis": ("sewa", "belum ada"),
    "lintang": ("-6,17",),
    "nik_koperasi": ("31710001",),
    "anggota": ("175", "1.250 orang"),
    "unit_usaha": ("sembako", "gerai sembako", "+klinik", "kantor; LPG"),
    "mitra": ("Bulog", "Bulog; Bank Mandiri"),
    "sk_kemenkop_nomor": ("AHU-0001234.AH.01.29.TAHUN 2025",),
    "nib_nomor": ("9120012345678",),
    "rekening_nomor": ("012301000456534",),
    "rekening_bank": ("BRI", "Bank Jatim"),
    "rekening": ("sudah", "BRI 012301000456534", "sudah, BRI"),
    "gerai": ("sudah", "belum", "proses", "terkendala", "berhenti", "sewa", "100%", "2026-03-10"),
    "usaha": ("Rencana 12 Februari 2027", "belum, masih proses di BRI", "terkendala modal"),
    "usaha_kendala": ("modal", "belum ada modal", "pengurus mundur", "tidak ada", "aman"),
    "usaha_rencana": ("12 Februari 2027",),
    "nib_per": ("10 Maret 2026",),
    "x_tahap": ("sudah",),
    "x_ya_tidak": ("ya",),
    "x_tanggal": ("10 Maret 2026",),
    "x_jumlah": ("12", "12 m2"),
    "x_rupiah": ("1.000.000", "Rp 1 juta"),
    "x_persen": ("45%",),
    "x_pilihan": ("PLN",),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_question_mark_behind_a_value_makes_it_an_error(name: str) -> None:
    for value in VALUES[name]:
        assert VOCABULARY.read(VOCABULARY.known(name), value, TODAY)
        for doubtful in (f"{value}?", f"{value} ?", f"{value} (?)"):
            with pytest.raises(CellError):
                VOCABULARY.read(VOCABULARY.known(name), doubtful, TODAY)


@pytest.mark.parametrize("name", VALUES)
def test_a_question_mark_alone_states_nothing(name: str) -> None:
    assert VOCABULARY.read(VOCABULARY.known(name), "?", TODAY) == {}


def test_a_question_behind_a_category_and_in_notes_is_their_text() -> None:
    for name, text in (("usaha_kendala", "modal: kapan cair?"), ("catatan", "kapan buka?")):
        assert VOCABULARY.read(VOCABULARY.known(name), text, TODAY) == {name: text}
