"""Recovery sheets in the app: what they are, a new set to print, a trial of two."""

from gettext import gettext as _
from gettext import pgettext
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Footer, Static

from meeting.tui.dialogs import Ask
from meeting.tui.doors import sheet_fields, sheets_of
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill, Recording
from meeting.tui.page import Page
from meeting.usecases import recovering
from meeting.usecases.recovering import Printed


class RecoveryScreen(Page):
    HELP: ClassVar[str] = _(
        "Three sheets of paper, any two of which open this area when every passphrase is lost; one alone opens nothing. "
        "Give each to another agency, in a sealed envelope. The key on them lies on no machine."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "make", _("Make a new set"), tooltip=_("Three new sheets; those made before open nothing more")),
        Binding("t", "try", _("Try two sheets"), tooltip=_("Would they open the area? Nothing is changed")),
        Binding("escape", "back", _("Back")),
    ]

    def body(self) -> list[Widget]:
        return [Static("", id="facts", markup=False), Static("", id="what", markup=False)]

    def refresh_page(self) -> None:
        self.query_one("#facts", Static).update(_state(recovering.state_of(self.office)))
        words = _(
            "When every passphrase is lost, or the only keeper is gone, two of the three sheets of a set make a new "
            "coordinator: on the first screen, 'Every passphrase is lost'. One sheet alone opens nothing, and no sheet "
            "lies on this machine.\n\n"
            "m  makes a new set of three, shown here to be printed or copied. A set made before opens nothing any "
            "more, and every shared key is made anew, which takes a while in a large area.\n\n"
            "t  tries two sheets that were typed in: whether they open this area. Nothing is changed by it. Try them "
            "once after printing, and once a year."
        )
        self.query_one("#what", Static).update(words)

    def action_make(self) -> None:
        question = _("Make three new sheets? Have a printer or pen and paper ready: they are shown once. Sheets made "
                     "before open nothing any more.")  # fmt: skip
        self.app.push_screen(Ask(question, {"no": _("Not now"), "yes": _("Make them")}), self._make)

    def _make(self, answer: str | None) -> None:
        if answer == "yes":
            self.in_background(lambda: recovering.make_recovery(self.office), self._show, _("New keys for every case…"))

    def _show(self, sheets: tuple[Printed, ...]) -> None:
        self.saved()
        self.refresh_page()
        self.app.push_screen(SheetsScreen(sheets), lambda _none: self.refresh_page())

    def action_try(self) -> None:
        form = Fill(_("Try two sheets of one set; nothing is changed"), sheet_fields(), _("Try them"), kept=None)

        def tried(values: dict[str, str] | None) -> None:
            self.refresh_page()
            if values is not None:
                self.say(_("These two sheets open the area."))

        self.app.push_screen(Recording(form, lambda v: recovering.try_recovery(self.office, sheets_of(v))), tried)


class SheetsScreen(ModalScreen[None]):
    """The three sheets, one at a time; on no disk unless one asks for files to print."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,n", "turn(1)", _("Next sheet")),
        Binding("left,b", "turn(-1)", _("Sheet before")),
        Binding("w", "write", _("Files to print"), tooltip=_("Three text files; delete them when they are printed")),
        Binding("escape", "leave", pgettext("leave", "Done")),
    ]

    def __init__(self, sheets: tuple[Printed, ...]) -> None:
        super().__init__()
        self._sheets, self._at, self._seen = sheets, 0, {0}

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"):
            yield Static("", id="sheet", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#sheet", Static).update("\n".join(self._sheets[self._at].lines))

    def action_turn(self, by: int) -> None:
        self._at = (self._at + by) % len(self._sheets)
        self._seen.add(self._at)
        self.on_mount()

    def action_write(self) -> None:
        title = _(
            "Three files to print, best on a stick. Delete them when they are printed: two of them open the area."
        )
        field = Field("folder", _("Folder"), check=needed(_("Say where the files go.")))
        self.app.push_screen(Fill(title, [field], _("Write"), kept=None), self._write)

    def _write(self, values: "dict[str, str] | None") -> None:
        if values is None:
            return
        from meeting.tui.page import expected, sentence_of

        try:
            paths = recovering.write_sheets(self._sheets, Path(values["folder"].strip()).expanduser())
        except expected() as problem:
            self.notify(sentence_of(problem), severity="error", markup=False)
            return
        self._seen.update(range(len(self._sheets)))
        self.notify(_("Written: {names}").format(names=", ".join(path.name for path in paths)), markup=False)

    def action_leave(self) -> None:
        if len(self._seen) < len(self._sheets):
            self.notify(_("Not all sheets were looked at: the others are shown only now."), markup=False)
            self._seen.update(range(len(self._sheets)))
            return
        self.dismiss()


def _state(state: recovering.Sheets) -> str:
    if not state.number:
        alone = (
            " " + _("You are the only keeper: without sheets a lost passphrase loses the area.") if state.alone else ""
        )
        return _("This area has no recovery sheets.") + alone
    said = _("Set {number} was made").format(number=state.number)
    made = " " + _("on {day}").format(day=f"{state.made_on:%d.%m.%Y}") if state.made_on else ""
    tried = _("tried on {day}").format(day=f"{state.tried_on:%d.%m.%Y}") if state.tried_on else _("never tried")
    return f"{said}{made}; {tried}."
