"""``python -m tools.senses``: make the English classes of meaning again, from WordNet (Debian's ``wordnet-base``).

Every word of the English list gets marks of what its commonest noun and verb mean: ``n18`` a person, ``v38`` motion
(WordNet's lexicographer files), and the nearest wider terms of nouns that hold a few and a fair number of words;
``job`` where the commonest noun is somebody who works.
"""

import argparse
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from redaction.languages.lists import words

DATA = Path(__file__).parents[1] / "redaction" / "languages" / "data"
_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_ENDINGS = {
    "n": (("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
          ("ies", "y")),
    "v": (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "r": (),
}  # fmt: skip
# Wider terms of those who work, by a word whose first meaning they are.
_WORKERS = (
    "worker", "professional", "entertainer", "craftsman", "maker", "farmer", "clergyman", "engineer", "scientist",
    "military_man", "trainer", "painter", "journalist", "publican", "shopkeeper", "merchandiser", "landscaper",
    "warden", "custodian", "conductress", "stationmaster", "counselor", "councillor", "businessperson", "official",
    "officeholder", "athlete", "bargainer",
)  # fmt: skip
# Wider terms are kept that hold so many words of the list.
_FEW, _FAIR, _MANY = 12, 120, 1500


class WordNet:
    """The database as its files give it: senses by lemma, files and wider terms by synset."""

    def __init__(self, folder: Path) -> None:
        self.senses: dict[str, dict[str, list[str]]] = {pos: {} for pos in _FILES}
        self.file: dict[str, str] = {}
        self.wider: dict[str, str] = {}
        self.single: set[str] = set()
        self.odd: dict[str, dict[str, str]] = {pos: {} for pos in _FILES}
        for pos, name in _FILES.items():
            for line in _lines(folder / f"index.{name}"):
                parts = line.split()
                self.senses[pos][parts[0]] = parts[-int(parts[2]) :]
            for line in _lines(folder / f"data.{name}"):
                self._synset(pos, line)
            for line in (folder / f"{name}.exc").read_text().splitlines():
                form, lemma, *_more = line.split()
                self.odd[pos].setdefault(form, lemma)
        self.used: Counter[tuple[str, str]] = Counter()
        for line in (folder / "cntlist.rev").read_text().splitlines():
            key, _sense, count = line.split()
            lemma, _, rest = key.partition("%")
            self.used[lemma, _POS[rest[0]]] += int(count)

    def _synset(self, pos: str, line: str) -> None:
        parts = line.split(" | ")[0].split()
        key = pos + parts[0]
        self.file[key] = parts[1]
        if " @i " in line:
            self.single.add(key)  # one person, place or thing by its name
        found = re.search(r" @i? (\d{8}) ([nv]) ", line)
        if found:
            self.wider[key] = found[2] + found[1]

    def lemma(self, form: str, pos: str) -> str:
        """'' where no word of this kind has the form."""
        if form in self.odd[pos]:
            return self.odd[pos][form]
        if form in self.senses[pos]:
            return form
        for ending, instead in _ENDINGS[pos]:
            lemma = form[: -len(ending)] + instead
            if form.endswith(ending) and lemma in self.senses[pos]:
                return lemma
        return ""

    def first(self, form: str) -> Iterator[str]:
        """The commonest synset of each kind of word, the commonest kind first."""
        found = [(self.used[lemma, pos], pos, lemma) for pos in _FILES if (lemma := self.lemma(form, pos))]
        for _count, pos, lemma in sorted(found, key=lambda f: (-f[0], list(_FILES).index(f[1]))):
            synset = next((pos + s for s in self.senses[pos].get(lemma, ()) if pos + s not in self.single), "")
            if synset:
                yield synset

    def chain(self, synset: str) -> list[str]:
        found = [synset]
        while found[-1] in self.wider and len(found) < 30:
            found.append(self.wider[found[-1]])
        return found


def _lines(path: Path) -> Iterator[str]:
    return (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("  "))


def marks(net: WordNet, vocabulary: Sequence[str]) -> list[tuple[str, ...]]:
    """Of each word, in order; () where WordNet does not know it."""
    held: Counter[str] = Counter()
    chains: dict[str, list[list[str]]] = defaultdict(list)
    for word in vocabulary:
        for synset in net.first(word):
            chains[word].append(net.chain(synset))
            if synset[0] == "n":
                held.update(set(chains[word][-1]))
    workers = {"n" + net.senses["n"][word][0] for word in _WORKERS}
    numbers = {synset: at for at, synset in enumerate(sorted(s for s, n in held.items() if _FEW <= n <= _MANY))}
    found = []
    for word in vocabulary:
        own: list[str] = []
        for at, chain in enumerate(chains[word][:2]):
            if chain[0][0] not in "nv":
                continue
            own.append(chain[0][0] + net.file[chain[0]] + ("" if at == 0 else "-"))
            if chain[0][0] == "n":
                near = next((s for s in chain if s in numbers), None)
                wide = next((s for s in chain if s in numbers and held[s] >= _FAIR), None)
                own += dict.fromkeys(f"h{numbers[s]}" for s in (near, wide) if s)
        nouns = [chain for chain in chains[word] if chain[0][0] == "n"]
        if nouns and workers.intersection(nouns[0]):
            own.append("job")
        found.append(tuple(own))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"), help="the folder of its files")
    folder = parser.parse_args().wordnet
    if not (folder / "data.noun").is_file():
        parser.error(f"{folder} holds no WordNet; install wordnet-base, or name its folder with --wordnet.")
    found = marks(WordNet(folder), sorted(words("en.txt.gz")))
    kinds = {own: at for at, (own, _count) in enumerate(Counter(found).most_common())}
    text = "\n".join(" ".join(own) for own in kinds) + "\n\n" + "".join(chr(0x100 + kinds[own]) for own in found)
    packed = gzip.compress(text.encode(), 9, mtime=0)
    (DATA / "en_senses.gz").write_bytes(packed)
    print(f"en_senses.gz: {sum(map(bool, found)):,} of {len(found):,} words, {len(kinds):,} classes, {len(packed):,} B")


if __name__ == "__main__":
    main()
