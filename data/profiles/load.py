"""Read a profile from its file; a missing or wrong line is said by number and name.

A team's own file of the same name, in a folder beside its areas, stands in place of the one packaged here.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from functools import cache
from gettext import gettext as _
from importlib.resources import files
from pathlib import Path
from types import GenericAlias
from typing import Any, get_args, get_origin

from data.records.profile import Category, GroundKind, Profile, Purpose, SharingRules, WithheldFact

# What the program itself writes: without these it could not ask whether an agency may see it.
NEEDED_CATEGORIES = ("case", "risk", "history", "views", "actions", "children")
_LISTS = {"grounds": GroundKind, "categories": Category, "withheld": WithheldFact, "purposes": Purpose}
_CHOICES = {
    "repeat_definition": ("any abuse", "criminal incident"),
    "order": ("children", "risk", "waiting"),
    "cases": ("adults", "children"),
    "child_consent_from": ("person", "parent", "guardian"),
}
# A code stands in the log, which takes nothing else.
_CODE = re.compile(r"[a-z0-9][a-z0-9 '-]{0,39}")
_SAID = {str: "a text in quotes", int: "a whole number, 0 or more", bool: "true or false"}


class WrongProfile(ValueError):
    """The profile cannot be used; the sentence says which line and what would be accepted."""


@cache
def _packaged() -> dict[str, tuple[str, ...]]:
    """What may tell each withheld fact, as its file says it, classes of words in place of their names."""
    lines = tomllib.loads((files("data.profiles") / "withheld.words").read_text(encoding="utf-8"))
    words = {name: "|".join(some) for name, some in lines.pop("classes").items()}
    return {
        fact: tuple(" + ".join(words[name] for name in line.split(" + ")) for line in said["together"])
        for fact, said in lines.items()
    }


def _with_common(fact: WithheldFact) -> WithheldFact:
    return replace(fact, together=(*fact.together, *_packaged().get(fact.code, ()))) if fact.common else fact


def codes() -> tuple[str, ...]:
    found = [f.name for f in files("data.profiles").iterdir() if f.name.endswith(".toml")]
    return tuple(sorted(name.removesuffix(".toml") for name in found))


def text_of(code: str, own: Path | None = None) -> str:
    """The profile's file as it stands: the team's own where ``own`` holds one. Raises WrongProfile."""
    if code not in codes():
        raise WrongProfile(
            _("There is no profile '{code}'; there are {codes}.").format(code=code, codes=", ".join(codes()))
        )
    changed = own / f"{code}.toml" if own else None
    try:
        if changed and changed.is_file():
            return changed.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise WrongProfile(
            _("The changed profile '{code}.toml' cannot be read as text (UTF-8).").format(code=code)
        ) from None
    return (files("data.profiles") / f"{code}.toml").read_text(encoding="utf-8")


def load(code: str, own: Path | None = None) -> Profile:
    """Raises WrongProfile for a code nobody knows and for a file with wrong lines."""
    text = text_of(code, own)
    try:
        lines = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise WrongProfile(
            _("The profile '{code}' is no TOML: {problem}.").format(code=code, problem=problem)
        ) from None
    return parse(code, lines, text)


def parse(code: str, lines: dict[str, Any], text: str = "") -> Profile:
    """``text`` is the file the lines came from, for their numbers in what is said of a wrong one."""
    return _Reading(code, text).profile(lines)


class _Reading:
    """One profile being read; knows how to say where a line stands."""

    def __init__(self, code: str, text: str) -> None:
        self._code, self._text = code, text

    def profile(self, lines: dict[str, Any]) -> Profile:
        if unknown := set(lines) - {f.name for f in fields(Profile)}:
            self._wrong(f"has lines nobody knows: {', '.join(sorted(unknown))}", min(unknown))
        values = dict(lines)
        for name, kind in _LISTS.items():
            values[name] = tuple(self._entry(kind, name, entry) for entry in self._list(name, lines.get(name, [])))
        if "sharing" in lines:
            values["sharing"] = self._entry(SharingRules, "sharing", lines["sharing"])
        profile: Profile = self._entry(Profile, "", {"code": self._code, **values})
        self._fits(profile)
        return replace(profile, withheld=tuple(map(_with_common, profile.withheld)))

    def _list(self, name: str, entries: Any) -> list[Any]:
        if not isinstance(entries, list):
            self._wrong(f"{name} is a list: write [[{name}]] before each", name)
        return list(entries)

    def _entry(self, kind: type, where: str, given: Any) -> Any:
        """One table as its type; every line of it checked."""
        if not isinstance(given, Mapping):
            self._wrong(f"{where} is a table of lines", where)
        wanted = {f.name: f for f in fields(kind)}
        if unknown := set(given) - set(wanted):
            self._wrong(f"{where} has lines nobody knows: {', '.join(sorted(unknown))}", min(unknown))
        if missing := [n for n, f in wanted.items() if n not in given and f.default is MISSING]:
            self._wrong(f"{where or 'it'} lacks: {', '.join(sorted(missing))}", where)
        return kind(**{n: self._value(where, n, wanted[n].type, v) for n, v in given.items()})

    def _value(self, where: str, name: str, kind: Any, value: Any) -> Any:
        if name in _LISTS or kind is SharingRules:
            return value
        place = f"{where}: {name}" if where else name
        if isinstance(kind, GenericAlias) or get_origin(kind) is tuple:
            of = get_args(kind)[0]
            if not isinstance(value, list | tuple) or not all(isinstance(v, of) for v in value):
                self._wrong(f"{place} is a list of texts in quotes, in [ ]", name)
        elif type(value) is not kind or (kind is int and value < 0):
            self._wrong(f"{place} is {_SAID[kind]}", name)
        for one in value if isinstance(value, list | tuple) else [value]:
            if name in _CHOICES and one not in _CHOICES[name]:
                self._wrong(f"{place} knows {', '.join(_CHOICES[name])}, not '{one}'", name)
        return tuple(value) if isinstance(value, list) else value

    def _fits(self, profile: Profile) -> None:
        """What lines say of each other."""
        for name in _LISTS:
            seen = [entry.code for entry in getattr(profile, name)]
            if odd := next((c for c in seen if not _CODE.fullmatch(c)), ""):
                self._wrong(f"{name} has the code '{odd}': letters a to z, digits, spaces, - and ' alone", odd)
            if double := next((c for c in seen if seen.count(c) > 1), ""):
                self._wrong(f"{name} has '{double}' twice", double)
        have = {c.code for c in profile.categories}
        if missing := [c for c in NEEDED_CATEGORIES if c not in have]:
            self._wrong(f"categories lacks what the program writes: {', '.join(missing)}", "categories")
        for fact in profile.withheld:
            if fact.category not in have:
                self._wrong(f"withheld '{fact.code}': its category is one of {', '.join(sorted(have))}", fact.category)
            if fact.code in have:
                self._wrong(f"withheld '{fact.code}' has the code of a category", fact.code)
        kept = (profile.lapse_months, profile.keep_words_months, profile.keep_people_months, profile.keep_whole_months)
        if list(kept) != sorted(kept):
            self._wrong(
                "words are kept no longer than people, people no longer than the whole case, "
                "and nothing shorter than until a case lapses",
                "keep_words_months",
            )
        if not profile.grounds or not profile.purposes:
            self._wrong("needs at least one ground and one purpose", "grounds")

    def _wrong(self, what: str, near: str) -> None:
        number = self._line(near)
        where = _(", line {number}").format(number=number) if number else ""
        raise WrongProfile(_("The profile '{code}'{where}: {what}.").format(code=self._code, where=where, what=what))

    def _line(self, near: str) -> int:
        """Where a key, a table or a quoted value first stands; 0 when it stands nowhere."""
        if not near:
            return 0
        sought = re.escape(near)
        for pattern in (rf"\s*{sought}\s*=", rf"\s*\[+{sought}\]+", rf'.*"{sought}"'):
            for number, line in enumerate(self._text.splitlines(), 1):
                if re.match(pattern, line):
                    return number
        return 0
