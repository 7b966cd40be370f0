"""Points about the machine: pure functions of what it shows."""

from collections.abc import Mapping
from gettext import gettext as _

from meeting.usecases.check.machine import Block, Machine
from meeting.usecases.check.place import mount_of, network_kind, synced_by
from meeting.usecases.check.points import Point, Stage, State

_IN_MEMORY = {"tmpfs", "ramfs"}


def machine_points(machine: Machine) -> tuple[Point, ...]:
    probes = (disk, swap, modes, network, synced, screen)
    return tuple(probe(machine) for probe in probes)


def disk(machine: Machine) -> Point:
    state, found = _disk(machine)
    mend = {
        State.TO_MEND: _("Switch on the encryption of the whole disk: LUKS, FileVault or BitLocker."),
        State.CANNOT_TELL: _("Look in the system's settings whether the whole disk is encrypted."),
    }
    return Point(
        "disk", Stage.BEFORE, state, _("Disk encryption"), found,
        _("The record is encrypted by itself; what the system writes beside it, and who unlocks what, is not."),
        mend.get(state, ""),
    )  # fmt: skip


def _disk(machine: Machine) -> tuple[State, str]:
    if machine.system == "Darwin" and machine.disk is not None:
        on = "FileVault is On" in machine.disk
        return (State.IN_ORDER, _("FileVault is on.")) if on else (State.TO_MEND, _("FileVault is off."))
    mount = mount_of(machine.folder, machine.mounts) if machine.mounts and machine.system == "Linux" else None
    if mount is None or machine.blocks is None:
        return State.CANNOT_TELL, _("This system does not tell without an administrator.")
    if mount.kind in _IN_MEMORY:
        return State.IN_ORDER, _("The folder is in memory alone.")
    device = mount.source.removeprefix("/dev/")
    if not mount.source.startswith("/dev/") or device not in machine.blocks:
        return State.CANNOT_TELL, _("The folder is on something that does not tell ({kind}).").format(kind=mount.kind)
    if encrypted(device, machine.blocks):
        return State.IN_ORDER, _("The disk under the area is encrypted.")
    return State.TO_MEND, _("The disk under the area is not encrypted.")


def encrypted(device: str, blocks: Mapping[str, Block], depth: int = 0) -> bool:
    """Whether everything the device lies on is encrypted somewhere on the way down."""
    block = blocks.get(device, Block())
    if block.mapper.startswith("CRYPT-"):
        return True
    return bool(block.below) and depth < 9 and all(encrypted(below, blocks, depth + 1) for below in block.below)


def swap(machine: Machine) -> Point:
    why = _("What was read on the screen may be written to the swap space, and stays there when the machine is off.")
    mend = _("Encrypt the swap space, or switch it off.")
    title = _("Swap space")
    if machine.system == "Darwin":
        return Point("swap", Stage.BEFORE, State.IN_ORDER, title, _("macOS encrypts it."), why)
    if machine.swaps is None:
        return Point("swap", Stage.BEFORE, State.CANNOT_TELL, title, _("This system does not tell."), why, mend)
    used = [line.split()[0] for line in machine.swaps.splitlines()[1:] if line.strip()]
    if not used:
        return Point("swap", Stage.BEFORE, State.IN_ORDER, title, _("There is none."), why)
    open_ones = [place for place in used if not _swap_is_safe(place, machine)]
    if not open_ones:
        return Point("swap", Stage.BEFORE, State.IN_ORDER, title, _("It is encrypted, or in memory."), why)
    found = _("Swap spaces not encrypted: {count}.").format(count=len(open_ones))
    return Point("swap", Stage.BEFORE, State.TO_MEND, title, found, why, mend)


def _swap_is_safe(place: str, machine: Machine) -> bool:
    blocks = machine.blocks or {}
    if place.startswith("/dev/"):
        device = place.removeprefix("/dev/")
        return device.startswith("zram") or encrypted(device, blocks)
    mount = mount_of(place, machine.mounts or "")
    return mount is not None and encrypted(mount.source.removeprefix("/dev/"), blocks)


def modes(machine: Machine) -> Point:
    title, why = _("Who may read the files"), _("Others who use this machine must not even copy the encrypted files.")
    if machine.modes is None:
        found = _("This system keeps rights in another way.")
        mend = _("Look whether the area's folder belongs to you alone.")
        return Point("modes", Stage.BEFORE, State.CANNOT_TELL, title, found, why, mend)
    wide = sorted(name for name, mode in machine.modes.items() if mode & 0o077)
    if not wide:
        return Point("modes", Stage.BEFORE, State.IN_ORDER, title, _("You alone."), why)
    found = _("Others may reach {count} of them.").format(count=len(wide))
    mend = _("In a terminal: chmod -R go= on the area's folder.")
    return Point("modes", Stage.BEFORE, State.TO_MEND, title, found, why, mend)


def network(machine: Machine) -> Point:
    kind = network_kind(machine)
    title = _("On this machine's own disk")
    why = _("On a network folder two machines can ruin the file, and its administrator has every copy.")
    if kind is None:
        found = _("This system does not tell.")
        return Point("network", Stage.BEFORE, State.CANNOT_TELL, title, found, why, _("Look where the folder lies."))
    if kind:
        found = _("The area lies on a network folder ({kind}).").format(kind=kind)
        mend = _("Move the folder to this machine, and set MEETING_HOME to where it is.")
        return Point("network", Stage.BEFORE, State.TO_MEND, title, found, why, mend)
    return Point("network", Stage.BEFORE, State.IN_ORDER, title, _("It is."), why)


def synced(machine: Machine) -> Point:
    program, title = synced_by(machine), _("Not in a synchronised folder")
    why = _("A synchronising program copies half-written files, brings old ones back, and keeps what was erased.")
    if program:
        found = _("The folder is synchronised by {program}.").format(program=program)
        mend = _("Move the area out of that folder, and set MEETING_HOME to where it is.")
        return Point("synced", Stage.BEFORE, State.TO_MEND, title, found, why, mend)
    return Point("synced", Stage.BEFORE, State.IN_ORDER, title, _("Nothing tells of one."), why)


def screen(machine: Machine) -> Point:
    title, why = _("Screen lock"), _("A screen left open shows everything to whoever passes.")
    own = _("This program locks after ten minutes, and on F12.")
    if machine.lock is None:
        mend = _("Let the system lock its screen by itself, after five minutes at most.")
        return Point("screen", Stage.DURING, State.CANNOT_TELL, title, own, why, mend)
    if "true" in machine.lock:
        return Point("screen", Stage.DURING, State.IN_ORDER, title, own + " " + _("The system's is on too."), why)
    mend = _("Switch it on in the system's settings.")
    return Point("screen", Stage.DURING, State.TO_MEND, title, _("The system's screen lock is off."), why, mend)
