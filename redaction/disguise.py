"""The whole way from raw text to disguised text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from data.records.text import DisguisedText, RawText
from redaction.alike import word_of
from redaction.carry import carried, surely_people
from redaction.guessed.learned import learned
from redaction.languages.choose import language_of
from redaction.languages.words import Language
from redaction.layers import Block, Chances
from redaction.recorded.known import Known
from redaction.shown.placeholders import Names, is_guess, placeholder
from redaction.shown.policy import PARTNERS, Policy
from redaction.spans import CERTAIN, RANKS, Find, Span, settle
from redaction.text.blocks import blocks, caseless
from redaction.text.normal import fold, normalise
from redaction.tongues import read_piece


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
    harmless: Sequence[str] = (),
    policy: Policy = PARTNERS,
    chances: Chances = learned,
) -> Disguised:
    """Replace every identifying detail, as ``policy`` says for its audience.

    ``keep`` and ``hide`` are pieces of text a reviewer let stand, or added. What the record knows is hidden
    whatever ``keep`` says. ``harmless`` are words that stand where they were only doubted.
    """
    speaks = language_of(language)
    none = caseless(text.text)
    read = [read_piece(piece, known, speaks, caseless=none, chances=chances) for piece in blocks(text.text)]
    reviewed = Reviewed(keep, hide, harmless)
    return assemble(read, speaks, reviewed, policy=policy, names=Names(known, speaks, keep=True))


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reviewer's words: what may stand, what must go, what stands in the whole area where it was only doubted."""

    keep: Sequence[str] = field(default=(), repr=False)
    hide: Sequence[str] = field(default=(), repr=False)
    harmless: Sequence[str] = field(default=(), repr=False)


def assemble(
    read: Sequence[Block], language: Language, reviewed: Reviewed, *, policy: Policy, names: Names
) -> Disguised:
    """The blocks of a text together: what one hides the others hide, and the same words get the same placeholder."""
    text = "".join(block.text for block in read)
    finds = _reviewed(text, _gathered(read, language), reviewed)
    spans = _named(text, finds, language, policy, names)
    return Disguised(DisguisedText(_replace(text, spans)), spans)


_RECORDED = ("record", "near record")


def _gathered(read: Sequence[Block], language: Language) -> list[Find]:
    hidden: dict[str, Find] = {}
    for block in read:
        for name, find in block.names.items():
            hidden.setdefault(name, find)
    people = surely_people(hidden)
    finds: list[Find] = []
    at = 0
    for block in read:
        finds += [f.at(f.start + at, f.end + at, f.surface) for f in block.finds] if at else block.finds
        for places, names in ((block.free, hidden), (block.weak, people)):
            for low, find in carried(places, names, language):
                for start, end in places[low]:
                    reason = "hidden elsewhere in this text"
                    found = replace(
                        find, start=start + at, end=end + at, surface=word_of(low), rule="cue", reason=reason
                    )
                    finds.append(found)
        at += len(block.text)
    return finds


def _reviewed(text: str, finds: list[Find], reviewed: Reviewed) -> list[Find]:
    """With a reviewer's decisions: what may stand, what must go; a decision is no doubt any more."""
    if reviewed.keep:
        finds = _kept(text, finds, reviewed.keep)
    if reviewed.harmless:
        wanted = {fold(words) for words in reviewed.harmless}
        finds = [f for f in finds if f.rule in _RECORDED or f.doubt <= CERTAIN or f.surface not in wanted]
    if not reviewed.hide:
        return finds
    normal = normalise(text)
    for piece in reviewed.hide:
        words = fold(piece).strip()
        at = normal.low.find(words) if words else -1
        while at >= 0:
            start, end = normal.original(at, at + len(words))
            holds = [f for f in finds if f.start <= start and end <= f.end]
            finds = [_confirmed(f) if f in holds and f.surface == words else f for f in finds]
            if not holds:
                finds.append(Find(start, end, "OTHER", "reviewer", "added by a reviewer", surface=words))
            at = normal.low.find(words, at + len(words))
    return finds


def _kept(text: str, finds: list[Find], keep: Sequence[str]) -> list[Find]:
    """Without what a reviewer let stand; one piece may have been several finds side by side."""
    wanted = {fold(words) for words in keep}
    finds = [f for f in finds if f.rule in _RECORDED or f.surface not in wanted]
    longer = [words for words in wanted if " " in words]
    if not longer or not finds:
        return finds
    normal = normalise(text)
    places: list[tuple[int, int]] = []
    for words in longer:
        at = normal.low.find(words)
        while at >= 0:
            places.append(normal.original(at, at + len(words)))
            at = normal.low.find(words, at + len(words))
    stands = [f for f in finds if f.rule not in _RECORDED and any(a <= f.start and f.end <= b for a, b in places)]
    return [f for f in finds if f not in stands]


def _confirmed(find: Find) -> Find:
    """It has to go, says the reviewer; that it is an age or a day nobody has said."""
    return replace(find, doubt=0.0, kind="OTHER" if is_guess(find) else find.kind)


def _named(text: str, finds: Iterable[Find], language: Language, policy: Policy, names: Names) -> tuple[Span, ...]:
    """Spans, each with its placeholder; the parts of one name side by side are one span."""
    whole = _together(text, settle(finds))
    best: dict[str, Find] = {}
    for find in whole:
        held = best.get(find.surface)
        if held is None or RANKS.get(find.rule, 9) < RANKS.get(held.rule, 9):
            best[find.surface] = find
    spans: list[Span] = []
    for find in whole:
        # The same words stand for the same thing throughout a text.
        shown = best[find.surface]
        words = placeholder(shown, names, language, policy)
        sure = find.doubt <= CERTAIN
        spans.append(Span(find.start, find.end, shown.kind, words, find.rule, find.reason, sure, round(find.doubt, 3)))
    return tuple(_side_by_side(text, [span for span in spans if text[span.start : span.end] != span.placeholder]))


# What stands between two pieces that are told with the same words, and are told once then.
_PIECES = {
    "ADDRESS": (" ", ", ", ",\n"),
    **dict.fromkeys(("PLACE", "ORG", "JOB", "DEMOGRAPHIC", "OTHER", "ID"), (" ",)),
}


def _side_by_side(text: str, spans: Sequence[Span]) -> list[Span]:
    """'⟨an address⟩, ⟨an address⟩' is one address: as doubtful as the more doubtful of the two."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        alike = last is not None and last.kind == span.kind and last.placeholder == span.placeholder
        if last and alike and text[last.end : span.start] in _PIECES.get(span.kind, ()):
            sure, doubt = last.certain and span.certain, max(last.doubt, span.doubt)
            joined[-1] = replace(last, end=span.end, certain=sure, doubt=doubt)
        else:
            joined.append(span)
    return joined


def _together(text: str, finds: Sequence[Find]) -> list[Find]:
    """A first name and a surname side by side are one person: as sure as the surer of the two."""
    joined: list[Find] = []
    for find in finds:
        last = joined[-1] if joined else None
        gap = text[last.end : find.start] if last else ""
        if last and _joins(text, last.end, gap) and _one_name(last, find):
            who = _whole_name(last, find)
            joined[-1] = replace(
                who,
                start=last.start,
                end=find.end,
                doubt=min(last.doubt, find.doubt),
                base=find.base or last.base,
                surface=f"{last.surface}{fold(gap)}{find.surface}",
            )
        else:
            joined.append(find)
    return joined


def _joins(text: str, end: int, gap: str) -> bool:
    """Whether what stands between two names may stand inside one; a point only behind an initial."""
    if gap in (". ", "."):
        return not text[max(0, end - 3) : end].isalpha()
    return gap in (" ", "-", "\n", "")


def _whole_name(first: Find, second: Find) -> Find:
    """Which of two parts says whose name they are together."""
    if first.kind == "NAME" and second.surname:
        # An unrecorded first name and a recorded surname are somebody else of the family.
        return replace(first, rule=second.rule, reason="a first name nobody recorded, and a surname in the record")
    if first.surname and second.surname and not second.who:
        return second
    if first.kind == "PERSON" and (first.who or second.kind != "PERSON"):
        return first
    return second if second.kind == "PERSON" and (second.who or first.kind != "NAME") else first


def _one_name(one: Find, other: Find) -> bool:
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
