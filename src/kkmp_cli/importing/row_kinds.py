"""What a row that is none of a cooperative calls itself: a JUMLAH row, the name of a kecamatan, a
mere number.

The same in any sheet of an office, an attendance list among them. Never enters: what such a row
means for the others.
"""

from __future__ import annotations

TOTAL = r"(?i)(?:sub\s*-?\s*|grand\s+)?(?:jumlah|total|jml|jlh)\b"
"""What a closing row begins with, that of a part among them."""
KECAMATAN = r"(?i)(?:[ivxlc]+|[a-z]|\d+)?[.)]?\s*\bkec(?:amatan)?\b[.:\s]*(?P<name>.+)"
"""`II. KEC. SENEN`: the kecamatan (`name`) of the rows that follow."""
ORDINAL = r"(?i)\(?(?:[ivxlc]+|[a-z]|\d+)[.)]?"
"""A number in a row, in whatever script: `1`, `2.`, `(iv)`, `b)`."""
