"""What became of an action, said with one key: on the list of actions, and in the meeting when its case is heard."""

from collections.abc import Iterator
from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType

from data.records.conference import Action, ActionState
from data.records.draft import DraftOf
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill, Recording
from meeting.tui.page import Speaking
from meeting.usecases import counted, following
from meeting.usecases.following import ActionRow
from meeting.usecases.writing import writing


class Settles(Speaking):
    """The part of a screen that settles actions; ``chosen`` is which, ``settled`` draws the screen anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "settle('done')", _("Done")),
        Binding("i", "settle('no longer possible')", _("Impossible"), tooltip=_("No longer possible: things changed")),
        Binding("x", "settle('not done')", _("Not done"), tooltip=_("The agency did not do it; the reason is asked")),
        Binding("u", "undo", _("Undo"), tooltip=_("Take the last change back")),
    ]

    def chosen(self) -> Action | None:
        raise NotImplementedError

    def settled(self, action: Action) -> None:
        """It is recorded."""
        raise NotImplementedError

    def action_settle(self, state: str) -> None:
        action, wanted = self.chosen(), ActionState(state)
        if action is None:
            return
        if wanted in (ActionState.DONE, ActionState.OPEN):
            changed = self.attempt(lambda: following.set_action(self.meeting_app.office, action.id, wanted, ""))
            if changed is not None:
                self.settled(changed)
        elif self.meeting_app.projector:
            self.say(
                _("What is typed may name someone, and the screen is on a projector: press F11 first."), wrong=True
            )
        else:
            self._ask_why(action, wanted)

    def _ask_why(self, action: Action, wanted: ActionState) -> None:
        office, made = self.meeting_app.office, list[Action]()
        shown = self.attempt(lambda: writing(office, action.case_id))
        check = needed(_("Say why: the next meeting will ask."))
        title = f"{action.number} · {action.reference}: {_(wanted.value)}"
        reason = Field("reason", _("Reason"), lines=3, check=check, shown=shown)
        form = Fill(title, [reason], kept=DraftOf(f"{wanted.value} {action.id}", action.case_id))

        def record(values: dict[str, str]) -> None:
            made.append(following.set_action(office, action.id, wanted, values["reason"]))

        self.app.push_screen(Recording(form, record), lambda _values: self.settled(made[-1]) if made else None)

    def action_undo(self) -> None:
        undone = self.attempt(lambda: following.undo_action(self.meeting_app.office))
        if undone is not None:
            self.settled(undone)
            self.say(_("{number} is {state} again.").format(number=undone.number, state=_(undone.state.value)))


def state_of(row: ActionRow) -> str:
    """Overdue counts for more than open."""
    return _("{days} overdue").format(days=counted.days(row.overdue)) if row.overdue else _(row.action.state.value)


def marked(row: ActionRow) -> str:
    return _("STEERING GROUP") if row.escalate else ""


def told(row: ActionRow) -> Iterator[str]:
    """What is to be done, why it was not, and how often it was carried on."""
    yield row.action.what.text
    if row.action.reason:
        yield f"{_('Reason')}: {row.action.reason.text}"
    if row.action.carried:
        yield _("Carried to {meetings}").format(meetings=counted.meetings(row.action.carried))
