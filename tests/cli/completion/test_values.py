"""What is offered at each place of a call, and that the command takes it."""

from __future__ import annotations

import pytest

from completing import offered
from kkmp_cli.cli.completion.command_tree import CommandTree
from kkmp_cli.milestones import codes
from kkmp_cli.settings.keys import KEYS
from running import Office


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("rep", ["report"]),
        ("training sh", ["show"]),
        ("training ", ["add", "update", "attend", "import", "list", "show", "remove"]),
        ("show Duri P", ["Duri", "P"]),
        ("list --kec", ["--kecamatan"]),
        ("report --kota jakp", ["jakpus"]),
        ("report --kota=jakp", ["--kota=jakpus"]),
        ("list --sudah ni", ["nib"]),
        ("list --terkendala se", ["semua"]),
        ("list --kolom kode,npwp_no", ["kode,npwp_nomor"]),
        ("update Gambir --usaha b", ["belum", "berhenti"]),
        ("update Gambir --usaha-kendala mo", ["modal"]),
        ("update Gambir --kosongkan nib_n", ["nib_nomor"]),
        ("import x.csv --map Izin=nib_n", ["Izin=nib_nomor"]),
        ("import x.csv --map Iz", []),
        ("import x.csv --arti x=bel", ["x=belum"]),
        ("import ", ["/"]),
        ("report -o ", ["/"]),
        ("report --kota jakpus -o l", ["/"]),
        ("list --tahap si", ["siap"]),
        ("field add a b --kind ru", ["rupiah"]),
        ("field add --paket la", ["lahan"]),
        ("letter --untuk l", ["lurah"]),
        ("config kot", ["kota"]),
        ("config kota jakp", ["jakpus"]),
        ("help tan", ["tanggal"]),
        ("target set us", ["usaha"]),
        ("report -- --", []),
        ("report --per ", []),
    ],
)
def test_what_fits_is_offered(demo: Office, typed: str, expected: list[str]) -> None:
    words = typed.split(" ")
    if typed == "show Duri P":
        words, expected = ["show", "Duri P"], ["Duri Pulo"]
    assert offered(demo, *words) == expected


def test_a_flag_that_is_typed_is_not_offered_again_and_what_repeats_is(demo: Office) -> None:
    names = offered(demo, "list", "--percontohan", "--belum", "rat", "--kota", "jakpus", "--")
    assert "--percontohan" not in names
    assert {"--belum", "--kota", "--sudah"} <= {*names}


def test_every_form_that_is_offered_is_written(demo: Office) -> None:
    binary = ("pdf", "xlsx", "docx", "png")
    for command in ("report", "list", "due", "history", "check", "export"):
        place = ("--kota", "jakpus") if command in ("report", "list") else ()
        for form in offered(demo, command, "--format", ""):
            if form not in binary:
                demo.good(command, *place, "--format", form)
    assert set(binary) <= set(offered(demo, "report", "--format", ""))


@pytest.mark.parametrize("milestone", codes())
def test_every_state_that_is_offered_is_taken(pusat: Office, milestone: str) -> None:
    year = milestone == "rat"
    option = f"--{milestone.replace('_', '-')}"
    for state in offered(pusat, "update", "Gambir", option, ""):
        pusat.good("update", "Gambir", option, state, *(("--tahun-buku", "2025") if year else ()))
        pusat.good("undo")


def test_numbers_are_offered_newest_first_and_work(demo: Office) -> None:
    runs = offered(demo, "undo", "")
    assert [*map(int, runs)] == sorted(map(int, runs), reverse=True)
    assert runs[0] == str(demo.good("history", "--json").json[0]["run"])
    for number in offered(demo, "training", "show", ""):
        demo.good("training", "show", number)
    for group in ("training", "target", "figure"):
        known = {str(one["id"]) for one in demo.good(group, "list", "--json").json}
        assert {*offered(demo, group, "remove", "")} == known


def test_own_fields_are_options_filters_columns_and_keys(pusat: Office) -> None:
    pusat.good(
        *("field", "add", "lahan", "Status lahan", "--kind", "pilihan"),
        *("--pilihan", "milik,sewa", "--arti", "milik siapa"),
    )
    assert offered(pusat, "update", "Gambir", "--x-l") == ["--x-lahan", "--x-lahan-per"]
    assert offered(pusat, "update", "Gambir", "--x-lahan", "") == ["milik", "sewa"]
    assert offered(pusat, "list", "--x-") == ["--x-lahan"]
    assert offered(pusat, "list", "--x-lahan", "s") == ["sewa"]
    assert offered(pusat, "list", "--kolom", "kode,x_") == ["kode,x_lahan"]
    assert offered(pusat, "list", "--tanpa", "x_") == ["x_lahan"]
    assert offered(pusat, "report", "--menurut", "") == ["x_lahan"]
    assert offered(pusat, "field", "retire", "") == ["lahan"]
    pusat.good("update", "Gambir", "--x-lahan", "sewa")
    pusat.good("list", "--x-lahan", "sewa")
    pusat.good("field", "retire", "lahan")
    assert offered(pusat, "list", "--x-") == []


def test_a_personal_column_is_offered_to_who_asks_for_such(pusat: Office) -> None:
    assert offered(pusat, "export", "--kolom", "ket") == []
    assert "ketua" in offered(pusat, "export", "--with-personal", "--kolom", "ket")


def test_every_key_of_the_settings_is_offered(office: Office) -> None:
    assert offered(office, "config", "") == [*KEYS]


def test_every_command_offers_its_options(office: Office) -> None:
    tree = CommandTree()
    for verb, _ in tree.below([]):
        for path in [[verb, word] for word, _ in tree.below([verb])] or [[verb]]:
            assert "--help" in offered(office, *path, "--")
