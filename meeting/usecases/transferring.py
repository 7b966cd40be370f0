"""A case that moves to another area goes sealed, and whole; one that came is new there (R21)."""

import hmac
import json
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path

from data.records.case_details import Case, CaseFile, CaseState, Remark
from data.records.case_management import Contact
from data.records.ids import new_id
from data.records.sharing import ConsentState
from data.records.text import RawText
from data.store.facts import Unreadable, dump, parse
from data.store.ports import Done
from data.store.work import DuplicateReference
from data.vault import transfer
from meeting.area import Record
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.telling import Telling, leave_new

_Contacts = tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    path: Path
    reference: str


@dataclass(frozen=True, slots=True)
class Came:
    """``sender`` is the other area's name for itself; ``case_id`` empty while nothing was taken."""

    sender: str
    fingerprint: str
    reference: str
    case_id: str = ""


def write_card(office: Office, path: Path) -> str:
    """This area's card into a file; returns its fingerprint, to be read to the other area on the telephone."""
    data = transfer.write_card(office.area.ring, office.area.name, practice=office.area.practice)
    leave_new(path, data, Telling(office, Done("area card written")))
    return transfer.read_card(data).fingerprint


def card_of(path: Path) -> transfer.Card:
    """Raises NotPossible, WrongTransfer."""
    return transfer.read_card(_read(path))


def send(office: Office, case_id: str, card: Path, fingerprint: str, folder: Path) -> Sent:
    """Seal a case to another area; here it is closed then. ``fingerprint`` is as the other area read it aloud.

    Raises NotPossible when it is not that area's card, or the case may not be used.
    """
    to = card_of(card)
    if not _same(fingerprint, to.fingerprint):
        raise NotPossible(_("This card has another fingerprint than was read to you: do not send anything to it."))
    if to.area == office.area.ring.area:
        raise NotPossible(_("This is this area's own card; ask the other area for theirs."))
    if problem := _mixed(office, to.practice):
        raise NotPossible(problem + " " + _("Nothing was sent."))
    with office.area.look() as record:
        seal, contacts = record.seal_of(case_id), record.contacts(case_id)
    file = office.file_of(case_id)
    if file.case.restricted:
        raise NotPossible(_("The person asked that this case be used for nothing until that is settled."))
    payload = {"file": dump(CaseFile, file).decode(), "contacts": dump(_Contacts, contacts).decode()}
    content = json.dumps(payload).encode()
    sealed = transfer.seal_case(office.area.ring, office.area.name, to, content, practice=office.area.practice)
    path = folder / f"transfer-{file.case.reference}.sealed"

    def unchanged(record: Record, _digest: str) -> None:
        if record.seal_of(case_id) != seal:
            raise NotPossible(_("Another keeper has changed this case meanwhile; nothing was sent. Send it again."))

    leave_new(path, sealed, Telling(office, Done("transferred to another area", file.case.reference), unchanged))
    # Only now: a case that was not sent, for whatever reason, stays open.
    file = office.file_of(case_id)
    with office.area.work() as record:
        record.save_case(replace(file, case=replace(file.case, state=CaseState.CLOSED)))
    office.forget(case_id)
    return Sent(path, file.case.reference)


def look(office: Office, path: Path) -> Came:
    """Whose it is and which case, before it is taken. Raises what ``take`` raises, but for the fingerprint."""
    opened = _opened(office, path)
    file, _contacts = _payload(opened.payload)
    return Came(opened.sender, opened.fingerprint, file.case.reference)


def take(office: Office, path: Path, fingerprint: str) -> Came:
    """The case as a new one of this area, transferred in: due at the next meeting, consent to be asked anew.

    Raises NotPossible when another area sealed it than the one whose fingerprint was read to you.
    """
    opened = _opened(office, path)
    if not _same(fingerprint, opened.fingerprint):
        raise NotPossible(_("This case was sealed by another area than the one whose fingerprint was read to you."))
    file, contacts = _payload(opened.payload)
    new = _as_new(office, file, opened.sender)
    with office.area.work() as record:
        try:
            record.add_case(new)
        except DuplicateReference:
            raise NotPossible(_("A case of this reference is here already; it was taken before.")) from None
        for contact in contacts:
            record.add_contact(new.case.id, replace(contact, id=new_id()))
        record.log_entry("transferred from another area", new.case.reference)
    office.forget()
    return Came(opened.sender, opened.fingerprint, new.case.reference, new.case.id)


def _opened(office: Office, path: Path) -> transfer.Opened:
    opened = transfer.open_case(office.area.ring, _read(path))
    if problem := _mixed(office, opened.practice):
        raise NotPossible(problem + " " + _("Nothing was taken."))
    return opened


def _mixed(office: Office, other_practises: bool) -> str:
    """Made-up and real cases never meet: the one would be counted, the other lie open. Empty where they do not."""
    if office.area.practice == other_practises:
        return ""
    if office.area.practice:
        return _("This is the practice area: its cases are made up, it opens without a passphrase, and it exchanges "
                 "cases with other practice areas alone.")  # fmt: skip
    return _("The other area is a practice area, with made-up cases: a real area exchanges none with it.")


def _as_new(office: Office, file: CaseFile, sender: str) -> CaseFile:
    """What was agreed with the other area's agencies does not count here; when it came first is kept as a remark."""
    was = file.case
    case = Case(
        id=new_id(),
        reference=was.reference,
        referred_on=office.today,
        referring_agency="",
        criteria=was.criteria,
        assessments=was.assessments,
        consent=ConsentState.UNKNOWN,
        children_count=was.children_count,
        language=was.language,
        transferred_from=sender,
        victim_age_band=was.victim_age_band,
        victim_sex=was.victim_sex,
    )
    first = Remark(
        label=_("Transferred in"),
        text=RawText(_("First referred there on {day}.").format(day=f"{was.referred_on:%d.%m.%Y}")),
    )
    return replace(file, case=case, remarks=(*file.remarks, first))


def _payload(payload: bytes) -> tuple[CaseFile, _Contacts]:
    try:
        said = json.loads(payload)
        return parse(CaseFile, said["file"]), parse(_Contacts, said["contacts"])
    except (ValueError, KeyError, TypeError, Unreadable):
        raise NotPossible(
            _("The sealed case was written by a newer version of the program; bring yours up to date.")
        ) from None


def _same(typed: str, fingerprint: str) -> bool:
    plain = "".join(typed.upper().replace("-", " ").split())
    return hmac.compare_digest(plain.encode(), fingerprint.replace("-", "").encode())


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > transfer.LARGEST:
            raise NotPossible(_("This file is far too large for a card or a case."))
        return path.read_bytes()
    except OSError:
        raise NotPossible(_("There is no such file, or it cannot be read; check the path.")) from None
