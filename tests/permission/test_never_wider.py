"""Properties over anything that may be recorded: nothing is shared by taking away, and never without an agreement."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from data.permission.decide import Matter, decide
from data.profiles.load import load
from data.records.agency import Agency
from data.records.case_details import Case
from data.records.sharing import (
    EVERY,
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

UK = load("uk")
FIRST = date(2026, 1, 1)
CODES = ("police", "housing", "education")
AGENCIES = tuple(Agency(code=code, name=code.title(), sector=code) for code in CODES)
ASKED = ("case", "history", "children", "immigration status")
days = st.integers(0, 12).map(lambda n: FIRST + timedelta(days=n))
ends = st.none() | days
some = st.sets(st.sampled_from((EVERY, *CODES)), max_size=3).map(tuple)
kinds = st.sets(st.sampled_from((EVERY, "case", "history", "children")), max_size=3).map(tuple)
texts = st.sampled_from(("", " ", "because")).map(RawText)
consents = st.builds(
    Consent, about=st.sampled_from(About), state=st.sampled_from(ConsentState), given_by=st.sampled_from(GivenBy),
    agencies=some, categories=kinds, starts=days, ends=ends, withdrawn_on=ends, from_referral=st.booleans(),
)  # fmt: skip
# Half of what is drawn is sound, so that much is allowed and taking away has something to take.
sound = st.builds(
    Consent, about=st.just(About.PERSON), state=st.just(ConsentState.GIVEN), agencies=st.just((EVERY,)),
    categories=st.just((EVERY,)), starts=st.just(FIRST), ends=ends,
)  # fmt: skip
grounds = st.builds(
    Ground, kind=st.sampled_from(("serious harm", "child at risk", "court order", "none such")), reasons=texts,
    decided_by=st.sampled_from(("a", "b")), decided_on=days, countersigned_by=st.sampled_from(("", "A", "b")),
    countersigned_on=ends, agencies=some, categories=kinds, ends=ends, ended_on=ends,
)  # fmt: skip
agreements = st.builds(
    Agreement, agency=st.sampled_from(CODES), signed_on=ends, starts=days, ends=ends, ended_on=ends, review_on=ends,
    categories=kinds,
)  # fmt: skip
involvements = st.builds(Involvement, agency=st.sampled_from(CODES), starts=days, ends=ends)
conflicts = st.builds(Conflict, agency=st.sampled_from(CODES), starts=days, ended_on=ends, person=texts)
facts = st.builds(
    FactReleased, fact=st.just("immigration status"), starts=days, ends=ends, ended_on=ends, agencies=some,
    reasons=texts,
)  # fmt: skip


def lists(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


cases = st.builds(
    Case, id=st.just("c"), reference=st.just("7KQ2-M9XF"), referred_on=days, referring_agency=st.sampled_from(CODES),
    involved=st.just(CODES) | st.sets(st.sampled_from(CODES)).map(tuple), consent=st.sampled_from(ConsentState),
    children_count=st.integers(0, 1),
)  # fmt: skip
mostly = lists(consents) | sound.map(lambda one: (one, replace(one, about=About.CHILDREN, given_by=GivenBy.PARENT)))
few = st.just(()) | lists(conflicts)
told = st.just((FactReleased(fact="immigration status", starts=FIRST, reasons=RawText("because")),)) | lists(facts)
sharings = st.builds(Sharing, consents=mostly, grounds=lists(grounds), involvements=lists(involvements),
                     conflicts=few, released=told)  # fmt: skip
OPEN = tuple(Agreement(agency=code, signed_on=FIRST, starts=FIRST) for code in CODES)
mixed = lists(agreements).map(lambda more: (*more, *OPEN)) | lists(agreements)
matters = st.builds(
    Matter, case=cases, sharing=sharings, agreements=mixed,
    agencies=st.just(AGENCIES), profile=st.just(UK),
)  # fmt: skip
proved = settings(max_examples=120, deadline=None)


def allowed(matter: Matter, on: date) -> set[tuple[str, str]]:
    return {(code, about) for code in CODES for about in ASKED if decide(code, about, matter, on).allowed}


def changed(matter: Matter, **sharing: object) -> Matter:
    return replace(matter, sharing=replace(matter.sharing, **sharing))  # type: ignore[arg-type]


@proved
@given(matters, days, st.data())
def test_withdrawing_or_narrowing_never_widens(matter: Matter, on: date, data: st.DataObject) -> None:
    before = allowed(matter, on)
    for place in ("consents", "grounds", "released"):
        kept = getattr(matter.sharing, place)
        if not kept:
            continue
        at = data.draw(st.integers(0, len(kept) - 1))
        stop = {"withdrawn_on" if place == "consents" else "ended_on": FIRST}
        # Withdrawing a refusal is not a thing; a consent that was given is withdrawn.
        if place != "consents" or kept[at].state is ConsentState.GIVEN:
            stopped = (*kept[:at], replace(kept[at], **stop), *kept[at + 1 :])
            assert allowed(changed(matter, **{place: stopped}), on) <= before
        fewer = replace(kept[at], agencies=tuple(c for c in kept[at].agencies if c == "police"))
        assert allowed(changed(matter, **{place: (*kept[:at], fewer, *kept[at + 1 :])}), on) <= before
        if place != "released":
            less = replace(kept[at], categories=tuple(c for c in kept[at].categories if c == "case"))
            assert allowed(changed(matter, **{place: (*kept[:at], less, *kept[at + 1 :])}), on) <= before


@proved
@given(matters, days, consents)
def test_a_new_record_of_refusal_leaves_only_grounds(matter: Matter, on: date, newest: Consent) -> None:
    refusals = tuple(
        replace(newest, about=about, state=ConsentState.REFUSED, starts=on, from_referral=False) for about in About
    )
    after = changed(matter, consents=(*matter.sharing.consents, *refusals))
    for code in CODES:
        for about in ASKED:
            assert decide(code, about, after, on).basis != "consent"
    assert allowed(changed(after, grounds=()), on) == set()


@proved
@given(matters, days)
def test_without_an_agreement_in_force_nothing_is_shared(matter: Matter, on: date) -> None:
    valid = {a.agency for a in matter.agreements if a.in_force(on)}
    assert {code for code, _about in allowed(matter, on)} <= valid
    assert allowed(replace(matter, agreements=()), on) == set()
    ended = tuple(replace(a, ended_on=on) for a in matter.agreements)
    assert allowed(replace(matter, agreements=ended), on) == set()


@proved
@given(matters, days, st.sampled_from(CODES))
def test_a_conflict_of_interest_always_wins(matter: Matter, on: date, agency: str) -> None:
    out = changed(matter, conflicts=(*matter.sharing.conflicts, Conflict(agency=agency, starts=on)))
    assert all(code != agency for code, _about in allowed(out, on))
    assert {pair for pair in allowed(matter, on) if pair[0] != agency} == allowed(out, on)


@proved
@given(matters, days)
def test_a_decision_is_the_same_each_time_and_says_why(matter: Matter, on: date) -> None:
    for code in (*CODES, "nobody", ""):
        for about in (*ASKED, "no such thing", ""):
            one, other = decide(code, about, matter, on), decide(code, about, matter, on)
            assert one == other
            assert bool(one.reasons) == one.allowed
            assert bool(one.against) != one.allowed
            assert bool(one.basis) == one.allowed
            assert "cannot be decided" not in one.why


@proved
@given(matters, days)
def test_a_withheld_fact_is_told_by_decision_alone(matter: Matter, on: date) -> None:
    hidden = changed(matter, released=())
    assert all(about != "immigration status" for _code, about in allowed(hidden, on))
    told = {code for code, about in allowed(matter, on) if about == "immigration status"}
    assert told <= {code for code, about in allowed(matter, on) if about == "history"}
