"""Where the cases of a sheet lie: a row each, a row for each person, a form for each, or a column each.

Headings decide, not positions. Each layout ends in the same thing: entries of filled fields.
"""

from data.intake.entries import Layout
from data.intake.forms import forms
from data.intake.headings import VICTIM, Field, folded
from data.intake.sheet import Grid
from data.intake.sideways import sideways
from data.intake.table import table


def layout_of(grid: Grid, mapping: dict[str, Field]) -> Layout | None:
    """The cases of a sheet, or None when it holds none: guidance, lists, charts."""
    if (found := table(grid, mapping)) and any(e.has("name", "first", "last", role=VICTIM) for e in found.entries):
        told = ("referred", "narrative", "background")
        if any(c.field.what in told and c.row in e.rows for e in found.entries for c in e.cells):
            return found
        # Headings without a date or a story may be the labels of one part of a form.
        form = forms(grid, mapping)
        if form and any(
            e.has("name", "first", "last", role=VICTIM) and e.has("referred", "narrative") for e in form.entries
        ):
            return form
        return found
    if turned := sideways(grid, mapping):
        return turned
    form = forms(grid, mapping)
    if form is not None:
        return form
    return found


def signature(headings: list[str]) -> str:
    """What a set of headings is remembered by."""
    return "|".join(sorted({folded(heading) for heading in headings if folded(heading)}))
