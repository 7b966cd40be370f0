"""A note disguised as it is typed: what it answers is the whole's answer, at the cost of the changed sentence."""

import pytest

from data.records.text import RawText
from redaction import typing as typed
from redaction.disguise import disguise
from redaction.layers import Block
from redaction.recorded.known import Known
from redaction.tongues import read_piece
from redaction.typing import Typing
from tests.redaction.hostile import RECORD

NOTE = (
    "Siobhan rang the school on 3 May 2026 and left. He came back at night with Beata Wolkowicz. She uses the Lantern. "
    * 9
)


def test_a_key_reads_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it is struck."""
    read: list[str] = []

    def counted(text: str, *rest: object, **more: object) -> Block:
        read.append(text)
        return read_piece(text, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(typed, "read_piece", counted)
    typing = Typing(Known.of([RECORD]), language="en")
    for at in (1, len(NOTE) // 2, len(NOTE)):
        typing.disguise(RawText(NOTE))
        read.clear()
        typing.disguise(RawText(NOTE[:at] + "x" + NOTE[at:]))
        assert len(read) == 1, at
        assert len(read[0]) < 200, "a sentence, or what cannot be told apart from it"


def test_a_reviewers_words_count_while_one_types() -> None:
    """What stands, what goes, and what is harmless in the area."""
    known = Known.of([RECORD])
    decided = {"keep": ["Wolkowicz"], "hide": ["school"], "harmless": ["Lantern"]}
    typing = Typing(known, language="en")
    for end in range(0, len(NOTE) // 9, 7):
        raw = RawText(NOTE[:end])
        assert typing.disguise(raw, **decided) == disguise(raw, Known.of([RECORD]), language="en", **decided)  # type: ignore[arg-type]
    assert "Lantern" in typing.disguise(RawText(NOTE), **decided).text.text
