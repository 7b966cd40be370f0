"""Doubts: what was hidden without certainty, the most doubtful first; then what tells a case apart all together."""

from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from meeting.tui import doubts_view
from meeting.tui.doubt_keys import DoubtKeys
from meeting.tui.page import begins
from meeting.usecases import reviewing
from meeting.usecases.reviewing import Seen, Sitting


class DoubtsScreen(DoubtKeys):
    SHOWS_NAMES = True
    HERE = "2"
    HELP: ClassVar[str] = _(
        "Left: the text as it stands. Right: as others will read it. The piece in question is marked in both. What you "
        "do not decide stays hidden. Each decision is remembered for the case; u takes the last one back.\n"
        "When the doubts are done: what the coded facts tell together. Where they fit fewer other cases than your profile asks "
        "for, somebody who knows the family can tell the case by them; w tells the one fact more widely that helps most."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "keep", _("Keep hidden"), tooltip=_("It stays hidden, and is no doubt any more")),
        Binding("s", "show", _("Show it"), tooltip=_("Let the words stand in this case")),
        Binding("h", "harmless", _("Harmless"), tooltip=_("Let the words stand in every case, where they are only doubted")),
        Binding("w", "widely", _("Tell widely"), tooltip=_("Tell a fact of the case more widely, as proposed")),
        Binding("c", "done", _("Case done"), tooltip=_("What is left of this case stays as it is; on to the next")),
        Binding("u", "undo", _("Undo"), tooltip=_("Take the last decision back")),
        Binding("m", "more", _("Hide more"), show=False, tooltip=_("Hide other words of this case")),
        Binding("n,right", "go(1)", _("Next"), key_display="n", show=False),
        Binding("p,left", "go(-1)", _("Previous"), key_display="p", show=False),
        *begins("escape", "back", _("Back")),
    ]  # fmt: skip

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts"),
            Static("", id="together"),
            Horizontal(
                VerticalScroll(Static("", id="raw"), id="left", classes="half", can_focus=True),
                VerticalScroll(Static("", id="shown"), id="right", classes="half", can_focus=True),
                id="both",
            ),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def on_mount(self) -> None:
        office, meeting_id, case_id = self.office, self._meeting, self._case
        self._sitting = Sitting(office)
        self.go_to("")
        reads = _("Reading the cases…")
        self.in_background(lambda: reviewing.read(office, meeting_id, case_id), self._looked, reads)

    def refresh_page(self) -> None:
        """What is decided here is known here."""

    def _looked(self, seen: tuple[Seen, ...]) -> None:
        self._seen = seen
        if self.is_attached:
            self.go_to("")

    def go_to(self, case_id: str) -> None:
        """Stay with the case in hand while something of it is left; else with the place."""
        doubted = self._doubt is not None
        self._stops = reviewing.stops(self._seen or ())
        if doubted and self._stops and self._stops[0].doubt is None:
            self._at, case_id = 0, ""  # the doubts are done: the cases from the first
        here = next((at for at, stop in enumerate(self._stops) if stop.case.case_id == case_id), None)
        self._at = max(0, min(self._at, len(self._stops) - 1)) if here is None else here
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now has a key."""
        if action in ("keep", "show", "harmless"):
            return self._doubt is not None
        if action == "widely":  # its turn comes when the doubts are done
            return self._stop is not None and self._doubt is None
        if action == "done":
            return self._stop is not None
        return self.may_undo if action == "undo" else super().check_action(action, parameters)

    def is_first(self, action: str) -> bool:
        return not self._stops

    def _show(self) -> None:
        empty = self.query_one("#empty", Static)
        empty.display = not self._stops
        for name in ("#both", "#facts", "#together"):
            self.query_one(name).display = bool(self._stops)
        self.refresh_bindings()
        if not self._stops:
            none = _("No doubt is left: everything hidden is certain, or was decided.\n\nEsc goes back.")
            empty.update(_("Reading the cases…") if self._seen is None else none)
            return
        told = doubts_view.told(self._stops, self._at, max(20, self.size.width // 2 - 6))
        for name, text in (
            ("facts", told.facts),
            ("together", told.together),
            ("raw", told.raw),
            ("shown", told.shown),
        ):
            self.query_one(f"#{name}", Static).update(text)
        for pane in ("#left", "#right"):
            self.query_one(pane, VerticalScroll).scroll_to(y=max(0, told.line - 3), animate=False)

    def action_go(self, by: int) -> None:
        if self._stops:
            self._at = (self._at + by) % len(self._stops)
            self._show()
