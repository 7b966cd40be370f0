"""Screens and papers speak the language that was chosen, and every word of theirs is in its catalogue."""

import gettext
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from meeting import language

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "meeting" / "locale"
OTHERS = [code for code in language.LANGUAGES if code != "en"]


def catalogue(code: str) -> Catalog:
    with (LOCALE / code / "LC_MESSAGES" / "meeting.po").open("rb") as file:
        return read_po(file, locale=code)


def said(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def asked(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """A machine that tells nothing of its language."""
    for name in ("MEETING_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MEETING_HOME", str(tmp_path))
    return monkeypatch


def test_what_is_chosen_counts_before_what_the_machine_speaks(machine: pytest.MonkeyPatch) -> None:
    assert language.spoken() == "en"
    machine.setenv("LANG", "sq_AL.UTF-8")
    assert language.spoken() == "sq"
    machine.setenv("LC_ALL", "C")
    assert language.spoken() == "en"
    machine.setenv("LANGUAGE", "de:sq:en")
    assert language.spoken() == "sq"
    language.choose("en")
    assert language.spoken() == "en"
    machine.setenv("MEETING_LANGUAGE", "sq")
    assert language.spoken() == "sq"
    language.choose("en")
    assert language.spoken() == "en", "what is chosen now counts, also over what the terminal said"


def test_a_damaged_choice_is_no_choice(machine: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".language").write_bytes(b"\xff\x00../../sq")
    assert language.spoken() == "en"


@pytest.mark.parametrize("code", OTHERS)
def test_every_word_is_translated(code: str) -> None:
    with (LOCALE / "meeting.pot").open("rb") as file:
        wanted = {(message.id, message.context) for message in read_po(file) if message.id}
    have = {(message.id, message.context) for message in catalogue(code) if message.id and all(said(message))}
    assert sorted(map(str, wanted - have)) == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_keeps_what_is_filled_in_and_where_it_breaks(code: str) -> None:
    field = re.compile(r"\{[^{}]*\}|%\(\w+\)[sd]")
    for message in catalogue(code):
        for text in said(message) if message.id else ():
            most = {f for one in asked(message) for f in field.findall(one)}
            least = set(field.findall(asked(message)[0])) if len(asked(message)) == 1 else set()
            assert least <= set(field.findall(text)) <= most, asked(message)[0]
            for edge in (str.startswith, str.endswith):
                assert edge(text, "\n") == edge(asked(message)[0], "\n"), asked(message)[0]


@pytest.mark.parametrize("code", OTHERS)
def test_the_catalogue_that_is_read_is_the_one_that_is_written(code: str) -> None:
    made = BytesIO()
    write_mo(made, catalogue(code))
    made.seek(0)
    with (LOCALE / code / "LC_MESSAGES" / "meeting.mo").open("rb") as file:
        read = gettext.GNUTranslations(file)
    assert read._catalog == gettext.GNUTranslations(made)._catalog  # type: ignore[attr-defined]


def test_all_words_of_the_program_are_gathered(monkeypatch: pytest.MonkeyPatch) -> None:
    """``make words`` was run after the last change of a word."""
    from babel.messages.extract import extract_from_dir
    from babel.messages.frontend import parse_mapping_cfg

    monkeypatch.syspath_prepend(str(ROOT))  # the methods are in ``tools``
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = {(message[2], message[4]) for message in extract_from_dir(ROOT, methods, options)}
    with (LOCALE / "meeting.pot").open("rb") as file:
        gathered = {(message.id, message.context) for message in read_po(file) if message.id}
    assert found == gathered


@pytest.mark.parametrize(("code", "word"), [("en", "usage: meeting"), ("sq", "përdorimi: meeting")])
def test_the_program_speaks_it(code: str, word: str, tmp_path: Path) -> None:
    environment = {**os.environ, "MEETING_LANGUAGE": code, "MEETING_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "meeting.cli", "--help"], capture_output=True, text=True, cwd=ROOT, env=environment
    )
    assert word in done.stdout, done.stderr
