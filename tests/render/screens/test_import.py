"""What an officer reads of an import, its JSON, and the file of rejected rows."""

from __future__ import annotations

from datetime import date

from import_results import NAMES, take
from kkmp_cli.render.screens import import_, import_json


def test_equal_changes_are_one_line_with_their_names() -> None:
    text = "Kelurahan;NIB;Anggota\n" + "\n".join(
        f"{name};sudah;{at}" for at, name in enumerate(NAMES, 5)
    )
    told = import_.as_text(take(text, {at: {"nib": "belum"} for at in range(1, 6)}), True)
    assert "5 baris: 5 diubah" in told
    assert f"NIB: belum → sudah (5): {', '.join(NAMES)}" in told
    assert "Anggota: Gambir belum ada data → 5; Cideng belum ada data → 6" in told
    assert told.endswith("Hanya rencana (--dry-run); tidak ada yang ditulis.")


def test_a_conflict_shows_both_days_and_the_ready_command() -> None:
    told = import_.as_text(take("Kelurahan;NIB\nGambir;belum", {1: {"nib": "2025-07-10"}}), False)
    assert "1 bertentangan dengan catatan, belum diterapkan" in told
    assert (
        "Gambir · NIB: tercatat sudah, 10 Juli 2025 (per 1 Maret 2026); di berkas belum (per "
        "10 Maret 2026)" in told
    )
    assert "terapkan: kkmp update 31.71.01.1001 --nib belum --per 2026-03-10" in told


def test_what_is_older_than_the_register_is_told_and_not_used() -> None:
    told = import_.as_text(
        take("Kelurahan;NIB\nGambir;proses", {1: {"nib": "belum"}}, per=date(2026, 1, 1)), False
    )
    assert "Lebih lama dari catatan, tidak dipakai (1):" in told
    assert told.endswith("Tidak ada yang berubah; tidak ada yang ditulis.")


def test_the_same_error_is_told_once_with_all_its_cells() -> None:
    told = import_.as_text(take("Kelurahan;NIB\nGambir;x\nCideng;x\nDuri Pulo;zz"), False)
    assert "B2, B3 NIB `x`: isi sel ini tidak dimengerti" in told
    assert "Kesalahan (3):" in told
    assert "3 ditolak" in told


def test_who_is_missing_and_what_disagrees_is_told() -> None:
    told = import_.as_text(
        take("Kelurahan;NIB\nGambir;\nCideng;sudah\nJUMLAH;2", {3: {}, 4: {}}), False
    )
    absent = "Tidak ada di berkas, tetapi terdaftar di wilayah itu (2): Duri Pulo, Kebon Kelapa"
    assert absent in told
    assert 'B4: baris jumlah menulis 2 untuk "NIB", yang terbaca 1.' in told
    assert "--kosong-belum nib" in told


def test_text_of_a_file_never_acts() -> None:
    told = import_.as_text(
        take("Kelurahan;NIB;Mitra\n[red]\x1b[31mGambir\u202e;:house:;Bank [/x]\x07"), False
    )
    assert not set("\x1b\u202e\x07") & set(told)
    assert ":house:" in told


def test_personal_values_are_not_printed() -> None:
    taken = take("Kelurahan;Ketua\nGambir;Siti Aminah", {1: {"ketua": "Budi Santoso"}})
    for text in (import_.as_text(taken, True), import_json.as_json(taken)):
        assert "Siti" not in text and "Budi" not in text
