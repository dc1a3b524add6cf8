"""`kkmp check`: exit code 1 for an error alone, and the quality of one kota."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office, opened

pytestmark = pytest.mark.both_engines


def test_what_is_merely_incomplete_is_no_error(pusat: Office) -> None:
    done = pusat.good("check")
    assert done.out.endswith("0 kesalahan, 0 peringatan, 1 info. Nama semua: --rinci\n")


@pytest.mark.on_a_file
def test_a_state_that_another_program_changed_ends_with_code_1(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    with opened(pusat.register) as connection:
        connection.execute("DELETE FROM milestones")
    done = pusat.run("check", "--json")
    assert done.code == 1
    wrong = {rule["kode"] for rule in done.json["aturan"] if rule["jumlah"]}
    assert "keadaan_berbeda" in wrong


def test_the_names_of_all_are_told_on_request(pusat: Office) -> None:
    assert "dan 41 lagi" in pusat.good("check").out
    detailed = pusat.good("check", "--rinci").out
    assert "lagi" not in detailed
    assert "Karang Anyar" in detailed


@pytest.mark.parametrize(("kota", "number"), [("jakpus", 1), ("jakut", 0)])
def test_the_quality_of_one_kota_is_looked_at_alone(pusat: Office, kota: str, number: int) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    found = pusat.good("check", "--kota", kota, "--json").json["aturan"]
    (undated,) = (rule for rule in found if rule["kode"] == "sudah_tanpa_tanggal")
    assert undated["jumlah"] == number


def test_the_form_that_is_advised_is_written_as_it_is_typed(
    pusat: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KKMP_KOTA", "jakpus")
    assert "Minta isian: kkmp template -o isian.xlsx" in pusat.good("check").out
    pusat.good("template", "-o", "isian.xlsx")
    assert (tmp_path / "isian.xlsx").is_file()
