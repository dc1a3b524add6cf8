"""The parts of a worksheet in which something is shown, cut out before its tags are walked.

Most cells say nothing beside their values, and walking the tags of a national file would take
longer than all the rest. A sheet that is not spelled as nearly every program does is left whole.
Never enters: what is shown (`worksheet`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kkmp_cli.sheets.cell_styles import Style
from kkmp_cli.sheets.display import PLAIN

_ROW, _ROW_ENDS, _CELL = b"<row ", b"</row>", b"<c "
_ALWAYS = (b' t="e"', b"<strike", b' hidden="', b' ht="0"')


class DisplayScan:
    """The words by which a cell shows something, and those by which an empty one may."""

    def __init__(self, styles: Sequence[Style], struck_strings: bool) -> None:
        shared = (b' t="s"',) if struck_strings else ()
        displayed = _words(at for at, style in enumerate(styles) if style.display != PLAIN)
        self._any = (*_ALWAYS, *shared, *displayed)
        self._empty = tuple(_words(at for at, style in enumerate(styles) if style.filled))

    def parts(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """A worksheet without the rows and cells that show nothing, its begin and end whole."""
        rest = iter(pieces)
        first = next(rest, b"")
        if not _is_usual(first):
            yield from chain((first,), rest)
            return
        head, row, rows = first.partition(_ROW)
        yield head
        rows = row + rows
        for piece in chain(rest, (b"",)):
            whole, end, left = rows.rpartition(_ROW_ENDS)
            yield from self._rows(whole + end)
            rows = left + piece
        yield rows

    def _rows(self, rows: bytes) -> Iterator[bytes]:
        """The telling cells of whole rows, in their rows."""
        words = [word for word in self._any if word in rows]
        fills = [word for word in self._empty if word in rows]
        for row in rows.split(_ROW_ENDS)[:-1] if words or fills else ():
            if any(word in row for word in chain(words, fills)):
                begin, *cells = row.split(_CELL)
                telling = (_CELL + cell for cell in cells if _tells(cell, words, fills))
                yield b"".join((begin, *telling, _ROW_ENDS))


def _words(styles: Iterable[int]) -> Iterator[bytes]:
    return (b' s="%d"' % number for number in styles)


def _is_usual(piece: bytes) -> bool:
    """True where rows and cells say first where they are, in the usual quotation marks."""
    return (
        piece.count(_ROW) == piece.count(b'<row r="') > 0
        and piece.count(_CELL) == piece.count(b'<c r="')
        and b"='" not in piece
    )


def _tells(cell: bytes, words: Sequence[bytes], fills: Sequence[bytes]) -> bool:
    for word in words:
        if word in cell:
            return True
    is_empty = bool(fills) and not (b"<v" in cell or b"<is" in cell)
    return is_empty and any(word in cell for word in fills)
