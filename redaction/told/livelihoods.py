"""What somebody does for a living, or with passion: 'is a milk recorder', 'Job: lifeguard', 'drives the gritter'."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from redaction.guessed.marks import Mark, Marks, hide
from redaction.languages.lists import COMMON, COUNT, DIGIT, JOB, KEEP, KIN, ORIGIN, ROLE, SMALL, STOP, WORK, WORKER
from redaction.languages.words import Language
from redaction.text.cues import JOBS
from redaction.text.reading import Reading

_MODIFIERS = 3
_NEVER, _HARDLY = 2.0, 0.005
_NO_PART = COMMON | STOP | KIN | DIGIT
_IS, _DOES = "what somebody does for a living", "what somebody is said to do"


def told_jobs(reading: Reading, tags: Sequence[str], marks: Marks, chance: Sequence[float]) -> None:
    """Mark words for workers where somebody is said to be one, and what somebody is said to do."""
    lists = reading.language.lists
    habits, on_duty, they_do = _habits(reading.language), lists.of("on_duty"), lists.of("they_do")
    degrees, lows = lists.of("degrees"), reading.lows
    for index in reading.at(JOBS):
        low, said = lows[index], index > 0 and lows[index - 1] in they_do
        if low in on_duty:
            _post(reading, tags, marks, index)
        elif low in degrees:
            _studied(reading, tags, marks, index)
        verb = low if low in habits else _bare(reading, index, habits) if said else ""
        if verb:
            _habit(reading, tags, marks, index, habits, habits[verb])
        elif reading.facts[index].bits & (JOB | WORKER) and _works(reading, index):
            first = _first(reading, tags, index)
            if max(chance[first : index + 1]) >= _said(reading, tags, marks, first):
                hide(tags, marks, first, _place(reading, tags, index), "JOB", _IS, 0.3)


@cache
def _habits(language: Language) -> Mapping[str, frozenset[str]]:
    """By verb, the things it is followed by; none where any will do."""
    pairs = (entry.partition("=") for entry in language.lists.ordered["habits"])
    return {verb: frozenset(things.split(",") if things else ()) for verb, _, things in pairs}


def _works(reading: Reading, at: int) -> bool:
    """Whether a word means a worker, and ends what is called so."""
    fact = reading.facts[at]
    if (
        fact.bits & KIN
        or (fact.bits & (ROLE | KEEP) and not _once(reading, at))
        or (fact.capital and reading.case[at] == "x" and not reading.begins[at])
    ):
        return False
    if not fact.bits & JOB:
        senses = fact.senses
        if "job" not in senses or senses[0] != "n18":
            return False
    after = at + 1
    ends = after == len(reading.words) or reading.gaps[after] != " " or not _noun(reading, after)
    return ends and fact.low not in reading.language.lists.of("any_work")


def _once(reading: Reading, at: int) -> bool:
    """Whether a professional's role is told as somebody's own: 'training as a paramedic', 'formerly a prosecutor'."""
    lists, lows, first = reading.language.lists, reading.lows, at - 1
    while first > 0 and at - first < _MODIFIERS and lows[first] not in lists.of("articles"):
        first -= 1
    if first < 1 or lows[first] not in ("a", "an") or "\n" in "".join(reading.gaps[first : at + 1]):
        return False
    before = lows[first - 1]
    return before in lists.of("formerly") or (before == "as" and lows[first - 2] in lists.of("trained") and first > 1)


def _studied(reading: Reading, tags: Sequence[str], marks: Marks, at: int) -> None:
    """'MSc actuarial science', 'BA in Hindi'."""
    first = at + 1
    first += first < len(reading.words) and reading.lows[first] in ("in", "hons", "student")
    end = _past(reading, tags, first)
    if end > first and _noun(reading, end - 1) and reading.facts[at].shape != "x":
        hide(tags, marks, at, end - 1, "JOB", "what somebody studies", 0.3)


def _noun(reading: Reading, at: int, *, either: bool = False) -> bool:
    """Whether a word is a noun first of all; with ``either``, at least as well."""
    senses = reading.facts[at].senses
    if reading.facts[at].bits & (STOP | COMMON | COUNT) or reading.lows[at] in reading.language.lists.of("no_part"):
        return False
    return any(sense[0] == "n" for sense in senses) if either else bool(senses) and senses[0][0] == "n"


def _part(reading: Reading, tags: Sequence[str], at: int) -> bool:
    """Whether a word may belong to a job's name, or to a thing's: 'second engineer', 'loft insulation'."""
    fact = reading.facts[at]
    if tags[at] or fact.bits & _NO_PART or fact.low in reading.language.lists.of("no_part"):
        return bool(fact.bits & KIN) and "n05" in fact.senses
    return not fact.capital or reading.case[at] != "x" or bool(fact.bits & ORIGIN)


def _first(reading: Reading, tags: Sequence[str], last: int) -> int:
    at = last
    while at and last - at < _MODIFIERS and reading.gaps[at] in (" ", "-") and _part(reading, tags, at - 1):
        at -= 1
    return at


def _past(reading: Reading, tags: Sequence[str], first: int) -> int:
    """The place behind a noun and what describes it."""
    at = first
    while at < len(reading.words) and at - first < _MODIFIERS and _part(reading, tags, at):
        if reading.gaps[at] != " " and (at == first or reading.gaps[at] != "-"):
            break
        at += 1
    return at


def _beyond(reading: Reading, at: int, section: str) -> int:
    """The place behind words of a section of the lists."""
    links = reading.language.lists.of(section)
    while at < len(reading.words) and reading.gaps[at] == " " and reading.lows[at] in links:
        at += 1
    return at


def _place(reading: Reading, tags: Sequence[str], last: int) -> int:
    """The last word of 'at the mill', 'for the gang' behind a job; the job's own where nothing follows."""
    first = _beyond(reading, last + 1, "job_links")
    if first != last + 2:
        return last
    if reading.lows[last + 1] == "on" and not reading.language.lists.of("posts").intersection(
        reading.lows[first : first + 2]
    ):
        return last
    first += first < len(reading.words) and reading.lows[first] in reading.language.lists.of("articles")
    end = first
    while end < _past(reading, tags, first) and _noun(reading, end):
        end += 1
    return end - 1 if end > first and _thing(reading, end - 1) else last


def _said(reading: Reading, tags: Sequence[str], marks: Sequence[Mark | None], first: int) -> float:
    """From which chance on a worker's name is somebody's job, by what stands before it; above 1 where it is none."""
    lists, lows, gaps = reading.language.lists, reading.lows, reading.gaps
    before, gap = first - 1, gaps[first]
    if not first:
        return _NEVER
    if gap == " ":
        at = before - (lows[before] in ("a", "an") and gaps[before] == " ")
        if at >= 0 and lows[at] in lists.of("is_a") | lists.of("formerly"):
            return 0.0
        return _HARDLY if lows[before] in lists.of("whose_job") else _NEVER
    if gap in (": ", "\n", " - ") and lows[before] in lists.of("job_heads"):
        return 0.0
    mark = marks[before]
    named = (mark is not None and mark.kind in ("NAME", "PERSON", "", "AGE")) or tags[before] in ("R:PERSON", "S:AGE")
    beside = gap in (", ", " (", " - ", ". ") and (named or reading.facts[before].bits & KIN)
    return 0.0 if beside else _NEVER


def _bare(reading: Reading, at: int, habits: Mapping[str, frozenset[str]]) -> str:
    """The listed form of a verb after 'I', 'they', 'used to'; '' for other words."""
    lows = reading.lows
    if reading.gaps[at] != " ":
        return ""
    if lows[at - 1] == "to" and (at < 2 or lows[at - 2] != "used"):
        return ""
    return next((form for form in (lows[at] + "s", lows[at] + "es") if form in habits), "")


def _habit(
    reading: Reading,
    tags: Sequence[str],
    marks: Marks,
    verb: int,
    habits: Mapping[str, frozenset[str]],
    things: frozenset[str],
) -> None:
    lists, lows, gaps, size = reading.language.lists, reading.lows, reading.gaps, len(reading.words)
    mark = marks[verb]
    if tags[verb] or (mark is not None and mark.kind not in ("JOB", "OTHER")):
        return
    at = verb + 1
    if at + 1 < size and lows[at] == "and" and lows[at + 1] in habits and gaps[at] == gaps[at + 1] == " ":
        at += 2
    first = _beyond(reading, at, "ware_links")
    end = _past(reading, tags, first)
    if not lists.of("chores").intersection(lows[first:end]):
        found = _last(
            first, end, lambda place: lows[place] in things or (not things and _noun(reading, place, either=True))
        )
        hide(tags, marks, verb, found, "JOB", _DOES, 0.3)


def _post(reading: Reading, tags: Sequence[str], marks: Marks, verb: int) -> None:
    """'Works the waltzers', 'works nights on the trays', 'is on the dredgers', 'was in the army'."""
    lists, lows = reading.language.lists, reading.lows
    if lows[verb + 1 : verb + 2] and lows[verb + 1] not in lists.of("post_links"):
        return
    works = bool(reading.facts[verb].bits & WORK)
    first = _beyond(reading, verb + 1, "post_links")
    if first == verb + 1 or not (works or lists.of("post_heads").intersection(lows[verb + 1 : first])):
        return
    end = _past(reading, tags, first)
    if not works:
        posts, kinds = lists.of("posts"), lists.of("posts_of_a_kind")

        def fits(at: int) -> bool:
            return lows[at] in posts or (lows[at] in kinds and at > first and _kind(reading, at - 1))

        found = _last(first, end, fits)
        hide(tags, marks, verb + 1, found, "JOB", _IS, 0.3)
    elif not lists.of("no_post").intersection(lows[first:end]):
        found = _last(first, end, lambda place: _noun(reading, place))
        if found >= 0 and _thing(reading, found):
            hide(tags, marks, verb, found, "JOB", _IS, 0.3)


def _thing(reading: Reading, at: int) -> bool:
    return _noun(reading, at) and "n28" not in reading.facts[at].senses


def _kind(reading: Reading, at: int) -> bool:
    return _noun(reading, at) and not reading.facts[at].bits & SMALL


def _last(first: int, end: int, fits: Callable[[int], bool]) -> int:
    """The last place that fits; -1 where none does."""
    return next((place for place in range(end - 1, first - 1, -1) if fits(place)), -1)
