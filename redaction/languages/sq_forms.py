"""Whether two written words are one Albanian name in different cases.

Words are folded here, so ë is e and ç is c.
"""

from redaction.languages.sq_words import cited

# Longest first; a stem keeps three letters.
_ENDINGS = (
    "ajve", "ijes", "ijen", "eve", "ave", "ise", "ine", "ajt", "ajn", "ain", "ait", "iun", "iut", "eja", "oja", "jen", "jes", "ien", "ies",
    "ije", "ane", "ene", "ese", "et", "en", "es", "in", "it", "un", "ut", "ie", "ja", "ua", "ia", "iu", "ai", "a", "e", "i", "u", "o",
)  # fmt: skip
_LEAST = 3
_SECOND = ("on", "os", "in", "it", "un", "ut", "en", "es", "ajn", "ajt")  # of these the last letter alone may be one
_HE, _SHE = ("i", "u", "in", "it", "un", "ut"), ("a", "ja", "es", "jes")
_EITHER = ("ia", "ai", "ain", "ait", "oja", "ua")
_IRREGULAR = frozenset(["ndue", "ndou", "ndoun", "ndout"])


def same_name(one: str, other: str) -> bool:
    """'Besnikut' and 'Besniku', 'Valën' and 'Vala'; not 'Ardit' and 'Ardita', 'Arta' and 'Artan'."""
    if one == other or (one in _IRREGULAR and other in _IRREGULAR):
        return True
    if one[:2] != other[:2] or abs(len(one) - len(other)) > 4 or _sexes(one, other):
        return False
    if cited(one) and cited(other) and one.rstrip("aeiou") != other.rstrip("aeiou"):
        return False
    return not _stems(one).isdisjoint(_stems(other))


def _sexes(one: str, other: str) -> bool:
    """Whether the endings are a man's and a woman's."""
    if one.endswith(_EITHER) or other.endswith(_EITHER):
        return False
    return (one.endswith(_HE) and other.endswith(_SHE)) or (one.endswith(_SHE) and other.endswith(_HE))


def _stems(word: str) -> set[str]:
    found = {word}
    found.update(word[: -len(e)] for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _LEAST)
    if word.endswith(_SECOND) and len(word) > _LEAST:
        found.add(word[:-1])
    for stem in tuple(found):
        if stem[-1] in "rlmz" and len(stem) > _LEAST and stem[-2] not in "aeiou":
            found.add(f"{stem[:-1]}e{stem[-1]}")
    return found
