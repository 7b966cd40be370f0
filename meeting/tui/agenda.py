"""The agenda as the chair leaves it: order, load, what is held back and why."""

from datetime import timedelta
from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import DataTable, Static

from agenda.agenda import Agenda
from data.records.conference import Item, Meeting, MeetingState
from meeting.tui.page import Ask, Choose, Field, Fill, Page, is_day, needed, read_day
from meeting.usecases import preparing
from meeting.usecases.agreements import nothing_shared
from meeting.usecases.cases import list_cases


def latest_meeting(page: Page, *states: MeetingState) -> Meeting | None:
    """The meeting most likely meant: the newest in one of these states."""
    return next((m for m in preparing.meetings(page.office) if not states or m.state in states), None)


class AgendaScreen(Page):
    HERE = "2"
    HELP: ClassVar[str] = _(
        "The cases due at the next meeting, children first. Move, drop or add; the load is counted as you go.\n"
        "Held back is what no agency may see: press h to see why, and to record what would lift it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "prepare", _("New agenda")),
        Binding("d", "doubts", _("Doubts")),
        Binding("a", "add", _("Add case")),
        Binding("x", "drop", _("Drop")),
        Binding("r", "release", _("Release")),
        Binding("u", "move(-1)", _("Up"), show=False),
        Binding("j", "move(1)", _("Down"), show=False),
        Binding("h", "held", _("Held back"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._agenda: Agenda | None = None

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            DataTable(id="items", cursor_type="row", zebra_stripes=True),
            VerticalScroll(Static("", id="summary", markup=False), id="below"),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("No."), _("Case"), _("Why"), _("Children"), _("Minutes"), _("Agencies"), ""):
            table.add_column(name)
        super().on_mount()
        table.focus()

    def refresh_page(self) -> None:
        states = (MeetingState.PLANNED, MeetingState.PUBLISHED, MeetingState.RUNNING)
        planned = latest_meeting(self, *states)
        self._agenda = preparing.agenda_of(self.office, planned.id) if planned else None
        self._show()

    def _show(self, at: int | None = None) -> None:
        agenda, table = self._agenda, self.query_one(DataTable)
        row = table.cursor_row if at is None else at
        table.clear()
        for name in ("#items", "#below", "#facts"):
            self.query_one(name).display = agenda is not None
        empty = self.query_one("#empty", Static)
        empty.display = agenda is None
        if agenda is None:
            empty.update(_("No meeting is planned.\n\nPress n to prepare the agenda of one."))
            return
        for number, item in enumerate(agenda.items, 1):
            why = ", ".join(_(w.value) for w in item.why)
            table.add_row(str(number), item.reference, why, _("yes") if item.with_children else _("no"),
                          str(item.minutes), str(len(item.agencies)), _("late") if item.late else "", key=item.id)  # fmt: skip
        if agenda.items:
            table.move_cursor(row=max(0, min(row, len(agenda.items) - 1)))
        self.query_one("#facts", Static).update(self._facts(agenda))
        self._show_summary()

    def _facts(self, agenda: Agenda) -> str:
        load = agenda.load
        lines = [_("Meeting of {day} · {count} cases · {minutes} of {length} minutes · {actions} open actions").format(
            day=f"{agenda.meeting.on:%d.%m.%Y}", count=len(agenda.items), minutes=load.minutes, length=load.length,
            actions=len(agenda.open_actions))]  # fmt: skip
        lines += load.warnings
        if agenda.held_back:
            lines.append(
                _("{count} held back: press h to see which, and what would lift it").format(count=len(agenda.held_back))
            )
        if gone := [item.reference for item in agenda.items if item.case_id in agenda.reasons]:
            lines.append(_("May no longer be shared: {codes}").format(codes=", ".join(gone)))
        lines += [said] if (said := nothing_shared(self.office)) else []
        if agenda.lapses:
            lines.append(_("Due to lapse: {codes}").format(codes=", ".join(c.reference for c in agenda.lapses)))
        return "\n".join(lines)

    def on_data_table_row_highlighted(self) -> None:
        self._show_summary()

    def _show_summary(self) -> None:
        item = self._item()
        if item is None:
            text = _("No case may stand on this agenda yet.")
        else:
            names = ", ".join(self.office.agency_name(code) for code in item.agencies) or _("no agency yet")
            why = self._agenda.reasons.get(item.case_id, ()) if self._agenda else ()
            stops = "".join(f"{reason.sentence} {reason.lift}\n" for reason in why)
            text = f"{item.reference}\n{stops}{item.summary.text}\n\n{_('Goes to')}: {names}"
        self.query_one("#summary", Static).update(text)

    def _item(self) -> Item | None:
        table = self.query_one(DataTable)
        if self._agenda is None or not self._agenda.items:
            return None
        return self._agenda.items[max(0, min(table.cursor_row, len(self._agenda.items) - 1))]

    def action_prepare(self) -> None:
        ahead = f"{self.office.today + timedelta(days=self.office.profile.closes_days_before):%d.%m.%Y}"
        form = Fill(_("Prepare an agenda"), [Field("on", _("Day of the meeting"), ahead, check=is_day)], _("Prepare"))
        self.app.push_screen(form, self._prepare)

    def _prepare(self, values: "dict[str, str] | None") -> None:
        if values:
            on = read_day(values["on"])
            self.in_background(lambda: preparing.prepare(self.office, on), self._prepared, _("Preparing…"))

    def _prepared(self, agenda: Agenda) -> None:
        self._agenda = agenda
        self._show(0)
        self.say(_("Prepared. Press d to look at what was hidden in doubt, then r to release."))

    def action_move(self, by: int) -> None:
        item, agenda = self._item(), self._agenda
        if item is None or agenda is None:
            return
        at = self.query_one(DataTable).cursor_row
        self._agenda = preparing.move_item(self.office, agenda.meeting.id, item.id, by)
        self._show(at + by)

    def action_drop(self) -> None:
        item, agenda = self._item(), self._agenda
        if item is None or agenda is None:
            return
        self._agenda = preparing.drop_item(self.office, agenda.meeting.id, item.id)
        self._show()
        self.say(_("{code} is off the agenda; it stays due. Press a to put it back.").format(code=item.reference))

    def action_add(self) -> None:
        agenda = self._agenda
        if agenda is None:
            return
        chosen = {item.case_id for item in agenda.items}
        options = [(r.reference, f"{r.reference}  {r.referred_on:%d.%m.%Y}  {r.agency}  {r.consent}")
                   for r in list_cases(self.office) if r.case_id not in chosen]  # fmt: skip
        if not options:
            self.say(_("Every case is on the agenda already."))
            return
        self.app.push_screen(Choose(_("Which case comes on the agenda?"), options), self._add)

    def _add(self, reference: str | None) -> None:
        agenda = self._agenda
        if not reference or agenda is None:
            return
        changed = self.attempt(lambda: preparing.add_case(self.office, agenda.meeting.id, reference))
        if changed is not None:
            self._agenda = changed
            self._show(len(changed.items) - 1)

    def action_held(self) -> None:
        agenda = self._agenda
        if agenda is None or not agenda.held_back:
            self.say(_("No case is held back."))
            return
        options = [
            (c.id, f"{c.reference}  " + " ".join(reason.sentence for reason in agenda.reasons.get(c.id, ())))
            for c in agenda.held_back
        ]
        self.app.push_screen(Choose(_("Held back. Open one to record what would lift it:"), options), self._open_held)

    def _open_held(self, case_id: str | None) -> None:
        if case_id:
            from meeting.tui.sharing import SharingScreen

            self.app.push_screen(SharingScreen(case_id))

    def action_doubts(self) -> None:
        if self._agenda is not None:
            from meeting.tui.doubts import DoubtsScreen

            self.app.push_screen(DoubtsScreen(meeting_id=self._agenda.meeting.id))

    def action_release(self) -> None:
        if self._agenda is None or not self._agenda.items:
            self.say(_("There is no case on the agenda to release."), wrong=True)
            return
        release_form(self, _("Release the agenda (Word and PDF)"), self._release)

    def _release(self, values: "dict[str, str] | None") -> None:
        agenda = self._agenda
        if values is None or agenda is None:
            return
        from pathlib import Path

        from meeting.usecases.releasing import release_agenda

        folder = Path(values["folder"]).expanduser()

        def publish():  # type: ignore[no-untyped-def]
            released = release_agenda(self.office, agenda.meeting.id, folder)
            if agenda.meeting.state is MeetingState.PLANNED:
                preparing.publish(self.office, agenda.meeting.id)
            return released

        self.in_background(publish, lambda released: tell_released(self, released), _("The gate reads…"))


def release_form(page: Page, title: str, then) -> None:  # type: ignore[no-untyped-def]
    """Ask where the papers go."""
    folder = "~/meeting-papers"
    page.app.push_screen(
        Fill(title, [Field("folder", _("Folder"), folder, check=needed(_("Say where the papers go.")))], _("Release")),
        then,
    )


def tell_released(page: Page, released) -> None:  # type: ignore[no-untyped-def]
    """Say where the papers lie; the passphrase is shown here and nowhere else."""
    lines = [_("Released:"), *(f"  {path}" for path in released.paths)]
    if released.passphrase:
        lines += ["", _("They open with these five words, shown only now. Tell them by telephone, not by e-mail:"), "",
                  f"  {released.passphrase}"]  # fmt: skip
    else:
        lines += ["", _("Practice papers are not locked.")]
    page.app.push_screen(Ask("\n".join(lines), {"ok": _("I have it")}))
