"""The gate: the last look at every text and finished document; one hit and nothing leaves.

It fails closed: a part it cannot read stops the paper too.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from data.records.agency import Agency
from data.records.case_details import CaseFile
from data.records.text import DisguisedText, ReleasedText
from redaction.known import Known
from redaction.languages.choose import LANGUAGES
from redaction.layers import whose_birth
from redaction.normal import fold
from redaction.papers import parts
from redaction.reading import Reading, read
from redaction.recorded import find_recorded
from redaction.shapes.every import find_shapes
from redaction.spans import Find

# From here on a find is rather the ordinary word that is spelled like the name.
_TOO_DOUBTFUL = 0.4
_LONG = 6
# Names of typefaces that people are called by.
_FONTS = frozenset(
    {
        "georgia",
        "arial",
        "verdana",
        "cambria",
        "calibri",
        "candara",
        "corbel",
        "aptos",
        "helvetica",
        "times",
        "consolas",
        "constantia",
        "lucida",
        "tahoma",
        "gill",
        "segoe",
    }
)
_PLACEHOLDER = re.compile(r"⟨[^⟨⟩]*⟩")


class GateStopped(Exception):
    """Names the part of the paper and the rule, never what was found."""


class Gate:
    """Knows every form of every identifier of every case a paper may speak of."""

    def __init__(self, known: Sequence[Known], everyone: Known) -> None:
        """``everyone`` knows what all of ``known`` do: a text in which it finds nothing is not read case by case."""
        self._known, self._everyone = known, everyone
        self._any_born = any(k.dates for k in known)

    @staticmethod
    def over(files: Sequence[CaseFile], *, agencies: Sequence[Agency] = ()) -> "Gate":
        known = [Known.of([file], agencies=agencies) for file in files]
        return Gate(known, Known.of(files, agencies=agencies))

    def release(self, text: DisguisedText, where: str) -> ReleasedText:
        """Raises GateStopped."""
        self.read({where: text.text})
        return ReleasedText(text.text)

    def read(self, texts: Mapping[str, str], *, constant: Collection[str] = ()) -> None:
        """Read named parts; ``constant`` are the template's own words. Raises GateStopped at the first hit."""
        own = {word for phrase in constant for word in fold(phrase).split()}
        own |= {word.strip(".,:;()'\"") for word in own}
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

    def _read_one(self, where: str, text: str, own: set[str]) -> None:
        # What stands in for a detail is ours; a mark keeps the words around it apart.
        plain = _PLACEHOLDER.sub(" ⟨⟩ ", text)
        behind = " behind: " in where
        self._read_placeholders(where, text, own)
        for language in LANGUAGES.values():
            reading = read(plain, language)
            days = [find for find in find_shapes(reading) if find.kind == "DATE"] if self._any_born else []
            some = next(find_recorded(reading, self._everyone), None) is not None
            for known in self._known:
                for find in find_recorded(reading, known) if some else ():
                    if _counts(reading, find, own, behind=behind):
                        raise _stopped(where, find.kind, find.rule)
                for find in days:
                    written = reading.normal.low[find.start : find.end]
                    if (
                        written not in own
                        and any(c.isdigit() for c in written)
                        and whose_birth(written, known, whole=True)
                    ):
                        raise _stopped(where, "date of birth", "record")

    def _read_placeholders(self, where: str, text: str, own: set[str]) -> None:
        """What stands between the brackets is ours; a name of a case that no language knows as a word is not."""
        between = "\n".join(dict.fromkeys(_PLACEHOLDER.findall(text))).replace("⟨", "").replace("⟩", "")
        if not between:
            return
        for language in LANGUAGES.values():
            reading = read(between, language)
            for find in find_recorded(reading, self._everyone):
                words = [reading.facts[at].low for at in reading.covering(find.start, find.end)]
                if find.rule != "near record" and not all(_knows(word) or word in own for word in words):
                    raise _stopped(where, find.kind, find.rule)
            for find in find_shapes(reading) if self._any_born else ():
                written = reading.normal.low[find.start : find.end]
                if find.kind == "DATE" and any(whose_birth(written, known, whole=True) for known in self._known):
                    raise _stopped(where, "date of birth", "record")


def _stopped(where: str, kind: str, rule: str) -> GateStopped:
    return GateStopped(f"{where}: {kind.lower()} of a case stands in it ({rule}). Review the case.")


def _counts(reading: Reading, find: Find, own: set[str], *, behind: bool) -> bool:
    """Whether a find stops a paper: not where it is rather an ordinary word, or one of the template's own."""
    hit = reading.normal.low[find.start : find.end]
    if find.rule == "shape" or find.doubt >= _TOO_DOUBTFUL or hit in own or hit.removesuffix("'s") in own:
        return False
    touched = [reading.facts[at] for at in reading.covering(find.start, find.end)]
    if find.rule == "near record":
        # A typing error is nearer to a name than to any word a language knows.
        return not behind and len(hit) >= _LONG and not any(_knows(fact.low) for fact in touched)
    if len(touched) == 1 and not touched[0].capital and not reading.language.knows(hit) and _knows(hit):
        # A small word of another language: the reading in that one tells a name from it.
        return False
    if behind and len(touched) == 1 and (len(hit) < _LONG or _knows(hit)):
        return len(hit) > 3 and not _knows(hit) and hit not in _FONTS
    return not _harmless(reading.normal.text, find.start, find.kind, hit)


def _knows(low: str) -> bool:
    return any(language.knows(low) for language in LANGUAGES.values())


def _harmless(text: str, start: int, kind: str, hit: str) -> bool:
    """An ordinary word at the beginning of a sentence is no name; initials alone are too short to tell."""
    if kind != "PERSON":
        return False
    if len(hit) <= 3 and " " not in hit:
        return text[start : start + len(hit)].isupper() or _knows(hit)
    before = text[:start].rstrip(" \"'(•-")
    begins = not before or before[-1] in ".!?:;\n⟩|·"
    return begins and _knows(hit)
