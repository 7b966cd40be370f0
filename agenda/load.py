"""Minutes per case, and the load against the meeting's length."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

from agenda.due import Due
from data.records.conference import Item, Meeting, Why
from data.records.profile import Profile


@dataclass(frozen=True, slots=True)
class Load:
    """All in minutes; ``over`` is what does not fit, 0 when all does."""

    minutes: int
    length: int
    over: int
    warnings: tuple[str, ...] = ()


def minutes_for(item: Due, profile: Profile) -> int:
    seen_before = Why.NEW not in item.why and Why.TRANSFERRED not in item.why
    return profile.minutes_per_case_repeat if seen_before else profile.minutes_per_case


def load(items: Sequence[Item], meeting: Meeting, profile: Profile) -> Load:
    minutes = profile.minutes_opening + sum(item.minutes for item in items)
    over = max(0, minutes - meeting.length)
    warnings = []
    if over:
        warnings.append(
            _("{over} minutes too many: drop cases, shorten them, or call a second meeting.").format(over=over)
        )
    late = sum(item.late for item in items)
    if late:
        said = ngettext("{late} late addition: agencies may not", "{late} late additions: agencies may not", late)
        warnings.append(said.format(late=late) + _(" have done their research."))
    return Load(minutes, meeting.length, over, tuple(warnings))
