"""Gather what the machine and the area show, and judge it."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from gettext import gettext as _

from data.log.entry import Entry
from data.records.case_details import Case
from meeting.usecases.agreements import agreements
from meeting.usecases.check.machine import Machine, read_machine
from meeting.usecases.check.of_machine import machine_points
from meeting.usecases.check.of_record import Facts, Member, Promise, record_points
from meeting.usecases.check.place import synced_by
from meeting.usecases.check.points import Point, Stage
from meeting.usecases.logbook import TAKEN_OUT, clock_went_back, countersigned
from meeting.usecases.office import Office
from meeting.usecases.people import people
from meeting.usecases.recovering import state_of

# Coded facts of a case that something uses: agenda, permission, papers, disguise or following up.
USED = {
    "id", "reference", "referred_on", "referring_agency", "involved", "criteria", "assessments", "consent",
    "children_count", "state", "language", "transferred_from", "review_on", "last_heard_on",
    "may_repeat",
}  # fmt: skip
HELD_OUTSIDE = (TAKEN_OUT, "minutes released")


def check(office: Office, machine: Machine | None = None, *, read_log: bool = True) -> tuple[Point, ...]:
    """Every point, by stage. ``read_log``: read the whole log besides, which takes its time."""
    seen = machine or read_machine(office.area.folder)
    points = (*machine_points(seen), *record_points(gather(office, read_log=read_log)))
    order = list(Stage)
    return tuple(sorted(points, key=lambda point: order.index(point.stage)))


_ERASES = (b'"case erased"', b'"people purged"', b'"words purged"')


def at_opening(office: Office) -> tuple[str, ...]:
    """What must be said when an area is opened."""
    said = []
    if clock_went_back(office):
        said.append(_("The clock of this machine is earlier than the newest entry of the log: set it right first."))
    if office.ended:
        said.append(
            _("Access had ended, and is disabled now: {ids}. Every shared key is new.").format(
                ids=", ".join(office.ended)
            )
        )
    if program := synced_by(read_machine(office.area.folder)):
        said.append(
            _("This area lies in a folder that {program} synchronises; move it out (meeting check).").format(
                program=program
            )
        )
    return tuple(said)


def gather(office: Office, *, read_log: bool) -> Facts:
    verdict = office.area.check_log() if read_log else None
    given = countersigned(office)
    with office.area.look() as record:
        texts, backups = record.log_texts(), record.backups()
        cases = record.cases(limit=100_000)
        now, newest = record.tables()
    outside_at, outside_on = _outside(texts)
    if given:
        outside_at = max(outside_at, given[0].checkpoint.size)
        outside_on = max(outside_on or date.min, given[0].checkpoint.at.date())
    checked = [known for known in backups if known.checked]
    failed = [known for known in backups if not known.checked and (not checked or known.at > checked[0].at)]
    tried = [known.tried_at.date() for known in backups if known.tried_at]
    sheets = state_of(office)
    return Facts(
        today=office.today,
        practice=office.area.practice,
        log_fault=verdict.fault if verdict else None,
        log_set_back=len(verdict.set_back) if verdict else 0,
        outside_on=outside_on,
        outside_behind=len(texts) - outside_at,
        backup_on=checked[0].at.date() if checked else None,
        backups_failed=len(failed),
        tried_on=max(tried, default=None),
        keepers=sum(user.keeps for user in office.area.ring.directory.users),
        sheets_made=bool(sheets.number),
        sheets_tried_on=sheets.tried_on,
        members=None if office.area.practice else _members(office, texts),
        promises=_promises(office),
        consents_ending=_endings(office, [case.id for case in cases]),
        unused=_unused(cases),
        tables=now,
        newest_tables=newest,
        erased_since_new_keys=_erased_since(texts) if office.area.on_server else None,
    )


def _erased_since(texts: Sequence[bytes]) -> int:
    """Cases erased or purged after every key was made anew."""
    since = 0
    for text in texts:
        if b'"keys rotated"' in text:
            since = 0
        elif any(kind in text for kind in _ERASES):
            since += 1
    return since


def _members(office: Office, texts: Sequence[bytes]) -> tuple[Member, ...]:
    """Who works here, and when they last opened the area."""
    seen: dict[str, date] = {}
    for text in texts:
        if b'"area opened"' in text:
            entry = Entry.from_bytes(text)
            if entry.at:
                seen[entry.reference] = entry.at.date()
    return tuple(
        Member(
            person.id,
            person.declared_until,
            person.trained_until,
            seen.get(person.id),
            comes_in=person.opens_area,
            access_until=person.until,
        )
        for person in people(office)
        if person.active
    )


def _promises(office: Office) -> tuple[Promise, ...]:
    return tuple(
        Promise(
            row.agency,
            row.in_force,
            row.agreement.ends if row.agreement else None,
            row.agreement.review_on if row.agreement else None,
        )
        for row in agreements(office)
    )


def _endings(office: Office, case_ids: Sequence[str]) -> tuple[date, ...] | None:
    """The last days of consents that are in force; None for one who may not read sharing."""
    if not office.area.ring.keeps:
        return None
    with office.area.look() as record:
        recorded = record.sharings(case_ids)
    consents = [consent for sharing in recorded.values() for consent in sharing.consents]
    return tuple(consent.ends for consent in consents if consent.ends and consent.in_force(office.today))


def _outside(texts: Sequence[bytes]) -> tuple[int, date | None]:
    """Up to which entry, and since when, a checkpoint is known to be outside."""
    for at in range(len(texts) - 1, -1, -1):
        if any(kind.encode() in texts[at] for kind in HELD_OUTSIDE):
            entry = Entry.from_bytes(texts[at])
            if entry.kind.startswith(HELD_OUTSIDE):
                return at, entry.at.date() if entry.at else None
    return 0, None


def _unused(cases: Sequence[Case]) -> tuple[tuple[str, int], ...]:
    names = [field.name for field in fields(Case) if field.name not in USED]
    counted = {name: sum(bool(getattr(case, name)) for case in cases) for name in names}
    return tuple((name.replace("_", " "), count) for name, count in counted.items() if count)
