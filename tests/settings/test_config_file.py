"""The file of settings: read as it stands, and changed in one place only."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import Unusable
from kkmp_cli.settings import config_file
from kkmp_cli.settings.keys import KEYS

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=40)
VALUES = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file of this computer lies."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    config_file.path().parent.mkdir()
    return config_file.path()


@given(st.lists(st.tuples(st.sampled_from(sorted(KEYS)), st.none() | VALUES), max_size=8))
def test_what_was_kept_last_is_what_stands_there(changes: list[tuple[str, str | None]]) -> None:
    text, held = "# milik kantor\nlain = [\n  1,\n  2,\n]\n\n[tabel]\nkota = 'x'\n", {}
    for key, value in changes:
        text = config_file.changed(text, key, value)
        held[key] = value
        table = tomllib.loads(text)
        assert text.startswith("# milik kantor\n")
        assert (table.pop("lain"), table.pop("tabel")) == ([1, 2], {"kota": "x"})
        joined = {k: "\n".join(v) if isinstance(v, list) else v for k, v in table.items()}
        assert joined == {k: v for k, v in held.items() if v is not None}


@pytest.mark.parametrize(
    "text",
    ["kota = 'jakut'", "\ufeffkota = 'jakut'\n", '"kota" = "jakut"\r\n', "kota = '''\njakut'''"],
)
def test_a_file_written_by_hand_is_read_and_changed(text: str, file: Path) -> None:
    file.write_text(text, encoding="utf-8")
    assert config_file.values() == {"kota": "jakut"}
    made = config_file.changed(config_file.text(), "kota", "jakpus")
    assert tomllib.loads(made) == {"kota": "jakpus"}


def test_lines_and_whole_numbers_are_values_too(file: Path) -> None:
    file.write_text('alamat = ["Jl. A", " ", "Telp 1"]\nlama_tanpa_kabar = 45\nwarna = 1.5\n')
    assert config_file.values() == {"alamat": "Jl. A\nTelp 1", "lama_tanpa_kabar": "45"}
    assert config_file.unknown() == ["warna"]


@pytest.mark.parametrize("text", ["kota = ", "kota = true", "kota = 1.5", "kota = [1]", "[kota]"])
def test_what_is_no_setting_is_refused_with_the_file_named(text: str, file: Path) -> None:
    file.write_text(text)
    with pytest.raises(Unusable, match=str(file)):
        config_file.values()


def test_without_a_file_nothing_is_set(file: Path) -> None:
    assert config_file.values() == {}
    file.mkdir()
    with pytest.raises(Unusable, match="folder"):
        config_file.values()
    file.rmdir()
    file.write_bytes(b"kota = '\xff'")
    with pytest.raises(Unusable, match="UTF-8"):
        config_file.values()


@pytest.mark.parametrize("base", [None, "", " ", "/tmp/pengaturan", "~/p", "p"])
def test_it_lies_where_the_platform_keeps_settings(
    base: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if base is None:
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CONFIG_HOME", base)
    wanted = platformdirs.user_config_dir("kkmp", appauthor=False)
    assert config_file.path() == Path(wanted).expanduser() / "config.toml"


def test_on_windows_it_lies_in_the_local_folder_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from platformdirs import windows

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(platformdirs, "PlatformDirs", windows.Windows)
    monkeypatch.setattr(windows, "get_win_folder", windows.get_win_folder_from_env_vars)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert config_file.path() == tmp_path / "kkmp" / "config.toml"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("kota = ", "baris 1 (`kota =`)"),
        ('kota = "jakpus"\nkop = [\n  "A",\n', "baris 3 (`"),
        ('kota = "jakpus"\n\npetugas = Sari\n', "baris 3 (`petugas = Sari`)"),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_the_line(content: str, line: str, file: Path) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(Unusable) as refused:
        config_file.values()
    assert line in refused.value.message
    assert not {"Invalid", "Expected", "line"} & set(refused.value.message.split())
