"""The own fields of an earlier day, and what was ever said of one."""

from __future__ import annotations

from datetime import date, timedelta

from kkmp_cli import settings
from kkmp_cli.model.event import Event
from kkmp_cli.register.field_history import known_fields, said_of
from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.writer import NewRun, open_writer
from running import Office

OMZET = ("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "penjualan")
LAND = (
    "field",
    "add",
    "lahan",
    "Lahan",
    "--kind",
    "pilihan",
    "--pilihan",
    "a,b",
    "--arti",
    "milik",
)


def _state(office: Office, name: str, value: str) -> None:
    """A value of the first cooperative, as a run of its own."""
    with open_writer(str(office.register)) as register:
        key = min(register.registered_ids())
        event = Event("koperasi", key, name, None, value, "2026-03-10")
        register.apply([event], NewRun("kkmp update"))


def test_the_fields_of_an_earlier_day_are_those_declared_then(pusat: Office) -> None:
    pusat.good(*OMZET)
    with open_reader(str(pusat.register)) as register:
        assert known_fields(register, None) == known_fields(register, settings.today())
        assert known_fields(register, settings.today() - timedelta(days=1)) == ()
        assert known_fields(register, date(2020, 1, 1)) == ()


def test_what_was_said_of_a_field_is_found_even_where_it_was_undone(pusat: Office) -> None:
    pusat.good(*OMZET)
    pusat.good("field", "add", "omzet_2025", "Omzet 2025", "--kind", "rupiah", "--arti", "a")
    _state(pusat, "x_omzet", "1000")
    pusat.good("undo")
    with open_reader(str(pusat.register)) as register:
        omzet, other = register.vocabulary.own
        assert [entry.new for entry in said_of(register, omzet)] == ["1000"]
        assert list(said_of(register, other)) == []
    refused = pusat.refused("field", "remove", "omzet")
    assert "`kkmp field retire x_omzet`" in refused.err
    pusat.good("field", "retire", "x_omzet")
    pusat.good("field", "remove", "omzet_2025")


def test_a_declaration_cannot_be_undone_under_the_values_that_hang_on_it(pusat: Office) -> None:
    pusat.good(*OMZET)
    _state(pusat, "x_omzet", "1000")
    assert "kkmp undo 3" in pusat.refused("undo", "2").err
    pusat.good("undo", "3")
    pusat.good("undo", "2")


def test_a_new_choice_cannot_be_undone_where_it_was_taken_since(pusat: Office) -> None:
    pusat.good(*LAND)
    pusat.good("field", "update", "lahan", "--pilihan", "c")
    _state(pusat, "x_lahan", "b")
    pusat.good("undo", "3")
    pusat.good("undo", "5")
    _state(pusat, "x_lahan", "c")
    assert "kkmp undo 7" in pusat.refused("undo", "3").err


def test_a_figure_or_a_remembered_heading_of_a_field_counts_too(pusat: Office) -> None:
    pusat.good(*OMZET)
    with open_writer(str(pusat.register)) as register:
        target = '{"milestone": "x_omzet", "batas": "2026-12-31", "ditetapkan": "2026-03-10"}'
        event = Event("target", 1, "*", None, target, "2026-03-10")
        register.apply([event], NewRun("kkmp target set"))
        assert [entry.entity for entry in said_of(register, register.vocabulary.own[0])] == [
            "target"
        ]
