"""One point of the self-check: its state as a word and a sign, why it matters, what to do (R32)."""

from dataclasses import dataclass
from enum import StrEnum
from gettext import gettext as _


class State(StrEnum):
    """``SOON``: nothing is wrong yet. ``CANNOT_TELL`` is no 'in order': look for yourself."""

    IN_ORDER = "in order"
    SOON = "soon"
    CANNOT_TELL = "cannot tell"
    TO_MEND = "to mend"

    @property
    def sign(self) -> str:
        return {"in order": "+", "soon": "~", "cannot tell": "?", "to mend": "!"}[self.value]


class Stage(StrEnum):
    BEFORE = "before collecting"
    DURING = "while collecting"
    AFTER = "after collecting"


@dataclass(frozen=True, slots=True)
class Point:
    """``found`` says what was seen, ``mend`` what to do; it is empty where nothing is to be done."""

    code: str
    stage: Stage
    state: State
    title: str
    found: str
    why: str
    mend: str = ""


def words() -> tuple[str, ...]:
    """Every state and stage, so that they can be translated."""
    return (_("in order"), _("soon"), _("cannot tell"), _("to mend"), _("before collecting"), _("while collecting"),
            _("after collecting"))  # fmt: skip


def exit_status(points: tuple[Point, ...]) -> int:
    """0 nothing to do now, 1 something to mend, 3 nothing to mend but not everything could be told."""
    states = {point.state for point in points}
    if State.TO_MEND in states:
        return 1
    return 3 if State.CANNOT_TELL in states else 0
