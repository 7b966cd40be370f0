"""One case for its keeper: the record beside what others will read of it."""

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from data.records.case_management import Contact, ContactKind
from data.records.draft import DraftOf
from data.records.text import RawText
from meeting.tui.case_view import record_text, shown_text
from meeting.tui.fields import Field, is_day, needed, read_day
from meeting.tui.forms import Fill, Recording
from meeting.tui.page import Page
from meeting.usecases.agencies import set_review
from meeting.usecases.assessing import add_assessment, history
from meeting.usecases.cases import KeeperCase, add_contact, open_case


class CaseScreen(Page):
    SHOWS_NAMES = True
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Left: what the record holds, names and all, for your eyes. Right: what others will read.\n"
        "Who may see it is decided from consents, agreements and grounds: press s to see why, and to record them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sharing", _("Who may see it"), tooltip=_("Who may see it and why; consent, grounds, agencies")),
        Binding("d", "doubts", _("Doubts"), tooltip=_("Review what was hidden in doubt, hide more")),
        Binding("t", "contact", _("Contact"), tooltip=_("Record a contact with an agency, and what came of it")),
        Binding("e", "earlier", _("Earlier cases"), tooltip=_("Earlier cases of the same people")),
        Binding(
            "w",
            "write",
            _("Write"),
            show=False,
            tooltip=_("Write or put right what happened, with its disguise beside"),
        ),
        Binding("r", "risk", _("Risk"), show=False, tooltip=_("Add an assessment of risk: ticks, judgement and why")),
        Binding("v", "review", _("Review"), show=False, tooltip=_("The day from which the case is due again")),
        Binding(
            "y",
            "rights",
            _("Rights"),
            show=False,
            tooltip=_("The person's access, correction, restriction, erasure; a hold"),
        ),
        Binding("escape", "back", _("Back"), show=False),
    ]

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self._case_id = case_id

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            Horizontal(
                VerticalScroll(Static("", id="record"), classes="half", can_focus=True),
                VerticalScroll(Static("", id="shown"), classes="half", can_focus=True),
            ),
        ]

    def on_mount(self) -> None:
        self.query(VerticalScroll).first().focus()

    def refresh_page(self) -> None:
        kept = self.attempt(lambda: open_case(self.office, self._case_id))
        if kept is None:
            return
        self.query_one("#facts", Static).update(self._facts(kept))
        self.query_one("#record", Static).update(
            record_text(kept, self.office.agency_name, history(kept.case, self.office))
        )
        self.query_one("#shown", Static).update(shown_text(kept, self.office.agency_name))

    def _facts(self, kept: KeeperCase) -> str:
        case = kept.case
        told = [case.reference, f"{case.referred_on:%d.%m.%Y}", self.office.agency_name(case.referring_agency)]
        told.append(_("consent: {state}").format(state=_(case.consent.value)))
        if kept.held:
            told.append(_("OFF EVERY PAPER: {why}").format(why=kept.held[0].sentence))
        if case.review_on:
            told.append(_("review from {day}").format(day=f"{case.review_on:%d.%m.%Y}"))
        return " · ".join(told)

    def action_sharing(self) -> None:
        from meeting.tui.sharing import SharingScreen

        self.show_over(SharingScreen(self._case_id))

    def action_write(self) -> None:
        from meeting.tui.writing import WritingScreen

        self.show_over(WritingScreen(self._case_id))

    def action_rights(self) -> None:
        from meeting.tui.rights import ask_rights

        ask_rights(self, self._case_id, self.refresh_page)

    def action_earlier(self) -> None:
        from meeting.tui.repeats import RepeatsScreen

        self.show_over(RepeatsScreen(self._case_id))

    def action_contact(self) -> None:
        agencies = [(agency.code, agency.name) for agency in self.office.agencies()]
        if not agencies:
            self.say(_("No agency is registered in this area yet: ctrl+p, Agencies."), wrong=True)
            return
        fields = [
            Field("on", _("Day"), f"{self.office.today:%d.%m.%Y}", check=is_day),
            Field("agency", _("Agency"), choices=agencies),
            Field("kind", _("What"), choices=[("contact", _("contact")), ("referral", _("referral"))]),
            Field("what", _("What was said or asked"), lines=3, check=needed(_("Say what it was about."))),
            Field("outcome", _("What came of it")),
        ]
        form = Fill(_("A contact or referral"), fields, kept=DraftOf("contact", self._case_id))
        self._ask(form, lambda values: add_contact(self.office, self._case_id, _contact(values)))

    def action_risk(self) -> None:
        from meeting.tui.assessing import assessment_form, assessment_of

        self._ask(
            assessment_form(self.office, self._case_id),
            lambda values: add_assessment(self.office, self._case_id, assessment_of(values), values["why"]),
        )

    def action_review(self) -> None:
        field = Field("on", _("Due again from (empty: no day)"), check=lambda v: is_day(v) if v.strip() else "")
        form = Fill(_("Review"), [field], kept=DraftOf("review day", self._case_id))
        self._ask(form, lambda values: set_review(self.office, self._case_id, _day(values["on"])))

    def _ask(self, form: Fill, do: Callable[[dict[str, str]], object]) -> None:
        self.app.push_screen(Recording(form, do), self._recorded)

    def _recorded(self, values: "dict[str, str] | None") -> None:
        if values is not None:
            self.saved()

    def action_doubts(self) -> None:
        from meeting.tui.doubts import DoubtsScreen

        self.show_over(DoubtsScreen(case_id=self._case_id))


def _day(typed: str) -> date | None:
    return read_day(typed) if typed.strip() else None


def _contact(values: dict[str, str]) -> Contact:
    """What came of it stands with what was said: both may name people, and are sealed."""
    said = "\n".join(part for part in (values["what"].strip(), values["outcome"].strip()) if part)
    on, kind = read_day(values["on"]), ContactKind(values["kind"])
    return Contact(id="", kind=kind, on=on, agency=values["agency"], note=RawText(said))
