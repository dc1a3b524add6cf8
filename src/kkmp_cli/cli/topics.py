"""What is told about a matter rather than about a command: `kkmp help TOPIK`, and the manual page.

A text is a list of blocks: a paragraph, rows of a name and what it is, or examples (`Contoh:` and a
command a line). What a table of the program knows is read from it. Never enters: how it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

Rows = Sequence[tuple[str, str]]
Block = str | Rows


class Topic(NamedTuple):
    """A matter: what it is about, and what is told."""

    title: str
    blocks: Callable[[], Sequence[Block]]


_IMPORT: Sequence[Block] = (
    "CSV, XLSX, XLS dan ODS dibaca seperti adanya: dengan judul di atas tabel, baris JUMLAH, "
    "dan kolom yang tidak dikenal. Yang dimengerti dan rencananya ditunjukkan dulu, lalu "
    "ditulis seluruhnya atau tidak sama sekali.",
    (
        (
            "sel yang salah",
            "Satu saja, dan tidak ada yang ditulis; semuanya disebut dengan "
            "selnya. --skip-errors memasukkan baris yang baik, dan menulis yang lain ke berkas "
            "….ditolak.xlsx untuk dibetulkan.",
        ),
        (
            "sel kosong",
            "Tidak mengubah apa pun. --kosong-belum usaha: sel kosong di kolom itu berarti belum.",
        ),
        (
            "judul lain",
            '--map "Izin=nib" menyebut artinya, --map "Paraf=" mengabaikan kolomnya.',
        ),
        (
            "kata lain",
            '--arti "x=belum" menyebut arti kata di sel. --remember mengingat '
            "keduanya untuk seterusnya.",
        ),
        (
            "tanggal keadaan",
            "--per, atau yang tertulis di judul berkasnya (Keadaan per 31 "
            "Oktober 2025); tanpa itu hari ini.",
        ),
        ("lebih lama", "Isi yang lebih lama dari catatan tidak dipakai."),
        (
            "bertentangan",
            "Sudah yang menjadi belum tidak diterapkan, kecuali dengan "
            "--overwrite; perintahnya disebut.",
        ),
    ),
    "Di terminal, yang tidak jelas ditanyakan; di pipa tidak pernah. Berkas yang sama dua kali "
    "tidak mencatat apa-apa. Bila keliru: kkmp undo.",
    "Contoh:\nkkmp import isian.csv --kota jakpus --dry-run\nkkmp import isian.csv --kota jakpus",
)


_DATES: Sequence[Block] = (
    "Hari selalu di depan bulan. Semua ini tanggal yang sama:",
    "Contoh:\nkkmp update Gambir --nib 2026-03-10\nkkmp update Gambir --nib 10/3/2026\n"
    'kkmp update Gambir --nib "10 Maret 2026"\nkkmp update Gambir --nib 10-03-26',
    (
        (
            "bulan saja",
            "Maret 2026 atau 2026-03: yang diketahui hanya bulannya; dihitung sejak "
            "hari terakhirnya.",
        ),
        ("tahun saja", "2025: dihitung sejak hari terakhirnya."),
        (
            "--per",
            "Tanggal keadaan itu benar; bila tidak diisi: hari ini. Tidak boleh sesudah hari ini.",
        ),
        (
            "--usaha-rencana",
            "Tanggal yang masih akan datang adalah rencana; begitu juga --rat-rencana dan lainnya.",
        ),
        ("--sejak", "Yang berubah sesudah tanggal itu."),
        (
            "--seperti-tercatat",
            "Seperti yang tercatat sampai akhir hari itu: paket lama dapat dicetak lagi.",
        ),
    ),
    "Bulan di depan (3/15/2026) ditolak dengan tanggal yang mungkin dimaksud. Hari dihitung "
    "menurut waktu Jakarta. RAT wajib satu kali setiap tahun buku, paling lambat 31 Maret "
    "tahun berikutnya: RAT yang diadakan pada 2026 adalah RAT tahun buku 2025.",
)


def _columns() -> Sequence[Block]:
    return (
        "Nama isian sama di judul berkas, di JSON, di --kolom, dan (dengan - sebagai ganti _) "
        "sebagai pilihan: nib_nomor dan --nib-nomor. Judul yang biasa dipakai kantor juga dikenal, "
        "misalnya Tgl NIB atau No. SK AHU.",
        [*_fields()],
        "Di belakang nama sebuah tahap dapat berdiri _nomor, _rencana, _kendala, _mulai; di "
        "belakang setiap isian _per, hari isinya benar. Keadaan sebuah tahap: sudah, "
        "proses, terkendala, belum, berhenti (gerai dan usaha), atau tanggalnya. (kosongkan) di "
        "sebuah sel mengembalikan isian ke belum diketahui.",
        "Contoh:\nkkmp list --kolom kelurahan,anggota,nib\nkkmp export --kolom kode,nib,nib_per",
    )


def _fields() -> Iterator[tuple[str, str]]:
    """Every field that stands for itself, RAT of one tahun buku for all."""
    from kkmp_cli.model.field import AREA, STATE, VALUE
    from kkmp_cli.model.vocabulary import built_in

    for field in built_in().all_fields():
        if field.kind in (AREA, STATE, VALUE):
            yield field.name, field.about


_OWN: Sequence[Block] = (
    "Yang dicatat kantor sendiri, misalnya omzet, status lahan atau akun SIMKOPDES, menjadi "
    "bidang: dengan riwayat, di formulir, daftar dan laporan, seperti isian lainnya. Namanya "
    "berawal x_: x_omzet di berkas, --x-omzet sebagai pilihan.",
    (
        ("tahap", "langkah dengan keadaan, tanggal, rencana dan kendala"),
        ("ya_tidak", "ya atau tidak"),
        ("tanggal", "sebuah hari"),
        ("jumlah, rupiah, persen", "angka"),
        ("pilihan", "satu dari pilihan yang ditentukan dengan --pilihan"),
        ("teks", "kata-kata, paling banyak 200 huruf"),
    ),
    "Jenis dan kuncinya tetap sejak isi yang pertama; label, judul dan arti boleh berubah. "
    "Bidang sendiri tidak ikut menentukan apakah koperasi beroperasi.",
    'Contoh:\nkkmp field add omzet "Omzet" --kind rupiah --arti "penjualan bulan itu"\n'
    "kkmp field list\nkkmp update Gambir --x-omzet 1.500.000",
)


_EXIT_CODES: Sequence[Block] = (
    "Setiap penolakan juga menyebut apa yang terjadi dan apa yang dapat dilakukan.",
    (
        ("0", "Selesai."),
        (
            "1",
            "Ditolak: isi yang salah, tidak ditemukan, lebih dari satu arti; kkmp check "
            "menemukan kesalahan.",
        ),
        ("2", "Perintahnya ditulis salah."),
        (
            "3",
            "Register atau berkas tidak dapat dipakai: tidak ada, rusak, sedang dipakai, tanpa "
            "izin, disk penuh.",
        ),
        ("4", "Kesalahan program kkmp sendiri; KKMP_DEBUG=1 menunjukkan tempatnya."),
        ("130", "Dihentikan dengan Ctrl-C."),
    ),
    "Data ditulis ke keluaran biasa, percakapan ke keluaran kesalahan. Di pipa tidak ada warna "
    "dan tidak ada pertanyaan.",
)


_PRIVACY: Sequence[Block] = (
    "Register tidak memerlukan nomor KTP, alamat rumah atau rekening pribadi: nomor 16 angka "
    "yang mirip nomor KTP ditolak. Nama ketua dan telepon boleh kosong (UU 27/2022 tentang "
    "Pelindungan Data Pribadi).",
    (
        (
            "--with-personal",
            "Tanpa ini ketua dan telepon tidak ada di laporan, daftar dan "
            "ekspor. Berkas yang memuatnya hanya dapat dibaca pembuatnya.",
        ),
        (
            "kkmp forget",
            "Menghapus nama ketua dan telepon satu koperasi untuk selamanya, juga "
            "dari riwayat dan salinan otomatis.",
        ),
        ("riwayat", "Perintah yang tercatat tidak memuat nama dan telepon."),
        (
            "register",
            "Berkasnya hanya dapat dibaca pemiliknya. Tidak ada yang dikirim ke luar; yang di "
            "server hanya ke server itu.",
        ),
    ),
    "Contoh:\nkkmp export --with-personal -o dengan-kontak.xlsx\nkkmp forget Gambir --yes",
)


TOPICS: Mapping[str, Topic] = {
    "impor": Topic("Memasukkan isian dari berkas", lambda: _IMPORT),
    "tanggal": Topic("Cara menulis tanggal, dan apa artinya", lambda: _DATES),
    "kolom": Topic("Nama isian dan judul kolom", _columns),
    "bidang": Topic("Bidang milik kantor sendiri", lambda: _OWN),
    "kode-keluar": Topic("Kode keluar, untuk skrip", lambda: _EXIT_CODES),
    "privasi": Topic("Data pribadi", lambda: _PRIVACY),
}
