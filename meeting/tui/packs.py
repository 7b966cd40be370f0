"""Packs for participants, and the answers that come back: one line for each participant of the area."""

from gettext import gettext as _
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Static

from data.records.conference import Meeting, MeetingState
from meeting.tui.dialogs import Ask
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill
from meeting.tui.page import Page, begins
from meeting.tui.table import Table, short
from meeting.usecases import arranging, counted, packs
from meeting.usecases.packs import Brought, Made, Reader
from meeting.usecases.said import Said, Standing, history, told_of


class PacksScreen(Page):
    HERE = "2"
    SHOWS_NAMES: ClassVar[bool] = True
    HELP: ClassVar[str] = _(
        "A pack is one file for one participant: the cases their agency may see, disguised, and its open actions. Only "
        "they can open it, with their own key file; they never need this record. They send answers back in a file that "
        "only you can open; taking it puts them into the notes of the meeting."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "make", _("Make the pack"), tooltip=_("Seal to this participant what their agency may read")),
        Binding("t", "take", _("Take answers"), tooltip=_("Look at a file of answers, and take it into the notes")),
        Binding("s", "said", _("What they said"), tooltip=_("Every answer that was taken, also the earlier ones")),
        *begins("2", "page('2')", _("Agenda")),
        *begins("p", "people", _("People")),
        Binding("escape", "back", _("Back")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._meeting: Meeting | None = None
        self._readers: tuple[Reader, ...] = ()

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            Table("readers"),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("Participant"), _("Agency"), _("Pack made"), _("Answers taken")):
            table.add_column(name)
        table.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("make", "said"):
            return bool(self._readers and self._meeting)
        return super().check_action(action, parameters)

    def is_first(self, action: str) -> bool:
        return not self._readers and action == ("people" if self._meeting else "page('2')")

    def action_people(self) -> None:
        from meeting.tui.people import PeopleScreen

        self.show_over(PeopleScreen())

    def refresh_page(self) -> None:
        states = (MeetingState.RUNNING, MeetingState.PUBLISHED, MeetingState.PLANNED)
        self._meeting = arranging.latest(self.office, *states)
        meeting = self._meeting
        self._readers = packs.readers(self.office, meeting.id) if meeting else ()
        table = self.query_one(DataTable)
        at = table.cursor_row
        table.clear()
        for reader in self._readers:
            days = [f"{day:%d.%m.%Y}" if day else "-" for day in (reader.made_on, reader.answered_on)]
            if reader.revised_on:
                days[1] = _("{day}, revised").format(day=days[1])
            table.add_row(reader.user, short(reader.agency_name, 28), *days, key=reader.user)
        table.move_cursor(row=at)
        said = _("Meeting of {day}").format(day=f"{meeting.on:%d.%m.%Y}, {meeting.starts}") if meeting else ""
        self.query_one("#facts", Static).update(said)
        for name in ("#readers", "#facts"):
            self.query_one(name).display = bool(self._readers)
        empty = self.query_one("#empty", Static)
        empty.display = not self._readers
        empty.update(
            _("No participant has a key yet.\n\nPress p, then n to invite one as 'participant of an agency'.")
            if meeting
            else _("No meeting is planned.\n\nPress 2 and prepare an agenda first; t takes answers.")
        )
        self.refresh_bindings()

    def on_data_table_row_selected(self) -> None:
        self.action_make()

    def action_make(self) -> None:
        at, meeting = self.query_one(DataTable).cursor_row, self._meeting
        if meeting is None or not 0 <= at < len(self._readers):
            return
        reader, day = self._readers[at], f"{meeting.on:%Y-%m-%d}"
        file = Field("path", _("File"), f"~/meeting-papers/{day}-{reader.user}.pack", check=needed(_("Name a file.")))
        title = _("A pack for {id}, {agency}").format(id=reader.user, agency=reader.agency_name)
        self.app.push_screen(
            Fill(title, [file], _("Make it"), kept=None), lambda values: self._make(meeting.id, reader, values)
        )

    def _make(self, meeting_id: str, reader: Reader, values: "dict[str, str] | None") -> None:
        if values is not None:
            office, path = self.office, Path(values["path"].strip()).expanduser()
            self.in_background(
                lambda: packs.pack_for(office, meeting_id, reader.user, path), self._made, _("The gate reads…")
            )

    def _made(self, made: Made) -> None:
        self.saved()
        self.refresh_page()
        told = _(
            "{cases} and {actions} sealed into\n{path}\n\nSend it by e-mail or as you like: only this "
            "participant opens it, with 'meeting open' or 'Read a pack' on the first screen, and their key file."
        )
        text = told.format(cases=counted.cases(made.cases), actions=counted.actions(made.actions), path=made.path)
        text += "\n\n" + held if (held := packs.held_in_doubt(made)) else ""
        self.app.push_screen(Ask(text, {"ok": _("I have it")}))

    def action_take(self) -> None:
        file = Field("path", _("The file of answers"), "~/Downloads/", check=needed(_("Say where the file lies.")))
        self.app.push_screen(Fill(_("Take a participant's answers"), [file], _("Look at them"), kept=None), self._look)

    def _look(self, values: "dict[str, str] | None") -> None:
        if values is None:
            return
        office, path = self.office, Path(values["path"].strip()).expanduser()

        def shown(brought: Brought) -> None:
            answers = {"no": _("Not now"), "yes": _("Take them into the notes")}
            self.app.push_screen(Ask(_words(brought), answers), lambda answer: self._take(path, answer))

        self.in_background(lambda: packs.look_at_answers(office, path), shown, _("Opening…"))

    def _take(self, path: Path, answer: str | None) -> None:
        if answer == "yes":
            self.in_background(lambda: packs.take_answers(self.office, path), self._taken, _("Taking…"))

    def _taken(self, brought: Brought) -> None:
        self.saved()
        self.refresh_page()
        said = _("Taken: {cases} into the notes, {actions}.")
        settled = sum(not one.settled for one in brought.reported)
        taken = sum(one.taken for one in brought.said)
        self.say(said.format(cases=counted.cases(taken), actions=counted.actions(settled)))

    def action_said(self) -> None:
        """Each version of what the participant under the cursor answered."""
        at, meeting = self.query_one(DataTable).cursor_row, self._meeting
        if meeting is None or not 0 <= at < len(self._readers):
            return
        versions = history(self.office, meeting.id, self._readers[at].user)
        lines = [line for reference, one in versions
                 for line in (f"{reference} · {one.at:%d.%m.%Y %H:%M}", one.said.text, "")]  # fmt: skip
        text = "\n".join(lines) or _("Nothing was taken of this participant for this meeting.")
        self.app.push_screen(Ask(text, {"ok": _("Close")}))


def _words(brought: Brought) -> str:
    """For the keeper's eyes: as it was typed, before anything of it is disguised for others."""
    lines = [_("Answers of {id}").format(id=brought.user)]
    if brought.declared_on:
        lines.append(_("Agreed to the declaration on {day}").format(day=f"{brought.declared_on:%d.%m.%Y}"))
    for said in brought.said:
        lines += ["", said.reference + _stands(said), said.text]
    for one in brought.reported:
        left = "  " + _("(settled here before: left as it is)") if one.settled else ""
        lines += ["", f"{one.number} · {one.reference}: {_(one.state.value)}{left}"]
        lines += [one.reason] if one.reason else []
    if brought.unsaid:
        left = _("Answered before and not in this file, so what was said stands: {cases}")
        lines += ["", left.format(cases=", ".join(brought.unsaid))]
    return "\n".join(lines)


def _stands(said: Said) -> str:
    if said.standing is Standing.NEW:
        return ""
    when = f", {said.before.at:%d.%m.%Y %H:%M}" if said.before else ""
    return f"  ({told_of(said.standing)}{when})"
