"""Marks of common words are merged in the models' files, and say the same to the last bit."""

from collections import Counter
from itertools import islice
from pathlib import Path

import pycrfsuite
import pytest

from redaction.guessed.features import Features, features, known_together, merged
from redaction.languages.choose import LANGUAGES
from redaction.text.facts import Lexicon
from tools.crf_file import read, write
from tools.merge import quick

ROOT = Path(__file__).parents[2]
WORDS = (
    "the",
    "family",
    "Hannah",
    "went",
    "to",
    "school",
    "on",
    "14th",
    "of",
    "May",
    "ZZYX",
    "zzyxing",
    "The",
    "nurse",
)
LABELS = ["O", "PERSON", "DATE", "O"]


@pytest.fixture
def words() -> list[Features]:
    lexicon = Lexicon(LANGUAGES["en"])
    return [features(lexicon.facts(word, {})) for word in WORDS]


def _marks(words: list[Features]) -> list[list[bytes]]:
    return [
        [*word.own, *before.before, *before.after2] for before, word in zip([words[-1], *words], words, strict=False)
    ]


def _trained(words: list[Features], tmp_path: Path) -> bytes:
    trainer = pycrfsuite.Trainer(verbose=False)
    for turn in range(4):
        marks = _marks(words[turn:] + words[:turn])
        trainer.append(marks, [LABELS[(at * at + turn) % 4] for at in range(len(marks))])
    trainer.set_params({"c1": 0.0, "max_iterations": 30})
    trainer.train(str(tmp_path / "model"))
    return (tmp_path / "model").read_bytes()


def _told(model: bytes, marks: list[list[bytes]]) -> list[float]:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    tagger.set(marks)
    return [tagger.marginal(label, at) for at in range(len(marks)) for label in tagger.labels()]


def test_a_model_is_written_as_it_was_read(words: list[Features], tmp_path: Path) -> None:
    """Every label, every mark and every weight, found again by its name."""
    model = _trained(words, tmp_path)
    again = write(read(model))
    assert read(again) == read(model)
    assert _told(again, _marks(words)) == _told(model, _marks(words))


def test_merged_marks_say_what_their_marks_say(words: list[Features], tmp_path: Path) -> None:
    """With merged marks, with some of them, and with none: the same chances."""
    model = _trained(words, tmp_path)
    as_trained = _told(model, _marks(words))
    for most in (0, 7, 10_000):
        made = quick(model, Counter(words * 5), most)
        known = known_together(made)
        fewer = [merged(word, known) for word in words]
        assert len(known) == min(most, len(known))
        assert _told(made, _marks(fewer)) == _told(made, _marks(words))
        assert _told(made, _marks(fewer)) == pytest.approx(as_trained, abs=1e-6)
    assert all(len(word.own) <= 1 for word in fewer)


def test_a_rare_word_has_its_ending_apart(words: list[Features], tmp_path: Path) -> None:
    """Of a name nobody merged what the lists say is one mark all the same."""
    known = known_together(quick(_trained(words, tmp_path), Counter(words), 10_000))
    assert len(merged(words[WORDS.index("Hannah")], known).own) == 2


def test_what_stands_in_the_package_is_merged() -> None:
    """The models that come with the engine know thousands of merged marks."""
    from redaction.guessed.learned import _loaded

    for name, least in (("notes", 8_000), ("court", 1_500)):
        model = _loaded(name)
        assert model is not None
        assert len(model.merged) >= least
        numbers = [marks[0] for marks in islice(model.merged.values(), least // 2) if marks]
        model.tagger.set([[mark] for mark in numbers])
        assert len({model.tagger.marginal("O", at) for at in range(len(numbers))}) > least // 4
