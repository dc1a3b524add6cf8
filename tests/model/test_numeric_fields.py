"""What holds numbers in every register, and in that of an office which declared more."""

from __future__ import annotations

from kkmp_cli.model.numeric_fields import number_readers
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.vocabulary import Vocabulary, built_in


def test_members_and_places_are_numbers_in_every_register() -> None:
    assert set(number_readers(built_in())) == {"anggota", "lintang", "bujur"}


def test_an_own_field_is_a_number_by_its_kind() -> None:
    kinds = ("jumlah", "rupiah", "persen", "teks", "tanggal", "pilihan", "ya_tidak", "tahap")
    own = tuple(OwnField(at, f"x_{kind}", kind, kind, "arti") for at, kind in enumerate(kinds))
    read = number_readers(Vocabulary(own))
    assert set(read) - set(number_readers(built_in())) == {"x_jumlah", "x_rupiah", "x_persen"}
    assert (read["x_rupiah"]("900000000000000001"), read["x_persen"]("45.5%")) == (
        9 * 10**17 + 1,
        45.5,
    )
    assert repr(read["x_persen"]("7%")) == "7"
