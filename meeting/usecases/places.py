"""Where areas lie on this machine. Light: the first screen needs it before anything heavy is loaded."""

import os
import re
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

PRACTICES = {"uk": "practice", "albania": "practice-albania"}
"""The practice area of each country whose language the program speaks."""


class NotPossible(ValueError):
    """A request that cannot be done; the sentence says why and what would be accepted. ``field``: of a form, which."""

    def __init__(self, sentence: str = "", field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class AreaEntry:
    name: str
    practice: bool
    folder: Path


def check_name(name: str) -> None:
    """Raises NotPossible for a name no area may have."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}", name) or is_practice(name):
        raise NotPossible(
            _(
                "An area's name has up to 40 letters, digits, - or _, starts with a letter or digit, "
                "and is not one of: {names}."
            ).format(names=", ".join(PRACTICES.values()))
        )


def is_practice(name: str) -> bool:
    return name in PRACTICES.values()


def home() -> Path:
    """Where areas live: ``MEETING_HOME``, or the data folder of this user."""
    chosen = os.environ.get("MEETING_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("meeting", appauthor=False))


def own_profiles() -> Path:
    """Where a team's changed profiles lie: one of the same name stands in place of the packaged one."""
    return home() / "profiles"


def areas() -> tuple[AreaEntry, ...]:
    folder = home()
    if not folder.is_dir():
        return ()
    found = sorted(path.parent for path in folder.glob("*/keys.json"))
    return tuple(AreaEntry(path.name, is_practice(path.name), path) for path in found)
