"""The log to look through: who did what when, about which reference; never a name of a case."""

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from meeting.tui.long_list import LongList
from meeting.tui.page import Page
from meeting.tui.table import short
from meeting.usecases import counted

if TYPE_CHECKING:
    from meeting.usecases.logview import LogView


class LogScreen(Page):
    HELP: ClassVar[str] = _(
        "Every entry of the log, the newest last. / narrows it by reference or agency, by what was done, by whom.\n"
        "v reads the whole log and says whether it was changed; t writes a checkpoint to be kept outside."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", _("Narrow"), key_display="/"),
        Binding("v", "verify", _("Verify")),
        Binding("t", "take_out", _("Checkpoint to a file")),
        Binding("escape", "back", _("Back")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._all: LogView | None = None

    def body(self) -> list[Widget]:
        fields = (("about", _("Reference or agency")), ("kind", _("What was done")), ("who", _("By whom")))
        return [
            Horizontal(*(Input(placeholder=said, id=name, compact=True) for name, said in fields), id="narrow"),
            Static("", id="facts", markup=False),
            LongList(id="entries"),
        ]

    def on_mount(self) -> None:
        self.query_one("#narrow").styles.height = 1
        for field in self.query(Input):
            field.styles.width = "1fr"
        self.query_one(LongList).focus()

    def refresh_page(self) -> None:
        """What is shown stays, also the place in it."""
        if self._all is None:
            self.read()

    def read(self) -> None:
        """Read the log anew."""
        from meeting.usecases.logview import view_of

        self.in_background(lambda: view_of(self.office), self._got, _("Reading the log…"))

    def _got(self, view: "LogView") -> None:
        self._all = view
        self._show()

    def _show(self) -> None:
        if self._all is None:
            return
        wanted = {name: self.query_one(f"#{name}", Input).value.strip() for name in ("about", "kind", "who")}
        shown = self._all.narrowed(**wanted)
        self.query_one("#facts", Static).update(
            _("{count} of {entries}").format(count=len(shown), entries=counted.entries(len(self._all)))
        )

        entries, digits = self.query_one(LongList), len(str(len(self._all)))

        def line(at: int) -> str:
            entry, room = shown[at], 18 if entries.size.width < 100 else 34  # what was done needs the room
            about = short(entry.about, room)
            return f"{entry.number:>{digits}} {entry.when:16} {about:{room}} {short(entry.who, 11):11} {entry.kind}"

        entries.show(len(shown), line, at=len(shown) - 1)

    def on_input_changed(self) -> None:
        self._show()

    def on_input_submitted(self) -> None:
        self.query_one(LongList).focus()

    def action_search(self) -> None:
        self.query_one("#about", Input).focus()

    def action_back(self) -> None:
        fields = [self.query_one(f"#{name}", Input) for name in ("about", "kind", "who")]
        if any(field.value for field in fields):
            for field in fields:
                field.value = ""
            self.query_one(LongList).focus()
        else:
            super().action_back()

    def action_verify(self) -> None:
        from meeting.usecases.logbook import verify_log

        self.in_background(lambda: verify_log(self.office), self._verified, _("Reading the log…"))

    def _verified(self, verdict) -> None:  # type: ignore[no-untyped-def]
        if not verdict.whole:
            self.say(_("The log was changed from outside. {why}").format(why=verdict.fault), wrong=True)
            return
        self.say(
            _("The log is whole and in order: {size} entries. {short}").format(
                size=verdict.size, short=verdict.last.checkpoint.short if verdict.last else ""
            )
        )

    def action_take_out(self) -> None:
        from meeting.tui.keeping import ask_for_file

        ask_for_file(
            self, _("Write the newest checkpoint to a file, to be kept elsewhere"), "log-checkpoint", self._take
        )

    def _take(self, path: str) -> None:
        from pathlib import Path

        from meeting.usecases.logbook import take_out

        told = self.attempt(lambda: take_out(self.office, Path(path).expanduser()))
        if told is not None:
            self.say(
                _("Written: {size} entries, {short}.").format(size=told.checkpoint.size, short=told.checkpoint.short)
            )
            self.read()
