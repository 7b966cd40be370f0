"""Notes while they are typed: what was said is kept at once; what others read of it follows beside the typing."""

from data.records.conference import Item, Note, NoteKind
from data.records.text import DisguisedText, RawText
from meeting.usecases.holding import day_of, note_id, raw_of, type_note
from meeting.usecases.office import Office
from meeting.usecases.writing import Shown, writing


def keep(
    office: Office, meeting_id: str, item: Item, kind: NoteKind, agency: str, raw: str, shown: DisguisedText
) -> None:
    """Keep a note as it stands; ``shown`` is what others read of it, which may lag behind until ``settle``."""
    note = Note(
        id=note_id(item.id, kind, agency), item_id=item.id, kind=kind, agency=agency, raw=RawText(raw), disguised=shown
    )
    with office.area.work() as record:
        record.save_note(meeting_id, item.case_id, note)


def being_typed(office: Office, meeting_id: str, item: Item) -> Shown:
    """What others will read of a note of this item, for each state it has while it is typed."""
    return writing(office, item.case_id, on=day_of(office, meeting_id))


def disguised(office: Office, meeting_id: str, item: Item, raw: str) -> DisguisedText:
    """A note that is left: the whole text, and names nobody recorded keep the letters they get."""
    return office.disguise(item.case_id, RawText(raw), on=day_of(office, meeting_id)).text


def shown_of(office: Office, meeting_id: str, item_id: str, kind: NoteKind, agency: str = "") -> DisguisedText:
    """What others read of a note; empty when nothing was said."""
    wanted = note_id(item_id, kind, agency)
    with office.area.look() as record:
        return next((note.disguised for note in record.notes(meeting_id) if note.id == wanted), DisguisedText(""))


def settle(office: Office, meeting_id: str) -> None:
    """Disguise every note of a meeting anew: none may lag behind its words or behind a review's decision."""
    with office.area.look() as record:
        notes = record.notes(meeting_id)
    for note in notes:
        raw = raw_of(office, note.item_id, note.kind, note.agency)
        type_note(office, meeting_id, note.item_id, note.kind, raw.text, note.agency)
