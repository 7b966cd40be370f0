"""The whole way from raw text to disguised text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from data.records.text import DisguisedText, RawText
from redaction.known import Known
from redaction.languages.choose import language_of
from redaction.languages.words import Language
from redaction.learned import Learned, learned
from redaction.normal import fold
from redaction.placeholders import Names, for_kind, person, wrap
from redaction.reading import Reading, read
from redaction.recorded import find_recorded, is_agency
from redaction.shapes.date import meaning
from redaction.shapes.every import find_shapes
from redaction.spans import CERTAIN, RANKS, Find, Span, settle
from redaction.unknown import Limits, carry_over, find_unknown

NOTES, UNKNOWN_RECORD = Limits(), Limits(ordinary=0.08, number=0.08, clear=0.003)
Chances = Callable[[Reading, Sequence[str], str], Learned]


@dataclass(frozen=True, slots=True)
class Disguised:
    """The text as others may read it, and every span that was replaced, in order."""

    text: DisguisedText
    spans: tuple[Span, ...] = field(repr=False)


def disguise(
    text: RawText,
    known: Known,
    *,
    language: str,
    keep: Sequence[str] = (),
    hide: Sequence[str] = (),
    chances: Chances = learned,
) -> Disguised:
    """Replace every identifying detail.

    ``keep`` and ``hide`` are pieces of text a reviewer let stand, or added. What the record knows is hidden
    whatever ``keep`` says.
    """
    speaks = language_of(language)
    reading = read(text.text, speaks)
    if not reading.normal.text:
        return Disguised(DisguisedText(text.text), ())
    finds = find_all(reading, known, chances)
    finds = _reviewed(reading, finds, keep, hide)
    spans = _named(reading, settle(finds), known, speaks)
    return Disguised(DisguisedText(_replace(text.text, spans)), spans)


def certain_finds(reading: Reading, known: Known) -> tuple[list[Find], list[str]]:
    """Layers 2 and 3, and what they say of each word, for the layers after."""
    finds = [*find_recorded(reading, known), *(_dated(reading, known, f) for f in find_shapes(reading))]
    tags = [""] * len(reading.words)
    for find in finds:
        mark = ("R:" if find.rule.endswith("record") else "S:") + find.kind
        for at in reading.covering(find.start, find.end):
            if not tags[at].startswith("R"):
                tags[at] = mark
    if known.agencies:
        at = 0
        while at < len(tags):
            length = is_agency(reading, at, known)
            if length:
                tags[at : at + length] = ["K"] * length
            at += length or 1
    return finds, tags


def find_all(reading: Reading, known: Known, chances: Chances = learned) -> list[Find]:
    """Everything that has to go, by all layers."""
    finds, tags = certain_finds(reading, known)
    blank = not (known.names or known.parts or known.digits or known.dates)
    model, limits = (
        ("court", UNKNOWN_RECORD) if blank else ("notes", replace(NOTES, ordinary=reading.language.learned_from))
    )
    finds += find_unknown(reading, tags, chances(reading, tags, model), limits)
    finds += carry_over(reading, finds)
    if known.agencies:
        finds = [f for f in finds if not _within_agency(reading, f, tags)]
    return finds


def _within_agency(reading: Reading, find: Find, tags: Sequence[str]) -> bool:
    """A registered agency keeps its name, also where a town is part of one."""
    touched = reading.covering(find.start, find.end)
    return bool(touched) and all(tags[at] == "K" for at in touched)


def _dated(reading: Reading, known: Known, find: Find) -> Find:
    """A date that is somebody's day of birth, or birthday."""
    if find.kind != "DATE" or not known.dates:
        return find
    day, month, year = meaning(reading.normal.low[find.start : find.end])
    if not (day and month):
        return find
    for born, who in known.dates.items():
        if (born.day, born.month) in ((day, month), (month, day)) and year in (None, born.year, born.year % 100):
            kind = "BIRTH" if year else "BORN"
            return replace(find, kind=kind, rule="record", reason="a date of birth in the record", base=who)
    return find


def _reviewed(reading: Reading, finds: list[Find], keep: Sequence[str], hide: Sequence[str]) -> list[Find]:
    """With a reviewer's decisions: what may stand, what must go; a decision is no doubt any more."""
    low = reading.normal.low
    if keep:
        wanted = {fold(words) for words in keep}
        finds = [f for f in finds if f.rule in ("record", "near record") or low[f.start : f.end] not in wanted]
    for piece in hide:
        wanted_piece = fold(piece).strip()
        at = low.find(wanted_piece) if wanted_piece else -1
        while at >= 0:
            end = at + len(wanted_piece)
            holds = [f for f in finds if f.start <= at and end <= f.end]
            for find in holds:
                if (find.start, find.end) == (at, end):
                    finds[finds.index(find)] = replace(find, doubt=0.0)
            if not holds:
                finds.append(Find(at, end, "OTHER", "reviewer", "added by a reviewer"))
            at = low.find(wanted_piece, end)
    return finds


def _named(reading: Reading, finds: Sequence[Find], known: Known, language: Language) -> tuple[Span, ...]:
    """Spans of the original, each with its placeholder; the parts of one name side by side are one span."""
    names = Names(known, language, keep=True)
    normal = reading.normal
    whole = _together(reading, finds)
    best: dict[str, Find] = {}
    for find in whole:
        surface = normal.low[find.start : find.end]
        if surface not in best or RANKS.get(find.rule, 9) < RANKS.get(best[surface].rule, 9):
            best[surface] = find
    spans: list[Span] = []
    for find in whole:
        start, end = normal.original(find.start, find.end)
        # One character can unfold to several, and be found twice.
        start = max(start, spans[-1].end) if spans else start
        if end <= start:
            continue
        # The same words stand for the same thing throughout a text.
        shown = best[normal.low[find.start : find.end]]
        placeholder = _placeholder(shown, normal.low[find.start : find.end], names, language)
        sure = find.doubt <= CERTAIN
        spans.append(Span(start, end, shown.kind, placeholder, find.rule, find.reason, sure, round(find.doubt, 3)))
    return tuple(spans)


def _placeholder(find: Find, surface: str, names: Names, language: Language) -> str:
    if find.kind == "PERSON":
        return person(find, language, surface)
    if find.kind == "NAME":
        word = language.placeholders["NAME"]
        return wrap(language.inflect(f"{word} {names.letter(surface)}", surface, ""))
    return for_kind(find.kind, language)


def _together(reading: Reading, finds: Sequence[Find]) -> list[Find]:
    """A first name and a surname side by side are one person: as sure as the surer of the two."""
    joined: list[Find] = []
    for find in finds:
        last = joined[-1] if joined else None
        if (
            last
            and _one_name(last, find)
            and reading.normal.text[last.end : find.start] in (" ", "-", ". ", ".", "\n", "")
        ):
            who = last if last.kind == "PERSON" and (last.who or find.kind != "PERSON") else find
            if find.kind == "PERSON" and not find.who and last.kind == "NAME":
                who = last
            joined[-1] = replace(
                who, start=last.start, end=find.end, doubt=min(last.doubt, find.doubt), base=find.base or last.base
            )
        else:
            joined.append(find)
    return joined


def _one_name(one: Find, other: Find) -> bool:
    if one.kind == other.kind and one.kind not in ("PERSON", "NAME"):
        return False
    if {one.kind, other.kind} - {"PERSON", "NAME"}:
        return False
    return not (one.who and other.who and one.who != other.who)


def _replace(text: str, spans: Sequence[Span]) -> str:
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], span.placeholder]
        at = span.end
    parts.append(text[at:])
    return "".join(parts)
