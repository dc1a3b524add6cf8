"""A folder of pictures, one for each kecamatan of a report. Never enters: what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kkmp_cli.cli.extensions import suffix_of
from kkmp_cli.errors import BadUsage, Refused, Unusable, reason

if TYPE_CHECKING:
    from kkmp_cli.reports.report import Report, Summary


def targets(value: Report | Summary, output: str | None) -> Mapping[str, Path]:
    """By code of kecamatan the file of its picture, no two in one, in the folder of `-o`, which is
    made. Raises BadUsage for a file, Refused where there is no kecamatan, Unusable for a folder
    that cannot be made.
    """
    from kkmp_cli.actions.file_names import distinct

    if not output or suffix_of(output):
        words = "Dengan --per-kecamatan, -o adalah folder untuk gambar-gambarnya."
        raise BadUsage(words, "Misalnya -o gambar/.")
    parts = [one for kota in value.kota for one in getattr(kota, "kecamatan", ()) if one.kkmp]
    if not parts:
        raise Refused("Tidak ada kecamatan yang punya KKMP.", "Sebut --kota, misalnya jakpus.")
    names = distinct({one.kode: one.nama for one in parts}, "kecamatan")
    folder = _made(Path(output))
    return {code: folder / f"{name}.png" for code, name in names.items()}


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Folder {folder} tidak dapat dibuat: {reason(error)}."
        raise Unusable(message, "Periksa nama dan izinnya.") from None
    return folder
