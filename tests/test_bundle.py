"""The offline bundle: made for this computer it installs with nothing but Python, and again; made for
Windows it has what Windows needs. Its installer for Windows cannot be run here; its steps are held to
those of the one for Unix, and its text to what cmd reads.
"""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import bundle
from kkmp_cli import __version__
from kkmp_cli.errors import extras

ROOT = Path(__file__).parents[1]
FILES = ROOT / "tools" / "bundle_files"
SCRIPTS = ("pasang.sh", "pasang.bat")


def made(folder: Path, *options: str) -> Path:
    """A bundle made by the script; skips where there is no package index."""
    script = [sys.executable, str(ROOT / "tools" / "bundle.py"), "-o", str(folder), *options]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    if done.returncode:
        probe = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "-d",
            str(folder / "x"),
        ]
        if subprocess.run([*probe, "annotated-doc"], capture_output=True, check=False).returncode:
            pytest.skip("no package index here")
    assert done.returncode == 0, done.stderr
    return folder


def bare(folder: Path) -> dict[str, str]:
    """A computer that has this Python, the tools of its system and an empty home."""
    tools = folder / "alat"
    tools.mkdir()
    (tools / f"python{sys.version_info[0]}.{sys.version_info[1]}").symlink_to(
        Path(sys.base_prefix) / "bin" / "python3"
    )
    home = folder / "rumah petugas (1)"
    home.mkdir()
    nowhere = "http://127.0.0.1:9"  # whoever asked a network would fail at once
    return {
        "HOME": str(home),
        "PATH": f"{tools}:/bin",
        "PIP_INDEX_URL": nowhere,
        "http_proxy": nowhere,
        "https_proxy": nowhere,
    }


def run(line: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_bundle_installs_offline_on_a_bare_computer_and_shows_the_demo(tmp_path: Path) -> None:
    folder = made(tmp_path / "bundel kkmp")
    environment = bare(tmp_path)
    place = Path(environment["HOME"]) / ".local" / "share" / "kkmp" / "program"
    installed = run(["sh", str(folder / "pasang.sh")], environment)
    assert installed.returncode == 0, installed.stderr
    first, *_, last = installed.stdout.splitlines()
    assert first == f"Terpasang: kkmp {__version__}, di {place}."
    shown = run(["sh", "-c", last.removeprefix("Sekarang ketik: ")], environment)
    assert "34 dari 44 KKMP beroperasi" in shown.stdout, shown.stderr
    again = run(["sh", str(folder / "pasang.sh")], environment)
    assert again.stdout.startswith(f"Sudah terpasang: kkmp {__version__}, di {place}.")
    kkmp = [str(place / "bin" / "kkmp"), "--db", str(tmp_path / "r.db")]
    assert run([*kkmp, "add", "Gambir", "--kota", "jakpus"], environment).returncode == 0
    missing = run([*kkmp, "report", "-o", str(tmp_path / "a.pdf")], environment)
    assert "Minta bundel kkmp dengan tambahan `pdf`" in missing.stderr
    assert_licences(folder)


def program(folder: Path, version: str) -> None:
    """A wheel of our name whose `kkmp` says its version and no more; the only one in its folder."""
    for old in folder.glob("*"):
        old.unlink()
    about = f"kkmp_cli-{version}.dist-info"
    files = {
        "kkmp_cli.py": f"def main() -> None:\n    print('kkmp {version}')\n",
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: kkmp-cli\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/entry_points.txt": "[console_scripts]\nkkmp = kkmp_cli:main\n",
    }
    record = "".join(f"{name},,\n" for name in (*files, f"{about}/RECORD"))
    with zipfile.ZipFile(folder / f"kkmp_cli-{version}-py3-none-any.whl", "w") as package:
        for name, text in {**files, f"{about}/RECORD": record}.items():
            package.writestr(name, text)


def test_the_installer_makes_the_program_and_its_command_and_then_a_newer_one(
    tmp_path: Path,
) -> None:
    environment, folder = bare(tmp_path), tmp_path / "bundel & kawan"
    home = Path(environment["HOME"])
    place, command = home / ".local" / "share" / "kkmp" / "program", home / ".local" / "bin"
    (folder / "wheels").mkdir(parents=True)
    bundle._write_installers(folder, "", bundle.HERE, "{}.{}".format(*sys.version_info[:2]))
    program(folder / "wheels", "0.9.0")
    done = run(["sh", str(folder / "pasang.sh")], environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == f"Terpasang: kkmp 0.9.0, di {place}."
    typed = done.stdout.splitlines()[-1].removeprefix("Sekarang ketik: ")
    assert run(["sh", "-c", typed], environment).stdout == "kkmp 0.9.0\n"
    assert place.parent.stat().st_mode & 0o77 == 0
    program(folder / "wheels", __version__)
    environment["PATH"] += f":{command}"
    done = run(["sh", str(folder / "pasang.sh")], environment)
    assert done.stdout == (
        f"Diperbarui di {place}: kkmp 0.9.0 menjadi kkmp {__version__}.\n"
        "Sekarang ketik: kkmp demo\n"
    )
    assert run(["sh", "-c", "kkmp demo"], environment).stdout == f"kkmp {__version__}\n"
    assert (place / extras.BUNDLE).read_text(encoding="utf-8") == f"kkmp-cli {__version__}\n"


def assert_licences(folder: Path) -> None:
    text = (folder / "LISENSI.txt").read_bytes().decode("utf-8")
    for wheel in (folder / "wheels").iterdir():
        name, version, *_ = wheel.name.split("-")
        assert re.search(rf"(?im)^{name.replace('_', '[-_.]')} {re.escape(version)}: \S", text), (
            name
        )
    assert (ROOT / "LICENSE").read_text(encoding="utf-8") in text.replace("\r\n", "\n")
    assert "tidak disebut" not in text


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The files beside the wheels, for Windows with PDF."""
    (tmp_path / "wheels").mkdir()
    bundle._write_installers(tmp_path, "[pdf]", bundle.WINDOWS, "3.11")
    return tmp_path


def test_without_its_python_the_installer_says_which_to_get(tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    bundle._write_installers(tmp_path, "", bundle.HERE, "3.11")
    said = run(["/bin/sh", str(tmp_path / "pasang.sh")], {"HOME": str(tmp_path), "PATH": ""})
    assert said.returncode == 1
    assert said.stderr.startswith("Python 3.11 tidak ada di komputer ini.\nPasang dulu Python 3.11")
    assert {path.name for path in tmp_path.iterdir()} == {"wheels", *SCRIPTS, "BACA-SAYA.txt"}


def test_a_bundle_for_windows_or_a_half_copied_one_is_told_elsewhere(written: Path) -> None:
    home = {"HOME": str(written), "PATH": ""}
    said = run(["/bin/sh", str(written / "pasang.sh")], home)
    assert (said.returncode, said.stderr[:32]) == (1, "Bundel ini untuk Windows: jalank")
    bundle._write_installers(written, "", bundle.HERE, "3.11")
    (written / "wheels").rmdir()
    said = run(["/bin/sh", str(written / "pasang.sh")], home)
    assert (said.returncode, said.stderr[:40]) == (1, "Folder wheels tidak ada di samping pasan")


def test_the_texts_are_ascii_whole_and_end_their_lines_as_their_system_does(written: Path) -> None:
    for name in (*SCRIPTS, "BACA-SAYA.txt"):
        content = (written / name).read_bytes()
        content.decode("ascii")
        assert not re.search(rb"@[A-Z0-9]+@", content), name
        ends = content.count(b"\r\n")
        assert ends == (0 if name.endswith(".sh") else content.count(b"\n")), name
    assert (written / "BACA-SAYA.txt").read_bytes().count(b"\n") == 4


def test_the_installer_for_windows_does_what_the_one_for_unix_does(written: Path) -> None:
    unix, windows = ((written / name).read_text(encoding="ascii") for name in SCRIPTS)
    flat = unix.replace("\\\n", " ")
    for options in (
        r"-m venv \S+ ",
        r"-m pip --isolated --disable-pip-version-check install --quiet --no-index +--find-links",
        r"--upgrade \S+ \"kkmp-cli\[pdf\]\"",
        r"sys.exit\(sys.version_info\[:2\] != \(3, 11\)\)",
        r"kkmp-cli\[pdf\] " + re.escape(__version__),
    ):
        assert re.search(options, flat) and re.search(options, windows), options
    for said in (
        "Terpasang: ",
        "Diperbarui di ",
        "Sudah terpasang: ",
        "Pemasangan gagal; sebabnya",
    ):
        assert said in unix and said in windows, said
    for script in (unix, windows):
        assert extras.BUNDLE in script


def test_the_installer_for_windows_is_what_cmd_can_read(written: Path) -> None:
    lines = (written / "pasang.bat").read_text(encoding="ascii").splitlines()
    labels = {line[1:] for line in lines if line.startswith(":")}
    jumps = set(re.findall(r"goto (\w+)", "\n".join(lines)))
    assert jumps <= labels and labels - jumps <= {"ada_python", "pasang", "gagal"}
    for line in lines:
        inner = re.sub(r"`\"(.*)\"( [^`]*)?`", r"\1", line)  # cmd takes the outer quotes off
        outside = re.sub(r'"[^"]*"', "", inner)
        assert not re.search(r"%(ASAL|PROGRAM|PERINTAH|LOCALAPPDATA|~dp0)%?", outside), line
        assert line.count('"') % 2 == 0 and "&&" not in line and "||" not in line, line
        assert "!" not in re.sub(r"!=", "", line), line
        if line.startswith("echo "):
            assert not re.search(r"(?<!\^)[&|<>]", outside), line


def wheel(folder: Path, name: str, *needs: str) -> None:
    """A wheel that says what it needs."""
    said = "".join(f"Requires-Dist: {need}\n" for need in needs)
    with zipfile.ZipFile(folder / f"{name}-1-py3-none-any.whl", "w") as package:
        package.writestr(f"{name}-1.dist-info/METADATA", f"Name: {name}\nVersion: 1\n{said}")


def test_what_windows_alone_needs_is_fetched_from_a_unix_too(tmp_path: Path) -> None:
    wheel(tmp_path, "kkmp_cli", "typer>=1", 'b[x]>=2; extra == "pdf"', 'c; extra == "pg"')
    wheel(
        tmp_path, "typer", 'colorama; platform_system == "Windows"', 'old; python_version < "3.9"'
    )
    wheel(tmp_path, "b", "d>=1 ; extra == 'x'", "e ; extra == 'y'")
    missing = {
        system: bundle._missing(tmp_path, {"pdf"}, system, "3.11") for system in bundle.MARKERS
    }
    assert missing["win"] == {"colorama", "d>=1"}
    assert missing["linux"] == missing["macos"] == {"d>=1"}


def test_a_folder_that_holds_something_is_never_written_into(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(SystemExit, match="not empty"):
        bundle.main(["-o", str(tmp_path)])
    with pytest.raises(SystemExit, match="no platform of wheels"):
        bundle.main(["-o", str(tmp_path / "b"), "--platform", "amiga"])
