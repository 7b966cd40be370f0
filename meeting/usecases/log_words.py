"""What was done, which the log keeps as a code, in the words of the language that is spoken. The log stays as it is."""

import re
from collections.abc import Iterator
from functools import cache
from gettext import gettext as _
from gettext import pgettext

# A number after a code's own words, and the rest, which is another code.
_TAIL = re.compile(r"(\W*(?:[\d.]+ )?)(.*)", re.DOTALL)
# What ``tools.messages`` gathers for translators.
_CODES = (
    "action",
    "action reported by",
    "agency saved",
    "agenda published",
    "agenda released",
    "agenda saved",
    "agreement changed",
    "agreement recorded",
    "answer revised by",
    "answers looked at",
    "answers taken of",
    "area card written",
    "area created",
    "area opened",
    "attendance",
    "backup begun",
    "backup leaves",
    "backup made",
    "backup removed",
    "beginning taken back",
    "case added",
    "case changed",
    "case erased",
    "case heard",
    "case opened in the meeting",
    "case put off",
    "checkpoint countersigned",
    "clock set back",
    "consent recorded",
    "contact recorded",
    "corrected",
    "declaration agreed to by",
    "draft ended",
    "draft opened",
    "entries proved",
    "grant",
    "granted",
    "ground changed",
    "ground recorded",
    "hold lifted",
    "hold recorded",
    "identities compared",
    "identities compared: a name looked for",
    "identities compared: an import looked for what is here already",
    "identities compared: harmless words tried",
    "identities compared: repeats looked for",
    "identity looked at",
    "identity looked at: compared with an import",
    "identity looked at: keeper",
    "import taken",
    "import undone",
    "keys renewed",
    "log exported",
    "meeting",
    "minutes released",
    "name looked for",
    "note on",
    "notice released",
    "pack sealed to",
    "paper released",
    "paper released: attendance sheet",
    "paper released: list of actions",
    "placeholder opened",
    "raw note looked at",
    "recovery sheets made",
    "recovery sheets tried",
    "referral recorded",
    "restore tried",
    "restored from backup",
    "restricted",
    "restriction lifted",
    "review decided",
    "role set",
    "sharing looked at",
    "subject access released",
    "transferred from another area",
    "transferred to another area",
    "user disabled",
    "user invited",
)


def told(kind: str) -> str:
    """A code nobody translated is told as it stands."""
    for code, words in _said():
        if kind == code or (kind.startswith(code) and not kind[len(code)].isalnum()):
            before, rest = _TAIL.fullmatch(kind[len(code) :]).groups()  # type: ignore[union-attr]
            return words + before + (_(rest) if rest else "")
    return kind


def codes_of(part: str) -> Iterator[str]:
    """The codes whose words hold a part that somebody looks for."""
    sought = part.casefold()
    return (code for code, words in _said() if sought in words.casefold())


@cache
def _said() -> tuple[tuple[str, str], ...]:
    """The longest first, so that one that begins like another is found."""
    return tuple((code, pgettext("log", code)) for code in sorted(_CODES, key=len, reverse=True))
