"""What stands in place of a detail: by audience and kind, true, in the text's language, and in the name's case."""

from dataclasses import replace
from datetime import date

import pytest

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.languages.choose import language_of
from redaction.recorded.known import Known
from redaction.shown.placeholders import Names, placeholder
from redaction.shown.policy import PARTNERS, POLICIES, PUBLIC, Audience, Policy, Treatment
from redaction.spans import Find
from tests.redaction.hostile import RECORD

KNOWN = Known.of([RECORD])


def shown(text: str, policy: Policy = PARTNERS, language: str = "en") -> str:
    return disguise(RawText(text), KNOWN, language=language, policy=policy).text.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He came on 3 May 2026 again.", "⟨a day in May 2026⟩"),
        ("He came on 03.05.26 again.", "⟨a day in May 2026⟩"),
        ("He came on 3 May again.", "⟨a day in May⟩"),
        ("Her daughter, aged 8, saw it.", "⟨aged 5 to 10⟩"),
        ("Seen at Larkspur Surgery today.", "⟨a doctors' surgery⟩"),
        ("She goes to Fenwold Primary School now.", "⟨a primary school⟩"),
    ],
)
def test_a_detail_is_told_in_general(text: str, told: str) -> None:
    """A month for a day, a band for an age, a kind of place for its name."""
    assert told in shown(text)


@pytest.mark.parametrize(
    ("day", "told"), [("5 May 2026", "⟨three weeks before the meeting⟩"), ("18 May 2026", "⟨a week before the meeting⟩"),
                      ("8 May 2026", "⟨about three weeks before the meeting⟩"), ("15 May 2026", "⟨about two weeks before the meeting⟩"),
                      ("16 May 2026", "⟨about a week before the meeting⟩"), ("30 May 2026", "⟨a day in May 2026⟩"),
                      ("23 May 2026", "⟨a day in May 2026⟩"), ("5/13/2026", "⟨a date⟩"),
                      ("3 May 2019", "⟨a day in May 2019⟩"), ("25 May 2026", "⟨a day in May 2026⟩")],
)  # fmt: skip
def test_a_date_by_the_meeting(day: str, told: str) -> None:
    """Weeks before the meeting, for the last two months; never a wrong one."""
    assert told in shown(f"He came on {day} again.", PARTNERS.meeting(date(2026, 5, 26)))


def test_told_by_the_meeting_and_read_again() -> None:
    """What was told by the meeting stays as it is when the text is disguised again."""
    policy = PARTNERS.meeting(date(2026, 5, 26))
    for code, text in (("en", "He came on 8 May 2026 again."), ("sq", "Erdhi më 8 maj 2026 përsëri.")):
        once = shown(text, policy, code)
        assert "2026" not in once
        assert shown(once, policy, code) == once


def test_a_guess_is_not_told_as_an_age() -> None:
    """A number that is only likely to single out is no age: 'after 18 o'clock' is not 'aged 18 to 24'."""
    find = Find(0, 2, "AGE", "learned", "likely to single out", doubt=0.6, surface="18")
    english = language_of("en")
    assert placeholder(find, Names(KNOWN, english, keep=False), english, PARTNERS) == "⟨detail⟩"
    sure = replace(find, doubt=0.1)
    assert placeholder(sure, Names(KNOWN, english, keep=False), english, PARTNERS) == "⟨aged 18 to 24⟩"


def test_public_outputs_cannot_be_linked() -> None:
    """The same unrecorded name leaves no letter that another public paper would show too."""
    text = "Then Beata Wolkowicz rang; Beata Wolkowicz lives in Saxelow."
    assert "⟨somebody⟩" in shown(text, PUBLIC)
    assert "name A" not in shown(text, PUBLIC)
    assert shown(text).count("⟨name A⟩") == 2


def test_no_policy_keeps_a_name() -> None:
    """Direct details are hidden whatever a policy's table says."""
    loose = Policy(Audience.AGENCY, dict.fromkeys(("PERSON", "NAME", "PHONE", "DATE"), Treatment.KEEP))
    text = shown("Siobhan rang 07700 900114.", loose)
    assert "Siobhan" not in text
    assert "07700" not in text


def test_each_audience_has_a_policy() -> None:
    """No audience is left without."""
    assert set(POLICIES) == set(Audience)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hollingworthin e ftuan.", "⟨mbiemrin⟩"),
        ("I thanë Siobhanit të vijë.", "⟨viktimës⟩"),
        ("Siobhan erdhi.", "⟨viktima⟩"),
    ],
)
def test_albanian_placeholders_take_the_case(text: str, told: str) -> None:
    """Accusative and oblique as the name had them."""
    assert told in shown(text, language="sq")
