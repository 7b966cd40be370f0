"""The coded facts of a case that others read on its first line: as they are, or told more widely, or not at all."""

from collections.abc import Collection, Iterable, Mapping
from gettext import gettext as _

from data.records.case_details import Case, Criterion, Judgement
from data.records.profile import Profile

# A fact told widely has one of these in place of its value.
_FEW, _MANY, _HIGH, _BELOW = "1-2", "3+", "high", "below"
_MOST_CHILDREN = 20
SEX = "sex"


def facts_of(case: Case) -> dict[str, str]:
    """By code of the fact, its exact value; '' where nothing is recorded. The victim's sex is told by every 'she'."""
    latest = case.latest_assessment
    return {
        SEX: case.victim_sex,
        "criteria": "|".join(criterion.value for criterion in case.criteria),
        "ticks": str(latest.count) if latest and latest.count is not None else "",
        "judgement": latest.judgement.value if latest else "",
        "children": str(case.children_count),
    }


def told_to(facts: Mapping[str, str], categories: Collection[str]) -> dict[str, str]:
    """Those that a reader of these categories is told; what is not recorded tells nothing."""
    needs = {"ticks": "risk", "judgement": "risk", "children": "children"}
    return {
        code: value for code, value in facts.items() if value and (needs.get(code, "case")) in {"case", *categories}
    }


def wider(profile: Profile) -> dict[str, dict[str, str]]:
    """For each fact that can be told more widely, what each of its values then becomes."""
    ticks = {str(n): _HIGH if n >= profile.high_risk_count else _BELOW for n in range(profile.checklist_length + 1)}
    children = {str(n): _FEW if n < 3 else _MANY for n in range(1, _MOST_CHILDREN)}
    return {"ticks": ticks, "children": children}


def least(told: str) -> int:
    """From how many children on a wide telling says something that is true."""
    return {_FEW: 1, _MANY: 3}.get(told, 0)


def as_told(facts: Mapping[str, str], widely: Mapping[str, str]) -> dict[str, str]:
    """The facts after a reviewer's decisions: left out where '' was decided."""
    return {code: widely.get(code, value) for code, value in facts.items() if widely.get(code, value)}


def in_words(code: str, value: str, profile: Profile) -> str:
    """One fact as its readers read it; for the reviewer also the victim's sex, and a fact that is left out."""
    if code == "criteria":
        return " · ".join(_(Criterion(one).value) for one in value.split("|")) if value else _("criteria left out")
    if code == "ticks":
        return _ticks(value, profile)
    if code == "judgement":
        return _("judged {judgement}").format(judgement=_(Judgement(value).value)) if value else _("judgement left out")
    if code == "children":
        said = {_FEW: _("1 or 2"), _MANY: _("3 or more"), "": _("not said")}
        return _("children: {count}").format(count=said.get(value, value))
    return _("victim: {sex}").format(sex=_(value))


def line(facts: Mapping[str, str], widely: Mapping[str, str], profile: Profile) -> str:
    """The first line of a summary. Children that are left out are said to be, or there would seem to be none."""
    shown = as_told(facts, widely)
    parts = [in_words(code, shown[code], profile) for code in ("criteria", "ticks", "judgement") if code in shown]
    if "children" in facts and facts["children"] != "0":
        parts.append(in_words("children", widely.get("children", facts["children"]), profile))
    return " · ".join(parts)


def _ticks(value: str, profile: Profile) -> str:
    if value in (_HIGH, _BELOW):
        many, few = _("{count} ticks or more on the checklist"), _("fewer than {count} ticks on the checklist")
        return (many if value == _HIGH else few).format(count=profile.high_risk_count)
    return _("{count} ticks on the checklist").format(count=value) if value else _("ticks left out")


def alike(all_facts: Iterable[dict[str, str]], widely: Mapping[str, str], profile: Profile) -> Iterable[dict[str, str]]:
    """Other cases' facts, told as widely as this case's, so that they can be compared."""
    general = {code: kinds for code, kinds in wider(profile).items() if code in widely}
    for facts in all_facts:
        yield {code: general.get(code, {}).get(value, value) for code, value in facts.items()}
