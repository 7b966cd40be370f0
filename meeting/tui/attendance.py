"""Who is there: present, apologies, observer; who agreed to the declaration; names for the attendance sheet alone."""

from dataclasses import replace
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from data.records.conference import Attendance, Presence
from meeting.tui.forms import Field, Fill
from meeting.usecases import holding

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp
    from meeting.usecases.office import Office

_THERE = (Presence.PRESENT, Presence.OBSERVER)


class AttendanceTable(DataTable[str]):
    """One line for each agency; every key works on the line under the cursor and saves at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "presence('present')", _("Present")),
        Binding("a", "presence('apologies')", _("Apologies")),
        Binding("o", "presence('observer')", _("Observer")),
        Binding("x", "presence('absent')", _("Absent"), show=False),
        Binding("d", "declare", _("Agreed"), tooltip=_("This one read and agreed to the declaration (again: not)")),
        Binding("D", "declare_all", _("All"), tooltip=_("The declaration was read: everyone present agreed")),
        Binding(
            "enter",
            "who",
            _("Name, role"),
            show=False,
            tooltip=_("Name and role, for the attendance sheet; information sent"),
        ),
    ]

    def __init__(self) -> None:
        super().__init__(id="attendance", cursor_type="row", zebra_stripes=True)
        self._meeting_id = ""
        self._lines: tuple[Attendance, ...] = ()

    def on_mount(self) -> None:
        for name in (_("Agency"), _("Attendance"), _("Declaration"), _("Role")):
            self.add_column(name)

    @property
    def office(self) -> "Office":
        return cast("MeetingApp", self.app).office

    def show(self, meeting_id: str) -> None:
        self._meeting_id, row = meeting_id, self.cursor_row
        self._lines = holding.attendance(self.office, meeting_id)
        self.clear()
        for line in self._lines:
            there = line.presence in _THERE
            agreed = (_("agreed") if line.declared else _("NOT YET")) if there else "-"
            # The name stands on the attendance sheet alone: the screen may be seen by everyone in the room.
            self.add_row(self.office.agency_name(line.agency), _(line.presence.value), agreed, line.role, key=line.id)
        self.move_cursor(row=row)

    def not_declared(self) -> int:
        """How many are in the room and have not agreed to the declaration."""
        return sum(line.presence in _THERE and not line.declared for line in self._lines)

    def there(self) -> int:
        return sum(line.presence in _THERE for line in self._lines)

    def _line(self) -> Attendance | None:
        return self._lines[self.cursor_row] if 0 <= self.cursor_row < len(self._lines) else None

    def _keep(self, line: Attendance) -> None:
        holding.save_attendance(self.office, self._meeting_id, line)
        self.show(self._meeting_id)

    def action_presence(self, presence: str) -> None:
        if line := self._line():
            self._keep(replace(line, presence=Presence(presence)))
            self.action_cursor_down()

    def action_declare(self) -> None:
        if line := self._line():
            self._keep(replace(line, declared=not line.declared))

    def action_declare_all(self) -> None:
        for line in self._lines:
            if line.presence in _THERE and not line.declared:
                holding.declare(self.office, self._meeting_id, line)
        self.show(self._meeting_id)

    def action_who(self) -> None:
        line = self._line()
        if line is None:
            return
        yes_no = [("no", _("no")), ("yes", _("yes"))]
        form = Fill(
            self.office.agency_name(line.agency),
            [
                Field("role", _("Role"), line.role),
                Field("name", _("Name (for the attendance sheet alone)"), line.name),
                Field("sent", _("Information sent before"), "yes" if line.information_sent else "no", choices=yes_no),
            ],
        )
        self.app.push_screen(form, lambda values: self._known(line, values))

    def _known(self, line: Attendance, values: "dict[str, str] | None") -> None:
        if values is not None:
            sent = values["sent"] == "yes"
            self._keep(replace(line, role=values["role"].strip(), name=values["name"].strip(), information_sent=sent))
