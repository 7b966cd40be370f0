"""What the layers that guess say of one word."""

from dataclasses import dataclass


@dataclass(slots=True)
class Mark:
    """One word that has to go."""

    kind: str
    rule: str
    reason: str
    doubt: float


def yields(mark: Mark | None, doubt: float) -> bool:
    """Whether a word is free for a mark that is surer: none stands, or one only learned and doubted more."""
    return mark is None or (mark.rule == "learned" and mark.doubt > doubt)
