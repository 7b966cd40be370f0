"""Points about the record: pure functions of what the area knows. None says whose it is: counts, codes and days."""

from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from meeting.usecases import counted
from meeting.usecases.check.points import Point, Stage, State

SOON_DAYS = 30
BACKUP_DAYS, TRIED_DAYS, OUTSIDE_DAYS, SEEN_DAYS, SHEETS_DAYS = 7, 90, 31, 90, 365


@dataclass(frozen=True, slots=True)
class Member:
    """One of the area's people: until when declaration and training hold, the day last seen.

    ``access_until``: the last day of access, where there is one.
    ``comes_in``: opens the area's file, and so leaves entries; participants get packs instead.
    """

    user: str
    declared_until: date | None = None
    trained_until: date | None = None
    seen_on: date | None = None
    comes_in: bool = True
    access_until: date | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """An agency's sharing agreement: in force or not, until when, and when it is due for review."""

    agency: str
    in_force: bool
    ends: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """``None`` means the area does not keep it, or it could not be read."""

    today: date
    practice: bool
    log_fault: str | None = None
    log_set_back: int = 0
    outside_on: date | None = None
    outside_behind: int = 0
    backup_on: date | None = None
    backups_failed: int = 0
    tried_on: date | None = None
    keepers: int = 1
    sheets_made: bool = False
    sheets_tried_on: date | None = None
    members: tuple[Member, ...] | None = None
    promises: tuple[Promise, ...] | None = None
    consents_ending: tuple[date, ...] | None = None
    unused: tuple[tuple[str, int], ...] = ()
    tables: str = ""
    newest_tables: str = ""
    erased_since_new_keys: int | None = None  # erased or purged; None where no host of a server could hold a copy


def record_points(facts: Facts) -> tuple[Point, ...]:
    probes = (
        agreements,
        people,
        access,
        sheets,
        backup,
        restoring,
        seen,
        consents,
        log,
        clock,
        outside,
        unused,
        tables,
    )
    found = tuple(probe(facts) for probe in probes)
    return found if facts.erased_since_new_keys is None else (*found, erased(facts.erased_since_new_keys))


def _dated(days: list[date], today: date) -> State:
    """To mend when a day has passed, soon when one is near."""
    if any(day < today for day in days):
        return State.TO_MEND
    return State.SOON if any((day - today).days <= SOON_DAYS for day in days) else State.IN_ORDER


def agreements(facts: Facts) -> Point:
    title, why = _("Sharing agreements"), _("With no agreement in force nothing may go to an agency.")
    if facts.promises is None:
        found = _("The area does not record them.")
        return Point(
            "agreements", Stage.BEFORE, State.CANNOT_TELL, title, found, why, _("Keep them on paper, and their days.")
        )
    lacking = sum(not promise.in_force for promise in facts.promises)
    days = [day for p in facts.promises if p.in_force for day in (p.ends, p.review_on) if day]
    state = State.TO_MEND if lacking or not facts.promises else _dated(days, facts.today)
    due = sum((day - facts.today).days <= SOON_DAYS for day in days)
    found = _("{agencies}; {lacking} without one in force; {due} due.").format(
        agencies=counted.agencies(len(facts.promises)), lacking=lacking, due=due)  # fmt: skip
    mend = "" if state is State.IN_ORDER else _("Have them signed or reviewed, and record it: Agreements.")
    return Point("agreements", Stage.BEFORE, state, title, found, why, mend)


def people(facts: Facts) -> Point:
    title = _("Declarations and training")
    why = _("Whoever sees cases has declared confidentiality and knows the tool; both expire.")
    if facts.practice:
        return Point("people", Stage.BEFORE, State.IN_ORDER, title, _("Practice needs none."), why)
    if facts.members is None:
        found = _("The area has one keeper, and records neither.")
        return Point("people", Stage.BEFORE, State.CANNOT_TELL, title, found, why, _("Keep both on paper."))
    missing = sum(m.declared_until is None or m.trained_until is None for m in facts.members)
    days = [day for m in facts.members for day in (m.declared_until, m.trained_until) if day]
    state = State.TO_MEND if missing else _dated(days, facts.today)
    passed = sum(day < facts.today for day in days)
    found = _("{people}; {missing} without a record; {passed} expired.").format(
        people=counted.people(len(facts.members)), missing=missing, passed=passed)  # fmt: skip
    mend = "" if state is State.IN_ORDER else _("Renew them, and record the new days: Users.")
    return Point("people", Stage.BEFORE, state, title, found, why, mend)


def access(facts: Facts) -> Point:
    title, why = _("Access that ends"), _("Who has left opens nothing any more; who stays must not be locked out.")
    days = [m.access_until for m in facts.members or () if m.access_until]
    ended = [m.user for m in facts.members or () if m.access_until and m.access_until < facts.today]
    near = sum(0 <= (day - facts.today).days <= SOON_DAYS for day in days)
    if ended:
        found = _("Ended, and not yet disabled: {users}. They are refused.").format(users=", ".join(ended))
        mend = _("A keeper opens the area once: the keys they held are replaced then.")
        return Point("access", Stage.DURING, State.TO_MEND, title, found, why, mend)
    found = _("With a last day: {people}; {near} within {days}.").format(
        people=counted.people(len(days)), near=near, days=counted.days(SOON_DAYS))  # fmt: skip
    mend = _("Record a later day for those who stay: Users.") if near else ""
    return Point("access", Stage.DURING, State.SOON if near else State.IN_ORDER, title, found, why, mend)


def sheets(facts: Facts) -> Point:
    title, why = _("Recovery sheets"), _("When every passphrase is lost, nothing else opens the area again.")
    if facts.practice:
        return Point("sheets", Stage.BEFORE, State.IN_ORDER, title, _("Practice needs none."), why)
    mend = _("meeting recovery make, and give each sheet to another agency; or in the app: Recovery sheets.")
    if not facts.sheets_made:
        alone = facts.keepers == 1
        found = _("None, and one keeper alone.") if alone else _("None. Keepers: {count}.").format(count=facts.keepers)
        return Point("sheets", Stage.BEFORE, State.TO_MEND if alone else State.SOON, title, found, why, mend)
    mend = _("meeting recovery try, with two of them.")
    if facts.sheets_tried_on is None:
        return Point("sheets", Stage.BEFORE, State.SOON, title, _("Made, and never tried."), why, mend)
    days = (facts.today - facts.sheets_tried_on).days
    late = days > SHEETS_DAYS
    found = _("Tried {days} ago.").format(days=counted.days(days))
    return Point(
        "sheets", Stage.BEFORE, State.SOON if late else State.IN_ORDER, title, found, why, mend if late else ""
    )


def backup(facts: Facts) -> Point:
    title, why = _("Backup"), _("A broken or stolen machine takes the record with it.")
    if facts.practice:
        return Point("backup", Stage.DURING, State.IN_ORDER, title, _("Practice needs none."), why)
    mend = _("meeting backup --to FOLDER, on a disk that is kept elsewhere.")
    if facts.backup_on is None:
        return Point("backup", Stage.DURING, State.TO_MEND, title, _("There is none."), why, mend)
    days = (facts.today - facts.backup_on).days
    found = _("The newest that was read again is {days} old.").format(days=counted.days(days))
    if facts.backups_failed:
        found += " " + _("Not finished since then: {count}.").format(count=facts.backups_failed)
    late = days > BACKUP_DAYS or facts.backups_failed > 0
    return Point(
        "backup", Stage.DURING, State.TO_MEND if late else State.IN_ORDER, title, found, why, mend if late else ""
    )


def restoring(facts: Facts) -> Point:
    title, why = _("Restoring tried"), _("A backup nobody ever restored is a hope.")
    if facts.practice:
        return Point("restoring", Stage.BEFORE, State.IN_ORDER, title, _("Practice needs none."), why)
    mend = _("meeting restore FOLDER --try: it restores, looks, and takes it away again.")
    if facts.tried_on is None:
        return Point("restoring", Stage.BEFORE, State.TO_MEND, title, _("Never."), why, mend)
    days = (facts.today - facts.tried_on).days
    late = days > TRIED_DAYS
    found = _("{days} ago.").format(days=counted.days(days))
    return Point(
        "restoring", Stage.BEFORE, State.SOON if late else State.IN_ORDER, title, found, why, mend if late else ""
    )


def seen(facts: Facts) -> Point:
    title, why = _("Users not seen for long"), _("Who left may still hold a key.")
    if facts.members is None:
        return Point("seen", Stage.DURING, State.IN_ORDER, title, _("There is one keeper."), why)
    coming = [m for m in facts.members if m.comes_in]
    gone = [m.user for m in coming if m.seen_on is None or (facts.today - m.seen_on).days > SEEN_DAYS]
    if not gone:
        return Point("seen", Stage.DURING, State.IN_ORDER, title, _("None."), why)
    found = _("Not seen for {days} days or never: {users}.").format(days=SEEN_DAYS, users=", ".join(gone))
    return Point("seen", Stage.DURING, State.TO_MEND, title, found, why, _("Ask, and disable those who left: Users."))


def consents(facts: Facts) -> Point:
    title, why = _("Consents"), _("On the day after a consent ends nothing of the case may be shared.")
    if facts.consents_ending is None:
        found = _("The area records no ending of them.")
        return Point("consents", Stage.DURING, State.CANNOT_TELL, title, found, why, _("Look at each case."))
    near = sum(0 <= (day - facts.today).days <= SOON_DAYS for day in facts.consents_ending)
    state = State.SOON if near else State.IN_ORDER
    found = _("Ending within {days} days: {count}.").format(count=near, days=SOON_DAYS)
    return Point("consents", Stage.DURING, state, title, found, why, _("Ask the person again in time.") if near else "")


def log(facts: Facts) -> Point:
    title, why = _("The log"), _("It is the only proof of who saw and shared what.")
    if facts.log_fault is None:
        mend = _("meeting log verify")
        return Point("log", Stage.DURING, State.CANNOT_TELL, title, _("It was not read this time."), why, mend)
    if facts.log_fault:
        mend = _(
            "Stop working in this area; bring the newest backup and a checkpoint held outside to who is in charge."
        )
        return Point("log", Stage.DURING, State.TO_MEND, title, facts.log_fault, why, mend)
    return Point("log", Stage.DURING, State.IN_ORDER, title, _("Whole and in order."), why)


def clock(facts: Facts) -> Point:
    title, why = _("The machine's clock"), _("A wrong clock puts wrong days on consents, papers and the log.")
    if facts.practice:
        found = _("Practice was made with days of its own.")
        return Point("clock", Stage.DURING, State.IN_ORDER, title, found, why)
    if facts.log_set_back:
        found = ngettext("It was set back once.", "It was set back {count} times.", facts.log_set_back).format(
            count=facts.log_set_back
        )
        mend = _("Find out who did it and why; let the system set the clock.")
        return Point("clock", Stage.DURING, State.TO_MEND, title, found, why, mend)
    return Point("clock", Stage.DURING, State.IN_ORDER, title, _("It was never set back."), why)


def outside(facts: Facts) -> Point:
    title = _("Checkpoint of the log held outside")
    why = _("Only it can tell that an older file was put back in place of a newer one.")
    if facts.practice:
        return Point("outside", Stage.DURING, State.IN_ORDER, title, _("Practice needs none."), why)
    mend = _("Release minutes (it stands under them), or: meeting log checkpoint --out FILE, and countersign.")
    if facts.outside_on is None:
        return Point("outside", Stage.DURING, State.TO_MEND, title, _("None was taken out."), why, mend)
    days = (facts.today - facts.outside_on).days
    late = days > OUTSIDE_DAYS
    found = _("The newest is {days} and {entries} behind.").format(
        days=counted.days(days), entries=counted.entries(facts.outside_behind)
    )
    return Point(
        "outside", Stage.DURING, State.TO_MEND if late else State.IN_ORDER, title, found, why, mend if late else ""
    )


def unused(facts: Facts) -> Point:
    title, why = _("Figures nobody uses"), _("What is not needed is not collected: it can only leak.")
    if not facts.unused:
        return Point("unused", Stage.AFTER, State.IN_ORDER, title, _("None is collected."), why)
    listed = ", ".join(f"{name} ({count})" for name, count in facts.unused)
    found = _("Filled in, and used by no agenda, paper or report: {listed}.").format(listed=listed)
    return Point("unused", Stage.AFTER, State.SOON, title, found, why, _("Stop asking for them, or decide what for."))


def tables(facts: Facts) -> Point:
    title, why = _("Form of the record"), _("A record half moved to a new form loses what it cannot show.")
    if facts.tables == facts.newest_tables:
        found = _("Newest ({number}).").format(number=facts.tables)
        return Point("tables", Stage.AFTER, State.IN_ORDER, title, found, why)
    found = _("{now}, and this program knows {newest}.").format(now=facts.tables or "-", newest=facts.newest_tables)
    mend = _("Back up, then open the area with the newest program.")
    return Point("tables", Stage.AFTER, State.TO_MEND, title, found, why, mend)


def erased(since: int) -> Point:
    title = _("Erased on the server")
    why = _("Who keeps the server may have older copies of its database; what was erased opens there until all keys "
            "are made anew.")  # fmt: skip
    if not since:
        return Point("erased", Stage.AFTER, State.IN_ORDER, title, _("Nothing since keys were made anew."), why)
    found = ngettext(
        "{count} case was erased or purged since keys were made anew.",
        "{count} cases were erased or purged since keys were made anew.",
        since,
    ).format(count=since)
    mend = _("Make every key anew: 'meeting user rotate', or ctrl+p, People.")
    return Point("erased", Stage.AFTER, State.TO_MEND, title, found, why, mend)
