"""Sealed files between keepers and one participant: packs to the participant, answers back.

A pack is sealed to the participant's own key, hybrid; signed by a keeper for whom the area's root vouches, down to the
root that the participant's key file trusts. It holds what it was given and no key of the area. Answers are sealed to
each keeper and signed by the participant; a draft of them is sealed to the participant alone. Lengths are padded to
steps of four kilobytes.
"""

import json
import os
from dataclasses import dataclass, field
from gettext import gettext as _
from itertools import pairwise
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from data.vault.binding import bind, raw, text
from data.vault.directory_json import canonical, read_wraps, write_wraps
from data.vault.keyring import Keyring, recipient
from data.vault.people import Role, State
from data.vault.problems import NoKey, NotAllowed, WrongKeyFile
from data.vault.seed import Keys, is_signed
from data.vault.users_file import Root, next_root
from data.vault.wrapping import unwrap, wrap

PACK, ANSWERS, DRAFT = "meeting pack", "answers to a meeting pack", "draft of answers"
_LARGEST, _STEP, _NONCE = 16 << 20, 4096, 12
_CALLED = {PACK: _("pack"), ANSWERS: _("file of answers"), DRAFT: _("draft of answers")}
_DAMAGED = _("This file is no {kind}, or it was cut or changed. Ask for it again.")


@dataclass(frozen=True, slots=True)
class OpenedPack:
    """``content`` as it was sealed; ``keepers`` are the keys that answers are sealed to."""

    area: str
    user: str
    number: str
    content: bytes = field(repr=False)
    keepers: dict[str, bytes] = field(repr=False)


def make_pack(ring: Keyring, user_id: str, number: str, content: bytes) -> bytes:
    """Raises NotAllowed unless a keeper makes it for an active participant."""
    user = ring.directory.user(user_id)
    if ring.root is None or not ring.user.keeps:
        raise NotAllowed(_("Only a chair or a coordinator makes packs."))
    if not user.active or user.role is not Role.PARTICIPANT:
        raise NotAllowed(_("A pack is for a participant who is not disabled; all others open the area itself."))
    keepers = {recipient(known.id, known.public): known.public.kem for known in ring.directory.users if known.keeps}
    inner = canonical({"content": text(content), "keepers": write_wraps(keepers)})
    name = recipient(user_id, user.public)
    context = bind(PACK, ring.area, name, number)
    head = {
        "kind": PACK,
        "version": 1,
        "area": ring.area,
        "to": user_id,
        "number": number,
        "roots": [[text(root.public), text(root.by)] for root in ring.file.roots],
        "maker": text(ring.keys.public.sign),
        "vouched": text(ring.root.sign(_vouched(ring.area, ring.keys.public.sign))),
        **_sealed(inner, {name: user.public.kem}, context),
    }
    return canonical({**head, "signature": text(ring.keys.sign(bind(PACK, canonical(head))))})


def open_pack(written: bytes, area: str, user: str, keys: Keys, trusted: bytes) -> OpenedPack:
    """With a participant's key file. Raises WrongKeyFile, NoKey."""
    head = _read(written, PACK)
    try:
        roots = [Root(raw(public), raw(by)) for public, by in head["roots"]]
        maker, number = raw(head["maker"]), str(head["number"])
        sound = head["area"] == area and _descends(area, roots, trusted)
        sound = sound and is_signed(roots[-1].public, raw(head["vouched"]), _vouched(area, maker))
        sound = sound and is_signed(maker, raw(head["signature"]), bind(PACK, canonical(_unsigned(head))))
    except (ValueError, KeyError, TypeError, IndexError):
        raise WrongKeyFile(_DAMAGED.format(kind=_CALLED[PACK])) from None
    if not sound:
        raise WrongKeyFile(
            _("This pack was not made by a keeper of your area, or it was changed. Open nothing from it.")
        )
    name = recipient(user, keys.public)
    inner = json.loads(_opened(head, name, keys, bind(PACK, area, name, number)))
    return OpenedPack(area, user, number, raw(inner["content"]), read_wraps(inner["keepers"]))


def make_answers(pack: OpenedPack, keys: Keys, content: bytes) -> bytes:
    context = bind(ANSWERS, pack.area, pack.user, pack.number)
    head = {
        "kind": ANSWERS,
        "version": 1,
        "area": pack.area,
        "from": pack.user,
        "number": pack.number,
        **_sealed(content, pack.keepers, context),
    }
    return canonical({**head, "signature": text(keys.sign(bind(ANSWERS, canonical(head))))})


def open_answers(written: bytes, ring: Keyring) -> tuple[str, str, bytes]:
    """Who answered, which pack, and what. Raises WrongKeyFile, NoKey; NotAllowed for a participant who was disabled."""
    head = _read(written, ANSWERS)
    try:
        user_id, number, area = str(head["from"]), str(head["number"]), head["area"]
        signature = raw(head["signature"])
    except (ValueError, KeyError, TypeError):
        raise WrongKeyFile(_DAMAGED.format(kind=_CALLED[ANSWERS])) from None
    user = ring.directory.user(user_id)
    if area != ring.area or not is_signed(user.public.sign, signature, bind(ANSWERS, canonical(_unsigned(head)))):
        raise WrongKeyFile(_("These answers are not from a participant of this area, or they were changed."))
    if user.state is State.DISABLED:
        raise NotAllowed(_("These answers are from a participant who was disabled."))
    context = bind(ANSWERS, ring.area, user_id, number)
    return user_id, number, _opened(head, ring.name, ring.keys, context)


def seal_draft(pack: OpenedPack, keys: Keys, content: bytes) -> bytes:
    """What was typed so far, for the participant's own eyes; it fits every pack sealed to the same keys."""
    name = recipient(pack.user, keys.public)
    sealed = _sealed(content, {name: keys.public.kem}, bind(DRAFT, pack.area, name))
    head = {"kind": DRAFT, "version": 1, "area": pack.area, **sealed}
    return canonical({**head, "signature": text(keys.sign(bind(DRAFT, canonical(head))))})


def open_draft(pack: OpenedPack, keys: Keys, written: bytes) -> bytes:
    """Raises WrongKeyFile, NoKey."""
    head = _read(written, DRAFT)
    name = recipient(pack.user, keys.public)
    opened = _opened(head, name, keys, bind(DRAFT, pack.area, name))
    try:
        sound = is_signed(keys.public.sign, raw(head["signature"]), bind(DRAFT, canonical(_unsigned(head))))
    except (ValueError, KeyError, TypeError):
        sound = False
    if not sound:
        raise WrongKeyFile(_DAMAGED.format(kind=_CALLED[DRAFT]))
    return opened


def _sealed(content: bytes, to: dict[str, bytes], context: bytes) -> dict[str, Any]:
    key, nonce = os.urandom(32), os.urandom(_NONCE)
    padded = len(content).to_bytes(4, "big") + content
    padded += bytes(-len(padded) % _STEP)
    wraps = {name: wrap(kem, key, bind(context, name)) for name, kem in to.items()}
    return {"wraps": write_wraps(wraps), "sealed": text(nonce + AESGCM(key).encrypt(nonce, padded, context))}


def _opened(head: dict[str, Any], name: str, keys: Keys, context: bytes) -> bytes:
    try:
        wraps, sealed = read_wraps(head["wraps"]), raw(head["sealed"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise WrongKeyFile(_DAMAGED.format(kind=_CALLED[PACK])) from None
    if name not in wraps:
        raise NoKey(_("This file is sealed to somebody else, or to keys you had before."))
    key = unwrap(keys.kem, wraps[name], bind(context, name))
    try:
        padded = AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], context)
    except (InvalidTag, ValueError):
        raise WrongKeyFile(_DAMAGED.format(kind=_CALLED[PACK])) from None
    return padded[4 : 4 + int.from_bytes(padded[:4], "big")]


def _read(written: bytes, kind: str) -> dict[str, Any]:
    try:
        read: dict[str, Any] = json.loads(written) if len(written) <= _LARGEST else {}
        if read["kind"] != kind or read["version"] != 1 or canonical(read) != written:
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError):
        raise WrongKeyFile(_DAMAGED.format(kind=_CALLED[kind])) from None
    return read


def _unsigned(head: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in head.items() if name != "signature"}


def _descends(area: str, roots: list[Root], trusted: bytes) -> bool:
    if trusted not in [root.public for root in roots]:
        return False
    pairs = pairwise(roots)
    return all(is_signed(before.public, root.by, next_root(area, root.public)) for before, root in pairs)


def _vouched(area: str, sign: bytes) -> bytes:
    return bind("root vouches for a keeper", area, sign)
