"""The gate: the last look at every text and finished document; one hit and nothing leaves.

It fails closed: a part it cannot read stops the paper too.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from data.records.agency import Agency
from data.records.case_details import CaseFile
from data.records.text import DisguisedText, ReleasedText
from redaction.gate.excused import Constants
from redaction.gate.judged import counts, knows, likes
from redaction.gate.papers import parts
from redaction.languages.choose import LANGUAGES
from redaction.recorded.find import find_recorded
from redaction.recorded.hit import NEAR
from redaction.recorded.known import Known
from redaction.spans import Find
from redaction.text.reading import Reading, read

_PLACEHOLDER = re.compile(r"⟨[^⟨⟩]*⟩")


class GateStopped(Exception):
    """Names the part of the paper and the rule, never what was found."""


class Gate:
    """Knows every form of every identifier of every case a paper may speak of."""

    def __init__(self, everyone: Known) -> None:
        self._everyone = everyone

    @staticmethod
    def over(files: Sequence[CaseFile], *, agencies: Sequence[Agency] = ()) -> "Gate":
        return Gate(Known.of(files, agencies=agencies))

    def release(self, text: DisguisedText, where: str) -> ReleasedText:
        """Raises GateStopped."""
        self.read({where: text.text})
        return ReleasedText(text.text)

    def read(self, texts: Mapping[str, str], *, constant: Collection[str] = ()) -> None:
        """Read named parts; ``constant`` are the template's own phrases, which excuse themselves alone.

        Raises GateStopped at the first hit.
        """
        own = Constants.of(constant)
        for where, text in texts.items():
            try:
                self._read_one(where, text, own)
            except GateStopped:
                raise
            except Exception:
                raise GateStopped(f"{where}: it could not be checked, so it cannot leave.") from None

    def read_document(self, kind: str, data: bytes, *, constant: Collection[str] = ()) -> None:
        """Read a finished document (``docx``, ``xlsx``, ``pdf``, ``txt``) by its parts. Raises GateStopped."""
        try:
            found = parts(kind, data)
        except Exception:
            raise GateStopped(f"{kind} file: it cannot be read, so it cannot leave.") from None
        self.read(found, constant=constant)

    def _read_one(self, where: str, text: str, own: Constants) -> None:
        # What stands in for a detail is ours; a mark keeps the words around it apart.
        plain = _PLACEHOLDER.sub(" ⟨⟩ ", text)
        behind = " behind: " in where
        self._read_placeholders(where, text, own)
        for language in LANGUAGES.values():
            reading = read(plain, language)
            if not behind:
                self._read_words(where, reading, own)
            for find in find_recorded(reading, self._everyone):
                if counts(reading, find, text=plain, behind=behind) and not own.excuse(reading, find):
                    raise _stopped(where, find)

    def _read_words(self, where: str, reading: Reading, own: Constants) -> None:
        """A word that no language knows, and that is nearly one of the record."""
        for find in likes(reading, self._everyone):
            if not own.excuse(reading, find):
                raise _stopped(where, find)

    def _read_placeholders(self, where: str, text: str, own: Constants) -> None:
        """What stands between the brackets is ours; a name of a case that no language knows as a word is not."""
        between = "\n".join(dict.fromkeys(_PLACEHOLDER.findall(text))).replace("⟨", "").replace("⟩", "")
        if not between:
            return
        for language in LANGUAGES.values():
            reading = read(between, language)
            for find in find_recorded(reading, self._everyone):
                words = [reading.facts[at].low for at in reading.covering(find.start, find.end)]
                telling = find.rule != NEAR and len("".join(words)) > 1 and not all(map(knows, words))
                if telling and not own.excuse(reading, find):
                    raise _stopped(where, find)


def _stopped(where: str, find: Find) -> GateStopped:
    kind = "date of birth" if find.kind == "BIRTH" else find.kind.lower()
    return GateStopped(f"{where}: {kind} of a case stands in it ({find.rule}). Review the case.")
