"""A text disguised again as it is typed: only the sentences that changed are read anew."""

from collections.abc import Sequence

from data.records.text import RawText
from redaction.disguise import Disguised, Reviewed, assemble
from redaction.languages.choose import language_of
from redaction.layers import Block
from redaction.recorded.known import Known
from redaction.shown.placeholders import Names
from redaction.shown.policy import PARTNERS, Policy
from redaction.text.blocks import blocks, caseless
from redaction.tongues import read_piece


class Typing:
    """One note while it is typed. What it answers is what disguising the whole text would.

    Letters of names that nobody recorded are given anew each time, so that half-typed words use none up.
    """

    def __init__(self, known: Known, *, language: str, policy: Policy = PARTNERS) -> None:
        self._known = known
        self._language = language_of(language)
        self._policy = policy
        self._read: dict[tuple[str, bool], Block] = {}

    def disguise(
        self, text: RawText, *, keep: Sequence[str] = (), hide: Sequence[str] = (), harmless: Sequence[str] = ()
    ) -> Disguised:
        none = caseless(text.text)
        held, self._read = self._read, {}
        found: list[Block] = []
        for piece in blocks(text.text):
            block = held.get((piece, none)) or self._read.get((piece, none))
            if block is None:
                block = read_piece(piece, self._known, self._language, caseless=none)
            self._read[piece, none] = block
            found.append(block)
        names = Names(self._known, self._language, keep=False)
        return assemble(found, self._language, Reviewed(keep, hide, harmless), policy=self._policy, names=names)
