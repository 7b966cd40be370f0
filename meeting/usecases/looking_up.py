"""Cases found: by what stands in their coded facts, in the store, and by a person's name, over opened keys."""

from dataclasses import dataclass
from gettext import gettext as _

from data.matching.finding import Names
from data.records.case_details import CaseState, Criterion, Judgement
from data.records.sharing import ConsentState
from data.store.case_search import Sought
from meeting.usecases import counted
from meeting.usecases.namesakes import nicknames
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

_SHORTEST = 2  # letters of a name


@dataclass(frozen=True, slots=True)
class Found:
    """The cases with a person of such a name; ``of``: among how many they were looked for."""

    case_ids: tuple[str, ...]
    of: int


def sought(office: Office, search: str) -> tuple[Sought, ...]:
    """For each word that somebody looks for, the codes whose words on the screen hold it."""
    return tuple(_sought(office, word) for word in search.casefold().split())


def _sought(office: Office, word: str) -> Sought:
    def codes(kind: type[ConsentState] | type[CaseState] | type[Criterion] | type[Judgement]) -> tuple[str, ...]:
        return tuple(one.value for one in kind if word in _(one.value).casefold())

    ticks = range(office.profile.checklist_length + 1)
    return Sought(
        word=word,
        agencies=tuple(agency.code for agency in office.agencies() if word in agency.name.casefold()),
        consents=codes(ConsentState),
        states=codes(CaseState),
        criteria=codes(Criterion),
        judgements=codes(Judgement),
        counts=tuple(count for count in ticks if word in counted.ticks(count).casefold()),
        unassessed=word in _("not assessed").casefold(),
    )


def by_name(office: Office, name: str) -> Found:
    """For keepers alone: names are read with the cases' keys, once while the area is open; each search is an entry in
    the log, without the name.

    Raises NotForYou, and NotPossible where nothing is left of the name to look for.
    """
    if sum(letter.isalpha() for letter in name) < _SHORTEST:
        raise NotPossible(_("Type a name, or the first three letters of one."))
    with office.area.work() as record:
        record.must_keep()
        office.refresh(record)
        if office.names is None:
            names = Names(nicknames)
            for case, people in record.identities(purpose="a name looked for"):
                names.add(case.id, people)
            office.names = names
        found = office.names.find(name)
        record.log_entry("name looked for")
        return Found(found, record.count_cases())
