"""An attendance list of a training → how many of each cooperative came. Names are counted and never
kept.

`headings` tells what a column means, `organs` what a jabatan, `rows` what a row says of who came;
`walk` goes over the list and collects what was `found`. Writes nothing, prints nothing.
"""

from __future__ import annotations

from kkmp_cli.importing.attendance.attendance_list import read
from kkmp_cli.importing.attendance.attended import Attended, SeenList

__all__ = ["Attended", "SeenList", "read"]
