"""What the Albanian module knows of words: the ordinary ones with their endings, and the names with theirs.

Words are folded here, so ë is e and ç is c.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from redaction.languages.lists import NAME, SURNAME, words
from redaction.text.normal import fold

# Ending of a written word: what its citation form may end in instead.
_NOUNS = {
    "i": ("",), "in": ("",), "it": ("",), "u": ("",), "un": ("",), "ut": ("",), "a": ("e", ""), "en": ("e", ""), "es": ("e", ""),
    "ja": ("e", "je", ""), "jen": ("e", "je"), "jes": ("e", "je"), "jet": ("e", "je"), "jeve": ("e", "je"), "et": ("", "e"), "eve": ("", "e"),
    "at": ("", "e", "a"), "ave": ("", "e", "a"), "ne": ("",), "se": ("",), "t": ("",), "ve": ("",), "e": ("",), "er": ("",),
    "ri": ("er",), "rin": ("er",), "rit": ("er",), "ra": ("er",), "ren": ("er",), "res": ("er",), "li": ("el",), "lin": ("el",), "lit": ("el",),
    "esi": ("es",), "esit": ("es",), "osi": ("os",), "n": ("",), "s": ("",), "ishte": ("",), "sht": ("",), "shem": ("",), "shme": ("",),
}  # fmt: skip
_VERBS = (
    "on", "oi", "ohet", "ohen", "ohem", "ohej", "oheshin", "uar", "uara", "uan", "uam", "ua", "ova", "ove", "onte", "onin", "ojne", "ojme",
    "oje", "ni", "oni", "oja", "o", "onim", "imi", "imin", "imit", "im", "ime", "imet", "imeve", "ues", "uesi", "uese", "uesja", "uesve", "uesit",
    "uesin", "ueses", "uesen", "ueshmi", "ueshem", "ueshme", "umi", "u", "um", "ue",
)  # fmt: skip
_LEAST = 3
_ONE_SOUND = ("sh", "dh", "th", "xh", "zh")
_LONGEST = max(map(len, (*_NOUNS, *_VERBS)))


@cache
def _dictionary() -> frozenset[str]:
    return words("sq.txt.gz") | frozenset(entry for _, entries in _file("sq.vocabulary") for entry in entries)


def listed(word: str) -> bool:
    """Whether a dictionary holds the word as it stands."""
    return word in _dictionary()


def ordinary(word: str) -> bool:
    """Whether a folded word is an ordinary one, in the form that stands in a dictionary or in another."""
    held = _dictionary()
    if word in held:
        return True
    for length in range(1, min(_LONGEST, len(word) - _LEAST) + 1):
        stem, ending = word[:-length], word[-length:]
        if ending in _NOUNS and any(len(stem + other) >= _LEAST and stem + other in held for other in _NOUNS[ending]):
            return True
        if ending in _VERBS and stem + "oj" in held:
            return True
    return False


@cache
def _names() -> dict[str, int]:
    found: dict[str, int] = {}
    for section, entries in _file("sq.names"):
        bit = SURNAME if section == "surnames" else NAME
        for entry in entries:
            for part in entry.split("-"):
                for form in cases(part, family=section == "surnames"):
                    if len(form) > 2:
                        found[form] = found.get(form, 0) | bit
    return found


def name(word: str) -> int:
    """Which list of Albanian names holds a folded word, in whatever case it stands."""
    return _names().get(word, 0)


@cache
def _cited() -> frozenset[str]:
    return frozenset(part for _, entries in _file("sq.names") for entry in entries for part in entry.split("-"))


def cited(word: str) -> bool:
    """Whether a folded word is a name as a list has it, without an ending."""
    return word in _cited()


def cases(base: str, *, family: bool) -> Iterator[str]:
    """The definite cases of a citation form, and a family's plural."""
    yield base
    last, stem = base[-1], base[:-1]
    if last in "ae":
        yield from (stem + "a", stem + "e", stem + "en", stem + "es")
        if last == "e":
            yield from (stem + "ja", base + "ja")
        if stem.endswith("i"):
            yield from (stem + "ne", stem + "se")
    elif last in "iu":
        yield from (base + "n", base + "t")
        if last == "i" and not family:
            yield from (base + "u", base + "un", base + "ut", base + "a", base + "se")
    elif last == "o":
        yield from (base + "n", base + "s", base + "ja", stem + "ua")
    elif last == "j":
        yield from (base + "n", base + "t", base + "ve")
    else:
        vowel = "u" if last in "kgh" and not base.endswith(_ONE_SOUND) else "i"
        yield from (base + vowel, base + vowel + "n", base + vowel + "t")
        if last not in "kg":
            yield from (base + "a", base + "en", base + "es", base + "e")
        if len(base) > 3 and base[-2] == "e" and last in "rlmz":
            yield from (base[:-2] + last + ending for ending in ("i", "in", "it", "a", "en", "es"))
    if family and last in "aeiuo":
        yield from (stem + ending for ending in ("et", "eve", "ajt", "ajve"))


def _file(packed: str) -> Iterator[tuple[str, list[str]]]:
    section = ""
    for line in (files("redaction.languages.data") / packed).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            yield section, fold(line).split()
