"""`kkmp show`: one cooperative by any of its names, personal values only when asked for."""

from __future__ import annotations

import pytest

from kkmp_cli.model.vocabulary import built_in
from running import Office

pytestmark = pytest.mark.both_engines

PUSAT = ("--kota", "jakpus")


@pytest.mark.parametrize(
    "name",
    [
        "31.71.01.1001",
        "Gambir",
        "GAMBIR",
        " gambir ",
        "KKMP Gambir",
        "Kel. Gambir",
        "Koperasi Kelurahan Merah Putih Gambir",
        "Kelurahan Gambir",
    ],
)
def test_a_cooperative_answers_to_code_and_name(pusat: Office, name: str) -> None:
    assert pusat.good("show", name, "--json").json["kode"] == "31.71.01.1001"


def test_personal_values_are_shown_only_when_asked_for(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--ketua", "Siti Rahayu", "--telepon=081234567890")
    for command in (
        ("show", "Gambir"),
        ("show", "Gambir", "--json"),
        ("list", "--json"),
        ("history",),
        ("history", "--json"),
        ("report", *PUSAT, "--json"),
        ("report", *PUSAT),
    ):
        done = pusat.good(*command)
        assert "Siti" not in done.out
        assert "081234567890" not in done.out
    assert "Siti Rahayu" in pusat.good("show", "Gambir", "--with-personal").out


def test_json_of_a_cooperative_has_every_field_that_is_not_personal(demo: Office) -> None:
    listed = demo.good("list", *PUSAT, "--json").json
    shown = demo.good("show", "Gambir", "--json").json
    wanted = set(built_in().register_fields([2025])) | {"tahap"}
    assert set(listed[0]) == wanted
    assert set(shown) == wanted | {"pelatihan", "tindak_lanjut", "riwayat"}
