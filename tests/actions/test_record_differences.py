from __future__ import annotations

from kkmp_cli.actions.record_differences import difference, other_target
from kkmp_cli.importing.foreign_register import Thing

TARGET = {"milestone": "rat", "kota": "31.71", "tahun_buku": 2025, "nilai": None}


def test_a_command_is_told_where_one_says_it_as_the_other_does() -> None:
    training = Thing("pelatihan", 3, {"judul": "Dasar", "peserta": 60, "materi": "a"})
    assert difference(training, "peserta", 62, "x.db") == (
        "Pelatihan 3 (Dasar): peserta di sini 60, di x.db 62; tidak diubah. "
        "Terapkan: `kkmp training update 3 --peserta 62`"
    )
    assert "--materi a,b`" in difference(training, "materi", "a;b", "x.db")
    came = Thing("hadir", 9, {"pengurus": 1, "uraian": "x"}, came_to=training)
    assert "`kkmp training show 3`" in difference(came, "pengurus", 2, "x.db")
    figure = Thing("angka", 1, {"indikator": "nib", "nilai": "34"})
    assert "`kkmp figure list`" in difference(figure, "nilai", "35", "x.db")


def test_of_a_target_both_are_told_with_their_days() -> None:
    known = Thing("target", 1, {**TARGET, "batas": "2026-03-31", "ditetapkan": "2026-02-01"})
    other = Thing("target", None, {**TARGET, "batas": "2026-06-30", "ditetapkan": "2026-01-01"})
    assert other_target(known, other, "x.db") == (
        "Target (rat) di x.db: batas 30 Juni 2026 (ditetapkan 1 Januari 2026); di sini batas "
        "31 Maret 2026 (ditetapkan 1 Februari 2026), yang tetap berlaku. Terapkan: "
        "`kkmp target set rat 2026-06-30 --kota 31.71 --tahun-buku 2025`"
    )
