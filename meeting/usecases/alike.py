"""What singles a person out although no word does: the coded facts of a case together (R14, R25).

Counted over the coded facts of all cases of the area; nobody's identity is opened for it.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from agenda.told import SEX, alike, as_told, facts_of, in_words, least, told_to, wider
from data.permission.decide import Matter
from data.permission.seen import common, entitled
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters_of
from redaction.circumstances import Widening, circumstances
from redaction.disguise import Disguised
from redaction.languages.choose import LANGUAGES
from redaction.text.normal import fold


@dataclass(frozen=True, slots=True)
class Alike:
    """The facts others are told together, in words, and how many other cases they fit; ``asked`` is what the profile
    sets. ``fact`` told as ``told`` would make it ``then`` (``enough`` or as near as one change comes); '' where no
    change helps.
    """

    facts: tuple[str, ...]
    others: int
    asked: int
    fact: str = ""
    told: str = ""
    words: str = ""
    then: int = 0
    left: bool = False  # a keeper saw it and left it so

    @property
    def singled_out(self) -> bool:
        return self.others < self.asked

    @property
    def enough(self) -> bool:
        return bool(self.fact) and self.then >= self.asked


def alike_of(office: Office, matter: Matter, shown: Disguised) -> Alike:
    """``shown`` is the case's text as others read it: what it tells of the children cannot be taken back above it."""
    reading, profile = office.reading(matter.case.id), office.profile
    widely = reading.review.wider
    facts = _told(office, matter, widely)
    left = reading.review.alone == _together(facts)
    others = Counter(tuple(sorted(one.items())) for one in _all(office))
    others[tuple(sorted(facts_of(matter.case).items()))] -= 1
    compared = alike(map(dict, others), widely, profile)
    area = [(one, count) for one, count in zip(compared, others.values(), strict=True) if count > 0]
    named = _children_named(shown)
    if named:
        facts.setdefault("children", facts_of(matter.case)["children"])
    fixed = {SEX, "children"} if named else {SEX}
    general = {code: kinds for code, kinds in wider(profile).items() if code not in widely}
    if named > least(general.get("children", {}).get(facts.get("children", ""), "")):
        general.pop("children", None)
    found = circumstances(facts, area, least=profile.fewest_alike, wider=general, fixed=fixed)
    told = tuple(in_words(code, value, profile) for code, value in facts.items() if (code, value) != ("children", "0"))
    change: Widening | None = found.widening or found.closest
    if change is None:
        return Alike(told, found.others, profile.fewest_alike, left=left)
    words = in_words(change.fact, change.told, profile)
    return Alike(told, found.others, profile.fewest_alike, change.fact, change.told, words, change.others, left)


def together(office: Office, case_id: str) -> str:
    """What others are told of the case now, to remember that it was left so."""
    return _together(_told(office, matters_of(office, [case_id])[case_id], office.reading(case_id).review.wider))


def _told(office: Office, matter: Matter, widely: Mapping[str, str]) -> dict[str, str]:
    categories = common(entitled(matter, office.today), matter, office.today)
    return as_told(told_to(facts_of(matter.case), categories), widely)


def _together(facts: dict[str, str]) -> str:
    return "; ".join(f"{code}: {value}" for code, value in sorted(facts.items()))


def _all(office: Office) -> list[dict[str, str]]:
    """The coded facts of every case of the area, read once while it is open."""
    if office.alike is None:
        with office.area.look() as record:
            office.alike = [facts_of(case) for case in record.cases(limit=1_000_000)]
    return office.alike


def _children_named(shown: Disguised) -> int:
    """The highest number of a child that the text speaks of: 'Child 3' says that there are three."""
    words = tuple(fold(language.placeholders["child"])[:4] for language in LANGUAGES.values())
    told = (fold(span.placeholder).strip("⟨⟩") for span in shown.spans if span.kind == "PERSON")
    numbers = [int(n) for placeholder in told if placeholder.startswith(words) for n in re.findall(r"\d+", placeholder)]
    return max(numbers, default=0)
