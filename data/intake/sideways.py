"""One column for each case: the headings stand in a column."""

from data.intake.entries import Entry, Filled, Layout
from data.intake.headings import VICTIM, Field, group_role, meaning
from data.intake.rows_of_headings import columns_of, score
from data.intake.sheet import Grid
from data.intake.values import text_of


def sideways(grid: Grid, mapping: dict[str, Field]) -> Layout | None:
    width = max((len(row) for row in grid.rows), default=0)
    if len(grid.rows) < 6 or width < 3:
        return None
    turned = Grid(grid.name, [[grid.at(r, c) for r in range(len(grid.rows))] for c in range(width)])
    labels = max(range(min(width, 4)), key=lambda c: score(turned.rows[c], mapping))
    if score(turned.rows[labels], mapping) < 6:
        return None
    columns = columns_of(turned, labels, mapping)
    group = ""
    for at in range(len(grid.rows)):
        text = text_of(grid.at(at, labels))
        if text and all(grid.at(at, c) is None for c in range(labels + 1, width)):
            group = group_role(text)
            columns.pop(at, None)
        elif text and group and at in columns and group_role(text) in ("", group):
            columns[at] = (meaning(text, group), f"{group} {text}")
    names = [r for r, (f, _h) in columns.items() if f.role == VICTIM and f.what in ("name", "first", "last")]
    dates = [r for r, (f, _h) in columns.items() if f.what in ("referred", "narrative", "agency")]
    cases = [
        c
        for c in range(labels + 1, width)
        if any(grid.at(r, c) is not None for r in names) and any(grid.at(r, c) is not None for r in dates)
    ]
    if len(cases) < 2 or len({columns[r] for r in names}) < len(names):
        return None
    # Labels in a second column, or the same label again further down, make it a sheet of forms.
    if any(score(turned.rows[c], mapping) >= 3 and c not in cases[:1] for c in range(labels + 1, width)):
        return None
    entries = []
    for c in cases:
        cells = [Filled(f, grid.at(r, c), h, r, c) for r, (f, h) in columns.items() if text_of(grid.at(r, c))]
        entries.append(Entry(grid.name, min(names), cells, [min(names)]))
    return Layout(entries)
