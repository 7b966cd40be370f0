"""From which chance on the CRF hides."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """From which chance on the CRF hides an ordinary word, a number; below ``clear`` a mere capital may stand.

    ``given`` for a word that is a given name too, ``named`` for any that a list of names holds, where capitals say
    nothing.
    ``peaks`` by kind: the chance that the likeliest word of a run must reach. Below ``least`` no word is hidden for its
    chance alone.
    """

    ordinary: float = 0.25
    number: float = 0.25
    record: float = 0.45
    keep: float = 0.6
    plain_number: float = 0.9
    begins: float = 0.05
    small: float = 0.5
    plain: float = 0.9
    job: float = 0.06
    lower: float = 0.1
    given: float = 0.05
    named: float = 0.25
    clear: float = 0.006
    peaks: Mapping[str, float] = field(default_factory=dict)
    least: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        least = min(self.ordinary, self.keep, self.job, self.begins, self.given, self.named)
        object.__setattr__(self, "least", least)
