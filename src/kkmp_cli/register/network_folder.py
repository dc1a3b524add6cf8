"""Places where a register does not lie well: network drives and folders that a service copies away.

A lock on a network drive may not hold, and a service that synchronises may copy half a write or
bring an old file back. Looks at the path and at the list of mounts; never opens the register.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

SYNCED = {
    "OneDrive": r"onedrive.*",
    "Dropbox": r"dropbox( .*)?",
    "Google Drive": r"google ?drive.*|my drive|drive saya|googledrive.*",
    "iCloud": r"icloud ?drive.*|icloud~.*|mobile documents|com~apple~clouddocs",
    "Nextcloud": r"nextcloud|owncloud",
    "penyimpanan awan": r"cloudstorage",
}
"""The services, and the names that their folders bear."""
NETWORK = frozenset(
    (
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ceph",
        "glusterfs",
        "9p",
        "drvfs",
        "davfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
        "fuse.gvfsd-fuse",
        "fuse.smbnetfs",
        "fuse.google-drive-ocamlfuse",
        "vboxsf",
    )
)
"""Kinds of mount behind which another computer stands."""
_LOCAL = frozenset(
    ("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay", "vfat", "exfat")
)
_MOUNTS = Path("/proc/mounts")


def doubtful(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """What makes the place of a register doubtful, in words; None where nothing does."""
    text = str(path).replace("\\", "/")
    if text.startswith("//"):
        return "folder jaringan"
    for part in path.parent.parts:
        for service, pattern in SYNCED.items():
            if re.fullmatch(pattern, part.casefold()):
                return f"folder yang disinkronkan ({service})"
    kind = _kind_of_mount(Path(os.path.realpath(path.parent)), mounts)
    if kind in NETWORK or (text.startswith("/mnt/") and kind is not None and kind not in _LOCAL):
        return f"drive jaringan ({kind})"
    return None


def _kind_of_mount(folder: Path, mounts: Path) -> str | None:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return None
    nearest, longest = None, -1
    for line in lines:
        _, place, kind, *_ = [*line.split(" "), "", "", ""]
        place = re.sub(r"\\(\d{3})", lambda match: chr(int(match[1], 8)), place)
        if place and folder.is_relative_to(place) and len(place) >= longest:
            nearest, longest = kind, len(place)
    return nearest
