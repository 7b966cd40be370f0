"""The meeting: attendance, then item by item with its clock; notes are disguised and saved as they are typed."""

import threading
import time
from datetime import timedelta
from gettext import gettext as _
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import DataTable, Static, TextArea

from data.records.conference import Attendance, Meeting, MeetingState, NoteKind, Presence
from meeting.tui.agenda import latest_meeting
from meeting.tui.page import Ask, Choose, Field, Fill, Page, is_day, needed, read_day
from meeting.usecases import holding

_SAVE_AFTER = 0.4  # seconds; a killed process loses at most the last second
_KINDS = (NoteKind.INFORMATION, NoteKind.RISKS, NoteKind.VIEWS)


class HoldingScreen(Page):
    HERE = "3"
    HELP: ClassVar[str] = _(
        "Attendance first: p present, a apologies, o observer; d this one agreed to the declaration, D all present did; ctrl+n goes to the first case.\n"
        "On a case: type into the note; what others will read stands beside it. Everything is saved as you type."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "next", _("Next case"), priority=True),
        Binding("ctrl+b", "previous", _("Back"), priority=True),
        Binding("ctrl+t", "kind", _("Kind of note"), priority=True),
        Binding("ctrl+a", "agency", _("Whose"), priority=True),
        Binding("ctrl+g", "agree", _("Action"), priority=True),
        Binding("ctrl+e", "end", _("End"), priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._meeting: Meeting | None = None
        self._position = -1  # -1 is the attendance
        self._kind = NoteKind.INFORMATION
        self._agency = ""
        self._item_id = ""
        self._case_began = time.monotonic()
        self._minutes = 0
        self._waiting: Timer | None = None
        self._saving = threading.Lock()
        self._clock: Timer | None = None
        # Held, since it is asked for its text when the screen is already going.
        self._note = TextArea(id="note", soft_wrap=True, tab_behavior="focus")

    def body(self) -> list[Widget]:
        return [
            Static("", id="clock", markup=False),
            DataTable(id="attendance", cursor_type="row", zebra_stripes=True),
            Vertical(
                VerticalScroll(Static("", id="summary", markup=False), id="case-summary", can_focus=False),
                Static("", id="about", markup=False),
                Horizontal(
                    self._note,
                    VerticalScroll(Static("", id="shown", markup=False), id="note-shown", can_focus=False),
                    id="note-row",
                ),
                VerticalScroll(Static("", id="agreed", markup=False), id="agreed-row", can_focus=False),
                id="item",
            ),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("Agency"), _("Attendance"), _("Declaration")):
            table.add_column(name)
        super().on_mount()
        self._clock = self.set_interval(1.0, self._tick)

    def on_unmount(self) -> None:
        self.flush()

    def on_screen_resume(self) -> None:
        if self._meeting is None:
            self.refresh_page()

    def refresh_page(self) -> None:
        running = latest_meeting(self, MeetingState.RUNNING) or latest_meeting(
            self, MeetingState.PUBLISHED, MeetingState.PLANNED
        )
        self._meeting = running
        if running is not None and running.state is MeetingState.RUNNING:
            self._show()
        elif running is not None:
            self._offer()
        else:
            self._show()

    def _offer(self) -> None:
        """A planned meeting waits: the first key begins it, so that its clock does not run before."""
        if self._meeting is None:
            return
        self._show_only("#empty")
        self.query_one("#empty", Static).update(
            _("The meeting of {day} waits.\n\nPress ctrl+n to begin: its clock starts then.").format(
                day=f"{self._meeting.on:%d.%m.%Y}"
            )
        )

    # What is on the screen.

    def _show(self) -> None:
        if self._meeting is None:
            self._show_only("#empty")
            self.query_one("#empty", Static).update(_("No meeting waits.\n\nPress 2 and prepare an agenda first."))
        elif self._position < 0:
            self._show_attendance()
        else:
            self._show_item()
        self._tick()

    def _show_only(self, *names: str) -> None:
        for name in ("#clock", "#attendance", "#item", "#empty"):
            self.query_one(name).display = name in names

    def _show_attendance(self) -> None:
        if self._meeting is None:
            return
        self._show_only("#clock", "#attendance")
        table = self.query_one(DataTable)
        row = table.cursor_row
        table.clear()
        for line in holding.attendance(self.office, self._meeting.id):
            agreed = _("agreed") if line.declared else _("not yet")
            table.add_row(self.office.agency_name(line.agency), _(line.presence.value), agreed, key=line.id)
        table.move_cursor(row=row)
        table.focus()

    def _show_item(self) -> None:
        if self._meeting is None:
            return
        view = holding.item_view(self.office, self._meeting.id, self._position)
        self._position, self._item_id, self._minutes = view.position, view.item.id, view.item.minutes
        self._show_only("#clock", "#item")
        self.query_one("#summary", Static).update(f"{view.item.reference}\n{view.item.summary.text}")
        agreed = [
            f"{a.number} · {self.office.agency_name(a.agency)} · {a.due:%d.%m.%Y} · {a.what.text}" for a in view.actions
        ]
        before = [_("still open: ") + f"{a.number} · {a.what.text}" for a in view.open_before]
        self.query_one("#agreed", Static).update("\n".join([*agreed, *before]) or _("No action agreed yet: ctrl+g."))
        self._load_note()

    def _load_note(self) -> None:
        raw = holding.raw_of(self.office, self._item_id, self._kind, self._agency)
        note = self._note
        with note.prevent(TextArea.Changed):
            note.load_text(raw.text)
        note.move_cursor(note.document.end)
        note.focus()
        who = self.office.agency_name(self._agency) if self._agency else _("the meeting")
        self.query_one("#about", Static).update(
            _("{kind} · from {who}   (ctrl+t kind, ctrl+a whose)").format(kind=_(self._kind.value), who=who)
        )
        shown = ""
        if raw:
            view = holding.item_view(self.office, self._meeting.id, self._position) if self._meeting else None
            wanted = holding.note_id(self._item_id, self._kind, self._agency)
            shown = next((n.disguised.text for n in view.notes if n.id == wanted), "") if view else ""
        self.query_one("#shown", Static).update(shown or _("What others will read stands here."))

    def _tick(self) -> None:
        if self._meeting is None or self._meeting.started_at is None:
            return
        left = holding.time_left(self.office, self._meeting)
        line = _("Meeting: {left} left").format(left=_minutes(left))
        if self._position < 0:
            line += _("   ·   p present  a apologies  o observer  d agreed  D all agreed")
        if self._position >= 0:
            spent = timedelta(seconds=time.monotonic() - self._case_began)
            line = (
                _("Case {at} · {case} of {minutes} min left · ").format(
                    at=self._position + 1,
                    case=_minutes(timedelta(minutes=self._minutes) - spent),
                    minutes=self._minutes,
                )
                + line
            )
        self.query_one("#clock", Static).update(line)

    # Typing: saved and disguised beside the typing, never in its way.

    def on_text_area_changed(self) -> None:
        if self._waiting is None:
            self._waiting = self.set_timer(_SAVE_AFTER, self._save_now)

    def _save_now(self) -> None:
        self._waiting = None
        if self._meeting is not None and self._item_id:
            self._save(self._meeting.id, self._item_id, self._kind, self._note.text, self._agency)

    @work(thread=True, group="note")
    def _save(self, meeting_id: str, item_id: str, kind: NoteKind, raw: str, agency: str) -> None:
        with self._saving:
            shown = self.attempt_in_thread(
                lambda: holding.type_note(self.office, meeting_id, item_id, kind, raw, agency)
            )
        if shown is not None and (item_id, kind, agency) == (self._item_id, self._kind, self._agency):
            self.app.call_from_thread(self._show_note, shown.text)

    def _show_note(self, text: str) -> None:
        if self.is_mounted:
            self.query_one("#shown", Static).update(text)

    def flush(self) -> None:
        """What waits to be saved is saved before anything else is shown."""
        if self._waiting is None or self._meeting is None or not self._item_id:
            return
        self._waiting.stop()
        self._waiting = None
        raw = self._note.text
        with self._saving:
            holding.type_note(self.office, self._meeting.id, self._item_id, self._kind, raw, self._agency)

    # Keys.

    def action_next(self) -> None:
        if self._meeting is None:
            return
        self.flush()
        if self._meeting.started_at is None:
            meeting_id = self._meeting.id
            self._meeting = self.attempt(lambda: holding.start(self.office, meeting_id)) or self._meeting
            self._show()
            return
        self._go(self._position + 1)

    def action_previous(self) -> None:
        self.flush()
        self._go(max(-1, self._position - 1))

    def _go(self, position: int) -> None:
        if self._meeting is None:
            return
        if position >= 0:
            last = self.attempt(lambda: holding.item_view(self.office, self._meeting.id, 0).count)  # type: ignore[union-attr]
            if last is None:
                return
            if position >= last:
                self.say(_("That was the last case. ctrl+e ends the meeting."))
                return
        if position != self._position:
            self._case_began = time.monotonic()
        self._position, self._agency, self._kind = position, "", NoteKind.INFORMATION
        self._show()

    def action_kind(self) -> None:
        if self._position >= 0:
            self.flush()
            self._kind = _KINDS[(_KINDS.index(self._kind) + 1) % len(_KINDS)]
            self._load_note()

    def action_agency(self) -> None:
        if self._position < 0:
            return
        self.flush()
        options = [("", _("the meeting")), *((a.code, a.name) for a in self.office.agencies())]
        keyed = [(code or "-", name) for code, name in options]
        self.app.push_screen(Choose(_("Who shares this?"), keyed), self._from_agency)

    def _from_agency(self, code: str | None) -> None:
        if code:
            self._agency = "" if code == "-" else code
            self._load_note()

    def action_agree(self) -> None:
        if self._position < 0:
            return
        self.flush()
        due = f"{self.office.today + timedelta(days=self.office.profile.action_days):%d.%m.%Y}"
        agencies = [(a.code, a.name) for a in self.office.agencies()]
        if not agencies:
            self.say(_("No agency is registered in this area yet."), wrong=True)
            return
        form = Fill(
            _("An action"),
            [
                Field("agency", _("Agency"), self._agency, choices=agencies),
                Field("what", _("What exactly"), check=needed(_("Say what is to be done."))),
                Field("due", _("By"), due, check=is_day),
            ],
            _("Agree"),
        )
        self.app.push_screen(form, self._agreed)

    def _agreed(self, values: "dict[str, str] | None") -> None:
        if values is None or self._meeting is None:
            return
        meeting_id, due = self._meeting.id, read_day(values["due"])
        done = self.attempt(
            lambda: holding.agree_action(self.office, meeting_id, self._item_id, values["agency"], values["what"], due)
        )
        if done is not None:
            self._show_item()

    def action_end(self) -> None:
        if self._meeting is None or self._meeting.started_at is None:
            return
        self.flush()
        question = _("End the meeting? Its cases are heard then, and its minutes can be released.")
        self.app.push_screen(Ask(question, {"no": _("Go on"), "yes": _("End it")}), self._end)

    def _end(self, answer: str | None) -> None:
        if answer == "yes" and self._meeting is not None:
            holding.end(self.office, self._meeting.id)
            self._meeting = None
            self.action_page("4")

    def key_p(self) -> None:
        self._set(Presence.PRESENT)

    def key_a(self) -> None:
        self._set(Presence.APOLOGIES)

    def key_o(self) -> None:
        self._set(Presence.OBSERVER)

    def key_d(self) -> None:
        line = self._line()
        if line is not None and self._meeting is not None:
            holding.declare(self.office, self._meeting.id, line)
            self._show_attendance()

    async def on_key(self, event: Key) -> None:
        """D: the declaration was read, and everyone present agreed to it."""
        if event.character != "D" or self._meeting is None or not self.query_one("#attendance").display:
            return
        for line in holding.attendance(self.office, self._meeting.id):
            if line.presence in (Presence.PRESENT, Presence.OBSERVER) and not line.declared:
                holding.declare(self.office, self._meeting.id, line)
        self._show_attendance()

    def _set(self, presence: Presence) -> None:
        line = self._line()
        if line is not None and self._meeting is not None:
            holding.set_presence(self.office, self._meeting.id, line, presence)
            self._show_attendance()
            self.query_one(DataTable).action_cursor_down()

    def _line(self) -> Attendance | None:
        if self._meeting is None or self._position >= 0 or not self.query_one("#attendance").display:
            return None
        table = self.query_one(DataTable)
        key = table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value
        return next((line for line in holding.attendance(self.office, self._meeting.id) if line.id == key), None)


def _minutes(left: timedelta) -> str:
    seconds = int(left.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 60}:{seconds % 60:02d}"
