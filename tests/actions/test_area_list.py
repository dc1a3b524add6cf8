"""`kkmp area import`: the official list, what it adds, renames and no longer holds."""

from __future__ import annotations

import csv
import importlib.util
from pathlib import Path

import pytest

from kkmp_cli.settings import shipped_data
from running import Office, count

HEADING = ["kode", "kelurahan", "kecamatan", "kota", "provinsi"]
NEW = [
    "31.71.01.1009",
    "Gambir Baru",
    "Gambir",
    "Kota Administrasi Jakarta Pusat",
    "Daerah Khusus Ibukota Jakarta",
]


def shipped(kota: str = "31.71") -> list[list[str]]:
    with (shipped_data() / "areas.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file) if row[0].startswith(kota)]


def written(
    office: Office, rows: list[list[str]], separator: str = ",", heading: list[str] = HEADING
) -> Path:
    path = office.register.with_name("wilayah.csv")
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator).writerows([heading, *rows])
    return path


def names(office: Office) -> dict[str, str]:
    return {one["kode"]: one["kelurahan"] for one in office.good("area", "list", "--json").json}


def levels(rows: list[list[str]]) -> list[list[str]]:
    above = {
        code: name
        for row in rows
        for code, name in ((row[0][:2], row[4]), (row[0][:5], row[3]), (row[0][:8], row[2]))
    }
    return [*([code, name] for code, name in above.items()), *(row[:2] for row in rows)]


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_new_area_is_added_and_the_run_can_be_undone(pusat: Office, separator: str) -> None:
    done = pusat.good("area", "import", written(pusat, [*shipped(), NEW], separator))
    assert "45 kelurahan/desa di daftar: 1 baru · 0 berganti nama · 0 tidak ada lagi" in done.out
    assert names(pusat)[NEW[0]] == "Gambir Baru"
    pusat.good("add", "Gambir Baru")
    pusat.refused("undo", "2")
    pusat.good("undo")
    pusat.good("undo", "2")
    assert NEW[0] not in names(pusat)


def test_a_hierarchical_list_says_the_same(pusat: Office) -> None:
    file = written(pusat, levels([*shipped(), NEW]), heading=["kode", "nama"])
    assert "1 baru · 0 berganti" in pusat.good("area", "import", file).out
    bare = pusat.register.with_name("tanpa judul.csv")
    bare.write_text("\n".join(",".join(row) for row in levels(shipped())), encoding="utf-8")
    assert (
        "44 kelurahan/desa di daftar: 0 baru · 0 berganti" in pusat.good("area", "import", bare).out
    )


def test_a_renamed_area_keeps_its_old_name_as_a_spelling(pusat: Office) -> None:
    rows = [[row[0], "Gambir Raya", *row[2:]] if row[1] == "Gambir" else row for row in shipped()]
    done = pusat.good("area", "import", written(pusat, rows))
    assert "31.71.01.1001 Gambir → Gambir Raya" in done.out
    assert (
        pusat.good("show", "Gambir", "--kota", "jakpus", "--json").json["kelurahan"]
        == "Gambir Raya"
    )
    pusat.good("undo")
    assert names(pusat)["31.71.01.1001"] == "Gambir"


def test_what_is_gone_stays_unless_asked_and_never_goes_with_a_cooperative(office: Office) -> None:
    office.good("add", "Gambir")
    file = written(office, [row for row in shipped() if row[1] not in ("Gambir", "Cideng")])
    assert "2 tidak ada lagi" in office.good("area", "import", file).out
    assert len(names(office)) == len(shipped("")) - 1
    office.good("area", "import", file, "--hapus")
    assert "31.71.01.1001" in names(office)
    assert "31.71.01.1002" not in names(office)
    office.good("undo")
    assert names(office)["31.71.01.1002"] == "Cideng"


def test_names_of_what_is_gone_are_told_when_something_is_written_and_in_a_dry_run_else_only_how_many(
    pusat: Office,
) -> None:
    file = written(pusat, [NEW, *(row for row in shipped() if row[1] not in ("Gambir", "Cideng"))])
    first, again = pusat.good("area", "import", file).out, pusat.good("area", "import", file).out
    rehearsed = pusat.good("area", "import", file, "--dry-run").out
    for told in (first, rehearsed):
        assert "  Cideng (31.71.01.1002)" in told
    assert "Cideng" not in again
    assert again.splitlines()[1].startswith("2 yang tidak ada lagi tetap di register")
    assert names(pusat)["31.71.01.1002"] == "Cideng"


def test_other_kota_and_provisional_codes_do_not_vanish(pusat: Office) -> None:
    pusat.good("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus")
    assert "0 tidak ada lagi" in pusat.good("area", "import", written(pusat, shipped())).out


def test_a_code_that_seems_to_have_changed_is_told_and_not_followed(pusat: Office) -> None:
    rows = [["31.71.01.1091", *row[1:]] if row[1] == "Gambir" else row for row in shipped()]
    done = pusat.good("area", "import", written(pusat, rows))
    assert "kkmp area recode 31.71.01.1001 31.71.01.1091" in done.out
    assert "31.71.01.1091" not in names(pusat)
    pusat.good("area", "recode", "31.71.01.1001", "31.71.01.1091")
    assert (
        "0 baru · 0 berganti nama · 0 tidak"
        in pusat.good("area", "import", written(pusat, rows)).out
    )


def test_every_bad_row_is_told_and_nothing_is_written(pusat: Office) -> None:
    rows = [*shipped(), ["31.71.01", *NEW[1:]], ["31.71.01.1077", "", *NEW[2:]], shipped()[0]]
    done = pusat.refused("area", "import", written(pusat, rows))
    assert "3 baris" in done.err
    for place in ("baris 46 kode", "baris 47 kelurahan", "baris 48 kode"):
        assert place in done.err
    orphan = written(pusat, [["31.71.01.1001", "Gambir"]], heading=["kode", "nama"])
    assert "31.71.01" in pusat.refused("area", "import", orphan).err


def test_the_same_list_again_records_no_run_and_a_dry_run_nothing(pusat: Office) -> None:
    file = written(pusat, [*shipped(), NEW])
    before = pusat.register.read_bytes()
    pusat.good("area", "import", file, "--dry-run")
    assert pusat.register.read_bytes() == before
    pusat.good("area", "import", file)
    runs = count(pusat.register, "runs")
    assert "Tidak ada yang berubah" in pusat.good("area", "import", file).out
    assert count(pusat.register, "runs") == runs


def test_a_dry_run_on_a_missing_register_creates_nothing(office: Office) -> None:
    office.good("area", "import", written(office, [*shipped(), NEW]), "--dry-run")
    assert not office.register.exists()
    office.good("area", "import", written(office, [*shipped(), NEW]))
    assert NEW[0] in names(office)


@pytest.mark.parametrize("arguments", [(), ("x.csv", "--nasional")], ids=str)
def test_one_source_is_named(pusat: Office, arguments: tuple[str, ...]) -> None:
    pusat.refused("area", "import", *arguments, code=2)


def test_a_file_of_another_kind_is_refused(pusat: Office) -> None:
    file = written(pusat, [["a", "b"]], heading=["x", "y"])
    assert "bukan daftar wilayah" in pusat.refused("area", "import", file).err


@pytest.mark.skipif(
    importlib.util.find_spec("lokal") is None, reason="extra `nasional` is not installed"
)
def test_the_national_list_agrees_with_the_shipped_areas(office: Office) -> None:
    assert (
        "0 berganti nama · 0 tidak ada lagi"
        in office.good("area", "import", "--nasional", "--dry-run").out
    )
