"""What a word means, in either language: the same marks, so that notes in one teach the other."""

import pytest

from redaction.languages.choose import LANGUAGES
from redaction.text.normal import fold


@pytest.mark.parametrize(
    ("albanian", "english"),
    [
        ("dyqanin", "shop"),
        ("lepuj", "rabbit"),
        ("laborante", "laboratory assistant"),
        ("kimisë", "chemistry"),
        ("punon", "work"),
    ],
)
def test_a_word_and_its_translation_are_of_a_kind(albanian: str, english: str) -> None:
    """The class of what they are: a person, an animal, a building."""
    ours = LANGUAGES["sq"].senses(fold(albanian))
    theirs = LANGUAGES["en"].senses(english.split()[-1])
    assert ours
    assert ours[0].rstrip("-") in {mark.rstrip("-") for mark in theirs}


@pytest.mark.parametrize("word", ["laborantes", "sahatçiu", "mësuesen", "snajper"])
def test_those_who_work_are_known_in_any_case(word: str) -> None:
    assert "n18" in LANGUAGES["sq"].senses(fold(word))


@pytest.mark.parametrize("word", ["zzyx", "kovrig", ""])
def test_an_unknown_word_means_nothing(word: str) -> None:
    assert not [mark for mark in LANGUAGES["sq"].senses(word) if mark[0] in "nv"]
