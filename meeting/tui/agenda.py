"""The agenda as the chair leaves it: order, load, what is held back and why."""

from datetime import timedelta
from gettext import gettext as _
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from agenda.agenda import Agenda
from data.records.conference import MeetingState
from data.records.draft import DraftOf
from meeting.tui.agenda_list import AgendaList
from meeting.tui.agenda_rows import below, facts
from meeting.tui.dialogs import Ask
from meeting.tui.fields import Field, is_day, is_time, read_day
from meeting.tui.forms import Fill
from meeting.tui.page import Page, begins
from meeting.tui.releasing import ask_folder, leave, tell_released
from meeting.usecases import arranging, course, preparing
from meeting.usecases.agreements import nothing_shared


class AgendaScreen(Page):
    HERE = "2"
    HELP: ClassVar[str] = _(
        "The cases due at the next meeting, children first; open actions before them, lapses after them. Move, drop or "
        "add; the load is counted as you go. Held back stands last: what no agency may see, and what would lift it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "doubts", _("Doubts"), tooltip=_("Look at what was hidden in doubt")),
        Binding("r", "release", _("Release"), tooltip=_("Release the agenda as Word and PDF")),
        Binding("o", "behind", _("Who is it"), show=False, tooltip=_("Who stands behind a placeholder; it is logged")),
        *begins("n", "prepare", _("New agenda"), _("Prepare the agenda of a meeting")),
        Binding("c", "call_off", _("Cancel"), show=False, tooltip=_("Cancel a planned meeting, or remove it")),
        Binding(
            "h",
            "helping",
            _("Who helps"),
            show=False,
            tooltip=_("Record that those who sit at every meeting help in its cases, reviewed case by case"),
        ),
        Binding("p", "packs", _("Packs"), show=False, tooltip=_("Packs for participants, and their answers")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._agenda: Agenda | None = None

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            AgendaList(),
            VerticalScroll(Static("", id="summary", markup=False), id="below", can_focus=False),
            Static(_("No meeting is planned.\n\nPress n to prepare the agenda of one."), id="empty", classes="empty"),
        ]

    def on_mount(self) -> None:
        self.query_one(AgendaList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("doubts", "release", "call_off", "helping"):
            return self._agenda is not None
        return super().check_action(action, parameters)

    def is_first(self, action: str) -> bool:
        return action == "prepare" and self._agenda is None

    def refresh_page(self) -> None:
        states = (MeetingState.PLANNED, MeetingState.PUBLISHED, MeetingState.RUNNING)
        planned = arranging.latest(self.office, *states)
        self._show(preparing.agenda_of(self.office, planned.id) if planned else None)

    def _show(self, agenda: Agenda | None) -> None:
        self._agenda = agenda
        for name in ("#items", "#below", "#facts"):
            self.query_one(name).display = agenda is not None
        self.query_one("#empty").display = agenda is None
        if agenda is not None:
            self.query_one(AgendaList).show(agenda)
            self._tell(agenda)
        self.refresh_bindings()

    def _tell(self, agenda: Agenda) -> None:
        said = "\n".join(part for part in (facts(agenda), nothing_shared(self.office)) if part)
        self.query_one("#facts", Static).update(said)
        row = self.query_one(AgendaList).row
        self.query_one("#summary", Static).update(below(agenda, row, self.office.agency_name))

    def on_agenda_list_changed(self, event: AgendaList.Changed) -> None:
        self._agenda = event.agenda
        self._tell(event.agenda)

    def on_data_table_row_highlighted(self) -> None:
        if self._agenda is not None:
            self._tell(self._agenda)
            self.refresh_bindings()

    def on_data_table_row_selected(self) -> None:
        """Enter opens what the line is about."""
        row = self.query_one(AgendaList).row
        if row is not None and row.case_id:
            from meeting.tui.case import CaseScreen

            self.show_over(CaseScreen(row.case_id))
        elif row is not None:
            self.action_page("5")

    def action_prepare(self) -> None:
        ahead = f"{self.office.today + timedelta(days=self.office.profile.closes_days_before):%d.%m.%Y}"
        agencies = [("", _("not decided yet")), *((a.code, a.name) for a in self.office.agencies())]
        fields = [
            Field("on", _("Day of the meeting"), ahead, check=self._day),
            Field("starts", _("Begins at"), "10:00", check=is_time),
            Field("venue", _("Where")),
            Field("chair", _("Chair (agency)"), choices=agencies),
        ]
        self.app.push_screen(
            Fill(_("Prepare an agenda"), fields, _("Prepare"), kept=DraftOf("agenda"), slow=True), self._prepare
        )

    def _day(self, typed: str) -> str:
        """A check: a year mistyped would leave a meeting that nobody holds."""
        if wrong := is_day(typed):
            return wrong
        on = read_day(typed)
        if on >= self.office.today or any(one.on == on for one in preparing.meetings(self.office)):
            return ""
        return _("A meeting is prepared for today or later.")

    def _prepare(self, values: "dict[str, str] | None") -> None:
        if values:
            on, office = read_day(values["on"]), self.office
            place = (values["starts"].strip(), values["venue"].strip(), values["chair"])
            self.in_background(lambda: arranging.prepare(office, on, *place), self._prepared, _("Preparing…"))

    def _prepared(self, agenda: Agenda) -> None:
        self.recorded(DraftOf("agenda"))
        self._show(agenda)
        self.saved()
        self.query_one(AgendaList).focus()
        self.say(_("Prepared. Press d to look at what was hidden in doubt, then r to release."))

    def action_doubts(self) -> None:
        if self._agenda is not None:
            from meeting.tui.doubts import DoubtsScreen

            self.show_over(DoubtsScreen(meeting_id=self._agenda.meeting.id))

    def action_call_off(self) -> None:
        if self._agenda is None:
            return
        meeting_id = self._agenda.meeting.id

        def answered(answer: str | None) -> None:
            if answer == "yes":
                self.attempt(lambda: course.call_off(self.office, meeting_id))
                self.refresh_page()

        def ask() -> None:
            question = course.would_be(course.calling_off(self.office, meeting_id))
            self.app.push_screen(Ask(question, {"no": _("Not now"), "yes": _("Do it")}), answered)

        self.attempt(ask)

    def action_helping(self) -> None:
        if self._agenda is not None:
            from meeting.tui.helping import HelpingScreen
            from meeting.usecases.helping import offers

            meeting_id = self._agenda.meeting.id
            if self.attempt(lambda: offers(self.office, meeting_id)) is not None:
                self.show_over(HelpingScreen(meeting_id))

    def action_packs(self) -> None:
        from meeting.tui.packs import PacksScreen

        self.show_over(PacksScreen())

    def action_behind(self) -> None:
        from meeting.tui.opening import ask_behind

        row = self.query_one(AgendaList).row
        if self._agenda is not None and row is not None and row.item is not None:
            ask_behind(self, row.item.case_id, [row.item.summary], self._agenda.meeting.on)
        else:
            self.say(_("Choose a case on the agenda first."))

    def action_release(self) -> None:
        if self._agenda is None or not self._agenda.items:
            self.say(_("There is no case on the agenda to release."), wrong=True)
            return
        readers = [
            ("-", _("all: the whole agenda")),
            *((a.code, _("Extract: {agency}").format(agency=a.name)) for a in self.office.agencies()),
        ]
        ask_folder(
            self, _("Release the agenda (Word and PDF)"), self._release, Field("reader", _("For whom"), choices=readers)
        )

    def _release(self, values: "dict[str, str] | None") -> None:
        agenda = self._agenda
        if values is None or agenda is None:
            return
        from meeting.documents.release import Released
        from meeting.usecases.releasing import release_agenda

        folder, reader = Path(values["folder"]).expanduser(), values["reader"].removeprefix("-")

        def publish(leave_out: bool) -> Released:
            released = release_agenda(self.office, agenda.meeting.id, folder, reader, leave_out=leave_out)
            if agenda.meeting.state is MeetingState.PLANNED:
                preparing.publish(self.office, agenda.meeting.id, leave_out=leave_out)
            return released

        leave(self, publish, lambda released: tell_released(self, released))
