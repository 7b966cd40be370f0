"""One block for each case: labels with their values, and a small table of everybody in it, one line each."""

from dataclasses import replace

from data.intake.contents import corrected
from data.intake.entries import Entry, Layout
from data.intake.forms import Form, is_known, is_label
from data.intake.headings import VICTIM, Field
from data.intake.rows_of_headings import columns_of, is_heading_row
from data.intake.sheet import Grid, Value
from data.intake.table import Rows
from data.intake.values import text_of

_OF_THE_CASE = {"referred", "narrative", "background", "risk", "consent", "agency"}


def blocks(grid: Grid, mapping: dict[str, Field]) -> Layout | None:
    """None unless a table of people with their roles stands within lines that tell of the case."""
    heads = [at for at in range(len(grid.rows)) if _of_people(grid, at, mapping)]
    if not heads:
        return None
    starts = [_start(grid, head) for head in heads]
    found = []
    for at, head in enumerate(heads):
        end = starts[at + 1] if at + 1 < len(heads) else len(grid.rows)
        found.append(_block(grid, starts[at], head, end, mapping))
    return Layout([entry for entry in found if entry.cells])


def _filled(row: list[Value]) -> list[str]:
    return [text for value in row if (text := text_of(value))]


def _of_people(grid: Grid, at: int, mapping: dict[str, Field]) -> bool:
    row = grid.rows[at]
    if len(_filled(row)) < 2 or not is_heading_row(row) or not all(is_known(t, mapping) for t in _filled(row)):
        return False
    whats = {f.what for f, _h in _columns(grid, at, mapping).values()}
    return "role" in whats and bool(whats & {"name", "first", "last"}) and not whats & _OF_THE_CASE


def _columns(grid: Grid, at: int, mapping: dict[str, Field]) -> dict[int, tuple[Field, str]]:
    last = _end(grid, at, mapping)
    alone = replace(grid, rows=[row if at <= r < last else [] for r, row in enumerate(grid.rows)])
    return corrected(alone, at, columns_of(alone, at, mapping), mapping)


def _start(grid: Grid, head: int) -> int:
    while head > 0 and _filled(grid.rows[head - 1]):
        head -= 1
    return head


def _end(grid: Grid, head: int, mapping: dict[str, Field]) -> int:
    """The row after the last person: a blank line or a label ends the table."""
    at = head + 1
    while at < len(grid.rows):
        texts = _filled(grid.rows[at])
        if not texts or texts[0].endswith(":") or (len(texts) <= 2 and is_label(texts[0], mapping)):
            break
        at += 1
    return at


def _block(grid: Grid, start: int, head: int, end: int, mapping: dict[str, Field]) -> Entry:
    last = min(_end(grid, head, mapping), end)
    table = replace(grid, rows=[row if head <= r < last else [] for r, row in enumerate(grid.rows)])
    people = Rows(table, _columns(grid, head, mapping), mapping)
    people.read(head + 1)
    lines = [row if start <= r < end and not head <= r < last else [] for r, row in enumerate(grid.rows)]
    labels = {c for row in lines for c, v in enumerate(row) if isinstance(v, str) and v.rstrip().endswith(":")}
    labels |= {min(c for c, v in enumerate(row) if text_of(v)) for row in lines if len(_filled(row)) > 1}
    told = Form(replace(grid, rows=lines), labels, mapping)
    told.read()
    whole = Entry(grid.name, start)
    for entry in (*told.entries, *people.entries):
        whole.cells += entry.cells
        whole.rows += entry.rows
    victims = [c.row for c in whole.cells if c.field.role == VICTIM]
    whole.row = min(victims, default=start)
    return whole
