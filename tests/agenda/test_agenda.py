"""Which cases are due, in what order, and which stay off every paper."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from agenda.agenda import Agenda, build
from agenda.due import due
from agenda.order import order
from data.permission.decide import Matter
from data.profiles.load import load
from data.records.agency import Agency
from data.records.case_details import Case, CaseState, Criterion, Judgement, RiskAssessment
from data.records.conference import Action, Meeting, Why
from data.records.sharing import Agreement, ConsentState, Ground, Sharing
from data.records.text import DisguisedText, RawText

ON = date(2026, 11, 24)
UK = load("uk")


def case(name: str, **facts: object) -> Case:
    given = {
        "referred_on": ON - timedelta(days=20),
        "referring_agency": "police",
        "consent": ConsentState.GIVEN,
        **facts,
    }
    return Case(id=name, reference=name, **given)  # type: ignore[arg-type]


def why(one: Case, actions: int = 0, on: date = ON) -> tuple[Why, ...]:
    found = due([one], {one.id: actions}, on, UK)
    return found[0].why if found else ()


HEARD = ON - timedelta(days=10)


@pytest.mark.parametrize(
    ("facts", "actions", "expected"),
    [
        ({}, 0, (Why.NEW,)),
        ({"criteria": (Criterion.REPEAT,)}, 0, (Why.REPEAT,)),
        ({"last_heard_on": ON - timedelta(days=60)}, 0, (Why.REPEAT,)),
        ({"transferred_from": "another area"}, 0, (Why.TRANSFERRED,)),
        ({"last_heard_on": HEARD}, 0, ()),
        ({"last_heard_on": HEARD}, 2, (Why.OPEN_ACTIONS,)),
        ({"last_heard_on": HEARD, "review_on": ON}, 0, (Why.REVIEW,)),
        ({"last_heard_on": HEARD, "review_on": ON + timedelta(days=1)}, 0, ()),
        ({"state": CaseState.CLOSED}, 3, ()),
        ({"referred_on": ON + timedelta(days=1)}, 0, ()),
        ({"referred_on": ON - timedelta(days=500), "last_heard_on": ON - timedelta(days=490)}, 0, (Why.LAPSE,)),
    ],
)
def test_due(facts: dict[str, object], actions: int, expected: tuple[Why, ...]) -> None:
    assert why(case("a", **facts), actions) == expected


def test_a_late_addition_is_marked() -> None:
    closes = ON - timedelta(days=UK.closes_days_before)
    late = due([case("a", referred_on=closes + timedelta(days=1)), case("b", referred_on=closes)], {}, ON, UK)
    assert [d.late for d in late] == [True, False]


def test_children_first_then_risk_then_waiting() -> None:
    high = (RiskAssessment(count=20),)
    judged = (RiskAssessment(count=3, judgement=Judgement.HIGH),)
    cases = [
        case("waits longest", referred_on=ON - timedelta(days=25)),
        case("waits", referred_on=ON - timedelta(days=21)),
        case("high", assessments=high),
        case("judged high", assessments=judged),
        case("child", children_count=1),
        case("child and high", children_count=2, assessments=high),
    ]
    names = [d.case.id for d in order(due(cases, {}, ON, UK), UK)]
    assert names == ["child and high", "child", "high", "judged high", "waits longest", "waits"]


AGENCIES = (
    Agency(code="police", name="Police"),
    Agency(code="housing", name="Housing"),
    Agency(code="fire", name="Fire"),
)
AGREED = tuple(Agreement(agency=a.code, signed_on=date(2026, 1, 1), starts=date(2026, 1, 1)) for a in AGENCIES)


def matter(one: Case, *grounds: Ground) -> Matter:
    return Matter(case=one, sharing=Sharing(grounds=grounds), agreements=AGREED, agencies=AGENCIES, profile=UK)


@pytest.mark.parametrize("state", [ConsentState.REFUSED, ConsentState.NOT_ASKED, ConsentState.UNKNOWN])
def test_without_consent_a_case_waits_for_a_countersigned_ground(state: ConsentState) -> None:
    held = case("a", consent=state, involved=("housing",))
    decided = Ground(kind="serious harm", reasons=RawText("He will kill her."), decided_by="chair", decided_on=ON)
    ground = replace(decided, countersigned_by="IDVA service, manager", countersigned_on=ON)
    meeting = Meeting(id="m", on=ON, length=60)

    def built(*grounds: Ground) -> Agenda:
        return build(meeting, due([held], {}, ON, UK), open_actions=(), matters={"a": matter(held, *grounds)},
                     profile=UK, today=ON)  # fmt: skip

    assert built().items == ()
    assert built().held_back == (held,)
    assert built().reasons["a"][0].code == f"consent {state.value}"
    assert built(replace(ground, reasons=RawText("  "))).items == ()
    assert built(decided).items == ()
    assert built(ground).items[0].agencies == ("police", "housing")
    assert built(ground).reasons == {}


def test_load_and_lapses() -> None:
    cases = [case(f"c{n}") for n in range(30)]
    old = case("old", referred_on=ON - timedelta(days=800), last_heard_on=ON - timedelta(days=790))
    action = Action(id="x", number="1.1", case_id="c1", reference="c1", meeting_id="before", agency="police",
                    what=DisguisedText("visit"), due=ON)  # fmt: skip
    foreign = replace(action, id="y", case_id="elsewhere")
    agenda = build(Meeting(id="m", on=ON, length=UK.meeting_length), due([*cases, old], {}, ON, UK),
                   open_actions=(action, foreign), matters={c.id: matter(c) for c in (*cases, old)}, profile=UK,
                   today=ON)  # fmt: skip
    assert agenda.lapses == (old,)
    assert len(agenda.items) == 30
    assert agenda.open_actions == (action,)
    assert agenda.load.over == UK.minutes_opening + 30 * UK.minutes_per_case - UK.meeting_length
    assert str(agenda.load.over) in agenda.load.warnings[0]
