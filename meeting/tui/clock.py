"""What is left of the case and of the meeting, in words: a colour alone would not tell that it is over."""

from datetime import timedelta
from gettext import gettext as _

from meeting.usecases.holding import ItemView


def clock_line(meeting_left: timedelta, view: ItemView | None, spent: timedelta) -> str:
    """``spent`` is the time since the case began; ``view`` is None while no case is heard."""
    line = _left(_("meeting"), meeting_left)
    if view is None:
        return line
    here = _("Case {at} of {count}").format(at=view.position + 1, count=view.count)
    case = _left(
        _("case ({minutes} min)").format(minutes=view.item.minutes), timedelta(minutes=view.item.minutes) - spent
    )
    return f"{here} · {case} · {line}"


def _left(what: str, left: timedelta) -> str:
    seconds = int(left.total_seconds())
    clock = f"{abs(seconds) // 60}:{abs(seconds) % 60:02d}"
    said = _("{what}: {clock} left") if seconds >= 0 else _("{what}: OVER by {clock}")
    return said.format(what=what, clock=clock)
