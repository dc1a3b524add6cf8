"""The block of own fields: what was reported, of how many, and what it means."""

from __future__ import annotations

from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.vocabulary import Vocabulary
from sections import sections
from snapshots import PER, small

OMZET = OwnField(1, "x_omzet", "Omzet", "rupiah", "penjualan sebulan")
MILIK = OwnField(2, "x_milik", "Milik", "pilihan", "milik siapa", ("sewa", "hibah"))


def of(*values: dict[str, str], own: tuple[OwnField, ...] = (OMZET, MILIK)) -> Snapshot:
    snapshot = small(*({} for _ in values))
    return snapshot._replace(
        cooperatives=tuple(
            one._replace(values=stated, pers=dict.fromkeys(stated, PER))
            for one, stated in zip(snapshot.cooperatives, values, strict=True)
        ),
        vocabulary=Vocabulary(own),
    )


def test_a_register_without_own_fields_has_no_such_section() -> None:
    assert "tambahan" not in sections(of({}, own=()))


def test_sums_choices_and_what_they_mean_are_told() -> None:
    section = sections(of({"x_omzet": "12500000", "x_milik": "sewa"}, {"x_omzet": "0"}, {}))[
        "tambahan"
    ]
    assert section.lead == (
        "Omzet: jumlah Rp12,5 juta dari 2 KKMP yang melapor (1 belum ada data); median Rp6,25 "
        "juta, paling sedikit Rp0, paling banyak Rp12,5 juta, data per 10 Maret 2026.",
        "Milik: 1 KKMP melapor (2 belum ada data); 1 sewa, data per 10 Maret 2026.",
    )
    assert section.notes == ("Omzet: penjualan sebulan.", "Milik: milik siapa.")


def test_what_nobody_reported_is_no_nought() -> None:
    section = sections(of({}, {}))["tambahan"]
    assert section.lead == ("Belum ada data: Omzet, Milik (2 KKMP).",)
    assert not section.tables[1:]
