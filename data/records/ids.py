"""Ids of rows: nobody sees or types them, they are never a reference."""

import os
import time
import uuid

_MILLISECOND = 1_000_000


def new_id(now: int | None = None) -> str:
    """A UUID of version 7 (RFC 9562): what is made later sorts later, and so lies beside it in the file.

    ``now`` is in nanoseconds; it is an order and no fact of a case. Below the millisecond it goes by quarters of a
    microsecond, so that also what one import makes stays in its order.
    """
    at = time.time_ns() if now is None else now
    milliseconds, rest = divmod(at, _MILLISECOND)
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 7 << 76 | (rest << 12) // _MILLISECOND << 64
    value |= 2 << 62 | int.from_bytes(os.urandom(8), "big") >> 2
    return str(uuid.UUID(int=value))
