"""Doubts: what was hidden without certainty, with the reason; keep hidden, show, hide more."""

from collections.abc import Callable
from gettext import gettext as _
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from meeting.tui.forms import Field, Fill, needed
from meeting.tui.page import Page
from meeting.usecases import cases, preparing
from meeting.usecases.preparing import Doubt


class DoubtsScreen(Page):
    SHOWS_NAMES = True
    HERE = "2"
    HELP: ClassVar[str] = _(
        "Left: the text as it stands. Right: as others will read it. The piece in question is marked in both.\n"
        "k keeps it hidden, s shows it, m hides more words. Each decision is remembered for this case."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "keep", _("Keep hidden"), tooltip=_("It stays hidden, and is no doubt any more")),
        Binding("s", "show", _("Show it"), tooltip=_("Let the words stand; remembered for this case")),
        Binding("m", "more", _("Hide more"), tooltip=_("Hide other words of this case")),
        Binding("n,right", "go(1)", _("Next"), key_display="n"),
        Binding("u", "undo", _("Undo"), tooltip=_("Take the last decision back")),
        Binding("p,left", "go(-1)", _("Previous"), key_display="p", show=False),
        Binding("escape", "back", _("Back"), show=False),
    ]

    def __init__(self, *, meeting_id: str = "", case_id: str = "") -> None:
        super().__init__()
        self._meeting, self._case = meeting_id, case_id
        self._doubts: tuple[Doubt, ...] = ()
        self._at = 0
        self._before: list[tuple[str, cases.Reviews]] = []

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts"),
            Horizontal(
                VerticalScroll(Static("", id="raw"), id="left", classes="half", can_focus=True),
                VerticalScroll(Static("", id="shown"), id="right", classes="half", can_focus=True),
                id="both",
            ),
            Static("", id="empty", classes="empty", markup=False),
        ]

    def refresh_page(self) -> None:
        if self._meeting:
            self._doubts = preparing.doubts(self.office, self._meeting)
        else:
            self._doubts = preparing.doubts_of_case(self.office, self._case)
        self._at = max(0, min(self._at, len(self._doubts) - 1))
        self._show()

    def _show(self) -> None:
        empty = self.query_one("#empty", Static)
        empty.display = not self._doubts
        self.query_one("#both").display = self.query_one("#facts").display = bool(self._doubts)
        if not self._doubts:
            empty.update(
                _(
                    "No doubt is left: everything hidden is certain, or was decided.\n\nPress escape to go back, m to hide more words."
                )
            )
            return
        doubt = self._doubts[self._at]
        facts = Text(
            _("Doubt {at} of {count} · {code} · ").format(
                at=self._at + 1, count=len(self._doubts), code=doubt.reference
            )
        )
        facts.append(doubt.words, style="bold")
        facts.append(f" → {doubt.span.placeholder} · {doubt.span.reason}")
        self.query_one("#facts", Static).update(facts)
        self.query_one("#raw", Static).update(_raw(doubt))
        self.query_one("#shown", Static).update(_disguised(doubt))
        above = doubt.text.text[: doubt.span.start].count("\n") + doubt.span.start // 36
        for pane in ("#left", "#right"):
            self.query_one(pane, VerticalScroll).scroll_to(y=max(0, above - 4), animate=False)

    def action_go(self, by: int) -> None:
        if self._doubts:
            self._at = (self._at + by) % len(self._doubts)
            self._show()

    def action_keep(self) -> None:
        self._decide(cases.keep_hidden)

    def action_show(self) -> None:
        self._decide(cases.show)

    def _decide(self, decide) -> None:  # type: ignore[no-untyped-def]
        if not self._doubts:
            return
        doubt = self._doubts[self._at]
        self._change(doubt.case_id, lambda: decide(self.office, doubt.case_id, doubt.words))

    def _change(self, case_id: str, do: Callable[[], None]) -> None:
        """Decide, and remember how it was decided before."""
        before = cases.reviews_of(self.office, case_id)

        def change() -> bool:
            do()
            return True

        if self.attempt(change):
            self._before.append((case_id, before))
            self.saved()
        self._decided(case_id)

    def action_undo(self) -> None:
        if not self._before:
            self.say(_("Nothing was decided since this page was opened."))
            return
        case_id, before = self._before.pop()
        cases.restore_reviews(self.office, case_id, before)
        self.saved()
        self._decided(case_id)

    def _decided(self, case_id: str) -> None:
        if self._meeting:
            preparing.refresh_summaries(self.office, self._meeting, case_id)
        self.refresh_page()

    def action_more(self) -> None:
        case_id = self._doubts[self._at].case_id if self._doubts else self._case
        if not case_id:
            self.say(_("Open the case first: press 1, choose it, and press d there."), wrong=True)
            return
        form = Fill(
            _("Hide more"),
            [Field("words", _("The words, as they stand in the text"), check=needed(_("Type the words.")))],
            _("Hide"),
        )
        self.app.push_screen(form, lambda values: self._hide(case_id, values))

    def _hide(self, case_id: str, values: "dict[str, str] | None") -> None:
        if values is not None:
            words = values["words"].strip()
            self._change(case_id, lambda: cases.hide_more(self.office, case_id, words))


def _raw(doubt: Doubt) -> Text:
    text = Text(_("AS IT STANDS\n"), style="bold")
    body = Text(doubt.text.text, style="not bold")
    for span in doubt.disguised.spans:
        body.stylize("underline" if span is not doubt.span else "bold reverse", span.start, span.end)
    return text + body


def _disguised(doubt: Doubt) -> Text:
    text = Text(_("AS OTHERS READ IT\n"), style="bold")
    at = 0
    for span in doubt.disguised.spans:
        text.append(doubt.text.text[at : span.start], style="not bold")
        text.append(span.placeholder, style="bold reverse" if span is doubt.span else "not bold underline")
        at = span.end
    text.append(doubt.text.text[at:], style="not bold")
    return text
