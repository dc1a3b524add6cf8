"""What the page on installing says is what the program and its installers do."""

from __future__ import annotations

import re
from pathlib import Path, PureWindowsPath

import pytest

import bundle
from kkmp_cli.cli import app
from kkmp_cli.errors import extras, pasting
from kkmp_cli.register.network_folder import doubtful

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "pasang.md").read_text(encoding="utf-8")
SCRIPTS = {name: (bundle.FILES / name).read_text("ascii") for name in ("pasang.sh", "pasang.bat")}


def test_the_options_of_the_bundle_exist() -> None:
    lines = re.findall(r"^python3 tools/bundle\.py(.*)$", PAGE, re.MULTILINE)
    assert [bundle._parser().parse_args(line.split()).extra for line in lines] == [[], ["pdf"]]
    told = PAGE.partition("## Tambahan")[2].partition("Bila tambahan kurang")[0]
    assert {*bundle.EXTRAS} == {*re.findall(r"`(\w+)` \(", told)}


def test_each_command_of_kkmp_that_it_names_is_one() -> None:
    known = {name for verbs in app.COMMANDS.values() for name in verbs}
    named = set(re.findall(r"kkmp (?:--db \S+ )?([a-z]+)", " ".join(re.findall("`[^`]+`", PAGE))))
    assert named and named <= known


def test_the_places_are_those_of_the_installers_and_of_the_register(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert (
        "%LOCALAPPDATA%\\kkmp\\program" in PAGE
        and "%LOCALAPPDATA%\\kkmp\\program" in (SCRIPTS["pasang.bat"])
    )
    assert "~/.local/share/kkmp/program" in PAGE and "/.local/share" in SCRIPTS["pasang.sh"]
    assert "%LOCALAPPDATA%\\Microsoft\\WindowsApps" in PAGE
    windows = pytest.importorskip("platformdirs.windows")
    monkeypatch.setenv("LOCALAPPDATA", "C:\\Users\\Sari\\AppData\\Local")
    monkeypatch.setattr(windows, "get_win_folder", windows.get_win_folder_from_env_vars)
    folder = windows.Windows("kkmp", appauthor=False).user_data_dir.replace("/", "\\")
    assert PureWindowsPath(folder, "register.db") == PureWindowsPath(
        "C:\\Users\\Sari\\AppData\\Local\\kkmp\\register.db"
    )


def test_what_is_said_of_extras_is_what_the_program_says(tmp_path: Path) -> None:
    (tmp_path / "kkmp-cli").mkdir()
    (tmp_path / "kkmp-cli" / "pipx_metadata.json").touch()
    said = extras.advice("pdf", str(tmp_path / "kkmp-cli"), platform="linux")
    assert said.removeprefix("Pasang: ") in PAGE
    assert 'py -m pip install "kkmp-cli[pdf]"' in PAGE
    (tmp_path / "uv-receipt.toml").touch()
    said = extras.advice("pdf", str(tmp_path), "…", "linux").removeprefix("Pasang: ")
    assert said.replace("'…'", "…") in PAGE


def test_the_name_with_a_bracket_is_quoted_as_the_page_says() -> None:
    name = "Isian Gambir (1).xlsx"
    for platform in ("linux", pasting.WINDOWS):
        assert f"`{pasting.word(name, platform)}`" in PAGE


@pytest.mark.parametrize("folder", ["OneDrive", "OneDrive - Dinas PPKUKM"])
def test_a_register_in_onedrive_is_warned_of_by_a_path_of_windows(folder: str) -> None:
    path = Path(f"/c/Users/Sari/{folder}/Documents/register.db")
    assert doubtful(path) == "folder yang disinkronkan (OneDrive)"
    assert doubtful(Path("\\\\server\\bersama\\register.db")) == "folder jaringan"
