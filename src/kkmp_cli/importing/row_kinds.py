"""What a row that is none of a cooperative calls itself: a JUMLAH row, the name of a kecamatan, a
mere number.

The same in any sheet of an office, an attendance list among them. Never enters: what such a row
means for the others.
"""

from __future__ import annotations

import re

TOTAL = re.compile(r"(?:sub\s*-?\s*|grand\s+)?(?:jumlah|total|jml|jlh)\b", re.IGNORECASE)
"""What a closing row begins with, that of a part among them."""
KECAMATAN = re.compile(
    r"(?:[ivxlc]+|[a-z]|\d+)?[.)]?\s*\bkec(?:amatan)?\b[.:\s]*(?P<name>.+)", re.IGNORECASE
)
"""`II. KEC. SENEN`: the kecamatan (`name`) of the rows that follow."""
ORDINAL = re.compile(r"\(?(?:[ivxlc]+|[a-z]|\d+)[.)]?", re.IGNORECASE)
"""A number in a row, in whatever script: `1`, `2.`, `(iv)`, `b)`."""
