"""What a sheet of published figures would record: for the officer at the terminal.

Never enters: a rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from kkmp_cli.importing.published_rows import FigurePlan
from kkmp_cli.parsing.numbers import show
from kkmp_cli.render.screens import understanding as understood
from kkmp_cli.render.screens.import_ import errors, laid_out
from kkmp_cli.render.words import listed

NOTHING = "Tidak ada yang berubah; tidak ada yang ditulis."
_NAMES = 60


def as_text(planned: FigurePlan, worded: Callable[[str], str] = str) -> str:
    """What was understood, then what would be recorded, then what is in the way."""
    lines = [*understood.lines(planned.file), "", *_counts(planned), *_left_out(planned)]
    return laid_out(map(worded, [*lines, *_wrong(planned)]))


def _counts(planned: FigurePlan) -> Iterator[str]:
    label = planned.file.vocabulary.label_of
    counts = ((len(planned.new), "baru"), (len(planned.changed), "berubah"), (planned.same, "sama"))
    pieces = " · ".join(f"{show(count)} {word}" for count, word in counts if count)
    yield f"Angka per koperasi: {pieces or 'tidak ada'}"
    by_field = Counter(figure.indikator for figure in planned.new)
    if by_field:
        yield "Baru: " + ", ".join(f"{label(name)} {show(n)}" for name, n in by_field.items())


def _wrong(planned: FigurePlan) -> Iterator[str]:
    yield from errors(planned.problems, several=False)
    if planned.problems:
        wrong = show(len(planned.problems))
        yield from ("", f"Tidak ada yang ditulis: perbaiki {wrong} kesalahan di atas.")


def _left_out(planned: FigurePlan) -> Iterator[str]:
    if planned.elsewhere:
        yield f"Di luar kota itu, tidak diambil: {show(planned.elsewhere)} baris"
    if planned.unregistered:
        names = listed([area.distinct_name for area in planned.unregistered], _NAMES)
        count = show(len(planned.unregistered))
        yield f"Belum ada di register, tidak diambil ({count}): {names}"
    if planned.several:
        rows = [f"baris {row} ({count} koperasi)" for row, count in planned.several.items()]
        yield f"Bukan tentang satu koperasi, tidak diambil: {listed(rows, _NAMES)}"
