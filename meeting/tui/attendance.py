"""Who is there: present, apologies, observer; who agreed to the declaration; names for the attendance sheet alone."""

from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.message import Message

from data.records.conference import Attendance, Part, Presence
from data.records.draft import DraftOf
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill, Recording
from meeting.tui.table import Table
from meeting.usecases import holding
from meeting.usecases.conflicts import THERE, OutOf, conflicts_at, must_leave
from minutes.compose import as_what

if TYPE_CHECKING:
    from meeting.tui.app import MeetingApp
    from meeting.usecases.office import Office


class AttendanceTable(Table):
    """One line for each agency; every key works on the line under the cursor and saves at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "presence('present')", _("Present")),
        Binding("a", "presence('apologies')", _("Apologies")),
        Binding("o", "presence('observer')", _("Observer"), show=False),
        Binding("x", "presence('absent')", _("Absent"), show=False),
        Binding(
            "g", "another", _("Another"), tooltip=_("A second person of an agency, a guest, a trainee, an observer")
        ),
        Binding("A", "all_present", _("All here"), tooltip=_("All who are expected are present; x takes one back")),
        Binding(
            "d",
            "declare",
            _("Agreed"),
            show=False,
            tooltip=_("This one read and agreed to the declaration (again: not)"),
        ),
        Binding("D", "declare_all", _("All agreed"), tooltip=_("The declaration was read: everyone present agreed")),
        Binding(
            "enter",
            "who",
            _("Name, role"),
            show=False,
            tooltip=_("Name and role, for the attendance sheet; information sent"),
        ),
    ]

    class Kept(Message):
        """Something of it is in the record."""

    def __init__(self) -> None:
        super().__init__("attendance")
        self._meeting_id = ""
        self._lines: tuple[Attendance, ...] = ()
        self._out: dict[str, tuple[OutOf, ...]] = {}

    def on_mount(self) -> None:
        for name in (_("Agency"), _("Attendance"), _("Declaration"), _("Out of case"), f"{_('Role')} (⏎)"):
            self.add_column(name)

    @property
    def office(self) -> "Office":
        return cast("MeetingApp", self.app).office

    def show(self, meeting_id: str) -> None:
        self._meeting_id, row = meeting_id, self.cursor_row
        self._lines = holding.attendance(self.office, meeting_id)
        self._out = conflicts_at(self.office, meeting_id, self._lines)
        self.clear()
        for line in self._lines:
            there = line.presence in THERE
            agreed = (_("agreed") if line.declared else _("NOT YET")) if there else "-"
            # The name stands on the attendance sheet alone: the screen may be seen by everyone in the room.
            out = _cases(self._out.get(line.id, ()))
            self.add_row(self._called(line), _(line.presence.value), agreed, out, as_what(line), key=line.id)
        self.move_cursor(row=row)

    def left_open(self) -> str:
        """What to ask where nobody is in the room, or some have not agreed to the declaration; empty where all have."""
        missing = sum(line.presence in THERE and not line.declared for line in self._lines)
        if not any(line.presence in THERE for line in self._lines):
            return _("Nobody is recorded as present: the minutes would say so, and who is out of a case is not asked.")
        if not missing:
            return ""
        return ngettext(
            "{count} in the room has not agreed to the declaration. Nothing is shown before they do.",
            "{count} in the room have not agreed to the declaration. Nothing is shown before they do.",
            missing,
        ).format(count=missing)

    def must_leave(self, position: int) -> str:
        """Who in the room is out of the case at ``position``, as agency and role; empty when nobody is."""
        lines = must_leave(self.office, self._meeting_id, self._lines, position)
        return "; ".join(self._called(one) + (f" ({what})" if (what := as_what(one)) else "") for one in lines)

    def _called(self, line: Attendance) -> str:
        return self.office.agency_name(line.agency) or _("Guest")

    def there(self) -> int:
        return sum(line.presence in THERE for line in self._lines)

    def _line(self) -> Attendance | None:
        return self._lines[self.cursor_row] if 0 <= self.cursor_row < len(self._lines) else None

    def _keep(self, line: Attendance) -> None:
        holding.save_attendance(self.office, self._meeting_id, line)
        self.show(self._meeting_id)
        self.post_message(self.Kept())

    def action_presence(self, presence: str) -> None:
        if line := self._line():
            changed = replace(line, presence=Presence(presence))
            self._keep(changed)
            self._warn(changed)
            self.action_cursor_down()

    def _warn(self, line: Attendance) -> None:
        """A conflict of interest is said when somebody comes in, before any case is opened."""
        out = self._out.get(line.id, ())
        if out and line.presence in THERE:
            said = _(
                "{agency}: a conflict of interest. Out of case {cases} of the agenda; they leave before it is opened."
            )
            if not all(one.certain for one in out):
                said = _(
                    "{agency}: one of theirs may be out of case {cases} of the agenda. Ask them aside before it is opened, "
                    "and record who came with Enter."
                )
            words = said.format(agency=self._called(line), cases=_cases(out))
            self.notify(words, severity="warning", timeout=12, markup=False)

    def action_declare(self) -> None:
        if line := self._line():
            self._keep(replace(line, declared=not line.declared))

    def action_declare_all(self) -> None:
        missing = [line for line in self._lines if line.presence in THERE and not line.declared]
        if not missing:
            said = (
                _("Everyone present has agreed already.") if self.there() else _("Nobody is recorded as present yet.")
            )
            self.notify(said, severity="information" if self.there() else "warning", markup=False)
            return
        holding.declare(self.office, self._meeting_id, *missing)
        self.show(self._meeting_id)
        self.post_message(self.Kept())

    def action_all_present(self) -> None:
        came = holding.all_expected(self.office, self._meeting_id)
        self.show(self._meeting_id)
        if not came:
            self.notify(_("Of everyone expected something is recorded already."), markup=False)
            return
        self.post_message(self.Kept())
        for line in came:
            self._warn(line)

    def action_another(self) -> None:
        none = [("", _("no agency here: a guest"))]
        parts = [("member", _("another of its people")), ("guest", _("guest")), ("trainee", _("trainee")),
                 ("observer", _("observer"))]  # fmt: skip
        line = self._line()
        form = Fill(
            _("Another person in the room"),
            [
                Field("agency", _("Agency"), line.agency if line else "",
                      choices=[*none, *((a.code, a.name) for a in self.office.agencies())]),
                Field("name", _("Name (for the attendance sheet alone)"), check=needed(_("Give the name."))),
                Field("part", _("As what"), choices=parts),
                Field("role", _("Role")),
            ],
            kept=DraftOf(f"another at {self._meeting_id}"),
        )  # fmt: skip
        self.app.push_screen(Recording(form, self._came))

    def _came(self, values: dict[str, str]) -> None:
        watches = values["part"] == "observer"
        part = Part.MEMBER if watches else Part(values["part"])
        if not values["agency"]:
            part = Part.GUEST
        line = Attendance(id="", agency=values["agency"], part=part, role=values["role"].strip(), name=values["name"].strip(),
                          presence=Presence.OBSERVER if watches else Presence.PRESENT)  # fmt: skip
        added = holding.add_person(self.office, self._meeting_id, line)
        self.show(self._meeting_id)
        self.post_message(self.Kept())
        self._warn(added)

    def action_who(self) -> None:
        line = self._line()
        if line is None:
            return
        yes_no = [("no", _("no")), ("yes", _("yes"))]
        form = Fill(
            self._called(line),
            [
                Field("role", _("Role"), line.role),
                Field("name", _("Name (for the attendance sheet alone)"), line.name),
                Field("sent", _("Information sent before"), "yes" if line.information_sent else "no", choices=yes_no),
            ],
            kept=DraftOf(f"attendance {self._meeting_id} {line.id}"),
        )
        self.app.push_screen(Recording(form, lambda values: self._known(line, values)))

    def _known(self, line: Attendance, values: dict[str, str]) -> None:
        sent = values["sent"] == "yes"
        known = replace(line, role=values["role"].strip(), name=values["name"].strip(), information_sent=sent)
        self._keep(known)
        self._warn(known)


def _cases(out: tuple[OutOf, ...]) -> str:
    return ", ".join(str(one.position) + ("" if one.certain else "?") for one in out)
