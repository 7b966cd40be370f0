"""Import: what a spreadsheet is understood to say, before anything is taken."""

from gettext import gettext as _
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, Static

from data.intake.understood import Said, Taken, Understood
from meeting.tui.dialogs import Choose
from meeting.tui.page import Page
from meeting.usecases.importing import MEANINGS, ImportResult, preview, remember, take, undo

_SHEETS = {".xlsx", ".xls", ".ods", ".csv"}


class BringScreen(Page):
    SHOWS_NAMES = True
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Type the path of a spreadsheet (XLSX, XLS, ODS, CSV) and press enter. The right arrow takes the suggestion.\n"
        "m tells what a heading means; files with the same headings are read so from then on.\n"
        "Nothing is taken before you press t or g. An import can be undone until a meeting has touched its cases."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "take(False)", _("Take all")),
        Binding("g", "take(True)", _("Take the good rows")),
        Binding("m", "meaning", _("Meaning of a heading")),
        Binding("u", "undo", _("Undo this import")),
        Binding("escape", "back", _("Back")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._understood: Understood | None = None
        self._result: ImportResult | None = None
        self._path = Path()

    def body(self) -> list[Widget]:
        return [
            Input(placeholder=_("Path of the spreadsheet, then enter"), id="path", suggester=_Paths()),
            VerticalScroll(
                Static(_("Nothing is taken before you have seen what was understood."), id="understood"), id="list"
            ),
        ]

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        path = Path(event.value.strip().strip("'\"")).expanduser()
        self._result, self._path = None, path
        self.in_background(lambda: preview(path, self.office), self._show, _("Reading…"))

    def _show(self, understood: Understood) -> None:
        self._understood = understood
        self.query_one("#understood", Static).update(_told(understood))
        self.query_one("#list").focus()

    def action_meaning(self) -> None:
        """Choose a heading, then what it means."""
        meanings = self._understood.meanings if self._understood and self._result is None else ()
        if not meanings:
            self.say(_("Choose a spreadsheet first: type its path and press enter."), wrong=True)
            return
        options = [(heading, f"{heading}  =  {MEANINGS.get(meant, meant)}") for heading, meant in meanings]
        self.app.push_screen(Choose(_("Which heading was misunderstood?"), options), self._meaning_of)

    def _meaning_of(self, heading: str | None) -> None:
        if not heading:
            return
        self.app.push_screen(
            Choose(_("What does '{heading}' mean?").format(heading=heading), list(MEANINGS.items())),
            lambda meaning: self._remember(heading, meaning or ""),
        )

    def _remember(self, heading: str, meaning: str) -> None:
        if meaning:
            again = lambda: remember(self.office, self._path, heading, meaning)  # noqa: E731
            self.in_background(again, self._show, _("Reading…"))

    def action_take(self, only_good: bool) -> None:
        understood = self._understood
        if understood is None or self._result is not None:
            self.say(_("Choose a spreadsheet first: type its path and press enter."), wrong=True)
            return
        self.in_background(lambda: take(self.office, understood, only_good=only_good), self._taken, _("Taking…"))

    def _taken(self, result: ImportResult) -> None:
        self._result = result
        text = Text(
            _("{count} cases were taken. Press escape to see them, u to undo.\n\n").format(count=len(result.references))
        )
        text.append("  ".join(result.references))
        self.query_one("#understood", Static).update(text)

    def action_undo(self) -> None:
        result = self._result
        if result is None:
            self.say(_("There is nothing to undo here yet."), wrong=True)
            return
        removed = self.attempt(lambda: undo(self.office, result.batch_id))
        if removed is not None:
            self._result = None
            self.query_one("#understood", Static).update(_("{count} cases were taken out again.").format(count=removed))


def _told(understood: Understood) -> Text:
    text = Text()
    if understood.file_error:
        text.append(understood.file_error, style="bold")
        return text
    counts = _("{cases} cases understood, {rejected} rows cannot be taken, {warnings} to look at.").format(
        cases=len(understood.cases), rejected=len(understood.rejected), warnings=len(understood.warnings)
    )
    text.append(counts + "\n", style="bold")
    for title, said in (
        (_("\nCannot be taken\n"), understood.rejected),
        (_("\nTaken, but look\n"), understood.warnings),
    ):
        if said:
            text.append(title, style="bold")
            for one in said:
                text.append(_where(one) + one.why + "\n")
    text.append(_("\nUnderstood\n"), style="bold")
    for taken in understood.cases:
        text.append(_case(taken) + "\n")
    return text


def _where(said: Said) -> str:
    parts = [said.sheet, _("row {row}").format(row=said.row) if said.row else "", said.column]
    return " · ".join(part for part in parts if part) + ": "


def _case(taken: Taken) -> str:
    people = ", ".join(f"{p.full_name} ({_(p.role.value)})" for p in taken.file.people)
    case = taken.file.case
    facts = f"{case.referred_on:%d.%m.%Y} · {_('consent: {state}').format(state=_(case.consent.value))}"
    row = _("row {row}").format(row=taken.row)
    return f"{taken.sheet} {row}: {people} · {facts}"


class _Paths(Suggester):
    """Completes a path with the first folder or spreadsheet that begins so."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        typed = Path(value).expanduser()
        folder, begun = (typed, "") if value.endswith("/") else (typed.parent, typed.name)
        try:
            found = sorted(p for p in folder.iterdir() if p.name.startswith(begun) and not p.name.startswith("."))
        except OSError:
            return None
        for path in found:
            if path.is_dir() or path.suffix.lower() in _SHEETS:
                return value[: len(value) - len(begun)] + path.name + ("/" if path.is_dir() else "")
        return None
