"""The form of an assessment of risk: counts and judgement as they were given, nothing computed."""

from gettext import gettext as _
from typing import TYPE_CHECKING

from data.records.case_details import Judgement, RiskAssessment
from data.records.draft import DraftOf
from meeting.days import is_day, read_day
from meeting.tui.fields import Field
from meeting.tui.forms import Fill
from meeting.usecases.assessing import SOURCES

if TYPE_CHECKING:
    from meeting.usecases.office import Office


def assessment_form(office: "Office", case_id: str) -> Fill:
    agencies = [(agency.code, agency.name) for agency in office.agencies()]
    judged = [("", _("not given")), *((one.value, _(one.value)) for one in Judgement if one.value)]
    most = office.profile.checklist_length

    def count(typed: str) -> str:
        fits = not typed.strip() or (typed.strip().isdigit() and int(typed) <= most)
        return "" if fits else _("A number from 0 to {count}, or nothing.").format(count=most)

    return Fill(
        _("An assessment of risk"),
        [
            Field("on", _("Day"), f"{office.today:%d.%m.%Y}", check=is_day),
            Field(
                "source",
                _("With whom, or from what"),
                choices=[*((code, words()) for code, words in SOURCES.items()), *agencies],
            ),
            Field("by", _("Filled in by"), choices=[("", _("not recorded")), *agencies]),
            Field("count", _("Ticks on the checklist (may stay empty)"), check=count),
            Field("judgement", _("Professional judgement"), choices=judged),
            Field("why", _("Why it is judged so"), lines=3),
        ],
        kept=DraftOf("assessment", case_id),
    )


def assessment_of(values: dict[str, str]) -> RiskAssessment:
    count = values["count"].strip()
    return RiskAssessment(
        assessed_on=read_day(values["on"]),
        source=values["source"],
        by=values["by"],
        count=int(count) if count else None,
        judgement=Judgement(values["judgement"]),
    )
