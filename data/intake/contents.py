"""What stands below a heading corrects what the heading seems to say, and helps where it says nothing."""

import re
from datetime import date, timedelta

from data.intake.headings import VICTIM, Field, folded
from data.intake.people_cell import role_of
from data.intake.rows_of_headings import opens_table
from data.intake.sheet import Grid, Value
from data.intake.values import day_of, says_nothing, text_of

Columns = dict[int, tuple[Field, str]]
_ROWS = 60  # looked at
NOT_A_STORY = re.compile(
    r"safe|safety|contact|address|worker|officer|language|interpret|ethnic|disab|action|status|outcome|why|completed|legal|siguri|veprim|gjuh"
)
_NAMED = re.compile(r"[^\W\d_]['’.\-\w]*(?:,? [^\W\d_]['’.\-\w]*){1,3}(?: ?\([^()]*\))?")


def corrected(grid: Grid, start: int, columns: Columns, mapping: dict[str, Field]) -> Columns:
    """The columns of a table whose headings stand in row ``start``, as its rows show them to be."""
    end = next((at for at in range(start + 2, len(grid.rows)) if opens_table(grid, at, mapping)), len(grid.rows))
    below = {c: _below(grid.rows[start + 1 : end], c) for c in columns}
    columns = _roles(_dates(columns, below), below)
    columns = _story(columns, below)
    return _victim(columns, below)


def _below(rows: list[list[Value]], column: int) -> list[Value]:
    found: list[Value] = []
    for row in rows:
        if column < len(row) and (value := row[column]) is not None and not says_nothing(text_of(value)):
            found.append(value)
            if len(found) == _ROWS:
                break
    return found


def _share_of_days(values: list[Value]) -> float:
    if not values:
        return 0.0
    return sum(_is_day(value) for value in values) / len(values)


def _is_day(value: Value) -> bool:
    if isinstance(value, str) and not (re.search(r"\d", value) and len(value) < 40):
        return False
    return day_of(value, today=date.max, birth=False).day is not None


def when_and_by_whom(text: str) -> tuple[str, str]:
    """The date and the words of a cell that holds both; either may be missing."""
    match = re.search(
        r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? [^\W\d_]{3,9} \d{2,4}", text
    )
    if not match:
        return "", text.strip()
    words = " ".join((text[: match.start()] + " " + text[match.end() :]).split()).strip(" -–,;:()/|")
    return match.group(), "" if re.fullmatch(
        r"(mon|tue|wed|thu|fri|sat|sun)\w*|on|dt|\d{1,2}:\d{2}(:\d{2})?", words, re.IGNORECASE
    ) else words


def _is_recent(value: Value, last: date) -> bool:
    day = day_of(value, today=date.max).day
    return day is not None and last - timedelta(days=1200) <= day <= last


def _dates(columns: Columns, below: dict[int, list[Value]]) -> Columns:
    """'Referred' over dates is when, over words by whom; of several dates the one that speaks of the referral."""
    columns = dict(columns)
    whats = {f.what for f, _h in columns.values()}
    for c, (found, heading) in list(columns.items()):
        share = _share_of_days(below[c])
        both = [v for v in below[c] if isinstance(v, str) and when_and_by_whom(v)[0] and when_and_by_whom(v)[1]]
        if found.what in ("agency", "referred") and len(both) >= 0.6 * max(len(below[c]), 1):
            columns[c] = (Field("referral"), heading)  # 'Police\n02/11/2026' in one cell
            whats |= {"agency", "referred"}
            continue
        if found.what == "agency" and share >= 0.6 and "referred" not in whats:
            columns[c] = (Field("referred"), heading)
            whats.add("referred")
        elif found.what == "referred" and below[c] and not any(re.search(r"\d", text_of(v)) for v in below[c]):
            columns[c] = (Field("remark" if "agency" in whats else "agency"), heading)
            whats.add("agency")
    told = [c for c, (f, _h) in columns.items() if f.what == "referred"]
    if any(f.what == "referral" for f, _h in columns.values()):
        return columns
    if len(told) > 1:
        spoken = [c for c in told if re.search(r"refer|receiv|recd|rec d|pranim", folded(columns[c][1]))] or told[:1]
        columns |= {c: (Field("remark"), columns[c][1]) for c in told if c not in spoken}
    elif not told:
        days = [c for c, (f, _h) in columns.items() if f.what == "remark" and _share_of_days(below[c]) >= 0.8]
        latest = max((d for c in days for v in below[c] if (d := day_of(v, today=date.max).day)), default=None)
        days = [c for c in days if latest and all(_is_recent(v, latest) for v in below[c])]
        if days:
            columns[days[0]] = (Field("referred"), columns[days[0]][1])
    return columns


def _roles(columns: Columns, below: dict[int, list[Value]]) -> Columns:
    """A column of words such as 'Victim', 'Perpetrator (husband)', 'Child' tells who each row is."""
    told = [c for c, (f, _h) in columns.items() if f.what == "role"]
    for c in told if len(told) > 1 else ():
        words = [role_of(v) for v in below[c] if isinstance(v, str)]
        if sum(map(bool, words)) < 0.5 * len(words):  # 'Person' beside 'Role' is the name
            columns = columns | {c: (Field("name", VICTIM), columns[c][1])}
    if told:
        return columns
    named = [c for c, (f, _h) in columns.items() if f.what in ("name", "first", "last")]
    for c, (found, heading) in columns.items():
        words = [role_of(re.sub(r"\(.*", "", v)) for v in below[c] if isinstance(v, str)]
        others = [n for n in named if n != c]
        known = [word for word in words if word]
        if (
            found.what in ("name", "remark")
            and others
            and len(set(known)) > 1
            and len(known) >= 0.7 * len(words)
            and VICTIM in known
        ):
            return columns | {c: (Field("role"), heading)}
    return columns


def _story(columns: Columns, below: dict[int, list[Value]]) -> Columns:
    """Without a column that tells what happened, the one with the longest text of no other meaning tells it."""
    if {f.what for f, _h in columns.values()} & {"narrative", "background"}:
        return columns
    long = {
        c: sum(len(text_of(v)) for v in below[c]) / len(below[c])
        for c, (f, h) in columns.items()
        if f.what == "remark" and below[c] and not NOT_A_STORY.search(folded(h))
        and all(isinstance(v, str) and " " in v.strip() for v in below[c])
    }  # fmt: skip
    if long and max(long.values()) >= 16:
        best = max(long, key=lambda c: long[c])
        return columns | {best: (Field("narrative"), columns[best][1])}
    return columns


def _victim(columns: Columns, below: dict[int, list[Value]]) -> Columns:
    """Where no heading names the victim but the rest is a list of cases, the first column of names does."""
    whats = {f.what for f, _h in columns.values()}
    named = any(f.role == VICTIM and f.what in ("name", "first", "last") for f, _h in columns.values())
    if named or whats & {"role", "people"} or "referred" not in whats or not whats & {"narrative", "background"}:
        return columns
    for c in sorted(columns):
        found, heading = columns[c]
        texts = [v for v in below[c] if isinstance(v, str)]
        names = [v for v in texts if _NAMED.fullmatch(v.strip()) and v.strip()[0].isupper() and len(v) < 45]
        if (
            found.what == "remark"
            and len(names) >= 0.8 * max(len(below[c]), 1)
            and len(set(names)) > 0.7 * len(names) > 0
        ):
            return columns | {c: (Field("name", VICTIM), heading)}
    return columns
