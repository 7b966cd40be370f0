"""Where the cases of a sheet lie: a row each, a row for each person, a form for each, or a column each.

Headings decide, not positions. Each layout ends in the same thing: entries of filled fields.
"""

from data.intake.blocks import blocks
from data.intake.entries import Layout
from data.intake.forms import forms
from data.intake.headings import VICTIM, Field, folded
from data.intake.rows_of_headings import FEWEST, columns_of, is_heading_row, opens_table, score
from data.intake.sheet import Grid
from data.intake.sideways import sideways
from data.intake.table import is_contacts, table
from data.intake.values import text_of


def layout_of(grid: Grid, mapping: dict[str, Field]) -> Layout | None:
    """The cases of a sheet, or None when it holds none: guidance, lists, charts."""
    if _only_contacts(grid, mapping):
        return None
    found = table(grid, mapping)
    if found and not found.entries and _ends_in_headings(grid, mapping):
        return found  # a form of many columns that nobody filled in
    rows = _told(found)
    if found and rows and (rows == len(found.entries) or (rows >= len(found.entries) / 2 and rows > 3)):
        return found
    if rows == 0 and (turned := sideways(grid, mapping)):
        return turned
    form = forms(grid, mapping)
    block = blocks(grid, mapping)
    if block and _told(block) == len(block.entries) > rows:
        return block
    if found and not any(e.has("name", "first", "last", role=VICTIM) for e in found.entries):
        found, form = form or found, form or found
    candidates = [layout for layout in (found, form) if layout]
    return max(candidates, key=lambda layout: (_told(layout), _facts(layout)), default=None)


def _ends_in_headings(grid: Grid, mapping: dict[str, Field]) -> bool:
    last = next(row for row in reversed(grid.rows) if any(text_of(value) for value in row))
    return score(last, mapping) >= 2 * FEWEST and is_heading_row(last)


def _facts(layout: Layout) -> int:
    return sum(c.field.what != "remark" for e in layout.entries for c in e.cells)


def _only_contacts(grid: Grid, mapping: dict[str, Field]) -> bool:
    """Whether the first headings of a sheet are those of a list of members: name, agency, telephone."""
    first = next((at for at in range(min(len(grid.rows), 20)) if opens_table(grid, at, mapping)), None)
    return first is not None and is_contacts(columns_of(grid, first, mapping))


def _told(layout: Layout | None) -> int:
    """How many entries name a victim and tell when or what."""
    return sum(
        e.has("name", "first", "last", role=VICTIM) and e.has("referred", "narrative", "background")
        for e in (layout.entries if layout else ())
    )


def signature(headings: list[str]) -> str:
    """What a set of headings is remembered by."""
    return "|".join(sorted({folded(heading) for heading in headings if folded(heading)}))
