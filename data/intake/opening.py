"""A spreadsheet file as grids, read by a process of its own so that no file can take this one with it."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import IO

from data.intake.bounds import LARGEST_FILE
from data.intake.sheet import Grid, NotASheet, Value

LONGEST = 120.0  # seconds, whatever the file


def grids(path: Path) -> list[Grid]:
    """Every sheet of the file, hidden ones too. Raises NotASheet or OSError; never takes longer than LONGEST."""
    size = path.stat().st_size
    if size == 0:
        raise NotASheet(_reason("empty"))
    if size > LARGEST_FILE:
        raise NotASheet(_reason("large"))
    with path.open("rb") as file:
        return _read(file)


def _read(file: IO[bytes]) -> list[Grid]:
    command = [sys.executable, "-I", "-m", "data.intake.reader"]
    late = threading.Event()
    with subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as reader:

        def stop() -> None:
            late.set()
            reader.kill()

        timer = threading.Timer(LONGEST, stop)
        timer.start()
        try:
            found = _sheets(reader.stdout)  # type: ignore[arg-type]
        finally:
            timer.cancel()
            reader.kill()
    if found is None:
        raise NotASheet(_reason("long" if late.is_set() else "damaged"))
    return found


def _sheets(lines: IO[bytes]) -> list[Grid] | None:
    """None when the reader ended before it had said everything."""
    found: list[Grid] = []
    for line in lines:
        told = json.loads(line) if line.endswith(b"\n") else {}
        if "error" in told:
            raise NotASheet(_reason(told["error"]))
        if "end" in told:
            return found
        rows: list[list[Value]] = []
        for _at in range(told.get("rows", 0)):
            row = lines.readline()
            if not row.endswith(b"\n"):
                return None
            rows.append(_row(row))
        found.append(
            Grid(told.get("name", ""), rows, [(a, b, c, d) for a, b, c, d in told.get("merged", ())],
                 {(r, c): text for r, c, text in told.get("notes", ())}, set(told.get("hidden", ())),
                 bool(told.get("from_1904")), bool(told.get("concealed")))
        )  # fmt: skip
    return None


def _row(line: bytes) -> list[Value]:
    return [date.fromisoformat(cell[0]) if isinstance(cell, list) else cell for cell in json.loads(line)]


def _reason(word: str) -> str:
    reasons: dict[str, Callable[[], str]] = {
        "empty": lambda: _("This file is empty; a spreadsheet with a row of headings would be accepted."),
        "large": lambda: _("This file is larger than 50 MB; send the referrals alone, without pictures."),
        "unpacks": lambda: _("This file unpacks to far more than a spreadsheet of referrals; it was not opened."),
        "stray": lambda: _(
            "A stray cell stands far outside the table; delete the empty rows and columns, and save again."
        ),
        "many": lambda: _("This file holds more than 20,000 rows; split it, and import the parts one after the other."),
        "password": lambda: _(
            "This spreadsheet is locked with a password; open it, save it once without one, and import that."
        ),
        "kind": lambda: _(
            "This is not a spreadsheet, whatever its name ends in; XLSX, XLS, ODS or CSV would be accepted."
        ),
        "long": lambda: _(
            "Reading this file took too long and was stopped; copy the referrals into a new spreadsheet and import that."
        ),
    }
    damaged = _(
        "This file cannot be read as a spreadsheet: it is damaged, locked or another kind. XLSX, XLS, ODS or CSV would be accepted."
    )
    return reasons[word]() if word in reasons else damaged
