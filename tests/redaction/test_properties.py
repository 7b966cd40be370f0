"""Whatever the text and whatever the record: offsets true, the rest untouched, every known form hidden, twice the same."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.records.case_details import Person, Role
from data.records.text import RawText
from redaction.disguise import Disguised, disguise
from redaction.languages.choose import LANGUAGES
from redaction.recorded.known import Known
from redaction.text.blocks import blocks
from redaction.typing import Typing
from tests.redaction.hostile import RECORD

KNOWN = Known.of([RECORD])
WORDS = (
    "She", "told", "Siobhan", "Mark", "the", "police", "at", "14 Skelwith Close", "Rose", "is", "8", ".", ",", "\n", "Mr", "Tuffnell",
    "on 3 May 2026", "Osgarby", "a baker", "Polish", "her sister", "Beata", "07700 900114", "ref AB/12/345", "-", "(", ")", "E.", "hit",
    "hope", "WILL", "next", "Harbour Lights Nursery", "i quajtur", "Besnikut", "në", "Tiranë", "⟨victim⟩", "x@post.example", "“", "”", "É",
)  # fmt: skip
PROSE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(max_size=120), PROSE, st.text(alphabet="aA1 .-@\n\u0301\u200b⟨⟩кЖ½", max_size=80))
CODES = st.sampled_from(sorted(LANGUAGES))


def faithful(raw: str, found: Disguised) -> bool:
    parts, at = [], 0
    for span in found.spans:
        if not at <= span.start < span.end <= len(raw):
            return False
        parts += [raw[at : span.start], span.placeholder]
        at = span.end
    return "".join([*parts, raw[at:]]) == found.text.text


@settings(max_examples=250, deadline=None)
@given(TEXTS, CODES)
def test_text_outside_spans_is_untouched(raw: str, code: str) -> None:
    """Spans lie in order inside the text, and replacing them gives the disguised text."""
    assert faithful(raw, disguise(RawText(raw), KNOWN, language=code))


@settings(max_examples=150, deadline=None)
@given(PROSE, CODES)
def test_disguising_twice_changes_nothing(raw: str, code: str) -> None:
    """What was disguised stays as it is."""
    once = disguise(RawText(raw), KNOWN, language=code).text.text
    assert disguise(RawText(once), KNOWN, language=code).text.text == once


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_blocks_joined_are_the_text(raw: str) -> None:
    """Nothing is lost between blocks."""
    assert "".join(blocks(raw)) == raw


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from((*WORDS, "x", " ", ""))), min_size=1, max_size=12), PROSE, CODES
)
def test_as_it_is_typed(edits: list[tuple[float, str]], raw: str, code: str) -> None:
    """After each edit the note reads as if the whole of it were disguised anew."""
    known = Known.of([RECORD])
    typing = Typing(known, language=code)
    for where, words in edits:
        at = int(where * len(raw))
        raw = raw[:at] + words + raw[at if words else min(len(raw), at + 3) :]
        whole = disguise(RawText(raw), replace(known, others={}), language=code)
        assert typing.disguise(RawText(raw)) == whole


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Person,
            id=st.just("p"),
            role=st.sampled_from(Role),
            first=st.text(max_size=12),
            last=st.text(max_size=12),
            also_known_as=st.lists(st.text(max_size=8), max_size=2).map(tuple),
            phones=st.lists(st.text(max_size=14), max_size=1).map(tuple),
            workplace=st.text(max_size=20),
        ),
        max_size=4,
    ),
    TEXTS,
    CODES,
)
def test_any_record(people: list[Person], raw: str, code: str) -> None:
    """No record, however odd or empty, breaks it."""
    assert faithful(raw, disguise(RawText(raw), Known.of([replace(RECORD, people=tuple(people))]), language=code))


NAMES = st.from_regex(r"[A-Z][bdfgklmnprstvz][aeiou][bdfgklmnprstvz]{2}[aeiou][klmnrst]", fullmatch=True)


@settings(max_examples=80, deadline=None)
@given(NAMES, NAMES, CODES, st.sampled_from(("{}", "{}'s", "{},", "({})", "“{}”", "{}.", "{}-", "/{}")))
def test_every_form_of_a_recorded_name_is_hidden(first: str, last: str, code: str, around: str) -> None:
    """As recorded, in capitals, in lower case, with endings, in either order."""
    person = Person(id="p", role=Role.VICTIM, first=first, last=last)
    known = Known.of([replace(RECORD, people=(person,))])
    endings = LANGUAGES["sq"].forms(last.lower()) | {last.lower()}
    for form in (
        first,
        last,
        first.upper(),
        last.lower(),
        f"{last} {first}",
        *(e.capitalize() for e in sorted(endings)[:6]),
    ):
        raw = f"then {around.format(form)} came back"
        shown = disguise(RawText(raw), known, language=code).text.text
        assert form not in shown


@pytest.mark.parametrize("count", [0, 1, 300])
def test_a_huge_record(count: int) -> None:
    """A record of very many people answers too."""
    people = tuple(Person(id=str(n), role=Role.OTHER, first=f"Xev{n}a", last=f"Zolt{n}er") for n in range(count))
    found = disguise(RawText("Then Siobhan rang."), Known.of([replace(RECORD, people=people)]), language="en")
    assert "Siobhan" not in found.text.text


BAD = {
    "digits": "1", "spaced digits": "12 ", "capitals": "HELLO WORLD ", "one long word": "a", "marks on one letter": "\u0301",
    "at signs": "a@", "underscores": "a_", "dots": "a.", "spelled": "s i o b h a n ", "slashes": "12/", "open brackets": "⟨",
    "streets": "12 Mill Lane ", "plus": "+1(", "quotes": '". ', "only": "the only the ", "unfolds": "ﷺ",
}  # fmt: skip


@pytest.mark.parametrize("piece", list(BAD.values()), ids=list(BAD))
def test_time_grows_with_the_text_alone(piece: str) -> None:
    """Four times the text takes well under sixteen times the time, however hostile it is."""
    import time

    def seconds(size: int) -> float:
        raw = RawText((piece * size)[:size])
        began = time.process_time()
        disguise(raw, KNOWN, language="en")
        return time.process_time() - began

    seconds(1_500)
    small, large = (min(seconds(size) for _ in range(3)) for size in (1_500, 6_000))
    assert large < 9 * small + 0.1


@pytest.mark.parametrize("piece", ["x", "\u0301", "\n", "She rang the police. "])
def test_a_million_characters(piece: str) -> None:
    """The largest text that is taken gets an answer."""
    raw = (piece * 1_000_000)[:1_000_000]
    assert faithful(raw, disguise(RawText(raw), KNOWN, language="en"))
