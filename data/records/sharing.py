"""What is recorded on sharing: consent, agreements, grounds without consent, who helps, who stays out (R7 to R12).

Days are inclusive: a consent until the 3rd still counts on the 3rd. Withdrawing and ending count at once, on their
own day. Names and reasons are raw text and sealed under a case's key I; all else is codes and days.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.records.text import RawText

EVERY = "*"  # of agencies: those that help in the case; of categories: all that are not withheld by default
ALL = (EVERY,)
CORE = "core"  # why an agency helps: it sits at every meeting


class ConsentState(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    NOT_ASKED = "not asked"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"  # of a case's coded facts; a consent itself says when it was


class GivenBy(StrEnum):
    PERSON = "person"
    PARENT = "parent"
    GUARDIAN = "guardian"
    NOT_RECORDED = "not recorded"


class About(StrEnum):
    """Whose information a consent is about."""

    PERSON = "person"
    CHILDREN = "children"


class Statistics(StrEnum):
    """Consent to anonymous statistics, asked apart from all else."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not asked"


def in_force(starts: date, ends: date | None, stopped_on: date | None, on: date) -> bool:
    """Both ends included; what is stopped on a day counts no more on that day."""
    return starts <= on and (ends is None or on <= ends) and (stopped_on is None or on < stopped_on)


def covers(given: tuple[str, ...], wanted: str) -> bool:
    return EVERY in given or wanted in given


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What was said to sharing (R7). The latest record about somebody counts alone: a narrower one narrows.

    ``purpose`` is a code of the profile. ``from_referral``: only the referral form's word, without its details.
    ``signed`` is who signed, and how.
    """

    about: About = About.PERSON
    state: ConsentState
    given_by: GivenBy = GivenBy.PERSON
    agencies: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    purpose: str = ""
    starts: date
    ends: date | None = None
    withdrawn_on: date | None = None
    written: bool = True
    statistics: Statistics = Statistics.NOT_ASKED
    from_referral: bool = False
    signed: RawText = RawText("")
    circumstances: RawText = RawText("")

    def in_force(self, on: date) -> bool:
        return self.state is ConsentState.GIVEN and in_force(self.starts, self.ends, self.withdrawn_on, on)


class AgreementKind(StrEnum):
    PROTOCOL = "protocol"
    MOU = "memorandum of understanding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agency's sharing agreement (R9); ``confidence`` says how it keeps what it is told. It speaks of no case."""

    agency: str
    kind: AgreementKind = AgreementKind.PROTOCOL
    signed_on: date | None = None
    starts: date
    ends: date | None = None
    ended_on: date | None = None
    review_on: date | None = None
    categories: tuple[str, ...] = ALL
    confidence: str = ""

    def in_force(self, on: date) -> bool:
        signed = self.signed_on is not None and self.signed_on <= on
        return signed and in_force(self.starts, self.ends, self.ended_on, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A recorded decision to share without consent (R10).

    ``kind`` is the code of a ground in the profile; ``reasons`` may name people and is sealed.
    ``told``: whether the person was told; ``why_not_told`` otherwise. A second person countersigns. ``recorded_by``
    and ``signed_by`` are the users at whose login the decision and the countersignature were recorded.
    """

    kind: str
    reasons: RawText
    decided_by: str
    decided_on: date
    told: bool = False
    why_not_told: RawText = RawText("")
    countersigned_by: str = ""
    countersigned_on: date | None = None
    agencies: tuple[str, ...] = ALL
    categories: tuple[str, ...] = ALL
    ends: date | None = None
    ended_on: date | None = None
    recorded_by: str = ""
    signed_by: str = ""

    def in_force(self, on: date) -> bool:
        return bool(self.reasons) and in_force(self.decided_on, self.ends, self.ended_on, on)

    def is_countersigned(self, on: date, *, own_login: bool = False) -> bool:
        """By somebody else than who decided; ``own_login``: as a user of their own."""
        by = self.countersigned_by
        if own_login and (not self.signed_by or not self.recorded_by or self.signed_by == self.recorded_by):
            return False
        return bool(by.strip()) and not same_person(by, self.decided_by) and (self.countersigned_on or on) <= on


def same_person(one: str, other: str) -> bool:
    """As a name or role is written; capitals and spaces make nobody another person."""
    return "".join(one.casefold().split()) == "".join(other.casefold().split())


def may_be_same_person(one: str, other: str) -> bool:
    """Yes in doubt: a whole word in common, initials that fit, or no name to compare."""
    ours, theirs = name_words(one), name_words(other)
    if same_person(one, other) or not ours or not theirs:
        return True
    if whole_words(one) & whole_words(other):
        return True
    return any(_fits(a, b) for a in _written(ours) for b in _written(theirs))


def whole_words(name: str) -> frozenset[str]:
    """What a name can be told by: neither titles nor single letters."""
    return frozenset(word for word in name_words(name) if len(word) > 1)


# fmt: off
_TITLES = frozenset((
    "dr", "mr", "mrs", "ms", "miss", "mx", "sir", "prof", "professor", "rev", "revd", "cllr", "pc", "wpc", "dc", "ds",
    "sgt", "sergeant", "znj", "zonja", "zoti", "herr", "frau",
))
# fmt: on


def name_words(name: str) -> tuple[str, ...]:
    """Without accents, apostrophes and titles."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", re.sub(r"['’`]", "", plain))
    return tuple(word for word in words if word not in _TITLES)


def _written(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A short word that stands alone may be initials too: 'AO'."""
    alone = len(words) == 1 and 1 < len(words[0]) <= 3
    return (words, tuple(words[0])) if alone else (words,)


def _fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each word of the shorter is a word of the other, or one is the other's initial."""
    few, many = sorted((one, other), key=len)
    return all(any(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for b in many) for a in few)


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement:
    """That an agency helps in the case (R12), since when and until when; ``why`` is a code, empty where a keeper
    recorded it for this case alone."""

    agency: str
    starts: date
    ends: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """An agency, or one person of it, out of a case (R16). ``person`` empty: the whole agency."""

    agency: str
    starts: date
    ended_on: date | None = None
    person: RawText = RawText("")
    reason: RawText = RawText("")

    def in_force(self, on: date) -> bool:
        return in_force(self.starts, None, self.ended_on, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactReleased:
    """A decision that one fact withheld by default may be told (R12); ``fact`` is a code of the profile."""

    fact: str
    starts: date
    ends: date | None = None
    ended_on: date | None = None
    agencies: tuple[str, ...] = ALL
    decided_by: RawText = RawText("")
    reasons: RawText = RawText("")

    def in_force(self, on: date) -> bool:
        return bool(self.reasons) and in_force(self.starts, self.ends, self.ended_on, on)


class Told(StrEnum):
    """Who a notice is for."""

    PERSON = "person"
    PERPETRATOR = "perpetrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """That the explanation was given, when and by whom, or why not (R8)."""

    to: Told = Told.PERSON
    on: date
    given: bool
    language: str = "en"
    by: RawText = RawText("")
    why_not: RawText = RawText("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """How careful a notice must be; the latest counts, and without one the perpetrator is told nothing."""

    on: date
    perpetrator_may_be_told: bool = False
    safe_wording: bool = False
    decided_by: RawText = RawText("")
    reasons: RawText = RawText("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """One paper that spoke of the case, when, and to whom it went on what: pairs of an agency's code and
    ``consent`` or the code of a ground. Codes alone."""

    on: date
    paper: str
    to: tuple[tuple[str, str], ...]
    paper_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """Everything recorded on the sharing of one case, each kind in the order of recording."""

    consents: tuple[Consent, ...] = ()
    grounds: tuple[Ground, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    released: tuple[FactReleased, ...] = ()
    notices: tuple[Notice, ...] = ()
    cautions: tuple[Caution, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
