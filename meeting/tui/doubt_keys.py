"""What is decided in a review: one key each, and the last taken back."""

from collections.abc import Callable
from gettext import gettext as _

from meeting.tui import doubts_view
from meeting.tui.forms import Recording
from meeting.tui.page import Page
from meeting.usecases import reviewing
from meeting.usecases.reviewing import Doubt, Seen, Sitting, Stop


class DoubtKeys(Page):
    """The part of the review's page that decides; ``go_to`` shows what is left, best of the same case."""

    def __init__(self, *, meeting_id: str = "", case_id: str = "") -> None:
        super().__init__()
        self._meeting, self._case = meeting_id, case_id
        self._seen: tuple[Seen, ...] | None = None  # None until they are read
        self._stops: tuple[Stop, ...] = ()
        self._at = 0
        self._sitting: Sitting | None = None

    def go_to(self, case_id: str) -> None:
        raise NotImplementedError

    @property
    def _stop(self) -> Stop | None:
        return self._stops[self._at] if self._stops else None

    @property
    def _doubt(self) -> Doubt | None:
        return self._stop.doubt if self._stop else None

    def action_keep(self) -> None:
        self._decide(lambda doubt: reviewing.keep_hidden(self.office, doubt.case_id, [doubt.words]))

    def action_show(self) -> None:
        self._decide(lambda doubt: reviewing.show(self.office, doubt.case_id, doubt.words))

    def action_harmless(self) -> None:
        self._decide(lambda doubt: reviewing.harmless(self.office, doubt.case_id, doubt.words))

    def action_done(self) -> None:
        if self._stop is not None:
            case_id = self._stop.case.case_id
            words = [doubt.words for doubt in self._stop.case.doubts]
            if words:
                self._change(case_id, lambda: reviewing.keep_hidden(self.office, case_id, words))
            else:
                self._change(case_id, lambda: reviewing.leave_alone(self.office, case_id))

    def action_widely(self) -> None:
        if self._stop is None:
            return
        case_id, found = self._stop.case.case_id, self._stop.case.alike
        if found.singled_out and found.fact:
            self._change(case_id, lambda: reviewing.tell_widely(self.office, case_id, found.fact, found.told))
        else:
            self.say(_("There is no fact of this case that would help by being told more widely."))

    def _decide(self, decide: Callable[[Doubt], None]) -> None:
        doubt = self._doubt
        if doubt is not None:
            self._change(doubt.case_id, lambda: decide(doubt))

    def _change(self, case_id: str, do: Callable[[], None]) -> None:
        sitting, seen = self._sitting, self._seen or ()
        now = self.attempt(lambda: sitting.decide(seen, case_id, do)) if sitting else None
        if now is not None:
            self._decided(case_id, now)

    @property
    def may_undo(self) -> bool:
        return self._sitting is not None and self._sitting.decided(self._seen or ())

    def action_undo(self) -> None:
        sitting, seen = self._sitting, self._seen or ()
        undone = self.attempt(lambda: sitting.undo(seen)) if sitting else None
        if undone is not None:
            self._decided(*undone)

    def _decided(self, case_id: str, seen: tuple[Seen, ...]) -> None:
        self._seen = seen
        self.saved()
        self.go_to(case_id)

    def action_more(self) -> None:
        """The form stays until what it says could be found and hidden."""
        case_id, sitting, seen = self._stop.case.case_id if self._stop else self._case, self._sitting, self._seen or ()
        if not case_id or sitting is None:
            self.say(_("Open the case first: press 1, choose it, and press d there."), wrong=True)
            return
        now: list[tuple[Seen, ...]] = []

        def hide(values: dict[str, str]) -> None:
            words = values["words"].strip()
            now.append(sitting.decide(seen, case_id, lambda: reviewing.hide_more(self.office, case_id, words)))

        form = Recording(doubts_view.hide_form(case_id), hide)
        self.app.push_screen(form, lambda values: self._decided(case_id, now[-1]) if values else None)
