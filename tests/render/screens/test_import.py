"""What an officer reads of an import, its JSON, and the file of rejected rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli import sheets
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.importing import ImportOptions, absent, read_rows
from kkmp_cli.importing.import_result import ImportResult, RejectedRows
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.render.formats import rejects_file
from kkmp_cli.render.screens import import_ as words
from kkmp_cli.render.screens import import_json, understanding
from kkmp_cli.sheets import Sheet

TODAY = date(2026, 3, 10)
NAMES = ("Gambir", "Cideng", "Duri Pulo", "Kebon Kelapa", "Petojo Utara")
AREAS = [
    Area(at, f"31.71.01.100{at}", name, "Gambir", "Kota Administrasi Jakarta Pusat", "Jakarta")
    for at, name in enumerate(NAMES, 1)
]


def _sheet(text: str) -> Sheet:
    rows = [(at, line.split(";")) for at, line in enumerate(text.strip("\n").split("\n"), 1)]
    return Sheet("isian.csv", None, "utf-8", ";", rows)


def _in_kota(code: str) -> list[Area]:
    return [area for area in AREAS if area.kota_code == code]


def _take(
    text: str, held: Mapping[int, Mapping[str, str]] | None = None, **options: Any
) -> ImportResult:
    reading = read_rows([_sheet(text)], AreaIndex(AREAS), ImportOptions(2025, **options), TODAY)
    known = {
        at: Cooperative(at, AREAS[at - 1], values, dict.fromkeys(values, "2026-03-01"))
        for at, values in (held or {}).items()
    }
    planned = build_plan(reading.intents, known, MergePolicy(), {})
    left = [AREAS[at - 1] for at in known.keys() - reading.named[0]]
    return ImportResult(reading, planned, absent(reading, left, _in_kota))


def test_what_was_understood_comes_first_in_two_lines() -> None:
    first, second, *_ = words.as_text(
        _take("Keadaan per 31 Januari 2026\nKel.;NIB\nGambir;sudah"), True
    ).split("\n")
    assert first == (
        "isian.csv: judul di baris 2, UTF-8, pemisah titik koma, "
        "keadaan per 31 Januari 2026 (dari judul berkas), 1 baris data"
    )
    assert second == "  Dibaca: Kel. → kelurahan, NIB"


def test_a_number_proves_its_milestone_only_where_nothing_else_is_said() -> None:
    text = "Kelurahan;NIB\nGambir;8120012345678\nCideng;8120012345679"
    told = words.as_text(_take(text, {1: {"nib": "proses"}}), True)
    line = 'Kolom "NIB": 2 nomor → nib_nomor, nib = sudah, kecuali baris atau catatan berkata lain'
    assert line in told
    told = words.as_text(_take("Kelurahan;No NIB\nGambir;8120012345678"), True)
    assert (
        'Kolom "No NIB": nomor → nib_nomor, nib = sudah, kecuali baris atau catatan berkata lain'
        in told
    )


def test_a_heading_near_a_personal_field_is_only_offered_to_be_left_out() -> None:
    told = words.as_text(_take("Kelurahan;NIB;Ketuua\nGambir;sudah;Siti"), True)
    assert (
        'Kolom C "Ketuua" tidak dikenal, tidak dibaca; agar tidak disebut lagi: --map "Ketuua="'
        in told
    )


def test_equal_changes_are_one_line_with_their_names() -> None:
    text = "Kelurahan;NIB;Anggota\n" + "\n".join(
        f"{name};sudah;{at}" for at, name in enumerate(NAMES, 5)
    )
    told = words.as_text(_take(text, {at: {"nib": "belum"} for at in range(1, 6)}), True)
    assert "5 baris: 5 diubah" in told
    assert f"NIB: belum → sudah (5): {', '.join(NAMES)}" in told
    assert "Anggota: Gambir belum ada data → 5; Cideng belum ada data → 6" in told
    assert told.endswith("Hanya rencana (--dry-run); tidak ada yang ditulis.")


def test_a_conflict_shows_both_days_and_the_ready_command() -> None:
    told = words.as_text(_take("Kelurahan;NIB\nGambir;belum", {1: {"nib": "2025-07-10"}}), False)
    assert "1 bertentangan dengan catatan, belum diterapkan" in told
    assert (
        "Gambir · NIB: tercatat sudah, 10 Juli 2025 (per 1 Maret 2026); di berkas belum (per "
        "10 Maret 2026)" in told
    )
    assert "terapkan: kkmp update 31.71.01.1001 --nib belum --per 2026-03-10" in told


def test_what_is_older_than_the_register_is_told_and_not_used() -> None:
    told = words.as_text(
        _take("Kelurahan;NIB\nGambir;proses", {1: {"nib": "belum"}}, per=date(2026, 1, 1)), False
    )
    assert "Lebih lama dari catatan, tidak dipakai (1):" in told
    assert told.endswith("Tidak ada yang berubah; tidak ada yang ditulis.")


def test_the_same_error_is_told_once_with_all_its_cells() -> None:
    told = words.as_text(_take("Kelurahan;NIB\nGambir;x\nCideng;x\nDuri Pulo;zz"), False)
    assert "B2, B3 NIB `x`: bukan keadaan yang dikenal" in told
    assert "Kesalahan (3):" in told
    assert "3 ditolak" in told


def test_who_is_missing_and_what_disagrees_is_told() -> None:
    told = words.as_text(
        _take("Kelurahan;NIB\nGambir;\nCideng;sudah\nJUMLAH;2", {3: {}, 4: {}}), False
    )
    assert "Tidak ada di berkas, tetapi terdaftar di kota itu (2): Duri Pulo, Kebon Kelapa" in told
    assert 'B4: baris jumlah menulis 2 untuk "NIB", yang terbaca 1.' in told
    assert "--kosong-belum nib" in told


def test_text_of_a_file_never_acts() -> None:
    told = words.as_text(
        _take("Kelurahan;NIB;Mitra\n[red]\x1b[31mGambir\u202e;:house:;Bank [/x]\x07"), False
    )
    assert not set("\x1b\u202e\x07") & set(told)
    assert ":house:" in told


def test_personal_values_are_not_printed() -> None:
    taken = _take("Kelurahan;Ketua\nGambir;Siti Aminah", {1: {"ketua": "Budi Santoso"}})
    for text in (words.as_text(taken, True), import_json.as_json(taken)):
        assert "Siti" not in text and "Budi" not in text


def test_the_json_has_the_keys_of_the_contract() -> None:
    taken = _take("Kelurahan;NIB;Entah\nGambir;x;\nCideng;belum;", {2: {"nib": "2025"}})
    told = json.loads(import_json.as_json(taken))
    (file,) = told["berkas"]
    assert list(file) == [
        "berkas",
        "lembar",
        "baris_judul",
        "penyandian",
        "pemisah",
        "per",
        "kolom",
        "diabaikan",
        "tambah",
        "ubah",
        "dikonfirmasi",
        "sama",
        "usang",
        "konflik",
        "ditolak",
        "rincian_konflik",
        "rincian_usang",
        "tidak_ada_di_berkas",
        "galat",
    ]
    assert (told["ditulis"], told["run"], file["konflik"], file["ditolak"]) == (False, None, 1, 1)
    assert file["kolom"] == {"Kelurahan": "kelurahan", "NIB": "nib"}
    assert file["diabaikan"] == ["Entah"]
    assert list(file["galat"][0]) == ["baris", "kolom", "sel", "isi", "pesan", "saran"]
    assert file["galat"][0]["sel"] == "B2"


@pytest.mark.parametrize(
    "form", [lambda part: rejects_file.as_xlsx([part]), rejects_file.as_csv], ids=["xlsx", "csv"]
)
def test_rejected_rows_can_be_corrected_and_imported_again(tmp_path: Path, form: Any) -> None:
    text = (
        "Keadaan per 31 Januari 2026\nNo;Kel.;Izin;Legalitas;;Ket\n;;;Nomor NIB;Tanggal NIB;\n"
        "1;Gambir;x;0120012345678;10/1/2026;'=1\n2;Cideng;sudah;;;\n3;Durian Pulo;;;;"
    )
    taken = _take(text, maps=("Izin=npwp",))
    (file,) = taken.reading.files
    path = tmp_path / "isian.ditolak"
    path.write_bytes(form(RejectedRows(_sheet(text), file, taken.reading.problems)))
    again = read_rows([sheets.read(path)], AreaIndex(AREAS), ImportOptions(2025), TODAY)
    assert [(problem.content, problem.message) for problem in again.problems] == [
        (problem.content, problem.message) for problem in taken.reading.problems
    ]
    assert again.files[0].per == date(2026, 1, 31)
    assert again.files[0].ignored == ("No", "Alasan ditolak")
    assert [column.field.name for column in again.files[0].columns] == [
        column.field.name for column in file.columns
    ]


def test_counts_of_empty_cells_are_written_as_numbers_are_here() -> None:
    (file,) = _take("Kelurahan;NIB\nGambir;sudah\nCideng;\n").reading.files
    assert "NIB 1. Bila" in "\n".join(understanding.lines(file))
    assert "NIB 20.904. Bila" in "\n".join(
        understanding.lines(replace(file, empty={"nib": 20_904}))
    )
