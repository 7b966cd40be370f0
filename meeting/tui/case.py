"""One case for its keeper: the record beside what others will read of it."""

from gettext import gettext as _
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from data.records.case_details import Person
from data.records.sharing import ConsentState
from meeting.tui.page import Choose, Field, Fill, Page, needed
from meeting.usecases.cases import KeeperCase, open_case, record_ground, set_consent


class CaseScreen(Page):
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Left: what the record holds, names and all, for your eyes. Right: what others will read.\n"
        "Without consent a case stays off every paper until a ground for sharing is recorded with its reasons."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "consent", _("Consent")),
        Binding("g", "ground", _("Ground for sharing")),
        Binding("d", "doubts", _("Review doubts")),
        Binding("e", "earlier", _("Earlier cases")),
        Binding("escape", "back", _("Back")),
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
        super().on_mount()
        self.query(VerticalScroll).first().focus()

    def refresh_page(self) -> None:
        kept = self.attempt(lambda: open_case(self.office, self._case_id))
        if kept is None:
            return
        self.query_one("#facts", Static).update(self._facts(kept))
        self.query_one("#record", Static).update(_record(kept))
        self.query_one("#shown", Static).update(_shown(kept))

    def _facts(self, kept: KeeperCase) -> str:
        case = kept.case
        told = [case.reference, f"{case.referred_on:%d.%m.%Y}", self.office.agency_name(case.referring_agency)]
        told.append(_("consent: {state}").format(state=_(case.consent.value)))
        if case.consent is not ConsentState.GIVEN:
            told.append(_("ground recorded") if kept.ground else _("NO GROUND: off every paper"))
        return " · ".join(told)

    def action_consent(self) -> None:
        options = [(state.value, _(state.value)) for state in ConsentState]
        self.app.push_screen(Choose(_("What did the person say to sharing?"), options), self._consented)

    def _consented(self, chosen: str | None) -> None:
        if chosen:
            self.attempt(lambda: set_consent(self.office, self._case_id, ConsentState(chosen)))
            self.refresh_page()

    def action_ground(self) -> None:
        kinds = [(ground.code, ground.name) for ground in self.office.profile.grounds]
        form = Fill(
            _("Ground for sharing without consent"),
            [
                Field("kind", _("Ground"), choices=kinds),
                Field(
                    "reasons",
                    _("Reasons: why it is needed and proportionate"),
                    lines=4,
                    check=needed(_("Give the reasons.")),
                ),
                Field("by", _("Decided by (role)"), check=needed(_("Say who decided, by role."))),
                Field("told", _("Was the person told?"), choices=[("no", _("no")), ("yes", _("yes"))]),
                Field("why", _("If not: why not"), hint=_("for example: it would raise the risk")),
            ],
        )
        self.app.push_screen(form, self._grounded)

    def _grounded(self, values: "dict[str, str] | None") -> None:
        if values is None:
            return
        told = values["told"] == "yes"
        self.attempt(
            lambda: record_ground(
                self.office,
                self._case_id,
                values["kind"],
                values["reasons"],
                values["by"],
                told=told,
                why_not_told=values["why"],
            )
        )
        self.refresh_page()

    def action_doubts(self) -> None:
        from meeting.tui.doubts import DoubtsScreen

        self.app.push_screen(DoubtsScreen(case_id=self._case_id))

    def action_earlier(self) -> None:
        from meeting.tui.repeats import RepeatsScreen

        self.app.push_screen(RepeatsScreen(self._case_id))


def _record(kept: KeeperCase) -> Text:
    text = Text()
    text.append(_("THE RECORD\n"), style="bold")
    for person in kept.file.people:
        text.append(f"{_(person.role.value)}: ", style="bold")
        text.append(_person(person) + "\n")
    if kept.ground:
        text.append(_("\nGround for sharing\n"), style="bold")
        text.append(
            f"{kept.ground.kind} · {kept.ground.decided_on:%d.%m.%Y} · {kept.ground.decided_by}\n{kept.ground.reasons.text}\n"
        )
    text.append(_("\nWhat happened\n"), style="bold")
    text.append(kept.file.narrative.text or _("nothing was written"))
    for remark in kept.file.remarks:
        text.append(f"\n\n{remark.label}\n", style="bold")
        text.append(remark.text.text)
    return text


def _person(person: Person) -> str:
    parts = [person.full_name]
    if person.also_known_as:
        parts.append("(" + ", ".join(person.also_known_as) + ")")
    if person.date_of_birth:
        parts.append(f"* {person.date_of_birth:%d.%m.%Y}")
    elif person.age is not None:
        parts.append(_("aged {age}").format(age=person.age))
    parts += [*person.phones, *person.emails]
    place = person.address
    parts.append(", ".join(p for p in (place.line, place.town, place.postcode) if p))
    parts += [person.relationship_to_victim, person.school]
    return " · ".join(part for part in parts if part)


def _shown(kept: KeeperCase) -> Text:
    text = Text()
    text.append(_("WHAT OTHERS READ\n"), style="bold")
    text.append(kept.disguised.text.text + "\n")
    text.append(_("\nActions\n"), style="bold")
    for action in kept.actions:
        text.append(
            f"{action.number} · {action.agency} · {action.due:%d.%m.%Y} · {_(action.state.value)}\n{action.what.text}\n"
        )
    if not kept.actions:
        text.append(_("none yet\n"))
    return text
