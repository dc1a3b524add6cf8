"""How an extra is had, by how the program was installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kkmp_cli.errors import extras
from kkmp_cli.errors.pasting import WINDOWS

LINUX = "linux"


def test_the_offline_bundle_has_no_index_to_install_from(tmp_path: Path) -> None:
    (tmp_path / extras.BUNDLE).touch()
    said = extras.advice("pdf", str(tmp_path))
    assert said == "Minta bundel kkmp dengan tambahan `pdf`, lalu jalankan pemasangnya"


def test_pipx_and_uv_are_told_which_of_their_programs(tmp_path: Path) -> None:
    by_pipx, by_uv = tmp_path / "kkmp-cli", tmp_path / "tools"
    by_pipx.mkdir()
    by_uv.mkdir()
    (by_pipx / "pipx_metadata.json").touch()
    (by_uv / "uv-receipt.toml").touch()
    assert (
        extras.advice("pdf", str(by_pipx), platform=LINUX)
        == 'Pasang: pipx runpip kkmp-cli install "kkmp-cli[pdf]"'
    )
    assert (
        extras.advice("pg", str(by_uv), "/a b/python", LINUX)
        == "Pasang: uv pip install \"kkmp-cli[pg]\" --python '/a b/python'"
    )


@pytest.mark.parametrize(
    ("executable", "platform", "said"),
    [
        ("/kantor/.venv/bin/python", LINUX, "/kantor/.venv/bin/python -m pip"),
        ("/kantor a/.venv/bin/python", LINUX, "'/kantor a/.venv/bin/python' -m pip"),
        ("C:\\kkmp\\Scripts\\python.exe", WINDOWS, "C:\\kkmp\\Scripts\\python.exe -m pip"),
        ("C:\\Budi S\\python.exe", WINDOWS, '& "C:\\Budi S\\python.exe" -m pip'),
    ],
)
def test_an_environment_is_named_by_its_python(
    tmp_path: Path, executable: str, platform: str, said: str
) -> None:
    advised = extras.advice("pdf", str(tmp_path), executable, platform)
    assert advised.removesuffix(" (di cmd tanpa &)") == f'Pasang: {said} install "kkmp-cli[pdf]"'
    assert advised.endswith("&)") == ("&" in said)


def test_the_one_python_of_a_windows_computer_is_called_py(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.base_prefix", "C:\\Python311")
    said = extras.advice("pdf", "C:\\Python311", platform=WINDOWS)
    assert said == 'Pasang: py -m pip install "kkmp-cli[pdf]"'


def test_without_pip_in_the_environment_uv_does_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pip", None)
    said = extras.advice("pdf", str(tmp_path), "/kantor/python", LINUX)
    assert said == 'Pasang: uv pip install "kkmp-cli[pdf]" --python /kantor/python'


def test_the_command_for_this_environment_takes_no_other_kkmp_than_the_installed_one() -> None:
    """Followed to the letter, with no index to ask: what is installed satisfies it."""
    said = extras.advice("pdf")
    if "-m pip" not in said:
        pytest.skip("this environment has no pip of its own")
    done = subprocess.run(
        ["sh", "-c", said.removeprefix("Pasang: ")],
        env={"PATH": "/usr/bin:/bin", "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": "/dev/null"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"Requirement already satisfied: kkmp-cli[pdf]" in done.stdout


def test_no_index_is_asked_for_a_kkmp_that_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.path", [])
    assert extras.advice("pdf", str(tmp_path), "/bin/python", LINUX) == (
        'Di folder program kkmp: /bin/python -m pip install ".[pdf]"'
    )
