"""What became of an agency's actions, said in a pack: done, no longer possible, not done with its reason."""

from datetime import date
from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from data.records.conference import ActionState
from data.records.draft import DraftOf
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill
from meeting.tui.pack_page import PackPage
from meeting.usecases import counted
from meeting.usecases.answering import Desk
from meeting.usecases.pack_content import ActionAnswer, PackAction

_ASKED = {
    ActionState.DONE: lambda: _("What was done (may stay empty)"),
    ActionState.NO_LONGER_POSSIBLE: lambda: _("Why it is no longer possible"),
    ActionState.NOT_DONE: lambda: _("Why it was not done"),
}


class PackReports(PackPage):
    """The part of the participant's list that is about actions; ``show`` draws the page anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "report('done')", _("Done"), tooltip=_("This action was done")),
        Binding("i", "report('no longer possible')", _("Impossible"), tooltip=_("No longer possible: things changed")),
        Binding("x", "report('not done')", _("Not done"), tooltip=_("It was not done; the reason is asked")),
        Binding("o", "report('open')", _("Open again"), show=False, tooltip=_("Take back what was said of an action")),
    ]

    def __init__(self, desk: Desk, today: date) -> None:
        super().__init__(desk)
        self.today = today

    def show(self) -> None:
        raise NotImplementedError

    @property
    def actions(self) -> "DataTable[str]":
        return self.query_one("#actions", DataTable)

    def action_here(self) -> PackAction | None:
        at, actions = self.actions.cursor_row, self.desk.view.content.actions
        return actions[at] if 0 <= at < len(actions) else None

    def state(self, action: PackAction) -> str:
        said = self.desk.of_action(action.id)
        if said is not None:
            return f"{_(said.state.value)}: {said.reason}" if said.reason else _(said.state.value)
        late = action.days_overdue(self.today)
        return _("{days} overdue").format(days=counted.days(late)) if late else _("open")

    def action_report(self, state: str) -> None:
        action, wanted = self.action_here(), ActionState(state)
        if action is None:
            return
        if wanted is ActionState.OPEN:
            self._report(action, wanted, "")
            return
        before = self.desk.of_action(action.id)
        check = None if wanted is ActionState.DONE else needed(_("Say why: the meeting will ask."))
        field = Field("reason", _ASKED[wanted](), before.reason if before else "", lines=3, check=check)
        title = f"{action.number} · {action.reference}: {_(wanted.value)}\n{action.what}"
        form = Fill(title, [field], kept=DraftOf(f"{wanted.value} {action.id}"))
        self.app.push_screen(form, lambda values: self._report(action, wanted, values["reason"]) if values else None)

    def _report(self, action: PackAction, state: ActionState, reason: str) -> None:
        answer = ActionAnswer(action.id, action.number, state, reason.strip())
        self.attempt(lambda: self.desk.report(answer))
        self.changed()
        self.show()
