"""Facts that fit one case alone are seen, and the least that would help is named."""

from redaction.circumstances import Widening, circumstances

AREA = [
    ({"age": "25-34", "town": "Osgarby", "job": "shop"}, 4),
    ({"age": "25-34", "town": "Saxelow", "job": "shop"}, 6),
    ({"age": "35-44", "town": "Osgarby", "job": "shop"}, 2),
]
CASE = {"age": "25-34", "town": "Osgarby", "job": "shop"}
BANDS = {"age": {"25-34": "25-44", "35-44": "25-44"}}


def test_enough_others() -> None:
    """Where enough other cases fit, nobody is singled out."""
    found = circumstances(CASE, AREA, least=4)
    assert (found.others, found.singled_out, found.widening) == (4, False, None)


def test_a_wider_band_loses_less_than_a_fact() -> None:
    """The wider value is offered before leaving a fact out."""
    found = circumstances(CASE, AREA, least=6, wider=BANDS)
    assert found.widening == Widening("age", "25-44", 6)


def test_a_fact_left_out() -> None:
    """Where no wider value does, the fact whose leaving lifts it is named."""
    assert circumstances(CASE, AREA, least=10, wider=BANDS).widening == Widening("town", "", 10)


def test_nothing_helps() -> None:
    """Where no one change is enough, none is offered."""
    assert circumstances(CASE, AREA, least=50).widening is None
