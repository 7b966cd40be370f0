"""Grades of minutes, and what becomes of actions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.profiles.load import WrongProfile, codes, load, parse
from data.records.agency import Agency
from data.records.conference import (
    Action,
    ActionState,
    Attendance,
    Grade,
    Item,
    Meeting,
    Note,
    NoteKind,
    Presence,
    Why,
)
from data.records.text import DisguisedText
from minutes.actions import carry, overdue, set_state, to_escalate
from minutes.compose import compose

ON = date(2026, 11, 24)
MEETING = Meeting(id="m", on=ON)
AGENCIES = (Agency(code="police", name="Police"), Agency(code="housing", name="Housing"))
ITEMS = tuple(
    Item(id=f"i{n}", case_id=f"c{n}", reference=f"R{n}", why=(Why.NEW,), minutes=10, agencies=agencies)
    for n, agencies in enumerate([("police", "housing"), ("police",)])
)
NOTES = tuple(
    Note(id=f"n{n}{kind}", item_id=f"i{n}", kind=kind, disguised=DisguisedText(f"{kind} {n}"))
    for n in (0, 1)
    for kind in (NoteKind.VIEWS, NoteKind.INFORMATION)
)
ACTION = Action(id="a", number="1.1", case_id="c1", reference="R1", meeting_id="m", agency="police",
                what=DisguisedText("visit"), due=ON + timedelta(days=7))  # fmt: skip
PRESENT = (Attendance(id="x", agency="police", role="inspector", name="Zzyx Marker", presence=Presence.PRESENT),)


def composed(grade: Grade, agency: str = ""):  # type: ignore[no-untyped-def]
    return compose(MEETING, ITEMS, NOTES, (ACTION,), PRESENT, AGENCIES, grade, agency)


def test_all_partners_see_every_case_in_the_order_of_notes() -> None:
    minutes = composed(Grade.ALL_PARTNERS)
    assert [h.item.reference for h in minutes.heard] == ["R0", "R1"]
    assert [s.kind for s in minutes.heard[0].said] == [NoteKind.INFORMATION, NoteKind.VIEWS]
    assert minutes.heard[1].actions == (ACTION,)


def test_an_extract_has_what_its_agency_may_see() -> None:
    minutes = composed(Grade.ONE_AGENCY, "housing")
    assert [h.item.reference for h in minutes.heard] == ["R0"]
    assert all(not h.actions for h in minutes.heard)
    with pytest.raises(ValueError, match="registered"):
        composed(Grade.ONE_AGENCY, "nobody")


def test_professionals_appear_as_agency_and_role() -> None:
    minutes = composed(Grade.ALL_PARTNERS)
    assert (minutes.present[0].agency, minutes.present[0].role) == ("Police", "inspector")
    assert "Zzyx" not in repr(minutes)


@pytest.mark.parametrize("state", [ActionState.NOT_DONE, ActionState.NO_LONGER_POSSIBLE])
def test_what_was_not_done_needs_a_reason(state: ActionState) -> None:
    with pytest.raises(ValueError, match="reason"):
        set_state(ACTION, state, DisguisedText(" "))
    assert set_state(ACTION, state, DisguisedText("moved away")).state is state
    assert set_state(ACTION, ActionState.DONE, DisguisedText("")).state is ActionState.DONE


def test_overdue_carried_and_escalated() -> None:
    late = replace(ACTION, id="b", due=ON - timedelta(days=3))
    done = replace(late, id="c", state=ActionState.DONE)
    assert overdue([ACTION, late, done], ON) == (late,)
    twice = carry(carry([ACTION, done]))
    assert [a.carried for a in twice] == [2]
    assert to_escalate(twice, load("uk")) == twice


def test_a_profile_says_what_is_wrong_with_it() -> None:
    assert set(codes()) == {"uk", "albania"}
    assert load("albania").language == "sq"
    with pytest.raises(WrongProfile, match="wordz"):
        parse("x", {"wordz": 1})
    with pytest.raises(WrongProfile, match="lacks"):
        parse("x", {"name": "X"})
