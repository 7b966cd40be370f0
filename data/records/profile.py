"""The type of a profile: what differs between countries and areas, as lines a team can edit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundKind:
    """A ground for sharing without consent that the law of the area knows.

    ``basis`` names the law. ``cases``: ``adults``, ``children`` (cases with children), or both.
    """

    code: str
    name: str
    basis: str = ""
    countersign: bool = True
    cases: tuple[str, ...] = ("adults", "children")


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A kind of information. ``sectors``: what these agencies tell is of this category; ``headings``: a remark
    under a heading with one of these words is. ``child``: it is about children, and follows their rules."""

    code: str
    name: str
    child: bool = False
    sectors: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldFact:
    """A fact that nobody is told unless so decided. ``words`` tell it: folded, ``*`` ends a stem. ``hints`` may tell it
    of a case whose texts tell it elsewhere. ``together`` may tell it of any case: classes of words joined by ``+``, the
    words of each by ``|``, where one sentence has a word of each. ``common``: what is packaged for the code counts too.

    ``category`` is the kind of information it belongs to.
    """

    code: str
    name: str
    category: str
    words: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    common: bool = True
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingRules:
    """Rules of sharing that differ between teams.

    ``referral_consent``: whether a bare 'yes' on a referral form counts until its details are recorded.
    ``urgent_days``: how long a ground counts before its countersignature. ``overdue_review_stops``: whether an
    agreement past its review is still in force. ``countersign_own_login``: whether who decided and who countersigned
    must each have recorded it as a user of their own. ``adults_only_leave_out``: sectors that see no adults-only case.
    """

    consent_months: int
    referral_consent: bool
    child_consent_from: tuple[str, ...]
    urgent_days: int
    countersigners: tuple[str, ...]
    agreement_review_months: int
    overdue_review_stops: bool
    countersign_own_login: bool = False
    adults_only_leave_out: tuple[str, ...] = ()
    quiet_sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Rules and words of one area's practice. Days and months are counts; minutes are of the meeting.

    ``keep_words_months`` and the like count from a case's last activity; they never decrease. ``keep_draft_days``
    counts from when what was typed was last kept.
    ``repeat_definition``: ``any abuse`` (current), or ``criminal incident`` (older).
    ``fewest_alike``: coded facts that together fit fewer other cases of the area single a person out.
    ``order``: what comes first on the agenda, of ``children``, ``risk``, ``waiting``. ``core``: sectors whose agencies
    sit at every meeting of a new area.
    """

    code: str
    name: str
    language: str
    closes_days_before: int
    keep_words_months: int
    keep_people_months: int
    keep_whole_months: int
    repeat_months: int
    repeat_definition: str
    lapse_months: int
    minutes_per_case: int
    minutes_per_case_repeat: int
    minutes_opening: int
    meeting_length: int
    order: tuple[str, ...]
    high_risk_count: int
    checklist_length: int
    action_days: int
    escalate_after: int
    declaration: str
    restriction: str
    grounds: tuple[GroundKind, ...]
    sectors: tuple[str, ...]
    sharing: SharingRules
    categories: tuple[Category, ...]
    withheld: tuple[WithheldFact, ...]
    purposes: tuple[Purpose, ...]
    kinds_of_meeting: tuple[str, ...] = ()
    fewest_alike: int = 5
    keep_draft_days: int = 30
    core: tuple[str, ...] = ()

    def category(self, code: str) -> Category | None:
        return next((c for c in self.categories if c.code == code), None)

    def fact(self, code: str) -> WithheldFact | None:
        return next((f for f in self.withheld if f.code == code), None)

    def ground(self, code: str) -> GroundKind | None:
        return next((g for g in self.grounds if g.code == code), None)
