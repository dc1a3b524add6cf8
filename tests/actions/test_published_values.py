"""Which fields a published figure of one cooperative may be about."""

from __future__ import annotations

from kkmp_cli.actions.published_values import is_comparable
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.vocabulary import Vocabulary


def test_states_and_numbers_are_comparable_and_own_fields_persons_and_papers_are_not() -> None:
    own = OwnField(1, "x_omzet", "Omzet", "rupiah", "penjualan sebulan")
    vocabulary = Vocabulary((own,))
    comparable = {
        field.name for field in vocabulary.all_fields() if is_comparable(field, vocabulary)
    }
    assert {"nib", "usaha", "rat", "anggota", "x_omzet"} <= comparable
    assert (
        not {"ketua", "telepon", "catatan", "nib_nomor", "usaha_kendala", "x_omzet_per"}
        & comparable
    )
