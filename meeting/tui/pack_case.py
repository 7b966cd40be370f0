"""One case of a pack: its disguised summary, and what the participant's agency says to it."""

from collections.abc import Callable
from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Label, Static, TextArea

from meeting.tui.pack_page import PackPage
from meeting.usecases.answering import Desk
from meeting.usecases.pack_content import CaseAnswer

_PARTS: dict[str, Callable[[], str]] = {
    "fact": lambda: _("What your agency knows as fact"),
    "opinion": lambda: _("What it thinks"),
    "held_back": lambda: _("What you hold back, and why"),
    "can_do": lambda: _("What your agency can do"),
}


class PackCaseScreen(PackPage):
    HELP: ClassVar[str] = _(
        "One case at a time: above (or left) what your agency may read of it, below (or right) what you answer. Fact "
        "stands apart from opinion. Every word is kept within a second, sealed to you alone."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - so the framework declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "go(-1)", _("Case before"), key_display="F5", priority=True),
        Binding("f9", "go(1)", _("Next case"), key_display="F9", priority=True),
        Binding("escape", "back", _("All cases"), tooltip=_("Back to the list")),
        Binding("tab", "app.focus_next", _("Next field"), show=False),
    ]

    def __init__(self, desk: Desk, position: int) -> None:
        super().__init__(desk)
        self._position = position

    def body(self) -> list[Widget]:
        fields: list[Widget] = []
        for name, label in _PARTS.items():
            fields.append(Label(label(), markup=False))
            fields.append(TextArea(id=f"say-{name}", classes="say", soft_wrap=True, tab_behavior="focus"))
        return [
            Static("", id="facts", markup=False),
            Vertical(
                VerticalScroll(Static("", id="summary", markup=False), id="pack-summary"),
                VerticalScroll(*fields, id="say", can_focus=False),
                id="pack-case",
            ),
        ]

    def on_mount(self) -> None:
        super().on_mount()
        self._show()
        self.query_one("#pack-summary").focus()

    def _show(self) -> None:
        content = self.desk.view.content
        case = content.cases[self._position]
        where = _("{number} of {count}").format(number=self._position + 1, count=len(content.cases))
        said = " · ".join(part for part in (where, case.reference, case.facts) if part)
        self.query_one("#facts", Static).update(said)
        own = [a for a in content.actions if a.reference == case.reference]
        lines = [f"{a.number} · {a.due:%d.%m.%Y} · {a.what}" for a in own]
        more = "\n\n" + _("Open actions of your agency") + "\n" + "\n".join(lines) if lines else ""
        self.query_one("#summary", Static).update(case.summary + more)
        self.query_one("#pack-summary").scroll_home(animate=False)
        answer = self.desk.of_case(case.id)
        for name in _PARTS:
            area = self.query_one(f"#say-{name}", TextArea)
            with area.prevent(TextArea.Changed):
                area.load_text(getattr(answer, name))
            area.move_cursor(area.document.end)

    def on_text_area_changed(self) -> None:
        case = self.desk.view.content.cases[self._position]
        said = {name: self.query_one(f"#say-{name}", TextArea).text for name in _PARTS}
        self.desk.say(CaseAnswer(case.id, **said))
        self.changed()

    def action_go(self, by: int) -> None:
        self.flush()
        wanted = self._position + by
        if 0 <= wanted < len(self.desk.view.content.cases):
            self._position = wanted
            self._show()
        else:
            self.say(_("That was the last case. F10 seals your answers.") if by > 0 else _("This is the first case."))

    def action_back(self) -> None:
        self.flush()
        self.app.pop_screen()
