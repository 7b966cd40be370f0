"""``python -m tools.words``: make the engine's word and name lists again from the libraries they come from.

Names from Faker (MIT), Albanian words from simplemma (MIT). The English word list stands beside them as it is
(``ORIGIN.md`` says where from).
"""

import gzip
import importlib
import pkgutil
import re
from pathlib import Path

DATA = Path(__file__).parents[1] / "redaction" / "languages" / "data"
_LATIN = re.compile(r"[A-Za-zÀ-žȘșȚț' -]+")


def _write(name: str, words: set[str]) -> None:
    packed = gzip.compress("\n".join(sorted(words)).encode(), 9, mtime=0)
    (DATA / name).write_bytes(packed)
    print(f"{name}: {len(words):,} words, {len(packed):,} bytes")


def names() -> tuple[set[str], set[str]]:
    """Given names and surnames of every locale written in Latin letters, folded, a word at a time."""
    import faker.providers.person as people

    from redaction.text.normal import fold

    given: set[str] = set()
    last: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            held = getattr(provider, attribute)
            if not attribute.startswith(("first_name", "middle_name", "last_name")) or not hasattr(held, "__iter__"):
                continue
            into = last if attribute.startswith("last") else given
            for name in held:
                if isinstance(name, str) and _LATIN.fullmatch(name):
                    into |= {part for part in re.split(r"[ -]", fold(name)) if len(part) > 1}
    return given, last


def albanian() -> tuple[set[str], set[str]]:
    """Ordinary words, and names (what stands with a capital alone)."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    from redaction.text.normal import fold

    ordinary: set[str] = set()
    capital: set[str] = set()
    for entry in DefaultDictionaryFactory().get_dictionary("sq"):
        word = entry if isinstance(entry, str) else bytes(entry).decode()
        if not word.isalpha() or len(word) < 2:
            continue
        (capital if word[0].isupper() else ordinary).add(fold(word))
    return ordinary, capital - ordinary


def main() -> None:
    given, last = names()
    ordinary, capital = albanian()
    _write("given.txt.gz", given)
    _write("last.txt.gz", last - given)
    _write("sq.txt.gz", ordinary)
    _write("sq_names.txt.gz", {word for word in capital if len(word) > 2})


if __name__ == "__main__":
    main()
