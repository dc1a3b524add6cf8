"""What an officer may mistype: answered in Indonesian on stderr, nothing on stdout, the register as
it was.
"""

from __future__ import annotations

import unicodedata

import pytest

from running import Office, sound

LONG = "a" * 300


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "Gambi"), "maksud Anda Gambir (31.71.01.1001)?"),
        (("show", "Karang Ayer"), "maksud Anda"),
        (("show", "Tebet"), "adalah kecamatan"),
        (
            ("area", "add", "Sukagalih", "--kecamatan", "Sukajadi", "--kota", "Bandung"),
            "--provinsi dan --kode",
        ),
        (
            ("area", "add", "Sukagalih", "--kecamatan", "Sukajadi", "--kota", "jakpus"),
            "--provinsi dan --kode",
        ),
        (("area", "add", "Sukagalih", "--kecamatan", "Sukajadi"), "--provinsi dan --kode"),
        (("add", "Tebet"), "Tebet Timur (31.74.01.1001)"),
        (("update", "Tebet", "--nib", "sudah"), "Tebet Barat (31.74.01.1002)"),
        (("show", "Tidak Ada Sama Sekali"), "tidak ditemukan"),
        (("show", "31.71.99.9999"), "31.71.99.9999"),
        (("show", ""), "kosong"),
        (("show", "Pluit", "--kota", "jakpus"), "Pluit"),
        (("show", "Pluit"), "belum ada di register"),
        (("report", "--kota", "jakputt"), "jakputt"),
        (("report", "--kota", "jakpus", "--kecamatan", "Cengkareng"), "Cengkareng"),
        (("update", "Gambir", "--nib", "31/06/2025"), "Juni 2025 hanya sampai tanggal 30"),
        (("update", "Gambir", "--nib", "2090-01-01"), "belum tiba"),
        (("update", "Gambir", "--nib", "entah"), "tidak dimengerti"),
        (("update", "Gambir", "--nib", "x"), "tidak dimengerti"),
        (("update", "Gambir", "--nib", "1,23E+12"), "1,23E+12"),
        (("update", "Gambir", "--nib-nomor", "123"), "13"),
        (("update", "Gambir", "--nik-koperasi", "3171234567890123"), "KTP"),
        (("update", "Gambir", "--anggota", "-5"), "--anggota"),
        (("update", "Gambir", "--anggota", "１２"), "--anggota"),
        (("update", "Gambir", "--per", "2090-01-01", "--nib", "sudah"), "--per"),
        (("update", "Gambir", "--per", "kemarin dulu", "--nib", "sudah"), "--per"),
        (
            ("update", "Gambir", "--nib", "2025-08-15", "--per", "2025-08-14"),
            "sesudah tanggal keadaannya",
        ),
        (("update", "Gambir", "--tahun-buku", "2024", "--rat", "sudah"), "--tahun-buku"),
        (("update", "Gambir", "--status", "bubar"), "--status"),
        (("update", "Pluit", "--nib", "sudah"), "Belum ada di register"),
        (("add", "Gambir"), "Sudah ada di register"),
        (("add", "Gambir", "Cideng"), "Sudah ada di register"),
        (("add", "Pluit", "--kota", "jakpus"), "Pluit"),
        (("report", "--per", "2090-01-01"), "--per"),
        (("report", "--sejak", "2090-01-01"), "--sejak"),
        (("report", "--tahun-buku", "abc"), "--tahun-buku"),
        (("list", "--kota", "entah"), "entah"),
        (("list", "--belum-dikonfirmasi", "entah"), "--belum-dikonfirmasi"),
        (("target", "set", "usaha", "2026-13-01"), "BATAS"),
        (("target", "set", "usaha", "2026"), "tanggal lengkap"),
        (("target", "set", "usaha", "2026-12-31", "--nilai", "150%"), "--nilai"),
        (("target", "set", "usaha", "2026-12-31", "--tahun-buku", "2025"), "tahun buku"),
        (("target", "remove", "99"), "99"),
        (("figure", "add", "entah", "3", "--kota", "jakpus", "--per", "2025"), "entah"),
        (("figure", "add", "nib", "banyak", "--kota", "jakpus", "--per", "2025"), "banyak"),
        (("figure", "remove", "99"), "99"),
        (
            (
                "followup",
                "add",
                "x",
                "--kelurahan",
                "Pluit",
                "--penanggung-jawab",
                "S",
                "--batas",
                "2026-12-31",
            ),
            "Pluit",
        ),
        (
            (
                "followup",
                "add",
                "x",
                "--kota",
                "jakpus",
                "--belum",
                "nib",
                "--penanggung-jawab",
                "S",
                "--batas",
                "2026-12-31",
            ),
            "belum",
        ),
        (("followup", "done", "99"), "99"),
        (("training", "add", "x", "--kota", "jakpus", "--mulai", "2025-02-30"), "--mulai"),
        (
            (
                "training",
                "add",
                "x",
                "--kota",
                "jakpus",
                "--mulai",
                "2025-02-03",
                "--selesai",
                "2025-02-01",
            ),
            "--selesai",
        ),
        (
            ("training", "add", "x", "--kota", "jakpus", "--mulai", "2025", "--peserta", "banyak"),
            "--peserta",
        ),
        (("training", "add", " ", "--kota", "jakpus", "--mulai", "2025"), "kosong"),
        (("training", "attend", "99", "Gambir"), "99"),
        (("area", "alias", "x", "31.71.99.9999"), "31.71.99.9999"),
        (("area", "alias", "Cideng", "31.71.01.1001"), "Cideng"),
        (("area", "add", "Gambir", "--kecamatan", "Gambir"), "Gambir"),
        (("area", "recode", "Gambir", "31.71.01.1002"), "sudah dipakai"),
        (("area", "recode", "Gambir", "entah"), "entah"),
        (("undo", "99"), "99"),
        *(
            (("show", LONG), "terlalu panjang"),
            (("report", "--kota", LONG), "terlalu panjang"),
            (("list", "--kecamatan", LONG), "terlalu panjang"),
            (("update", "Gambir", "--nama", LONG), "terlalu panjang"),
            (("update", "Gambir", "--nib", "sudah", "--alasan", "a" * 2001), "terlalu panjang"),
            (("undo", "--alasan", "a" * 2001), "terlalu panjang"),
            (("area", "alias", LONG, "31.71.01.1001"), "panjang"),
            (("training", "add", LONG, "--kota", "jakpus", "--mulai", "2025"), "terlalu panjang"),
        ),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else "",
)
def test_refused_with_exit_code_1(pusat: Office, arguments: tuple[str, ...], words: str) -> None:
    done = pusat.refused(*arguments, code=1)
    assert words in done.err
    assert len(done.err) < 1_200


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("laporan",), "`kkmp report`"),
        (("tambah",), "`kkmp add`"),
        (("repot",), "`kkmp report`"),
        (("riwayat",), "`kkmp history`"),
        (("entahlah",), "--help"),
        (("training", "hadir"), "attend"),
        (("training",), "Perintahnya belum disebut"),
        (("target", "hapus", "1"), "remove"),
        (("show", "Gambir", "--telepon"), "--with-personal"),
        (("report", "--tanggal", "x"), "--per"),
        (("update", "Gambir", "--nibb", "sudah"), "--nib"),
        (("list", "--kotta", "jakpus"), "--kota"),
        (("show",), "KELURAHAN"),
        (("show", "Gambir", "Cideng"), "tidak pada tempatnya"),
        (("report", "--per"), "--per"),
        (("update",), "Kelurahan belum disebut"),
        (("update", "Gambir"), "isian"),
        (("add",), "belum disebut"),
        (("add", "Gambir", "--all"), "--all"),
        (("add", "--all"), "--kota"),
        (("update", "--all", "--nib", "sudah"), "--kota"),
        (("update", "Gambir", "--nib", "sudah", "--kosongkan", "nib"), "dua kali"),
        (("update", "Gambir", "--kosongkan", "entah"), "entah"),
        (("update", "Gambir", "--kosongkan", "kode"), "kode"),
        (("list", "--sudah", "entah"), "entah"),
        (("list", "--tahap", "entah"), "entah"),
        (("list", "--format", "entah"), "entah"),
        (("list", "--json", "--format", "terminal"), "--format"),
        (("report", "--sejak", "2026-03-10", "--per", "2026-03-10"), "--sejak"),
        (("followup", "add", "x", "--penanggung-jawab", "S", "--batas", "2026-12-31"), "--kota"),
        (("followup", "update", "1"), ""),
        (("training", "update", "1"), ""),
        (("undo", "x"), "history"),
        (("target", "remove", "x"), "bukan nomor"),
        (("figure", "add", "nib", "3"), "--kota"),
        (("import",), "BERKAS"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else "",
)
def test_wrong_usage_with_exit_code_2_and_what_is_meant(
    pusat: Office, arguments: tuple[str, ...], words: str
) -> None:
    if arguments[:2] == ("followup", "update"):
        pusat.good(
            "followup",
            "add",
            "x",
            "--kota",
            "jakpus",
            "--penanggung-jawab",
            "S",
            "--batas",
            "2026-12-31",
        )
    assert words in pusat.refused(*arguments, code=2).err


def test_letters_that_cannot_be_kept_are_refused_in_every_place(pusat: Office) -> None:
    bad = "\udcff"
    for arguments in (
        ("show", bad),
        ("report", "--kota", bad),
        ("report", "--per", bad),
        (bad,),
        ("list", f"--{bad}"),
        ("update", "Gambir", "--nama", bad),
        ("update", "Gambir", "--nib", bad),
        ("list", "--sudah", bad),
        ("list", "--format", bad),
        ("target", "set", bad, bad),
        ("undo", bad),
        ("area", "alias", bad, bad),
        ("training", "add", bad, "--kota", bad, "--mulai", bad),
        ("import", bad),
        ("update", "Gambir", "--kosongkan", bad),
        ("figure", "add", bad, bad, "--kota", bad, "--per", bad),
        ("target", "remove", bad),
        ("list", "--tahap", bad),
    ):
        before = pusat.register.read_bytes()
        done = pusat.run(*arguments)
        assert done.code in (1, 2, 3), arguments
        assert done.out == "", arguments
        assert "Traceback" not in done.err
        assert pusat.register.read_bytes() == before


NAUGHTY = (
    "[bold]tebal[/bold]",
    "[/x]",
    ":house:",
    "<script>alert(1)</script>",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(1)",
    "'; DROP TABLE runs;--",
    "%s%n%x",
    "${HOME}",
    "$(id)",
    "`id`",
    "../../etc/passwd",
    "\\",
    "nan",
    "None",
    "-1",
    "1/0",
    "0x10",
    "\u202eterbalik",
    "nol\u200blebar",
    "\x1b[31mmerah",
    "a\nb",
    "e\u0301",
    "Ω≈ç√∫",
    "田中さん",
    "👩‍👩‍👧",
    "\ufeffBOM",
)


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_text_is_kept_as_text_and_never_acts(pusat: Office, text: str) -> None:
    pusat.good("update", "Gambir", f"--catatan={text}", f"--mitra={text}x", f"--alasan={text}")
    note = pusat.good("show", "Gambir", "--json").json["catatan"]
    assert note == note.strip()
    assert "".join(letter for letter in note if letter.isalnum()) == "".join(
        letter for letter in unicodedata.normalize("NFC", text) if letter.isalnum()
    )
    for command in (("show", "Gambir"), ("history",), ("report", "--kota", "jakpus")):
        shown = pusat.good(*command).out
        assert not set("\x1b\u202e\u200b\ufeff") & set(shown)
    assert note in pusat.good("show", "Gambir").out
    assert pusat.run("show", f"--kota={text}", "Gambir").code in (0, 1)
    assert pusat.run("area", "alias", "--", text, "31.71.01.1001").code in (0, 1)
    assert sound(pusat.register)
