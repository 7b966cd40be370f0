"""The area's recovery key on three sheets for three keepers of paper: make them, and use two of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from gettext import gettext as _
from pathlib import Path

from data.vault import changing
from data.vault.people import Role, User
from data.vault.recovery import LINES, Sheet, check_line, make_sheets, recover
from data.vault.seed import Keys
from data.vault.slot import INTERACTIVE_2026
from meeting.area import KEYS, Area
from meeting.documents.lock import new_passphrase
from meeting.usecases.holding_fast import Hold
from meeting.usecases.logbook import read_file, write_new
from meeting.usecases.office import Office
from meeting.usecases.people import Welcome
from meeting.usecases.places import NotPossible, home

_DAYS = "recovery sheets"


@dataclass(frozen=True, slots=True)
class Printed:
    """One sheet as lines to print. They stand on no disk unless somebody puts them there."""

    number: int
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sheets:
    """The area's set of sheets; ``number`` 0 where there is none. ``alone``: one keeper holds the whole area."""

    number: int
    alone: bool
    made_on: date | None = None
    tried_on: date | None = None


def state_of(office: Office) -> Sheets:
    directory = office.area.ring.directory
    alone = sum(user.keeps for user in directory.users) == 1
    if directory.recovery is None:
        return Sheets(0, alone)
    number = directory.recovery.set_number
    with office.area.look() as record:
        days = record.mapping(_DAYS) or {}
    made, tried = (
        date.fromisoformat(day) if (day := days.get(f"{what} {number}")) else None for what in ("made", "tried")
    )
    return Sheets(number, alone, made, tried)


def lone_without_sheets(office: Office) -> str:
    """A warning where one lost passphrase would lose the area; empty where it would not. Practice needs none."""
    state = state_of(office)
    if office.area.practice or not state.alone or state.number or not office.area.ring.keeps:
        return ""
    return _(
        "One keeper and no recovery sheets: a lost passphrase loses this area. Make them: ctrl+p, Recovery sheets."
    )


def make_recovery(office: Office) -> tuple[Printed, ...]:
    """Three sheets; an earlier set opens nothing any more. The key itself is forgotten when this returns."""
    keys = Keys.new()
    ring = changing.set_recovery(office.area.ring, keys.public)
    sheets = make_sheets(keys, ring)
    entry = f"recovery sheets made, set {sheets[0].set_number}"
    office.area.change_users(ring, entry, office.area.ring.user_id)
    _note_day(office, "made", sheets[0].set_number)
    return tuple(Printed(sheet.number, _paper(sheet, office.area.name, office.today)) for sheet in sheets)


def try_recovery(office: Office, sheets: tuple[str, str]) -> int:
    """Whether two sheets would open the area; nothing is changed. Returns the number of their set.

    Raises WrongSheet, WrongKeyFile, NoKey: then they open nothing.
    """
    if office.area.ring.directory.recovery is None:
        raise NotPossible(_("There are no recovery sheets of this area yet; make them first."))
    recovery = recover(read_file(office.area.folder / KEYS), sheets).directory.recovery
    number = recovery.set_number if recovery else 0
    with office.area.work() as record:
        record.log_entry(f"recovery sheets tried, set {number}", office.area.ring.user_id)
    _note_day(office, "tried", number)
    return number


def write_sheets(sheets: Sequence[Printed], folder: Path) -> tuple[Path, ...]:
    """A text file for each, to be printed and then deleted. Raises NotPossible."""
    paths = tuple(folder / f"recovery-sheet-{sheet.number}.txt" for sheet in sheets)
    for path, sheet in zip(paths, sheets, strict=True):
        write_new(path, ("\n".join(sheet.lines) + "\n").encode())
    return paths


def use_recovery(name: str, sheets: tuple[str, str], user_id: str, cost: str = INTERACTIVE_2026) -> Welcome:
    """From two sheets: a coordinator with a new passphrase, new or in place of the one who lost theirs.

    Raises NotPossible, WrongSheet, WrongKeyFile, NoKey; then nothing was changed.
    """
    folder = home() / name
    if not (folder / KEYS).is_file():
        raise NotPossible(_("There is no area of this name; check the name."))
    hold = Hold(folder, datetime.now())
    try:
        ring = recover(read_file(folder / KEYS), sheets)
        known = next((user for user in ring.directory.users if user.id == user_id), None)
        user = known or User(id=user_id, role=Role.COORDINATOR)
        if not user.role.keeps:
            raise NotPossible(_("Recovery makes a chair or a coordinator; this user is neither. Take another id."))
        passphrase = new_passphrase()
        invited = changing.invite(ring, user, passphrase, cost=cost)
        area = Area(folder, ring)
        try:
            area.change_users(invited.ring, "recovery sheets used", user_id)
        finally:
            area.close()
        # The new keeper's own opening makes the cases' keys anew.
        Area.open(folder, passphrase, user_id).close()
    finally:
        hold.let_go()
    return Welcome(user_id, passphrase)


def read_sheet(which: int, ask: Callable[[str], str]) -> str:
    """Five lines as they are typed; one that is mistyped is asked for again, five times at most."""
    lines: list[str] = []
    for number in range(1, LINES + 1):
        wrong = _("Type line {line} of your sheet ({which} of 2): ").format(line=number, which=which)
        for _try in range(5):
            typed = ask(wrong).strip()
            if not (fault := check_line(typed, number)):
                break
            wrong = fault + " " + _("Again: ")
        lines.append(typed)
    return "\n".join(lines)


def _note_day(office: Office, what: str, number: int) -> None:
    with office.area.work() as record:
        days = record.mapping(_DAYS) or {}
        record.save_mapping(_DAYS, {**days, f"{what} {number}": office.today.isoformat()})


def wrong_line(typed: str) -> str:
    """What is wrong with a sheet as it was typed; empty when every line is as printed."""
    lines = [line for line in typed.splitlines() if line.strip()]
    if len(lines) != LINES:
        return _("A sheet has {count} lines; {typed} were typed.").format(count=LINES, typed=len(lines))
    return next((wrong for number, line in enumerate(lines, 1) if (wrong := check_line(line, number))), "")


def _paper(sheet: Sheet, area: str, today: date) -> tuple[str, ...]:
    head = _("RECOVERY SHEET {number} of 3 · area '{area}' ({mark}) · set {set} · {day}").format(
        number=sheet.number, area=area, mark=sheet.area_mark, set=sheet.set_number, day=f"{today:%d.%m.%Y}"
    )
    return (
        head,
        "",
        *(f"  {number}  {line}" for number, line in enumerate(sheet.lines, 1)),
        "",
        _("Two of the three sheets of one set open the area when every passphrase is lost. One alone opens nothing."),
        _("Keep it in a sealed envelope in a safe, each sheet with another agency. Never photograph or copy it."),
        _("To use: two people with a sheet each sit at the machine that holds the area, and type"),
        f"    meeting recovery restore --area {area} --as coordinator",
        _("then the five lines of one sheet and the five lines of the other, without the line numbers."),
        _("0 and O, 1 and I and L are the same; small letters will do. A line mistyped is told at once."),
        _("Afterwards make a new set with 'meeting recovery make', and destroy all sheets of this one."),
    )
