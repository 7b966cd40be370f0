"""Which bits of a file to flip: one of each byte, or with ``MEETING_BITS=all`` every single one."""

import os
import random
from collections.abc import Iterator

ALL = os.environ.get("MEETING_BITS") == "all"


def flipped(whole: bytes, *, every: bool = ALL) -> Iterator[bytes]:
    """The bytes with one bit changed, again and again; which bit of a byte is chosen once and for all."""
    chance = random.Random(1)
    for at in range(len(whole)):
        for bit in range(8) if every else (chance.randrange(8),):
            changed = bytearray(whole)
            changed[at] ^= 1 << bit
            yield bytes(changed)
