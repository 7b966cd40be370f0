"""What a key, a wrap or a signature is for, as bytes that no other purpose gives."""

import base64
import binascii
import struct
from functools import lru_cache

_LENGTH = struct.Struct(">I").pack


def bind(*parts: str | int | bytes) -> bytes:
    """Each part with its length, so that no two lists of parts give the same bytes."""
    bound = b""
    for part in parts:  # plain and quick: this runs for every row that is sealed or opened
        raw = part if isinstance(part, bytes) else str(part).encode()
        bound += _LENGTH(len(raw)) + raw
    return bound


def bind_text(part: str) -> bytes:
    """As ``bind`` for a single text, and quicker."""
    raw = part.encode()
    return _LENGTH(len(raw)) + raw


@lru_cache(maxsize=512)
def bind_known(*parts: str | int) -> bytes:
    """As ``bind``, remembered: for areas, names of tables and fields and small numbers. Nothing of a case is kept."""
    return bind(*parts)


def text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def raw(written: object) -> bytes:
    """The bytes of a base64 text in its one valid spelling. Raises ValueError for any other."""
    if not isinstance(written, str):
        raise ValueError("not base64")
    try:
        read = base64.b64decode(written, validate=True)
    except binascii.Error:
        raise ValueError("not base64") from None
    if text(read) != written:  # stray bits in the last letter would go unnoticed
        raise ValueError("not base64")
    return read
