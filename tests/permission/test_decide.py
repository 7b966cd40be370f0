"""One table of decisions: each rule, and its negative; the days on which each begins and ends."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.permission.decide import Decision, Matter, decide
from data.permission.reasons import CODES, Reason
from data.permission.seen import common, entitled, seen, why_held, withheld_from
from data.profiles.load import load
from data.records.agency import Agency
from data.records.case_details import Case
from data.records.profile import Profile
from data.records.sharing import (
    ALL,
    About,
    Agreement,
    Conflict,
    Consent,
    ConsentState,
    FactReleased,
    GivenBy,
    Ground,
    Involvement,
    Sharing,
)
from data.records.text import RawText

ON = date(2026, 11, 24)
DAY = timedelta(days=1)
UK = load("uk")
AGENCIES = (
    Agency(code="police", name="Police", sector="police"),
    Agency(code="housing", name="Housing", sector="housing"),
    Agency(code="education", name="Education", sector="education"),
    Agency(code="primary", name="Primary care", sector="primary care"),
)
CASE = Case(
    id="c", reference="7KQ2-M9XF", referred_on=ON - 20 * DAY, referring_agency="police",
    involved=("housing", "education", "primary"), children_count=1,
)  # fmt: skip
CONSENT = Consent(
    state=ConsentState.GIVEN, agencies=ALL, categories=ALL, purpose="safety", starts=ON - DAY, ends=ON + DAY,
    signed=RawText("herself"),
)  # fmt: skip
FOR_CHILDREN = replace(CONSENT, about=About.CHILDREN, given_by=GivenBy.PARENT)
GROUND = Ground(
    kind="serious harm", reasons=RawText("He will kill her."), decided_by="police, chair", decided_on=ON - DAY,
    why_not_told=RawText("It would raise the risk."), countersigned_by="IDVA service, manager", countersigned_on=ON,
)  # fmt: skip
AGREED = tuple(Agreement(agency=a.code, signed_on=ON - 9 * DAY, starts=ON - 9 * DAY) for a in AGENCIES)
RELEASED = FactReleased(fact="immigration status", starts=ON, reasons=RawText("Her visa is the reason."))


def matter(**changes: object) -> Matter:
    """A case with consents for all, changed in one place."""
    case = replace(CASE, **changes.pop("case", {}))  # type: ignore[arg-type]
    agreements = changes.pop("agreements", AGREED)
    rules = replace(UK.sharing, **changes.pop("rules", {}))  # type: ignore[arg-type]
    profile: Profile = replace(UK, sharing=rules)
    sharing = Sharing(**{"consents": (CONSENT, FOR_CHILDREN), **changes})  # type: ignore[arg-type]
    return Matter(case=case, sharing=sharing, agreements=agreements, agencies=AGENCIES, profile=profile)  # type: ignore[arg-type]


def agreement(**changes: object) -> tuple[Agreement, ...]:
    return (replace(AGREED[0], **changes), *AGREED[1:])  # type: ignore[arg-type]


def without_consent(*grounds: Ground, **more: object) -> Matter:
    refused = Consent(state=ConsentState.REFUSED, starts=ON - DAY)
    return matter(consents=(refused,), grounds=grounds, **more)


NOT_ONES_OWN = Involvement(agency="police", starts=ON - 5 * DAY, ends=ON - DAY)
ADULTS = {"children_count": 0}

# What is asked, of what is recorded, and either the basis of the answer or what stands in the way.
TABLE: tuple[tuple[str, str, str, Matter, str], ...] = (
    ("consent in force", "police", "case", matter(), "consent"),
    ("no such agency", "nobody", "case", matter(), "not registered"),
    ("no such category", "police", "gossip", matter(), "unknown category"),
    ("restricted", "police", "case", matter(case={"restricted": True}), "restricted"),
    ("restricted, on a ground too", "police", "case", without_consent(GROUND, case={"restricted": True}), "restricted"),
    # Agreements (R9)
    ("no agreement", "police", "case", matter(agreements=AGREED[1:]), "no agreement"),
    ("no agreement at all", "housing", "case", matter(agreements=()), "no agreement"),
    ("not signed", "police", "case", matter(agreements=agreement(signed_on=None)), "agreement not signed"),
    ("signed tomorrow", "police", "case", matter(agreements=agreement(signed_on=ON + DAY)), "agreement not signed"),
    ("signed today", "police", "case", matter(agreements=agreement(signed_on=ON)), "consent"),
    ("from tomorrow", "police", "case", matter(agreements=agreement(starts=ON + DAY)), "agreement not yet in force"),
    ("from today", "police", "case", matter(agreements=agreement(starts=ON)), "consent"),
    ("until today", "police", "case", matter(agreements=agreement(ends=ON)), "consent"),
    ("until yesterday", "police", "case", matter(agreements=agreement(ends=ON - DAY)), "agreement ended"),
    ("ended today", "police", "case", matter(agreements=agreement(ended_on=ON)), "agreement ended"),
    ("ends tomorrow", "police", "case", matter(agreements=agreement(ended_on=ON + DAY)), "consent"),
    ("covers", "police", "risk", matter(agreements=agreement(categories=("risk",))), "consent"),
    ("does not cover", "police", "history", matter(agreements=agreement(categories=("risk",))), "not in the agreement"),
    ("review overdue, goes on", "police", "case", matter(agreements=agreement(review_on=ON - DAY)), "consent"),
    ("review overdue, stops", "police", "case",
     matter(agreements=agreement(review_on=ON - DAY), rules={"overdue_review_stops": True}),
     "agreement review overdue"),
    ("review today, goes on", "police", "case",
     matter(agreements=agreement(review_on=ON), rules={"overdue_review_stops": True}), "consent"),
    # Involvement (R12)
    ("referred it", "police", "case", matter(case={"involved": ()}), "consent"),
    ("not involved", "housing", "case", matter(case={"involved": ()}), "not involved"),
    ("recorded as involved", "housing", "case",
     matter(case={"involved": ()}, involvements=(Involvement(agency="housing", starts=ON),)), "consent"),
    ("involved from tomorrow", "housing", "case",
     matter(case={"involved": ()}, involvements=(Involvement(agency="housing", starts=ON + DAY),)), "not involved"),
    ("involved until today", "police", "case",
     matter(involvements=(replace(NOT_ONES_OWN, ends=ON),)), "consent"),
    ("involved until yesterday", "police", "case", matter(involvements=(NOT_ONES_OWN,)), "involvement ended"),
    # Adults only or with children (R11)
    ("children's agency, children", "education", "case", matter(), "consent"),
    ("children's agency, adults", "education", "case", matter(case=ADULTS), "adults only"),
    ("children's agency that referred", "education", "case",
     matter(case={**ADULTS, "referring_agency": "education"}), "consent"),
    ("children's facts, a parent agreed", "police", "children", matter(), "consent"),
    ("children's facts, nobody agreed", "police", "children",
     matter(consents=(CONSENT,)), "no consent for the children"),
    ("children's facts, not a parent", "police", "children",
     matter(consents=(CONSENT, replace(FOR_CHILDREN, given_by=GivenBy.PERSON))), "not by who may consent"),
    ("children's facts, a guardian", "police", "children",
     matter(consents=(CONSENT, replace(FOR_CHILDREN, given_by=GivenBy.GUARDIAN))), "consent"),
    # Consent (R7)
    ("refused", "police", "case", without_consent(), "consent refused"),
    ("not asked", "police", "case",
     matter(consents=(Consent(state=ConsentState.NOT_ASKED, starts=ON),)), "consent not asked"),
    ("unknown", "police", "case", matter(consents=()), "consent unknown"),
    ("the referral's yes", "police", "case", matter(case={"consent": ConsentState.GIVEN}, consents=()), "consent"),
    ("the referral's yes, not enough here", "police", "case",
     matter(case={"consent": ConsentState.GIVEN}, consents=(), rules={"referral_consent": False}),
     "consent not complete"),
    ("the referral's yes is not for children", "police", "children",
     matter(case={"consent": ConsentState.GIVEN}, consents=()), "no consent for the children"),
    ("from today", "police", "case", matter(consents=(replace(CONSENT, starts=ON),)), "consent"),
    ("from tomorrow", "police", "case", matter(consents=(replace(CONSENT, starts=ON + DAY),)), "consent unknown"),
    ("until today", "police", "case", matter(consents=(replace(CONSENT, ends=ON),)), "consent"),
    ("until yesterday", "police", "case", matter(consents=(replace(CONSENT, ends=ON - DAY),)), "consent ended"),
    ("without end", "police", "case", matter(consents=(replace(CONSENT, ends=None),)), "consent"),
    ("withdrawn today", "police", "case", matter(consents=(replace(CONSENT, withdrawn_on=ON),)), "consent withdrawn"),
    ("withdrawn tomorrow", "police", "case", matter(consents=(replace(CONSENT, withdrawn_on=ON + DAY),)), "consent"),
    ("names the agency", "police", "case", matter(consents=(replace(CONSENT, agencies=("police",)),)), "consent"),
    ("names another", "housing", "case",
     matter(consents=(replace(CONSENT, agencies=("police",)),)), "not in the consent"),
    ("names the category", "police", "risk",
     matter(consents=(replace(CONSENT, categories=("case", "risk")),)), "consent"),
    ("names other categories", "police", "history",
     matter(consents=(replace(CONSENT, categories=("case", "risk")),)), "category not in the consent"),
    ("a later refusal counts", "police", "case",
     matter(consents=(CONSENT, Consent(state=ConsentState.REFUSED, starts=ON))), "consent refused"),
    ("a narrower one counts", "housing", "case",
     matter(consents=(CONSENT, replace(CONSENT, agencies=("police",), starts=ON))), "not in the consent"),
    ("no falling back on an older one", "police", "case",
     matter(consents=(replace(CONSENT, ends=None), replace(CONSENT, starts=ON, withdrawn_on=ON))), "consent withdrawn"),
    # Grounds without consent (R10)
    ("ground", "police", "case", without_consent(GROUND), "serious harm"),
    ("consent comes first", "police", "case", matter(grounds=(GROUND,)), "consent"),
    ("no reasons", "police", "case", without_consent(replace(GROUND, reasons=RawText(" "))), "ground without reasons"),
    ("not countersigned", "police", "case",
     without_consent(replace(GROUND, countersigned_by="")), "ground not countersigned"),
    ("countersigned by the same", "police", "case",
     without_consent(replace(GROUND, countersigned_by=" Police,CHAIR")), "ground not countersigned"),
    ("countersigned tomorrow", "police", "case",
     without_consent(replace(GROUND, countersigned_on=ON + DAY)), "ground not countersigned"),
    ("urgent", "police", "case",
     without_consent(replace(GROUND, countersigned_by=""), rules={"urgent_days": 2}), "serious harm"),
    ("urgent no longer", "police", "case",
     without_consent(replace(GROUND, countersigned_by=""), rules={"urgent_days": 1}), "ground not countersigned"),
    ("countersigned at one login", "police", "case",
     without_consent(replace(GROUND, recorded_by="a", signed_by="a"), rules={"countersign_own_login": True}),
     "ground not countersigned"),
    ("countersigned at two logins", "police", "case",
     without_consent(replace(GROUND, recorded_by="a", signed_by="b"), rules={"countersign_own_login": True}),
     "serious harm"),
    ("a court's order needs none", "police", "case",
     without_consent(replace(GROUND, kind="court order", countersigned_by="")), "court order"),
    ("decided tomorrow", "police", "case", without_consent(replace(GROUND, decided_on=ON + DAY)), "ground not yet"),
    ("until today", "police", "case", without_consent(replace(GROUND, ends=ON)), "serious harm"),
    ("until yesterday", "police", "case", without_consent(replace(GROUND, ends=ON - DAY)), "ground ended"),
    ("ended today", "police", "case", without_consent(replace(GROUND, ended_on=ON)), "ground ended"),
    ("no such ground", "police", "case", without_consent(replace(GROUND, kind="because")), "ground not in the profile"),
    ("a child at risk, with children", "police", "case",
     without_consent(replace(GROUND, kind="child at risk")), "child at risk"),
    ("a child at risk, adults only", "police", "case",
     without_consent(replace(GROUND, kind="child at risk"), case=ADULTS), "ground not for such a case"),
    ("ground for another agency", "housing", "case",
     without_consent(replace(GROUND, agencies=("police",))), "not in the ground"),
    ("ground for another category", "police", "risk",
     without_consent(replace(GROUND, categories=("case",))), "not in the ground"),
    ("one of two grounds is enough", "police", "case",
     without_consent(GROUND, replace(GROUND, ended_on=ON)), "serious harm"),
    ("a ground covers the children", "police", "children", without_consent(GROUND), "serious harm"),
    ("no agreement, a ground all the same", "police", "case",
     without_consent(GROUND, agreements=AGREED[1:]), "no agreement"),
    # Facts withheld by default (R12)
    ("withheld", "police", "immigration status", matter(), "withheld"),
    ("withheld, on a ground too", "police", "immigration status", without_consent(GROUND), "withheld"),
    ("told by decision", "police", "immigration status", matter(released=(RELEASED,)), "consent"),
    ("another fact was told", "police", "refuge address", matter(released=(RELEASED,)), "withheld"),
    ("told to another", "police", "immigration status",
     matter(released=(replace(RELEASED, agencies=("housing",)),)), "withheld"),
    ("told from tomorrow", "police", "immigration status",
     matter(released=(replace(RELEASED, starts=ON + DAY),)), "withheld"),
    ("told until yesterday", "police", "immigration status",
     matter(released=(replace(RELEASED, starts=ON - DAY, ends=ON - DAY),)), "withheld"),
    ("told no more", "police", "immigration status",
     matter(released=(replace(RELEASED, ended_on=ON),)), "withheld"),
    ("told without reasons", "police", "immigration status",
     matter(released=(replace(RELEASED, reasons=RawText("")),)), "withheld"),
    ("told, but consent was refused", "police", "immigration status",
     without_consent(released=(RELEASED,)), "consent refused"),
    # Conflicts of interest (R16)
    ("conflict", "police", "case", matter(conflicts=(Conflict(agency="police", starts=ON),)), "conflict"),
    ("conflict from tomorrow", "police", "case",
     matter(conflicts=(Conflict(agency="police", starts=ON + DAY),)), "consent"),
    ("conflict over", "police", "case",
     matter(conflicts=(Conflict(agency="police", starts=ON - DAY, ended_on=ON),)), "consent"),
    ("another's conflict", "police", "case", matter(conflicts=(Conflict(agency="housing", starts=ON),)), "consent"),
    ("one person's conflict leaves the agency", "police", "case",
     matter(conflicts=(Conflict(agency="police", starts=ON, person=RawText("Zzyx Marker")),)), "consent"),
)  # fmt: skip


@pytest.mark.parametrize(("agency", "category", "recorded", "expected"), [row[1:] for row in TABLE],
                         ids=[f"{row[0]} ({row[4]})" for row in TABLE])  # fmt: skip
def test_decisions(agency: str, category: str, recorded: Matter, expected: str) -> None:
    decision = decide(agency, category, recorded, ON)
    if expected in CODES and expected != "consent":
        assert not decision.allowed
        assert expected in [reason.code for reason in decision.against]
        assert decision.basis == ""
    else:
        assert decision.allowed, decision.why
        assert decision.basis == expected


def test_one_person_in_conflict_is_out_and_another_is_not() -> None:
    """The name is compared as people write it, and stands in no reason."""
    recorded = matter(conflicts=(Conflict(agency="police", starts=ON, person=RawText("Zzyx Marker")),))
    refused = decide("police", "case", recorded, ON, person="zzyx  MARKER")
    assert [reason.code for reason in refused.against] == ["person in conflict"]
    assert "arker" not in repr(refused) + refused.against[0].sentence
    assert decide("police", "case", recorded, ON, person="Somebody Else").allowed


DOUBTS = (
    ("Ann Other", "A. Other"), ("Ann Other", "Dr A. O."), ("A.O.", "Ann Other"), ("AO", "Ann Other"),
    ("Jo Ng", "Dr Ng"), ("Ann Other", "?"), ("Ann Other", "Dr"), ("Ánn Óther", "Sam Other"),
    ("O'Marker", "omarker, Zzyx"), ("Ann O.", "A. Other"),
)  # fmt: skip


@pytest.mark.parametrize(("recorded", "asks"), DOUBTS)
def test_who_may_be_the_person_in_conflict_is_held_in_doubt(recorded: str, asks: str) -> None:
    """Either name may be the one that is short; the reason says that it is a doubt, and names nobody."""
    for person, name in ((recorded, asks), (asks, recorded)):
        known = matter(conflicts=(Conflict(agency="police", starts=ON, person=RawText(name)),))
        refused = decide("police", "case", known, ON, person=person)
        assert [reason.code for reason in refused.against] == ["person may be in conflict"]
        assert "doubt" in refused.against[0].sentence
        assert "ther" not in repr(refused).replace("other", "")


@pytest.mark.parametrize(
    ("recorded", "asks"),
    [("Dr Ann Other", "Dr Sam Else"), ("A. Other", "Sam Else"), ("A. O.", "S. E."), ("Jo Ng", "Jim Else")],
)
def test_another_person_of_the_agency_takes_part(recorded: str, asks: str) -> None:
    known = matter(conflicts=(Conflict(agency="police", starts=ON, person=RawText(recorded)),))
    assert decide("police", "case", known, ON, person=asks).allowed


def test_everything_in_the_way_is_said_at_once() -> None:
    decision = decide("housing", "case", without_consent(agreements=(), case={"involved": ()}), ON)
    assert [r.code for r in decision.against] == ["no agreement", "not involved", "consent refused"]
    assert decision.why == "no agreement, not involved, consent refused"


def test_each_reason_has_a_sentence_and_what_stands_in_the_way_says_what_lifts_it() -> None:
    for code in CODES:
        reason = Reason(code, ON, "Police")
        assert reason.sentence.endswith(".")
        assert "{" not in reason.sentence + reason.lift
    for row in TABLE:
        for reason in decide(row[1], row[2], row[3], ON).against:
            assert reason.code in CODES
            assert reason.lift, reason.code


def test_notices_are_no_obstacles() -> None:
    late = decide("police", "case", matter(agreements=agreement(review_on=ON - DAY)), ON)
    assert [n.code for n in late.notices] == ["review due"]
    bare = decide("police", "case", matter(case={"consent": ConsentState.GIVEN}, consents=()), ON)
    assert [n.code for n in bare.notices] == ["consent without details"]


def test_who_may_see_it_what_all_of_them_may_and_why_nobody_may() -> None:
    everyone = tuple(a.code for a in AGENCIES)
    assert entitled(matter(), ON) == everyone
    narrow = matter(agreements=(replace(AGREED[0], categories=("case", "risk")), *AGREED[1:]))
    assert common(everyone, narrow, ON) == {"case", "risk"}
    assert "history" in common(everyone[1:], narrow, ON)
    assert common((), narrow, ON) == frozenset()
    assert len(withheld_from(everyone, matter(), ON)) == len(UK.withheld)
    told = withheld_from(everyone, matter(released=(RELEASED,)), ON)
    assert "immigration status" not in [fact.code for fact in told]
    some = matter(released=(replace(RELEASED, agencies=("police",)),))
    assert "immigration status" in [fact.code for fact in withheld_from(everyone, some, ON)]
    assert "immigration status" not in [fact.code for fact in withheld_from(("police",), some, ON)]
    assert why_held(without_consent(), ON)[0].code == "consent refused"
    assert [why_held(replace(matter(), agencies=()), ON)[0].code] == ["not registered"]
    assert seen("police", matter(), ON).case.allowed


def test_what_cannot_be_read_is_refused_and_never_raises() -> None:
    broken = replace(matter(), case=None)  # type: ignore[arg-type]
    decision: Decision = decide("police", "case", broken, ON)
    assert not decision.allowed
    assert decision.against[0].code == "cannot be decided"
