"""An import as the promised object."""

from __future__ import annotations

import json

from import_results import take
from kkmp_cli.render.screens import import_json


def test_the_json_has_the_keys_of_the_contract() -> None:
    taken = take("Kelurahan;NIB;Entah\nGambir;x;\nCideng;belum;", {2: {"nib": "2025"}})
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
        "dibetulkan",
        "rincian_dibetulkan",
        "tidak_diikutkan",
        "tidak_ada_di_berkas",
        "galat",
    ]
    assert (told["ditulis"], told["run"], file["konflik"], file["ditolak"]) == (False, None, 1, 1)
    assert file["kolom"] == {"Kelurahan": "kelurahan", "NIB": "nib"}
    assert file["diabaikan"] == ["Entah"]
    assert list(file["galat"][0]) == ["baris", "kolom", "sel", "isi", "pesan", "saran"]
    assert file["galat"][0]["sel"] == "B2"


def test_every_row_of_the_file_is_counted_once() -> None:
    text = "Kelurahan;NIB\nGambir;sudah\nCideng;x\nDuri Pulo;proses\nKebon Kelapa;belum"
    (file,) = json.loads(import_json.as_json(take(text, {3: {"nib": "proses"}})))["berkas"]
    counts = {name: file[name] for name in ("tambah", "ubah", "sama", "ditolak")}
    assert counts == {"tambah": 2, "ubah": 0, "sama": 1, "ditolak": 1}


def test_a_personal_value_in_conflict_is_not_told() -> None:
    text = "Kelurahan;Ketua;NIB\nGambir;Siti Rahasia;belum"
    taken = take(text, {1: {"ketua": "Budi Rahasia", "nib": "sudah"}})
    told = import_json.as_json(taken)
    assert json.loads(told)["berkas"][0]["rincian_konflik"][0]["field"] == "nib"
    assert "Rahasia" not in told
