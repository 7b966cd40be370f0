"""Create an area, open it, open the practice area."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from gettext import gettext as _
from pathlib import Path

from data.profiles.load import load
from meeting.area import Area
from meeting.language import country
from meeting.usecases import reserve
from meeting.usecases.agencies import core
from meeting.usecases.check.place import refuse_network
from meeting.usecases.holding_fast import Hold
from meeting.usecases.keeping import end_drafts
from meeting.usecases.office import Office
from meeting.usecases.people import end_expired
from meeting.usecases.places import PRACTICES, NotPossible, check_name, home, own_profiles

SHORTEST_PASSPHRASE = 15


def check_free(name: str) -> None:
    """Raises NotPossible for a name no area may have, or one has already."""
    check_name(name)
    if (home() / name).exists():
        raise NotPossible(_("An area of this name is here already; open it, or choose another name."))


def create_area(
    name: str,
    passphrase: str,
    profile: str,
    clock: Callable[[], datetime] = datetime.now,
    *,
    server: str = "",
) -> Office:
    """A new area: no cases, and the agencies its practice usually has; ``server`` as for ``Area.create``.

    Raises NotPossible for a name or passphrase that will not do, CannotOpen for a server that cannot be reached.
    """
    check_free(name)
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise NotPossible(_("A passphrase has at least 15 characters; five random words are best."))
    folder = home() / name
    refuse_network(folder)
    rules = load(profile, own_profiles())
    area = Area.create(folder, passphrase, profile=profile, clock=clock, server=server)
    office = Office(area, rules, clock, Hold(folder, clock()))
    with area.work() as record:
        for agency in core(office.profile):
            record.save_agency(agency)
    return office


def open_area(
    name: str,
    passphrase: str,
    clock: Callable[[], datetime] = datetime.now,
    *,
    user: str | None = None,
    alongside: bool = False,
) -> Office:
    """Unlock an area; ``user`` is said where several people open it.
    ``alongside``: for looking and copying, also while another program has it open.

    Raises what ``Area.open`` raises: a wrong passphrase, not an area; and InUse.
    """
    folder = home() / name
    opening = partial(Area.open, folder, passphrase, user, clock=clock, alongside=alongside)
    return _held(folder, clock, opening, alongside=alongside)


def who_opens(name: str) -> tuple[str, ...]:
    """Ids of the people who open an area, to choose from; they say nothing of who it is."""
    return Area.users(home() / name)


def open_practice(today: date | None = None, seed: int = 1, *, name: str = "", alongside: bool = False) -> Office:
    """The practice area, made on first use with 24 made-up cases and a meeting that waits; resumed later.

    ``name``: that of another country than the one whose language the program speaks.
    """
    from meeting.area import PRACTICE_PASSPHRASE
    from meeting.usecases.practising import agree, fill

    profile = next((code for code, of in PRACTICES.items() if of == name), country())
    folder = home() / PRACTICES[profile]
    clock = _clock(today)
    if (folder / "keys.json").exists():
        opening = partial(Area.open, folder, PRACTICE_PASSPHRASE, clock=clock, alongside=alongside)
        office = _held(folder, clock, opening, alongside=alongside)
        if not alongside:
            agree(office)  # an older practice area has no agreements yet
        return office
    area = Area.create(folder, PRACTICE_PASSPHRASE, profile=profile, practice=True, clock=clock)
    office = Office(area, load(profile), clock, Hold(folder, clock()))
    fill(office, seed)
    return office


def _held(folder: Path, clock: Callable[[], datetime], open: Callable[[], Area], *, alongside: bool) -> Office:
    """The hold first, the keys after it; it is let go when they do not open."""
    refuse_network(folder)
    hold = Hold(folder, clock()) if folder.is_dir() and not alongside else None
    try:
        area = open()
        office = Office(area, load(area.profile, own_profiles()), clock, hold)
        if not alongside:
            office.ended = end_expired(office)
            end_drafts(office)
            reserve.take(office)
        return office
    except BaseException:
        if hold:
            hold.let_go()
        raise


def _clock(today: date | None) -> Callable[[], datetime]:
    if today is None:
        return datetime.now
    return lambda: datetime.combine(today, datetime.now().time() if today == date.today() else time(19, 0))
