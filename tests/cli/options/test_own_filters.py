"""The filters by what an office declared: what the words typed there mean."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.options import own_filters
from kkmp_cli.errors import BadUsage, Refused
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.vocabulary import Vocabulary, built_in
from kkmp_cli.reports.selection import OwnFilter

LAND = OwnField(1, "x_lahan", "Lahan", "tahap", "lahan ada")
KIND = OwnField(2, "x_jenis", "Jenis", "pilihan", "jenisnya", ("Sewa", "Pinjam"))
KNOWN = Vocabulary((LAND, KIND))


def test_words_of_own_fields_are_told_from_those_of_milestones() -> None:
    own, others = own_filters.parted({"sudah": ["nib", "X-Lahan"], "tanpa": ["x_jenis"]}, KNOWN)
    assert others == {"sudah": ["nib"], "tanpa": []}
    assert [one.own.key for one in own] == ["x_lahan", "x_jenis"]
    assert own[0].states == {"sudah"}


def test_values_are_read_as_the_field_reads_them() -> None:
    filters = [*own_filters.valued({"x_jenis": ["SEWA", "pinjam"], "x_lahan": ["blm"]}, KNOWN)]
    assert filters == [
        OwnFilter(LAND, states=frozenset(("belum",))),
        OwnFilter(KIND, values=frozenset(("Sewa", "Pinjam"))),
    ]
    with pytest.raises(Refused, match="--x-jenis `beli`"):
        list(own_filters.valued({"x_jenis": ["beli"]}, KNOWN))


def test_an_unknown_own_field_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(BadUsage) as raised:
        own_filters.parted({"sudah": ["x_luas"]}, KNOWN)
    assert "x_lahan, x_jenis" in raised.value.remedy
    assert own_filters.own_fields("luas", KNOWN) == ""
    assert "kkmp field add" in own_filters.own_fields("x_luas", built_in())
