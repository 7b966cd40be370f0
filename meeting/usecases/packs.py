"""Packs: what one participant may read before a meeting, sealed to their own key; and the answers they send back (R15).

A pack passes the same permission and the same gate as a paper. It holds disguised text alone: no key of the area goes
into it, so that nothing a participant ever got opens an identity.
"""

import hashlib
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path

from data.records.conference import NoteKind
from data.store.ports import Done
from data.vault.packs import OpenedPack, make_answers, make_pack, open_answers, open_pack
from data.vault.seed import Keys
from meeting.documents.plain import plain
from meeting.usecases import holding
from meeting.usecases.key_files import open_key_file
from meeting.usecases.logbook import read_file, write_new
from meeting.usecases.office import Office
from meeting.usecases.permitting import disclose
from meeting.usecases.places import NotPossible
from meeting.usecases.releasing import agenda_paper


@dataclass(frozen=True, slots=True)
class Made:
    path: Path
    cases: int


@dataclass(frozen=True, slots=True)
class PackView:
    """``items``: id and reference of each case that can be answered; ``pack`` and ``keys`` to answer with."""

    text: str
    meeting_id: str
    items: tuple[tuple[str, str], ...]
    pack: OpenedPack = field(repr=False)
    keys: Keys = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an agency holds on one case: fact apart from opinion; what was held back, and why."""

    reference: str
    fact: str = field(default="", repr=False)
    opinion: str = field(default="", repr=False)
    held_back: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Taken:
    user: str
    agency: str
    references: tuple[str, ...]


def pack_for(office: Office, meeting_id: str, user_id: str, path: Path, agency: str = "") -> Made:
    """Raises NotPossible, NotAllowed, GateStopped; then there is no file."""
    user = office.area.ring.directory.user(user_id)
    agency = agency or user.agency
    if user.agency != agency or not agency:
        raise NotPossible(_("This participant is not of that agency: a pack holds what their own agency may see."))
    paper, items, found, gate = agenda_paper(office, meeting_id, agency, leave_out=True, person=user.name)
    constant = paper.constant | {paper.mark}
    gate.read(paper.texts(), constant=constant)
    text = plain(paper)
    gate.read_document("txt", text.encode(), constant=constant)
    content = {"text": text, "meeting": meeting_id, "items": [[item.id, item.reference] for item in items]}
    written = make_pack(office.area.ring, user_id, str(uuid.uuid4()), json.dumps(content).encode())
    write_new(path, written)
    told = hashlib.sha256(text.encode()).digest()
    with office.area.work() as record:
        record.log_done([Done(f"pack sealed to {user_id}", meeting_id, agency, told.hex())])
    disclose(office, paper.name, {item.case_id: (agency,) for item in items}, found, told.hex())
    return Made(path, len(items))


def read_pack(path: Path, key_file: Path, passphrase: str) -> PackView:
    """At the participant's: with their own key file alone. Raises what is drawn in ``data.vault.problems``."""
    area, user, keys, root = open_key_file(key_file, passphrase)
    pack = open_pack(read_file(path), area, user, keys, root)
    content = json.loads(pack.content)
    items = tuple((item, reference) for item, reference in content["items"])
    return PackView(content["text"], content["meeting"], items, pack, keys)


def answer(view: PackView, answers: Sequence[Answer], path: Path) -> int:
    """Seal answers to the keepers; returns how many cases were answered. Raises NotPossible."""
    known = {reference: item for item, reference in view.items}
    given = [a for a in answers if a.fact.strip() or a.opinion.strip() or a.held_back.strip()]
    if strangers := [a.reference for a in given if a.reference not in known]:
        raise NotPossible(_("Not in this pack: {references}.").format(references=", ".join(strangers)))
    if not given:
        raise NotPossible(_("Nothing was answered; say what your agency holds on at least one case."))
    said = [[known[a.reference], a.reference, a.fact, a.opinion, a.held_back] for a in given]
    content = json.dumps({"meeting": view.meeting_id, "answers": said}).encode()
    write_new(path, make_answers(view.pack, view.keys, content))
    return len(given)


def take_answers(office: Office, path: Path) -> Taken:
    """Into the notes of the meeting, as that agency's information; taken twice, it stands there once."""
    user_id, _number, content = open_answers(read_file(path), office.area.ring)
    agency = office.area.ring.directory.user(user_id).agency
    read = json.loads(content)
    with office.area.look() as record:
        entitled = {item.id for item in record.items(read["meeting"]) if agency in item.agencies}
    references = []
    for item, reference, *said in read["answers"]:
        if item not in entitled:
            raise NotPossible(_("{reference} is not on this agency's agenda any more; nothing of it was taken.").format(
                reference=reference))  # fmt: skip
        before = holding.raw_of(office, item, NoteKind.INFORMATION, agency).text
        fresh = _written(said)
        if fresh not in before:
            whole = f"{before}\n{fresh}".strip()
            holding.type_note(office, read["meeting"], item, NoteKind.INFORMATION, whole, agency)
        references.append(reference)
    with office.area.work() as record:
        record.log_done([Done(f"answers taken of {user_id}", reference, agency) for reference in references])
    return Taken(user_id, agency, tuple(references))


def _written(said: Sequence[str]) -> str:
    labels = (_("Fact"), _("Opinion"), _("Held back, and why"))
    return "\n".join(f"{label}: {text.strip()}" for label, text in zip(labels, said, strict=True) if text.strip())
