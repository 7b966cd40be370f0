"""The area's sharing agreements, one or more for each agency (R9)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from gettext import gettext as _

from data.records.sharing import EVERY, Agreement
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible


@dataclass(frozen=True, slots=True)
class AgencyAgreement:
    """One agency and its latest agreement; ``number`` is how many it had before, ``state`` is in words."""

    agency: str
    name: str
    agreement: Agreement | None
    number: int
    in_force: bool
    state: str


def agreements(office: Office) -> tuple[AgencyAgreement, ...]:
    """Every registered agency, also those without an agreement."""
    with office.area.look() as record:
        known = record.agreements()
    rows = []
    for agency in office.agencies():
        own = [a for a in known if a.agency == agency.code]
        last = own[-1] if own else None
        in_force = any(_counts(office, a) for a in own)
        rows.append(AgencyAgreement(agency.code, agency.name, last, len(own) - 1, in_force, _state(office, last)))
    return tuple(rows)


def nothing_shared(office: Office) -> str:
    """What to do in an area where no agreement is in force; empty where one is."""
    if any(row.in_force for row in agreements(office)):
        return ""
    if not office.agencies():
        return _("No agency is registered: nothing is shared. Register the agencies, then record their agreements.")
    return _(
        "No sharing agreement is in force: nothing is shared with anybody. Record each agency's signed agreement:"
        " press a on the list of cases and n there, or run 'meeting agreements add'."
    )


def record_agreement(office: Office, agreement: Agreement, also: Sequence[str] = ()) -> None:
    """For its agency, and the same for others: all of them or none. Raises NotPossible for days out of order, or codes
    nobody knows."""
    agencies = tuple(dict.fromkeys((agreement.agency, *also)))
    known = {agency.code for agency in office.agencies()}
    if not known.issuperset(agencies):
        raise NotPossible(_("Choose among the registered agencies: {codes}.").format(codes=", ".join(sorted(known))))
    if agreement.ends is not None and agreement.ends < agreement.starts:
        raise NotPossible(_("An agreement ends on the day it begins, or later."))
    if agreement.signed_on is not None and agreement.signed_on > office.today:
        raise NotPossible(_("An agreement is signed today or was before."))
    _check_categories(office, agreement.categories)
    with office.area.work() as record:
        for agency in agencies:
            record.add_agreement(replace(agreement, agency=agency))
    office.forget()


def end_agreement(office: Office, agency: str) -> None:
    """The agency's agreements count no more from today on."""
    with office.area.work() as record:
        own = [a for a in record.agreements() if a.agency == agency]
        if not any(a.ended_on is None for a in own):
            raise NotPossible(_("This agency has no agreement to end."))
        for number, agreement in enumerate(own):
            if agreement.ended_on is None:
                record.change_agreement(number, replace(agreement, ended_on=office.today))
    office.forget()


def review_agreement(office: Office, agency: str, next_review: date) -> None:
    """It was reviewed today and stands; the next review is on this day."""
    if next_review <= office.today:
        raise NotPossible(_("The next review lies after today."))
    with office.area.work() as record:
        own = [a for a in record.agreements() if a.agency == agency]
        if not own:
            raise NotPossible(_("This agency has no agreement to review."))
        record.change_agreement(len(own) - 1, replace(own[-1], review_on=next_review))
    office.forget()


def _check_categories(office: Office, categories: Sequence[str]) -> None:
    known = {EVERY, *(category.code for category in office.profile.categories)}
    if not categories:
        raise NotPossible(_("An agreement covers at least one category."))
    if wrong := [code for code in categories if code not in known]:
        raise NotPossible(_("The profile has no such category: {codes}.").format(codes=", ".join(wrong)))


def _counts(office: Office, agreement: Agreement) -> bool:
    overdue = agreement.review_on is not None and agreement.review_on < office.today
    return agreement.in_force(office.today) and not (overdue and office.profile.sharing.overdue_review_stops)


def _state(office: Office, agreement: Agreement | None) -> str:
    if agreement is None:
        return _("none: nothing is shared")
    if agreement.signed_on is None:
        return _("not signed: nothing is shared")
    if not agreement.in_force(office.today):
        return _("not in force: nothing is shared")
    if agreement.review_on is not None and agreement.review_on < office.today:
        return _("in force; review was due {day}").format(day=f"{agreement.review_on:%d.%m.%Y}")
    return _("in force")
