"""What an own field holds and hardly can is found by its kind."""

from __future__ import annotations

import pytest

from checks.well_kept import CIDENG, GAMBIR, TODAY, complete, findings, held
from kkmp_cli.checks import RULES, examine
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.timeline import Span
from kkmp_cli.model.vocabulary import Vocabulary

NUMBER = OwnField(1, "x_omzet", "Omzet", "rupiah", "arti")
DAY = OwnField(2, "x_sewa", "Sewa sampai", "tanggal", "arti")
CHOICE = OwnField(3, "x_asal", "Asal", "pilihan", "arti", ("Sewa", "Hibah"), ("Hibah",))


def found(own: OwnField, *values: str) -> dict[str, list[str]]:
    """What is found where Gambir has had these values of a field, one after the other."""
    gambir = complete(GAMBIR)
    days = [f"2026-01-{at + 1:02}" for at in range(len(values))]
    spans = tuple(map(Span, days, [*days[1:], None], values))
    gambir = gambir._replace(
        values={**gambir.values, own.key: values[-1]},
        pers={**gambir.pers, own.key: TODAY},
        profile={**gambir.profile, own.key: spans},
    )
    return dict(findings(held(gambir, complete(CIDENG), vocabulary=Vocabulary((own,)))))


@pytest.mark.parametrize(
    ("values", "is_far"),
    [
        (("12500000", "12"), True),
        (("12", "12500000"), True),
        (("900000", "90000000"), True),
        (("900000", "89000000"), False),
        (("12500000", "12", "13000000"), False),
        (("0", "900000"), False),
        (("900000", "0"), False),
        (("900000",), False),
    ],
)
def test_a_number_a_hundred_times_another_is_found(values: tuple[str, ...], is_far: bool) -> None:
    assert found(NUMBER, *values) == ({"angka_jauh_dari_sebelumnya": ["Gambir"]} if is_far else {})


@pytest.mark.parametrize(("value", "is_far"), [("2077-01-01", True), ("2076-12-31", False)])
def test_a_day_generations_ahead_is_found(value: str, is_far: bool) -> None:
    assert found(DAY, value) == ({"tanggal_terlalu_jauh": ["Gambir"]} if is_far else {})


def test_a_choice_that_is_offered_no_more_is_found() -> None:
    assert found(CHOICE, "Hibah") == {"pilihan_pensiun": ["Gambir"]}
    assert found(CHOICE, "Sewa") == {}
    assert found(CHOICE._replace(retired=True), "Hibah") == {}


def test_a_field_that_nobody_fills_is_found() -> None:
    assert findings(held(vocabulary=Vocabulary((NUMBER,)))) == {"bidang_tanpa_isi": ["Omzet"]}
    assert findings(held(vocabulary=Vocabulary((NUMBER._replace(retired=True),)))) == {}


def test_without_own_fields_no_rule_is_asked_of_them() -> None:
    assert [result.rule for result in examine(held())] == [*RULES]
