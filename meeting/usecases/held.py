"""What was typed and had no room on the disk: held, sealed, while the app is locked, and tried again after.

Locking ends the process that holds the keys. What could not be kept goes to the process that takes its place in a file
without a name, in memory where the system has such, sealed to who typed it.
"""

import base64
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.records.draft import DraftOf
from meeting.usecases.drafts import AreaDrafts, Values

if TYPE_CHECKING:
    from meeting.usecases.office import Office

_FILE = "MEETING_HELD"  # the variable that tells the next process the number of the open file
NOTE = "note"


@dataclass(frozen=True, slots=True)
class Held:
    """``place`` is the area's name, or the pack's draft; ``sealed`` opens with the keys of ``user`` alone."""

    place: str
    user: str
    sealed: bytes = field(repr=False)


def sealed(office: "Office", unkept: Mapping[DraftOf, Values]) -> Held:
    listed = [[about.form, about.case_id, dict(values)] for about, values in unkept.items()]
    user = office.area.ring.user_id
    with office.area.look() as record:
        return Held(office.area.name, user, record.vault.seal_own("held", user, "words", json.dumps(listed).encode()))


def opened(office: "Office", held: Held) -> dict[DraftOf, Values] | None:
    """None where it is another's: it is held on."""
    user = office.area.ring.user_id
    if (held.place, held.user) != (office.area.name, user):
        return None
    with office.area.look() as record:
        listed = json.loads(record.vault.open_own("held", user, "words", held.sealed))
    return {DraftOf(form, case_id): values for form, case_id, values in listed}


def keep_again(office: "Office", about: DraftOf, values: Values) -> None:
    """A note goes to the meeting's notes, all else is a draft. Raises what keeping raises."""
    if about.form.startswith(f"{NOTE} "):
        from data.records.conference import NoteKind
        from meeting.usecases.holding import type_note

        type_note(office, values["meeting"], values["item"], NoteKind(values["kind"]), values["raw"], values["agency"])
    else:
        AreaDrafts(office).keep(about, values)


def passed_on(held: Held | None) -> dict[str, str]:
    """What the environment of the next process says of what is held: the number of a file that has no name."""
    if held is None:
        return {}
    number = _nameless()
    written = {"place": held.place, "user": held.user, "sealed": base64.b64encode(held.sealed).decode()}
    with os.fdopen(os.dup(number), "w", encoding="utf-8") as stream:
        json.dump(written, stream)
    os.set_inheritable(number, True)
    return {_FILE: str(number)}


def received() -> Held | None:
    """What the process before handed on, once."""
    number = os.environ.pop(_FILE, "")
    with suppress(OSError, ValueError, KeyError, TypeError):
        with os.fdopen(int(number), encoding="utf-8") as stream:
            stream.seek(0)
            read = json.load(stream)
        return Held(read["place"], read["user"], base64.b64decode(read["sealed"]))
    return None


def _nameless() -> int:
    if hasattr(os, "memfd_create"):
        return os.memfd_create("held")
    with tempfile.TemporaryFile() as file:  # another disk may have room
        return os.dup(file.fileno())
