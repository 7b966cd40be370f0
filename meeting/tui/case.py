"""One case for its keeper: the record beside what others will read of it."""

from gettext import gettext as _
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from data.records.case_details import Person
from meeting.tui.page import Page
from meeting.usecases.cases import KeeperCase, open_case


class CaseScreen(Page):
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Left: what the record holds, names and all, for your eyes. Right: what others will read.\n"
        "Who may see it is decided from consents, agreements and grounds: press s to see why, and to record them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sharing", _("Who may see it: consent, grounds")),
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
        if kept.held:
            told.append(_("OFF EVERY PAPER: {why}").format(why=kept.held[0].sentence))
        return " · ".join(told)

    def action_sharing(self) -> None:
        from meeting.tui.sharing import SharingScreen

        self.app.push_screen(SharingScreen(self._case_id))

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
