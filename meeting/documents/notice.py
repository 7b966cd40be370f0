"""The explanation for the person the case is about (R8): her own paper, in plain words and in her language.

It names no person, no address and no refuge; agencies appear by name, or with safe wording without those whose name
tells what they help with. The words are in ``notices/*.toml``, one file for each language.
"""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from data.records.agency import Agency
from data.records.case_details import Case
from data.records.profile import Profile
from data.records.sharing import Consent, Ground, Statistics
from meeting.documents.paper import Block, Heading, Line, Paper


@dataclass(frozen=True, slots=True)
class Explained:
    """What a notice is made of. ``went`` are pairs of a day and the codes of the agencies told then."""

    case: Case
    agencies: tuple[str, ...]
    categories: tuple[str, ...]
    withheld: tuple[str, ...]
    consent: Consent | None = field(repr=False)
    for_children: Consent | None = field(repr=False)
    ground: Ground | None = field(repr=False)
    went: tuple[tuple[date, tuple[str, ...]], ...] = ()
    safe_wording: bool = False


def languages() -> tuple[str, ...]:
    found = [f.name for f in files("meeting.documents.notices").iterdir() if f.name.endswith(".toml")]
    return tuple(sorted(name.removesuffix(".toml") for name in found))


@cache
def _words(language: str) -> dict[str, Any]:
    code = language if language in languages() else "en"
    return tomllib.loads((files("meeting.documents.notices") / f"{code}.toml").read_text(encoding="utf-8"))


class NoticePaper:
    """What is shared, with whom, when, why, until when; how to say stop; rights."""

    @staticmethod
    def of(explained: Explained, language: str, agencies: Sequence[Agency], profile: Profile) -> Paper:
        words = _words(language)
        named = _names(explained, agencies, profile, words)
        safe = explained.safe_wording
        blocks: list[Block] = [
            Line(words["intro"]),
            Line(words["reference"].format(reference=explained.case.reference)),
        ]
        blocks += _shared(explained, words, named, profile)
        blocks += _basis(explained, words, profile)
        blocks += [Heading(words["withdraw"]), Line(words["withdraw_text"])]
        blocks += [Heading(words["rights"]), *(Line(f"• {right}") for right in words["rights_list"])]
        blocks += _statistics(explained, words)
        blocks.append(Line(words["keep_safe"]))
        title = words["title_safe" if safe else "title"]
        name = f"{words['file_safe' if safe else 'file']}-{explained.case.reference}"
        return _paper(name, title, language, blocks, words, agencies)


class PerpetratorPaper:
    """What the perpetrator may be told where that is recorded as safe: nothing about this case or anyone in it."""

    @staticmethod
    def of(on: date, language: str, agencies: Sequence[Agency]) -> Paper:
        words = _words(language)
        blocks: list[Block] = [Line(text) for text in words["perpetrator_text"]]
        # No code of the case stands on it: it must not join two papers found in one home.
        name = f"{words['perpetrator_file']}-{on:%Y-%m-%d}"
        return _paper(name, words["perpetrator_title"], language, blocks, words, agencies)


def _shared(explained: Explained, words: dict[str, Any], named: Callable[[str], str], profile: Profile) -> list[Block]:
    if not explained.agencies:
        return [Heading(words["what"]), Line(words["what_none"])]
    why = words["why_text"].format(purposes=_purposes(explained, words, profile))
    blocks: list[Block] = [Heading(words["why"]), Line(why)]
    blocks.append(Heading(words["what"]))
    blocks += [Line(f"• {_category(code, explained, words, profile)}") for code in explained.categories]
    blocks.append(Heading(words["with"]))
    blocks += [Line(f"• {name}") for name in dict.fromkeys(map(named, explained.agencies))]
    if explained.withheld and not explained.safe_wording:
        blocks.append(Heading(words["what_not"]))
        blocks += [Line(f"• {_fact(code, words, profile)}") for code in explained.withheld]
    blocks.append(Heading(words["so_far"]))
    for day, codes in explained.went:
        told = ", ".join(dict.fromkeys(map(named, codes)))
        blocks.append(Line("• " + words["so_far_line"].format(day=_day(day), agencies=told)))
    if not explained.went:
        blocks.append(Line(words["so_far_none"]))
    return blocks


def _basis(explained: Explained, words: dict[str, Any], profile: Profile) -> list[Block]:
    blocks: list[Block] = [Heading(words["basis"])]
    consent, ground, children = explained.consent, explained.ground, explained.for_children
    if consent is not None:
        said = words["basis_referral" if consent.from_referral else "basis_consent"]
        blocks.append(Line(said.format(day=_day(consent.starts))))
    if children is not None:
        blocks.append(Line(words["basis_children"].format(day=_day(children.starts))))
    if ground is not None:
        known = profile.ground(ground.kind)
        name = words["grounds"].get(ground.kind) or (known.name if known else ground.kind)
        name = words["safe"]["ground"] if explained.safe_wording else name
        line = words["basis_ground" if ground.countersigned_by else "basis_ground_unsigned"]
        blocks.append(Line(line.format(ground=name, day=_day(ground.decided_on))))
    if consent is None and ground is None and children is None:
        return [*blocks, Line(words["basis_none"])]
    blocks.append(Heading(words["until"]))
    ends = consent.ends if consent else ground.ends if ground else children.ends if children else None
    if ends is not None:
        blocks.append(Line(words["until_day"].format(day=_day(ends))))
    else:
        blocks.append(Line(words["until_open" if consent or children else "until_ground"]))
    return blocks


def _statistics(explained: Explained, words: dict[str, Any]) -> list[Block]:
    answer = explained.consent.statistics if explained.consent else Statistics.NOT_ASKED
    if answer is Statistics.NOT_ASKED:
        return []
    return [Heading(words["statistics"]), Line(words[f"statistics_{answer.value}"])]


def _purposes(explained: Explained, words: dict[str, Any], profile: Profile) -> str:
    """The consent's own purpose, or the first of the profile's: whatever else is done is done for that."""
    asked = explained.consent.purpose if explained.consent else ""
    code = asked or profile.purposes[0].code
    own = words["safe"].get(code) if explained.safe_wording else None
    named = next((p.name for p in profile.purposes if p.code == code), code)
    return str(own or words["purposes"].get(code) or named)


def _category(code: str, explained: Explained, words: dict[str, Any], profile: Profile) -> str:
    own = words["safe"].get(code) if explained.safe_wording else None
    known = profile.category(code)
    return str(own or words["categories"].get(code) or (known.name if known else code))


def _fact(code: str, words: dict[str, Any], profile: Profile) -> str:
    known = profile.fact(code)
    return str(words["withheld"].get(code) or (known.name if known else code))


def _names(
    explained: Explained, agencies: Sequence[Agency], profile: Profile, words: dict[str, Any]
) -> Callable[[str], str]:
    known = {agency.code: agency for agency in agencies}
    quiet = profile.sharing.quiet_sectors if explained.safe_wording else ()

    def name(code: str) -> str:
        agency = known.get(code)
        if agency is None:
            return str(words["quiet"])
        return str(words["quiet"]) if agency.sector in quiet else agency.name

    return name


def _paper(
    name: str, title: str, language: str, blocks: Sequence[Block], words: dict[str, Any], agencies: Sequence[Agency]
) -> Paper:
    own = {title, words["mark"], words["quiet"], *(agency.name for agency in agencies)}
    own |= {block.text for block in blocks if isinstance(block, Heading)}
    own |= {words[key] for key in ("intro", "withdraw_text", "keep_safe")} | set(words["rights_list"])
    return Paper(name, title, words["mark"], language, tuple(blocks), frozenset(own))


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
