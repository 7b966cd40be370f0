"""Where the area lies: on this machine, on a network folder, or in a folder that another program synchronises."""

import re
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path, PurePosixPath, PureWindowsPath

from meeting.usecases.check.machine import Machine, where_it_lies
from meeting.usecases.places import NotPossible

_NETWORK = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afpfs", "afs", "ncpfs", "ceph", "glusterfs", "lustre", "beegfs",
    "davfs", "webdav", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs",
    "fuse.gvfsd-fuse", "macfuse", "osxfuse",
}  # fmt: skip
_SYNCED = (
    (re.compile(r"dropbox", re.I), "Dropbox"),
    (re.compile(r"onedrive", re.I), "OneDrive"),
    (re.compile(r"mobile documents|icloud ?drive|com~apple~clouddocs", re.I), "iCloud"),
    (re.compile(r"nextcloud", re.I), "Nextcloud"),
    (re.compile(r"owncloud", re.I), "ownCloud"),
    (re.compile(r"google ?drive|my drive", re.I), "Google Drive"),
    (re.compile(r"syncthing", re.I), "Syncthing"),
    (re.compile(r"pcloud", re.I), "pCloud"),
)
_MARKS = {
    ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".stfolder": "Syncthing", ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud", ".sync": "Resilio Sync", ".tmp.drivedownload": "Google Drive",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mount:
    """What a folder lies on."""

    point: str
    kind: str
    source: str


def mount_of(folder: str, mounts: str) -> Mount | None:
    """The mount a folder lies on, from Linux' mountinfo or what macOS' ``mount`` says."""
    found = [mount for line in mounts.splitlines() if (mount := _read(line)) and _is_in(folder, mount.point)]
    # Of several at one point the last is on top.
    return max(enumerate(found), key=lambda one: (len(one[1].point), one[0]))[1] if found else None


def network_kind(machine: Machine) -> str | None:
    """The kind of the network folder the area lies on, '' when it is on this machine, None when that cannot be told."""
    if machine.system == "Windows":
        return "smb" if PureWindowsPath(machine.folder).drive.startswith("\\\\") else None
    if machine.mounts is None:
        return None
    mount = mount_of(machine.folder, machine.mounts)
    if mount is None:
        return None
    return mount.kind if mount.kind in _NETWORK or mount.source.startswith("//") else ""


def synced_by(machine: Machine) -> str:
    """The program that synchronises the folder, '' when nothing tells of one."""
    for marks in machine.beside.values():
        for mark in marks:
            return _MARKS.get(mark, mark)
    path = PureWindowsPath(machine.folder) if machine.system == "Windows" else PurePosixPath(machine.folder)
    for part in path.parts:
        for pattern, name in _SYNCED:
            if pattern.search(part):
                return name
    return ""


def refuse_network(folder: Path) -> None:
    """Raises NotPossible for an area on a network folder."""
    if kind := network_kind(where_it_lies(folder)):
        raise NotPossible(
            _(
                "The area would lie on a network folder ({kind}), where two machines can ruin it. Keep it on this "
                "machine's own disk: set MEETING_HOME to a folder there."
            ).format(kind=kind)
        )


def _read(line: str) -> Mount | None:
    if match := re.match(r"\S+ \S+ \S+ \S+ (\S+) .* - (\S+) (\S+)", line):
        point, kind, source = match.groups()
        return Mount(re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), point), kind, source)
    if match := re.match(r"(.+) on (/.*) \((\w+)", line):
        return Mount(match[2], match[3], match[1])
    return None


def _is_in(folder: str, point: str) -> bool:
    return point == "/" or folder == point or folder.startswith(point.rstrip("/") + "/")
