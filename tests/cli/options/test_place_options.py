"""Names and places, the same in every command that is about several cooperatives."""

from __future__ import annotations

import inspect

import pytest

from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.cli.commands.add import add
from kkmp_cli.cli.commands.update import update
from kkmp_cli.cli.options.place_options import with_places
from running import Office


def test_what_was_typed_arrives_as_one_choice() -> None:
    heard: list[AreaChoice] = []
    command = with_places("Semua.")(lambda choice: heard.append(choice))
    command(kelurahan=["Gambir"], kota="jakpus", kecamatan=None, everything=False)
    command(kelurahan=None, kota="jakpus", kecamatan="Senen", everything=True)
    assert heard == [
        AreaChoice(["Gambir"], "jakpus", None, False),
        AreaChoice((), "jakpus", "Senen", True),
    ]


def test_add_and_update_name_places_alike() -> None:
    of_add, of_update = ([*inspect.signature(command).parameters] for command in (add, update))
    places = ["kelurahan", "kota", "kecamatan", "everything"]
    assert of_add[1:5] == of_update[1:5] == places


@pytest.mark.parametrize(("kecamatan", "number"), [("Gambir", 6), ("31.71.04", 6)])
def test_a_kecamatan_is_named_or_coded(office: Office, kecamatan: str, number: int) -> None:
    done = office.good("add", "--kota", "jakpus", "--kecamatan", kecamatan, "--all")
    assert f"{number} koperasi" in done.out
