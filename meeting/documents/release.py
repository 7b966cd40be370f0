"""The door out: a paper becomes files only when the gate has read its values and the finished documents.

Everything is made in memory. A document touches the disk when it has been read and locked, and the log has told of
it; on any failure nothing is left behind.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from pathlib import Path

from meeting.documents.leaving import Tells, leave
from meeting.documents.lock import lock, new_passphrase
from meeting.documents.paper import Paper
from meeting.documents.pdf import pdf
from meeting.documents.plain import plain
from meeting.documents.word import word
from redaction.gate.gate import Gate


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
    paper: Paper,
    folder: Path,
    *,
    gate: Gate,
    practice: bool,
    tells: Tells,
    formats: Sequence[str] = ("docx", "pdf"),
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
    hashes = tuple(hashlib.sha256(data).digest() for data in finished.values())
    documents = {folder / f"{paper.name}.{kind}": data for kind, data in locked.items()}
    return Released(leave(documents, hashes, tells, over=True), passphrase, hashes)
