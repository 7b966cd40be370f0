"""What stands in place of a detail: by audience and kind, true, in the text's language, and in the name's case."""

from datetime import date

import pytest

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.known import Known
from redaction.policy import PARTNERS, POLICIES, PUBLIC, Audience, Policy, Treatment
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
    ("day", "told"), [("3 May 2026", "⟨three weeks before the meeting⟩"), ("17 May 2026", "⟨a week before the meeting⟩"),
                      ("3 May 2019", "⟨a day in May 2019⟩"), ("25 May 2026", "⟨a day in May 2026⟩")],
)  # fmt: skip
def test_a_date_by_the_meeting(day: str, told: str) -> None:
    """Weeks before the meeting, for the last two months; never a wrong one."""
    assert told in shown(f"He came on {day} again.", PARTNERS.meeting(date(2026, 5, 26)))


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
