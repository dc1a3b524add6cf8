from __future__ import annotations

from pathlib import Path

from colleagues import colleague
from running import Office


def test_the_plan_tells_who_said_what_and_what_stays(pusat: Office, pusat_template: Path) -> None:
    other = colleague(pusat, pusat_template)
    other.good("update", "Gambir", "--anggota", 135, "--per", "2026-06-30")
    other.good("update", "Senen", "--nib", "2026-05-05", "--per", "2026-06-30")
    other.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-05-01")
    pusat.good("update", "Gambir", "--anggota", 150, "--per", "2026-07-31")
    first, who, counts, *told = pusat.good("import", other.register, "--dry-run").out.splitlines()
    assert first.endswith("sudin.db: register dengan 44 koperasi (Kota Administrasi Jakarta Pusat)")
    assert who.startswith("  Dicatat di sana oleh: Siti Aminah 2 catatan, ")
    assert counts == "44 koperasi: 2 diubah · 42 sama"
    assert told == [
        "NIB: Senen belum ada data → sudah, 5 Mei 2026",
        "Melengkapi riwayat, keadaan terakhir tetap (1):",
        "  Anggota: Gambir 135 per 30 Juni 2026",
        "Catatan kantor yang baru: 1 pelatihan",
        "",
        "Hanya rencana (--dry-run); tidak ada yang ditulis.",
    ]
    assert (
        "Tersimpan sebagai pekerjaan 3: 2 koperasi, 1 pelatihan. Batalkan dengan `kkmp undo 3`."
        in (pusat.good("import", other.register).out)
    )
