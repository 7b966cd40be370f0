"""Which language screens and papers speak: the one chosen here, else the machine's own, else English.

Light, and asked first of all: labels of keys are made when a screen's module is loaded.
"""

import gettext
import os
from functools import cache
from pathlib import Path

from meeting.usecases.places import PRACTICES, home

LANGUAGES = {"en": "English", "sq": "Shqip"}
"""Code to its own name for itself. Another is a catalogue beside the Albanian one, and a line here."""

COUNTRIES = {"en": "uk", "sq": "albania"}
"""The profile that is practised in a language, and the first that a new area is offered."""

_DOMAIN = "meeting"
_FIND = gettext.find
_CATALOGUES = Path(__file__).with_name("locale")


def speak() -> None:
    """From here on words come from the catalogue of the language that counts, also in processes started from here."""
    os.environ["LANGUAGE"] = spoken()
    gettext.bindtextdomain(_DOMAIN, str(_CATALOGUES))
    gettext.textdomain(_DOMAIN)
    # The library looks through folders at each word it is asked for: a third of the time that a long list takes.
    gettext.find = cache(_FIND)  # type: ignore[assignment]


def spoken() -> str:
    """The code of the language that counts: ``MEETING_LANGUAGE``, what was chosen, or the machine's."""
    for code in (os.environ.get("MEETING_LANGUAGE", ""), _chosen(), *_of_the_machine()):
        if code in LANGUAGES:
            return code
    return "en"


def country() -> str:
    return COUNTRIES[spoken()]


def practice() -> str:
    """The name of the practice area."""
    return PRACTICES[country()]


def choose(code: str) -> None:
    """For this user of this machine, from the next start on."""
    if code not in LANGUAGES:
        raise ValueError(code)
    os.environ.pop("MEETING_LANGUAGE", None)  # what is chosen now counts, also over what the terminal said
    folder = home()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _choice().write_text(code + "\n", encoding="ascii")


def _choice() -> Path:
    return home() / ".language"  # no area has a name like that


def _chosen() -> str:
    try:
        return _choice().read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


def _of_the_machine() -> list[str]:
    """As gettext asks: a list in LANGUAGE, else the first of the others that is set."""
    told = os.environ.get("LANGUAGE", "").split(":")
    told += [next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")]
    return [one[:2] for one in told]
