"""Albanian: the case endings of names, people's spelling habits, and its lists in ``data/sq.lists``.

Words are folded here, so ë is e and ç is c.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from redaction.languages.en import ENGLISH, names
from redaction.languages.lists import BIT, NAME, Lists, packaged, words
from redaction.languages.nicknames import nicknames
from redaction.languages.senses import Senses
from redaction.languages.sq_forms import same_name
from redaction.languages.sq_pets import pets
from redaction.languages.sq_words import cases, cited, listed, name, ordinary
from redaction.languages.words import Language
from redaction.text.normal import fold

_PLACEHOLDERS = {
    "victim": "viktima", "perpetrator": "dhunuesi", "child": "Fëmija", "relative": "i afërmi", "other": "Personi",
    "FAMILY": "mbiemri", "NAME": "emri", "PHONE": "një numër telefoni", "EMAIL": "një adresë e-mail", "URL": "një lidhje",
    "HANDLE": "një llogari", "ADDRESS": "një adresë", "PLACE": "një vend", "ORG": "një institucion",
    "ID": "një numër", "VEHICLE": "një targë", "DATE": "një datë", "AGE": "një moshë",
    "DEMOGRAPHIC": "një përshkrim", "JOB": "një punë", "OTHER": "një hollësi", "BIRTH": "një datëlindje", "BORN": "ditëlindja",
}  # fmt: skip
# Nominative: accusative, oblique.
_CASES = {
    "viktima": ("viktimën", "viktimës"), "dhunuesi": ("dhunuesin", "dhunuesit"), "Fëmija": ("Fëmijën", "Fëmijës"),
    "i afërmi": ("të afërmin", "të afërmit"), "Personi": ("Personin", "Personit"), "emri": ("emrin", "emrit"),
    "mbiemri": ("mbiemrin", "mbiemrit"), "një vend": ("një vend", "një vendi"),
}  # fmt: skip
_SAYS = {
    "weeks_before": "{count} javë para takimit", "week_before": "një javë para takimit", "about": "rreth {told}", "day_in": "një ditë në {month}", "in_month": "{month}",
    "n2": "dy", "n3": "tri", "n4": "katër", "n5": "pesë", "n6": "gjashtë", "n7": "shtatë", "n8": "tetë",
    "band": "{low} deri {high} vjeç", "old": "mbi 85 vjeç", "baby": "fëmijë i vogël", "school_year": "një klasë",
    "small_units": "m j d w", "year_units": "v y o", "class_words": "klas",
    "removed": "e hequr", "somebody": "dikush",
}  # fmt: skip
_MONTHS = (
    "janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor", "dhjetor",
)  # fmt: skip
_ACCUSATIVE, _OBLIQUE, _FAMILY = ("n", "ne"), ("s", "t", "se"), ("et", "ajt", "eve", "ajve")
# Of a name nobody recorded its bare form is not known: Eros, Besart, Erjon end as some cases do.
_SURELY_ACCUSATIVE, _SURELY_OBLIQUE = ("in", "un", "en", "ne", "ajn"), ("it", "ut", "es", "se", "ajt")
_NUMBERED = re.compile(r"(.+?)((?: \d+| [A-Z]{1,2})?)")
_CONSONANT = [
    "i",
    "in",
    "it",
    "u",
    "un",
    "ut",
    "a",
    "en",
    "es",
    "e",
    "an",
    "as",
    "ja",
    "jen",
    "jes",
    "et",
    "eve",
    "ajt",
    "ajve",
    "at",
    "ave",
    "er",
]
_LONGEST_ENDING, _SHORTEST_STEM = 5, 3
# Sets of words of which every case counts.
_IN_CASES = ("lands", "landmarks", "odd", "objects", "bodies", "word_names", "weak_names")
_PLURAL = ["et", "eve", "ajt", "ajve"]


def _citations(name: str) -> set[str]:
    """The indefinite and the definite form, from either."""
    found = {name}
    if len(name) < 4:
        return found
    stem = name[:-1]
    if name[-1] in "iu":
        found.add(stem)
        if name.endswith("ri") and name[-3] not in "aeiou":
            found.add(name[:-2] + "er")
    elif name[-1] == "a":
        found |= {stem + "e", stem}
        if name.endswith("ja"):
            found |= {name[:-2] + "e", name[:-2], name[:-2] + "je"}
        for letter in "rz":
            if name.endswith(letter + "a"):
                found.add(f"{name[:-2]}e{letter}")
    elif name[-1] == "e":
        found |= {stem + "a", stem}
    return found


def _inflected(base: str) -> set[str]:
    """Every case of one citation form; more than grammar allows, since stress and gender are not known."""
    last, stem = base[-1], base[:-1]
    forms = {base}
    if last == "a":
        forms |= {base + e for e in ("n", "s", "t", "i", "in", "it", "ne", "ve")} | {
            stem + e for e in ("e", "en", "es", "o")
        }
        forms |= {stem + e for e in _PLURAL}
        if stem.endswith("i"):
            forms |= {stem + e for e in ("ne", "se", "en", "es", "e")}
    elif last == "e":
        forms |= {base + e for e in ("n", "s", "t", "ja", "jen", "jes", "je", "ne", "se", "ve")}
        forms |= {stem + e for e in ("a", "en", "es", "et", "at", "ja", "jes", "jen", "an", "as", "o")}
    elif last == "o":
        forms |= {base + e for e in ("ja", "n", "s", "je", "t", "i", "in", "it", "ve", "jen", "jes")} | {stem + "ua"}
    elif last in "iu":
        forms |= {base + e for e in ("n", "t", "u", "un", "ut", "a", "ne", "se", "en", "es", "e", "j", "as", "injte")}
        forms |= {stem + e for e in (*_PLURAL, "et", "o")}
    elif last == "j":
        forms |= {base + e for e in ("n", "t", "in", "it", "ve", "i", "a", "en", "es", "e")}
    else:
        forms |= {base + e for e in _CONSONANT}
        if len(base) > 3 and base[-2] == "e" and last in "rlmz":
            short = base[:-2] + last
            forms |= {short + e for e in ("i", "in", "it", "a", "en", "es", "e")}
    return forms


@cache
def _irregular() -> dict[str, frozenset[str]]:
    ndue = frozenset({"ndue", "ndou", "ndoun", "ndout", "ndoja", "nduja", "nduen", "ndues", "ndoc"})
    return {"ndue": ndue, "ndou": ndue}


def _forms(name: str) -> frozenset[str]:
    if name in _irregular():
        return _irregular()[name]
    if len(name) < 3 or not name.isalpha():
        return frozenset({name})
    found: set[str] = set()
    for base in _citations(name):
        found |= _inflected(base)
    return frozenset(form for form in found if len(form) > 2) | {name}


def _bare(word: str) -> tuple[str, ...]:
    found = []
    if "'" in word:
        found += [word.rpartition("'")[2], word.replace("'", ""), word.partition("'")[0]]
    for habit, letter in (("w", "e"), ("3", "e"), ("ch", "c"), ("q", "c"), ("x", "xh")):
        if habit in word:
            found.append(word.replace(habit, letter))
    return tuple(found)


def _knows(word: str) -> bool:
    if word in words("seen.sq.txt.gz") or listed(word) or (not name(word) and ordinary(word)):
        return True
    if "'" in word:
        return all(len(part) < 3 or _knows(part) for part in word.split("'"))
    return len(word) > 3 and ENGLISH.knows(word)


def _names(word: str) -> int:
    found = names(word) | name(word)
    held = words("sq_names.txt.gz")
    if not found and (word in held or any(base in held for base in _citations(_stripped(word)))):
        return NAME
    return found


def _lists() -> Lists:
    """The lists, with the cases of what stands in one: jobs, institutions, peoples, relations."""
    held = packaged("sq.lists")
    bits = dict(held.words)
    for section in ("jobs", "orgs", "origins", "conditions"):
        for entry in held.ordered.get(section, ()):
            entry = fold(entry)
            if entry.isalpha() and len(entry) > 3 and not entry.endswith(("it", "in", "un", "ut", "en", "es", "ve")):
                for form in cases(entry, family=False):
                    if form not in held.words:
                        bits[form] = bits.get(form, 0) | BIT[section]
    sets = {**held.sets, **{name: _cases(held.of(name)) for name in _IN_CASES}}
    return replace(held, words=bits, sets=sets)


# Forms that are those of another, commoner word: been, of the glass, the bench.
_OTHERS = frozenset(["qene", "xhamin", "xhamit", "xham", "banken", "bank", "dore", "pos", "posta", "trime", "bilbila"])


def _cases(entries: Iterable[str]) -> frozenset[str]:
    """The entries in all their cases."""
    forms = (form for entry in entries for form in ([entry] if len(entry) < 3 else cases(entry, family=False)))
    return frozenset(forms) - _OTHERS


def _stripped(word: str) -> str:
    for ending in ("it", "in", "ut", "un", "es", "en", "s", "n", "t"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _inflect(placeholder: str, surface: str, base: str) -> str:
    """The placeholder in the case that the ending of the name it replaces shows."""
    found = _NUMBERED.fullmatch(placeholder)
    head, number = found.groups() if found else (placeholder, "")
    last = surface.split()[-1] if surface.split() else surface
    if head not in _CASES or last == base or (not base and (cited(last) or _stripped(last) == last)):
        return placeholder
    if head == "mbiemri" and base and not base.endswith("j") and last.endswith(_FAMILY):
        return f"{'familjes' if last.endswith('ve') else 'familja'}{number}"
    if base and len(last) < len(base):
        return placeholder
    accusative, oblique = _CASES[head]
    if last.endswith(_ACCUSATIVE if base else _SURELY_ACCUSATIVE):
        head = accusative
    elif last.endswith(_OBLIQUE if base else _SURELY_OBLIQUE):
        head = oblique
    return f"{head}{number}"


@cache
def _senses() -> Senses:
    return Senses("sq_senses.gz")


def _meaning(word: str) -> tuple[str, ...]:
    """What the longest stem means that a lexicon holds, and the beginning: endings change, beginnings hardly."""
    begins = (f"p{word[:5]}",) if len(word) > 4 else ()
    endings = _LISTS.of("stem_endings")
    for length in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM) + 1):
        stem, ending = word[: len(word) - length], word[len(word) - length :]
        if (not ending or ending in endings) and (found := _senses().of(stem)):
            return (*found, *begins)
    return begins


_LISTS = _lists()
ALBANIAN = Language(
    code="sq",
    lists=_LISTS,
    knows=_knows,
    is_name=_names,
    forms=_forms,
    bare=_bare,
    nicknames=nicknames("sq.nicknames"),
    placeholders=_PLACEHOLDERS,
    inflect=_inflect,
    endings=frozenset(
        ["it", "in", "i", "ut", "un", "u", "es", "s", "en", "n", "e", "a", "t", "ja", "se", "ne", "jes", "jen", "ve"]
    ),
    says=_SAYS,
    months=_MONTHS,
    generals=_LISTS.generals(),
    hides_unknown_lower_case=False,
    limits={
        "ordinary": 0.1,
        "small": 0.25,
        "lower": 0.03,
        "begins": 0.02,
        "given": 0.004,
        "named": 0.05,
        "clear": 0.0005,
        "number": 0.12,
        "job": 0.005,
        "peaks": {"JOB": 0.1, "OTHER": 0.1, "ORG": 0.3, "PLACE": 0.3, "DEMOGRAPHIC": 0.2, "PERSON": 0.2},
    },
    same_name=same_name,
    pets=pets,
    owns=lambda word: listed(word) or (ordinary(word) and not ENGLISH.knows(word)),
    senses=_meaning,
    surely=lambda word: word in words("seen.sq.txt.gz") or listed(word),
)
