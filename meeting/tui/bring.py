"""Import: what a spreadsheet is understood to say, before anything is taken."""

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import ClassVar, TypeVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from data.intake.questionnaire import completeness
from data.intake.read import Progress
from data.intake.understood import Said, Taken, Understood
from meeting.tui.dialogs import Choose
from meeting.tui.naming import ask_names, listed
from meeting.tui.page import Page
from meeting.usecases import counted
from meeting.usecases.importing import MEANINGS, ImportResult, preview, remember, take, undo
from meeting.usecases.referrers import unknown
from meeting.usecases.repeats import MayRepeat, look_among

T = TypeVar("T")
_MOST_SHOWN = 200  # lines of one kind; a list of thousands helps nobody
_SHEETS = {".xlsx", ".xls", ".ods", ".csv"}


class _Left(Exception):
    """The screen was left while something slow went on."""


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
        Binding("u", "undo", _("Undo")),
        Binding("e", "earlier", _("Seen before?"), show=False, tooltip=_("Decide whether a case is one on record")),
        Binding("w", "names", _("Unknown names"), show=False, tooltip=_("Say which agency a name in a referral means")),
        Binding("escape", "back", _("Back")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._understood: Understood | None = None
        self._result: ImportResult | None = None
        self._path = Path()
        self._alike: tuple[MayRepeat, ...] = ()

    def body(self) -> list[Widget]:
        return [
            Input(placeholder=_("Path of the spreadsheet, then enter"), id="path", suggester=_Paths()),
            self._progress(),
            VerticalScroll(
                Static(_("Nothing is taken before you have seen what was understood."), id="understood"), id="list"
            ),
        ]

    @staticmethod
    def _progress() -> Static:
        line = Static("", id="progress", markup=False)
        line.display = False
        return line

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        path = Path(event.value.strip().strip("'\"")).expanduser()
        self._result, self._path = None, path
        self._slow(lambda tell: preview(path, self.office, progress=tell), self._show, _("Reading"))

    def _slow(self, do: Callable[[Progress], T], then: Callable[[T], None], word: str) -> None:
        """Do it beside the screen, which counts; leaving the screen stops it."""
        self.in_background(lambda: self._until_left(do, word), lambda done: self._still_here(then, done), word + "…")

    def _until_left(self, do: Callable[[Progress], T], word: str) -> T | None:
        worker = get_current_worker()

        def tell(done: int, of: int) -> None:
            if worker.is_cancelled or not self.is_attached:
                raise _Left
            if of > 100:
                counted = _("{word}: {done} of {of}. Escape stops it.").format(word=word, done=done, of=of)
                self.app.call_from_thread(self._count, counted)

        try:
            return do(tell)
        except _Left:
            self.app.call_from_thread(self.app.notify, _("Stopped; nothing was taken."))
            return None
        finally:
            self.app.call_from_thread(self._count, "")

    def _count(self, counted: str) -> None:
        for line in self.query("#progress").results(Static):
            line.update(counted)
            line.display = bool(counted)

    def _still_here(self, then: Callable[[T], None], done: T) -> None:
        if self.is_attached:
            then(done)

    def _show(self, understood: Understood) -> None:
        self._understood = understood
        self.query_one("#understood", Static).update(_told(understood))
        self.query_one(Input if understood.file_error else "#list").focus()  # a path that is wrong is typed again

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
            self._slow(lambda tell: remember(self.office, self._path, heading, meaning, tell), self._show, _("Reading"))

    def action_take(self, only_good: bool) -> None:
        understood = self._understood
        if understood is None or self._result is not None:
            self.say(_("Choose a spreadsheet first: type its path and press enter."), wrong=True)
            return
        self._slow(
            lambda tell: take(self.office, understood, only_good=only_good, progress=tell), self._taken, _("Taking")
        )

    def action_names(self) -> None:
        result = self._result
        if result is None:
            self.say(_("First the cases are taken: t."), wrong=True)
        else:
            ask_names(self, lambda: self._show_taken(result))

    def action_earlier(self) -> None:
        if not self._alike:
            self.say(_("No case that came looks like one on record."))
            return
        options = [(one.case_id, f"{one.reference} = {', '.join(e.reference for e in one.earlier)}?")
                   for one in self._alike]  # fmt: skip
        self.app.push_screen(Choose(_("Which case do you look at?"), options), self._look_at)

    def _look_at(self, case_id: str | None) -> None:
        if case_id:
            from meeting.tui.repeats import RepeatsScreen

            self.show_over(RepeatsScreen(case_id))

    def _taken(self, result: ImportResult) -> None:
        """Whether they are on record is looked up when they are safely taken."""
        self._result, self._alike = result, ()
        self._show_taken(result)
        self.in_background(
            lambda: look_among(self.office, result.case_ids),
            lambda alike: self._found(result, alike),
            _("Comparing with all cases …"),
        )

    def _found(self, result: ImportResult, alike: tuple[MayRepeat, ...]) -> None:
        if self.is_attached and self._result is result:
            self._alike = alike
            self._show_taken(result)

    def _show_taken(self, result: ImportResult) -> None:
        text = Text(
            _("Taken: {cases}. Press escape to see them, u to undo.\n\n").format(
                cases=counted.cases(len(result.references))
            )
        )
        text.append("  ".join(result.references))
        if result.known:
            left = _("\n\nHere already, and left as they are: {count}\n\n").format(count=len(result.known))
            text.append(left + "  ".join(result.known))
        if names := unknown(self.office):
            said = _("\n\nNo agency is known by these names; w says which one each is:\n")
            text.append(said + "\n".join(listed(names[:_MOST_SHOWN])))
        if self._alike:
            text.append(_("\n\nThese look like a case on record; e decides, and the agenda marks them until then:"))
            _listed(text, ["", *(line for one in self._alike for line in _alike(one))])
        self.query_one("#understood", Static).update(text)

    def action_undo(self) -> None:
        result = self._result
        if result is None:
            self.say(_("There is nothing to undo here yet."), wrong=True)
            return
        removed = self.attempt(lambda: undo(self.office, result.batch_id))
        if removed is not None:
            self._result, self._alike = None, ()
            self.query_one("#understood", Static).update(
                _("Taken out again: {cases}.").format(cases=counted.cases(removed))
            )


def _told(understood: Understood) -> Text:
    text = Text()
    if understood.file_error:
        text.append(understood.file_error, style="bold")
        return text
    counts = _("{cases} understood, {rejected} cannot be taken, {warnings} to look at.").format(
        cases=counted.cases(len(understood.cases)),
        rejected=counted.rows(len(understood.rejected)),
        warnings=len(understood.warnings),
    )
    text.append(counts + "\n", style="bold")
    for title, said in (
        (_("\nCannot be taken\n"), understood.rejected),
        (_("\nTaken, but look\n"), understood.warnings),
    ):
        if said:
            text.append(title, style="bold")
            _listed(text, [_where(one) + one.why for one in said])
    text.append(_("\nUnderstood\n"), style="bold")
    _listed(text, [_case(taken) for taken in understood.cases[: _MOST_SHOWN + 1]], len(understood.cases))
    text.append(_("\nHow much of the questionnaire is filled in\n"), style="bold")
    shares = [
        _("{agency}: {share} %, {cases}").format(
            share=round(100 * one.share), cases=counted.cases(one.cases), agency=one.agency or _("no agency named")
        )
        for one in completeness(understood.cases)
    ]
    _listed(text, shares)
    return text


def _alike(one: MayRepeat) -> list[str]:
    return [f"{one.reference}:", *(f"  {line}" for earlier in one.earlier for line in earlier.lines)]


def _listed(text: Text, lines: list[str], count: int = 0) -> None:
    for line in lines[:_MOST_SHOWN]:
        text.append(line + "\n")
    more = max(count, len(lines)) - _MOST_SHOWN
    if more > 0:
        text.append(_("… and {count} more\n").format(count=more))


def _where(said: Said) -> str:
    parts = [said.sheet, _("row {row}").format(row=said.row) if said.row else "", said.column]
    return " · ".join(part for part in parts if part) + ": "


def _case(taken: Taken) -> str:
    people = ", ".join(f"{p.full_name} ({_(p.role.value)})" for p in taken.file.people)
    case = taken.file.case
    facts = f"{case.referred_on:%d.%m.%Y} · {_('consent: {state}').format(state=_(case.consent.value))}"
    row = _("row {row}").format(row=taken.row)
    story = _("what happened: {letters}").format(letters=counted.letters(len(taken.file.narrative.text)))
    here = " · " + _("here already as {reference}").format(reference=taken.known) if taken.known else ""
    return f"{taken.sheet} {row}: {people} · {facts} · {story}{here}".strip()


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
