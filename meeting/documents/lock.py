"""Lock a finished document with a passphrase that is made here and shown once."""

import io
import math
import secrets
from functools import cache
from importlib.resources import files

import msoffcrypto
import pikepdf
from msoffcrypto.format.ooxml import OOXMLFile

from meeting.language import spoken

_BITS = 64  # of chance, at least


class LockFailed(Exception):
    """What was locked does not open again to the same bytes; nothing may leave."""


def new_passphrase() -> str:
    """Words of the screens' language, easily said over the telephone; as many as make enough chance.

    They stay far below the 127 bytes that revision 6 of PDF's encryption reads of a passphrase.
    """
    words = words_of(spoken())
    count = math.ceil(_BITS / math.log2(len(words)))
    return " ".join(secrets.choice(words) for _number in range(count))


def lock(kind: str, data: bytes, passphrase: str) -> bytes:
    """A locked copy of a ``docx`` or ``pdf``. Raises LockFailed when it does not open again."""
    locked = _lock_pdf(data, passphrase) if kind == "pdf" else _lock_word(data, passphrase)
    if not _opens(kind, locked, data, passphrase):
        raise LockFailed
    return locked


def _lock_pdf(data: bytes, passphrase: str) -> bytes:
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        rules = pikepdf.Encryption(owner=secrets.token_urlsafe(32), user=passphrase, R=6)
        document.save(held, encryption=rules, deterministic_id=False)
    return held.getvalue()


def _lock_word(data: bytes, passphrase: str) -> bytes:
    held = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(passphrase, held)
    return held.getvalue()


def _opens(kind: str, locked: bytes, data: bytes, passphrase: str) -> bool:
    if kind == "pdf":
        with pikepdf.open(io.BytesIO(locked), password=passphrase) as opened, pikepdf.open(io.BytesIO(data)) as before:
            return opened.is_encrypted and len(opened.pages) == len(before.pages)
    held = io.BytesIO()
    file = msoffcrypto.OfficeFile(io.BytesIO(locked))
    file.load_key(password=passphrase)
    file.decrypt(held)
    return held.getvalue() == data


@cache
def words_of(language: str) -> tuple[str, ...]:
    """The curated list of a language; its making is told in NOTICE."""
    return tuple(files("meeting.documents").joinpath("words", f"{language}.txt").read_text("ascii").split())
