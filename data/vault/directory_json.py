"""The directory as JSON, and back. What is not exactly of this shape is refused."""

import json
from datetime import date
from typing import Any

from data.vault.binding import raw, text
from data.vault.people import Directory, Epoch, Recovery, Role, State, Term, User
from data.vault.seed import PublicKeys

Read = dict[str, Any]


def canonical(value: object) -> bytes:
    """The one spelling that is signed and accepted."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def dump(directory: Directory) -> bytes:
    groups = {name: [_epoch(epoch) for epoch in epochs] for name, epochs in directory.groups.items()}
    recoveries = [{"set": known.set_number, "keys": _keys(known.public)} for known in directory.recoveries]
    return canonical(
        {
            "users": [_user(user) for user in directory.users],
            "groups": groups,
            "root": write_wraps(directory.root_wraps),
            "recoveries": recoveries,
            "legacy": write_wraps(directory.legacy),
        }
    )


def load(written: bytes) -> Directory:
    """Raises ValueError, KeyError, TypeError."""
    read: Read = json.loads(written)
    return Directory(
        users=tuple(_read_user(user) for user in read["users"]),
        groups={name: tuple(_read_epoch(epoch) for epoch in epochs) for name, epochs in read["groups"].items()},
        root_wraps=read_wraps(read["root"]),
        recoveries=tuple(Recovery(known["set"], _read_keys(known["keys"])) for known in read["recoveries"]),
        legacy=read_wraps(read["legacy"]),
    )


def write_wraps(wraps: dict[str, bytes]) -> dict[str, str]:
    return {name: text(wrapped) for name, wrapped in wraps.items()}


def read_wraps(read: Read) -> dict[str, bytes]:
    return {name: raw(wrapped) for name, wrapped in read.items()}


def _user(user: User) -> Read:
    return {
        "id": user.id,
        "name": user.name,
        "role": user.role.value,
        "agency": user.agency,
        "state": user.state.value,
        "until": user.until and user.until.isoformat(),
        "keys": [_keys(keys) for keys in user.keys],
        "declared": _term(user.declared),
        "trained": _term(user.trained),
    }


def _read_user(read: Read) -> User:
    return User(
        id=read["id"],
        name=read["name"],
        role=Role(read["role"]),
        agency=read["agency"],
        state=State(read["state"]),
        until=date.fromisoformat(read["until"]) if read["until"] else None,
        keys=tuple(_read_keys(keys) for keys in read["keys"]),
        declared=_read_term(read["declared"]),
        trained=_read_term(read["trained"]),
    )


def _term(term: Term | None) -> list[str] | None:
    return [term.on.isoformat(), term.until.isoformat()] if term else None


def _read_term(read: list[str] | None) -> Term | None:
    return Term(*(date.fromisoformat(day) for day in read)) if read else None


def _epoch(epoch: Epoch) -> Read:
    return {"number": epoch.number, "public": text(epoch.public), "wraps": write_wraps(epoch.wraps)}


def _read_epoch(read: Read) -> Epoch:
    return Epoch(read["number"], raw(read["public"]), read_wraps(read["wraps"]))


def _keys(keys: PublicKeys) -> Read:
    return {"kem": text(keys.kem), "sign": text(keys.sign)}


def _read_keys(read: Read) -> PublicKeys:
    return PublicKeys(raw(read["kem"]), raw(read["sign"]))
