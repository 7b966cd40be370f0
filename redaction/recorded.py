"""Layer 2: find in a text what the record knows."""

import re
from collections.abc import Iterator

from redaction.known import Form, Known, Value
from redaction.languages.lists import COMMON, DIGIT, KEEP, KIN, NOT_NAME, ORDINARY, RANK
from redaction.reading import END, MARK, SPACE, TOUCH, Reading
from redaction.spans import Find

# A longer run of letters is no word: it is hidden whatever stands in it.
_LONG = 48
_LEET = str.maketrans("0134578", "oleastb")
# Two letters that Albanian counts as one.
_DIGRAPH = re.compile("(?:Dh|Gj|Ll|Nj|Rr|Sh|Th|Xh|Zh)")
_NUMERIC = str.maketrans("oilsbzg", "0115829")


def find_recorded(reading: Reading, known: Known, *, near: bool = True) -> Iterator[Find]:
    """Names, values and numbers of the record, in any form."""
    if known.names or known.letters:
        yield from _names(reading, known, near)
        yield from _spelled(reading, known)
        yield from _alphabet(reading, known)
    if known.parts:
        yield from _values(reading, known)
    if known.digits:
        yield from _numbers(reading, known)


def is_agency(reading: Reading, index: int, known: Known) -> int:
    """How many words from here are the name of a registered agency; 0 when none."""
    best = 0
    for phrase in known.agencies.get(reading.lows[index], ()):
        if tuple(reading.lows[index : index + len(phrase)]) == phrase and (
            len(phrase) > 1 or reading.facts[index].capital
        ):
            best = max(best, len(phrase))
    return best


def _find(
    reading: Reading, first: int, last: int, form: Form, reason: str, rule: str = "record", doubt: float = 0.0
) -> Find:
    end = reading.ends[last]
    if reading.lows[last].endswith("'s"):
        end -= 2
    return Find(reading.starts[first], end, form.kind, rule, reason, form.who, form.base, doubt)


def name_of(low: str, known: Known, reading: Reading) -> Form | None:
    """The recorded name that a word is, without endings, clitics or the signs that stand in for letters."""
    names = known.names
    found = names.get(low)
    if found is None:
        for bare in reading.language.bare(low):
            if found := names.get(bare):
                return found
        if "'" in low or not low.isalpha():
            if found := names.get(low.removesuffix("'s").replace("'", "")):
                return found
            if any(c.isdigit() for c in low) and any(c.isalpha() for c in low):
                found = names.get(low.translate(_LEET)) or names.get(low.translate(_LEET).replace("l", "i"))
    return found


def _names(reading: Reading, known: Known, near: bool) -> Iterator[Find]:
    names, lows, facts = known.names, reading.lows, reading.facts
    agency_until = 0
    agencies = known.agencies
    # Whoever types one recorded name without its capital does so with the others.
    small = any(
        low in names and word == low and len(low) > 3 and not fact.bits & ORDINARY
        for low, word, fact in zip(lows, reading.words, facts, strict=True)
    )
    for index, low in enumerate(lows):
        if low in agencies and (length := is_agency(reading, index, known)):
            agency_until = max(agency_until, index + length)
        if index < agency_until:
            continue
        form = names.get(low)
        fact = facts[index]
        if form is None and not fact.bits & ORDINARY:
            form = name_of(low, known, reading)
        if form is not None:
            doubt = _doubt(reading, index, known, small)
            if doubt < 1:
                yield from _with_initials(reading, index, form, doubt)
            continue
        if len(low) < 4:
            yield from _initials(reading, index, known)
        elif not fact.bits & (ORDINARY | DIGIT):
            bare = low.removesuffix("'s")
            close = known.near(bare) if near else None
            for other in reading.language.bare(low) if near and close is None else ():
                close = close or known.near(other)
            if close:
                yield _find(reading, index, index, close, "one letter from a name in the record", "near record", 0.3)
            elif (joined := _run_together(bare, known)) is not None:
                yield _find(reading, index, index, joined, "a name in the record, run into another word")
            elif index + 1 < len(lows) and reading.gaps[index + 1] in ("-\n", "-", " ", "\n", "- ", "- \n"):
                both = names.get(bare + lows[index + 1].removesuffix("'s"))
                if both:
                    yield _find(reading, index, index + 1, both, "a name in the record, cut in two")


def _doubt(reading: Reading, index: int, known: Known, small: bool) -> float:
    """0 where a word is the recorded name, 1 where it is the ordinary word that is spelled the same."""
    fact = reading.facts[index]
    if not fact.bits & ORDINARY:
        return 0.0
    if _beside_name(reading, index, known):
        return 0.0
    case = reading.case[index]
    if case != "x":
        before = reading.facts[index - 1] if index else None
        if before and before.bits & RANK and reading.kinds[index] <= SPACE:
            return 0.1
        return 0.5 if not fact.bits & NOT_NAME else 1.0
    if not fact.capital:
        return 0.5 if small and not fact.bits & (NOT_NAME | COMMON | KIN) else 1.0
    if not reading.begins[index]:
        return 0.0
    after = reading.lows[index + 1] if index + 1 < len(reading.lows) and reading.gaps[index + 1] == " " else ""
    return 1.0 if after in reading.language.lists.of("determiners") else 0.2


def _beside_name(reading: Reading, index: int, known: Known) -> bool:
    for at, gap in ((index - 1, index), (index + 1, index + 1)):
        if 0 <= at < len(reading.lows) and reading.kinds[gap] <= SPACE:
            other = known.names.get(reading.lows[at])
            if other and (not reading.facts[at].bits & ORDINARY or _whole_name(reading, index, at, known)):
                return True
    return False


def _whole_name(reading: Reading, index: int, at: int, known: Known) -> bool:
    """Two ordinary words that are the first name and the surname of one person, as the record has them."""
    one, other = known.names[reading.lows[index]], known.names[reading.lows[at]]
    spelled = one.base == reading.lows[index] and other.base == reading.lows[at]
    return (
        spelled
        and one.base != other.base
        and bool(one.who or other.who)
        and (one.who == other.who or not (one.who and other.who))
    )


def _with_initials(reading: Reading, index: int, form: Form, doubt: float) -> Iterator[Find]:
    """A name, with the single capital before or after it ('A. Hoxha', 'Hoxha A.')."""
    first = last = index
    facts, gaps = reading.facts, reading.gaps
    if (
        index
        and len(facts[index - 1].low) == 1
        and gaps[index] in (". ", " ", ".", "-")
        and facts[index - 1].low.isalpha()
    ):
        stands_alone = facts[index - 1].low in ("i", "a", "e") and "." not in gaps[index]
        if not stands_alone and (facts[index - 1].capital or reading.case[index] == "n"):
            first -= 1
    elif index + 1 < len(facts) and gaps[index + 1] == " " and len(facts[index + 1].low) <= 2:
        after = gaps[index + 2]
        if after.startswith(".") and (facts[index + 1].capital or reading.case[index] == "n"):
            last += 1
    yield _find(reading, first, last, form, "a name in the record", doubt=doubt)


def _initials(reading: Reading, index: int, known: Known) -> Iterator[Find]:
    """Initials as one word or as letters, and one letter that stands for a person."""
    word = reading.words[index]
    low = reading.lows[index].removesuffix("'s")
    letters = word[: len(low)]
    if _DIGRAPH.fullmatch(letters) and reading.gaps[index + 1] in (".", ". ") and index + 1 < len(reading.words):
        form = known.initials.get(low[0] + reading.lows[index + 1])
        if form and reading.words[index + 1][0].isupper():
            yield _find(reading, index, index + 1, form, "initials", doubt=0.1)
            return
    if len(low) > 1:
        form = known.initials.get(low)
        if form and letters.isupper() and not reading.facts[index].bits & KEEP and reading.case[index] != "C":
            yield _find(reading, index, index, form, "initials", doubt=0.2)
        return
    if not letters.isupper() or not letters.isalpha():
        return
    following = index + 1
    if (
        following < len(reading.words)
        and reading.gaps[following] in (".", ". ", " ", "/", "", "-")
        and len(reading.lows[following].removesuffix("'s")) == 1
    ):
        form = known.initials.get(low + reading.lows[following].removesuffix("'s"))
        if form and reading.words[following][0].isupper():
            yield _find(reading, index, following, form, "initials", doubt=0.1)
            return
    form = known.letters.get(low)
    if form is None or low in "aiex" or reading.case[index] == "C":
        return
    before = reading.lows[index - 1] if index else ""
    if (
        before in reading.language.lists.of("grades")
        or reading.facts[index - 1].bits & DIGIT
        or (following < len(reading.facts) and reading.facts[following].bits & DIGIT)
    ):
        return
    if reading.kinds[following] == TOUCH or (reading.kinds[index] == TOUCH and index):
        return
    yield _find(reading, index, index, form, "an initial", doubt=0.4)


def _run_together(low: str, known: Known) -> Form | None:
    """Two names as one word, or a name of five letters that begins or ends a longer one."""
    if not 7 <= len(low) <= _LONG:
        return None
    names = known.names
    for cut in range(3, len(low) - 2):
        left, right = names.get(low[:cut]), names.get(low[cut:])
        if left and right:
            return left
        if left and cut >= 5:
            return left
        if right and len(low) - cut >= 5:
            return right
    return None


def _spelled(reading: Reading, known: Known) -> Iterator[Find]:
    """Letters spelled or spaced out: D-A-N-U-T-A, D a n u t a."""
    lows = reading.lows
    single = [at for at, low in enumerate(lows) if len(low) == 1 and low.isalpha()]
    run: list[int] = []
    for at in [*single, -9]:
        if run and (at != run[-1] + 1 or len(reading.gaps[at]) > 3):
            if len(run) >= 3:
                yield from _spelled_run(reading, run, known)
            run = []
        run.append(at)


def _alphabet(reading: Reading, known: Known) -> Iterator[Find]:
    """Letters by the words of a spelling alphabet: Mike Alpha Romeo Kilo; three and more go whatever they spell."""
    alphabet = reading.language.lists.of("spelling")
    if not alphabet:
        return
    numeric = _numeric_words(reading)
    spoken = {at for at, low in enumerate(reading.lows) if low in alphabet}
    at, size = 0, len(reading.lows)
    while len(spoken) > 2 and at < size:
        last, spelled = at, ""
        while last < size and (last == at or len(reading.gaps[last]) <= 3):
            low = reading.lows[last]
            if last not in spoken and low not in numeric and len(low) > 1 and low != "ray" and not low.isdigit():
                break
            spelled += "" if low == "ray" else low[0] if last in spoken or len(low) == 1 else numeric.get(low, low)
            last += 1
        if len(spoken & set(range(at, last))) > 2:
            form = (
                known.names.get(spelled)
                or known.near(spelled)
                or next((f for *_, f in known.numbers_in(spelled)), None)
            )
            if form:
                yield _find(reading, at, last - 1, form, "spelled by an alphabet")
            else:
                yield _find(reading, at, last - 1, Form("ID"), "spelled by an alphabet", "shape")
        at = max(last, at + 1)


def _spelled_run(reading: Reading, run: list[int], known: Known) -> Iterator[Find]:
    spelled = "".join(reading.lows[at] for at in run)
    at = 0
    while at < len(run) - 2:
        for end in range(min(len(run), at + 24), at + 2, -1):
            form = known.names.get(spelled[at:end]) or (known.near(spelled) if end - at == len(run) else None)
            if form:
                yield _find(reading, run[at], run[end - 1], form, "a name spelled out")
                at = end - 1
                break
        at += 1


def _values(reading: Reading, known: Known) -> Iterator[Find]:
    """Words of an address, a place, a school, an employer: one that gives it away, with its neighbours."""
    lows, parts = reading.lows, known.parts
    agency_until = index = 0
    while index < len(lows):
        low = lows[index]
        if low in known.agencies and (length := is_agency(reading, index, known)):
            agency_until = max(agency_until, index + length)
        values = parts.get(low) or (parts.get(low[:-2]) if low.endswith("'s") else None)
        if values is None and "'" in low:
            values = next((parts[b] for b in reading.language.bare(low) if b in parts), None)
        if not values or index < agency_until:
            index += 1
            continue
        last = index
        for value in values:
            last = max(last, _value(reading, index, value))
        if last > index or any(_alone(reading, index, value) for value in values):
            form = max(values, key=lambda v: _value(reading, index, v)).form
            yield _find(reading, index, last, form, "in the record")
        index = last + 1


def _value(reading: Reading, index: int, value: Value) -> int:
    """The last word of a run of at least two words of this value that tells it; ``index`` where there is none."""
    last, telling, seen = index, 0, set()
    while last < len(reading.lows):
        low = reading.lows[last].removesuffix("'s")
        if (
            low not in value.parts
            or low in seen
            or (last > index and (reading.kinds[last] == END and reading.gaps[last] not in (". ", "\n", ".")))
        ):
            break
        seen.add(low)
        telling += low in value.telling
        last += 1
    length = last - index
    if length < 2:
        return index
    ordinary = all(reading.facts[at].bits & ORDINARY and not reading.facts[at].capital for at in range(index, last))
    whole = length == len(value.words)
    in_order = length > 1 and tuple(reading.lows[index:last]) in zip(
        *(value.words[at:] for at in range(length)), strict=False
    )
    if (
        (telling >= (2 if ordinary else 1))
        or (telling and in_order)
        or (whole and (telling or value.form.kind == "ADDRESS"))
    ):
        return last - 1
    return index


def _alone(reading: Reading, index: int, value: Value) -> bool:
    fact = reading.facts[index]
    low = fact.low.removesuffix("'s")
    if low not in value.telling:
        return any(bare in value.telling for bare in reading.language.bare(fact.low)) and not fact.bits & ORDINARY
    if not fact.bits & ORDINARY:
        return True
    return fact.capital and not (reading.begins[index] and fact.bits & NOT_NAME) and reading.case[index] != "C"


def _numbers(reading: Reading, known: Known) -> Iterator[Find]:
    """Numbers and addresses on the net: in any grouping, with letters for digits, or in words."""
    numeric = _numeric_words(reading)
    at = 0
    lows, facts = reading.lows, reading.facts
    count = len(lows)
    while at < count:
        if not (facts[at].bits & DIGIT or lows[at] in numeric or "@" in reading.gaps[at + 1]):
            at += 1
            continue
        first = at
        while (
            first
            and reading.kinds[first] <= MARK
            and len(reading.gaps[first]) <= 2
            and at - first < 3
            and reading.gaps[first] != ", "
        ):
            first -= 1
        last = at
        while last + 1 < count and len(reading.gaps[last + 1]) <= 3 and last - first < 40:
            follows = last + 1
            if not (
                facts[follows].bits & DIGIT
                or lows[follows] in numeric
                or (reading.kinds[follows] <= MARK and reading.gaps[follows] != " ")
            ):
                # One word of letters may close a mark or an address on the net.
                if reading.gaps[follows] == " " and len(lows[follows]) <= 3:
                    last += 1
                break
            last += 1
        yield from _numbers_between(reading, first, last, known, numeric)
        at = last + 1


def _numbers_between(reading: Reading, first: int, last: int, known: Known, numeric: dict[str, str]) -> Iterator[Find]:
    plain: list[str] = []
    places: list[tuple[int, int]] = []
    start = reading.starts[first]
    prefix = reading.normal.text[max(0, start - 1) : start] == "+"
    for at in range(first, last + 1):
        low, begin = reading.lows[at], reading.starts[at]
        times = 1
        if low in numeric and not reading.facts[at].bits & DIGIT:
            if numeric[low].startswith("*"):
                continue
            before = numeric.get(reading.lows[at - 1], "") if at > first else ""
            times = int(before[1:]) if before.startswith("*") else 1
            for _again in range(times):
                plain.append(numeric[low])
                places.append((begin, reading.ends[at]))
            continue
        for offset, character in enumerate(low):
            if character.isalnum():
                plain.append(character)
                places.append((begin + offset, begin + offset + 1))
    joined = "".join(plain)
    if len(joined) != len(places):
        return
    tried = {joined, "".join(c if c.isdigit() else c.translate(_NUMERIC) for c in joined)}
    for run in tried:
        for a, b, form in known.numbers_in(run):
            short = b - a < 6
            if short and not (_edge(places, a, b, reading)):
                continue
            yield Find(places[a][0], places[b - 1][1], form.kind, "record", "a number in the record")
        if prefix or joined[:2] == "00" or joined[:2] in ("44", "35"):
            for national in ("0044", "00355", "44", "355"):
                if run.startswith(national):
                    rest = len(national)
                    zero = run[rest:].removeprefix("0")
                    moved = rest + len(run[rest:]) - len(zero)
                    for a, b, form in known.numbers_in("0" + zero):
                        if a == 0:
                            yield Find(start, places[moved + b - 2][1], form.kind, "record", "a number in the record")


def _edge(places: list[tuple[int, int]], a: int, b: int, reading: Reading) -> bool:
    """A short number counts as a whole word alone."""
    text = reading.normal.text
    first, last = places[a][0], places[b - 1][1]
    return not (first and text[first - 1].isalnum()) and not (last < len(text) and text[last].isalnum())


def _numeric_words(reading: Reading) -> dict[str, str]:
    """Digits as words of this language: ``{"seven": "7", "double": "*2"}``."""
    ordered = reading.language.lists.ordered
    found = {word: str(value) for value, word in enumerate(ordered.get("numbers", ()))}
    found |= dict.fromkeys(ordered.get("nought", ()), "0")
    for entry in ordered.get("repeats", ()):
        word, _, times = entry.partition("=")
        found[word] = f"*{times}"
    return found
