"""What is told of somebody in ordinary words goes; ordinary acts and counts stay."""

import pytest

from tests.redaction.test_disguise import hidden


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("She is seventy four and lives alone.", "seventy"),
        ("Her lad is 11 and lives there.", "is 11"),
        ("hes thirty one he's not a bad lad", "thirty"),
        ("She turned 17 last week.", "turned 17"),
        ("A woman of 41 rang.", "of 41"),
        ("A grandson, 24 or so, was in the hall.", ", 24"),
        ("Pt 67M, fall.", "67M"),
        ("Kids 3 and 5 are at home.", "5 are"),
        ("Occupation: lifeguard", "lifeguard"),
        ("She was a court stenographer.", "stenographer"),
        ("He drives the gritter at night.", "gritter"),
        ("She used to do our books.", "our books"),
        ("He works on the bins.", "bins"),
        ("She came on the 63.", "63"),
        ("Who will feed the ferrets?", "ferrets"),
        ("He is six foot seven.", "seven"),
        ("He has a missing little finger.", "little finger"),
        ("She is in bed 9, asleep.", "bed 9"),
        ("The only man in town with a limp.", "only man"),
        ("They live in the end bungalow.", "end bungalow"),
        ("He drinks at the Nag's Head.", "Head"),
        ("The flat is over the bookies.", "bookies"),
        ("We hid in the manse.", "manse"),
        ("The neighbour in 19, heard it.", "19"),
        ("She is in her early forties.", "forties"),
        ("Her father in law, 12/05/2023, rang.", "12/05/2023"),
        ("I am Marjorie Fudge, F U D G E like the sweet.", "F U D G E"),
        ("Driving licence 334455 was shown.", "334455"),
        ("He wrote as ron.no.sleep again.", "ron.no.sleep"),
        ("Married at nineteen, she stayed.", "nineteen"),
        ("He makes violins.", "violins"),
        ("Says he was in the army then.", "army"),
        ("She is training as a paramedic now.", "paramedic"),
        ("He was formerly a prosecutor there.", "prosecutor"),
        ("She is doing an MSc actuarial science.", "actuarial"),
        ("Dad broke mum's oud.", "oud"),
        ("He has two gold teeth.", "gold"),
        ("She has a swallow on her neck.", "swallow"),
        ("Next visit 7.11.", "7.11"),
        ("He is churchwarden at St Mary-in-the-Marsh, they say.", "Marsh"),
        ("GP: Wray Bridge Med. Centre", "Centre"),
        ("It was August Bank Holiday then.", "Bank Holiday"),
    ],
)
def test_details_in_ordinary_words_go(text: str, gone: str) -> None:
    """Ages in words, jobs and habits are hidden."""
    assert gone not in hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "He drives her to work.", "He drives a grey car.", "She packs her bags every night.", "He sells drugs.",
        "He works from home.", "She works nights and weekends.", "She is on a second line.", "He runs up debts.",
        "There were 2 of them.", "She is 9 weeks pregnant.", "He was late at 7 and again at 9.", "She has 2 children.",
        "It was the first house they saw.", "He bent over the table.", "She was in the house.",
        "They sleep in the van.", "She had a bruise on her neck.", "Rev 1/52.", "LMP ?7/52.", "Charged. 0640 Turned 0130.",
        "He trained as hard as he could.", "The house was cold, 11 degrees.",
        "He drank from an egg cup.", "He kicked the dog.", "She lost a tooth.", "He spent 2 nights in bed.",
    ],
)  # fmt: skip
def test_ordinary_acts_and_counts_stay(text: str) -> None:
    """What anybody does is not hidden."""
    assert hidden(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lives at 14 Brack Close, Flat 3, ZZ7 6HE.", "Lives at ⟨an address⟩."),
        ("Ring 07700 900111, 07700 900112.", "Ring ⟨a phone number⟩, ⟨a phone number⟩."),
    ],
)
def test_one_address_is_told_once(text: str, shown: str) -> None:
    """Pieces of one thing side by side are one placeholder; two numbers are two."""
    assert hidden(text) == shown
