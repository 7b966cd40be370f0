"""Packs: what one participant may read before a meeting, sealed to their own key; and the answers they send back (R15).

A pack passes the same permission and the same gate as a paper. It holds disguised text alone: no key of the area goes
into it, so that nothing a participant ever got opens an identity.
"""

import hashlib
import uuid
from dataclasses import dataclass, field, replace
from datetime import date
from gettext import gettext as _
from pathlib import Path

from agenda.agenda import Agenda
from data.permission.decide import CASE, Matter, decide
from data.records.conference import ActionState, Item, MeetingState, NoteKind
from data.store.ports import Done
from data.vault.packs import make_pack, open_answers
from data.vault.people import Role, User
from meeting.area import Record
from meeting.documents.plain import plain
from meeting.documents.views import item_facts
from meeting.usecases import following, holding
from meeting.usecases.logbook import read_file
from meeting.usecases.namesakes import like_somebody_of, may_be_one_person
from meeting.usecases.office import Office
from meeting.usecases.pack_content import (
    ActionAnswer,
    PackAction,
    PackCase,
    PackContent,
    code_or_none,
    read_answers,
    write_pack,
)
from meeting.usecases.permitting import disclose, matters_of
from meeting.usecases.places import NotPossible
from meeting.usecases.releasing import agenda_paper
from meeting.usecases.said import Said, Standing, note_with, read_said, unsaid_of
from meeting.usecases.telling import Telling, leave_new

_DOUBT = "person may be in conflict"


@dataclass(frozen=True, slots=True)
class Made:
    path: Path
    cases: int
    actions: int
    in_doubt: tuple[str, ...] = ()  # cases held back, as the participant may be who is out of them


@dataclass(frozen=True, slots=True)
class Reader:
    """A participant, and what went to and came from them for one meeting."""

    user: str
    agency: str
    agency_name: str
    made_on: date | None
    answered_on: date | None
    revised_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """What became of an action. ``settled``: the record says already what became of it, and is left so."""

    action: str
    number: str
    reference: str
    state: ActionState
    reason: str = field(repr=False)
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """What stands in a file of answers; ``declared_on``: the participant agreed to the declaration that day."""

    user: str
    agency: str
    meeting: str
    declared_on: date | None
    said: tuple[Said, ...]
    reported: tuple[Reported, ...]
    unsaid: tuple[str, ...] = ()  # references of cases answered before and not in this file: that answer stands

    @property
    def references(self) -> tuple[str, ...]:
        return tuple(one.reference for one in self.said)


def held_in_doubt(made: Made) -> str:
    """Which cases stayed out of a pack as its reader may be who is out of them, and what lifts that; or nothing."""
    if not made.in_doubt:
        return ""
    said = _(
        "Not in this pack: {cases}. Held in doubt: a conflict of interest of one person of this agency is recorded "
        "there, and they may be this participant, or this participant's name is like somebody's of the case. Ask them. "
        "Write both names in full, or by what sets the two apart; where they are nobody of the case, record the "
        "conflict under their name and end it."
    )
    return said.format(cases=", ".join(made.in_doubt))


def readers(office: Office, meeting_id: str) -> tuple[Reader, ...]:
    """The area's participants, by agency and id."""
    with office.area.look() as record:
        days = record.mapping(_days_of(meeting_id)) or {}
    users = [user for user in office.area.ring.directory.users if user.role is Role.PARTICIPANT and user.active]
    name = office.agency_name
    found = [
        Reader(
            user.id, user.agency, name(user.agency), *(_day(days, what, user) for what in ("made", "came", "revised"))
        )
        for user in users
    ]
    return tuple(sorted(found, key=lambda reader: (reader.agency_name, reader.user)))


def pack_for(office: Office, meeting_id: str, user_id: str, path: Path, agency: str = "") -> Made:
    """Raises NotPossible, NotAllowed, GateStopped; then there is no file."""
    user = office.area.ring.directory.user(user_id)
    agency = agency or user.agency
    if user.agency != agency or not agency:
        raise NotPossible(_("This participant is not of that agency: a pack holds what their own agency may see."))
    if user.access_ended(office.today):
        raise NotPossible(_("This participant's access has ended: no pack is made for them."))
    paper, agenda, found, gate = agenda_paper(office, meeting_id, agency, leave_out=True, person=_name_of(user))
    constant = paper.constant | {paper.mark}
    gate.read(paper.texts(), constant=constant)
    text = plain(paper)
    gate.read_document("txt", text.encode(), constant=constant)
    content = _content(office, agenda, agency, text, paper.mark)
    gate.read(content.texts(), constant=constant)
    written = make_pack(office.area.ring, user_id, str(uuid.uuid4()), write_pack(content))
    told = hashlib.sha256(text.encode()).digest()
    told_of = {one.case_id: (agency,) for one in agenda.items}
    told_of |= {one.case_id: (agency,) for one in agenda.open_actions}

    def also(record: Record, digest: str) -> None:
        disclose(office, record, paper.name, told_of, found, digest)
        _note_day(office, record, meeting_id, "made", user_id)

    telling = Telling(office, Done(f"pack sealed to {user_id}", meeting_id, agency), also)
    leave_new(path, written, telling, told)
    return Made(path, len(agenda.items), len(agenda.open_actions), _in_doubt(office, user, meeting_id))


def look_at_answers(office: Office, path: Path) -> Brought:
    """What would be taken; nothing is yet. Raises NotPossible, NotAllowed, WrongKeyFile, NoKey."""
    user_id, _number, content = open_answers(read_file(path), office.area.ring)
    user = office.area.ring.directory.user(user_id)
    if user.access_ended(office.today):
        raise NotPossible(_("These answers are from a participant whose access has ended."))
    answers = read_answers(content)
    references = dict(answers.references)
    _goes_on(office, answers.meeting)
    items = _entitled(office, user, answers.meeting)
    said = []
    for given in answers.cases:
        if given.item not in items:
            raise NotPossible(_("{reference} is not on this agency's agenda any more; nothing of it was taken.").format(
                reference=code_or_none(references.get(given.item, ""))))  # fmt: skip
        said.append(read_said(office, user, items[given.item], given.written()))
    reported = tuple(_reported(office, user, given) for given in answers.actions)
    unsaid = unsaid_of(office, user, items.values(), {given.item for given in answers.cases})
    return Brought(user_id, user.agency, answers.meeting, answers.declared_on, tuple(said), reported, unsaid)


def take_answers(office: Office, path: Path) -> Brought:
    """Into the notes of the meeting, as that agency's information, and what became of its actions.

    Taken twice, it stands there once; a revised answer takes the place of the earlier one, which is kept. What the
    record already says of an action is left.
    """
    brought = look_at_answers(office, path)
    user = office.area.ring.directory.user(brought.user)
    for said in brought.said:
        if said.taken:
            whole = note_with(office, user, said)
            holding.type_note(office, brought.meeting, said.item, NoteKind.INFORMATION, whole, brought.agency)
    for reported in brought.reported:
        if not reported.settled:
            following.set_action(office, reported.action, reported.state, reported.reason)
    _information_came(office, brought)
    revised = [said.reference for said in brought.said if said.standing is Standing.REVISED]
    told = [Done(f"answers taken of {brought.user}", reference, brought.agency) for reference in brought.references]
    told += [Done(f"answer revised by {brought.user}", reference, brought.agency) for reference in revised]
    told += [Done(f"action reported by {brought.user}", one.number, brought.agency) for one in brought.reported]
    if brought.declared_on:
        told.append(Done(f"declaration agreed to by {brought.user}", brought.meeting, brought.agency))
    with office.area.work() as record:
        record.log_done(told)
        _note_day(office, record, brought.meeting, "came", brought.user)
        if revised:
            _note_day(office, record, brought.meeting, "revised", brought.user)
    return brought


def _content(office: Office, agenda: Agenda, agency: str, text: str, mark: str) -> PackContent:
    meeting = agenda.meeting
    return PackContent(
        text=text,
        meeting=meeting.id,
        on=meeting.on,
        starts=meeting.starts,
        venue=meeting.venue,
        agency=office.agency_name(agency),
        declaration=office.profile.declaration,
        mark=mark,
        practice=office.area.practice,
        cases=tuple(
            PackCase(item.id, item.reference, " · ".join(item_facts(item)), item.summary.text) for item in agenda.items
        ),
        actions=tuple(
            PackAction(action.id, action.number, action.reference, action.what.text, action.due, action.carried)
            for action in agenda.open_actions
        ),
        items=tuple((item.id, item.reference) for item in agenda.items),
        keep_draft_days=office.profile.keep_draft_days,
    )


def _entitled(office: Office, user: User, meeting_id: str) -> dict[str, Item]:
    """The items of a meeting that this participant may speak on: their agency's, no conflict keeping them out."""
    barred = {"conflict", "person in conflict", _DOUBT}
    return {item.id: item for item, against in _weighed(office, user, meeting_id) if not against & barred}


def _in_doubt(office: Office, user: User, meeting_id: str) -> tuple[str, ...]:
    return tuple(item.reference for item, against in _weighed(office, user, meeting_id) if against == {_DOUBT})


def _weighed(office: Office, user: User, meeting_id: str) -> list[tuple[Item, set[str]]]:
    """Their agency's items, each with what keeps this participant out of it."""
    with office.area.look() as record:
        items = [item for item in record.items(meeting_id) if user.agency in item.agencies]
    found = matters_of(office, [item.case_id for item in items])
    return [(item, _against(office, user, item.case_id, found[item.case_id])) for item in items]


def _against(office: Office, user: User, case_id: str, matter: Matter) -> set[str]:
    name = _name_of(user)
    decided = decide(user.agency, CASE, matter, office.today, person=name, alike=may_be_one_person)
    like = like_somebody_of(office, case_id, user.agency, name, matter.sharing.conflicts)
    return {reason.code for reason in decided.against} | ({_DOUBT} if like else set())


def _name_of(user: User) -> str:
    """A name that is not recorded may be anybody's."""
    return user.name.strip() or "?"


def _reported(office: Office, user: User, given: ActionAnswer) -> Reported:
    with office.area.look() as record:
        action = next((a for a in record.actions() if a.id == given.action and a.agency == user.agency), None)
    if action is None:
        raise NotPossible(
            _("Action {number} is not this agency's; nothing was taken.").format(number=code_or_none(given.number))
        )
    return Reported(action.id, action.number, action.reference, given.state, given.reason, not action.is_open)


def _information_came(office: Office, brought: Brought) -> None:
    """The attendance tells it too, should the agency send its apologies."""
    for line in holding.attendance(office, brought.meeting):
        if line.agency == brought.agency and brought.said and not line.information_sent:
            holding.save_attendance(office, brought.meeting, replace(line, information_sent=True))


def _goes_on(office: Office, meeting_id: str) -> None:
    """What was said at a meeting that ended stands. Raises NotPossible."""
    with office.area.look() as record:
        meeting = next((one for one in record.meetings() if one.id == meeting_id), None)
    if meeting is None:
        raise NotPossible(_("These answers are on a meeting that this area does not know."))
    if meeting.state is MeetingState.CANCELLED:
        raise NotPossible(_("The meeting of these answers was cancelled. Ask the agency to answer the next pack."))
    if meeting.state in (MeetingState.ENDED, MeetingState.RELEASED):
        raise NotPossible(
            _("The meeting of {day} has ended, and its notes stay as they are. Ask the agency to answer the next pack.")
            .format(day=f"{meeting.on:%d.%m.%Y}"))  # fmt: skip


def _days_of(meeting_id: str) -> str:
    return f"packs {meeting_id}"


def _note_day(office: Office, record: Record, meeting_id: str, what: str, user_id: str) -> None:
    days = record.mapping(_days_of(meeting_id)) or {}
    record.save_mapping(_days_of(meeting_id), {**days, f"{what} {user_id}": office.today.isoformat()})


def _day(days: dict[str, str], what: str, user: User) -> date | None:
    found = days.get(f"{what} {user.id}")
    return date.fromisoformat(found) if found else None
