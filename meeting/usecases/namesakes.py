"""Professionals whose names are like another's: like who is out of a case, or like somebody of a case (R16)."""

from collections.abc import Sequence

from data.matching.names import all_alike, may_be_one
from data.records.case_details import CaseFile, Person
from data.records.sharing import Conflict, same_person, whole_words
from meeting.usecases.office import Office
from redaction.languages.choose import LANGUAGES


def nicknames(name: str) -> tuple[str, ...]:
    """Short and long forms of a folded name, in any language."""
    return tuple(one for language in LANGUAGES.values() for one in language.nicknames.get(name, ()))


def may_be_one_person(one: str, other: str) -> bool:
    """Whether somebody has to be asked."""
    return may_be_one(one, other, nicknames)


def like_somebody_of(
    office: Office, case_id: str, agency: str, name: str, conflicts: Sequence[Conflict], file: CaseFile | None = None
) -> bool:
    """Whether a professional's first and last names are like those of somebody of the case, and nobody asked yet.

    A conflict recorded about them answers it, also one that ended: then they are somebody else. ``file``: the case,
    where it is at hand.
    """
    if not has_names(name):
        return False
    if any(c.agency == agency and same_person(name, c.person.text) for c in conflicts):
        return False
    people = (file or office.file_of(case_id)).people
    before, like = office.namesakes.get((case_id, name), (None, False))
    if before is not people:  # set against these for the first time: many names are many comparisons
        like = _is_like(name, people)
        office.namesakes[case_id, name] = people, like
    return like


def has_names(name: str) -> bool:
    """A first and a last name, so that it can be like another."""
    return len(whole_words(name)) > 1


def _is_like(name: str, people: Sequence[Person]) -> bool:
    names = (one for person in people for one in (person.full_name, *person.also_known_as))
    return any(all_alike(name, one, nicknames) for one in names if has_names(one))
