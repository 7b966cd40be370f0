"""What is recorded most often on who may see a case: consent and its withdrawal, a ground and its countersignature."""

from collections.abc import Callable
from gettext import gettext as _

from data.records.sharing import ConsentState
from meeting.tui.dialogs import Choose
from meeting.tui.forms import Fill, Recording
from meeting.tui.page import Page
from meeting.tui.sharing_forms import codes_of, consent_form, consent_of, countersign_form, day_or_none, ground_form
from meeting.usecases import sharing
from meeting.usecases.sharing import CaseSharing
from meeting.usecases.sharing_words import consent_words, ground_words


class SharingKeys(Page):
    """The part of the page that records; ``refresh_page`` shows what follows from it."""

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self._case_id = case_id
        self._view: CaseSharing | None = None

    @property
    def case_id(self) -> str:
        return self._case_id

    @property
    def view(self) -> CaseSharing | None:
        return self._view

    def action_consent(self) -> None:
        self._ask(
            consent_form(self.office, self._case_id),
            lambda v: sharing.record_consent(self.office, self._case_id, consent_of(v)),
        )

    def action_withdraw(self) -> None:
        given = [
            (str(number), consent_words(consent, self.office))
            for number, consent in enumerate(self._view.consents if self._view else ())
            if consent.state is ConsentState.GIVEN and consent.withdrawn_on is None
        ]
        self.choose(
            _("Which consent was withdrawn? It counts no more from today on."),
            given,
            _("There is no consent to withdraw."),
            lambda number: sharing.withdraw_consent(self.office, self._case_id, int(number)),
        )

    def action_ground(self) -> None:
        self._ask(
            ground_form(self.office, self._case_id),
            lambda v: sharing.record_ground(
                self.office,
                self._case_id,
                v["kind"],
                v["reasons"],
                v["by"],
                told=v["told"] == "yes",
                why_not_told=v["why"],
                agencies=codes_of(v["agencies"]),
                categories=codes_of(v["categories"]),
                ends=day_or_none(v["ends"]),
            ),
        )

    def action_countersign(self) -> None:
        grounds = self._view.sharing.grounds if self._view else ()
        waiting = [(str(n), ground_words(g, self.office)) for n, g in enumerate(grounds) if not g.countersigned_by]
        if not waiting:
            self.say(_("No ground waits for a countersignature."))
            return
        question = _("Which ground does a second person countersign?")
        self.app.push_screen(Choose(question, waiting), lambda number: self._sign(number) if number else None)

    def _sign(self, number: str) -> None:
        self._ask(
            countersign_form(self.office, self._case_id, number),
            lambda v: sharing.countersign_ground(self.office, self._case_id, int(number), v["by"]),
        )

    def _ask(self, form: Fill, do: Callable[[dict[str, str]], object]) -> None:
        self.app.push_screen(Recording(form, do))  # this page is read anew when it is back in sight

    def record(self, do) -> None:  # type: ignore[no-untyped-def]
        """Do it or say why not, and show what follows from it."""
        self.attempt(do)
        self.refresh_page()

    def choose(self, question: str, options: list[tuple[str, str]], none: str, then) -> None:  # type: ignore[no-untyped-def]
        if not options:
            self.say(none)
            return
        self.app.push_screen(Choose(question, options), lambda key: self.record(lambda: then(key)) if key else None)
