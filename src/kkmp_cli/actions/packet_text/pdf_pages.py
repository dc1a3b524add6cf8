"""The visible text of a packet in PDF, line by line, read by pypdf in a process of its own with
limits: a file of somebody else can ask a reader for any amount of memory and time.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec

from kkmp_cli.actions.packet_text.outline import Outline, Texts
from kkmp_cli.errors import MissingExtra, Unusable

_PROGRAM = """
import io, json, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
except (ImportError, OSError, ValueError):
    pass
import logging
logging.disable(logging.CRITICAL)
import pypdf
reader = pypdf.PdfReader(io.BytesIO(sys.stdin.buffer.read()))
json.dump([page.extract_text() for page in reader.pages[:2000]], sys.stdout)
"""
"""A gigabyte and a minute, where the system can limit them."""
_SECONDS = 300


def texts(content: bytes, name: str) -> Texts:
    """By page. Raises MissingExtra without pypdf, Unusable where it cannot read the file."""
    if find_spec("pypdf") is None:
        raise MissingExtra("Membaca PDF", "pdf", "periksa paket yang sama dalam bentuk lain")
    outline = Outline()
    for number, page in enumerate(_pages(content, name), 1):
        for line in page.splitlines():
            if words := " ".join(line.split()):
                outline.add((f"halaman {number}",), words)
    return outline.texts


def _pages(content: bytes, name: str) -> list[str]:
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-I", "-c", _PROGRAM],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
        pages: list[str] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        raise Unusable(f"{name}: PDF itu tidak dapat dibaca.", "Minta berkas aslinya.") from None
    return pages
