"""An agency takes on an action in a case that it does not help in (R12, R17)."""

from dataclasses import replace

from data.permission.decide import CASE, decide, helps
from data.permission.reasons import Reason
from data.permission.seen import entitled
from meeting.usecases import preparing, sharing
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters_of


def helps_in(office: Office, case_id: str, agency: str) -> bool:
    """Whether it is recorded as helping in the case today; where not, its papers show its own actions alone."""
    return helps(agency, matters_of(office, [case_id])[case_id], office.today)


def record_help(office: Office, meeting_id: str, case_id: str, agency: str) -> tuple[Reason, ...]:
    """It helps from today on, and the case's item goes to it too; returns what still stands in its way."""
    sharing.set_who_helps(office, case_id, {*sharing.who_helps(office, case_id), agency})
    matter = matters_of(office, [case_id])[case_id]
    decided = decide(agency, CASE, matter, office.today)
    if decided.allowed:
        _let_in(office, meeting_id, case_id, agency, entitled(matter, office.today))
    return decided.against


def _let_in(office: Office, meeting_id: str, case_id: str, agency: str, seeing: tuple[str, ...]) -> None:
    with office.area.work() as record:
        items = [
            replace(item, agencies=tuple(code for code in seeing if code in (*item.agencies, agency)))
            if item.case_id == case_id
            else item
            for item in record.items(meeting_id)
        ]
        record.save_items(meeting_id, items)
    preparing.refresh_summaries(office, meeting_id, case_id)
