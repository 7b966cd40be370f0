"""The gate: the last look at every text and finished document; one hit and nothing leaves.

It fails closed: a part it cannot read stops the paper too.
"""

import io
import re
import zipfile
from collections.abc import Collection, Mapping, Sequence

from data.records.agency import Agency
from data.records.case_details import CaseFile
from data.records.text import DisguisedText, ReleasedText
from redaction.known import Known
from redaction.languages.choose import LANGUAGES
from redaction.normal import fold
from redaction.reading import Reading, read
from redaction.recorded import find_recorded
from redaction.spans import Find

_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"</(?:w:p|a:p|row|si|dc:\w+|cp:\w+)>|<w:br/>|<w:tab/>")
# From here on a find is rather the ordinary word that is spelled like the name.
_TOO_DOUBTFUL = 0.4
_PLACEHOLDER = re.compile(r"⟨[^⟩]*⟩")


class GateStopped(Exception):
    """Names the part of the paper and the rule, never what was found."""


class Gate:
    """Knows every form of every identifier of every case a paper may speak of."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._known = known

    @staticmethod
    def over(files: Sequence[CaseFile], *, agencies: Sequence[Agency] = ()) -> "Gate":
        return Gate([Known.of([file], agencies=agencies) for file in files])

    def release(self, text: DisguisedText, where: str) -> ReleasedText:
        """Raises GateStopped."""
        self.read({where: text.text})
        return ReleasedText(text.text)

    def read(self, parts: Mapping[str, str], *, constant: Collection[str] = ()) -> None:
        """Read named parts; ``constant`` are the template's own words. Raises GateStopped at the first hit."""
        own = {word for phrase in constant for word in fold(phrase).split()}
        own |= {word.strip(".,:;()'\"") for word in own}
        for where, text in parts.items():
            try:
                self._read_one(where, text, own)
            except GateStopped:
                raise
            except Exception:
                raise GateStopped(f"{where}: it could not be checked, so it cannot leave.") from None

    def read_document(self, kind: str, data: bytes, *, constant: Collection[str] = ()) -> None:
        """Read a finished document (``docx``, ``xlsx``, ``pdf``, ``txt``) by its parts. Raises GateStopped."""
        try:
            parts = _parts(kind, data)
        except Exception:
            raise GateStopped(f"{kind} file: it cannot be read, so it cannot leave.") from None
        self.read(parts, constant=constant)

    def _read_one(self, where: str, text: str, own: set[str]) -> None:
        # What stands in for a detail is ours; a mark keeps the words around it apart.
        plain = _PLACEHOLDER.sub(" ⟨⟩ ", text)
        for language in LANGUAGES.values():
            reading = read(plain, language)
            for known in self._known:
                for find in find_recorded(reading, known, near=False):
                    if self._counts(reading, find, own):
                        raise GateStopped(
                            f"{where}: {find.kind.lower()} of a case stands in it ({find.rule}). Review the case."
                        )

    def _counts(self, reading: Reading, find: Find, own: set[str]) -> bool:
        hit = reading.normal.low[find.start : find.end]
        if find.doubt >= _TOO_DOUBTFUL or hit in own or hit.removesuffix("'s") in own:
            return False
        return not _harmless(reading.normal.text, find.start, find.kind, hit)


def _harmless(text: str, start: int, kind: str, hit: str) -> bool:
    """An ordinary word at the beginning of a sentence is no name; initials alone are too short to tell."""
    if kind != "PERSON":
        return False
    if len(hit) <= 3 and " " not in hit:
        return text[start : start + len(hit)].isupper() or any(lang.knows(hit) for lang in LANGUAGES.values())
    before = text[:start].rstrip(" \"'(•-")
    begins = not before or before[-1] in ".!?:;\n⟩|·"
    return begins and any(language.knows(hit) for language in LANGUAGES.values())


def _parts(kind: str, data: bytes) -> dict[str, str]:
    if kind in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {
                f"{kind} {name}": _plain(archive.read(name).decode("utf-8", "replace"))
                for name in archive.namelist()
                if name.endswith((".xml", ".rels")) and not name.startswith(("word/styles", "word/theme", "word/font"))
            }
    if kind == "pdf":
        from pypdf import PdfReader

        reader = PdfReader(io.BytesIO(data))
        pages = {f"pdf page {n}": page.extract_text() for n, page in enumerate(reader.pages, 1)}
        return {**pages, "pdf properties": " ".join(str(v) for v in (reader.metadata or {}).values())}
    return {kind: data.decode("utf-8")}


def _plain(xml: str) -> str:
    from html import unescape

    return unescape(_TAG.sub("", _BREAK.sub("\n", xml)))
