"""Rows that are headings: which row, and what each of its columns means."""

import re
from dataclasses import replace

from data.intake.headings import CHILD, PERPETRATOR, VICTIM, Field, folded, heading_role, meaning, slot_in
from data.intake.sheet import Grid, Value
from data.intake.values import text_of

FEWEST = 4  # distinct fields that make a row a row of headings
OF_A_PERSON = {"name", "first", "last", "aka", "born", "age", "gender", "phone", "email", "address", "town", "postcode",
           "school", "work", "identifier", "relationship", "list", "details"}  # fmt: skip
OWN_OF_VICTIM = {"phone", "email", "address", "town", "postcode", "work", "identifier"}
OWN_OF_VICTIM = {"phone", "email", "address", "town", "postcode", "work", "identifier"}
_LIKE_EXAMPLE = re.compile(r"e\W?g|xampl|ampl|hembull|p\W?\s?sh|elete", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"^(e ?g|for example|example\w*|sample|shembull\w*|psh|p sh)\b|example only|delete this (row|line)"
)
# What an organisation is called by: without one of these words a lone line or the name of a sheet is no agency.
_AGENCY = re.compile(
    r"\b(polic\w*|housing|council|trust|hospital|nhs|clinic|surgery|health\w*|midwi\w*|probation|schools?|academy|college|"
    r"social (care|services|work)|childrens?( s)? (services|centre)|women s?|refuge|idva|isva|services?|cent(re|er)|agency|association|"
    r"society|team|support|helpline|charity|education|qendra\w*|spital\w*|bashki\w*|njesi\w*|komisariat\w*|shkoll\w*|drejtori\w*|avokat\w*)\b"
)


def is_example(row: list[Value]) -> bool:
    """Whether a row only shows how to fill in the sheet."""
    texts = [v for v in row if isinstance(v, str) and len(v) < 60]
    return any(_EXAMPLE.search(folded(text)) for text in texts if _LIKE_EXAMPLE.search(text))


def is_heading_row(row: list[Value]) -> bool:
    filled = [v for v in row if v is not None]
    texts = [v for v in filled if isinstance(v, str) and len(v) <= 120]
    return len(texts) >= 0.9 * len(filled) and sum(len(t) for t in texts) <= 45 * len(texts)


def score(row: list[Value], mapping: dict[str, Field]) -> int:
    fields = set()
    for value in row:
        if isinstance(value, str) and len(value) <= 120 and re.search(r"[^\W\d_]", value):
            found = mapping.get(folded(value)) or meaning(value)
            if found.what != "remark":
                fields.add((found.what, found.role))
    return len(fields)


def opens_table(grid: Grid, at: int, mapping: dict[str, Field]) -> bool:
    """Whether another table begins here, with headings of its own."""
    row = grid.rows[at]
    filled = [v for v in row if v is not None]
    if len(filled) < 3 or not all(isinstance(v, str) and len(v) <= 120 for v in filled) or not is_heading_row(row):
        return False
    fields = score(row, mapping)
    if fields >= 6:
        return True
    apart = at == 0 or sum(v is not None and bool(text_of(v)) for v in grid.rows[at - 1]) <= 1
    texts = [text for v in filled if (text := text_of(v))]
    labels = sum(meaning(text).what != "remark" for text in texts)
    return apart and fields >= 3 and labels >= 0.75 * len(texts) and not any(re.search(r"\d{3}|@", t) for t in texts)


def columns_of(grid: Grid, start: int, mapping: dict[str, Field]) -> dict[int, tuple[Field, str]]:
    """Field and heading of each column; the row above may hold group headings over several columns."""
    groups = groups_over(grid, start)
    columns: dict[int, tuple[Field, str]] = {}
    last_role = VICTIM
    slots: dict[str, int] = {}
    for at in range(max((len(row) for row in grid.rows), default=0)):
        value = grid.at(start, at)
        heading, group = text_of(value), groups.get(at, "")
        if not heading and not group:
            continue
        role = heading_role(group)
        found = mapping.get(folded(heading)) or meaning(heading or group, role)
        if group and not role and found.what in ("remark", "agency"):
            # A heading broken over two rows: 'Date' above 'referred'.
            whole = meaning(f"{group} {heading}")
            found = whole if whole.what != "remark" else found
        if found.what in OF_A_PERSON and not found.role:
            found = replace(found, role=_inherited(found, columns, last_role))
        if found.what == "list" and role and (found.slot or slot_in(group) or heading):
            found = replace(found, what="name")
        found = _slotted(found, slot_in(group), columns, slots, last_role)
        if found.role and found.what in OF_A_PERSON:
            last_role = found.role if found.what != "relationship" else last_role
        columns[at] = (found, " ".join(t for t in (group, heading) if t).strip() if group and role else heading)
    return _whole_names(columns)


def _slotted(
    found: Field, group: int, columns: dict[int, tuple[Field, str]], slots: dict[str, int], last: str
) -> Field:
    """The field with the number of its person: said, as the column before it, or one more where headings repeat."""
    role = found.role
    if found.what not in OF_A_PERSON or not role:
        return found
    if role == VICTIM:
        return replace(found, slot=0)
    slot = found.slot or group
    if not slot:
        slot = slots.get(role, 0)
        taken = {f.what for f, _h in columns.values() if f.role == role and f.slot == slot}
        opens = found.what in ("name", "first", "last") and role in (CHILD, PERPETRATOR) and last == role
        if found.what in taken and opens:
            slot = max(slot, 100) + 1
        elif found.what == "list":
            slot = 0
    if found.what != "list":
        slots[role] = slot
    return replace(found, slot=slot)


def _whole_names(columns: dict[int, tuple[Field, str]]) -> dict[int, tuple[Field, str]]:
    """'Emri' or 'First name' without a surname beside it holds the whole name."""
    lasts = {(f.role, f.slot) for f, _h in columns.values() if f.what in ("last", "name")}
    return {
        c: (replace(f, what="name"), h) if f.what == "first" and (f.role, f.slot) not in lasts else (f, h)
        for c, (f, h) in columns.items()
    }


def _inherited(found: Field, columns: dict[int, tuple[Field, str]], last_role: str) -> str:
    """Whose a heading without a role is: the one before it, but the victim's own while the victim has none."""
    if found.what == "school":
        return CHILD if any(f.role == CHILD for f, _h in columns.values()) else last_role
    taken = any(f.role == VICTIM and f.what == found.what for f, _h in columns.values())
    if found.what in OWN_OF_VICTIM and not taken:
        return VICTIM
    return last_role


def groups_over(grid: Grid, start: int) -> dict[int, str]:
    """The group heading over each column, from merged cells or from the cell to the left."""
    above = start - 1
    if above < 0:
        return {}
    texts = {c: text_of(v) for c, v in enumerate(grid.rows[above]) if v is not None}
    if sum(1 for t in texts.values() if heading_role(t)) < 1 or len(texts) < 2:
        return {}
    spans = {b: d for a, b, c, d in grid.merged if a <= above <= c}
    groups: dict[int, str] = {}
    starts = sorted(texts)
    for at, column in enumerate(starts):
        end = starts[at + 1] - 1 if at + 1 < len(starts) else max(len(row) for row in grid.rows)
        if column in spans:
            end = spans[column]
        for inside in range(column, end + 1):
            groups[inside] = texts[column]
    return groups


def looks_like_agency(plain: str) -> bool:
    return bool(_AGENCY.search(plain))


def is_section(text: str) -> bool:
    """Whether a line looks like the heading of a section: capitals, a number before it, or a colon after it."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and (
        (all(c.isupper() for c in letters) and len(letters) > 2)
        or bool(re.match(r"^(section|part|pjesa|seksioni)?\s*([A-H]|\d{1,2}|[IVX]+)[.):]\s", text))
    )
