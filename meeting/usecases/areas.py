"""Create an area, open it, open the practice area."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from gettext import gettext as _

from data.profiles.load import load
from meeting.area import Area
from meeting.usecases.office import Office
from meeting.usecases.places import PRACTICE, NotPossible, home

SHORTEST_PASSPHRASE = 15


def create_area(name: str, passphrase: str, profile: str, clock: Callable[[], datetime] = datetime.now) -> Office:
    """A new, empty area. Raises NotPossible for a name or passphrase that will not do."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}", name) or name == PRACTICE:
        raise NotPossible(
            _(
                "An area's name has up to 40 letters, digits, - or _, starts with a letter or digit, and is not 'practice'."
            )
        )
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise NotPossible(_("A passphrase has at least 15 characters; five random words are best."))
    folder = home() / name
    if folder.exists():
        raise NotPossible(_("An area of this name is here already; open it, or choose another name."))
    area = Area.create(folder, passphrase, profile=profile, clock=clock)
    return Office(area, load(profile), clock)


def open_area(name: str, passphrase: str, clock: Callable[[], datetime] = datetime.now) -> Office:
    """Unlock an area. Raises what ``Area.open`` raises: a wrong passphrase, not an area."""
    area = Area.open(home() / name, passphrase)
    return Office(area, load(area.profile), clock)


def open_practice(today: date | None = None, seed: int = 1) -> Office:
    """The practice area, made on first use with 24 made-up cases and a meeting that waits; resumed later."""
    from meeting.area import PRACTICE_PASSPHRASE
    from meeting.usecases.practising import fill

    folder = home() / PRACTICE
    clock = _clock(today)
    if (folder / "keys.json").exists():
        area = Area.open(folder, PRACTICE_PASSPHRASE)
        return Office(area, load(area.profile), clock)
    area = Area.create(folder, PRACTICE_PASSPHRASE, profile="uk", practice=True, clock=clock)
    office = Office(area, load("uk"), clock)
    fill(office, seed)
    return office


def _clock(today: date | None) -> Callable[[], datetime]:
    if today is None:
        return datetime.now
    return lambda: datetime.combine(today, datetime.now().time() if today == date.today() else time(19, 0))
