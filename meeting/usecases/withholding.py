"""Facts withheld by default, left out of what others read (R12)."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from gettext import gettext as _
from typing import TYPE_CHECKING

from data.permission.withheld import Tells, find
from data.records.profile import WithheldFact
from data.records.text import DisguisedText, RawText
from redaction.disguise import Disguised
from redaction.spans import Span

if TYPE_CHECKING:
    from meeting.usecases.office import Office

MARKS = {"en": "⟨withheld⟩", "sq": "⟨nuk ndahet⟩"}
KIND = "WITHHELD"


def withhold(
    raw: RawText,
    disguised: Disguised,
    facts: Sequence[WithheldFact],
    names: Sequence[str],
    language: str,
    elsewhere: Collection[str] = (),
) -> Disguised:
    """The disguised text without the sentences that tell one of these facts, or may; each is a span with its reason.

    ``elsewhere``: codes of the facts that other texts of the case tell.
    """
    told = find(raw.text, facts, names=names, elsewhere=elsewhere)
    if not told:
        return disguised
    named = {fact.code: fact.name for fact in facts}
    spans = [_span(tells, disguised.spans, named, language) for tells in told]
    kept = [s for s in disguised.spans if not any(w.start < s.end and s.start < w.end for w in spans)]
    whole = tuple(sorted([*kept, *spans], key=lambda span: span.start))
    return replace(disguised, text=DisguisedText(_replaced(raw.text, whole)), spans=whole)


def cut(office: "Office", text: DisguisedText, facts: Sequence[WithheldFact]) -> DisguisedText:
    """A last look at a text that was disguised before: facts that may not be told any more go."""
    names = [agency.name for agency in office.agencies()]
    parts, at = [], 0
    for tells in find(text.text, facts, names=names):
        parts += [text.text[at : tells.start], mark(office).text]
        at = tells.end
    return DisguisedText("".join([*parts, text.text[at:]])) if parts else text


def mark(office: "Office") -> DisguisedText:
    """What stands where something is withheld."""
    return DisguisedText(MARKS.get(office.profile.language, MARKS["en"]))


def _span(tells: Tells, spans: Sequence[Span], named: dict[str, str], language: str) -> Span:
    """The sentence, and all of any detail that reaches over its end."""
    over = [s for s in spans if s.start < tells.end and tells.start < s.end]
    start, end = min([tells.start, *(s.start for s in over)]), max([tells.end, *(s.end for s in over)])
    rule, reason = "withheld", named[tells.fact]
    if not tells.sure:
        rule, reason = "withheld in doubt", _("{fact}: may be told here, so it was left out").format(fact=reason)
    return Span(start, end, KIND, MARKS.get(language, MARKS["en"]), rule, reason)


def _replaced(text: str, spans: Sequence[Span]) -> str:
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], span.placeholder]
        at = max(at, span.end)
    return "".join([*parts, text[at:]])
