"""Drafts of answers beside packs: kept as long as those of an area are, and never gone before their meeting."""

import re
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

_NAME = re.compile(r"answers-(\d{4}-\d\d-\d\d|.{8})-(.+)\.draft")


def draft_beside(pack: Path, day: str, user: str) -> Path:
    return pack.parent / f"answers-{day}-{user}.draft"


def last_day(typed: date, meeting: date | None, keep_days: int) -> date:
    """Answers to a meeting that is still to come are wanted however long ago they were typed."""
    return max(typed, meeting or typed) + timedelta(days=keep_days)


def kept_until(draft: Path, keep_days: int) -> date | None:
    """The last day on which a draft is kept, by when it was written last; None where there is none."""
    named = _NAME.fullmatch(draft.name)
    try:
        typed = date.fromtimestamp(draft.stat().st_mtime)
    except OSError:
        return None
    return last_day(typed, _day(named[1]) if named else None, keep_days)


def end_drafts(folder: Path, user: str, keep_days: int, today: date) -> tuple[str, ...]:
    """This participant's drafts in a folder that were kept long enough go; returns their files' names."""
    gone = []
    for draft in sorted(folder.glob("answers-*.draft")):
        named, until = _NAME.fullmatch(draft.name), kept_until(draft, keep_days)
        if named and named[2] == user and until is not None and until < today:
            with suppress(OSError):  # a folder that cannot be written in keeps it
                draft.unlink()
                gone.append(draft.name)
    return tuple(gone)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
