"""A participant's own key file: their keys under their passphrase, apart from any area."""

import json
from gettext import gettext as _
from pathlib import Path

from data.vault.directory_json import canonical
from data.vault.problems import WrongKeyFile
from data.vault.seed import Keys
from data.vault.slot import INTERACTIVE_2026, Slot, lock, unlock
from data.vault.users_file import write
from meeting.usecases.logbook import read_file

_KIND = "meeting key of a participant"


def open_key_file(path: Path, passphrase: str) -> tuple[str, str, Keys, bytes]:
    """Area, user, keys, and the area's root key they trust. Raises NotPossible, WrongKeyFile, WrongPassphrase."""
    area, slot = _load(read_file(path))
    keys, root = unlock(slot, area, passphrase)
    if not slot.is_by(keys.public.sign, area):
        raise WrongKeyFile(_("This key file was changed; ask the coordinator for a new one."))
    return area, slot.user, keys, root


def change_key_file(path: Path, old: str, new: str, cost: str = INTERACTIVE_2026) -> None:
    """Another passphrase for the same keys, in the same file."""
    from data.vault.changing import check_passphrase

    check_passphrase(new)
    area, user, keys, root = open_key_file(path, old)
    number = _load(read_file(path))[1].number + 1
    write(path, key_file(area, lock(keys, root, area, user, new, number=number, cost=cost)))


def key_file(area: str, slot: Slot) -> bytes:
    """What stands in it."""
    return canonical({"kind": _KIND, "version": 1, "area": area, "user": slot.user, "slot": slot.as_json()})


def _load(written: bytes) -> tuple[str, Slot]:
    try:
        read = json.loads(written) if len(written) < 1 << 16 else {}
        if read["kind"] != _KIND or read["version"] != 1:
            raise ValueError
        area, slot = read["area"], Slot.of(read["user"], read["slot"])
        if not isinstance(area, str) or key_file(area, slot) != written:
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise WrongKeyFile(_("This is no key file of a participant, or it was changed; ask for a new one.")) from None
    return area, slot
