"""What no record holds is hidden by where it stands, and nobody is shown as somebody else."""

import pytest

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.known import Known
from tests.redaction.hostile import RECORD
from tests.redaction.hostile_strangers import STRANGERS
from tests.redaction.test_hostile_forms import hides


@pytest.mark.parametrize("rows", STRANGERS.values(), ids=STRANGERS)
def test_strangers_are_hidden(rows: tuple[str, ...]) -> None:
    """Somebody no record holds is hidden however they are named."""
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
