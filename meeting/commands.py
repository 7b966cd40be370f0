"""What each command of the command line does, in plain lines."""

import json
import os
import sys
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

from data.records.text import RawText
from meeting.usecases import counted


def disguise_lines(path: Path | None) -> int:
    """``--jsonl``: a line in, a line out; a line that cannot be read stops everything with its number."""
    from redaction.jsonl import answer

    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
        except ValueError:
            print(_("Line {number} is not JSON.").format(number=number), file=sys.stderr)
            return 1
        sys.stdout.write(json.dumps(answer(asked), ensure_ascii=False) + "\n")
    return 0


def disguise_text(path: Path | None, language: str) -> int:
    from redaction.disguise import disguise
    from redaction.recorded.known import Known

    text = "".join(_lines(path))
    sys.stdout.write(disguise(RawText(text), Known.of([]), language=language).text.text)
    return 0


def show_actions(area: str, descriptor: int | None, user: str | None) -> int:
    from meeting.usecases.following import actions

    office = open_office(area, descriptor, user=user)
    for row in actions(office):
        late = _("overdue {days}").format(days=counted.days(row.overdue)) if row.overdue else ""
        action = row.action
        print(
            f"{action.number}  {action.reference}  {row.agency}  {action.due:%d.%m.%Y}  {_(action.state.value)}  {late}"
        )
        print(f"      {action.what.text}")
    office.close()
    return 0


def open_office(  # type: ignore[no-untyped-def]
    area: str, descriptor: int | None, *, alongside: bool = False, user: str | None = None, passphrase: str = ""
):
    """The area, unlocked with a passphrase that is given, asked for or read from a descriptor."""
    from meeting.usecases.areas import open_area, open_practice, who_opens
    from meeting.usecases.places import is_practice

    if is_practice(area):
        return open_practice(name=area, alongside=alongside)
    if user is None and descriptor is None and sys.stdin.isatty() and len(several := who_opens(area)) > 1:
        user = input(_("Which user are you ({ids})? ").format(ids=", ".join(several)))
    return open_area(area, passphrase or read_passphrase(descriptor), user=user, alongside=alongside)


def read_passphrase(descriptor: int | None) -> str:
    if descriptor is None:
        return ask_unseen(_("Passphrase: "))
    with os.fdopen(descriptor, encoding="utf-8") as stream:
        return stream.readline().rstrip("\n")


def ask_unseen(prompt: str) -> str:
    """Typed without being seen; without a terminal, a line of standard input. Raises EOFError where there is none."""
    from getpass import getpass

    if sys.stdin.isatty() or _has_terminal():
        return getpass(prompt)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")


def _has_terminal() -> bool:
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | getattr(os, "O_NOCTTY", 0)))
    except OSError:
        return False
    return True


def _lines(path: Path | None) -> Iterator[str]:
    if path is None:
        sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield from sys.stdin
        return
    with path.open(encoding="utf-8") as stream:
        yield from stream
