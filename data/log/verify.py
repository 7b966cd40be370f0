"""Reading a whole log against its checkpoints: was an entry edited, dropped, put elsewhere, or the end cut off?

What the log alone cannot tell is that its end was cut at a checkpoint, or that a whole older file was put back:
that shows against a checkpoint held outside.
"""

import hmac
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from gettext import gettext as _
from types import MappingProxyType

from data.log.checkpoint import Checkpoint, Keys, NotACheckpoint, Signed, read_checkpoint
from data.log.entry import SLACK, read_time, time_in
from data.log.merkle import Frontier, leaf_hash

Row = tuple[int, bytes, str, bytes]  # position, entry, frontier, checkpoint
FirstVersion = Callable[[Frontier], bytes]  # the checkpoint the first version made of a frontier
_FIRST_VERSION = 32  # bytes of it


@dataclass(frozen=True, slots=True)
class Verdict:
    """``fault`` is empty when the log is whole; it says what is wrong and where.

    ``set_back``: numbers of entries (from 1) that are earlier than the one before.
    ``held``: for each checkpoint held outside, the size it vouched for.
    """

    size: int
    root: bytes
    fault: str = ""
    last: Signed | None = None
    set_back: tuple[int, ...] = ()
    held: tuple[int, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.fault


class _Fault(Exception):
    """What is wrong with the log."""


@dataclass
class _Reader:
    area: str
    keys: Keys
    first_keys: Keys
    first_version: FirstVersion | None
    held: Sequence[Checkpoint]
    frontier: Frontier = field(default_factory=Frontier)
    last: Signed | None = None
    covered: int = 0
    by_users: bool = False
    seen: bytes = b""
    before: datetime | None = None
    set_back: list[int] = field(default_factory=list)

    def read(self, row: Row) -> None:
        position, entry, frontier, checkpoint = row
        if position != self.frontier.size:
            raise _Fault(_("Entry {number} is missing.").format(number=self.frontier.size + 1))
        self.frontier = self.frontier.append(leaf_hash(entry))
        self._clock(entry)
        if checkpoint:
            self._check(frontier, checkpoint)
        elif frontier:
            raise self._changed()
        size = self.frontier.size
        if any(told.size == size and told.root != self.frontier.root for told in self.held):
            raise _Fault(
                _("The first {size} entries are not those the checkpoint held outside vouches for.").format(size=size)
            )

    def _clock(self, entry: bytes) -> None:
        """Entries of one unit of work have one time: it is read when it is another."""
        found = time_in(entry)
        if found == self.seen:
            return
        self.seen = found
        try:
            at = read_time(found.decode()) if found else None
        except ValueError:
            raise self._changed() from None
        if at and self.before and at < self.before - SLACK:
            self.set_back.append(self.frontier.size)
        self.before = at or self.before

    def _check(self, frontier: str, checkpoint: bytes) -> None:
        if frontier != self.frontier.to_text():
            raise self._changed()
        if len(checkpoint) == _FIRST_VERSION:
            expected = self.first_version(self.frontier) if self.first_version and self.last is None else b""
            if not hmac.compare_digest(expected, checkpoint):
                raise self._changed()
        else:
            self.last = self._signed(checkpoint)
        self.covered = self.frontier.size

    def _signed(self, checkpoint: bytes) -> Signed:
        try:
            signed = read_checkpoint(checkpoint.decode())
        except (NotACheckpoint, UnicodeDecodeError):
            raise self._changed() from None
        told = signed.checkpoint
        if (told.area, told.size, told.root) != (self.area, self.frontier.size, self.frontier.root):
            raise self._changed()
        valid = signed.valid_by(self.keys)
        self.by_users = self.by_users or bool(valid)
        # What the first keeper signed counts until somebody signed with a key of their own, and not after.
        if not valid and (self.by_users or not signed.valid_by(self.first_keys)):
            raise _Fault(
                _("The checkpoint after entry {number} is not signed with a key of this area.").format(
                    number=self.frontier.size
                )
            )
        return signed

    def _changed(self) -> _Fault:
        first, last = self.covered + 1, self.frontier.size
        if first == last:
            return _Fault(_("Entry {number} was changed, or another stands in its place.").format(number=last))
        return _Fault(
            _("Among entries {first} to {last} one was changed, removed or put in another place.").format(
                first=first, last=last
            )
        )


def verify(
    area: str,
    rows: Iterable[Row],
    keys: Keys,
    *,
    held: Sequence[Checkpoint] = (),
    first_keys: Keys = MappingProxyType({}),
    first_version: FirstVersion | None = None,
) -> Verdict:
    """Read every entry; stops at the first fault. ``held`` are checkpoints from outside, their signatures checked.

    ``first_keys`` may have signed only before anybody of ``keys`` did.
    """
    reader = _Reader(area, keys, first_keys, first_version, held)
    fault = ""
    try:
        if any(told.area != area for told in held):
            raise _Fault(_("The checkpoint held outside is of another area."))
        for row in rows:
            reader.read(row)
        _check_end(reader, held)
    except _Fault as problem:
        fault = str(problem)
    sizes = tuple(told.size for told in held)
    return Verdict(reader.frontier.size, reader.frontier.root, fault, reader.last, tuple(reader.set_back), sizes)


def _check_end(reader: _Reader, held: Sequence[Checkpoint]) -> None:
    size = reader.frontier.size
    longest = max((told.size for told in held), default=0)
    if longest > size:
        raise _Fault(
            _(
                "The log has {size} entries, the checkpoint held outside vouches for {held}: the end was cut off, "
                "or an older file was put back."
            ).format(size=size, held=longest)
        )
    if size == 0:
        raise _Fault(_("The log has no entry: it was emptied."))
    if reader.covered < size:
        raise _Fault(
            _("After entry {number} the log ends without a checkpoint: its end was cut off.").format(
                number=reader.covered
            )
        )
