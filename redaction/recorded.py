"""Layer 2: find in a text what the record knows."""

from collections.abc import Iterator, Sequence

from redaction.known import Form, Known
from redaction.languages.words import Language
from redaction.normal import Normal, Word
from redaction.placeholders import for_form
from redaction.spans import Span


def find_recorded(normal: Normal, words: Sequence[Word], known: Known, language: Language) -> Iterator[Span]:
    """Names, phrases and numbers of the record, in any form."""
    shouting = _without_case(normal.text)
    for index, word in enumerate(words):
        form = _name(word, known)
        if form and _counts(index, words, known, language, shouting):
            yield _span(normal, word.start, word.end, form, language, "a name in the record")
        elif not form and not language.knows(word.low) and (near := known.near(_bare(word.low))):
            yield _span(normal, word.start, word.end, near, language, "one letter from a name in the record", near=True)
        yield from _phrases(normal, words, index, known, language)
    yield from _run_together(normal, words, known, language)
    yield from _numbers(normal, known, language)


def is_agency(index: int, words: Sequence[Word], known: Known) -> int:
    """How many words from here are the name of a registered agency; 0 when none."""
    best = 0
    for phrase in known.agencies.get(words[index].low, ()):
        found = tuple(word.low for word in words[index : index + len(phrase)])
        if found == phrase and (len(phrase) > 1 or words[index].text[:1].isupper()):
            best = max(best, len(phrase))
    return best


def _name(word: Word, known: Known) -> Form | None:
    return known.names.get(word.low) or known.names.get(_bare(word.low))


def _counts(index: int, words: Sequence[Word], known: Known, language: Language, shouting: bool) -> bool:
    """A name that is also an ordinary word counts with a capital, or beside another part of a name."""
    word = words[index]
    if word.text[:1].isupper() or not language.knows(word.low) or (word.low in language.given_names and shouting):
        return True
    beside = [words[at].low for at in (index - 1, index + 1) if 0 <= at < len(words)]
    return any(other in known.names and not language.knows(other) for other in beside)


def _phrases(normal: Normal, words: Sequence[Word], index: int, known: Known, language: Language) -> Iterator[Span]:
    for phrase, form in known.phrases.get(words[index].low, ()):
        found = words[index : index + len(phrase)]
        if tuple(word.low for word in found) != phrase:
            continue
        if form.kind == "INITIALS":
            between = normal.text[found[0].start : found[-1].end]
            if between.isupper() and len(between) <= 3 * len(phrase):
                yield _span(normal, found[0].start, found[-1].end, Form("PERSON", form.who), language, "initials")
        elif form.whole or found[0].text[:1].isupper() or not language.knows(found[0].low):
            yield _span(normal, found[0].start, found[-1].end, form, language, "in the record")
    joined = known.names.get("".join(words[index].low.split("'")))
    if joined and "'" in words[index].low:
        yield _span(normal, words[index].start, words[index].end, joined, language, "a name in the record")


def _run_together(normal: Normal, words: Sequence[Word], known: Known, language: Language) -> Iterator[Span]:
    """Initials as one word, two names as one, and letters spelled out (D-A-N-U-T-A)."""
    initials = {
        "".join(phrase): form for forms in known.phrases.values() for phrase, form in forms if form.kind == "INITIALS"
    }
    for word in words:
        if word.text.isupper() and word.low in initials:
            form = Form("PERSON", initials[word.low].who)
            yield _span(normal, word.start, word.end, form, language, "initials")
        elif len(word.low) >= 8 and word.low not in known.names and not language.knows(word.low):
            for cut in range(3, len(word.low) - 2):
                left = known.names.get(word.low[:cut])
                if left and word.low[cut:] in known.names:
                    yield _span(normal, word.start, word.end, left, language, "two names run together")
                    break
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and len(words[end].text) == 1 and words[end].text.isalpha():
            end += 1
        spelled = "".join(word.low for word in words[start:end])
        if end - start >= 3 and spelled in known.names:
            form = known.names[spelled]
            yield _span(normal, words[start].start, words[end - 1].end, form, language, "a name spelled out")
        start = max(end, start + 1)


def _numbers(normal: Normal, known: Known, language: Language) -> Iterator[Span]:
    """Phones and identifiers as letters and digits in any grouping."""
    if not known.digits:
        return
    places = [at for at, c in enumerate(normal.text) if c.isalnum()]
    plain = "".join(normal.text[at] for at in places).casefold()
    if len(plain) != len(places):
        return
    for number, form in known.digits.items():
        for wanted in {number, number.removeprefix("0")} if form.kind == "PHONE" else {number}:
            at = plain.find(wanted)
            while at >= 0 and len(wanted) >= 4:
                yield _span(
                    normal, places[at], places[at + len(wanted) - 1] + 1, form, language, "a number in the record"
                )
                at = plain.find(wanted, at + 1)


def _span(
    normal: Normal, start: int, end: int, form: Form, language: Language, reason: str, *, near: bool = False
) -> Span:
    first, last = normal.original(start, end)
    rule = "near record" if near else "record"
    return Span(first, last, form.kind, for_form(form, language), rule, reason, certain=not near)


def _bare(low: str) -> str:
    return low.removesuffix("'s").removesuffix("'")


def _without_case(text: str) -> bool:
    """No capital anywhere, or nothing but capitals."""
    return text == text.lower() or text == text.upper()
