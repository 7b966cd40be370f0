"""What no record holds is hidden by where it stands, and nobody is shown as somebody else."""

import pytest

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.jsonl import case_file
from redaction.recorded.known import Known
from tests.redaction.hostile import RECORD
from tests.redaction.hostile_strangers import IN_PASSING, STRANGERS
from tests.redaction.test_hostile_forms import hides


@pytest.mark.parametrize("rows", STRANGERS.values(), ids=STRANGERS)
def test_strangers_are_hidden(rows: tuple[str, ...]) -> None:
    """Somebody no record holds is hidden however they are named."""
    assert [row for row in rows if not hides(row)] == []


@pytest.mark.parametrize("rows", IN_PASSING.values(), ids=IN_PASSING)
def test_the_record_in_passing_is_hidden(rows: tuple[str, ...]) -> None:
    """One letter, a name that is a word in small letters, a part of a number."""
    assert [row for row in rows if not hides(row)] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Her daughter, Dr Tessa Hollingworth, rang.", "Her daughter, Dr ⟨name A⟩, rang."),
        ("SHE HAS A SON, XAVIER HOLLINGWORTH", "SHE HAS A SON, ⟨name A⟩"),
        ("Then Tom Hollingworth came.", "Then ⟨name A⟩ came."),
        ("T. Fenwick-Oduya rang.", "⟨name A⟩ rang."),
        ("S. Fenwick-Oduya rang.", "⟨victim⟩ rang."),
        ("His mother Mrs Fenwick-Oduya rang.", "His mother Mrs ⟨family name⟩ rang."),
        ("Her cousin Fenwick rang.", "Her cousin ⟨family name⟩ rang."),
        ("The Fenwick-Oduyas moved.", "The ⟨family name⟩ moved."),
        ("He rang Siobhan Fenwick-Oduya.", "He rang ⟨victim⟩."),
        ("Mark Hollingworth rang.", "⟨perpetrator⟩ rang."),
    ],
)
def test_a_relative_is_not_the_person_of_the_record(text: str, shown: str) -> None:
    """A surname shared is not a person shared; whose name it is in full is shown as that person."""
    assert disguise(RawText(text), Known.of([RECORD]), language="en").text.text == shown


@pytest.mark.parametrize(
    "text",
    [
        "On the w/list 7/12.",
        "A 12/52 review.",
        "Section E. Reason for referral.",
        "Option A is refuge, option B is the sister.",
        "412 calls in six weeks.",
    ],
)
def test_waits_and_letters_of_a_form_stand(text: str) -> None:
    """Twelfths that count a wait are no age; a section's letter is nobody."""
    assert disguise(RawText(text), Known.of([RECORD]), language="en").text.text == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mail siobhan.fo@post.example", "mail ⟨an e-mail address⟩"),
        ("see https://x.example/siobhan-fenwick now", "see ⟨a link⟩ now"),
        ("her insta is @siobhan_fo now", "her insta is ⟨an account name⟩ now"),
    ],
)
def test_an_address_on_the_net_is_no_person(text: str, shown: str) -> None:
    """A recorded name inside an address is told as an address."""
    assert disguise(RawText(text), Known.of([RECORD]), language="en").text.text == shown


@pytest.mark.parametrize("language", ["en", "sq"])
@pytest.mark.parametrize("text", ["He came on Monday and again on Friday in June.", "Check on Monday with the school."])
def test_a_day_of_the_week_is_nobody_whose_name_is_nearly_that(text: str, language: str) -> None:
    """Also in an English sentence of an Albanian note: 'on ⟨perpetrator⟩' would be a wrong fact."""
    people = [{"role": "perpetrator", "names": {"first": "Arben", "last": last}} for last in ("Mondal", "Fridaj")]
    known = Known.of([case_file({"people": people})])
    assert disguise(RawText(text), known, language=language).text.text == text
