"""What the words of a milestone's cell mean: one clear state with what stands beside it, or an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from running import Office
from sheet_files import isian

Stated = dict[str, Any]


def known(office: Office, names: Stated) -> Stated:
    shown = office.good("show", "Cideng", "--json").json
    return {name: shown[name] for name in names}


CELLS: list[tuple[str, str, Stated]] = [
    ("Status Gerai", "Belum ada", {"gerai": "belum", "usaha": None}),
    ("Status Gerai", "Belum buka", {"gerai": "sudah", "usaha": "belum"}),
    ("Gerai", "belum beroperasi", {"gerai": "sudah", "usaha": "belum"}),
    ("Gerai", "Operasional", {"gerai": "sudah", "usaha": None}),
    ("Gerai", "buka", {"gerai": "sudah", "usaha": None}),
    ("Gerai", "Sewa", {"gerai": "sudah", "gerai_jenis": "sewa"}),
    ("Gerai", "menumpang di pos RW", {"gerai": "sudah", "gerai_jenis": "pinjam"}),
    ("Gerai", "Ada (milik sendiri)", {"gerai": "sudah", "gerai_jenis": "milik_sendiri"}),
    ("Gerai", "sewa, belum buka", {"gerai": "sudah", "gerai_jenis": "sewa", "usaha": "belum"}),
    ("Usaha", "ada (lengkap)", {"usaha": "sudah", "catatan": None}),
    ("Usaha", "sudah jalan", {"usaha": "sudah"}),
    ("Usaha", "jalan", {"usaha": "sudah"}),
    ("Usaha", "100%", {"usaha": "sudah"}),
    ("Usaha", "85%", {"usaha": "proses"}),
    ("Usaha", "Proses 50%", {"usaha": "proses"}),
    ("Usaha", "tgl 5/2/2026", {"usaha": "2026-02-05"}),
    ("RAT TB 2025", "Sudah RAT tgl 27 Maret 2026", {"rat_2025": "2026-03-27"}),
    ("NIB", "sudah terbit 10/6/2025", {"nib": "2025-06-10"}),
    ("NIB", "sudah (20-02-2026)", {"nib": "2026-02-20"}),
    ("NIB", "dalam proses OSS", {"nib": "proses", "catatan": "NIB: OSS"}),
    ("Rekening", "sudah (BRI)", {"rekening": "sudah", "rekening_bank": "BRI"}),
    (
        "Rekening",
        "belum, masih proses di BRI",
        {"rekening": "proses", "catatan": "Rekening: masih proses di BRI"},
    ),
    (
        "Usaha",
        "belum berjalan (menunggu modal)",
        {"usaha": "belum", "usaha_kendala": None, "catatan": "Usaha: menunggu modal"},
    ),
    ("Usaha", "terkendala modal", {"usaha": "terkendala", "usaha_kendala": "modal"}),
    (
        "RAT TB 2025",
        "belum (rencana 28 Maret 2027)",
        {"rat_2025": "belum", "rat_2025_rencana": "2027-03-28"},
    ),
    (
        "Unit Usaha",
        "Sembako dan LPG",
        {"unit_usaha": ["sembako", "lainnya"], "catatan": "Unit usaha lainnya: LPG"},
    ),
    ("Unit Usaha", "Sembako/klinik", {"unit_usaha": ["sembako", "klinik"], "catatan": None}),
    ("Unit Usaha", "belum ada", {"unit_usaha": []}),
    ("Mitra", "tidak ada", {"mitra": []}),
    ("Percontohan", "Pilot", {"percontohan": "ya"}),
]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize(("heading", "text", "stated"), CELLS)
def test_clear_words_of_a_sheet_are_read(
    pusat: Office, tmp_path: Path, suffix: str, heading: str, text: str, stated: Stated
) -> None:
    path = isian(tmp_path, suffix, ["Kelurahan", heading], ["Cideng", text])
    pusat.good("import", path, "--per", "2026-11-20")
    assert known(pusat, stated) == stated
    again = pusat.good("import", path, "--per", "2026-11-20", "--json").json
    assert again["run"] is None


@pytest.mark.parametrize(("heading", "text", "stated"), CELLS[:9] + CELLS[19:25])
def test_an_update_reads_the_same_words(
    pusat: Office, heading: str, text: str, stated: Stated
) -> None:
    option = f"--{heading.removeprefix('Status ').removesuffix(' TB 2025').lower()}"
    pusat.good("update", "Cideng", option, text, "--per", "2026-11-20", "--tahun-buku", "2025")
    assert known(pusat, stated) == stated


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize(
    ("usaha", "state"),
    [("sudah", "sudah"), ("", "belum"), ("proses", "proses"), ("1/3/2026", "2026-03-01")],
)
def test_a_gerai_that_has_not_opened_says_belum_of_usaha_only_where_the_row_does_not(
    pusat: Office, tmp_path: Path, suffix: str, usaha: str, state: str
) -> None:
    for heading in ("Usaha", "Tgl Usaha") if "/" in usaha else ("Usaha",):
        rows = (["Kelurahan", "Gerai", heading], ["Cideng", "belum buka", usaha])
        pusat.good("import", isian(tmp_path, suffix, *rows), "--per", "2026-11-20")
        wanted = {"gerai": "sudah", "usaha": state}
        assert known(pusat, wanted) == wanted


def test_notes_of_several_cells_and_of_the_row_stand_together(
    pusat: Office, tmp_path: Path
) -> None:
    rows = (
        ["Kelurahan", "NIB", "Usaha", "Keterangan", "Rekening"],
        ["Cideng", "proses OSS", "sudah, sembako", "ketua baru", "belum, masih proses di BRI"],
    )
    pusat.good("import", isian(tmp_path, ".csv", *rows), "--per", "2026-11-20")
    note = "ketua baru; NIB: OSS; Usaha: sembako; Rekening: masih proses di BRI"
    assert known(pusat, {"catatan": ""}) == {"catatan": note}
    pusat.good("update", "Cideng", "--nib", "proses OSS", "--usaha", "sudah, kuliner")
    assert known(pusat, {"catatan": ""}) == {"catatan": "NIB: OSS; Usaha: kuliner"}


def test_a_usaha_that_runs_is_not_taken_back_by_a_gerai_that_has_not_opened(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--usaha", "sudah", "--per", "2026-03-01")
    rows = (["Kelurahan", "Gerai"], ["Cideng", "belum buka"])
    told = pusat.good(
        "import", isian(tmp_path, ".csv", *rows), "--per", "2026-11-20", "--json"
    ).json
    assert [one["field"] for one in told["berkas"][0]["rincian_konflik"]] == ["usaha"]
    assert known(pusat, {"usaha": "", "gerai": ""}) == {"usaha": "sudah", "gerai": "sudah"}


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Usaha", "sudah, belum buka"),
        ("Usaha", "sudah tapi belum lengkap"),
        ("Usaha", "sudah tutup sejak Okt"),
        ("Usaha", "belum 100%"),
        ("Usaha", "x"),
        ("Gerai", "belum (sewa)"),
        ("Gerai", "sewa habis"),
        ("Gerai", "belum berjalan"),
        ("NIB", "sudah, 1234567890123"),
    ],
)
def test_words_that_leave_the_state_open_are_an_error_of_their_cell(
    pusat: Office, tmp_path: Path, heading: str, text: str
) -> None:
    before = pusat.state()
    path = isian(tmp_path, ".csv", ["Kelurahan", heading], ["Cideng", text])
    done = pusat.run("import", path, "--per", "2026-11-20")
    assert (done.code, pusat.state()) == (1, before)
    assert f"B2 {heading} `{text}`" in done.out
    assert pusat.run("update", "Cideng", f"--{heading.lower()}", text).code == 1
    assert pusat.state() == before


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("note", ["sudah tutup sejak Okt", "BELUM BUKA"])
def test_a_note_that_contradicts_its_row_is_an_error_of_its_cell(
    pusat: Office, tmp_path: Path, suffix: str, note: str
) -> None:
    rows = ["Kelurahan", "Usaha", "Keterangan"], ["Cideng", "sudah", note]
    done = pusat.run("import", isian(tmp_path, suffix, *rows))
    assert done.code == 1
    assert f"C2 Keterangan `{note}`: berlawanan dengan Usaha yang ditulis sudah" in done.out
    assert known(pusat, {"usaha": ""}) == {"usaha": None}


def test_ownership_beside_a_state_is_whose_room_it_is(pusat: Office, tmp_path: Path) -> None:
    rows = (
        ["Kelurahan", "Gerai", "Status Kepemilikan Gerai"],
        ["Cideng", "sudah", "Pinjam pakai"],
        ["Gambir", "belum", "belum ada"],
    )
    pusat.good("import", isian(tmp_path, ".csv", *rows))
    assert known(pusat, {"gerai": "", "gerai_jenis": ""}) == {
        "gerai": "sudah",
        "gerai_jenis": "pinjam",
    }
    alone = (["Kelurahan", "Kepemilikan Gerai"], ["Gambir", "sewa"])
    pusat.good("import", isian(tmp_path, ".csv", *alone))
    shown = pusat.good("show", "Gambir", "--json").json
    assert (shown["gerai"], shown["gerai_jenis"]) == ("sudah", "sewa")
