"""Names of referrals that no agency is known by: one form says which registered agency each is."""

from collections.abc import Callable
from gettext import gettext as _
from typing import TYPE_CHECKING

from meeting.tui.fields import Field
from meeting.tui.forms import Fill, Recording
from meeting.usecases import counted, referrers

if TYPE_CHECKING:
    from meeting.tui.page import Page
    from meeting.usecases.referrers import Unknown

_AT_ONCE = 15


def listed(unknown: "tuple[Unknown, ...]") -> list[str]:
    return [f"{one.name} ({counted.cases(len(one.case_ids))})" for one in unknown]


def ask_names(page: "Page", then: Callable[[], object]) -> None:
    """Names left as they are stay on the list. A new agency is added on the page of agencies."""
    unknown = referrers.unknown(page.office)[:_AT_ONCE]
    if not unknown:
        page.say(_("Every agency named in a referral is known."))
        return
    choices = [("", _("leave it for now")), *((agency.code, agency.name) for agency in page.office.agencies())]
    fields = [Field(f"n{at}", said, choices=choices) for at, said in enumerate(listed(unknown))]
    form = Fill(_("Which agency is each? The name is kept as one of its other names"), fields, kept=None)

    def name_them(values: dict[str, str]) -> None:
        chosen = {one.name: values[f"n{at}"] for at, one in enumerate(unknown) if values[f"n{at}"]}
        linked = referrers.name_them(page.office, chosen)
        page.say(_("Linked: {cases}.").format(cases=counted.cases(linked)))

    def named(values: dict[str, str] | None) -> None:
        if values is not None:
            then()

    page.app.push_screen(Recording(form, name_them), named)
