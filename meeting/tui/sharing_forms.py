"""The forms that record a decision on a case's sharing; each hands its words to one use case."""

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING

from data.records.draft import DraftOf
from data.records.sharing import ALL, About, Consent, ConsentState, GivenBy, Statistics
from data.records.text import RawText
from meeting.tui.fields import Field, is_day, needed, read_day
from meeting.tui.forms import Fill
from meeting.tui.ticks import ALL_OF_THEM

if TYPE_CHECKING:
    from meeting.usecases.office import Office

Values = dict[str, str]


def codes_of(ticked: str) -> tuple[str, ...]:
    """The codes of a tick list; ``ALL`` where all are meant, also those that come later."""
    codes = tuple(code for code in ticked.split(",") if code)
    return ALL if ALL_OF_THEM in codes else codes


def _day_or_nothing(value: str) -> str:
    return is_day(value) if value.strip() else ""


def day_or_none(value: str) -> date | None:
    return read_day(value) if value.strip() else None


def _agencies(office: "Office", label: str) -> Field:
    known = [(agency.code, agency.name) for agency in office.agencies()]
    every = (ALL_OF_THEM, _("all that help in the case"))
    return Field("agencies", label, ALL_OF_THEM, choices=[every, *known], many=True,
                 check=needed(_("Tick at least one agency, or all.")))  # fmt: skip


def _categories(office: "Office") -> Field:
    known = [(category.code, category.name) for category in office.profile.categories]
    every = (ALL_OF_THEM, _("all that is not withheld"))
    return Field("categories", _("What (space ticks)"), ALL_OF_THEM, choices=[every, *known], many=True,
                 check=needed(_("Tick at least one category, or all.")))  # fmt: skip


def consent_form(office: "Office", case_id: str) -> Fill:
    today = office.today
    until = _later(today, office.profile.sharing.consent_months)
    states = [s for s in ConsentState if s is not ConsentState.WITHDRAWN]
    return Fill(
        _("What was said to sharing"),
        [
            Field("state", _("Consent"), choices=[(s.value, _(s.value)) for s in states]),
            Field("about", _("About whose information"), choices=[
                ("person", _("the person's own")), ("children", _("the children's"))]),
            Field("by", _("Who said it"), choices=[(g.value, _(g.value)) for g in GivenBy]),
            Field("signed", _("Who signed, and how"), hint=_("name; in writing, interpreter, …")),
            _agencies(office, _("To whom (space ticks)")),
            _categories(office),
            Field("purpose", _("For what"), choices=[(p.code, p.name) for p in office.profile.purposes]),
            Field("circumstances", _("Under what circumstances"), hint=_("only if …; not when …")),
            Field("starts", _("From"), f"{today:%d.%m.%Y}", check=is_day),
            Field("ends", _("Until, that day included"), f"{until:%d.%m.%Y}", check=_day_or_nothing),
            Field("statistics", _("Asked apart: anonymous statistics"), "not asked",
                  choices=[(s.value, _(s.value)) for s in Statistics]),
        ],
        kept=DraftOf("consent", case_id),
    )  # fmt: skip


def consent_of(values: Values) -> Consent:
    return Consent(
        state=ConsentState(values["state"]),
        about=About(values["about"]),
        given_by=GivenBy(values["by"]),
        signed=RawText(values["signed"].strip()),
        agencies=codes_of(values["agencies"]),
        categories=codes_of(values["categories"]),
        purpose=values["purpose"],
        circumstances=RawText(values["circumstances"].strip()),
        starts=read_day(values["starts"]),
        ends=day_or_none(values["ends"]),
        statistics=Statistics(values["statistics"]),
    )


def ground_form(office: "Office", case_id: str) -> Fill:
    kinds = [(ground.code, ground.name) for ground in office.profile.grounds]
    return Fill(
        _("Ground for sharing without consent"),
        [
            Field("kind", _("Ground"), choices=kinds),
            Field("reasons", _("Reasons: why it is needed and proportionate"), lines=3,
                  check=needed(_("Give the reasons."))),
            Field("by", _("Decided by (agency and role)"), check=needed(_("Say who decided, by role."))),
            _agencies(office, _("To whom (space ticks)")),
            _categories(office),
            Field("told", _("Was the person told?"), choices=[("no", _("no")), ("yes", _("yes"))]),
            Field("why", _("If not: why not"), hint=_("for example: it would raise the risk")),
            Field("ends", _("Until (may stay empty)"), check=_day_or_nothing),
        ],
        kept=DraftOf("ground", case_id),
    )  # fmt: skip


def countersign_form(office: "Office", case_id: str, number: str) -> Fill:
    roles = ", ".join(office.profile.sharing.countersigners)
    label = _("Countersigned by, a second person (agency and role)")
    return Fill(
        _("Countersign the ground"),
        [Field("by", label, hint=roles, check=needed(_("Say who countersigns, by role.")))],
        _("Countersign"),
        kept=DraftOf(f"countersign {number}", case_id),
    )


def helping_form(office: "Office", now: Sequence[str]) -> Fill:
    known = [(agency.code, agency.name) for agency in office.agencies()]
    label = _("Space ticks. From today on: one that is not ticked sees nothing of the case")
    field = Field("agencies", label, ",".join(now), choices=known, many=True)
    return Fill(_("Which agencies help in this case"), [field], kept=None)


def conflict_form(office: "Office", case_id: str) -> Fill:
    choices = [(agency.code, agency.name) for agency in office.agencies()]
    return Fill(
        _("Conflict of interest: out of this case"),
        [
            Field("agency", _("Agency"), choices=choices),
            Field("person", _("One person of it by name (empty: the whole agency)")),
            Field("reason", _("What the conflict is"), check=needed(_("Say what the conflict of interest is."))),
        ],
        kept=DraftOf("conflict", case_id),
    )


def fact_form(office: "Office", case_id: str) -> Fill:
    facts = [(fact.code, fact.name) for fact in office.profile.withheld]
    return Fill(
        _("Tell one fact that is withheld by default"),
        [
            Field("fact", _("Fact"), choices=facts),
            Field("reasons", _("Why it has to be told"), lines=2, check=needed(_("Give the reasons."))),
            Field("by", _("Decided by (agency and role)"), check=needed(_("Say who decided, by role."))),
            _agencies(office, _("To whom (space ticks)")),
            Field("ends", _("Until (may stay empty)"), check=_day_or_nothing),
        ],
        kept=DraftOf("fact told", case_id),
    )


def caution_form(case_id: str) -> Fill:
    yes_no = [("no", _("no")), ("yes", _("yes"))]
    return Fill(
        _("How careful a notice must be"),
        [
            Field("safe_wording", _("Neutral wording: nothing tells what the paper is about"), "yes", choices=yes_no),
            Field("perpetrator", _("Is it safe to tell the perpetrator anything?"), choices=yes_no),
            Field("by", _("Decided by (agency and role)"), check=needed(_("Say who decided, by role."))),
            Field("reasons", _("Reasons"), lines=2, check=needed(_("Give the reasons."))),
        ],
        kept=DraftOf("caution", case_id),
    )


def notice_form(title: str, language: str, case_id: str) -> Fill:
    return Fill(
        title,
        [
            Field("to", _("To whom"), choices=[("person", _("the person")), ("perpetrator", _("the perpetrator"))]),
            Field("given", _("Was it given?"), choices=[("yes", _("yes")), ("no", _("no"))]),
            Field("language", _("Language"), language, choices=[("en", "English"), ("sq", "Shqip")]),
            Field("on", _("Day"), check=is_day),
            Field("by", _("By whom (agency and role)")),
            Field("why_not", _("If not: why not")),
        ],
        kept=DraftOf("notice", case_id),
    )


def agreement_form(office: "Office", agency: str) -> Fill:
    """``agency`` is ticked; what several signed is recorded for all of them at once."""
    today = office.today
    known = [(one.code, one.name) for one in office.agencies()]

    def signed(value: str) -> str:
        wrong, day = _day_or_nothing(value), None if _day_or_nothing(value) else day_or_none(value)
        return _("An agreement is signed today or was before.") if day is not None and day > today else wrong

    return Fill(
        _("The sharing agreement of the agencies ticked (space ticks)"),
        [
            Field("agencies", _("Agencies"), agency, choices=known, many=True,
                  check=needed(_("Tick at least one agency."))),
            Field("kind", _("Kind"), choices=[("protocol", _("protocol")), ("memorandum of understanding", _("memorandum of understanding"))]),
            Field("signed", _("Signed on"), f"{today:%d.%m.%Y}", check=signed),
            Field("starts", _("In force from"), f"{today:%d.%m.%Y}", check=is_day),
            Field("ends", _("In force until, that day included (may stay empty)"), check=_day_or_nothing),
            Field("review", _("Due for review on"), f"{_later(today, office.profile.sharing.agreement_review_months):%d.%m.%Y}", check=is_day),
            _categories(office),
            Field("confidence", _("How it keeps what it is told in confidence"), check=needed(_("Say how it keeps it."))),
        ],
        kept=DraftOf("agreement"),
    )  # fmt: skip


def _later(day: date, months: int) -> date:
    at = day.month + months - 1
    return date(day.year + at // 12, at % 12 + 1, min(day.day, 28))
