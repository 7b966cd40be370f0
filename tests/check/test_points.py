"""Each probe on made-up machines and areas: in order, to mend, soon, and 'cannot tell' as a state of its own."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from meeting.usecases.check import of_machine, of_record, place
from meeting.usecases.check.machine import Block, Machine, read_machine
from meeting.usecases.check.of_machine import machine_points
from meeting.usecases.check.of_record import Facts, Member, Promise, record_points
from meeting.usecases.check.points import State, exit_status
from meeting.usecases.places import NotPossible

TODAY = date(2026, 11, 24)
LUKS = "CRYPT-LUKS2-0011-root"


def mounts(kind: str = "ext4", source: str = "/dev/sda2", point: str = "/home") -> str:
    return (
        "22 1 0:20 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        f"23 22 0:21 / {point} rw,relatime shared:2 master:3 - {kind} {source} rw\n"
        "24 22 0:22 / /proc rw - proc proc rw\n"
    )


SOUND = Machine(
    system="Linux",
    folder="/home/robin/.local/share/meeting/riverton",
    mounts=mounts(source="/dev/mapper/home"),
    swaps="Filename Type Size Used Priority\n/dev/dm-1 partition 8 0 -2\n",
    blocks={
        "mapper/home": Block("LVM-x", ("dm-0",)),
        "dm-0": Block(LUKS, ("sda2",)),
        "dm-1": Block("CRYPT-PLAIN-swap", ("sda3",)),
        "sda1": Block("", ("sda",)),
        "sda2": Block("", ("sda",)),
        "sda": Block(),
    },
    modes={"riverton": 0o700, "record.db": 0o600},
    lock="true\n",
)


def test_a_sound_machine_is_in_order() -> None:
    assert {point.state for point in machine_points(SOUND)} == {State.IN_ORDER}


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"mounts": mounts(source="/dev/sda2")}, State.TO_MEND),
        ({"mounts": mounts(source="/dev/dm-0")}, State.IN_ORDER),
        ({"mounts": mounts(kind="overlay", source="overlay")}, State.CANNOT_TELL),
        ({"mounts": mounts(kind="tmpfs", source="tmpfs")}, State.IN_ORDER),
        ({"mounts": mounts(kind="zfs", source="tank/home")}, State.CANNOT_TELL),
        ({"mounts": None}, State.CANNOT_TELL),
        ({"blocks": None}, State.CANNOT_TELL),
        ({"blocks": {"mapper/home": Block("LVM-x", ("dm-0", "sdb1")), "dm-0": Block(LUKS)}}, State.TO_MEND),
        ({"system": "Darwin", "disk": "FileVault is On.\n"}, State.IN_ORDER),
        ({"system": "Darwin", "disk": "FileVault is Off.\n"}, State.TO_MEND),
        ({"system": "Darwin", "disk": None}, State.CANNOT_TELL),
        ({"system": "Windows"}, State.CANNOT_TELL),
    ],
)  # fmt: skip
def test_disk_encryption(change: dict[str, object], state: State) -> None:
    assert of_machine.disk(replace(SOUND, **change)).state is state  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("swaps", "state"),
    [
        ("Filename Type\n", State.IN_ORDER),
        ("Filename Type\n/dev/sda3 partition\n", State.TO_MEND),
        ("Filename Type\n/dev/zram0 partition\n", State.IN_ORDER),
        ("Filename Type\n/dev/dm-1 partition\n/dev/sda3 partition\n", State.TO_MEND),
        ("Filename Type\n/swapfile file\n", State.TO_MEND),
        ("Filename Type\n/home/swapfile file\n", State.IN_ORDER),
        (None, State.CANNOT_TELL),
    ],
)
def test_swap(swaps: str | None, state: State) -> None:
    assert of_machine.swap(replace(SOUND, swaps=swaps)).state is state


def test_modes_and_screen() -> None:
    assert of_machine.modes(replace(SOUND, modes={"record.db": 0o640})).state is State.TO_MEND
    assert of_machine.modes(replace(SOUND, modes=None)).state is State.CANNOT_TELL
    assert of_machine.screen(replace(SOUND, lock="false\n")).state is State.TO_MEND
    assert of_machine.screen(replace(SOUND, lock=None)).state is State.CANNOT_TELL


@pytest.mark.parametrize(
    ("machine", "kind"),
    [
        (replace(SOUND, mounts=mounts("nfs4", "server:/x")), "nfs4"),
        (replace(SOUND, mounts=mounts("cifs", "//server/x", "/home/robin/.local")), "cifs"),
        (replace(SOUND, mounts=mounts("fuse.sshfs", "robin@server:")), "fuse.sshfs"),
        (replace(SOUND, mounts=mounts("nfs", "server:/x", "/home/robin/other")), ""),
        (replace(SOUND, mounts=mounts("nfs", "server:/x", "/hom")), ""),
        (replace(SOUND, mounts=mounts("nfs", "server:/x", "/home/robin/.local/share/meeting\\040two")), ""),
        (replace(SOUND, folder="/mnt/team drive/x", mounts=mounts("nfs", "s:/x", "/mnt/team\\040drive")), "nfs"),
        (replace(SOUND, mounts=None), None),
        (Machine("Darwin", "/Volumes/team/x", "//robin@s/team on /Volumes/team (smbfs, nodev)\n"), "smbfs"),
        (Machine("Darwin", "/Users/robin", "/dev/disk1s1 on / (apfs, local, journaled)\n"), ""),
        (Machine("Windows", "\\\\server\\team\\meeting"), "smb"),
        (Machine("Windows", "C:\\Users\\robin\\meeting"), None),
    ],
)
def test_network_folders(machine: Machine, kind: str | None) -> None:
    assert place.network_kind(machine) == kind


@pytest.mark.parametrize(
    ("machine", "program"),
    [
        (replace(SOUND, folder="/home/robin/Dropbox (Team)/meeting"), "Dropbox"),
        (Machine("Windows", "C:\\Users\\robin\\OneDrive - Riverton\\meeting"), "OneDrive"),
        (Machine("Darwin", "/Users/robin/Library/Mobile Documents/com~apple~CloudDocs/x"), "iCloud"),
        (replace(SOUND, folder="/home/robin/Nextcloud/x"), "Nextcloud"),
        (replace(SOUND, beside={"/home/robin": (".stfolder",)}), "Syncthing"),
        (SOUND, ""),
    ],
)
def test_synchronised_folders(machine: Machine, program: str) -> None:
    assert place.synced_by(machine) == program
    assert (of_machine.synced(machine).state is State.TO_MEND) is bool(program)


def test_an_area_on_a_network_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from meeting.usecases.areas import create_area

    monkeypatch.setenv("MEETING_HOME", str(tmp_path))
    place.refuse_network(tmp_path)
    shared = replace(SOUND, mounts=mounts("nfs4", "server:/x"))
    monkeypatch.setattr(place, "where_it_lies", lambda _folder: shared)
    with pytest.raises(NotPossible, match="network folder"):
        create_area("riverton", "five made up words here", "uk")
    assert list(tmp_path.iterdir()) == []


def test_the_real_machine_is_read_without_a_crash(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").touch()
    area = tmp_path / "area"
    area.mkdir()
    area.chmod(0o755)
    machine = read_machine(area)
    assert len(machine_points(machine)) == 6
    assert place.synced_by(machine) == "Dropbox"
    assert machine.modes is None or machine.modes["area"] == 0o755


GOOD = Facts(
    today=TODAY,
    practice=False,
    log_fault="",
    outside_on=TODAY - timedelta(days=3),
    backup_on=TODAY - timedelta(days=1),
    tried_on=TODAY - timedelta(days=20),
    sheets_made=True,
    sheets_tried_on=TODAY - timedelta(days=20),
    members=(Member("c1", TODAY + timedelta(days=200), TODAY + timedelta(days=200), TODAY),),
    promises=(Promise("police", True, TODAY + timedelta(days=200), TODAY + timedelta(days=100)),),
    consents_ending=(TODAY + timedelta(days=90),),
    tables="0003",
    newest_tables="0003",
)


def test_a_sound_area_is_in_order() -> None:
    assert {point.code: point.state for point in record_points(GOOD) if point.state is not State.IN_ORDER} == {}
    assert exit_status(record_points(GOOD)) == 0


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("code", "change", "state"),
    [
        ("agreements", {"promises": None}, State.CANNOT_TELL),
        ("agreements", {"promises": ()}, State.TO_MEND),
        ("agreements", {"promises": (Promise("police", False),)}, State.TO_MEND),
        ("agreements", {"promises": (Promise("police", True, None, TODAY - DAY),)}, State.TO_MEND),
        ("agreements", {"promises": (Promise("police", True, TODAY + 9 * DAY),)}, State.SOON),
        ("people", {"members": None}, State.CANNOT_TELL),
        ("people", {"members": (Member("c1", None, TODAY + 99 * DAY, TODAY),)}, State.TO_MEND),
        ("people", {"members": (Member("c1", TODAY - DAY, TODAY + 99 * DAY, TODAY),)}, State.TO_MEND),
        ("people", {"members": (Member("c1", TODAY, TODAY + 99 * DAY, TODAY),)}, State.SOON),
        ("sheets", {"sheets_made": False}, State.TO_MEND),
        ("sheets", {"sheets_made": False, "keepers": 2}, State.SOON),
        ("sheets", {"sheets_tried_on": None}, State.SOON),
        ("sheets", {"sheets_tried_on": TODAY - 366 * DAY}, State.SOON),
        ("sheets", {"sheets_made": False, "practice": True}, State.IN_ORDER),
        ("access", {"members": (Member("c1", access_until=TODAY - DAY),)}, State.TO_MEND),
        ("access", {"members": (Member("c1", access_until=TODAY),)}, State.SOON),
        ("access", {"members": (Member("c1", access_until=TODAY + 31 * DAY),)}, State.IN_ORDER),
        ("backup", {"backup_on": None}, State.TO_MEND),
        ("backup", {"backup_on": TODAY - 8 * DAY}, State.TO_MEND),
        ("backup", {"backup_on": TODAY - 7 * DAY}, State.IN_ORDER),
        ("backup", {"backups_failed": 1}, State.TO_MEND),
        ("backup", {"backup_on": None, "practice": True}, State.IN_ORDER),
        ("restoring", {"tried_on": None}, State.TO_MEND),
        ("restoring", {"tried_on": TODAY - 91 * DAY}, State.SOON),
        ("seen", {"members": (Member("c1", TODAY, TODAY, TODAY - 91 * DAY),)}, State.TO_MEND),
        ("seen", {"members": (Member("c1", TODAY, TODAY, None),)}, State.TO_MEND),
        ("consents", {"consents_ending": None}, State.CANNOT_TELL),
        ("consents", {"consents_ending": (TODAY + 30 * DAY,)}, State.SOON),
        ("log", {"log_fault": "Entry 3 is missing."}, State.TO_MEND),
        ("log", {"log_fault": None}, State.CANNOT_TELL),
        ("clock", {"log_set_back": 1}, State.TO_MEND),
        ("clock", {"log_set_back": 1, "practice": True}, State.IN_ORDER),
        ("outside", {"outside_on": None}, State.TO_MEND),
        ("outside", {"outside_on": TODAY - 32 * DAY}, State.TO_MEND),
        ("unused", {"unused": (("victim sex", 3),)}, State.SOON),
        ("tables", {"tables": "0002"}, State.TO_MEND),
    ],
)
def test_each_point_of_the_record(code: str, change: dict[str, object], state: State) -> None:
    (point,) = [point for point in record_points(replace(GOOD, **change)) if point.code == code]  # type: ignore[arg-type]
    assert point.state is state
    assert point.why
    assert bool(point.mend) is (state is not State.IN_ORDER)


def test_the_exit_status_tells() -> None:
    def status(**change: object) -> int:
        return exit_status(record_points(replace(GOOD, **change)))  # type: ignore[arg-type]

    assert status(unused=(("victim sex", 3),)) == 0
    assert status(promises=None) == 3
    assert status(promises=None, backup_on=None) == 1


def test_every_point_is_said_in_words_and_a_sign() -> None:
    assert len({state.sign for state in State}) == len(State)
    points = (*machine_points(SOUND), *record_points(GOOD))
    assert len({point.code for point in points}) == len(points) == 19
    assert of_record.SOON_DAYS == 30
