"""Agencies that sit at every meeting, case by case: what would be recorded stands here before it counts."""

from gettext import gettext as _
from gettext import ngettext
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import DataTable, Static

from meeting.tui.fields import Field
from meeting.tui.forms import Fill
from meeting.tui.page import Page
from meeting.tui.table import Table
from meeting.usecases import helping
from meeting.usecases.helping import Offer


class HelpingScreen(Page):
    HERE = "2"
    HELP: ClassVar[str] = _(
        "Agencies that sit at every meeting can be recorded as helping in its cases at once. Below stands which would be\n"
        "for the case under the cursor, and what stands against the others. Space leaves a whole case as it is; Enter\n"
        "chooses single agencies: one that is not ticked is out of this case. Nothing is recorded before r."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "record", _("Record"), tooltip=_("Record that these agencies help in these cases")),
        Binding("space", "leave_case", _("Not this case"), tooltip=_("Leave this case as it is (again: not)")),
        Binding("enter", "choose", _("Choose"), tooltip=_("Which of them help in this case"), priority=True),
        Binding("escape", "back", _("Back")),
    ]

    def __init__(self, meeting_id: str) -> None:
        super().__init__()
        self._meeting_id = meeting_id
        self._offers: tuple[Offer, ...] = ()
        self._chosen: dict[str, tuple[str, ...]] = {}

    def body(self) -> list[Widget]:
        return [
            Table("offers"),
            VerticalScroll(Static("", id="what", markup=False), id="below", can_focus=False),
            Static(
                _("Every agency that sits at every meeting helps already, or may not.\n\nEsc goes back."),
                id="empty",
                classes="empty",
                markup=False,
            ),
        ]

    def on_mount(self) -> None:
        for name in (_("Case"), _("Would help"), _("May not")):
            self.query_one(DataTable).add_column(name)
        self._offers = tuple(o for o in helping.offers(self.office, self._meeting_id) if o.adds or o.against)
        self._chosen = {offer.case_id: offer.adds for offer in self._offers if offer.adds}
        self.query_one(DataTable).focus()

    def refresh_page(self) -> None:
        table = self.query_one(DataTable)
        at = table.cursor_row
        table.clear()
        for offer in self._offers:
            chosen = self._chosen.get(offer.case_id)
            adds = _("left as it is") if chosen is None else f"{len(chosen)} / {len(offer.adds)}"
            table.add_row(offer.reference, adds if offer.adds else "-", str(len(offer.against)), key=offer.case_id)
        table.move_cursor(row=at)
        for name in ("#offers", "#below"):
            self.query_one(name).display = bool(self._offers)
        self.query_one("#empty").display = not self._offers
        self._tell()

    def on_data_table_row_highlighted(self) -> None:
        self._tell()

    def _offer(self) -> Offer | None:
        at = self.query_one(DataTable).cursor_row
        return self._offers[at] if 0 <= at < len(self._offers) else None

    def _tell(self) -> None:
        offer, name = self._offer(), self.office.agency_name
        if offer is None:
            return
        names = ", ".join(name(code) for code in self._chosen.get(offer.case_id, ())) or _("none")
        lines = [_("Would be recorded as helping, since they sit at every meeting: {names}").format(names=names), ""]
        lines += [f"- {name(code)}: " + " ".join(reason.sentence for reason in why) for code, why in offer.against]
        self.query_one("#what", Static).update("\n".join(lines))

    def action_leave_case(self) -> None:
        offer = self._offer()
        if offer is None or not offer.adds:
            return
        if self._chosen.pop(offer.case_id, None) is None:
            self._chosen[offer.case_id] = offer.adds
        self.refresh_page()

    def action_choose(self) -> None:
        offer = self._offer()
        if offer is None or not offer.adds:
            self.say(_("No agency can be added to this case."))
            return
        known = [(code, self.office.agency_name(code)) for code in offer.adds]
        ticked = ",".join(self._chosen.get(offer.case_id, ()))
        field = Field("agencies", _("Space ticks. One that is not ticked is out of this case"), ticked, choices=known,
                      many=True)  # fmt: skip

        def chosen(values: "dict[str, str] | None") -> None:
            if values is not None:
                self._chosen[offer.case_id] = tuple(code for code in values["agencies"].split(",") if code)
            self.refresh_page()

        self.app.push_screen(Fill(offer.reference, [field], _("Choose"), kept=None), chosen)

    def action_record(self) -> None:
        office, meeting_id, chosen = self.office, self._meeting_id, dict(self._chosen)
        if not chosen:
            self.say(_("There is nothing to record."), wrong=True)
            return
        self.in_background(lambda: helping.record(office, meeting_id, chosen), self._recorded, _("Recording…"))

    def _recorded(self, count: int) -> None:
        said = ngettext("{count} agency is recorded as helping.", "{count} agencies are recorded as helping.", count)
        self.app.notify(said.format(count=count), markup=False)
        self.saved()
        self.action_back()
