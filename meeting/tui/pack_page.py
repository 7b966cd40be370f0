"""What the participant's two screens share: the line above, answers kept while they are typed, sealing them."""

from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Footer, Static

from data.records.draft import DraftOf
from meeting.tui.dialogs import Ask
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill
from meeting.tui.page import Speaking, expected, sentence_of
from meeting.usecases import counted
from meeting.usecases.answering import Desk, Sealed, seal

_ANSWERS = DraftOf("answers")
_KEEP_AFTER = 0.4  # seconds; a killed process loses at most the last second


class PackPage(Speaking):
    """Holds the desk; what is typed goes to it at once, and to the disk within a second, sealed to the participant."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "seal", _("Seal answers"), key_display="F10", priority=True,
                tooltip=_("Seal all answers into one file that the coordinator alone can open")),
    ]  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._timer: Timer | None = None
        self._said = ""

    def compose(self) -> ComposeResult:
        yield Static("", id="bar", markup=False)
        yield Vertical(*self.body(), id="body")
        yield Footer(compact=True, show_command_palette=False)

    def body(self) -> list[Widget]:
        return []

    def on_mount(self) -> None:
        self.show_bar()

    def on_resize(self) -> None:
        self.show_bar()

    def on_unmount(self) -> None:
        self.flush()

    def show_bar(self) -> None:
        content, line = self.desk.view.content, Text(no_wrap=True, overflow="crop")
        if content.practice:
            line.append(f" {_('PRACTICE')} ", style="bold reverse")
        when = f"{content.on:%d.%m.%Y}, {content.starts}" if content.on else ""
        line.append(" " + " · ".join(part for part in (_("Pack"), when, content.agency) if part), style="bold")
        at = self.meeting_app.saved_at
        kept = _("kept {time}").format(time=f"{at:%H:%M:%S}") if at else ""
        right = kept if self.desk.is_kept else _("keeping…") if not self._said else _("NOT KEPT")
        space = self.size.width - line.cell_len - len(right) - 1
        if right and space > 0:
            line.append(" " * space + right)
        for bar in self.query("#bar").results(Static):  # none is left when the screen goes
            bar.update(line)

    def changed(self) -> None:
        """Something was said: keep it soon, however long the typing goes on."""
        if self._timer is None:
            self._timer = self.set_timer(_KEEP_AFTER, self._due)
        self.show_bar()

    def flush(self) -> None:
        """What waits is kept before anything else happens."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if not self.desk.is_kept:
            self._told(self._keep())

    def _due(self) -> None:
        self._timer = None
        self._keep_beside()

    @work(thread=True, group="keep")
    def _keep_beside(self) -> None:
        self.app.call_from_thread(self._told, self._keep())

    def _keep(self) -> str:
        """Empty when it is kept, or a sentence."""
        try:
            self.desk.keep()
        except expected() as problem:
            return sentence_of(problem)
        return ""

    def _told(self, wrong: str) -> None:
        app = self.meeting_app
        if wrong:
            app.unkept[_ANSWERS] = {}  # they stand in the desk
            if wrong != self._said:
                self.say(wrong, wrong=True)
        else:
            app.unkept.pop(_ANSWERS, None)
            app.saved_at = datetime.now()
        self._said = wrong
        self.show_bar()

    def action_seal(self) -> None:
        self.flush()
        field = Field("path", _("File"), str(self._free_name()), check=needed(_("Name a file.")))
        self.app.push_screen(Fill(_("Seal the answers for the coordinator"), [field], _("Seal"), kept=None), self._seal)

    def _free_name(self) -> Path:
        whole = self.desk.draft.with_suffix(".sealed")
        others = (whole.with_name(f"{whole.stem}-{number}.sealed") for number in range(2, 1000))
        return whole if not whole.exists() else next(path for path in others if not path.exists())

    def _seal(self, values: "dict[str, str] | None") -> None:
        if values is None:
            return
        path = Path(values["path"].strip()).expanduser()
        sealed = self.attempt(lambda: seal(self.desk.view, self.desk.answers, path))
        if sealed is not None:
            told = _tell(sealed, self.desk.view.content.keep_draft_days)
            self.app.push_screen(Ask(told, {"ok": _("I send it")}))


def passphrase_form() -> Fill:
    fields = [
        Field("old", _("Your present passphrase"), secret=True),
        Field("new", _("A new one: five words of your own choice, or more"), secret=True),
        Field("again", _("The new one again"), secret=True),
    ]
    return Fill(_("Another passphrase for your key file"), fields, kept=None)


def new_passphrase(key_file: Path, values: dict[str, str]) -> None:
    from meeting.usecases.key_files import change_key_file

    if values["new"] != values["again"]:
        raise ValueError(_("The two are not the same; nothing was changed."))
    change_key_file(key_file, values["old"], values["new"])


def _tell(sealed: Sealed, keep_days: int) -> str:
    lines = [
        _("Sealed into {path}: {cases}, {actions}.").format(
            path=sealed.path, cases=counted.cases(sealed.cases), actions=counted.actions(sealed.actions)),
        "",
        _("Send this file to the coordinator, by e-mail or as you like: nobody else can open it."),
        _("You may go on and seal again; what is new is added to what they have. When the meeting is over, delete the "
          "pack and the files of answers beside it."),
        _("What you typed there goes by itself {days} after the meeting, when a pack in that folder is opened.").format(
            days=counted.days(keep_days)),
    ]  # fmt: skip
    if sealed.left:
        lines.append(_("On what stands in this pack no more, and left out: {count}.").format(count=sealed.left))  # fmt: skip
    return "\n".join(lines)
