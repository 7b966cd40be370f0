"""A doubt in words: what it is about, the text on both sides, what the case's facts tell together."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

from rich.text import Text

from data.records.draft import DraftOf
from data.records.text import RawText
from meeting.tui.fields import Field, needed
from meeting.tui.forms import Fill
from meeting.usecases.alike import Alike
from meeting.usecases.reviewing import Doubt, Stop
from redaction.disguise import Disguised
from redaction.spans import Span

_GUESS = 0.5  # from here on it is hardly more than a guess


@dataclass(frozen=True, slots=True)
class Told:
    """One stop of a review as its screen shows it; ``line`` of the text is where the piece in question stands."""

    facts: Text
    together: Text
    raw: Text
    shown: Text
    line: int


def told(stops: Sequence[Stop], at: int, width: int) -> Told:
    """``width`` is that of one side."""
    stop = stops[at]
    case, doubt = stop.case, stop.doubt
    span = doubt.span if doubt else None
    facts = _about(doubt, case.doubts, len(stops)) if doubt else _lone(stop, at + 1, len(stops))
    start = span.start if span else 0
    return Told(
        facts,
        _after(case.alike) if doubt else _together(case.alike),
        _raw(case.text, case.disguised, span),
        _shown(case.text, case.disguised, span),
        case.text.text[:start].count("\n") + start // width,
    )


def _about(doubt: Doubt, of_case: Sequence[Doubt], left: int) -> Text:
    """Which doubt it is of its case; ``left`` in all."""
    at, of = of_case.index(doubt) + 1, len(of_case)
    told = Text(_("{code} · doubt {at} of {of}").format(code=doubt.reference, at=at, of=of))
    if left > of:
        told.append(_(" · {count} in all cases").format(count=left))
    told.append("\n" + doubt.words, style="bold")
    told.append(f" → {doubt.span.placeholder}")
    if doubt.places > 1:
        told.append(_(" in {count} places").format(count=doubt.places))
    sure = _("a guess") if doubt.span.doubt >= _GUESS else _("not quite sure")
    told.append(f" · {sure}: {_(doubt.span.reason)}")
    return told


def _lone(stop: Stop, at: int, of: int) -> Text:
    """A case without a doubt, for what its facts tell together."""
    told = Text(_("No doubt is left. "), style="bold")
    if of > 1:
        told.append(_("Case {at} of {of} that stand out by their facts: ").format(at=at, of=of))
    told.append(stop.case.reference)
    return told


def _after(alike: Alike) -> Text:
    """Of the facts together, a line while there are doubts."""
    if not alike.singled_out or alike.left:
        return Text(_("Together its coded facts {fits}.").format(fits=_fits(alike.others)))
    told = _("Together its coded facts {fits}, at least {asked} are wanted. That comes after the doubts.")
    return Text(told.format(fits=_fits(alike.others), asked=alike.asked))


def _together(alike: Alike) -> Text:
    """What the facts tell together, and the one change that would help."""
    text = Text(_("Together: ") + " · ".join(alike.facts) + "\n")
    text.append(_fits(alike.others), style="bold" if alike.singled_out else "")
    if not alike.singled_out:
        return text
    text.append(_(", at least {asked} are wanted. ").format(asked=alike.asked))
    if alike.left:
        text.append(_("You left it so. "))
    if not alike.fact:
        text.append(_("No one change would help."))
        return text
    text.append("w", style="bold reverse")
    text.append(_(" tells “{words}”: then they {fits}").format(words=alike.words, fits=_fits(alike.then)))
    text.append(". " if alike.enough else _(", as near as one change comes. "))
    if not alike.left:
        text.append("c", style="bold reverse")
        text.append(_(" leaves it so."))
    return text


def _fits(count: int) -> str:
    if not count:
        return _("fit no other case of the area")
    return ngettext("fit {count} other case", "fit {count} other cases", count).format(count=count)


def _raw(text: RawText, disguised: Disguised, marked: Span | None) -> Text:
    body = Text(text.text, style="not bold")
    for span in disguised.spans:
        body.stylize(_style(text, span, marked), span.start, span.end)
    return Text(_("AS IT STANDS\n"), style="bold") + body


def _shown(text: RawText, disguised: Disguised, marked: Span | None) -> Text:
    body = Text(_("AS OTHERS READ IT\n"), style="bold")
    at = 0
    for span in disguised.spans:
        body.append(text.text[at : span.start], style="not bold")
        body.append(span.placeholder, style=_style(text, span, marked))
        at = span.end
    body.append(text.text[at:], style="not bold")
    return body


def _style(text: RawText, span: Span, marked: Span | None) -> str:
    """The piece in question stands out, wherever the same words stand."""
    words = text.text[span.start : span.end]
    same = marked is not None and not span.certain and words == text.text[marked.start : marked.end]
    return "bold reverse" if same else "not bold underline"


def hide_form(case_id: str) -> Fill:
    words = Field("words", _("The words, as they stand in the text"), check=needed(_("Type the words.")))
    return Fill(_("Hide more"), [words], _("Hide"), kept=DraftOf("hide more", case_id))
