"""At the participant's: read a pack with one's own key, type answers that are kept sealed beside it, seal them back.

Nothing of an area is needed or opened: a pack, a key file and its passphrase are all a participant ever holds (R15).
"""

import hashlib
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from gettext import gettext as _
from pathlib import Path

from data.records.conference import ActionState
from data.records.draft import Draft, DraftOf
from data.vault.packs import OpenedPack, make_answers, open_draft, open_pack, seal_draft
from data.vault.problems import NoKey, WrongKeyFile
from data.vault.seed import Keys
from data.vault.users_file import write
from meeting.usecases.drafts import Values
from meeting.usecases.held import Held
from meeting.usecases.key_files import open_key_file
from meeting.usecases.logbook import read_file, write_new
from meeting.usecases.pack_content import (
    ActionAnswer,
    Answers,
    CaseAnswer,
    PackContent,
    SoFar,
    code_or_none,
    read_pack_content,
    read_so_far,
    write_answers,
    write_so_far,
)
from meeting.usecases.pack_drafts import draft_beside, end_drafts, kept_until, last_day
from meeting.usecases.places import NotPossible

_NEEDS_REASON = (ActionState.NOT_DONE, ActionState.NO_LONGER_POSSIBLE)


@dataclass(frozen=True, slots=True)
class PackView:
    """What stands in the pack; ``pack`` and ``keys`` to answer with."""

    content: PackContent
    pack: OpenedPack = field(repr=False)
    keys: Keys = field(repr=False)

    @property
    def text(self) -> str:
        """The whole as plain lines."""
        return self.content.text

    @property
    def items(self) -> tuple[tuple[str, str], ...]:
        """Id and reference of each case that can be answered."""
        return tuple((case.id, case.reference) for case in self.content.cases)


@dataclass(frozen=True, slots=True)
class Sealed:
    """What went into a file of answers; ``left`` are answers on cases or actions that are in the pack no more."""

    path: Path
    cases: int
    actions: int
    left: int


@dataclass
class Desk:
    """An opened pack and the answers so far. ``draft`` is where they are kept, sealed to the participant's own key.

    What is typed counts at once (``answers``, and ``forms`` that are not recorded) and is kept with ``keep``, which any
    thread may call.
    """

    view: PackView
    draft: Path
    answers: Answers
    key_file: Path | None = None
    gone: tuple[str, ...] = ()  # files of drafts beside the pack that were kept long enough, and went as it was opened
    _kept: bytes | None = field(default=None, repr=False)  # hash of the draft as this program left it
    _written: SoFar | None = field(default=None, repr=False)
    forms: tuple[Draft, ...] = field(default=(), repr=False)
    _saving: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def is_kept(self) -> bool:
        return self._so_far == self._written

    @property
    def kept_until(self) -> date | None:
        """The last day on which what was typed is kept beside the pack; None while nothing is."""
        return kept_until(self.draft, self.view.content.keep_draft_days)

    @property
    def _so_far(self) -> SoFar:
        return SoFar(self.answers, self.forms)

    @property
    def drafts(self) -> "DeskDrafts":
        return DeskDrafts(self)

    def to_hold(self) -> Held:
        """What the disk has no room for, sealed."""
        written = seal_draft(self.view.pack, self.view.keys, write_so_far(self._so_far))
        return Held(str(self.draft), self.view.pack.user, written)

    def take_held(self, held: Held) -> bool:
        """Go on with it; False where it is another's."""
        if (held.place, held.user) != (str(self.draft), self.view.pack.user):
            return False
        so_far = read_so_far(open_draft(self.view.pack, self.view.keys, held.sealed))
        self.answers, self.forms = so_far.answers, so_far.forms
        return True

    def of_case(self, item: str) -> CaseAnswer:
        return next((a for a in self.answers.cases if a.item == item), CaseAnswer(item))

    def of_action(self, action: str) -> ActionAnswer | None:
        return next((a for a in self.answers.actions if a.action == action), None)

    def say(self, answer: CaseAnswer) -> None:
        others = tuple(a for a in self.answers.cases if a.item != answer.item)
        self.answers = replace(self.answers, cases=(*others, answer))

    def report(self, answer: ActionAnswer) -> None:
        """Raises NotPossible when the state needs a reason and has none. Open again takes a report back."""
        if answer.state in _NEEDS_REASON and not answer.reason.strip():
            raise NotPossible(_("Say why: '{state}' needs its reason.").format(state=_(answer.state.value)))
        others = tuple(a for a in self.answers.actions if a.action != answer.action)
        said = () if answer.state is ActionState.OPEN else (answer,)
        self.answers = replace(self.answers, actions=(*others, *said))

    def declare(self, today: date) -> None:
        """The confidentiality declaration was read and agreed to."""
        self.answers = replace(self.answers, declared_on=today)

    def keep(self) -> None:
        """Write what is typed so far. Raises NotPossible; then it stands in this window alone."""
        with self._saving:
            if self.is_kept:
                return
            if self.draft.exists() and _hash(read_file(self.draft)) != self._kept:
                raise NotPossible(_("This pack is answered in another window too: close one of them. What you type "
                                    "here is not kept."))  # fmt: skip
            so_far = self._so_far
            written = seal_draft(self.view.pack, self.view.keys, write_so_far(so_far))
            try:
                write(self.draft, written)
            except OSError:
                raise NotPossible(
                    _("What you type cannot be kept beside the pack; make room, or copy the pack to another folder.")
                ) from None
            self._kept, self._written = _hash(written), so_far


@dataclass(frozen=True, slots=True)
class DeskDrafts:
    """Forms that are being typed at a participant's: kept in the file beside the pack, with the answers."""

    desk: Desk

    def kept_at(self, about: DraftOf) -> datetime | None:
        return next((form.at for form in self.desk.forms if form.about == about), None)

    def keep(self, about: DraftOf, values: Values) -> None:
        self._put(about, Draft(about, datetime.now(), dict(values)))

    def take_up(self, about: DraftOf) -> Values:
        return next((form.values for form in self.desk.forms if form.about == about), {})

    def drop(self, about: DraftOf) -> None:
        if self.kept_at(about):
            self._put(about)

    def _put(self, about: DraftOf, *now: Draft) -> None:
        self.desk.forms = (*(form for form in self.desk.forms if form.about != about), *now)
        self.desk.keep()


def read_pack(path: Path, key_file: Path, passphrase: str) -> PackView:
    """With the participant's own key file alone. Raises what is drawn in ``data.vault.problems``."""
    area, user, keys, root = open_key_file(key_file, passphrase)
    pack = open_pack(read_file(path), area, user, keys, root)
    return PackView(read_pack_content(pack.content), pack, keys)


def open_desk(path: Path, key_file: Path, passphrase: str, today: date) -> Desk:
    """A pack with the answers that were typed before; drafts there that were kept long enough go.

    Raises also NotPossible for a draft that does not open.
    """
    view = read_pack(path, key_file, passphrase)
    content = view.content
    draft = draft_beside(path, content.day, view.pack.user)
    gone = end_drafts(path.parent, view.pack.user, content.keep_draft_days, today)
    empty = Answers(meeting=content.meeting)
    if not draft.exists():
        return Desk(view, draft, empty, key_file, gone, None, SoFar(empty))
    written = read_file(draft)
    try:
        so_far = read_so_far(open_draft(view.pack, view.keys, written))
    except (WrongKeyFile, NoKey):
        raise NotPossible(
            _("Your earlier answers in {name}, beside the pack, do not open: they were damaged, or typed with keys you "
              "had before. Move that file away to begin anew.").format(name=draft.name)) from None  # fmt: skip
    if so_far.answers.meeting != content.meeting:
        raise NotPossible(
            _("The answers in {name}, beside the pack, are on another meeting of the same day: move one of the two "
              "to a folder of its own.").format(name=draft.name))  # fmt: skip
    forms = tuple(
        form for form in so_far.forms if last_day(form.at.date(), content.on, content.keep_draft_days) >= today
    )
    desk = Desk(view, draft, so_far.answers, key_file, gone, _hash(written), so_far, forms)
    with suppress(NotPossible):  # the page says so, and tries again
        desk.keep()
    return desk


def seal(view: PackView, answers: Answers, path: Path) -> Sealed:
    """Seal answers to the keepers, into a new file. Raises NotPossible."""
    known, own = dict(view.items), {action.id for action in view.content.actions}
    said = [a for a in answers.cases if a.says_something]
    cases = tuple(a for a in said if a.item in known)
    actions = tuple(a for a in answers.actions if a.action in own)
    if not cases and not actions:
        raise NotPossible(_("Nothing was answered; say what your agency holds on at least one case."))
    references = tuple((a.item, known[a.item]) for a in cases)
    content = replace(answers, cases=cases, actions=actions, references=references)
    write_new(path, make_answers(view.pack, view.keys, write_answers(content)))
    return Sealed(path, len(cases), len(actions), len(said) - len(cases) + len(answers.actions) - len(actions))


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer by the case's reference, as it is given without a screen."""

    reference: str
    fact: str = field(default="", repr=False)
    opinion: str = field(default="", repr=False)
    held_back: str = field(default="", repr=False)
    can_do: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Report:
    """What became of an action, by its number."""

    number: str
    state: str
    reason: str = field(default="", repr=False)


def answer(view: PackView, answers: Sequence[Answer], path: Path, reports: Sequence[Report] = ()) -> Sealed:
    """Seal answers by reference and reports by number. Raises NotPossible."""
    items = {reference: item for item, reference in view.items}
    actions = {action.number: action.id for action in view.content.actions}
    strangers = [a.reference for a in answers if a.reference not in items]
    strangers += [r.number for r in reports if r.number not in actions]
    if strangers:
        raise NotPossible(
            _("Not in this pack: {references}.").format(references=", ".join(map(code_or_none, strangers)))
        )
    desk = Desk(view, path, Answers(meeting=view.content.meeting))
    for a in answers:
        desk.say(CaseAnswer(items[a.reference], a.fact, a.opinion, a.held_back, a.can_do))
    for r in reports:
        desk.report(ActionAnswer(actions[r.number], r.number, _state(r.state), r.reason))
    return seal(view, desk.answers, path)


def _state(typed: str) -> ActionState:
    try:
        return ActionState(typed)
    except ValueError:
        raise NotPossible(_("A state is one of: {states}.").format(states=", ".join(ActionState))) from None


def _hash(written: bytes) -> bytes:
    return hashlib.sha256(written).digest()
