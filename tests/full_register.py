"""A register of which every screen has something to tell, and what is typed to see it all."""

from __future__ import annotations

import shlex
from pathlib import Path

from running import Office

_TYPED = """
update Cideng --usaha-kendala "tempat: pos RW dibongkar" --usaha-rencana 2026-12-15 --anggota 120 --per 2026-03-05
update "Duri Pulo" --usaha-kendala modal --musyawarah sudah --sk sudah --per 2026-03-05 --kota jakpus
update Gambir --kota jakpus --musyawarah 2025-05-31 --sk 2025-07-01 --nib 0123456789012 --npwp proses --per 2026-03-05
update "Gunung Sahari Utara" --kota jakpus --catatan "Menunggu kunci" --unit-usaha simpan_pinjam --per 2026-03-05
training add "Pengembangan usaha dan penguatan kelembagaan koperasi" --kota jakpus --mulai 2026-02-01 --peserta 62
training attend 3 "Gunung Sahari Utara" "Mangga Dua Selatan" --hadir --kota jakpus
followup add "Carikan tempat bersama kelurahan serta Bank Jakarta" --kota jakpus --belum usaha --penanggung-jawab Camat --batas 2026-03-31 --keputusan
target set sk_kemenkop 2026-06-30 --kota jakpus --nilai 100% --sumber "Rapat monev"
target set usaha 2026-12-31 --kota jakpus --nilai 44
field add omzet "Omzet sebulan" --kind rupiah --arti "omzet sebulan"
field add akun "Akun SIMKOPDES" --kind ya_tidak --arti "punya akun"
update Cideng --x-omzet 1.250.000 --x-akun ya --per 2026-03-05
update Gondangdia --kota jakpus --usaha 2026-05-05 --per 2026-05-31
undo --yes
"""
_REPORT = "report --kota jakpus --per 2026-03-10"
READING = f"""
{_REPORT}
{_REPORT} --sejak 2026-02-01 --rinci
{_REPORT} --matriks
{_REPORT} --menurut x_akun
report --per 2026-03-10 --kota jakpus --kecamatan Gambir
list --kota jakpus
list --kota jakpus --kolom kode,kelurahan,kecamatan,anggota,nib,usaha,usaha_kendala,catatan
show Gambir --kota jakpus
show "Gunung Sahari Utara"
history --semua
due --kota jakpus
check
check --rinci --kota jakpus
training list
training show 3
followup list
target list
figure list
field list
area list --kota jakpus
config
import isian.csv --kota jakpus --dry-run --per 2026-03-10
import buruk.csv --kota jakpus --dry-run --per 2026-03-10
add Cidengg --kota jakpus
undo 999
"""
"""What is typed to look, and what is refused."""
_SHEETS = {
    "isian.csv": "kelurahan,No. SK,SK Kemenkop,nib,usaha,RAT TB 2025,Aneh\n"
    "Gunung Sahari Utara,AHU-0001234.AH.01.29.TAHUN 2025,sudah,0123456789013,10/3/2026,belum,x\n"
    "Mangga Dua Selatan,,belum,sudah,belum,sudah,\nCempaka Putih Barat,,,proses,belum,,\n",
    "buruk.csv": "kelurahan,nib,usaha\nGunung Sahari Utaraa,0123456789013,10/3/2027\n"
    "Mangga Dua Selatan,entahlah,belum\nCempaka Putih Barat,proses,31/2/2026\n",
}


def typed(lines: str) -> list[list[str]]:
    """Each line as the words of a command."""
    return [shlex.split(line) for line in lines.strip().split("\n")]


def filled(demo: Office, folder: Path) -> Office:
    """The shipped facts, and all that an officer notes beside them; two sheets lie in the folder."""
    for words in typed(_TYPED):
        demo.good(*words)
    for name, text in _SHEETS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return demo
