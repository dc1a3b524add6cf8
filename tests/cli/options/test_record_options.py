"""The lists of trainings, targets, figures and follow-ups, and how a record is taken out."""

from __future__ import annotations

import pytest

from running import Office

WHO = ("--penanggung-jawab", "Sudin", "--batas", "2026-12-31")


@pytest.mark.parametrize("group", ["training", "target", "figure"])
def test_a_list_names_the_kota_and_json_keeps_its_code(demo: Office, group: str) -> None:
    told = demo.good(group, "list").out
    found = demo.good(group, "list", "--json").json
    codes = {one["kota"] for one in found}
    assert codes & {"31.71", "31.72"}
    assert not any(code in told for code in codes)
    assert "Jakarta " in told


def test_a_follow_up_of_a_whole_kota_names_it(pusat: Office) -> None:
    pusat.good("followup", "add", "Rapat", "--kota", "jakpus", *WHO)
    assert "Jakarta Pusat" in pusat.good("followup", "list").out
    assert pusat.good("followup", "list", "--json").json[0]["kota"] == "31.71"


@pytest.mark.parametrize(
    "arguments",
    [
        ("training", "add", "Dasar", "--mulai", "2025"),
        ("figure", "add", "kkmp", "3", "--per", "2025"),
        ("followup", "add", "Rapat", *WHO),
    ],
    ids=lambda words: words[0],
)
@pytest.mark.parametrize("kota", ["semua", "31"])
def test_a_record_is_about_one_kota(pusat: Office, arguments: tuple[str, ...], kota: str) -> None:
    assert "--kota jakpus" in pusat.refused(*arguments, "--kota", kota, code=2).err


def test_a_target_may_be_set_for_all_kota(pusat: Office) -> None:
    assert "semua kota" in pusat.good("target", "set", "usaha", "2026-12-31", "--kota", "semua").out
    assert pusat.good("target", "list", "--json").json[0]["kota"] is None


@pytest.mark.parametrize(
    ("group", "word"), [("training", "Pelatihan"), ("target", "Target"), ("figure", "Angka")]
)
def test_a_record_is_taken_out_and_brought_back(demo: Office, group: str, word: str) -> None:
    before = demo.state()
    done = demo.good(group, "remove", 1)
    run = demo.good("history", "--json").json[0]["run"]
    assert done.out.startswith(
        f"{word} 1 dihapus (pekerjaan {run}; batalkan: kkmp undo {run}). [{run}-"
    )
    assert 1 not in {one["id"] for one in demo.good(group, "list", "--json").json}
    demo.good("undo")
    assert demo.state() == before
