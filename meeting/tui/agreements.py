"""The area's sharing agreements: without one in force an agency is told nothing."""

from collections.abc import Callable
from gettext import gettext as _
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Static

from data.records.draft import DraftOf
from data.records.sharing import Agreement, AgreementKind
from meeting.tui.dialogs import Ask
from meeting.tui.fields import Field, is_day, read_day
from meeting.tui.forms import Fill, Recording
from meeting.tui.page import Page
from meeting.tui.sharing_forms import agreement_form, codes_of, day_or_none
from meeting.tui.table import Table, short
from meeting.usecases import agreements
from meeting.usecases.sharing_words import agreement_row

_STATE = 4  # the column that gives way: all of it stands below


class AgreementsScreen(Page):
    HERE = "1"
    HELP: ClassVar[str] = _(
        "Each agency and its sharing agreement. Nothing is shared with an agency that has none in force.\n"
        "What several agencies signed is recorded once, for all that are ticked. A new agreement stands beside the earlier\n"
        "ones; ending one counts at once."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", _("New agreement")),
        Binding("v", "review", _("Reviewed")),
        Binding("x", "end", _("End")),
        Binding("escape", "back", _("Back")),
    ]

    def body(self) -> list[Widget]:
        return [
            Static("", id="facts", markup=False),
            Table("agreements"),
            Static("", id="confidence", markup=False),
        ]

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for name in (_("Agency"), _("Signed"), _("Until"), _("Review"), _("State")):
            table.add_column(name)
        table.focus()

    def refresh_page(self) -> None:
        self._rows = agreements.agreements(self.office)
        lines = {row.agency: (short(row.name, 22), *agreement_row(row.agreement), row.state) for row in self._rows}
        self.query_one(Table).fill(lines, _STATE)
        in_force = sum(row.in_force for row in self._rows)
        said = _("{count} of {all} agencies have an agreement in force.").format(count=in_force, all=len(self._rows))
        self.query_one("#facts", Static).update(agreements.nothing_shared(self.office) or said)
        self._confidence()

    def on_data_table_row_highlighted(self) -> None:
        self._confidence()

    def _confidence(self) -> None:
        at = self.query_one(DataTable).cursor_row
        if 0 <= at < len(self._rows):
            row = self._rows[at]
            said = [f"{row.name}: {row.state}"]
            said += [f"{_('How it keeps it')}: {row.agreement.confidence}"] if row.agreement else []
            self.query_one("#confidence", Static).update("\n".join(said))

    def _agency(self) -> str:
        at = self.query_one(DataTable).cursor_row
        return self._rows[at].agency if 0 <= at < len(self._rows) else ""

    def action_new(self) -> None:
        agency = self._agency()
        if not agency:
            self.say(_("No agency is registered yet."), wrong=True)
            return
        self._ask(
            agreement_form(self.office, agency),
            lambda v: agreements.record_agreement(self.office, _agreement(v), v["agencies"].split(",")),
        )

    def action_review(self) -> None:
        agency = self._agency()
        field = Field("next", _("The next review is due on"), check=is_day)
        form = Fill(_("Reviewed today, and it stands"), [field], kept=DraftOf(f"agreement reviewed {agency}"))
        self._ask(form, lambda v: agreements.review_agreement(self.office, agency, read_day(v["next"])))

    def _ask(self, form: Fill, do: Callable[[dict[str, str]], object]) -> None:
        self.app.push_screen(Recording(form, do), self._asked)

    def _asked(self, values: "dict[str, str] | None") -> None:
        if values is not None:
            self.saved()
        self.refresh_page()

    def action_end(self) -> None:
        agency = self._agency()
        question = _("End the agreement of {agency}? From today on nothing is shared with it.").format(
            agency=self.office.agency_name(agency)
        )
        self.app.push_screen(
            Ask(question, {"no": _("Cancel"), "yes": _("End it")}),
            lambda answer: self._do(lambda: agreements.end_agreement(self.office, agency)) if answer == "yes" else None,
        )

    def _do(self, do) -> None:  # type: ignore[no-untyped-def]
        self.attempt(do)
        self.refresh_page()


def _agreement(values: "dict[str, str]") -> Agreement:
    return Agreement(
        agency=values["agencies"].split(",")[0],
        kind=AgreementKind(values["kind"]),
        signed_on=day_or_none(values["signed"]),
        starts=read_day(values["starts"]),
        ends=day_or_none(values["ends"]),
        review_on=day_or_none(values["review"]),
        categories=codes_of(values["categories"]),
        confidence=values["confidence"].strip(),
    )
