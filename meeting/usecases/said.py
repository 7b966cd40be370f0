"""What participants said on a case, taken and taken anew: the newest stands in the notes, each earlier one is kept."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from gettext import gettext as _
from gettext import pgettext

from data.records.conference import Item, NoteKind, TakenAnswer
from data.records.text import RawText
from data.vault.people import User
from meeting.usecases import holding
from meeting.usecases.office import Office


class Standing(StrEnum):
    """How an answer stands to what was taken before."""

    NEW = "new"
    REVISED = "revised"
    THERE = "there"  # in the notes already
    OLDER = "older"  # said before something newer that was taken


@dataclass(frozen=True, slots=True)
class Said:
    """What an agency says on one case, as it will stand in the notes; ``before`` is what the same participant said
    last, where that was taken earlier."""

    item: str
    case_id: str
    reference: str
    text: str = field(repr=False)
    standing: Standing = Standing.NEW
    before: TakenAnswer | None = None

    @property
    def taken(self) -> bool:
        """Whether it goes into the notes."""
        return self.standing in (Standing.NEW, Standing.REVISED)


def told_of(standing: Standing) -> str:
    """In a few words, for lists."""
    return {
        Standing.NEW: pgettext("answer", "new"),
        Standing.REVISED: _("revised: takes the place of what was said before"),
        Standing.THERE: _("stands in the notes already"),
        Standing.OLDER: _("older than what was taken before: left out"),
    }[standing]


def read_said(office: Office, user: User, item: Item, text: str) -> Said:
    with office.area.look() as record:
        versions = record.answers(item.id, user.id)
    noted = holding.raw_of(office, item.id, NoteKind.INFORMATION, user.agency).text
    last = versions[-1] if versions else None
    if last is None or last.said.text == text:
        standing = Standing.THERE if text in noted else Standing.NEW
    else:
        older = any(one.said.text == text for one in versions)
        standing = Standing.OLDER if older else Standing.REVISED
    return Said(item.id, item.case_id, item.reference, text, standing, last)


def unsaid_of(office: Office, user: User, items: Iterable[Item], answered: Collection[str]) -> tuple[str, ...]:
    """References of the cases that this participant answered before, and not now."""
    with office.area.look() as record:
        return tuple(item.reference for item in items if item.id not in answered and record.answers(item.id, user.id))


def note_with(office: Office, user: User, said: Said) -> str:
    """The agency's note with what was said now in the place of what the participant said before.

    Kept as a version first. Where a keeper has changed the earlier words in the note, they stay, and it comes after.
    """
    with office.area.work() as record:
        versions = record.answers(said.item, user.id)
        if not versions or versions[-1].said.text != said.text:
            record.add_answer(said.case_id, said.item, user.id, office.clock(), RawText(said.text))
    noted = holding.raw_of(office, said.item, NoteKind.INFORMATION, user.agency).text
    for version in reversed(versions):
        if version.said.text in noted:
            return noted.replace(version.said.text, said.text, 1)
    return f"{noted}\n{said.text}".strip()


def history(office: Office, meeting_id: str, user_id: str) -> tuple[tuple[str, TakenAnswer], ...]:
    """By reference, every version of what a participant answered for a meeting; the log says that it was looked at."""
    with office.area.work() as record:
        found = [(item.reference, one) for item in record.items(meeting_id) for one in record.answers(item.id, user_id)]
        for reference in dict.fromkeys(reference for reference, _one in found):
            record.log_entry(f"answers looked at: {user_id}", reference)
    return tuple(found)
