"""Who or what stands behind a placeholder: for who holds the case's key, never without an entry in the log (R30)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from gettext import gettext as _

from data.records.text import DisguisedText, RawText
from meeting.usecases.cases import whole_text
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.withholding import MARKS
from redaction.languages.choose import LANGUAGES
from redaction.recorded.known import numbered
from redaction.shown.placeholders import CLOSE, OPEN, lettered, written

_SHOWN = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]+{CLOSE}")
OPENED = "placeholder opened"


@dataclass(frozen=True, slots=True)
class Behind:
    """``person`` is the record's name for whom the placeholder means; ``words`` what stood in the case's texts."""

    placeholder: str
    person: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)


def placeholders(*texts: DisguisedText) -> tuple[str, ...]:
    """Those that stand in these texts, each once; what is withheld cannot be opened here."""
    found = (one for text in texts for one in _SHOWN.findall(text.text))
    return tuple(dict.fromkeys(one for one in found if one not in MARKS.values()))


def open_placeholder(
    office: Office, case_id: str, placeholder: str, *, on: date | None = None, said: Iterable[RawText] = ()
) -> Behind:
    """``said`` are notes beside the case's own texts; ``on`` the meeting by which their dates are told.

    The entry is kept before anything is shown. Raises NotPossible where nothing stands behind it any more, and what
    the store raises for one who holds no key to the case.
    """
    file = office.file_of(case_id)
    with office.area.work() as record:
        record.log_entry(OPENED, record.case(case_id).reference)
    reading = office.reading(case_id, on=on)
    people = ((p, who, language) for p, who in numbered(file.people) for language in LANGUAGES.values())
    person = next((p.full_name for p, who, language in people if placeholder in written(who, language)), "")
    words: dict[str, None] = {}
    for raw in (whole_text(file), *said):
        for span in office.disguise(case_id, raw, (), on=on).spans:
            if span.placeholder == placeholder:
                words.setdefault(" ".join(raw.text[span.start : span.end].split()))
    for word, letter in reading.known.others.items():  # one that stood in words not kept, such as an action's
        if not words and any(placeholder in lettered(letter, language) for language in LANGUAGES.values()):
            person = " ".join(part for part in (person, word) if part)
    if not person and not words:
        raise NotPossible(_("What stands behind it is no longer in the words of this case."))
    return Behind(placeholder, person, tuple(words))
