"""An extension that a command does not write is refused; what is written is what its name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

HERE = ("--kota", "jakpus")
COMMANDS = {
    "list": (("list", *HERE), {"csv", "xlsx", "json", "txt"}),
    "export": (("export", *HERE), {"csv", "xlsx", "json"}),
    "report": (
        ("report", *HERE),
        {"csv", "json", "md", "html", "htm", "xlsx", "pdf", "docx", "png", "txt"},
    ),
    "show": (("show", "Cideng"), {"json", "html", "htm", "pdf", "txt"}),
    "history": (("history",), {"json", "txt"}),
    "check": (("check",), {"json", "txt"}),
    "template": (("template", *HERE), {"xlsx"}),
}
EVERY = (
    "csv",
    "json",
    "xlsx",
    "xls",
    "ods",
    "md",
    "html",
    "htm",
    "pdf",
    "docx",
    "tsv",
    "png",
    "txt",
)
BEGINS: dict[str, bytes | tuple[bytes, ...]] = {
    "xlsx": b"PK",
    "docx": b"PK",
    "png": b"\x89PNG",
    "pdf": b"%PDF",
    "json": (b"{", b"["),
    "html": b"<!",
    "htm": b"<!",
    "md": b"#",
    "csv": b"\xef\xbb\xbf",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_is_what_its_extension_says_or_is_not_made(
    pusat: Office, tmp_path: Path, name: str
) -> None:
    command, written = COMMANDS[name]
    for extension in EVERY:
        target = tmp_path / f"berkas.{extension}"
        if extension in written:
            pusat.good(*command, "-o", target)
            begins = BEGINS.get(extension, b"")
            assert target.read_bytes().startswith(begins), extension
        else:
            refused = pusat.refused(*command, "-o", target, code=2)
            assert f".{extension}" in refused.err
            assert not target.exists()


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_no_format_goes_under_the_name_of_another(pusat: Office, tmp_path: Path, form: str) -> None:
    target = tmp_path / "berkas.pdf"
    pusat.refused("export", *HERE, "--format", form, "-o", target, code=2)
    pusat.refused("report", *HERE, "--format", form, "-o", target, code=2)
    assert not target.exists()


def test_a_backup_is_no_workbook(pusat: Office, tmp_path: Path) -> None:
    pusat.refused("backup", tmp_path / "cadangan.xlsx", code=2)
    assert not (tmp_path / "cadangan.xlsx").exists()
    pusat.good("backup", tmp_path / "cadangan.salinan")


def test_a_folder_of_forms_is_no_workbook(pusat: Office, tmp_path: Path) -> None:
    pusat.refused("template", *HERE, "--per-kecamatan", "-o", tmp_path / "isian.xlsx", code=2)
    pusat.good("template", *HERE, "--per-kecamatan", "-o", tmp_path / "isian")
