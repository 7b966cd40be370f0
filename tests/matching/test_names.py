"""Names that may be one person's, as people write them; and names that are not, so that nobody is asked in vain."""

import pytest

from data.matching.names import all_alike, may_be_one
from meeting.usecases.namesakes import nicknames

ASKED = (
    ("Ardit Hoxha", "Arditi Hoxhës"),  # endings of a case
    ("Ardit Hoxha", "Arditit Hoxhajt"),
    ("Shpresa Çela", "Shpresa Cela"),  # marks
    ("Zoë Müller", "Zoe Muller"),
    ("Elizabeth Warner", "Liz Warner"),  # short forms
    ("Margaret Thornton", "Meg Thornton-Hale"),
    ("Liz Warner", "Beth Taylor-Warner"),
    ("Hoxha Ardit", "Ardit Hoxha"),  # first and last swapped
    ("Thornton, Margaret", "Margaret Thornton"),
    ("Margaret Thornton", "Margret Thorntn"),  # one letter
    ("Kathryn Doyle", "Catherine Doyel"),
    ("Ann Others", "An Other"),
    ("Xhevdet Prifti", "Xhevded Prfti"),
    ("Jon Smyth", "John Smith"),  # sounds
    ("Steven Clarke", "Stephen Clark"),
    ("Gjergj Lleshi", "Gergj Leshi"),
    ("Mary Anne Reid", "Maryanne Ried"),  # written in one
    ("M. Thornton", "Margret Thorntn"),  # initials
    ("Dr Margaret Thornton", "Thorntons"),
    ("Ann Other", "Ann Fairlie"),  # a whole word in common, as before
    ("", "Ann Other"),  # no name to compare
)
NOT_ASKED = (
    ("Sam Else", "Ann Other"),
    ("Ardit Hoxha", "Besnik Leka"),
    ("Margaret Thornton", "Sheila Barnes"),
    ("John Smith", "Peter Jones"),
    ("Maria Hoti", "Marta Gjoka"),  # first names one letter apart, surnames different
    ("Dana Cole", "Dina Reed"),
    ("Jo Ng", "Al Wu"),
    ("Dr Paul West", "Dr Anna Berg"),  # a title is no name
    ("Elira Kola", "Genti Kodra"),
    ("Steven Clarke", "Stella Marlow"),
    ("Robert Lane", "Rosa Lund"),
    ("Liam O'Brien", "Noah Brandt"),
    ("Agim Rama", "Alba Rexha"),
    ("Harriet Poole", "Henry Peel"),
    ("Nick Tanner", "Nina Turner"),
)


@pytest.mark.parametrize(("one", "other"), ASKED)
def test_names_that_may_be_one_persons_are_asked_about_both_ways(one: str, other: str) -> None:
    assert may_be_one(one, other, nicknames)
    assert may_be_one(other, one, nicknames)


@pytest.mark.parametrize(("one", "other"), NOT_ASKED)
def test_names_of_two_people_are_not(one: str, other: str) -> None:
    assert not may_be_one(one, other, nicknames)
    assert not may_be_one(other, one, nicknames)


@pytest.mark.parametrize(("one", "other"), [("Ann Other", "Ann Fairlie"), ("John Smith", "Rose Smith"), ("", "Ann")])
def test_a_namesake_of_a_case_is_alike_in_first_and_last_name(one: str, other: str) -> None:
    assert not all_alike(one, other, nicknames)
