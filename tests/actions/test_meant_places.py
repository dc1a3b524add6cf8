"""Which place words are the name of."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.meant_places import KECAMATAN, KELURAHAN, KOTA, kinds
from kkmp_cli.actions.session import Session
from running import Office

pytestmark = pytest.mark.both_engines


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["jakpus"], [KOTA]),
        (["Jakarta", "Pusat"], [KOTA]),
        (["gambir"], [KECAMATAN, KELURAHAN]),
        (["Duri", "Pulo"], [KELURAHAN]),
        (["Duri"], []),
        (["gambirr"], []),
        ([""], []),
    ],
)
def test_only_a_name_of_the_list_is_a_place(
    pusat: Office, words: list[str], expected: list[str]
) -> None:
    assert kinds(Session(pusat.location, ""), words) == expected


@pytest.mark.on_a_file
def test_without_a_register_and_with_a_damaged_one(office: Office) -> None:
    here = Session(office.location, "")
    assert kinds(here, ["jakpus"]) == [KOTA]
    assert not office.register.exists()
    office.register.parent.mkdir()
    office.register.write_bytes(b"bukan register")
    assert kinds(here, ["jakpus"]) == []
