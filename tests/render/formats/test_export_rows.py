"""The register as rows of text."""

from __future__ import annotations

import json

import pytest

from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.formats import export_rows
from snapshots import PER, areas_of, cooperative

GAMBIR = areas_of("31.71")[0]


def test_a_row_holds_the_canonical_texts_in_the_order_asked_for() -> None:
    one = cooperative(GAMBIR, values={"anggota": "20904", "nib": "2025-08-15"}, pers={"nib": PER})
    names = ("nib_per", "anggota", "kelurahan", "nib", "npwp")
    assert [*export_rows.rows_of([one], names, PER, built_in())] == [
        [PER, "20904", GAMBIR.kelurahan, "2025-08-15", None]
    ]


@pytest.mark.parametrize("name", ["catatan", "ketua", "mitra", "nama", "usaha_kendala", "unknown"])
def test_somebodys_own_words_may_begin_with_any_sign(name: str) -> None:
    assert export_rows.is_free(built_in().field(name))


@pytest.mark.parametrize(
    "name", ["kode", "nib", "nib_nomor", "nib_per", "anggota", "usaha_rencana"]
)
def test_what_the_program_writes_never_begins_with_a_sign(name: str) -> None:
    assert not export_rows.is_free(built_in().field(name))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_pieces_make_one_array(count: int) -> None:
    some = [Cooperative(area.id, area) for area in areas_of("31.71")[:count]]
    whole = json.loads("".join(export_rows.json_pieces(some, PER, 2025, built_in(), False)))
    assert [one["kode"] for one in whole] == [one.area.kode for one in some]
