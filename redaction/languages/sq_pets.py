"""What a given name is cut down to at home: 'Orgi' and 'Gesi' of Orges, 'Lonka' of Apollon, 'Bleonushi'.

Words are folded here, so ë is e and ç is c.
"""

import re

from redaction.languages.sq_words import cases

_HEAD = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]{1,2}")
_TAIL = re.compile(r"[^aeiouy]{1,2}[aeiouy]+[^aeiouy]+$")
_ENDINGS = ("i", "o", "a", "e", "ush", "ushe", "ka", "ko", "ce", "ule")
_SHORTEST, _LEAST = 5, 4


def pets(name: str) -> frozenset[str]:
    """Pet forms of a folded given name, in their cases; none of a short one."""
    if len(name) < _SHORTEST or not name.isalpha():
        return frozenset()
    bare = name.rstrip("aeiou")
    stems = {name, bare}
    head = _HEAD.match(name)
    if head:
        stems |= {head.group(), head.group()[:-1]}
    if tail := _TAIL.search(bare):
        found = tail.group()
        stems |= {found, found[1:]}
    formed = {stem + ending for stem in stems if len(stem) > 2 and stem[-1] not in "aeiou" for ending in _ENDINGS}
    every = {form for base in formed for form in cases(base, family=False)}
    return frozenset(form for form in every if len(form) >= _LEAST)
