"""A day of an officer comes to the same on a file and on a server: codes, words, JSON and files to
the byte, but for the clock of the server and the digests that cover it.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkmp_cli import reports
from kkmp_cli import settings as surroundings
from kkmp_cli.register.reader import open_reader
from running import Done, Office, Shared
from server_desks import Desks
from servers import Server
from sound_reports import assert_sound, assert_summed

FIRST = (
    "Kelurahan;NIB;Tgl RAT TB 2025;Jumlah Anggota\nGambir;sudah;2026-02-20;150\nCideng;belum;;90\n"
)
SECOND = "Kelurahan;NIB;NPWP;Ketua\nKartini;12/1/2026;sudah;Ani Contoh\nCideng;31/06/2025;sudah;\n"
THIRD = "Kelurahan;NIB;Usaha\nGambir;belum;sudah\nSenen;sudah;2026-01-05\n"
KOTA = ("--kota", "jakpus")
DAY = ("--per", "2026-03-10")
WHO_AND_WHEN = ("--penanggung-jawab", "Sudin", "--batas", "2026-03-20")
MORNING: tuple[tuple[str, ...], ...] = (
    ("add", "Pluit", "--kota", "jakut", "--nib", "2026-01-02"),
    ("add", "Gambir", *KOTA),
    ("import", "satu.csv", *KOTA, "--per", "2026-02-28", "--dry-run", "--json"),
    ("import", "satu.csv", *KOTA, "--per", "2026-02-28"),
    ("import", "satu.csv", *KOTA, "--per", "2026-02-28"),
    ("import", "dua.csv", *KOTA, *DAY),
    ("import", "dua.csv", *KOTA, *DAY, "--skip-errors", "--json"),
    ("import", "tiga.csv", *KOTA, *DAY, "--json"),
    ("update", "Gambir", *KOTA, "--usaha", "2026-03-01", "--unit-usaha", "sembako,klinik", *DAY),
    ("update", "Cideng", "Senen", *KOTA, "--nib-nomor", "9120001234567", *DAY),
    ("update", "Cideng", *KOTA, "--nib-nomor", "9120001234567", "--nib", "sudah", *DAY),
    ("update", "Kartini", *KOTA, "--gerai-kendala", "modal: pinjaman", "--alasan", "rapat", *DAY),
    ("update", "Senen", *KOTA, "--usaha", "berhenti 2026-03-05", *DAY),
    ("update", "Tidak Ada", *KOTA, "--nib", "sudah"),
    ("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "Sebulan"),
    ("update", "Gambir", *KOTA, "--x-omzet", "12,5 juta", *DAY),
    ("training", "add", "Dasar", *KOTA, "--mulai", "2026-02-10", "--peserta", "20"),
    ("training", "attend", "1", "Gambir", "Cideng", "--pengurus", "2"),
    ("target", "set", "rat", "2026-03-31", *KOTA, "--tahun-buku", "2025", "--nilai", "90%"),
    ("figure", "add", "beroperasi", "3", *KOTA, *DAY, "--sumber", "Dinas"),
    ("followup", "add", "Tanya", "--kelurahan", "Kartini", *WHO_AND_WHEN),
    ("area", "alias", "Gambirr", "31.71.01.1001"),
    ("config", "kantor", "SUDIN CONTOH", "--register"),
    ("undo",),
    ("undo", "99"),
)
REPORTS: tuple[tuple[str, ...], ...] = (
    ("report", *KOTA, *DAY, "--json"),
    ("report", *KOTA, *DAY),
    ("report", *DAY, "--json"),
    ("report", *KOTA, *DAY, "--sejak", "2026-01-31", "--rinci", "--json"),
    ("report", *KOTA, *DAY, "--format", "narasi"),
    ("list", *KOTA, "--json"),
    ("list", *KOTA, "--terkendala", "semua"),
    ("show", "Gambir", *KOTA, "--json"),
    ("show", "Kartini", *KOTA, "--with-personal"),
    ("history", "--json"),
    ("history", "Senen", *KOTA),
    ("due", *DAY),
    ("check", "--json"),
    ("export", "--kota", "semua"),
    ("export", *KOTA, "--with-personal", "--format", "json"),
    ("training", "list", "--json"),
    ("target", "list", "--json"),
    ("figure", "list", "--json"),
    ("followup", "list", "--json"),
    ("field", "list", "--json"),
    ("area", "list", *KOTA, "--json"),
    ("config", "--json"),
    ("letter", "--tanpa", "rat", *KOTA, *DAY, "--templat", "surat.md", "-o", "surat"),
    ("report", *KOTA, *DAY, "--rinci", "-o", "paket.html"),
    ("report", *DAY, "-o", "paket.json"),
    ("verify", "paket.html"),
    ("verify", "paket.json", "--json"),
    ("forget", "Kartini", *KOTA, "--yes"),
    ("update", "Gambir", *KOTA, "--rekening", "sudah", *DAY),
    ("verify", "paket.html"),
    ("history", "--json"),
)
HEAD = r"\b(\d+)-[0-9a-f]{16}\b"
CLOCK = r'(?<="waktu": ")[^"]*|(?<=\d{4} )\d\d\.\d\d|(?<=pukul )\d\d\.\d\d|T\d\d:\d\d:\d\d'
BESIDE_A_FILE = {"salinan_bentrok", "riwayat_salinan", "izin_register"}
"""The rules of `check` on what lies beside a file."""


class Desk(NamedTuple):
    """An office with a folder of its own."""

    office: Office
    folder: Path

    def says(self, patch: pytest.MonkeyPatch, words: tuple[str, ...]) -> tuple[int, str, str]:
        """What a command comes to here, without where the register is and what hangs on the clock
        of whoever keeps it.
        """
        patch.chdir(self.folder)
        done: Done = self.office.run(*words)
        if words[:2] == ("check", "--json"):
            return done.code, repr(_of_both(done.json)), self.told(done.err)
        beside = "" if words[0] == "forget" else self.told(done.err)  # of copies, of the server
        return done.code, self.told(done.out), beside

    def told(self, text: str) -> str:
        text = text.replace(self.office.location, "REGISTER")
        return re.sub(CLOCK, "…", re.sub(HEAD, r"\1-…", text))

    def files(self) -> dict[str, str]:
        """What was written beside the register, but for the register."""
        texts = (one for one in sorted(self.folder.rglob("*")) if one.suffix in TEXTS)
        return {
            str(one.relative_to(self.folder)): self.told(one.read_text("utf-8")) for one in texts
        }


def _of_both(checked: dict[str, Any]) -> dict[str, Any]:
    """What `check` tells of whatever keeps the register."""
    lists = {name: each for name, each in checked.items() if isinstance(each, list)}
    kept = {
        name: [one for one in each if one.get("kode") not in BESIDE_A_FILE]
        for name, each in lists.items()
    }
    return checked | kept


TEXTS = {".csv", ".md", ".html", ".json"}


@pytest.fixture
def engine() -> str:
    return "server"


def _in_a_file(template: Path, folder: Path, office: Office) -> Office:
    """An office with a file like a template."""
    register = folder / "register.db"
    folder.mkdir(mode=0o700)
    shutil.copyfile(template, register)
    register.chmod(0o600)
    return Office(register, office.capture)


@pytest.fixture
def desks(pusat: Office, pusat_template: Path, tmp_path: Path) -> list[Desk]:
    """The same register on a server and in a file."""
    folders = [tmp_path / "server", tmp_path / "berkas"]
    for folder in folders:
        folder.mkdir()
        for name, text in (("satu", FIRST), ("dua", SECOND), ("tiga", THIRD)):
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        (folder / "surat.md").write_text("{{kantor}} {{kepada}}\n{{daftar}}", encoding="utf-8")
    file = _in_a_file(pusat_template, tmp_path / "register", pusat)
    return [Desk(pusat, folders[0]), Desk(file, folders[1])]


def test_an_officers_day_is_the_same_on_a_file_and_on_a_server(
    desks: list[Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    day = surroundings.today()
    monkeypatch.setattr(surroundings, "today", lambda: day)
    for words in (*MORNING, *REPORTS):
        server, file = (desk.says(monkeypatch, words) for desk in desks)
        assert server == file, words
    written, beside = (desk.files() for desk in desks)
    assert written == beside and len(written) > 8


NAMES = st.sampled_from(["Gambir", "Cideng", "Kartini", "Senen"])
DAYS = st.sampled_from(["2025-12-31", "2026-02-01", "2026-03-10", "2026-06-30"])
SAID = st.sampled_from(
    [
        *(("--nib", word) for word in ("sudah", "belum", "2026-01-05", "proses")),
        *(("--usaha", word) for word in ("2026-01-20", "belum", "berhenti 2026-02-15")),
        ("--usaha", "belum", "--koreksi"),
        ("--gerai-kendala", "modal"),
        ("--nib-nomor", "9120001234567"),
        ("--anggota", "120"),
        ("--unit-usaha", "+klinik"),
        ("--kosongkan", "nib"),
        ("--status", "bubar 2026-02-01"),
        ("--rat", "2026-01-30", "--tahun-buku", "2025"),
        ("--tetap",),
    ]
)
COMMANDS = st.one_of(
    st.tuples(st.just("update"), NAMES, SAID, DAYS),
    st.tuples(st.just("impor"), NAMES, SAID, DAYS),
    st.tuples(st.just("undo"), st.integers(2, 8), st.just(()), DAYS),
    st.tuples(st.just("attend"), NAMES, st.just(("--hadir",)), DAYS),
)
LAST = (
    ("report", *KOTA, "--per", "2026-03-10", "--sejak", "2026-01-31", "--rinci", "--json"),
    ("export", "--kota", "semua", "--with-personal"),
    ("history", "--json"),
    ("training", "list", "--json"),
)


def typed(number: int, command: tuple[Any, ...], folders: list[Path]) -> tuple[str, ...]:
    """A command as it is typed; the sheet of an import lies in each of the folders."""
    verb, what, said, day = command
    if verb == "undo":
        return "undo", str(what), "--yes"
    if verb == "attend":
        return "training", "attend", "1", what, *KOTA, *said
    if verb == "update" or not said[0].startswith(("--nib", "--usaha", "--anggota")):
        return "update", what, *KOTA, *said, "--per", day
    for folder in folders:
        text = f"Kelurahan;{said[0][2:].replace('-', '_')}\n{what};{said[1]}\n"
        (folder / f"{number}.csv").write_text(text, encoding="utf-8")
    return "import", f"{number}.csv", *KOTA, "--per", day, "--json"


@settings(max_examples=6, suppress_health_check=[*HealthCheck])
@given(series=st.lists(COMMANDS, min_size=4, max_size=9))
def test_any_series_of_commands_comes_to_the_same(
    office: Office,
    server: Server,
    server_desks: Desks,
    server_templates: dict[str, str],
    pusat_template: Path,
    tmp_path: Path,
    series: list[tuple[Any, ...]],
) -> None:
    place = Path(tempfile.mkdtemp(dir=tmp_path))
    file = _in_a_file(pusat_template, place / "register", office)
    with server_desks.like(server_templates["pusat"]) as name:
        shared = Office(place / "none.db", office.capture, Shared(server, name))
        desks = [Desk(shared, place / "server"), Desk(file, place / "berkas")]
        for desk in desks:
            desk.folder.mkdir()
        compare(desks, series)
        with open_reader(shared.location) as register:
            found = reports.build(register.snapshot(["31.71"]), date(2026, 3, 10), 2025)
    assert_sound(found.kota[0])
    assert_summed(found)


def compare(desks: list[Desk], series: list[tuple[Any, ...]]) -> None:
    """Each command of a series, and what is told after them, is the same at each desk."""
    folders = [desk.folder for desk in desks]
    commands = [typed(number, one, folders) for number, one in enumerate(series)]
    made = ("training", "add", "Dasar", *KOTA, "--mulai", "2026-01-10")
    with pytest.MonkeyPatch.context() as patch:
        for words in (made, *commands, *LAST):
            here, there = (desk.says(patch, words) for desk in desks)
            assert here == there, words
