"""Professionals whose names are like another's: like who is out of a case, or like somebody of a case (R16)."""

from collections.abc import Sequence

from data.matching.names import all_alike, may_be_one
from data.records.sharing import Conflict, same_person, whole_words
from meeting.usecases.office import Office
from redaction.languages.choose import LANGUAGES


def nicknames(name: str) -> tuple[str, ...]:
    """Short and long forms of a folded name, in any language."""
    return tuple(one for language in LANGUAGES.values() for one in language.nicknames.get(name, ()))


def may_be_one_person(one: str, other: str) -> bool:
    """Whether somebody has to be asked."""
    return may_be_one(one, other, nicknames)


def like_somebody_of(office: Office, case_id: str, agency: str, name: str, conflicts: Sequence[Conflict]) -> bool:
    """Whether a professional's first and last names are like those of somebody of the case, and nobody asked yet.

    A conflict recorded about them answers it, also one that ended: then they are somebody else.
    """
    if len(whole_words(name)) < 2:
        return False
    if any(c.agency == agency and same_person(name, c.person.text) for c in conflicts):
        return False
    names = [name for person in office.file_of(case_id).people for name in (person.full_name, *person.also_known_as)]
    return any(all_alike(name, one, nicknames) for one in names if len(whole_words(one)) > 1)
