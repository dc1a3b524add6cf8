#!/bin/sh
# Memasang kkmp @VERSI@ dari folder ini, tanpa internet. Dijalankan lagi: memperbarui.
set -u
umask 077
case $0 in */*) asal=${0%/*} ;; *) asal=. ;; esac
asal=$(cd "$asal" && pwd) || exit 1
data=${XDG_DATA_HOME:-}
case $data in /*) ;; *) data=${HOME:?HOME tidak diketahui}/.local/share ;; esac
program=$data/kkmp/program
perintah=${HOME:?HOME tidak diketahui}/.local/bin

gagal() {
    printf '%s\n' "$@" >&2
    exit 1
}

cocok() {
    "$1" -c 'import sys; sys.exit(sys.version_info[:2] != (@PY2@))' >/dev/null 2>&1
}

if [ "@SISTEM@" = Windows ]; then
    gagal "Bundel ini untuk Windows: jalankan pasang.bat di sana, atau minta bundel untuk komputer ini."
fi
if [ ! -d "$asal/wheels" ]; then
    gagal "Folder wheels tidak ada di samping pasang.sh. Salin seluruh folder bundel, lalu ulangi."
fi

python=
for nama in python@PYTHON@ python3 python; do
    if cocok "$nama"; then
        python=$nama
        break
    fi
done
if [ -z "$python" ]; then
    gagal "Python @PYTHON@ tidak ada di komputer ini." \
        "Pasang dulu Python @PYTHON@ (Debian, Ubuntu: sudo apt install python@PYTHON@ python@PYTHON@-venv; macOS: dari python.org), lalu ulangi: sh pasang.sh"
fi

sebelum=
ulang=
if [ -x "$program/bin/kkmp" ]; then
    sebelum=$("$program/bin/kkmp" --version 2>/dev/null) || {
        sebelum="kkmp yang rusak"
        ulang=--force-reinstall
    }
fi

bersih=
if [ -e "$program" ] && ! cocok "$program/bin/python"; then
    bersih=--clear
fi
"$python" -m venv $bersih "$program" ||
    gagal "Tempat program tidak dapat dibuat di $program." \
        "Debian, Ubuntu: pasang dulu python@PYTHON@-venv (sudo apt install python@PYTHON@-venv), lalu ulangi."
"$program/bin/python" -m pip --isolated --disable-pip-version-check install --quiet --no-index \
    --find-links "$asal/wheels" --upgrade $ulang "kkmp-cli@TAMBAHAN@" ||
    gagal "Pemasangan gagal; sebabnya tertulis di atas. Register Anda tidak disentuh." \
        "Salin lagi seluruh folder bundel, lalu ulangi: sh pasang.sh"
printf '%s\n' "kkmp-cli@TAMBAHAN@ @VERSI@" >"$program/dari-bundel.txt"

sekarang=$("$program/bin/kkmp" --version) ||
    gagal "kkmp terpasang di $program tetapi tidak dapat dijalankan; laporkan pesan di atas."
if [ "$sebelum" = "$sekarang" ]; then
    echo "Sudah terpasang: $sekarang, di $program."
elif [ -n "$sebelum" ]; then
    echo "Diperbarui di $program: $sebelum menjadi $sekarang."
else
    echo "Terpasang: $sekarang, di $program."
fi

ketik="\"$program/bin/kkmp\" demo"
if mkdir -p "$perintah" 2>/dev/null; then
    if [ -e "$perintah/kkmp" ] && [ ! -L "$perintah/kkmp" ]; then
        echo "Yang sudah ada di $perintah/kkmp bukan dari bundel dan tidak diganti."
    elif ln -sf "$program/bin/kkmp" "$perintah/kkmp" 2>/dev/null; then
        case :${PATH:-}: in
        *:"$perintah":*) ketik="kkmp demo" ;;
        *) echo "Supaya cukup mengetik kkmp, keluar lalu masuk lagi ke komputer ini (atau tambahkan $perintah ke PATH)." ;;
        esac
    fi
fi
echo "Sekarang ketik: $ketik"
