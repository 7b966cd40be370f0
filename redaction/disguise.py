"""The whole way from raw text to disguised text."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from data.records.text import DisguisedText, RawText
from redaction.known import Known
from redaction.languages.choose import language_of
from redaction.languages.words import Language
from redaction.normal import Normal, Word, fold, normalise
from redaction.placeholders import for_kind
from redaction.recorded import find_recorded, is_agency
from redaction.shapes.find import find
from redaction.spans import Span, resolve
from redaction.unknown import carry_over, find_unknown


@dataclass(frozen=True, slots=True)
class Disguised:
    """The text as others may read it, and every span that was replaced, in order."""

    text: DisguisedText
    spans: tuple[Span, ...] = field(repr=False)


def disguise(
    text: RawText, known: Known, *, language: str, keep: Sequence[str] = (), hide: Sequence[str] = ()
) -> Disguised:
    """Replace every identifying detail.

    ``keep`` and ``hide`` are pieces of text a reviewer let stand, or added. What the record knows is hidden
    whatever ``keep`` says.
    """
    speaks = language_of(language)
    normal = normalise(text.text)
    words = normal.words()
    if not normal.text:
        return Disguised(DisguisedText(text.text), ())
    spans = [*find_recorded(normal, words, known, speaks)]
    recorded = list(spans)
    spans += _shapes(normal, speaks)
    spans += find_unknown(normal, words, known, speaks)
    spans += carry_over(normal, words, spans, speaks)
    spans = _without_agencies(normal, words, known, spans)
    spans = _kept(text.text, spans, recorded, keep)
    spans = _confirmed(text.text, spans, hide)
    spans += [a for a in _added(normal, speaks, hide) if not any(s.start <= a.start and a.end <= s.end for s in spans)]
    resolved = _joined(text.text, resolve(spans))
    return Disguised(DisguisedText(_replace(text.text, resolved)), resolved)


def _joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """A first name and a surname of one person, side by side, are one span: as certain as the surer of the two."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last
            and last.placeholder == span.placeholder
            and text[last.end : span.start] == " "
            and span.kind == "PERSON"
        ):
            joined[-1] = replace(last, end=span.end, certain=last.certain or span.certain)
        else:
            joined.append(span)
    return tuple(joined)


def _shapes(normal: Normal, language: Language) -> list[Span]:
    found = []
    for piece in find(normal.text):
        start, end = normal.original(piece.start, piece.end)
        found.append(
            Span(start, end, piece.kind, for_kind(piece.kind, language), "shape", f"looks like {piece.kind.lower()}")
        )
    return found


def _without_agencies(normal: Normal, words: Sequence[Word], known: Known, spans: Sequence[Span]) -> list[Span]:
    """A registered agency keeps its name, also where a town is part of one."""
    names = []
    for index, word in enumerate(words):
        if length := is_agency(index, words, known):
            names.append(normal.original(word.start, words[index + length - 1].end))
    return [s for s in spans if not any(first <= s.start and s.end <= last for first, last in names)]


def _kept(text: str, spans: Sequence[Span], recorded: Sequence[Span], keep: Sequence[str]) -> list[Span]:
    wanted = {fold(words) for words in keep}
    return [s for s in spans if s in recorded or fold(text[s.start : s.end]) not in wanted]


def _confirmed(text: str, spans: Sequence[Span], hide: Sequence[str]) -> list[Span]:
    """What a reviewer decided to keep hidden is no doubt any more."""
    wanted = {fold(words) for words in hide}
    return [replace(s, certain=True) if fold(text[s.start : s.end]) in wanted else s for s in spans]


def _added(normal: Normal, language: Language, hide: Sequence[str]) -> list[Span]:
    found = []
    low = normal.text.casefold()
    if len(low) != len(normal.text):
        low = normal.text.lower()
    for piece in hide:
        wanted = fold(piece)
        at = low.find(wanted) if wanted else -1
        while at >= 0:
            start, end = normal.original(at, at + len(wanted))
            found.append(Span(start, end, "OTHER", for_kind("OTHER", language), "reviewer", "added by a reviewer"))
            at = low.find(wanted, at + len(wanted))
    return found


def _replace(text: str, spans: Sequence[Span]) -> str:
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], span.placeholder]
        at = span.end
    parts.append(text[at:])
    return "".join(parts)
