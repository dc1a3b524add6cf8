"""Control and bidi characters of a register that somebody else made never reach a screen or a file."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from running import Office
from tampering import tampered

pytestmark = pytest.mark.on_a_file

EVIL = "\x1b]0;x\x07\x1b[31m\u202e\u2066\x9b\x7f"
_SQL = "".join(f"||char({ord(letter)})" for letter in EVIL)
COLUMNS = {
    "areas": ("kelurahan", "kecamatan", "kota", "provinsi"),
    "aliases": ("alias",),
    "headings": ("judul",),
    "cooperatives": ("nama", "mitra", "catatan", "nik_koperasi"),
    "contacts": ("ketua", "telepon"),
    "milestones": ("kendala", "nomor", "bank"),
    "trainings": ("judul", "tempat", "penyelenggara", "materi", "sumber"),
    "targets": ("sumber",),
    "figures": ("sumber",),
    "followups": ("uraian", "penanggung_jawab", "hasil"),
    "runs": ("petugas", "perintah", "alasan"),
}
"""Every text of a register that is printed somewhere."""
ACTS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


@pytest.fixture
def unclean(demo: Office) -> Office:
    """The shipped facts, with such characters behind every text."""
    demo.good(
        *("update", "Gambir", "--nama", "KKMP Gambir Baru", "--mitra", "Bulog", "--catatan", "x"),
        *("--ketua", "Budi", "--telepon", "021555", "--nik-koperasi", "123", "--alasan", "sebab"),
        *(
            "--usaha",
            "terkendala",
            "--usaha-kendala",
            "modal: kurang",
            "--nib-nomor",
            "0123456789012",
        ),
        *("--rekening-nomor", "123456", "--rekening-bank", "BRI"),
    )
    demo.good(
        *("followup", "add", "Uraian", "--kelurahan", "Gambir", "--penanggung-jawab", "Sudin"),
        *("--batas", "2027-12-31"),
    )
    demo.good("area", "alias", "Gambiran", "31.71.01.1001")
    demo.good("target", "set", "usaha", "2027-12-31", "--kota", "jakpus", "--sumber", "Rapat")
    sheet = demo.register.with_name("isian.csv")
    sheet.write_text("kelurahan,Punya Papan\nCideng,sudah\n")
    demo.good(
        "import", sheet, "--kota", "jakpus", "--map", "Punya Papan=nib", "--remember", "--yes"
    )
    tampered(
        demo.register,
        *(
            f"UPDATE {table} SET {column} = {column}{_SQL}"
            for table, columns in COLUMNS.items()
            for column in columns
        ),
        f"UPDATE runs SET berkas = json_array('x'{_SQL}) WHERE berkas <> '[]'",
        f"UPDATE events SET isi = json_array(json_array('catatan', NULL, 'x'{_SQL})) WHERE id = "
        "(SELECT max(id) FROM events WHERE entitas = 'koperasi')",
    )
    return demo


GAMBIR = "31.71.01.1001"
COMMANDS = (
    ("list",),
    ("list", "--json"),
    ("show", GAMBIR),
    ("show", GAMBIR, "--with-personal"),
    ("show", GAMBIR, "--json"),
    ("history",),
    ("history", GAMBIR),
    ("history", "--json"),
    ("report",),
    ("report", "--json"),
    ("report", "--kota", "31.71"),
    ("report", "--kota", "31.71", "--rinci"),
    ("report", "--kota", "31.71", "--sejak", "2026-01-01", "--json"),
    *(("report", "--kota", "31.71", "--format", name) for name in ("csv", "md", "html", "pesan")),
    ("export",),
    ("export", "--with-personal"),
    ("export", "--json"),
    ("check",),
    ("check", "--rinci"),
    ("check", "--rinci", "--json"),
    ("training", "list"),
    ("training", "list", "--json"),
    ("training", "show", "1"),
    ("training", "show", "1", "--json"),
    ("target", "list"),
    ("target", "list", "--json"),
    ("figure", "list"),
    ("figure", "list", "--json"),
    ("followup", "list"),
    ("followup", "list", "--json"),
    ("area", "list", "--kota", "31.71"),
    ("area", "list", "--json"),
    ("import", "{folder}/isian.csv", "--kota", "31.71", "--dry-run"),
    ("import", "{folder}/isian.csv", "--kota", "31.71", "--dry-run", "--json"),
    ("import", "{folder}/isian.csv", "--kota", "31.71", "--map", "Punya Papan=nib", "--remember"),
    ("undo", "--yes"),
    ("update", GAMBIR, "--tetap"),
    ("update", GAMBIR, "--nib", "belum", "--usaha", "sudah"),
    ("update", GAMBIR, "--catatan", "y", "--mitra", "Pos", "--nama", "Lain"),
    ("add", GAMBIR),
    ("add", "31.71.01.9999"),
    ("followup", "done", "1"),
    ("training", "remove", "1"),
    ("training", "attend", "1", GAMBIR),
    ("area", "alias", "Gambiran Baru", GAMBIR),
    ("forget", GAMBIR, "--yes"),
    ("backup",),
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_none_is_printed(unclean: Office, arguments: tuple[str, ...]) -> None:
    done = unclean.run(*(word.format(folder=unclean.register.parent) for word in arguments))
    assert done.code in (0, 1), done.err
    for text in (done.out, done.err):
        assert not ACTS.findall(text), [
            text[max(0, m.start() - 60) : m.end() + 5] for m in ACTS.finditer(text)
        ][:3]


FILES = (
    ("export", "-o", "{}.xlsx"),
    ("export", "-o", "{}.csv"),
    ("template", "--kota", "31.71", "-o", "{}.xlsx"),
    *(("report", "--kota", "31.71", "-o", "{}." + tail) for tail in ("xlsx", "html", "pdf", "md")),
)


@pytest.mark.parametrize("arguments", FILES, ids=" ".join)
def test_none_is_written(unclean: Office, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    target = tmp_path / "keluar"
    unclean.good(*(word.format(target) for word in arguments))
    (made,) = tmp_path.glob("keluar.*")
    content = made.read_bytes()
    if made.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b"".join(map(book.read, book.namelist()))
            assert b"_x001B_" not in content
            assert b"_x001b_" not in content
    if made.suffix != ".pdf":
        assert not ACTS.findall(content.decode())
