"""Who a case is about, and what is known of it (R1, R5, R20)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from data.records.retention import Kept
from data.records.sharing import ConsentState
from data.records.text import RawText


class Role(StrEnum):
    """A person's place in the case."""

    VICTIM = "victim"
    PERPETRATOR = "perpetrator"
    CHILD = "child"
    RELATIVE = "relative"
    OTHER = "other"


class Criterion(StrEnum):
    """Why a case was referred: any of four."""

    VISIBLE_HIGH_RISK = "visible high risk"
    PROFESSIONAL_JUDGEMENT = "professional judgement"
    ESCALATION = "escalation"
    REPEAT = "repeat"


class Judgement(StrEnum):
    """An assessor's own word; the program never computes it."""

    HIGH = "high"
    MEDIUM = "medium"
    STANDARD = "standard"
    NOT_GIVEN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    line: str = field(default="", repr=False)
    town: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.line or self.town or self.postcode)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of a case; everything that identifies is kept out of ``repr``.

    ``identifiers`` are pairs of kind and value, such as ``("nhs", "999 453 3312")``. ``age`` is in years,
    for a person whose date of birth nobody gave.
    """

    id: str
    role: Role
    first: str = field(default="", repr=False)
    last: str = field(default="", repr=False)
    also_known_as: tuple[str, ...] = field(default=(), repr=False)
    date_of_birth: date | None = field(default=None, repr=False)
    age: int | None = field(default=None, repr=False)
    gender: str = ""
    phones: tuple[str, ...] = field(default=(), repr=False)
    emails: tuple[str, ...] = field(default=(), repr=False)
    address: Address = field(default=Address(), repr=False)
    workplace: str = field(default="", repr=False)
    school: str = field(default="", repr=False)
    identifiers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    relationship_to_victim: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"{self.role} {self.id}"

    @property
    def full_name(self) -> str:
        """For the keepers' own view alone."""
        return " ".join(part for part in (self.first, self.last) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAssessment:
    """One assessment from one source (R20): a count and a human judgement side by side, never a verdict.

    ``by`` is the code of the agency that filled it in. Why it was judged so is a remark: it may name people.
    """

    assessed_on: date | None = None
    source: str = ""  # "victim", "perpetrator", "history" or an agency's code
    count: int | None = None
    judgement: Judgement = Judgement.NOT_GIVEN
    by: str = ""


class CaseState(StrEnum):
    OPEN = "open"
    LAPSED = "lapsed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The coded facts of a case: nothing in it names anyone. ``str`` of it is its reference.

    ``involved`` are codes of agencies. ``last_heard_on`` is the day of the last meeting that heard it.
    ``repeat_of`` are references of earlier cases of the same people, as a keeper decided; ``not_repeat_of`` of
    cases that only looked so, ``may_repeat`` of those an import found and nobody has decided on.
    ``restricted``: the person asked that it be kept and not used until that is settled.
    """

    id: str
    reference: str
    referred_on: date
    referring_agency: str
    involved: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    assessments: tuple[RiskAssessment, ...] = ()
    consent: ConsentState = ConsentState.UNKNOWN
    children_count: int = 0
    state: CaseState = CaseState.OPEN
    language: str = "en"
    transferred_from: str = ""
    review_on: date | None = None
    last_heard_on: date | None = None
    victim_age_band: str = ""
    victim_sex: str = ""
    municipality: str = ""
    repeat_of: tuple[str, ...] = ()
    not_repeat_of: tuple[str, ...] = ()
    may_repeat: tuple[str, ...] = ()
    kept: Kept = Kept.ALL
    restricted: bool = False

    def __str__(self) -> str:
        return self.reference

    @property
    def latest_assessment(self) -> RiskAssessment | None:
        return self.assessments[-1] if self.assessments else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Free text beside the narrative: safety remarks, notes on cells, whatever no other column takes.

    ``label`` is the heading it stood under.
    """

    label: str
    text: RawText


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case opened by a keeper: the coded facts, the people, and the raw words."""

    case: Case
    people: tuple[Person, ...] = ()
    narrative: RawText = RawText("")
    remarks: tuple[Remark, ...] = ()
    orders: tuple[str, ...] = field(default=(), repr=False)
    crime_references: tuple[str, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return self.case.reference
