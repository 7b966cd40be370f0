"""Actions of one case in the meeting: what stands below the note, and the form in which one is agreed."""

from collections.abc import Iterator
from datetime import timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from data.records.conference import Item
from data.records.draft import DraftOf
from meeting.tui.fields import Field, is_day, needed, read_day
from meeting.tui.forms import Fill, Recording
from meeting.usecases import holding

if TYPE_CHECKING:
    from meeting.usecases.office import Office
    from meeting.usecases.writing import Shown


def acted_on(view: holding.ItemView, office: "Office") -> Iterator[str]:
    """What is still open of earlier meetings, and what was agreed now."""
    if view.open_before:
        yield _("Still open from earlier meetings (F4: what became of each):")
    for action in (*view.open_before, *view.actions):
        late = " " + _("OVERDUE") if action.is_overdue(office.today) else ""
        who = office.agency_name(action.agency)
        yield f"{action.number} · {who} · {action.due:%d.%m.%Y}{late} · {action.what.text}"


def action_form(office: "Office", meeting_id: str, item: Item, agency: str, shown: "Shown | None") -> Recording:
    """``agency`` is whose note is being typed: likely the action's too."""
    fields = [
        Field("what", _("What exactly"), check=needed(_("Say what is to be done.")), shown=shown),
        Field("agency", _("Agency"), agency, choices=[(a.code, a.name) for a in office.agencies()]),
        Field("due", _("By"), f"{office.today + timedelta(days=office.profile.action_days):%d.%m.%Y}", check=is_day),
    ]
    form = Fill(_("An action"), fields, _("Agree"), kept=DraftOf(f"action {item.id}", item.case_id))
    return Recording(
        form, lambda v: holding.agree_action(office, meeting_id, item.id, v["agency"], v["what"], read_day(v["due"]))
    )
