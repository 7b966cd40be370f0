"""No text makes the disguise or the gate work out of proportion, or with the square of its length.

Calls are counted, not time: the machine's other work does not matter.
"""

import sys
from collections.abc import Callable

import pytest

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.gate.gate import Gate, GateStopped
from redaction.recorded.known import Known
from tests.redaction.hostile import RECORD

KNOWN, GATE = Known.of([RECORD]), Gate.over([RECORD])
SHORT, TIMES = 1000, 4
MOST = 200  # calls for each character; ordinary words take 10 to 70
PIECES = {
    "letters, points": "a.",
    "letters, hyphens": "a-",
    "letters, blanks": "s i o b ",
    "one long word": "a",
    "digits": "1 ",
    "a name": "Mark ",
    "a name run together": "mark",
    "opening brackets": "⟨",
    "invisible": "\u200b",
    "links": "http://",
    "dates": "12th of May ",
}
SLOW: set[str] = set()


def _disguise(text: str) -> None:
    disguise(RawText(text), KNOWN, language="en")


def _gate(text: str) -> None:
    try:
        GATE.read({"a part": text})
    except GateStopped:
        return


WORK: dict[str, Callable[[str], None]] = {"disguise": _disguise, "gate": _gate}


def _calls(work: Callable[[str], None], piece: str, length: int) -> int:
    """How many calls it makes."""
    text, count = (piece * length)[:length], 0
    work(piece)  # what is loaded once is no work of the text

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work(text)
    finally:
        sys.setprofile(before)
    return count


def _params() -> list[object]:
    mark = pytest.mark.xfail(strict=True, reason="letters spelled out are looked up in every length")
    return [
        pytest.param(work, piece, marks=mark if name in SLOW else (), id=f"{work}, {name}")
        for work in WORK
        for name, piece in PIECES.items()
    ]


@pytest.mark.parametrize(("work", "piece"), _params())
def test_no_text_is_far_more_work_than_words(work: str, piece: str) -> None:
    """No character of a hostile text costs more than a bounded number of calls, long or short."""
    assert _calls(WORK[work], piece, SHORT) / SHORT < MOST


@pytest.mark.parametrize("piece", [piece for name, piece in PIECES.items() if name not in SLOW])
@pytest.mark.parametrize("work", WORK)
def test_work_grows_with_the_length(work: str, piece: str) -> None:
    """Four times the text takes less than eight times the calls (the square would be sixteen)."""
    assert _calls(WORK[work], piece, SHORT * TIMES) / _calls(WORK[work], piece, SHORT) < 8
