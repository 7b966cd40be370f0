"""A cell that names everybody of a case: 'Victim: Ann Ames (dob 1/2/90)', 'Perp: Bob Ames', one line or several."""

import re
from collections.abc import Iterator

from data.intake.entries import Filled
from data.intake.headings import CHILD, OTHER, PERPETRATOR, VICTIM, Field, folded, role_in
from data.intake.people import KIN, split_people

_MARK = re.compile(r"(?:^|(?<=[\n;,.|/]))\s*([^\W\d_][^\W\d_ ]{0,14}(?: [^\W\d_]{1,12}){0,2} ?\d?)\s*[:=–-]\s+|(?:^|(?<=[\n;,.|/]))\s*((?:V|P|AP|C|CH|D|F)\d?)\s*[:=–-]\s*")  # fmt: skip
CODES = {"v": VICTIM, "p": PERPETRATOR, "ap": PERPETRATOR, "d": PERPETRATOR, "c": CHILD, "ch": CHILD, "k": CHILD, "f": CHILD, "o": OTHER, "r": OTHER}  # fmt: skip


_OF_SOMEBODY = rf"\b(victim|perp\w*|client|child|children|ap|offender|survivor) s ({KIN}|friend|neighbour|new partner)\b|^({KIN}) (of|e|i) "


def role_of(word: str) -> str:
    """The role a word or a code stands for: 'Perp', 'V1', 'Fëmija 2'; empty when none."""
    plain = folded(word)
    if re.search(_OF_SOMEBODY, plain):
        return OTHER  # 'Victim's mother'
    return CODES.get(re.sub(r"\s*\d+$", "", plain), "") or role_in(word)


def everybody(cell: Filled) -> Iterator[Filled]:
    """The cell as one cell for each person it names; what names nobody stays a remark."""
    text = cell.text
    marks = [(m.start(), m.end(), role) for m in _MARK.finditer(text) if (role := role_of(m.group(1) or m.group(2)))]
    parts = [
        (role, text[end : marks[at + 1][0] if at + 1 < len(marks) else len(text)].strip(" \n;,.|/"))
        for at, (_start, end, role) in enumerate(marks)
    ]
    before = text[: marks[0][0]].strip() if marks else ""
    if not marks:
        parts = list(_by_bracket(text))
    if before or not parts:
        yield Filled(Field("remark"), before or text, cell.heading, cell.row, cell.column)
    seen: dict[str, int] = {}
    for role, said in parts:
        slot = seen[role] = seen.get(role, -1) + 1
        field = Field("list", CHILD) if role == CHILD else Field("name", role, slot + 1 if role != VICTIM else 0)
        if role == VICTIM and slot:
            field = Field("name", OTHER, 50 + slot)
        yield Filled(field, said, cell.heading, cell.row, cell.column)


def _by_bracket(text: str) -> Iterator[tuple[str, str]]:
    """'Ann Ames (victim), Bob Ames (perpetrator)'; nothing unless every one says who it is."""
    parts = [part for line in text.split("\n") for part in re.split(r"[;,](?![^(]*\))", line) if part.strip()]
    parts = [one for part in parts for one in split_people(part)]
    found = []
    for part in parts:
        inside = re.search(r"\(([^()]*)\)|\s[-–]\s+([^-–]*)$", part)
        role = role_of(next(g for g in inside.groups() if g is not None)) if inside else ""
        if inside and role:
            found.append((role, (part[: inside.start()] + part[inside.end() :]).strip()))
    if len(found) == len(parts):
        yield from found
