"""Read a profile from its file; a missing or wrong line is said by name."""

import tomllib
from dataclasses import fields
from importlib.resources import files
from typing import Any

from data.records.profile import GroundKind, Profile


class WrongProfile(ValueError):
    """The profile cannot be used; the sentence says which line and what would be accepted."""


def codes() -> tuple[str, ...]:
    found = [f.name for f in files("data.profiles").iterdir() if f.name.endswith(".toml")]
    return tuple(sorted(name.removesuffix(".toml") for name in found))


def load(code: str) -> Profile:
    """Raises WrongProfile for a code nobody knows and for a file with wrong lines."""
    if code not in codes():
        raise WrongProfile(f"There is no profile '{code}'; there are {', '.join(codes())}.")
    text = (files("data.profiles") / f"{code}.toml").read_text(encoding="utf-8")
    return parse(code, tomllib.loads(text))


def parse(code: str, lines: dict[str, Any]) -> Profile:
    known = {f.name for f in fields(Profile)}
    unknown = set(lines) - known
    if unknown:
        raise WrongProfile(f"The profile '{code}' has lines nobody knows: {', '.join(sorted(unknown))}.")
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) and key != "grounds" else value for key, value in lines.items()
    }
    values["grounds"] = tuple(GroundKind(**ground) for ground in lines.get("grounds", ()))
    try:
        profile = Profile(code=code, **values)
    except TypeError:
        missing = known - set(lines) - {"code", "kinds_of_meeting"}
        raise WrongProfile(f"The profile '{code}' lacks: {', '.join(sorted(missing))}.") from None
    for rule in profile.order:
        if rule not in ("children", "risk", "waiting"):
            raise WrongProfile(f"The profile '{code}': order knows children, risk and waiting, not '{rule}'.")
    if profile.repeat_definition not in ("any abuse", "criminal incident"):
        raise WrongProfile(f"The profile '{code}': repeat_definition is 'any abuse' or 'criminal incident'.")
    return profile
