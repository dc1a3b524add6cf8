"""`KKMP_KOTA` is the `--kota` of every command that takes one; `semua` and a named kota override it,
and it rejects nobody.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

CIDENG, PLUIT = "31.71.01.1002", "31.72.01.1005"


@pytest.fixture
def both(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Jakarta Pusat and Utara, the first of which is the default."""
    pusat.good("add", "--kota", "jakut", "--all")
    monkeypatch.setenv("KKMP_KOTA", "jakpus")
    return pusat


def kota_of(office: Office, *command: str) -> list[str | None]:
    return [one["kota"] for one in office.good(*command, "--json").json]


def test_a_new_record_is_of_the_default_kota(both: Office) -> None:
    both.good("training", "add", "Umum", "--mulai", "2026-02-01")
    both.good("figure", "add", "beroperasi", "34", "--per", "2026-03-10")
    both.good("target", "set", "usaha", "2026-12-31")
    who = ("--penanggung-jawab", "Sudin", "--batas", "2026-12-31")
    both.good("followup", "add", "Dampingi", *who)
    for group in ("training", "figure", "target", "followup"):
        assert kota_of(both, group, "list", "--kota", "semua") == ["31.71"], group


def test_a_named_kota_overrides_it(both: Office) -> None:
    both.good("training", "add", "Umum", "--mulai", "2026-02-01", "--kota", "jakut")
    both.good("target", "set", "usaha", "2026-12-31", "--kota", "semua")
    assert kota_of(both, "training", "list", "--kota", "semua") == ["31.72"]
    assert kota_of(both, "target", "list", "--kota", "semua") == [None]
    both.refused("training", "add", "B", "--mulai", "2026-02-01", "--kota", "semua", code=2)
    both.refused(
        *("figure", "add", "beroperasi", "34", "--per", "2026-03-10", "--kota", "semua"), code=2
    )


def test_without_any_kota_a_record_asks_for_one(
    both: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KKMP_KOTA")
    for command in (
        ("training", "add", "Umum", "--mulai", "2026-02-01"),
        ("figure", "add", "beroperasi", "34", "--per", "2026-03-10"),
    ):
        assert "--kota" in both.refused(*command, code=2).err
    both.good("target", "set", "usaha", "2026-12-31")
    assert kota_of(both, "target", "list") == [None]


def test_a_list_shows_the_default_kota_and_semua_all(both: Office) -> None:
    for kota in ("jakpus", "jakut"):
        both.good("training", "add", "Umum", "--mulai", "2026-02-01", "--kota", kota)
        both.good(*("figure", "add", "beroperasi", "34", "--per", "2026-03-10", "--kota", kota))
        both.good(
            *("followup", "add", "Dampingi", "--penanggung-jawab", "Sudin", "--kota", kota),
            *("--batas", "2026-12-31"),
        )
        both.good("target", "set", "usaha", "2026-12-31", "--kota", kota)
    for group in ("training", "figure", "followup", "target"):
        assert kota_of(both, group, "list") == ["31.71"], group
        assert len(kota_of(both, group, "list", "--kota", "semua")) == 2, group
    assert {one["kode"][:5] for one in both.good("area", "list", "--json").json} == {"31.71"}
    assert {one["kode"][:5] for one in both.good("list", "--json").json} == {"31.71"}
    assert [one["kode"] for one in both.good("report", "--json").json["kota"]] == ["31.71"]
    every = both.good("report", "--kota", "semua", "--json").json["kota"]
    assert [one["kode"] for one in every] == ["31.71", "31.72"]
    assert PLUIT not in both.good("export").out
    assert PLUIT in both.good("export", "--kota", "semua").out


def test_a_row_or_a_code_of_another_kota_is_not_rejected(both: Office, tmp_path: Path) -> None:
    both.good("update", PLUIT, "--nib", "sudah")
    sheet = tmp_path / "isian.csv"
    sheet.write_text("kelurahan,kota,nib\nPenjaringan,jakut,sudah\nCideng,,sudah\n")
    both.good("import", sheet)
    listed = both.good("list", "--kota", "semua", "--sudah", "nib", "--json").json
    assert {one["kelurahan"] for one in listed} == {"Pluit", "Penjaringan", "Cideng"}
    both.good("training", "add", "Umum", "--mulai", "2026-02-01", "--kota", "jakut")
    both.good("training", "attend", "1", "Pluit", "--hadir")
    coming = tmp_path / "hadir.csv"
    coming.write_text("kelurahan,jumlah,organ\nPenjaringan,2,pengurus\n")
    both.good("training", "import", "1", coming)
    (one,) = both.good("training", "list", "--kota", "jakut", "--json").json
    assert one["kkmp"] == 2


def test_an_area_is_added_and_recoded_in_the_default_kota(both: Office) -> None:
    both.good("area", "add", "Cideng Baru", "--kecamatan", "Gambir")
    (new,) = [
        one for one in both.good("area", "list", "--json").json if one["kelurahan"] == "Cideng Baru"
    ]
    assert new["kode"].startswith("31.71.01.")
    both.good("area", "recode", "Cideng Baru", "31.71.01.1009")


def test_history_does_not_pass_over_a_kota_in_silence(both: Office) -> None:
    assert len(both.good("history", "--json").json) == 2
    both.refused("history", "--kota", "jakut", code=2)
    assert both.good("history", "Pluit", "--kota", "jakut", "--json").json
