"""What happened, written or put right by the case's keeper; beside it what others will read."""

from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from data.records.draft import DraftOf
from data.records.text import DisguisedText
from meeting.tui.beside import Beside
from meeting.tui.dialogs import Ask
from meeting.tui.keeper import Keeper, Keeping, Values
from meeting.tui.page import Page
from meeting.usecases import rights
from meeting.usecases.writing import writing

_TEXT = "narrative"


class WritingScreen(Keeping, Page):
    SHOWS_NAMES = True
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Left: what happened, in your own words, names and all. Right: what others will read of it, renewed as you type."
        "\nctrl+s puts it into the record; what stood there before is kept too, sealed. Until then it is kept as you type, "
        "and offered when you come back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", _("Keep it"), priority=True, tooltip=_("Put what is written into the record")),
        Binding("escape", "back", _("Back"), priority=True),
    ]

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self._case_id, self._before, self._facts = case_id, "", ""
        self._beside = Beside()
        self._keeper = Keeper(self, DraftOf(_TEXT, case_id), self._written, self._told)

    @property
    def keeper(self) -> Keeper:
        return self._keeper

    def body(self) -> list[Widget]:
        return [Static("", id="facts", markup=False), self._beside]

    def on_mount(self) -> None:
        file = self.office.file_of(self._case_id)
        self._before = file.narrative.text
        said = _("{code} · what happened: as you write it, and as others will read it")
        self._facts = said.format(code=file.case.reference)
        self.query_one("#facts", Static).update(self._facts)
        self._open(self._before)
        self._beside.area.focus()
        self._keeper.begin()
        self._keeper.offer(lambda kept: self._open(kept[_TEXT]), self.app.pop_screen)

    def _open(self, text: str) -> None:
        read = writing(self.office, self._case_id)
        self._beside.open(text, read(text) if text else DisguisedText(""), lambda: read)

    def refresh_page(self) -> None:
        """What is being written stays."""

    def on_text_area_changed(self) -> None:
        self._keeper.typed()

    def _written(self) -> Values:
        return {_TEXT: self._beside.area.text}

    def _told(self, wrong: str) -> None:
        if wrong:
            self.say(wrong, wrong=True)
        elif self._changed:
            kept = _("kept {time}, not in the record yet").format(time=f"{self.office.clock():%H:%M:%S}")
            self.query_one("#facts", Static).update(f"{self._facts} · {kept}")

    @property
    def _changed(self) -> bool:
        return self._beside.area.text != self._before

    def _keep(self) -> bool:
        text = self._beside.area.text

        def rewrite() -> bool:
            rights.rewrite(self.office, self._case_id, text)
            return True

        if not self.attempt(rewrite):
            return False
        self._keeper.done()
        self.saved()
        return True

    def action_keep(self) -> None:
        if not self._changed or self._keep():
            self.app.pop_screen()

    def action_back(self) -> None:
        if not self._changed:
            self.app.pop_screen()
            return
        answers = {"keep": _("Into the record"), "later": _("Keep for later"), "drop": _("Discard it")}
        self.app.push_screen(Ask(_("What you wrote is not in the record yet. Esc: write on."), answers), self._left)

    def _left(self, answer: str | None) -> None:
        if answer == "keep":
            self.action_keep()
        elif answer == "later":
            self._keeper.flush()
            self.app.pop_screen()
        elif answer == "drop":
            self._keeper.done()
            self.app.pop_screen()
