"""A folder from which kkmp is installed without a network: the wheels for one platform and one Python, an
installer for Windows and one for Unix, a page of four lines, and the licence texts of what is in it.

    python3.11 tools/bundle.py                                      for this computer
    python3.11 tools/bundle.py --platform win_amd64 --extra pdf     for Windows, with PDF

Needs pip and a package index (or the pip settings that stand for one); the installers need neither.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FILES = Path(__file__).with_name("bundle_files")
EXTRAS = ("pdf", "pg", "nasional")
WINDOWS, LINUX, MACOS = "win", "linux", "macos"
HERE = {"win32": WINDOWS, "darwin": MACOS}.get(sys.platform, LINUX)
MARKERS = {
    WINDOWS: {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    LINUX: {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    MACOS: {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}
"""By which a package says that it needs another on some systems only."""
NAMES = {WINDOWS: "Windows", LINUX: "Linux", MACOS: "macOS"}
STEPS = {
    True: ("klik dua kali pasang.bat.", "tekan tombol Windows, ketik cmd, tekan Enter"),
    False: ("buka terminal di folder ini, ketik: sh pasang.sh", "buka terminal baru"),
}
"""How the installer is run and a terminal opened; on Windows, and elsewhere."""


def main(arguments: Sequence[str] | None = None) -> None:
    asked = _parser().parse_args(arguments)
    system = _system(asked.platform[0]) if asked.platform else HERE
    folder = asked.output or ROOT / "dist" / f"kkmp-{_version()}-{(asked.platform or [system])[0]}"
    if folder.exists() and any(folder.iterdir()):
        sys.exit(f"{folder} is not empty: name another folder with -o, or take that one away.")
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    extras = f"[{','.join(asked.extra)}]" if asked.extra else ""
    _collect(wheels, extras, system, asked)
    _write_licences(wheels, folder / "LISENSI.txt")
    _write_installers(folder, extras, system, asked.python)
    print(
        f"{folder}: {len([*wheels.iterdir()])} wheels for {NAMES[system]}, Python {asked.python}."
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Makes the offline bundle of kkmp.")
    parser.add_argument("-o", "--output", type=Path, help="the folder to make")
    parser.add_argument("--extra", action="append", choices=EXTRAS, default=[])
    parser.add_argument(
        "--platform", action="append", help="win_amd64, manylinux2014_x86_64 …; this one by default"
    )
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    parser.add_argument("--python", default=here, help=f"version of Python, {here} by default")
    return parser


def _system(platform: str) -> str:
    starts = {"win": WINDOWS, "macosx": MACOS, "manylinux": LINUX, "linux": LINUX}
    found = [name for start, name in starts.items() if platform.startswith(start)]
    return found[0] if found else sys.exit(f"{platform} is no platform of wheels (win_amd64 …).")


def _version() -> str:
    text = (ROOT / "src" / "kkmp_cli" / "__init__.py").read_text(encoding="utf-8")
    return text.rpartition("__version__ = ")[2].strip().strip('"')


def _collect(wheels: Path, extras: str, system: str, asked: argparse.Namespace) -> None:
    """Our own wheel, and all that it needs there."""
    _pip("wheel", "--no-deps", "--wheel-dir", str(wheels), *_isolation(), str(ROOT))
    (own,) = wheels.glob("*.whl")
    download = ["download", "--only-binary=:all:", "--dest", str(wheels)]
    if asked.platform or asked.python != _parser().get_default("python"):
        if not asked.platform:
            sys.exit("For another Python name the platform too: --platform.")
        download += [part for name in asked.platform for part in ("--platform", name)]
        download += ["--python-version", asked.python, "--implementation", "cp"]
    _pip(*download, f"{own}{extras}")
    while missing := sorted(_missing(wheels, set(asked.extra), system, asked.python)):
        _pip(*download, *missing)


def _isolation() -> list[str]:
    """Builds with what is installed, where that is enough."""
    try:
        import hatchling  # noqa: F401
    except ImportError:
        return []
    return ["--no-build-isolation"]


def _pip(*words: str) -> None:
    line = [sys.executable, "-m", "pip", *words, "--quiet", "--disable-pip-version-check"]
    if subprocess.run(line, check=False).returncode:
        sys.exit("The wheels could not be had; what pip said stands above.")


def _missing(wheels: Path, extras: set[str], system: str, python: str) -> set[str]:
    """What the wheels need on the system of the bundle and pip, which asks for the system that it
    runs on, did not fetch.
    """
    said = {canonicalize_name(str(one["Name"])): one for one in map(_metadata, wheels.iterdir())}
    where = {**MARKERS[system], "python_version": python, "python_full_version": f"{python}.0"}
    missing, own = set(), canonicalize_name("kkmp-cli")
    wanted = [(own, extra) for extra in ("", *sorted(extras))]
    for name, extra in wanted:  # grows while it is walked
        for text in said[name].get_all("Requires-Dist", []):
            need = Requirement(text)
            if need.marker and not need.marker.evaluate({**where, "extra": extra}):
                continue
            if extra and not (need.marker and "extra" in str(need.marker)):
                continue
            key = canonicalize_name(need.name)
            if key not in said:
                missing.add(f"{need.name}{need.specifier}")
                continue
            more = [(key, one) for one in ("", *sorted(need.extras)) if (key, one) not in wanted]
            wanted.extend(more)
    return missing


def _metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as package:
        (name,) = (n for n in package.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", n))
        return BytesParser().parsebytes(package.read(name))


def _write_licences(wheels: Path, target: Path) -> None:
    texts = ["Lisensi setiap paket di bundel ini, seperti yang dibawa paketnya.\n"]
    for wheel in sorted(wheels.iterdir()):
        said = _metadata(wheel)
        named = said["License-Expression"] or said["License"] or _classified(said)
        texts.append(f"{'=' * 78}\n{said['Name']} {said['Version']}: {_short(named)}\n{'=' * 78}\n")
        held = [*_licences(wheel)]
        texts += held or ["(Paket ini menyebut lisensinya seperti di atas, tanpa teksnya.)\n"]
    target.write_bytes("\n".join(texts).replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8"))


def _classified(said: Message) -> str:
    names = [one for one in said.get_all("Classifier", []) if one.startswith("License :: ")]
    return "; ".join(one.rpartition(" :: ")[2] for one in names) or "tidak disebut"


def _short(named: str) -> str:
    first = named.strip().splitlines()[0]
    return first if len(first) <= 70 else f"{first[:69]}…"


def _licences(wheel: Path) -> Iterator[str]:
    """The texts that a wheel brings."""
    with zipfile.ZipFile(wheel) as package:
        for name in package.namelist():
            place = re.search(r"\.dist-info/(.+)$", name)
            if place and re.search(r"(^licenses/.+[^/]$|LICEN[CS]E|COPYING|NOTICE)", place[1]):
                yield f"--- {place[1]} ---\n{package.read(name).decode('utf-8', 'replace')}\n"


def _write_installers(folder: Path, extras: str, system: str, python: str) -> None:
    for name in ("pasang.sh", "pasang.bat", "BACA-SAYA.txt"):
        text = (FILES / name).read_text(encoding="ascii")
        for sign, said in {
            "@VERSI@": _version(),
            "@TAMBAHAN@": extras,
            "@SISTEM@": NAMES[system],
            "@CARA@": STEPS[system == WINDOWS][0],
            "@BUKA@": STEPS[system == WINDOWS][1],
            "@PYTHON@": python,
            "@PY2@": python.replace(".", ", "),
        }.items():
            text = text.replace(sign, said)
        ends = "\n" if name.endswith(".sh") else "\r\n"
        (folder / name).write_bytes(text.replace("\n", ends).encode("ascii"))
    (folder / "pasang.sh").chmod(0o755)
    shutil.copymode(folder / "pasang.sh", folder / "pasang.bat")


if __name__ == "__main__":
    main()
