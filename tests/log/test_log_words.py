"""What was done is told in words of the language that is spoken, and found by them; an unknown code stands as it is."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from meeting.usecases import log_words
from meeting.usecases.logview import LogView

LOCALE = Path(__file__).parents[2] / "meeting" / "locale"


@pytest.fixture
def albanian(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    said = gettext.translation("meeting", str(LOCALE), ("sq",))
    monkeypatch.setattr(log_words, "_", said.gettext)
    monkeypatch.setattr(log_words, "pgettext", said.pgettext)
    log_words._said.cache_clear()
    yield
    log_words._said.cache_clear()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("identity looked at: keeper", "u pa identiteti: mbajtësi"),
        ("action 2.11 done", "veprimi 2.11 u krye"),
        ("attendance present", "prania: i pranishëm"),
        ("meeting ended", "takimi i përfunduar"),
        ("case put off: time", "rasti u shty: koha"),
        ("recovery sheets made, set 3", "fletët e rikuperimit u krijuan, set 3"),
        ("meetings of another program", "meetings of another program"),
    ],
)
@pytest.mark.usefixtures("albanian")
def test_a_code_is_told_in_words(kind: str, words: str) -> None:
    assert log_words.told(kind) == words


@pytest.mark.usefixtures("albanian")
def test_entries_are_found_by_words_and_by_codes() -> None:
    texts = [b'{"kind":"case added","who":"a"}', b'{"kind":"case heard","who":"a"}']
    view = LogView(texts, range(2))
    assert list(view.narrowed(kind="U TRAJTUA").positions) == [1]
    assert list(view.narrowed(kind="case").positions) == [0, 1]


def test_without_a_catalogue_codes_stand_as_they_are_kept() -> None:
    assert all(code == words for code, words in log_words._said())
