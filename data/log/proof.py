"""Proofs that leave the area: that entries stand in the log, and that a newer log continues an older one.

A proof is a file of JSON that ``check`` reads alone, without the log, without the area and without a passphrase.
"""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from typing import Any

from data.log.checkpoint import Checkpoint, Keys, NotACheckpoint, Signed, read_checkpoint
from data.log.entry import Entry
from data.log.merkle import Tree, includes, is_consistent, leaf_hash

_VERSION = 1


class DoesNotProve(ValueError):
    """The proof does not hold, or is none; says which part."""


@dataclass(frozen=True, slots=True)
class Proved:
    """What a checked proof shows: ``entries`` by their number from 1, under ``signed``.

    ``since`` is the size of the older checkpoint that the log was shown to continue, 0 where none was.
    ``signers`` are the key ids whose signature held, by the keys the proof itself brings.
    """

    signed: Signed
    entries: tuple[tuple[int, Entry], ...] = field(repr=False)
    since: int
    signers: tuple[str, ...]
    keys: Keys


def make(
    tree: Tree, entries: Mapping[int, bytes], signed: Signed, keys: Keys, since: Checkpoint | None = None
) -> bytes:
    """``entries`` by position from 0; ``tree`` is at least as large as the checkpoint that was signed."""
    size = signed.checkpoint.size
    made: dict[str, Any] = {"version": _VERSION, "checkpoint": signed.to_text()}
    made["keys"] = {key_id: _text(keys[key_id]) for key_id in signed.key_ids if key_id in keys}
    made["entries"] = [
        {"position": at, "entry": entry.decode(), "proof": [_text(step) for step in tree.inclusion(at, size)]}
        for at, entry in sorted(entries.items())
        if at < size
    ]
    if since is not None:
        steps = tree.consistency(since.size, size)
        made["since"] = {"size": since.size, "root": _text(since.root), "proof": [_text(step) for step in steps]}
    return json.dumps(made, indent=1).encode()


def check(file: bytes, held: Checkpoint | None = None) -> Proved:
    """Raises DoesNotProve. ``held`` is a checkpoint one has from elsewhere: the proof must continue it."""
    try:
        made = json.loads(file)
        signed = read_checkpoint(made["checkpoint"])
        keys = {str(key_id): _bytes(key) for key_id, key in made["keys"].items()}
        entries = [(int(e["position"]), str(e["entry"]).encode(), _steps(e["proof"])) for e in made["entries"]]
        since = made.get("since")
        read = (int(since["size"]), _bytes(since["root"]), _steps(since["proof"])) if since else None
        if made["version"] != _VERSION:
            raise ValueError
        shown = tuple((at + 1, Entry.from_bytes(entry)) for at, entry, _proof in entries)
    except NotACheckpoint as problem:
        raise DoesNotProve(str(problem)) from None
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise DoesNotProve(_("This file is no proof of a log, or it was cut or changed.")) from None
    _check_entries(entries, signed.checkpoint)
    signers = signed.valid_by(keys)
    if not signers or set(signers) != set(keys):
        raise DoesNotProve(_("The checkpoint is not signed with the key that comes with it."))
    _check_since(read, signed.checkpoint, held)
    return Proved(signed, shown, read[0] if read else 0, signers, keys)


def _check_entries(entries: Sequence[tuple[int, bytes, list[bytes]]], told: Checkpoint) -> None:
    for at, entry, proof in entries:
        if not includes(leaf_hash(entry), at, told.size, proof, told.root):
            raise DoesNotProve(_("Entry {number} is not proved by this file.").format(number=at + 1))


def _check_since(since: tuple[int, bytes, list[bytes]] | None, told: Checkpoint, held: Checkpoint | None) -> None:
    if since and not is_consistent(since[0], told.size, since[1], told.root, since[2]):
        raise DoesNotProve(_("The log of this proof does not continue the older one it names."))
    if held is None:
        return
    if held.area != told.area:
        raise DoesNotProve(_("The checkpoint held outside is of another area."))
    same = (held.size, held.root) == (told.size, told.root)
    if not same and (since is None or (held.size, held.root) != since[:2]):
        raise DoesNotProve(
            _(
                "The proof does not reach back to the checkpoint held outside: ask for one made with it "
                "(log prove --since FILE)."
            )
        )


def _steps(proof: Sequence[str]) -> list[bytes]:
    return [_bytes(step) for step in proof]


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    raw = base64.b64decode(text, validate=True)
    if _text(raw) != text:
        raise ValueError("not the one way to write these bytes")
    return raw
