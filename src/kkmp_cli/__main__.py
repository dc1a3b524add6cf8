"""The first lines that run: `kkmp`, and `python -m kkmp_cli`.

A command lives for a moment and makes hardly any cycles; collecting garbage costs a tenth of its
start, and a quarter of a national import.
"""

from __future__ import annotations

import gc
import os

gc.disable()


def main() -> None:
    """Runs the command line and exits with its code; answers the shell that completes a word."""
    if "_KKMP_COMPLETE" in os.environ:
        from kkmp_cli.cli.completion.reply import main as reply  # noqa: PLC0415 - nothing else

        reply()
        return
    from kkmp_cli.cli.app import main as front_door  # noqa: PLC0415 - after the line above

    front_door()


if __name__ == "__main__":
    main()
