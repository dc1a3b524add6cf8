"""What is handed out is whole: the sdist makes the wheel, and the wheel alone is the program, with
all its data and the texts of its licences.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from kkmp_cli import __version__

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "kkmp_cli"


def shipped(folder: Path) -> set[str]:
    """The files below a folder that a build takes."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with an sdist, and the wheel that was made of that sdist."""
    for name in ("build", "hatchling"):
        pytest.importorskip(name, reason="the dev extra of this environment is an older one")
    folder = tmp_path_factory.mktemp("dist")
    line = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (file,) = built.glob("*.whl")
    return file


def test_the_wheel_carries_every_module_and_all_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
    wanted = {f"kkmp_cli/{name}" for name in shipped(SOURCE)}
    wanted |= {f"kkmp_cli/data/{name}" for name in shipped(ROOT / "data")}
    assert {name for name in names if name.startswith("kkmp_cli/")} == wanted


def test_the_wheel_says_its_version_and_carries_its_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        (path,) = (name for name in package.namelist() if name.endswith(".dist-info/METADATA"))
        said = message_from_bytes(package.read(path))
        for name in said.get_all("License-File", []):
            held = package.read(path.replace("METADATA", f"licenses/{name}"))
            assert held == (ROOT / name).read_bytes()
    assert (said["Version"], said["License-Expression"]) == (__version__, "MIT")
    assert said.get_all("License-File") == ["LICENSE", "data/README.md"]
    assert "://" not in "".join(said.get_all("Project-URL", []))


def test_the_sdist_carries_what_it_takes_to_work_on_it(built: Path) -> None:
    (file,) = built.glob("*.tar.gz")
    with tarfile.open(file) as package:
        names = {name.partition("/")[2] for name in package.getnames()}
    for folder in ("src", "data", "tests", "docs", "tools", "benchmarks"):
        assert {f"{folder}/{name}" for name in shipped(ROOT / folder)} <= names
    assert {"LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "justfile"} <= names


def test_the_wheel_alone_shows_the_demo_in_an_empty_home(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        package.extractall(tmp_path / "program")
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    environment["PYTHONPATH"] = str(tmp_path / "program")
    line = [sys.executable, "-m", "kkmp_cli"]
    for words in (["--version"], ["demo"]):
        done = subprocess.run(
            [*line, *words], cwd=home, env=environment, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        if words == ["--version"]:
            assert done.stdout.decode() == f"kkmp {__version__}\n"
    assert "34 dari 44 KKMP beroperasi" in done.stdout.decode()
    where = "import kkmp_cli; print(kkmp_cli.__file__)"
    done = subprocess.run([sys.executable, "-c", where], env=environment, capture_output=True)
    assert done.stdout.decode().startswith(str(tmp_path / "program"))
    assert [*home.iterdir()] == []


def test_the_newest_heading_of_the_changelog_is_this_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = re.search(r"^## (\S+)", changes, re.MULTILINE)
    assert heading and heading[1] == __version__
