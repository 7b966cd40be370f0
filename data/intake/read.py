"""Read a spreadsheet of referrals whatever its layout, headings, language and order (R6)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from gettext import gettext as _
from pathlib import Path

from data.intake.assemble import Assembly
from data.intake.entries import Entry, Filled, Layout
from data.intake.headings import Field, folded
from data.intake.layouts import layout_of
from data.intake.opening import grids
from data.intake.rows_of_headings import looks_like_agency
from data.intake.sheet import Grid, NotASheet, Value
from data.intake.understood import Said, Taken, Understood
from data.intake.values import month_first
from data.records.agency import Agency

__all__ = ["Progress", "Said", "Taken", "Understood", "read"]

Progress = Callable[[int, int], None]


def no_progress(_done: int, _of: int) -> None:
    """For those who do not ask."""


def read(
    path: Path,
    mapping: Mapping[str, str] | None = None,
    agencies: Sequence[Agency] = (),
    today: date | None = None,
    progress: Progress = no_progress,
) -> Understood:
    """What the file says. ``mapping`` is an agency's remembered meaning of headings: heading to ``role.what``.

    Never raises for a bad file: ``file_error`` holds the sentence.
    """
    try:
        sheets = grids(path)
    except NotASheet as error:
        return Understood(file_error=str(error))
    except OSError:
        return Understood(file_error=_("This file cannot be opened; check that it is there and not open elsewhere."))
    return understand(sheets, mapping, agencies, today, progress)


def understand(
    sheets: Sequence[Grid],
    mapping: Mapping[str, str] | None = None,
    agencies: Sequence[Agency] = (),
    today: date | None = None,
    progress: Progress = no_progress,
) -> Understood:
    """What sheets say, however they were read. ``progress`` is told how many entries of how many stand, and may
    raise to stop."""
    told = {folded(heading): field_of(meant) for heading, meant in (mapping or {}).items()}
    cases: list[Taken] = []
    rejected: list[Said] = []
    warnings: list[Said] = []
    meanings: dict[str, str] = {}
    found_layout = False
    several = len(sheets) > 1
    for grid in sheets:
        layout = layout_of(grid, told)
        if layout is None:
            continue
        found_layout = True
        part = _sheet(grid, layout, _agency_of(grid.name, agencies, several), today or date.today(), progress)
        cases += part.cases
        rejected += part.rejected
        warnings += part.warnings
        meanings = dict(part.meanings) | meanings
    if not found_layout:
        return Understood(
            file_error=_(
                "No row of headings was found; name the columns, such as Victim name, Date referred, What happened."
            )
        )
    if not cases and not rejected:
        return Understood(file_error=_("This file has headings but no referral under them."), warnings=tuple(warnings))
    warnings += _doubles(cases)
    return Understood(tuple(cases), tuple(rejected), tuple(warnings), "", tuple(meanings.items()))


def field_of(meant: str) -> Field:
    """``victim.phone`` or ``narrative`` as a field."""
    role, _dot, what = meant.rpartition(".")
    return Field(what, role)


def meant(field: Field) -> str:
    """The other way: a field as ``victim.phone`` or ``narrative``."""
    return f"{field.role}.{field.what}" if field.role else field.what


def _sheet(grid: Grid, layout: Layout, agency: str, today: date, progress: Progress) -> Understood:
    assembly = Assembly(today, _month_first_in(layout), agency, _named_in(layout))
    cases: list[Taken] = []
    seen: dict[tuple[tuple[str, str, str], ...], int] = {}
    notes = dict(grid.notes)
    for done, entry in enumerate(layout.entries):
        if done % 100 == 0:
            progress(done, len(layout.entries))
        if grid.from_1904:
            entry.cells = [_from_1904(cell) for cell in entry.cells]
        whole = tuple(sorted((c.field.what, c.field.role, c.text) for c in entry.cells if c.field.what != "key"))
        beside = _notes_beside(entry, notes)
        if whole in seen and len(whole) > 2:
            why = _("This row is the same as row {row}, cell for cell; it was left out.").format(row=seen[whole])
            assembly.rejected.append(Said(entry.sheet, entry.row + 1, "", why))
            continue
        if not _says_enough(entry):
            if entry.cells:
                why = _("This row names no victim and no referral; it was left out.")
                assembly.warnings.append(Said(entry.sheet, entry.row + 1, "", why))
            continue
        seen[whole] = entry.row + 1
        if entry.row in grid.hidden:
            assembly.warnings.append(
                Said(entry.sheet, entry.row + 1, "", _("This row is hidden in the sheet; it was read like the others."))
            )
        if taken := assembly.case(entry, beside):
            cases.append(taken)
    if grid.concealed and cases:
        why = _("This whole sheet is hidden in the file; it was read like the others.")
        assembly.warnings.append(Said(grid.name, cases[0].row, "", why))
    for row in layout.examples:
        why = _("This row is marked as an example; it was left out.")
        assembly.warnings.append(Said(grid.name, row + 1, "", why))
    for row, _text in layout.aside:
        why = _("This line stands outside the columns and was read as a remark on the sheet, not as a referral.")
        assembly.warnings.append(Said(grid.name, row + 1, "", why))
    meanings = {c.heading: meant(c.field) for entry in layout.entries for c in entry.cells if c.heading}
    cases = _with_sheet_notes(cases, notes)
    return Understood(tuple(cases), tuple(assembly.rejected), tuple(assembly.warnings), "", tuple(meanings.items()))


def _from_1904(cell: Filled) -> Filled:
    if cell.field.what in ("referred", "born") and isinstance(cell.value, float) and cell.value > 3000:
        return replace(cell, value=cell.value + 1462)
    return cell


def _month_first_in(layout: Layout) -> set[str]:
    """Headings under which the dates prove that they stand month first."""
    under: dict[str, list[Value]] = {}
    for entry in layout.entries:
        for cell in entry.cells:
            under.setdefault(cell.heading, []).append(cell.value)
    proven = {heading: month_first(values) for heading, values in under.items()}
    if True in proven.values() and False not in proven.values():
        return set(under)  # a program wrote them all; a column that proves neither follows the others
    return {heading for heading, first in proven.items() if first}


def _named_in(layout: Layout) -> str:
    """The heading under which victims are named, for telling where a name is missing."""
    whats = ("last", "name", "first")
    named = [c for e in layout.entries for c in e.cells if c.field.role == "victim" and c.field.what in whats]
    return min(named, key=lambda c: whats.index(c.field.what)).heading if named else ""


def _says_enough(entry: Entry) -> bool:
    named = entry.has("name", "first", "last", role="victim")
    facts = {c.field.what for c in entry.cells if c.field.what not in ("key", "remark", "risk", "judgement", "count")}
    return (named and len(facts) > 1) or len(facts) >= 2 or named


def _notes_beside(entry: Entry, notes: dict[tuple[int, int], str]) -> list[tuple[str, str]]:
    """Notes on cells of this entry, each under its cell's heading; taken out of ``notes``."""
    rows = set(entry.rows)
    headings = {(c.row, c.column): c.heading for c in entry.cells}
    columns = {c.column for c in entry.cells} if len({c.column for c in entry.cells}) == 1 and len(rows) == 1 else None
    places = sorted(place for place in notes if place[0] in rows or (columns and place[1] in columns))
    return [(headings.get(place) or _("Note on a cell"), notes.pop(place)) for place in places]


def _with_sheet_notes(cases: list[Taken], notes: dict[tuple[int, int], str]) -> list[Taken]:
    """On a sheet that holds one case, a note on any cell belongs to it."""
    if len(cases) != 1 or not notes:
        return cases
    from data.records.case_details import Remark
    from data.records.text import RawText

    more = tuple(Remark(label=_("Note on a cell"), text=RawText(text)) for _place, text in sorted(notes.items()))
    only = cases[0]
    return [replace(only, file=replace(only.file, remarks=only.file.remarks + more))]


def _agency_of(sheet: str, agencies: Sequence[Agency], several: bool) -> str:
    """The agency a sheet is named after: a registered one, or the words as written where each agency has a sheet."""
    plain = folded(sheet)
    names = ((a.name, (a.name, a.code, *a.also_written)) for a in agencies)
    known = next((name for name, forms in names if plain in {folded(form) for form in forms} and plain), "")
    return known or (sheet.strip() if several and looks_like_agency(plain) else "")


def _doubles(cases: list[Taken]) -> list[Said]:
    """Cases of one victim that stand in the file twice in other words: both are taken, the later is flagged."""
    seen: dict[tuple[str, object], Taken] = {}
    found = []
    for taken in cases:
        victim = taken.file.people[0]
        key = (folded(victim.full_name), victim.date_of_birth)
        if key in seen:
            earlier = seen[key]
            why = _("The same person seems to be referred in row {row} of sheet '{sheet}'; both were taken.").format(
                row=earlier.row, sheet=earlier.sheet
            )
            found.append(Said(taken.sheet, taken.row, "", why))
        else:
            seen[key] = taken
    return found
