"""The review of doubts: the most doubtful first, each decision remembered for its case, harmless words for the area."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _

from data.records.conference import MeetingState
from data.records.review import Review
from data.records.text import RawText
from meeting.usecases.alike import Alike, alike_of, together
from meeting.usecases.cases import whole_text
from meeting.usecases.harmless import names_in
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters_of
from meeting.usecases.places import NotPossible
from meeting.usecases.preparing import meetings, refresh_summaries
from redaction.disguise import Disguised
from redaction.harmless import may_name, standing
from redaction.spans import Span, doubtful
from redaction.text.normal import fold


@dataclass(frozen=True, slots=True)
class Doubt:
    """One uncertain piece of a case's text: hidden first, then shown to its keeper with the reason.

    ``places`` counts where the same words stand: they are decided together.
    """

    case_id: str
    reference: str
    text: RawText = field(repr=False)
    disguised: Disguised = field(repr=False)
    span: Span
    places: int = 1

    @property
    def words(self) -> str:
        """What stands in the text; for the keeper's eyes alone."""
        return self.text.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Seen:
    """One case as a review sees it now: its text on both sides, its doubts, what its facts tell together."""

    case_id: str
    reference: str
    text: RawText = field(repr=False)
    disguised: Disguised = field(repr=False)
    doubts: tuple[Doubt, ...]
    alike: Alike

    @property
    def waits(self) -> bool:
        """Its facts fit too few other cases, something would help, and nobody has left it so."""
        return self.alike.singled_out and bool(self.alike.fact) and not self.alike.left


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a review stops: at a doubt of a case, or at a case for what its facts tell together."""

    case: Seen
    doubt: Doubt | None = None


def read_agenda(office: Office, meeting_id: str) -> tuple[Seen, ...]:
    """The cases on the agenda, the one with the most doubtful piece first."""
    with office.area.look() as record:
        case_ids = list(dict.fromkeys(item.case_id for item in record.items(meeting_id)))
    return tuple(sorted(_read(office, case_ids), key=lambda seen: -max((d.span.doubt for d in seen.doubts), default=0)))


def read(office: Office, meeting_id: str, case_id: str) -> tuple[Seen, ...]:
    """Of an agenda, or else of one case."""
    return read_agenda(office, meeting_id) if meeting_id else read_case(office, case_id)


def read_case(office: Office, case_id: str) -> tuple[Seen, ...]:
    return tuple(_read(office, [case_id]))


def again(office: Office, seen: Sequence[Seen], case_id: str = "") -> tuple[Seen, ...]:
    """The same cases in the same order after a decision on one of them, or on all ('')."""
    fresh = {one.case_id: one for one in _read(office, [s.case_id for s in seen if case_id in ("", s.case_id)])}
    return tuple(fresh.get(one.case_id, one) for one in seen)


def stops(seen: Sequence[Seen]) -> tuple[Stop, ...]:
    """The doubts, case by case; where none is left, the cases that stand alone; of a single case itself."""
    doubts = tuple(Stop(case, doubt) for case in seen for doubt in case.doubts)
    return doubts or tuple(Stop(case) for case in seen if case.waits or len(seen) == 1)


def doubts(office: Office, meeting_id: str) -> tuple[Doubt, ...]:
    """Every doubt of the cases on the agenda."""
    return tuple(doubt for case in read_agenda(office, meeting_id) for doubt in case.doubts)


def _read(office: Office, case_ids: Sequence[str]) -> Iterator[Seen]:
    found = matters_of(office, case_ids)
    for case_id in case_ids:
        file = office.file_of(case_id)
        text = whole_text(file)
        disguised = office.disguise(case_id, text)
        alike = alike_of(office, found[case_id], disguised)
        doubts = _doubts(case_id, file.case.reference, text, disguised)
        yield Seen(case_id, file.case.reference, text, disguised, doubts, alike)


def _doubts(case_id: str, reference: str, text: RawText, disguised: Disguised) -> tuple[Doubt, ...]:
    """The most doubtful first; the same words once."""
    spans = doubtful(disguised.spans)
    words = [fold(text.text[span.start : span.end]) for span in spans]
    first: dict[str, Span] = {}
    for low, span in zip(words, spans, strict=True):
        first.setdefault(low, span)
    places = Counter(words)
    return tuple(Doubt(case_id, reference, text, disguised, span, places[low]) for low, span in first.items())


class Sitting:
    """A review under way: what was decided while the area is open can be taken back, the last first, in any review
    that shows its case."""

    def __init__(self, office: Office) -> None:
        self._office, self._before = office, office.decided

    def decided(self, seen: Sequence[Seen]) -> bool:
        """Whether something was decided of these cases."""
        return self._last(seen) is not None

    def decide(self, seen: Sequence[Seen], case_id: str, do: Callable[[], None]) -> tuple[Seen, ...]:
        """The cases as they are afterwards. Raises what ``do`` raises; nothing is decided then."""
        before = _review_of(self._office, case_id)
        do()
        self._before.append((case_id, before))
        return self._again(seen, case_id, before)

    def undo(self, seen: Sequence[Seen]) -> tuple[str, tuple[Seen, ...]]:
        """The case whose last decision was taken back, and the cases as they are now."""
        at = self._last(seen)
        if at is None:
            raise NotPossible(_("There is nothing to undo."))
        case_id, before = self._before.pop(at)
        now = _review_of(self._office, case_id)
        restore(self._office, case_id, before)
        return case_id, self._again(seen, case_id, now)

    def _last(self, seen: Sequence[Seen]) -> int | None:
        shown = {one.case_id for one in seen}
        return next((at for at in reversed(range(len(self._before))) if self._before[at][0] in shown), None)

    def _again(self, seen: Sequence[Seen], case_id: str, other: Review) -> tuple[Seen, ...]:
        """All cases are read again where the decision was about the whole area."""
        everywhere = _review_of(self._office, case_id).harmless != other.harmless
        return again(self._office, seen, "" if everywhere else case_id)


def show(office: Office, case_id: str, words: str) -> None:
    """Let words of this case stand that were hidden in doubt; remembered for the case.

    Raises NotPossible for what is a name of the record, or nearly: it would stay hidden all the same.
    """
    before = _review_of(office, case_id)
    _decide(office, case_id, lambda was: _with(was, words, show_it=True))
    if any(fold(doubt.words) == fold(words) for seen in _read(office, [case_id]) for doubt in seen.doubts):
        restore(office, case_id, before)
        raise NotPossible(
            _("This may be a name of the record, and such a name is never shown. Press k: it stays hidden.")
        )


def hide_more(office: Office, case_id: str, words: str) -> None:
    """Hide words that were left standing; remembered for the case."""
    _decide(office, case_id, lambda was: _with(was, words, show_it=False))


def keep_hidden(office: Office, case_id: str, words: Sequence[str]) -> None:
    """Confirm what is hidden: it is no doubt any more."""

    def all_of(was: Review) -> Review:
        for one in words:
            was = _with(was, one, show_it=False)
        return was

    _decide(office, case_id, all_of)


def harmless(office: Office, case_id: str, words: str) -> None:
    """Let words stand in every case of the area where they are only doubted; sealed with the case they stand in.

    Raises NotPossible for what may name somebody.
    """
    if may_name(words):
        raise NotPossible(
            _("A first name may be among these, so they cannot be harmless everywhere. Press s to show them here.")
        )
    with office.area.work() as record:
        names = names_in(record)
    if not standing([words], names):
        raise NotPossible(
            _("A case of the area has somebody of this name, so it cannot be harmless everywhere. Press s to show it.")
        )

    def added(was: Review) -> Review:
        less = _with(was, words, show_it=True)
        return replace(less, harmless=(*(w for w in was.harmless if w != words), words))

    _decide(office, case_id, added)


def _review_of(office: Office, case_id: str) -> Review:
    with office.area.look() as record:
        return record.review(case_id)


def restore(office: Office, case_id: str, before: Review) -> None:
    _decide(office, case_id, lambda was: replace(before, letters=was.letters))


def tell_widely(office: Office, case_id: str, fact: str, told: str) -> None:
    """Tell a coded fact of this case as ``told`` from now on ('' leaves it out); remembered for the case."""
    _decide(office, case_id, lambda was: replace(was, wider={**was.wider, fact: told}))


def leave_alone(office: Office, case_id: str) -> None:
    """The facts of the case stay told as they are although they fit too few others; asked again when they change."""
    now = together(office, case_id)
    _decide(office, case_id, lambda was: replace(was, alone=now))


def _decide(office: Office, case_id: str, change: Callable[[Review], Review]) -> None:
    """Change what is decided, and the summaries on agendas not begun with it: of the case, or of all."""
    with office.area.work() as record:
        was = record.review(case_id)
        now = change(was)
        record.save_review(case_id, now)
    everywhere = was.harmless != now.harmless
    if everywhere:
        office.harmless = None
    for meeting in meetings(office):
        if meeting.state in (MeetingState.PLANNED, MeetingState.PUBLISHED):
            refresh_summaries(office, meeting.id, "" if everywhere else case_id)


def _with(was: Review, words: str, *, show_it: bool) -> Review:
    if not words.strip():
        raise NotPossible(_("Mark the words first."))
    keep, hide = (tuple(w for w in some if w != words) for some in (was.keep, was.hide))
    less = tuple(w for w in was.harmless if w != words)
    if show_it:
        return replace(was, keep=(*keep, words), hide=hide, harmless=less)
    return replace(was, keep=keep, hide=(*hide, words), harmless=less)
