"""Which cases are due to be purged, how far, and what stops it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.profiles.load import WrongProfile, load, parse
from data.records.case_details import Case, CaseState
from data.records.retention import Hold, Kept
from data.records.text import RawText
from data.retention.schedule import Due, Step, due

UK = load("uk")
TODAY = date(2026, 11, 24)
CASE = Case(id="a", reference="7KQ2-M9XF", referred_on=date(2020, 1, 1), referring_agency="police")
HOLD = Hold(reason=RawText("an inquest"), by="court, clerk", since=date(2025, 1, 1))


def asked(case: Case, months: int, **more: object) -> tuple[Due, ...]:
    active = TODAY - timedelta(days=round(months * 30.4375) + 1)
    arguments: dict[str, object] = {"last_active": {"a": active}, "open_actions": {}, "holds": {}, **more}
    return due([case], on=TODAY, profile=UK, **arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("months", "step"),
    [
        (11, None),
        (23, None),
        (24, Step.WORDS),
        (71, Step.WORDS),
        (72, Step.PEOPLE),
        (119, Step.PEOPLE),
        (120, Step.WHOLE),
    ],
)
def test_words_go_before_people_and_people_before_counts(months: int, step: Step | None) -> None:
    closed = replace(CASE, state=CaseState.CLOSED)
    assert [one.step for one in asked(closed, months)] == ([step] if step else [])


def test_what_is_gone_is_not_due_again() -> None:
    assert asked(replace(CASE, kept=Kept.NO_WORDS), 30) == ()
    assert asked(replace(CASE, kept=Kept.COUNTS), 100) == ()
    assert asked(replace(CASE, kept=Kept.COUNTS), 121)[0].step is Step.WHOLE


def test_an_open_action_or_an_active_case_is_never_due() -> None:
    assert asked(CASE, 200, open_actions={"a": 1}) == ()
    assert asked(CASE, 10) == ()


def test_a_hold_is_told_until_it_is_lifted_or_over() -> None:
    assert asked(CASE, 30, holds={"a": HOLD})[0].held == HOLD
    for over in (replace(HOLD, lifted_on=TODAY), replace(HOLD, until=TODAY - timedelta(days=1))):
        assert asked(CASE, 30, holds={"a": over})[0].held is None
    assert asked(CASE, 30, holds={"a": replace(HOLD, until=TODAY)})[0].held


def test_a_profile_that_keeps_words_longest_is_refused() -> None:
    import tomllib
    from importlib.resources import files

    lines = tomllib.loads((files("data.profiles") / "uk.toml").read_text(encoding="utf-8"))
    with pytest.raises(WrongProfile, match="words are kept no longer"):
        parse("uk", {**lines, "keep_words_months": 100})
