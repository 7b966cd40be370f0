"""A text about one case while it is written: what others will read of it, at the cost of the sentence that changed."""

from collections.abc import Callable
from datetime import date

from data.records.text import DisguisedText, RawText
from meeting.usecases.office import Office
from meeting.usecases.withholding import withhold
from redaction.languages.choose import written_in
from redaction.typing import Typing

Shown = Callable[[str], DisguisedText]


def writing(office: Office, case_id: str, *, on: date | None = None) -> Shown:
    """What ``Office.disguise`` would answer for each state of the text, once the case was opened.

    Nothing is kept for names that are half typed; ``on`` is the meeting's day, where the text belongs to one.
    """
    reading, facts = office.reading(case_id, on=on), office.withheld(case_id)
    names = [agency.name for agency in office.agencies()]
    typing: dict[str, Typing] = {}
    review = reading.review

    def shown(text: str) -> DisguisedText:
        raw, language = RawText(text), written_in(text, reading.language)
        if language not in typing:
            typing[language] = Typing(reading.known, language=language, policy=reading.policy)
        found = typing[language].disguise(raw, keep=review.keep, hide=review.hide, harmless=reading.harmless)
        return withhold(raw, found, facts, names, language, reading.tells).text

    return shown
