"""The end of a meeting: case by case, was it heard? Nothing that nobody opened is taken for heard by itself."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, OptionList, Static

from data.records.conference import PutOff
from meeting.usecases.course import PUT_OFF, Untouched

_REASONS = tuple(PutOff)


class Ending(ModalScreen[Mapping[str, PutOff] | None]):
    """``left`` have neither a note nor an action; the answer is why each that was not heard is put off, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", _("Go on with it")),
        Binding("space", "tick", _("Heard or not"), show=False),
        Binding("r", "reason", _("Reason"), show=False),
        Binding("ctrl+s", "end", _("End it")),
    ]

    def __init__(self, left: Sequence[Untouched]) -> None:
        super().__init__()
        self._left = left
        # What was opened may have been heard and needed no word; what was not, was not.
        self._put_off = {one.item.id: PutOff.TIME for one in left if not one.opened}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog form"):
            yield Static(self._question(), markup=False)
            if self._left:
                yield OptionList(*(Text(self._line(one), no_wrap=True) for one in self._left), id="left")
                keys = _("space: heard or not · r: another reason")
                yield Static(keys, classes="keys", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Go on with it"), id="on", variant="primary")
                yield Button(_("End it (ctrl+s)"), id="end")

    def on_mount(self) -> None:
        (self.query_one(OptionList) if self._left else self.query_one("#on")).focus()

    def _question(self) -> str:
        if not self._left:
            return _("End the meeting? Its cases are heard then, and its minutes can be released.")
        return _(
            "End the meeting? These cases have no note and no action. Those not heard stay due, leave these minutes and "
            "come to the next meeting."
        )

    def _line(self, one: Untouched) -> str:
        reason = self._put_off.get(one.item.id)
        opened = (_("was opened") if one.opened else _("never opened")).ljust(14)
        state = _("put off: {reason}").format(reason=PUT_OFF[reason]()) if reason else _("heard")
        return f"[{' ' if reason else 'x'}] {one.item.reference}  {opened}  {state}"

    def on_option_list_option_selected(self) -> None:
        self.action_tick()

    def action_tick(self) -> None:
        if one := self._here():
            if one.item.id in self._put_off:
                del self._put_off[one.item.id]
            else:
                self._put_off[one.item.id] = PutOff.TIME
            self._draw(one)

    def action_reason(self) -> None:
        """The next reason; of a case that was ticked as heard, the first."""
        if one := self._here():
            now = self._put_off.get(one.item.id)
            self._put_off[one.item.id] = _REASONS[(_REASONS.index(now) + 1) % len(_REASONS)] if now else _REASONS[0]
            self._draw(one)

    def _here(self) -> Untouched | None:
        at = self.query_one(OptionList).highlighted if self._left else None
        return None if at is None else self._left[at]

    def _draw(self, one: Untouched) -> None:
        line = Text(self._line(one), no_wrap=True)
        self.query_one(OptionList).replace_option_prompt_at_index(self._left.index(one), line)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "end":
            self.action_end()
        else:
            self.dismiss(None)

    def action_end(self) -> None:
        self.dismiss(dict(self._put_off))
