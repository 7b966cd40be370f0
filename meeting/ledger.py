"""The log of one open area: who acts, whose key signs, which keys are known, what time it is."""

import hmac
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from data.log.checkpoint import Checkpoint, KeySigner, Signer
from data.log.entry import Entry
from data.log.grow import grow
from data.log.merkle import Frontier
from data.log.verify import Row, Verdict, verify
from data.store.ports import Done
from data.vault.keyring import Keyring


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Ledger:
    """What the store appends through, and what reads the log back.

    ``keys`` are the public keys of all who may sign in this area; ``first_keys`` signed before there were users, and
    ``old_key`` authenticated the first version's entries.
    """

    area: str
    signer: Signer
    keys: dict[str, bytes]
    old_key: bytes = field(default=b"", repr=False)
    first_keys: dict[str, bytes] = field(default_factory=dict)
    who: str = ""
    clock: Callable[[], datetime] = utc_now

    @staticmethod
    def of_user(ring: Keyring, clock: Callable[[], datetime] = utc_now) -> "Ledger":
        """The acting user signs with their own key; all who ever could sign are known."""
        return Ledger(ring.area, ring.signer, ring.directory.signing_keys(), who=ring.user_id, clock=clock)

    @staticmethod
    def of_first_keeper(area: str, log_key: bytes) -> "Ledger":
        """Of an area that still has the first key file."""
        signer = KeySigner.from_seed("keeper", hmac.digest(log_key, b"meeting log ed25519 1", "sha256"))
        return Ledger(area, signer, {signer.key_id: signer.public}, log_key, who="keeper")

    def learn(self, ring: Keyring) -> None:
        """After a change of the area's users."""
        self.keys = {**self.keys, **ring.directory.signing_keys()}

    def trust_first_keeper(self, log_key: bytes) -> None:
        """For an area made before there were users: its first entries were authenticated with the log key."""
        signer = KeySigner.from_seed("keeper", hmac.digest(log_key, b"meeting log ed25519 1", "sha256"))
        self.first_keys, self.old_key = {signer.key_id: signer.public}, log_key

    @property
    def all_keys(self) -> dict[str, bytes]:
        """For checkpoints held outside, whenever they were made."""
        return {**self.first_keys, **self.keys}

    def extend(self, frontier: str, checkpoint: bytes, done: Sequence[Done]) -> tuple[Sequence[bytes], str, bytes]:
        entries = [Entry(kind, reference, agency, detail, self.who) for kind, reference, agency, detail in done]
        public = self.keys[self.signer.key_id]
        grown = grow(self.area, frontier, checkpoint, entries, self.signer, public, self.clock())
        return grown.entries, grown.frontier, grown.checkpoint

    def verify(self, rows: Iterable[Row], held: Sequence[Checkpoint] = ()) -> Verdict:
        first = self._first_version if self.old_key else None
        return verify(self.area, rows, self.keys, held=held, first_keys=self.first_keys, first_version=first)

    def _first_version(self, frontier: Frontier) -> bytes:
        return hmac.digest(self.old_key, frontier.size.to_bytes(8, "big") + frontier.root, "sha256")
