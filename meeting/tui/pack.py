"""The participant's list: the cases their agency may see and its open actions, and what was answered so far."""

from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Static

from meeting.tui.dialogs import Ask
from meeting.tui.forms import Recording
from meeting.tui.pack_page import new_passphrase, passphrase_form
from meeting.tui.pack_reports import PackReports
from meeting.tui.page import begins
from meeting.tui.table import Table
from meeting.usecases import counted


class CaseTable(Table):
    """Enter is the table's own key: it comes after the arrows that were pressed before it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", _("Read, answer"), tooltip=_("Read this case, and answer on it")),
    ]


class PackScreen(PackReports):
    HELP: ClassVar[str] = _(
        "The cases your agency may read before the meeting, and its own open actions. Enter reads a case and answers: what "
        "your agency knows, thinks, holds back, can do. On an action (tab) d, i and x say what became of it. All you type is kept beside the "
        "pack, sealed to you, until the day that stands above the list; F10 seals it for the coordinator."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", _("Cases, actions"), tooltip=_("From the cases to the actions and back")),
        Binding("p", "passphrase", _("My passphrase"), show=False, tooltip=_("Another passphrase for your key file")),
        *begins("a", "declare", _("Declaration"), _("Read the confidentiality declaration")),
    ]  # fmt: skip

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            CaseTable("cases"),
            Static(_("Open actions of your agency"), id="about", markup=False),
            Table("actions"),
            Static("", id="what", markup=False),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        cases, actions = self._cases, self.actions
        for name in (_("No."), _("Case"), _("Why, and how long"), _("Answered")):
            cases.add_column(name)
        for name in (_("Action"), _("Case"), _("By"), _("What became of it")):
            actions.add_column(name)
        super().on_mount()
        self.show()
        if not self._agreed:
            self.action_declare()

    def on_screen_resume(self) -> None:
        self.show()

    @property
    def _cases(self) -> "DataTable[str]":
        return self.query_one("#cases", DataTable)

    @property
    def _agreed(self) -> bool:
        """Nothing is shown before the declaration was agreed to (R16)."""
        return self.desk.answers.declared_on is not None or not self.desk.view.content.declaration

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "report":
            return self._agreed and self.actions.has_focus
        return self._agreed if action == "seal" else super().check_action(action, parameters)

    def is_first(self, action: str) -> bool:
        return not self._agreed

    def action_declare(self) -> None:
        words = _("Read this first. You agree for yourself, and it is told to the coordinator with your answers.")
        said = f"{words}\n\n{self.desk.view.content.declaration}"
        answers = {"agree": _("I have read it and agree"), "not": _("Not now")}
        self.app.push_screen(Ask(said, answers), self._declared)

    def _declared(self, answer: str | None) -> None:
        if answer == "agree" and not self._agreed:
            self.desk.declare(self.today)
            self.changed()
        self.show()

    def show(self) -> None:
        content, desk = self.desk.view.content, self.desk
        for name in ("#facts", "#cases"):
            self.query_one(name).display = self._agreed and bool(content.cases)
        for name in ("#about", "#actions", "#what"):
            self.query_one(name).display = self._agreed and bool(content.actions)
        self.query_one("#empty", Static).update(self._nothing())
        self.query_one("#empty").display = not self._agreed or not (content.cases or content.actions)
        self.refresh_bindings()
        if not self._agreed:
            return
        at_case, at_action = self._cases.cursor_row, self.actions.cursor_row
        self._cases.clear()
        for number, case in enumerate(content.cases, 1):
            done = _("yes") if desk.of_case(case.id).says_something else ""
            self._cases.add_row(str(number), case.reference, case.facts, done, key=case.id)
        self._cases.move_cursor(row=at_case)
        self.actions.clear()
        for action in content.actions:
            self.actions.add_row(action.number, action.reference, f"{action.due:%d.%m.%y}", self.state(action))
        self.actions.move_cursor(row=at_action)
        said = sum(desk.of_case(case.id).says_something for case in content.cases)
        words = _("{mark}\n{said} of {cases} answered. Enter reads one.")
        facts = words.format(mark=content.mark, said=said, cases=counted.cases(len(content.cases)))
        self.query_one("#facts", Static).update(facts + self._kept())
        self._what()
        if self.focused is None:
            (self._cases if content.cases else self.actions).focus()

    def _kept(self) -> str:
        """How long what is typed lies beside the pack, and what lay there too long."""
        until, days = self.desk.kept_until, counted.days(self.desk.view.content.keep_draft_days)
        kept = " " + _("Kept until {day}.").format(day=f"{until:%d.%m.%Y}") if until else ""
        gone = _("Kept for {days} and gone now: {files}").format(days=days, files=", ".join(self.desk.gone))
        return f"{kept}\n{gone}" if self.desk.gone else kept

    def _nothing(self) -> str:
        if not self._agreed:
            return _("Nothing is shown before the declaration of confidentiality is agreed to.\n\nPress a to read it.")
        return _("No case of this meeting goes to your agency, and it has no open action.")

    def _what(self) -> None:
        action = self.action_here()
        self.query_one("#what", Static).update(action.what if action else "")

    def on_data_table_row_highlighted(self) -> None:
        self._what()

    def on_descendant_focus(self) -> None:
        self.refresh_bindings()

    def on_data_table_row_selected(self) -> None:
        """The case under the cursor, or the one an action is about."""
        cases, action = self.desk.view.content.cases, self.action_here()
        at = self._cases.cursor_row
        if self.actions.has_focus and action is not None:
            at = next((n for n, case in enumerate(cases) if case.reference == action.reference), -1)
        if 0 <= at < len(cases):
            self._open(at)
        else:
            self.say(_("This case is not in this pack; say with d, i or x what became of the action."))

    def _open(self, position: int) -> None:
        from meeting.tui.pack_case import PackCaseScreen

        self.app.push_screen(PackCaseScreen(self.desk, position))

    def action_passphrase(self) -> None:
        key_file = self.desk.key_file
        if key_file is not None:
            form = Recording(passphrase_form(), lambda values: new_passphrase(key_file, values))
            self.app.push_screen(form, lambda values: self.say(_("It is changed.")) if values else None)
