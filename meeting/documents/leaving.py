"""How files leave: their room is taken, the log tells of them, and only then they come to stand in their place.

Before the entry there is noise of their size under a hidden name, so that a full disk shows early and a crash leaves
nothing to read. After it they are written there and moved. What fails leaves nothing; a crash leaves at most an entry
without a paper, never a paper without an entry. A large file may be its own noise: the records' half of a backup,
sealed under a key that lies in the area alone until then, waits under its hidden name already.
"""

import os
import re
import secrets
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

_HIDDEN = re.compile(r"\.[0-9a-f]{16}\.leaving(-journal)?")
_LEFT_OVER = 3600.0  # seconds after which a hidden file is what a crash left


class Tells(Protocol):
    """Who tells the log; ``hashes`` are of what leaves, as the log keeps them."""

    def leaves(self, hashes: Sequence[bytes]) -> None:
        """An entry is kept when this returns. What it raises keeps everything from leaving."""

    def did_not(self, hashes: Sequence[bytes]) -> None:
        """It was told, and then nothing came to stand in its place."""


def hidden_beside(path: Path) -> Path:
    """Where a file waits until it may stand in its place."""
    return path.with_name(f".{secrets.token_hex(8)}.leaving")


def leave(
    documents: Mapping[Path, bytes | Path], hashes: Sequence[bytes], tells: Tells, *, over: bool = False
) -> tuple[Path, ...]:
    """All of them in place, or none. A path in place of content: what waits ``hidden_beside`` already, as noise.
    ``over``: in place of an earlier file of the name.

    Raises FileExistsError, OSError, and what telling the log raises.
    """
    waiting = {path: data if isinstance(data, Path) else hidden_beside(path) for path, data in documents.items()}
    told = False
    try:
        for path, data in documents.items():
            _take_room(path, waiting[path], data, over)
        tells.leaves(hashes)
        told = True
        for path, data in documents.items():
            if isinstance(data, bytes):
                _write(waiting[path], data)
        for path, beside in waiting.items():
            _put(beside, path, over)
    except BaseException:
        for path, beside in waiting.items():
            _take_back(path, beside, told)
        if told:
            with suppress(Exception):
                tells.did_not(hashes)
        raise
    return tuple(documents)


def _take_room(path: Path, beside: Path, data: bytes | Path, over: bool) -> None:
    """Noise of the same size beside the place, so that later nothing but the move can be in want of anything."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() or (not over and path.exists()):
        raise FileExistsError(path.name)
    _sweep(path.parent)
    if isinstance(data, Path):
        return
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(os.urandom(len(data)))
        file.flush()
        os.fsync(file.fileno())


def _write(beside: Path, data: bytes) -> None:
    with beside.open("r+b") as file:
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def _put(beside: Path, path: Path, over: bool) -> None:
    if over:
        beside.replace(path)
    else:
        try:
            os.link(beside, path)  # unlike a move, never over what came meanwhile
            beside.unlink()
        except FileExistsError:
            raise
        except OSError:  # a stick without links
            if path.exists():
                raise FileExistsError(path.name) from None
            beside.rename(path)
    _keep_name(path.parent)


def _take_back(path: Path, beside: Path, told: bool) -> None:
    """``told``: all had their room, so that what is not there any more has moved."""
    moved = told and (not beside.exists() or (path.exists() and path.samefile(beside)))
    beside.unlink(missing_ok=True)
    if moved:
        path.unlink(missing_ok=True)


def _keep_name(folder: Path) -> None:
    """The name itself is on the disk, where a folder can be told so."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: Path) -> None:
    """What an earlier crash left hidden there goes."""
    for path in folder.iterdir():
        if _HIDDEN.fullmatch(path.name):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _LEFT_OVER:
                    path.unlink()
