"""What agencies may see of a case: who sees it at all, what all of them may see, which facts stay withheld."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.permission.decide import CASE, Alike, Decision, Matter, decide, helps
from data.permission.reasons import OF_AN_AGENCY, Reason
from data.permission.withheld import fold
from data.records.agency import Agency
from data.records.conference import NoteKind
from data.records.profile import Profile, WithheldFact
from data.records.sharing import may_be_same_person

# What keeps even an agency's own part in a case from it.
_SHUT = frozenset(
    ("restricted", "purged", "conflict", "person in conflict", "person may be in conflict", "not registered",
     "cannot be decided", "unknown category")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """One agency and one case: whether it may see the case at all, its decision on each category and fact."""

    agency: str
    case: Decision
    categories: tuple[tuple[str, Decision], ...]
    facts: tuple[tuple[str, Decision], ...]


def seen(agency: str, matter: Matter, on: date) -> Seen:
    profile = matter.profile
    return Seen(
        agency,
        decide(agency, CASE, matter, on),
        tuple((c.code, decide(agency, c.code, matter, on)) for c in profile.categories),
        tuple((f.code, decide(agency, f.code, matter, on)) for f in profile.withheld),
    )


def entitled(matter: Matter, on: date) -> tuple[str, ...]:
    """Codes of the agencies that may see the case, in the order of the register."""
    return tuple(agency.code for agency in matter.agencies if decide(agency.code, CASE, matter, on).allowed)


def own_part(agency: str, matter: Matter, on: date, *, person: str = "", alike: Alike = may_be_same_person) -> bool:
    """Whether an agency that may not see a case is told of its own part in it: an action it agreed, a flag it set.

    It knows of these, and nothing else of the case comes with them; a restriction, a purge or a conflict of interest
    keeps them back.
    """
    against = decide(agency, CASE, matter, on, person=person, alike=alike).against
    return not {reason.code for reason in against} & _SHUT


def flagged(matter: Matter, on: date) -> tuple[str, ...]:
    """The agencies that are told when the case lapses: those that may see it, and those it was told to before."""
    told = {code for disclosure in matter.sharing.disclosures for code, _basis in disclosure.to}
    seeing = entitled(matter, on)
    return tuple(
        agency.code
        for agency in matter.agencies
        if agency.code in seeing or (agency.code in told and own_part(agency.code, matter, on))
    )


def common(agencies: Iterable[str], matter: Matter, on: date) -> frozenset[str]:
    """Categories that every one of these agencies may see: what a text for all of them may hold."""
    codes = tuple(agencies)
    return frozenset(
        category.code
        for category in matter.profile.categories
        if codes and all(decide(code, category.code, matter, on).allowed for code in codes)
    )


def withheld_from(agencies: Iterable[str], matter: Matter, on: date) -> tuple[WithheldFact, ...]:
    """The facts that at least one of these agencies may not be told; all of them where there is no agency."""
    codes = tuple(agencies)
    return tuple(
        fact
        for fact in matter.profile.withheld
        if not codes or not all(decide(code, fact.code, matter, on).allowed for code in codes)
    )


def why_held(matter: Matter, on: date) -> tuple[Reason, ...]:
    """Why no agency may see the case: what stands in the way of those that help in it, the commonest first; where none
    helps, that, and what else stands in the way of all."""
    if not matter.agencies:
        return (Reason("not registered"),)
    helping = [agency for agency in matter.agencies if helps(agency.code, matter, on)]
    met: dict[Reason, list[str]] = {}
    for agency in helping or matter.agencies:
        for reason in decide(agency.code, CASE, matter, on).against:
            met.setdefault(reason, []).append(agency.name)
    if not helping:
        known = matter.case.referring_agency in {agency.code for agency in matter.agencies}
        others = tuple(r for r, names in met.items() if len(names) == len(matter.agencies) and r.code not in _HELP)
        return (Reason("nobody helps" if known else "referrer not registered"), *others)
    ordered = sorted(met, key=lambda reason: -len(met[reason]))
    return tuple(replace(r, who=", ".join(met[r])) if r.code in OF_AN_AGENCY else r for r in ordered)


_HELP = ("not involved", "involvement ended", "adults only")


def of_note(kind: NoteKind, agency: str, agencies: Sequence[Agency], profile: Profile) -> str:
    """The category of a note: by its kind, or by the sector of the agency that tells it."""
    if kind is NoteKind.RISKS:
        return "risk"
    if kind is NoteKind.VIEWS:
        return "views"
    sector = next((a.sector for a in agencies if a.code == agency), "")
    return next((c.code for c in profile.categories if sector and sector in c.sectors), "history")


def of_remark(heading: str, profile: Profile) -> str:
    """The category of a remark, by the heading it stood under."""
    words = fold(heading).replace("'", " ").replace("/", " ").split()
    for category in profile.categories:
        for wanted in map(fold, category.headings):
            parts = wanted.split()
            if any(_begins(words[at : at + len(parts)], parts) for at in range(len(words))):
                return category.code
    return "history"


def _begins(words: Sequence[str], wanted: Sequence[str]) -> bool:
    return len(words) == len(wanted) and all(
        word.startswith(w[:-1]) if w.endswith("*") else word.strip(".,:;()?") == w
        for word, w in zip(words, wanted, strict=True)
    )
