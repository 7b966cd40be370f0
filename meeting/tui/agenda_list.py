"""The table of the agenda, and the chair's hand on its lines."""

from collections.abc import Callable
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.message import Message

from agenda.agenda import Agenda
from data.records.reference import parse_reference
from meeting.tui.agenda_rows import Row, rows
from meeting.tui.dialogs import Choose
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill
from meeting.tui.table import Table
from meeting.usecases import arranging
from meeting.usecases.cases import LISTED, list_cases

if TYPE_CHECKING:
    from meeting.tui.page import Page

_BY_CODE = "?"  # no reference is


class AgendaList(Table):
    """Each line has the keys that work on it; what they did is told as ``Changed``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "move(-1)", _("Earlier"), tooltip=_("Move this case up")),
        Binding("l", "move(1)", _("Later"), tooltip=_("Move this case down")),
        Binding("x", "drop", _("Drop"), tooltip=_("Take this case off; it stays due")),
        Binding("g", "lift", _("Ground, consent"), tooltip=_("Record what would lift what holds this case back")),
        Binding("a", "add", _("Put on"), tooltip=_("Put this case, or another one, on the agenda")),
        Binding("m", "minutes", _("Time"), show=False, tooltip=_("Give this case more or less time")),
        Binding("s", "earlier", _("Seen before?"), show=False, tooltip=_("Decide whether it is a case on record")),
        Binding("u", "undo", _("Undo"), show=False, tooltip=_("Take back the last move, drop or addition")),
    ]

    class Changed(Message):
        """The chair changed the agenda."""

        def __init__(self, agenda: Agenda) -> None:
            super().__init__()
            self.agenda = agenda

    def __init__(self) -> None:
        super().__init__("items")
        self._agenda: Agenda | None = None
        self._rows: list[Row] = []

    def on_mount(self) -> None:
        for name in (_("No."), _("Case"), _("Why"), _("Children"), _("Min."), _("Agencies")):
            self.add_column(name)

    def show(self, agenda: Agenda, on: str = "") -> None:
        """Draw the lines; the cursor stays, or goes to the line with the key ``on``."""
        page = cast("Page", self.screen)
        at, self._agenda = self.cursor_row, agenda
        self._rows = list(rows(agenda, page.office.today))
        self.clear()
        for row in self._rows:
            self.add_row(*row.cells, key=row.key)
        at = next((n for n, row in enumerate(self._rows) if row.key == on), at)
        self.move_cursor(row=max(0, min(at, len(self._rows) - 1)))

    @property
    def row(self) -> Row | None:
        """The line under the cursor."""
        return self._rows[self.cursor_row] if 0 <= self.cursor_row < len(self._rows) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        row = self.row
        if action == "add":
            return self._agenda is not None
        if action in ("move", "drop", "minutes"):
            # Greyed on lines they do nothing on: a footer that changes with each line cannot be learned.
            return (row is not None and row.item is not None) or (None if self._agenda else False)
        if action == "earlier":
            return row is not None and self._agenda is not None and row.case_id in self._agenda.undecided
        return row is not None and row.held is not None if action == "lift" else True

    def _do(self, change: Callable[[str], Agenda], on: str = "") -> bool:
        """Change the agenda of this meeting, or say why not."""
        page = cast("Page", self.screen)
        meeting_id = self._agenda.meeting.id if self._agenda else ""
        changed = page.attempt(lambda: change(meeting_id))
        if changed is None:
            return False
        self.show(changed, on)
        self.post_message(self.Changed(changed))
        page.saved()
        return True

    def action_move(self, by: int) -> None:
        row, office = self.row, cast("Page", self.screen).office
        if row and row.item:
            item = row.item.id
            self._do(lambda meeting: arranging.move(office, meeting, item, by), item)

    def action_drop(self) -> None:
        row, page = self.row, cast("Page", self.screen)
        if row and row.item:
            item = row.item
            if self._do(lambda meeting: arranging.drop(page.office, meeting, item.id)):
                page.say(_("{code} is off the agenda; it stays due. u takes that back.").format(code=item.reference))

    def action_undo(self) -> None:
        office = cast("Page", self.screen).office
        self._do(lambda meeting: arranging.undo(office, meeting))

    def action_minutes(self) -> None:
        row = self.row
        if row is None or row.item is None:
            return
        item, office = row.item, cast("Page", self.screen).office
        field = Field("minutes", _("How many minutes"), str(item.minutes), check=_is_minutes)

        def change(values: "dict[str, str] | None") -> None:
            if values:
                minutes = int(values["minutes"])
                self._do(lambda meeting: arranging.set_minutes(office, meeting, item.id, minutes), item.id)

        self.app.push_screen(Fill(item.reference, [field], kept=None), change)

    def action_add(self) -> None:
        page, row = cast("Page", self.screen), self.row
        if row and row.waiting:
            self._add(row.waiting.reference)
            return
        chosen = {item.case_id for item in self._agenda.items} if self._agenda else set()
        options = [(r.reference, f"{r.reference}  {r.referred_on:%d.%m.%Y}  {r.agency}  {r.consent}")
                   for r in list_cases(page.office) if r.case_id not in chosen]  # fmt: skip
        if len(options) + len(chosen) >= LISTED:
            options.insert(0, (_BY_CODE, _("Another case, by its code")))
        if not chosen and not options:
            page.say(_("There is no case in this area yet: press 1, then i to import a spreadsheet."))
        elif options:
            self.app.push_screen(Choose(_("Which case comes on the agenda?"), options), self._add)
        else:
            page.say(_("Every case is on the agenda already."))

    def _add(self, reference: str | None) -> None:
        office = cast("Page", self.screen).office
        if reference == _BY_CODE:
            field = Field("code", _("Reference"), check=needed(_("Type the case's code.")))
            form = Fill(_("Which case comes on the agenda?"), [field], kept=None)
            self.app.push_screen(form, lambda values: self._add_typed(values["code"]) if values else None)
            return
        if reference:
            self._do(lambda meeting: arranging.add(office, meeting, reference))

    def action_earlier(self) -> None:
        row = self.row
        if row and row.case_id:
            from meeting.tui.repeats import RepeatsScreen

            cast("Page", self.screen).show_over(RepeatsScreen(row.case_id))

    def _add_typed(self, code: str) -> None:
        page = cast("Page", self.screen)
        known = page.attempt(lambda: parse_reference(code))
        if known is not None:
            self._add(known)

    def action_lift(self) -> None:
        row = self.row
        if row and row.held:
            from meeting.tui.sharing import SharingScreen

            cast("Page", self.screen).show_over(SharingScreen(row.held.id))


def _is_minutes(value: str) -> str:
    fits = value.strip().isdigit() and 1 <= int(value) <= 120
    return "" if fits else _("A number of minutes between 1 and 120.")
