"""Is a referral a repeat? Earlier cases with the same people, and what either definition in use says (R21).

Any abuse (current guidance), or an incident of criminal type (older): between the same victim and perpetrator
within so many months of the last *referral*, not of the meeting. A new perpetrator is a new case.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from data.matching.compare import Likeness
from data.matching.index import Index
from data.matching.traits import Nicknames, Traits, traits
from data.records.case_details import CaseFile, Person, Role

Key = tuple[str, int]
"""A case's id and a person's place in it."""


class Finding(StrEnum):
    REPEAT = "repeat"
    LAPSED = "the earlier referral has lapsed"
    NEW_PERPETRATOR = "the same victim with another perpetrator: a new case"
    OTHER_PART = "a person of another case, in another part"


@dataclass(frozen=True, slots=True)
class Pairing:
    """One person of the new referral who may be one of the earlier case."""

    role: Role
    earlier_role: Role
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class EarlierCase:
    """``days`` from the earlier referral to this; ``criminal``: whether a crime is recorded in the new referral."""

    case_id: str
    reference: str
    referred_on: date
    days: int
    pairings: tuple[Pairing, ...]
    finding: Finding
    criminal: bool

    @property
    def score(self) -> float:
        return max(pairing.likeness.score for pairing in self.pairings)

    def counts(self, definition: str) -> bool:
        """Whether it is a repeat by ``any abuse`` or by ``criminal incident``."""
        return self.finding is Finding.REPEAT and (definition == "any abuse" or self.criminal)


@dataclass
class People:
    """Everyone on record, in memory only while the area is open."""

    nicknames: Nicknames
    _index: Index[Key] = field(default_factory=Index, repr=False)
    _cases: dict[str, tuple[str, date, tuple[Role, ...]]] = field(default_factory=dict, repr=False)

    def add(self, case_id: str, reference: str, referred_on: date, people: Iterable[Person]) -> None:
        roles = []
        for place, person in enumerate(people):
            roles.append(person.role)
            self._index.add((case_id, place), traits(person, self.nicknames))
        self._cases[case_id] = (reference, referred_on, tuple(roles))

    def __len__(self) -> int:
        return len(self._index)

    def earlier(self, new: CaseFile, *, within_days: int) -> tuple[EarlierCase, ...]:
        """Cases with people of the new referral, the likeliest first; never the case itself."""
        people = [(person.role, traits(person, self.nicknames)) for person in new.people]
        return self._like(new.case.id, new.case.referred_on, people, bool(new.crime_references), within_days)

    def like_case(self, case_id: str, *, within_days: int) -> tuple[EarlierCase, ...]:
        """The same for a case that is among them; whether a crime is recorded in it is not known here."""
        _reference, referred_on, roles = self._cases[case_id]
        people = [(role, self._index[case_id, place]) for place, role in enumerate(roles)]
        return self._like(case_id, referred_on, people, False, within_days)

    def _like(
        self, own: str, on: date, people: Iterable[tuple[Role, Traits]], criminal: bool, within_days: int
    ) -> tuple[EarlierCase, ...]:
        found: dict[str, list[Pairing]] = {}
        for role, mine in people:
            for match in self._index.like(mine, skip=lambda key: key[0] == own):
                case_id, place = match.key
                earlier_role = self._cases[case_id][2][place]
                found.setdefault(case_id, []).append(Pairing(role, earlier_role, match.likeness))
        cases = []
        for case_id, pairings in found.items():
            reference, referred_on, _roles = self._cases[case_id]
            days = (on - referred_on).days
            best = tuple(sorted(pairings, key=lambda p: -p.likeness.score))
            finding = _finding(best, days, within_days)
            cases.append(EarlierCase(case_id, reference, referred_on, days, best, finding, criminal))
        return tuple(sorted(cases, key=lambda case: (-case.score, case.reference)))


def _finding(pairings: Iterable[Pairing], days: int, within_days: int) -> Finding:
    both = {pairing.role for pairing in pairings if pairing.role is pairing.earlier_role}
    if Role.VICTIM not in both:
        return Finding.OTHER_PART
    if Role.PERPETRATOR not in both:
        return Finding.NEW_PERPETRATOR
    return Finding.REPEAT if abs(days) <= within_days else Finding.LAPSED


def for_and_against(pairing: Pairing) -> Mapping[bool, tuple[str, ...]]:
    """Findings that speak for (True) and against (False) it being one person."""
    return {
        side: tuple(piece.finding for piece in pairing.likeness.evidence if piece.speaks_for is side)
        for side in (True, False)
    }
