"""What is being typed and not yet recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DraftOf:
    """What is typed: the code of a form and, where it is about one, the case. Codes and ids alone, never a text."""

    form: str
    case_id: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Every field of a form as it stood at that moment."""

    about: DraftOf
    at: datetime
    values: Mapping[str, str] = field(repr=False)
