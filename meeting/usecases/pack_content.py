"""What travels in a pack and in the answers to it: plain values, written as JSON and sealed by ``data.vault.packs``."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from gettext import gettext as _

from data.records.conference import ActionState
from data.records.draft import Draft
from data.store.facts import Unreadable, dump, parse
from data.vault.problems import WrongKeyFile


@dataclass(frozen=True, slots=True)
class PackCase:
    """One item of the agenda, as the participant's agency may read it."""

    id: str
    reference: str
    facts: str = ""
    summary: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PackAction:
    """An open action of the participant's own agency."""

    id: str
    number: str
    reference: str
    what: str = field(repr=False)
    due: date
    carried: int = 0

    def days_overdue(self, today: date) -> int:
        return max(0, (today - self.due).days)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContent:
    """``text`` is the whole as one paper; ``declaration`` is agreed to before anything is shown (R16).

    Packs of the first form hold ``text`` and the items' references alone. ``keep_draft_days`` is the area's: so long is
    kept what is typed beside the pack.
    """

    text: str = field(repr=False)
    meeting: str
    on: date | None = None
    starts: str = ""
    venue: str = ""
    agency: str = ""
    declaration: str = ""
    mark: str = ""
    practice: bool = False
    cases: tuple[PackCase, ...] = ()
    actions: tuple[PackAction, ...] = ()
    items: tuple[tuple[str, str], ...] = ()  # id and reference, for programs that know the first form alone
    keep_draft_days: int = 30

    def texts(self) -> Mapping[str, str]:
        """Every text by where it stands, for the gate."""
        found = {"place": self.venue}
        found |= {f"case {n}": f"{c.facts}\n{c.summary}" for n, c in enumerate(self.cases, 1)}
        return found | {f"action {n}": a.what for n, a in enumerate(self.actions, 1)}

    @property
    def day(self) -> str:
        """For the names of files: the day, or the beginning of the meeting's id."""
        return self.on.isoformat() if self.on else self.meeting[:8]


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """What an agency holds on one case: fact apart from opinion; what was held back, and why; what it can do."""

    item: str
    fact: str = field(default="", repr=False)
    opinion: str = field(default="", repr=False)
    held_back: str = field(default="", repr=False)
    can_do: str = field(default="", repr=False)

    @property
    def says_something(self) -> bool:
        return any(part.strip() for part in (self.fact, self.opinion, self.held_back, self.can_do))

    def written(self) -> str:
        """As it stands in the notes of the meeting."""
        parts = (
            (_("Fact"), self.fact),
            (_("Opinion"), self.opinion),
            (_("Held back, and why"), self.held_back),
            (_("What we can do"), self.can_do),
        )
        return "\n".join(f"{label}: {text.strip()}" for label, text in parts if text.strip())


@dataclass(frozen=True, slots=True)
class ActionAnswer:
    """What became of one of the agency's actions; what was done, or why not."""

    action: str
    number: str
    state: ActionState
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """``declared_on``: the day the confidentiality declaration was agreed to. Also the form of a draft."""

    meeting: str
    declared_on: date | None = None
    cases: tuple[CaseAnswer, ...] = ()
    actions: tuple[ActionAnswer, ...] = ()
    references: tuple[tuple[str, str], ...] = ()  # item and reference, so that both ends speak of the same


@dataclass(frozen=True, slots=True)
class SoFar:
    """What a draft holds: the answers, and forms that were typed in and not recorded. Never leaves the participant."""

    answers: Answers
    forms: tuple[Draft, ...] = field(default=(), repr=False)


def write_pack(content: PackContent) -> bytes:
    return dump(PackContent, content)


def read_pack_content(written: bytes) -> PackContent:
    """Raises WrongKeyFile for what a newer program wrote."""
    try:
        content: PackContent = parse(PackContent, written)
    except Unreadable:
        raise WrongKeyFile(_("This pack was made by a newer program; bring yours up to date.")) from None
    if content.cases or not content.items:
        return content
    whole = _("This pack is of an older form; the whole of it stands here.") + "\n\n" + content.text
    cases = tuple(PackCase(item, reference, "", whole) for item, reference in content.items)
    return PackContent(text=content.text, meeting=content.meeting, cases=cases, items=content.items)


def write_answers(answers: Answers) -> bytes:
    return dump(Answers, answers)


def read_answers(written: bytes) -> Answers:
    """Also those of the first form. Raises WrongKeyFile."""
    try:
        read = json.loads(written)
        if "answers" not in read:
            return parse(Answers, written)  # type: ignore[no-any-return]
        cases = tuple(CaseAnswer(item, *said) for item, _reference, *said in read["answers"])
        references = tuple((item, reference) for item, reference, *_said in read["answers"])
        return Answers(meeting=read["meeting"], cases=cases, references=references)
    except (Unreadable, ValueError, KeyError, TypeError):
        raise WrongKeyFile(_("These answers were made by a newer program; bring yours up to date.")) from None


def write_so_far(so_far: SoFar) -> bytes:
    """Where no form is open, as the answers alone, which earlier programs read."""
    return dump(SoFar, so_far) if so_far.forms else write_answers(so_far.answers)


def read_so_far(written: bytes) -> SoFar:
    """Raises WrongKeyFile."""
    try:
        if "forms" in json.loads(written):
            return parse(SoFar, written)  # type: ignore[no-any-return]
    except (Unreadable, ValueError, TypeError):
        raise WrongKeyFile(_("These answers were made by a newer program; bring yours up to date.")) from None
    return SoFar(read_answers(written))


def code_or_none(given: str) -> str:
    """A reference or a number as somebody wrote it, to be repeated in a sentence: '?' for what is none."""
    return given if re.fullmatch(r"[0-9A-Z.-]{1,12}", given) else "?"
