"""The order of an agenda: children first, then risk, then waiting time, as the profile lists them."""

from collections.abc import Sequence

from agenda.due import Due
from data.records.case_details import Judgement
from data.records.profile import Profile

_JUDGED = {Judgement.HIGH: 3, Judgement.MEDIUM: 2, Judgement.STANDARD: 1, Judgement.NOT_GIVEN: 0}


def order(dues: Sequence[Due], profile: Profile) -> tuple[Due, ...]:
    """Late additions keep their place by the rules; lapses come last."""
    return tuple(sorted(dues, key=lambda d: (d.lapse, *(_key(rule, d, profile) for rule in profile.order))))


def _key(rule: str, item: Due, profile: Profile) -> tuple[float, ...]:
    case = item.case
    if rule == "children":
        return (0.0 if case.children_count else 1.0,)
    if rule == "risk":
        latest = case.latest_assessment
        if latest is None:
            return (0.0, 0.0)
        high = (latest.count or 0) >= profile.high_risk_count
        return (-float(max(3 if high else 0, _JUDGED[latest.judgement])), -float(latest.count or 0))
    if rule == "waiting":
        return (float(case.referred_on.toordinal()),)
    raise ValueError(f"The profile's order knows children, risk and waiting, not '{rule}'.")
