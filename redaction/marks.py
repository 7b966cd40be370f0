"""What the layers that guess say of one word."""

from dataclasses import dataclass


@dataclass(slots=True)
class Mark:
    """One word that has to go."""

    kind: str
    rule: str
    reason: str
    doubt: float
