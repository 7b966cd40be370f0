"""Assessments of risk, one after the other: what each said, and what changed (R20). The program never grades."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from gettext import gettext as _

from data.records.case_details import Case, Judgement, Remark, RiskAssessment
from data.records.text import RawText
from meeting.usecases import counted
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.preparing import refresh_planned

SOURCES: dict[str, Callable[[], str]] = {
    "victim": lambda: _("with the victim"),
    "perpetrator": lambda: _("with the perpetrator"),
    "history": lambda: _("from what is on file"),
}


def add_assessment(office: Office, case_id: str, added: RiskAssessment, why: str) -> None:
    """Stands beside the earlier ones; the newest by its day counts. Raises NotPossible for one that says nothing."""
    _check(office, added, why)
    with office.area.work() as record:
        file = record.open_file(case_id)
        ordered = sorted((*file.case.assessments, added), key=lambda one: one.assessed_on or date.min)
        remarks = file.remarks
        if why.strip():
            label = _("Risk assessment of {day}").format(day=f"{added.assessed_on:%d.%m.%Y}")
            remarks = (*remarks, Remark(label=label, text=RawText(why.strip())))
        record.save_case(replace(file, case=replace(file.case, assessments=tuple(ordered)), remarks=remarks))
    office.forget(case_id)
    refresh_planned(office, case_id)


def _check(office: Office, added: RiskAssessment, why: str) -> None:
    if added.assessed_on is None or added.assessed_on > office.today:
        raise NotPossible(_("An assessment was made today or before."))
    if added.source not in (*SOURCES, *(agency.code for agency in office.agencies())):
        raise NotPossible(_("Choose with whom it was filled in."))
    most = office.profile.checklist_length
    if added.count is not None and not 0 <= added.count <= most:
        raise NotPossible(_("The checklist has {count} questions: give a number from 0 to {count}.").format(count=most))
    if added.count is None and not added.judgement:
        raise NotPossible(_("Give the count of ticks, the professional judgement, or both."))
    if added.judgement and not why.strip():
        raise NotPossible(_("Say why it is judged so."))


def history(case: Case, office: Office) -> list[str]:
    """A line for each, the newest first, and what changed since the one before."""
    lines: list[str] = []
    before: RiskAssessment | None = None
    for one in case.assessments:
        day = f"{one.assessed_on:%d.%m.%Y}" if one.assessed_on else _("with the referral")
        with_whom = SOURCES[one.source]() if one.source in SOURCES else office.agency_name(one.source)
        told = [day, with_whom, *([_("by {agency}").format(agency=office.agency_name(one.by))] if one.by else [])]
        line = " · ".join([*told, *said(one)])
        lines.insert(0, line + (f"\n  {changed(before, one)}" if before else ""))
        before = one
    return lines


def said(one: RiskAssessment) -> list[str]:
    """Count and judgement side by side."""
    parts = [counted.ticks(one.count)] if one.count is not None else []
    return parts + ([_("judged {judgement}").format(judgement=_(one.judgement.value))] if one.judgement else [])


def changed(before: RiskAssessment, now: RiskAssessment) -> str:
    parts = []
    if before.count is not None and now.count is not None:
        by = f"{now.count - before.count:+d}" if now.count != before.count else _("the same")
        parts.append(_("ticks {before} → {now} ({by})").format(before=before.count, now=now.count, by=by))
    if before.judgement or now.judgement:
        words = [_(one.judgement.value) if one.judgement is not Judgement.NOT_GIVEN else "–" for one in (before, now)]
        parts.append(_("judgement {before} → {now}").format(before=words[0], now=words[1]))
    return _("since the one before:") + " " + (" · ".join(parts) or _("nothing to compare"))
