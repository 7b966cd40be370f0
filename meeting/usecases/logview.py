"""The log as lines to look through: a hundred thousand entries stay bytes until one of them is shown."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from types import MappingProxyType

from data.log.entry import Entry
from meeting.usecases.log_words import codes_of, told
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
    names: Mapping[str, str] = field(default_factory=dict, repr=False)  # of ids: a meeting's day, an item's reference

    def __len__(self) -> int:
        return len(self.positions)

    def __getitem__(self, at: int) -> LogLine:
        position = self.positions[at]
        return line_of(position + 1, Entry.from_bytes(self.texts[position]), self.names)

    def narrowed(self, *, about: str = "", kind: str = "", who: str = "") -> "LogView":
        """Only entries with these parts in reference or agency, in what was done, and by whom."""
        wanted = [(names, part) for names, part in (("reference|agency", about), ("kind", kind), ("who", who)) if part]
        if not wanted:
            return self
        # Entries are looked at as bytes: reading a hundred thousand of them would hold up the typing.
        patterns = [
            re.compile(rb'"(?:%b)": ?"[^"]*(?:%b)' % (names.encode(), b"|".join(self._as_kept(names, part))))
            for names, part in wanted
        ]
        lowered = ((at, self.texts[at].lower()) for at in self.positions)
        kept = [at for at, text in lowered if all(one.search(text) for one in patterns)]
        return LogView(self.texts, kept, self.names)

    def _as_kept(self, names: str, part: str) -> Iterator[bytes]:
        """A part as it stands in the entries, and the ids and codes that are shown by words with this part."""
        yield _as_kept(part)
        if "reference" in names:
            yield from (_as_kept(id) for id, name in self.names.items() if part.casefold() in name.casefold())
        elif names == "kind":
            yield from map(_as_kept, codes_of(part))


def view_of(office: Office) -> LogView:
    """The whole log of the open area."""
    with office.area.look() as record:
        texts, names = record.log_texts(), dict[str, str]()
        for meeting in record.meetings():
            names[meeting.id] = _("meeting {day}").format(day=f"{meeting.on:%d.%m.%Y}")
            names |= {item.id: item.reference for item in record.items(meeting.id)}
    return LogView(texts, range(len(texts)), names)


def line_of(number: int, entry: Entry, names: Mapping[str, str] = MappingProxyType({})) -> LogLine:
    """``names`` stand in place of ids, where they are read on a screen."""
    about = " ".join(part for part in (names.get(entry.reference, entry.reference), entry.agency) if part)
    if entry.agency == entry.reference:
        about = entry.reference
    when = f"{entry.at.astimezone():%d.%m.%Y %H:%M}" if entry.at else ""
    return LogLine(number, when, entry.who, told(entry.kind), about)


def _as_kept(part: str) -> bytes:
    return re.escape(json.dumps(part.casefold())[1:-1].encode())
