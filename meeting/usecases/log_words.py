"""What was done, which the log keeps as a code, in the words of the language that is spoken. The log stays as it is."""

import re
from collections.abc import Iterator
from functools import cache
from gettext import gettext as _
from gettext import pgettext

# A number after a code's own words, and the rest, which is another code.
_TAIL = re.compile(r"(\W*(?:[\d.]+ )?)(.*)", re.DOTALL)


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
    return tuple(sorted(_words().items(), key=lambda one: -len(one[0])))


def _words() -> dict[str, str]:
    return {
        "action": pgettext("log", "action"),
        "action reported by": _("action reported by"),
        "agency saved": _("agency saved"),
        "agenda published": _("agenda published"),
        "agenda released": _("agenda released"),
        "agenda saved": _("agenda saved"),
        "agreement changed": _("agreement changed"),
        "agreement recorded": _("agreement recorded"),
        "answer revised by": _("answer revised by"),
        "answers looked at": _("answers looked at"),
        "answers taken of": _("answers taken of"),
        "area card written": _("area card written"),
        "area created": _("area created"),
        "area opened": _("area opened"),
        "attendance": pgettext("log", "attendance"),
        "backup begun": _("backup begun"),
        "backup leaves": _("backup leaves"),
        "backup made": _("backup made"),
        "backup removed": _("backup removed"),
        "beginning taken back": _("beginning taken back"),
        "case added": _("case added"),
        "case changed": _("case changed"),
        "case erased": _("case erased"),
        "case heard": _("case heard"),
        "case opened in the meeting": _("case opened in the meeting"),
        "case put off": _("case put off"),
        "checkpoint countersigned": _("checkpoint countersigned"),
        "clock set back": _("clock set back"),
        "consent recorded": _("consent recorded"),
        "contact recorded": _("contact recorded"),
        "corrected": _("corrected"),
        "declaration agreed to by": _("declaration agreed to by"),
        "draft ended": _("draft ended"),
        "draft opened": _("draft opened"),
        "entries proved": _("entries proved"),
        "grant": pgettext("log", "grant"),
        "granted": pgettext("log", "granted"),
        "ground changed": _("ground changed"),
        "ground recorded": _("ground recorded"),
        "hold lifted": _("hold lifted"),
        "hold recorded": _("hold recorded"),
        "identities compared": _("identities compared"),
        "identities compared: an import looked for what is here already": _(
            "identities compared: an import looked for what is here already"
        ),
        "identities compared: harmless words tried": _("identities compared: harmless words tried"),
        "identities compared: repeats looked for": _("identities compared: repeats looked for"),
        "identity looked at": _("identity looked at"),
        "identity looked at: compared with an import": _("identity looked at: compared with an import"),
        "identity looked at: keeper": _("identity looked at: keeper"),
        "import taken": _("import taken"),
        "import undone": _("import undone"),
        "keys renewed": _("keys renewed"),
        "log exported": _("log exported"),
        "meeting": pgettext("log", "meeting"),
        "minutes released": _("minutes released"),
        "note on": pgettext("log", "note on"),
        "notice released": _("notice released"),
        "pack sealed to": _("pack sealed to"),
        "paper released": _("paper released"),
        "placeholder opened": _("placeholder opened"),
        "raw note looked at": _("raw note looked at"),
        "recovery sheets made": _("recovery sheets made"),
        "recovery sheets tried": _("recovery sheets tried"),
        "referral recorded": _("referral recorded"),
        "restore tried": _("restore tried"),
        "restored from backup": _("restored from backup"),
        "restricted": pgettext("log", "restricted"),
        "restriction lifted": _("restriction lifted"),
        "review decided": _("review decided"),
        "role set": _("role set"),
        "sharing looked at": _("sharing looked at"),
        "subject access released": _("subject access released"),
        "transferred from another area": _("transferred from another area"),
        "transferred to another area": _("transferred to another area"),
        "user disabled": _("user disabled"),
        "user invited": _("user invited"),
    }
