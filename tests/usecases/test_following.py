"""What becomes of actions and flags after the meeting, also where a case is shared no more (R13, R19, R21)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from small_area import CASE_ID, ON, REFERENCE, make, meeting_of

from data.permission.decide import CASE, decide
from data.records.case_details import CaseState
from data.records.conference import ActionState, Grade, Presence
from data.records.sharing import ALL, Consent, ConsentState
from data.records.text import RawText
from meeting.usecases import following, holding, logview, preparing, releasing, sharing, taking_on
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters_of
from minutes.actions import to_escalate

LATER = date(2027, 12, 1)


class Clock:
    """A day that a test may move on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 9, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    made = make(tmp_path / "area", clock=clock)
    year = Consent(state=ConsentState.GIVEN, agencies=ALL, categories=ALL, purpose="safety", starts=ON,
                   ends=ON + timedelta(days=360), signed=RawText("herself, on paper"))  # fmt: skip
    sharing.record_consent(made, CASE_ID, year)
    yield made
    made.close()


def agree(office: Office, agency: str, what: str = "Change the locks.") -> str:
    meeting_id = meeting_of(office)
    holding.start(office, meeting_id)
    for line in holding.attendance(office, meeting_id):
        holding.set_presence(office, meeting_id, line, Presence.PRESENT)
    item = holding.item_view(office, meeting_id, 0).item
    return holding.agree_action(office, meeting_id, item.id, agency, what, office.today + timedelta(days=7)).id


def extract(office: Office, meeting_id: str, agency: str, folder: Path) -> str:
    folder.mkdir()
    releasing.release_minutes(office, meeting_id, folder, Grade.ONE_AGENCY, agency, formats=["txt"], leave_out=True)
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.txt"))


def agenda_extract(office: Office, meeting_id: str, agency: str, folder: Path) -> str:
    folder.mkdir()
    releasing.release_agenda(office, meeting_id, folder, agency, formats=["txt"], leave_out=True)
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.txt"))


def a_year_on(office: Office, clock: Clock, folder: Path) -> str:
    """A case that was heard and told to housing; its referral and its consent are more than a year old."""
    agree(office, "housing")
    first = meeting_of(office)
    following.close(office, first)
    extract(office, first, "housing", folder)
    clock.now = datetime(2027, 12, 1, 9, 0)
    assert not any(
        decide(a.code, CASE, matters_of(office, [CASE_ID])[CASE_ID], LATER).allowed for a in office.agencies()
    )
    return preparing.prepare(office, LATER).meeting.id


def test_a_case_lapses_though_it_may_be_shared_no_more(office: Office, clock: Clock, tmp_path: Path) -> None:
    """The agency that holds its flag reads the code, and no other; the minutes say that it lapsed."""
    meeting_id = a_year_on(office, clock, tmp_path / "before")
    for action in following.actions(office):
        following.set_action(office, action.action.id, ActionState.DONE)
    agenda = preparing.agenda_of(office, meeting_id)
    assert [case.reference for case in agenda.lapses] == [REFERENCE]
    assert agenda.held_back == ()
    assert REFERENCE in agenda_extract(office, meeting_id, "housing", tmp_path / "housing")
    assert REFERENCE not in agenda_extract(office, meeting_id, "probation", tmp_path / "probation")
    holding.start(office, meeting_id)
    following.close(office, meeting_id)
    with office.area.look() as record:
        assert record.case(CASE_ID).state is CaseState.LAPSED
    told = extract(office, meeting_id, "housing", tmp_path / "after")
    assert "Lapsed" in told
    assert REFERENCE in told
    assert REFERENCE not in extract(office, meeting_id, "probation", tmp_path / "other")


def test_a_case_nobody_heard_does_not_lapse(office: Office, clock: Clock) -> None:
    """No agency has flagged it, and what waits must not fall away by itself."""
    clock.now = datetime(2027, 12, 1, 9, 0)
    agenda = preparing.prepare(office, LATER)
    assert agenda.lapses == ()
    assert [case.reference for case in agenda.held_back] == [REFERENCE]


def test_open_actions_of_a_lapsed_case_are_followed_until_they_are_settled(
    office: Office, clock: Clock, tmp_path: Path
) -> None:
    """They stand on the agenda, in their owner's extracts, are carried on, and go to the steering group."""
    meeting_id = a_year_on(office, clock, tmp_path / "before")
    holding.start(office, meeting_id)
    following.close(office, meeting_id)
    assert "Change the locks." in extract(office, meeting_id, "housing", tmp_path / "minutes")
    clock.now = datetime(2028, 1, 5, 9, 0)
    agenda = preparing.prepare(office, date(2028, 1, 5))
    assert [action.reference for action in agenda.open_actions] == [REFERENCE]
    assert agenda.apart == {agenda.open_actions[0].id}, "its words stand on no paper for all, and on no projector"
    assert "Change the locks." in agenda_extract(office, agenda.meeting.id, "housing", tmp_path / "agenda")
    assert "Change the locks." not in agenda_extract(office, agenda.meeting.id, "", tmp_path / "whole")
    holding.start(office, agenda.meeting.id)
    following.close(office, agenda.meeting.id)
    (row,) = following.actions(office, only_open=True)
    assert row.action.carried == 2
    assert to_escalate([row.action], office.profile)
    following.set_action(office, row.action.id, ActionState.DONE)
    clock.now = datetime(2028, 2, 2, 9, 0)
    assert preparing.planned(office, date(2028, 2, 2)).open_actions == ()


def test_an_extract_has_its_agencys_own_action_and_nothing_else_of_a_case_it_does_not_see(
    office: Office, tmp_path: Path
) -> None:
    """Its number, its case's code and its words; the case's summary and notes stay out of it."""
    agree(office, "probation", "Ring Odile Fennick. Her visa ran out in May.")
    meeting_id = meeting_of(office)
    following.close(office, meeting_id)
    told = extract(office, meeting_id, "probation", tmp_path / "minutes")
    assert "Own actions in cases this agency does not see" in told
    assert REFERENCE in told
    assert "Ring ⟨victim⟩." in " ".join(told.split())
    assert "visa" not in told
    assert "stairs" not in told
    assert "Own actions" not in extract(office, meeting_id, "housing", tmp_path / "housing")
    with office.area.look() as record:
        assert ("probation", "") in record.sharing(CASE_ID).disclosures[0].to, "that it was told is kept"


def test_of_an_action_in_a_case_its_owner_is_kept_out_of_the_codes_alone_stand(office: Office, tmp_path: Path) -> None:
    """A conflict of interest keeps back the words, not that there is an action."""
    agree(office, "housing")
    sharing.record_conflict(office, CASE_ID, "housing", "He works there.")
    meeting_id = meeting_of(office)
    following.close(office, meeting_id)
    told = extract(office, meeting_id, "housing", tmp_path / "minutes")
    assert "1.1" in told
    assert "locks" not in told
    assert "⟨withheld⟩" in told


def test_an_agency_that_takes_on_an_action_can_be_recorded_as_helping(office: Office) -> None:
    """From then on it sees the case, at this meeting too; where something else stands in its way, that is said."""
    agree(office, "probation")
    meeting_id = meeting_of(office)
    assert taking_on.helps_in(office, CASE_ID, "housing")
    assert not taking_on.helps_in(office, CASE_ID, "probation")
    assert taking_on.record_help(office, meeting_id, CASE_ID, "probation") == ()
    assert taking_on.helps_in(office, CASE_ID, "probation")
    assert "probation" in holding.item_view(office, meeting_id, 0).item.agencies
    sharing.record_conflict(office, CASE_ID, "hospital", "He works there.")
    (why,) = taking_on.record_help(office, meeting_id, CASE_ID, "hospital")
    assert why.code == "conflict"
    assert "hospital" not in holding.item_view(office, meeting_id, 0).item.agencies


def test_undoing_gives_back_the_reason_that_was_typed(office: Office) -> None:
    """Each step back has the reason of its time."""
    action = agree(office, "housing")
    reasons = [("not done", "Nobody was at home."), ("no longer possible", "She moved."), ("done", "")]
    for state, reason in reasons:
        following.set_action(office, action, ActionState(state), reason)
    assert reasons[-1] == ("done", _now(office)[1])
    for state, reason in reversed(reasons[:-1]):
        following.undo_action(office)
        assert _now(office) == (state, reason)
    following.undo_action(office)
    assert _now(office) == ("open", "")


def _now(office: Office) -> tuple[str, str]:
    (row,) = following.actions(office)
    return row.action.state.value, row.action.reason.text


def test_the_log_says_which_paper_left_and_never_whose(office: Office, tmp_path: Path) -> None:
    agree(office, "housing")
    meeting_id = meeting_of(office)
    releasing.release_agenda(office, meeting_id, tmp_path, formats=["txt"])
    releasing.release_agenda(office, meeting_id, tmp_path, "housing", formats=["txt"])
    releasing.release_attendance(office, meeting_id, tmp_path, formats=["txt"])
    releasing.release_actions(office, tmp_path, formats=["txt"])
    following.close(office, meeting_id)
    for grade, agency in ((Grade.ALL_PARTNERS, ""), (Grade.ONE_AGENCY, "housing")):
        releasing.release_minutes(office, meeting_id, tmp_path, grade, agency, formats=["txt"])
    kinds = [line.kind for line in logview.view_of(office) if "released" in line.kind and "meeting" not in line.kind]
    assert sorted(kinds) == [
        "agenda released: all partners",
        "agenda released: one agency's extract",
        "minutes released: all partners",
        "minutes released: one agency's extract",
        "paper released: attendance sheet",
        "paper released: list of actions",
    ]
