"""What the machine shows of itself, read once; the probes judge it, and tests give them another.

Whatever cannot be read is None: the probe then cannot tell.
"""

import os
import platform
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_SYNCED_MARKS = (
    ".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log", ".sync", ".tmp.drivedownload",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A block device of Linux: its device-mapper id, and the devices it lies on."""

    mapper: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Machine:
    """``folder``: where the area is. ``mounts``: /proc/self/mountinfo; ``swaps``: /proc/swaps. ``modes``: of each file.

    ``beside``: for each folder above the area, the names in it that tell of a synchronising program.
    ``disk`` and ``lock`` are what the system's own commands answered.
    """

    system: str
    folder: str
    mounts: str | None = None
    swaps: str | None = None
    blocks: Mapping[str, Block] | None = None
    modes: Mapping[str, int] | None = None
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    disk: str | None = None
    lock: str | None = None


def where_it_lies(folder: Path) -> Machine:
    """Only what tells of networks; quick, for each opening."""
    system = platform.system()
    mounts = _text("/proc/self/mountinfo") if system == "Linux" else _said("mount") if system == "Darwin" else None
    return Machine(system, str(folder.resolve()), mounts)


def read_machine(folder: Path) -> Machine:
    system = platform.system()
    place = folder.resolve()
    linux, mac = system == "Linux", system == "Darwin"
    return Machine(
        system=system,
        folder=str(place),
        mounts=_text("/proc/self/mountinfo") if linux else _said("mount") if mac else None,
        swaps=_text("/proc/swaps") if linux else None,
        blocks=_blocks() if linux else None,
        modes=None if system == "Windows" else _modes(place),
        beside={str(above): _marks(above) for above in (place, *place.parents)},
        disk=_said("fdesetup", "status") if mac else None,
        lock=_said("gsettings", "get", "org.gnome.desktop.screensaver", "lock-enabled") if linux else None,
    )


def _text(path: str) -> str | None:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


def _said(*command: str) -> str | None:
    """What a command of the system says; None where there is no such command, or it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _blocks() -> dict[str, Block] | None:
    """Every block device by its name and by its place under /dev."""
    top = Path("/sys/class/block")
    if not top.is_dir():
        return None
    found: dict[str, Block] = {}
    for device in top.iterdir():
        mapper = (_text(str(device / "dm/uuid")) or "").strip()
        slaves = device / "slaves"
        below = tuple(sorted(path.name for path in slaves.iterdir())) if slaves.is_dir() else ()
        found[device.name] = Block(mapper, below or _whole(device))
        if name := (_text(str(device / "dm/name")) or "").strip():
            found[f"mapper/{name}"] = found[device.name]
    return found


def _whole(device: Path) -> tuple[str, ...]:
    """The disk a partition is part of."""
    return (device.resolve().parent.name,) if (device / "partition").exists() else ()


def _modes(folder: Path) -> dict[str, int] | None:
    try:
        paths = [folder, *folder.iterdir()]
        return {path.name: path.stat().st_mode & 0o777 for path in paths}
    except OSError:
        return None


def _marks(folder: Path) -> tuple[str, ...]:
    return tuple(mark for mark in _SYNCED_MARKS if os.path.lexists(folder / mark))
