"""What has to go in one block of a text, by the layers that read it apart from the others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from redaction.carry import Places, free_words, hidden_names
from redaction.guessed.learned import Learned, either, learned
from redaction.guessed.limits import Limits
from redaction.guessed.unknown import DOUBTFUL, find_unknown
from redaction.languages.choose import LANGUAGES
from redaction.languages.lists import ORG, PLACE, STREET, UNIT
from redaction.languages.words import Language
from redaction.recorded.agencies import is_agency
from redaction.recorded.find import find_recorded
from redaction.recorded.known import Known
from redaction.recorded.names import feast_day
from redaction.shapes.date import meaning
from redaction.shapes.every import find_shapes
from redaction.shown.placeholders import OPEN, ours
from redaction.spans import Find, settle
from redaction.text.reading import Reading, read
from redaction.told.call_signs import call_signs
from redaction.told.introduced import find_introduced
from redaction.told.said_marks import said_marks
from redaction.told.without_record import of_law, with_sign, without_record

# Where a record is at hand its notes are read as such; where there is none, more is hidden: chosen on the
# benchmark's training documents, each weighed by a model that did not learn from it.
NOTES = Limits()
NO_RECORD = Limits(ordinary=0.05, number=0.03, plain_number=0.02, keep=0.04, job=0.05, begins=0.02, clear=0.001)
Chances = Callable[[Reading, Sequence[str], str], Learned]


@dataclass(frozen=True, slots=True)
class Block:
    """One block, read. Offsets are code points of the block as written; ``surface`` of a find its folded words.

    ``names`` are those it hides, ``free`` words that would go if another block hid them, ``weak`` ordinary
    ones that would where it surely hid a person's name.
    """

    text: str = field(repr=False)
    finds: tuple[Find, ...] = field(repr=False)
    names: Mapping[str, Find] = field(repr=False)
    free: Mapping[str, Sequence[tuple[int, int]]] = field(repr=False)
    weak: Mapping[str, Sequence[tuple[int, int]]] = field(repr=False)


def read_block(text: str, known: Known, language: Language, *, caseless: bool, chances: Chances = learned) -> Block:
    own = own_places(text) if OPEN in text else []
    if own:
        chances = _weighed_before
    reading = read(text, language, known.seen.setdefault(language.code, {}), caseless=caseless)
    finds = settle(_all(reading, known, chances))
    normal = reading.normal

    def original(find: Find) -> Find:
        start, end = normal.original(find.start, find.end)
        return find.at(start, end, normal.low[find.start : find.end])

    names = hidden_names(reading, finds)
    found = [original(find) for find in finds]
    if own:
        found = [f for f in found if not any(f.start < end and start < f.end for start, end in own)]

    def places(words: Places) -> Places:
        """As written, outside what stands for a name already."""
        out = {low: [normal.original(*place) for place in held] for low, held in words.items()}
        if not own:
            return out
        return {low: [p for p in held if not any(a < p[1] and p[0] < b for a, b in own)] for low, held in out.items()}

    free, weak = free_words(reading, finds)
    return Block(text, tuple(found), names, places(free), places(weak))


def own_places(text: str) -> list[tuple[int, int]]:
    """Where placeholders stand, in whatever language: a piece may be in another than the text they were made for."""
    return sorted({match.span() for language in LANGUAGES.values() for match in ours(language).finditer(text)})


def _weighed_before(reading: Reading, _tags: Sequence[str], _model: str) -> Learned:
    """For a sentence with placeholders: it was disguised before, and what is uncertain in it was weighed then."""
    return Learned([0.0] * len(reading.words), [""] * len(reading.words))


@cache
def _limits(language: Language) -> Limits:
    return replace(NOTES, **language.limits)


def _all(reading: Reading, known: Known, chances: Chances) -> list[Find]:
    finds, tags = certain(reading, known)
    blank = has_no_record(known)
    weighed = [chances(reading, tags, model) for model in (reading.language.models if blank else ("notes",))]
    if blank:
        found = find_unknown(reading, tags, either(weighed), NO_RECORD, without_record)
    else:
        found = find_unknown(reading, tags, weighed[0], _limits(reading.language))
    finds += [_whose(reading, known, find) for find in found]
    finds += find_introduced(reading, tags)
    finds += said_marks(reading, tags)
    finds += call_signs(reading, tags)
    finds = over_the_line(reading, finds)
    if blank:
        finds = [with_sign(reading.normal.text, find) for find in finds]
    if known.agencies:
        finds = [find for find in finds if not _within_agency(reading, find, tags)]
    return finds


def has_no_record(known: Known) -> bool:
    return not (known.names or known.parts or known.digits or known.dates)


def over_the_line(reading: Reading, finds: list[Find]) -> list[Find]:
    """A name that is cut by a hyphen at a line's end goes on in the next."""
    if "-\n" not in reading.normal.text and "-\r\n" not in reading.normal.text:
        return finds
    longer: list[Find] = []
    for find in finds:
        after = reading.covering(find.start, find.end)[-1:]
        at = after[0] + 1 if after else len(reading.words)
        cut = at < len(reading.words) and reading.gaps[at].strip(" \t") in ("-\n", "-\r\n")
        if cut and find.kind in ("PERSON", "NAME", "PLACE", "ORG") and reading.words[at].islower():
            find = replace(find, end=reading.ends[at])
        longer.append(find)
    return longer


def certain(reading: Reading, known: Known) -> tuple[list[Find], list[str]]:
    """Layers 2 and 3, and what they say of each word, for the layers after."""
    finds = [*find_recorded(reading, known), *(_dated(reading, known, f) for f in find_shapes(reading))]
    if has_no_record(known):
        finds = [find for find in finds if not of_law(reading, find)]
    tags = [""] * len(reading.words)
    for find in finds:
        mark = ("R:" if find.rule.endswith("record") else "S:") + find.kind
        for at in reading.covering(find.start, find.end):
            if not tags[at].startswith("R"):
                tags[at] = mark
    names = known.names
    if not names.keys().isdisjoint(reading.said):
        for at, low in enumerate(reading.lows):
            if low in names and not tags[at] and not feast_day(reading, at):
                tags[at] = DOUBTFUL
    _graded(reading, tags)
    at = 0 if known.agencies else len(tags)
    while at < len(tags):
        length = is_agency(reading, at, known)
        if length:
            tags[at : at + length] = ["K"] * length
        at += length or 1
    return finds, tags


def _graded(reading: Reading, tags: list[str]) -> None:
    """The letter of a section, an option, a plan stands: 'option B'."""
    grades = reading.language.lists.of("grades")
    for at in reading.single:
        low = reading.lows[at]
        if at and not tags[at] and reading.gaps[at] == " " and low.isalpha():
            before = reading.facts[at - 1]
            if before.low in grades and len(before.low) > 2 and not before.bits & (UNIT | PLACE | ORG | STREET):
                tags[at] = "K"


def _whose(reading: Reading, known: Known, find: Find) -> Find:
    """A doubtful name that was found to be one gets its person."""
    if find.rule != "record" or find.kind != "NAME":
        return find
    for at in reading.covering(find.start, find.end):
        if form := known.names.get(reading.lows[at]):
            return replace(find, kind="PERSON", who=form.who, base=form.base)
    return find


def _within_agency(reading: Reading, find: Find, tags: Sequence[str]) -> bool:
    """A registered agency keeps its name, also where a town is part of one."""
    touched = reading.covering(find.start, find.end)
    return bool(touched) and all(tags[at] == "K" for at in touched)


def _dated(reading: Reading, known: Known, find: Find) -> Find:
    """A date that is somebody's day of birth, or birthday."""
    if find.kind != "DATE" or not known.dates:
        return find
    who = whose_birth(reading.normal.low[find.start : find.end], known)
    if not who:
        return find
    _day, _month, year = meaning(reading.normal.low[find.start : find.end])
    kind = "BIRTH" if year else "BORN"
    return replace(find, kind=kind, rule="record", reason="a date of birth in the record", base=who)


def whose_birth(text: str, known: Known, *, whole: bool = False) -> str:
    """The person of the record that a folded date belongs to, day and month in either order; '' where none.

    ``whole`` where a birthday without its year is not enough.
    """
    day, month, year = meaning(text)
    if not (day and month) or (whole and not year):
        return ""
    for born, who in known.dates.items():
        if (born.day, born.month) in ((day, month), (month, day)) and year in (None, born.year, born.year % 100):
            return who
    return ""
