"""From which words the rules begin: a section that no language has would let a rule sleep for ever."""

import pytest

from redaction.languages.choose import LANGUAGES
from redaction.text import cues
from redaction.text.cues import CUES
from redaction.text.reading import read

SECTIONS = sorted({name for cue in CUES.values() for name in (*cue.sections, cue.needs, cue.ends) if name})

STARTING = [
    ("en", "bungalow", cues.HOUSES),
    ("en", "sky's", cues.WORD_NAMES),
    ("en", "seventeen", cues.AGES),
    ("en", "46F", cues.AGES),
    ("en", "K", cues.LETTERS),
    ("en", "username", cues.ACCOUNTS),
    ("en", "drive", cues.JOBS),
    ("en", "pig", cues.THINGS),
    ("en", "Hospital", cues.GO_ON),
    ("en", "schizophrenia", cues.NO_RECORD),
    ("sq", "besa", cues.UNCAPPED),
    ("sq", "vajza", cues.RELATIONS),
    ("sq", "rrobaqepes", cues.LIVELIHOODS),
]
SLEEPING = [
    ("en", "1700", cues.AGES),
    ("en", "and", cues.LETTERS),
    ("en", "a", cues.LETTERS),
    ("en", "sister", cues.RELATIONS),
    ("sq", "the", cues.HOUSES),
]


@pytest.mark.parametrize("section", SECTIONS)
def test_some_language_has_each_section(section: str) -> None:
    """Every section a rule begins from holds words in some language."""
    assert any(language.lists.of(section) for language in LANGUAGES.values())


@pytest.mark.parametrize(("code", "word", "cue"), STARTING)
def test_a_word_starts_its_rule(code: str, word: str, cue: int) -> None:
    """A rule is asked at the place of a word it begins from."""
    assert read(f"{word} {word}", LANGUAGES[code]).at(cue) == [0, 1]


@pytest.mark.parametrize(("code", "word", "cue"), SLEEPING)
def test_other_words_start_nothing(code: str, word: str, cue: int) -> None:
    """A rule is not asked for a word it does not begin from, nor in a language that does not have the rule."""
    assert read(word, LANGUAGES[code]).at(cue) == []
