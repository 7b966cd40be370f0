"""The log as lines to look through: a hundred thousand entries stay bytes until one of them is shown."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.log.entry import Entry
from meeting.usecases.office import Office


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry as it is shown; ``when`` is in this machine's time. ``about`` is a reference, an agency, or both."""

    number: int
    when: str
    who: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class LogView:
    """Some entries of a log, oldest first, as their numbers from 0."""

    texts: Sequence[bytes] = field(repr=False)
    positions: Sequence[int] = field(repr=False)

    def __len__(self) -> int:
        return len(self.positions)

    def __getitem__(self, at: int) -> LogLine:
        position = self.positions[at]
        return line_of(position + 1, Entry.from_bytes(self.texts[position]))

    def narrowed(self, *, about: str = "", kind: str = "", who: str = "") -> "LogView":
        """Only entries with these parts in reference or agency, in what was done, and by whom."""
        wanted = [(names, part) for names, part in (("reference|agency", about), ("kind", kind), ("who", who)) if part]
        if not wanted:
            return self
        # Entries are looked at as bytes: reading a hundred thousand of them would hold up the typing.
        patterns = [re.compile(rb'"(?:%b)": ?"[^"]*%b' % (names.encode(), _as_kept(part))) for names, part in wanted]
        lowered = ((at, self.texts[at].lower()) for at in self.positions)
        return LogView(self.texts, [at for at, text in lowered if all(one.search(text) for one in patterns)])


def view_of(office: Office) -> LogView:
    """The whole log of the open area."""
    with office.area.look() as record:
        texts = record.log_texts()
    return LogView(texts, range(len(texts)))


def line_of(number: int, entry: Entry) -> LogLine:
    about = " ".join(part for part in (entry.reference, entry.agency) if part)
    if entry.agency == entry.reference:
        about = entry.reference
    when = f"{entry.at.astimezone():%d.%m.%Y %H:%M}" if entry.at else ""
    return LogLine(number, when, entry.who, entry.kind, about)


def _as_kept(part: str) -> bytes:
    return re.escape(json.dumps(part.casefold())[1:-1].encode())
