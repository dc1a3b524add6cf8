"""What is told of a training, as typed."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.options.training_options import read_training
from kkmp_cli.errors import Refused
from running import Office

NOTHING = dict.fromkeys(("selesai", "tempat", "penyelenggara", "materi", "peserta", "sumber"))


def test_what_was_not_typed_is_none() -> None:
    assert {*read_training(None, None, NOTHING).values()} == {None}


def test_what_was_typed_is_canonical() -> None:
    details = NOTHING | {"materi": "kas, pajak", "peserta": "1.062", "tempat": " Aula  besar "}
    read = read_training(" Dasar ", "November 2025", details)
    assert (read["judul"], read["mulai"], read["peserta"]) == ("Dasar", "2025-11", 1062)
    assert read["tempat"] == "Aula besar"
    assert [part.strip() for part in read["materi"].split(";")] == ["kas", "pajak"]


@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [
        ("2025-11-03", "2025-11-01", False),
        ("2025-11-03", "2025-11", True),
        ("2025-12", "2025-11-30", False),
        ("2025-11-03", "2025-11-03", True),
    ],
)
def test_a_training_does_not_end_before_it_begins(start: str, end: str, fits: bool) -> None:
    if fits:
        assert read_training("x", start, NOTHING | {"selesai": end})["selesai"] == end
    else:
        with pytest.raises(Refused, match="--selesai lebih awal"):
            read_training("x", start, NOTHING | {"selesai": end})


def test_add_and_update_take_the_same_details(pusat: Office) -> None:
    told = ("--tempat", "Aula", "--penyelenggara", "Sudin", "--peserta", "3", "--sumber", "Antara")
    pusat.good("training", "add", "A", "--kota", "jakpus", "--mulai", "2025", *told)
    pusat.good("training", "add", "B", "--kota", "jakpus", "--mulai", "2025")
    pusat.good("training", "update", "2", *told)
    names = ("tempat", "penyelenggara", "peserta", "sumber")
    first, second = pusat.good("training", "list", "--json").json
    assert [first[name] for name in names] == [second[name] for name in names]
