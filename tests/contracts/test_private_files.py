"""What is written with personal values is for its owner alone, whatever the umask and whatever stood
there; the copies of a register too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.on_a_file

PERSONAL: tuple[tuple[str, str], ...] = (
    ("export", "data.csv"),
    ("export", "data.xlsx"),
    ("export", "data.json"),
    ("report --kota jakpus", "laporan.html"),
    ("report --kota jakpus", "laporan.md"),
    ("report --kota jakpus", "laporan.xlsx"),
    ("report --kota jakpus", "laporan.pdf"),
    ("report --kota jakpus --format csv --tabel kontak", "laporan.csv"),
    ("show Gambir", "gambir.json"),
    ("show Gambir", "gambir.html"),
    ("show Gambir", "gambir.pdf"),
)


@pytest.fixture
def known(pusat: Office) -> Office:
    pusat.good("update", "Gambir", "--ketua", "Budi Santoso", "--telepon", "0812-3456-7890")
    pusat.good("update", "Gambir", "--usaha", "belum")
    return pusat


@pytest.fixture(params=[0o000, 0o022], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize(("command", "name"), PERSONAL, ids=lambda part: part)
def test_what_is_written_with_personal_values_is_private(
    known: Office, tmp_path: Path, command: str, name: str
) -> None:
    if name.endswith(".pdf") and not find_spec("typst"):
        pytest.skip("needs the extra pdf")
    target = tmp_path / name
    wanted = (*command.split(), "--with-personal", "-o", target)
    known.good(*wanted)
    assert mode(target) == 0o600
    target.chmod(0o666)
    known.good(*wanted)
    assert mode(target) == 0o600


def test_without_personal_values_a_file_keeps_its_permissions(
    known: Office, tmp_path: Path
) -> None:
    target = tmp_path / "data.csv"
    target.touch()
    target.chmod(0o664)
    known.good("export", "-o", target)
    assert mode(target) == 0o664


@pytest.mark.usefixtures("umask")
def test_rejects_copies_and_backups_are_private(known: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("kelurahan,nib,telepon\nCideng,sudah,0812\nDuri Pulo,entahlah,0813\n")
    rejects = tmp_path / "isian.csv.ditolak.xlsx"
    rejects.write_bytes(b"lama")
    rejects.chmod(0o666)
    assert known.run("import", sheet, "--skip-errors").code == 1
    known.good("update", "--kota", "jakpus", "--all", "--musyawarah", "sudah", "--yes")
    backup = tmp_path / "cadangan.db"
    known.good("backup", backup)
    backup.chmod(0o666)
    known.good("backup", backup)
    known.register.chmod(0o666)
    known.good("restore", backup, "--yes")
    folder = known.register.with_name(f"{known.register.name}.salinan")
    kept = tmp_path / "isian.csv.ditolak.lama.xlsx"
    files = [rejects, kept, backup, known.register, *folder.iterdir()]
    assert len(files) >= 6
    assert {file.name: oct(mode(file)) for file in files} == {file.name: "0o600" for file in files}
    assert mode(folder) == 0o700
