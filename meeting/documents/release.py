"""The door out: a paper becomes files only when the gate has read its values and the finished documents.

Everything is made in memory. A document touches the disk when it has been read, and locked; on any failure
nothing is left behind.
"""

import hashlib
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from pathlib import Path

from meeting.documents.lock import lock, new_passphrase
from meeting.documents.paper import Paper
from meeting.documents.pdf import pdf
from meeting.documents.plain import plain
from meeting.documents.word import word
from redaction.gate import Gate


def _text(paper: Paper) -> bytes:
    return plain(paper).encode()


_MAKE = {"docx": word, "pdf": pdf, "txt": _text}


@dataclass(frozen=True, slots=True)
class Released:
    """``passphrase`` opens the locked documents, and is shown once; None for practice. ``hashes`` are of the
    documents before locking, for the log."""

    paths: tuple[Path, ...]
    passphrase: str | None = field(repr=False)
    hashes: tuple[bytes, ...]


def release(
    paper: Paper, folder: Path, *, gate: Gate, practice: bool, formats: Sequence[str] = ("docx", "pdf")
) -> Released:
    """Raises GateStopped when a name would leave, ValueError for plain text of a real paper, OSError for the folder."""
    if "txt" in formats and not practice:
        raise ValueError(_("Plain text cannot be locked: it is for the screen and for practice alone."))
    if practice:
        paper = replace(paper, mark=_("PRACTICE - every person and place is made up") + " · " + paper.mark)
    constant = paper.constant | {paper.mark}
    gate.read(paper.texts(), constant=constant)
    finished = {kind: _MAKE[kind](paper) for kind in formats}
    for kind, data in finished.items():
        gate.read_document(kind, data, constant=constant)
    passphrase = None if practice else new_passphrase()
    locked = {k: lock(k, d, passphrase) if passphrase else d for k, d in finished.items()}
    paths = _put({folder / f"{paper.name}.{kind}": data for kind, data in locked.items()})
    return Released(paths, passphrase, tuple(hashlib.sha256(data).digest() for data in finished.values()))


def _put(documents: dict[Path, bytes]) -> tuple[Path, ...]:
    """All of them in place, or none: each is written beside its place first."""
    waiting: dict[Path, Path] = {}
    try:
        for path, data in documents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{secrets.token_hex(8)}.part")
            waiting[path] = beside
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for path, beside in waiting.items():
            beside.replace(path)
    except BaseException:
        for path, beside in waiting.items():
            if not beside.exists():
                path.unlink(missing_ok=True)
            beside.unlink(missing_ok=True)
        raise
    return tuple(documents)
