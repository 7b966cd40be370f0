"""Which language each piece of a text is read in: a sentence in another by that one's rules, a mixed one by both."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from redaction.alike import word_of
from redaction.guessed.learned import learned
from redaction.languages.choose import LANGUAGES
from redaction.languages.lists import COMMON, KEEP, KIN, NAME, NOT_NAME, RANK, STOP, SURNAME
from redaction.languages.words import Language
from redaction.layers import Block, Chances, own_places, read_block
from redaction.recorded.known import Known
from redaction.shown.placeholders import OPEN
from redaction.spans import Find, settle
from redaction.text.facts import lexicon
from redaction.text.normal import fold

_WORDS = re.compile(r"[^\W\d_]{2,}(?:'[^\W\d_]+)?")
_PLACEHOLDER = re.compile(r"⟨[^⟨⟩]*⟩")
_EVERY = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NO_NAME = KIN | COMMON | STOP | NOT_NAME | KEEP | RANK
_SIGNS = " \t\r\n,;:.!?()\"'-–—“”„’«»"
_FEW, _SEVERAL, _WHOLE, _TIMES, _SHARE = 2, 3, 3, 4, 6
# What is found by its form or by the record is that in any language.
_SURE = ("record", "near record", "shape")


def read_piece(text: str, known: Known, usual: Language, *, caseless: bool, chances: Chances = learned) -> Block:
    """``usual`` is the language of the whole text."""
    before = OPEN in text and bool(own_places(text))
    spoken = (usual,) if before else spoken_in(text, usual)
    one = spoken[0]
    first = read_block(text, known, one, caseless=caseless, chances=chances)
    if len(spoken) == 1 and not before:
        return first
    other = next(language for language in LANGUAGES.values() if language is not one)
    second = read_block(text, known, other, caseless=caseless, chances=chances)
    if before:
        return _disguised_before(first, second, one, other)
    finds = settle([*_own(text, first.finds, one, other), *_own(text, second.finds, other, one)])
    names = {name: find for name, find in second.names.items() if not _foreign(word_of(name), other, one)}
    names |= {name: find for name, find in first.names.items() if not _foreign(word_of(name), one, other)}
    return Block(text, tuple(finds), names, {**second.free, **first.free}, {**second.weak, **first.weak})


def _disguised_before(first: Block, second: Block, one: Language, other: Language) -> Block:
    """What stood when the piece had all its words stands again: what the other language knows, and, where no small word
    tells the language any more, what the other reading lets stand."""
    told = _tells(first.text, one, other)
    own = _own(first.text, first.finds, one, other)
    finds = tuple(f for f in own if told or f.rule in _SURE or _meets(f, second.finds))
    names = {name: f for name, f in first.names.items() if any(word_of(name) in find.surface for find in finds)}
    return replace(first, finds=finds, names=names)


def _tells(text: str, one: Language, other: Language) -> bool:
    """Whether one of the commonest words of a language alone stands in a text."""
    return not _telling(one, other).isdisjoint(_PLACEHOLDER.sub(" ", fold(text)).split())


def _meets(find: Find, others: Iterable[Find]) -> bool:
    return any(find.start < other.end and other.start < find.end for other in others)


def spoken_in(text: str, usual: Language) -> tuple[Language, ...]:
    """The language of a piece: the usual one, another, or both where words of both stand in it."""
    low = text.lower() if text.isascii() else fold(text)
    rough = set(low.split())
    for other in LANGUAGES.values():
        if other is usual or (_telling(other, usual).isdisjoint(rough) and not _small(usual).isdisjoint(rough)):
            continue
        words = _WORDS.findall(_PLACEHOLDER.sub(" ", low))
        telling = sum(word in _telling(other, usual) for word in words)
        theirs = sum(_only(other, usual, word) for word in set(words))
        ours = sum(_only(usual, other, word) for word in set(words))
        if (theirs >= _WHOLE and theirs > _TIMES * ours) or _small_alone(other, usual, words):
            return (other,)
        if telling and theirs * _SHARE >= ours and (telling >= _FEW or theirs >= _WHOLE):
            return usual, other
    return (usual,)


def _small_alone(one: Language, other: Language, words: Iterable[str]) -> bool:
    """Whether several small words of one language stand there, and none of the other's."""
    said, mine, others = set(words), _small(one), _small(other)
    return len(said & mine - others) >= _SEVERAL and not said & others - mine


def _only(one: Language, other: Language, word: str) -> bool:
    """Whether a word is an ordinary one of one language and not of the other."""
    return one.has(word) and not (other.has(word) or word in _small(other))


@cache
def _telling(one: Language, other: Language) -> frozenset[str]:
    """The commonest words of a language that the other does not have."""
    return frozenset(word for word in _small(one) if len(word) > 1 and _only(one, other, word))


@cache
def _small(language: Language) -> frozenset[str]:
    return language.lists.of("common_words") | language.lists.of("stops")


def _foreign(word: str, language: Language, other: Language) -> bool:
    """Whether a folded word says nothing where it is read as ``language``: one of the other, and no name."""
    if word in _small(other) or word in _small(language):
        return word not in _small(language)
    bits = lexicon(other).bits(word)
    if language.has(word) or not (bits & _NO_NAME or other.has(word)):
        return False
    return bool(bits & _NO_NAME) or not bits & (NAME | SURNAME)


def _own(text: str, finds: Iterable[Find], language: Language, other: Language) -> Iterator[Find]:
    """A reading's finds, without what is foreign to it."""
    for find in finds:
        if find.rule in _SURE:
            yield find
            continue
        words = [(m.start(), m.end()) for m in _EVERY.finditer(text, find.start, find.end)]
        foreign = [span for span in words if _foreign(fold(text[slice(*span)]), language, other)]
        if not foreign:
            yield find
            continue
        bounds = [find.start, *(at for span in foreign for at in span), find.end]
        for start, end in zip(bounds[::2], bounds[1::2], strict=True):
            piece = text[start:end]
            start += len(piece) - len(piece.lstrip(_SIGNS))
            end -= len(piece) - len(piece.rstrip(_SIGNS))
            if start < end:
                yield find.at(start, end, fold(text[start:end]))
