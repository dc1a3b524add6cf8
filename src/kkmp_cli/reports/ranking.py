"""Which kecamatan has most that is open. Never enters: a word, another day."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kkmp_cli.reports.report import KecamatanCount


def most_open(rows: Sequence[KecamatanCount], code: str) -> tuple[KecamatanCount, ...]:
    """Those in which most are stated not to have reached a milestone, in the order of the codes;
    several where they have as many, none where nobody is.
    """
    most = max((one.belum[code] for one in rows), default=0)
    return tuple(one for one in rows if one.belum[code] == most and most)


def by_open(
    rows: Sequence[KecamatanCount], first: Sequence[str], codes: Collection[str]
) -> tuple[KecamatanCount, ...]:
    """Most open first: by how many are stated not to have reached the `first` milestones, one after
    the other, then the others together; then by how many are unknown; then by code.
    """
    rest = [code for code in codes if code not in first]

    def key(one: KecamatanCount) -> tuple[object, ...]:
        asked = [-one.belum[code] for code in first if code in codes]
        others = -sum(one.belum[code] for code in rest)
        return (*asked, others, -sum(one.tidak_diketahui[code] for code in codes), one.kode)

    return tuple(sorted(rows, key=key))
