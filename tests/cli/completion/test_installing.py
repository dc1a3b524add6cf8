"""`--install-completion` and `--show-completion`, in Indonesian."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.cli.completion import installing, shells
from running import Office


@pytest.mark.parametrize(
    ("shell", "place", "start"),
    [
        ("bash", ".bash_completions/kkmp.sh", ".bashrc"),
        ("zsh", ".zfunc/_kkmp", ".zshrc"),
        ("fish", "config/fish/completions/kkmp.fish", ""),
    ],
)
def test_it_is_put_where_the_shell_reads_it_and_twice_is_once(
    office: Office, shell: str, place: str, start: str
) -> None:
    home = Path.home()
    home.mkdir()
    if start:
        (home / start).write_text("alias a=b", encoding="utf-8")
    for _ in range(2):
        done = office.good("--install-completion", "--shell", shell)
        assert done.out == f"Pelengkapan {shell} terpasang: {home / place}\n"
        assert "Tab" in done.err
    assert (home / place).read_text(encoding="utf-8") == shells.script(shell)
    if start:
        first, *more = (home / start).read_text(encoding="utf-8").splitlines()
        assert first == "alias a=b"
        assert len(more) == 1


def test_in_powershell_its_own_start_file_gets_the_line(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    profile = tmp_path / "Dokumen Saya" / "profile.ps1"
    program = tmp_path / "bin" / "pwsh"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "{profile}"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    office.good("--install-completion", "--shell", "PWSH")
    assert profile.read_text(encoding="utf-8").startswith('. "$HOME/')


def test_a_script_is_shown_for_each_shell(office: Office) -> None:
    for shell in shells.SHELLS:
        assert office.good("--show-completion", "--shell", shell).out == shells.script(shell)


def test_a_shell_that_is_not_known_is_refused_with_those_that_are(office: Office) -> None:
    done = office.run("--install-completion", "--shell", "cmd.exe")
    assert done.code == 2
    assert "`cmd`" in done.err
    assert "bash, zsh, fish, powershell" in done.err


def test_where_it_cannot_be_written_the_reason_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "berkas").touch()
    monkeypatch.setenv("HOME", str(tmp_path / "berkas"))
    done = office.run("--install-completion", "--shell", "bash")
    assert done.code == 3
    assert "tidak dapat dipasang" in done.err


def test_the_shell_in_use_is_taken_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import shellingham

    def unknown() -> tuple[str, str]:
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr(shellingham, "detect_shell", unknown)
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert installing.shell_named(None) == "fish"
