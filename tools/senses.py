"""``python -m tools.senses``: make the classes of meaning again, from WordNet (Debian's ``wordnet-base``).

Every word of the English list gets marks of what its commonest noun and verb mean: ``n18`` a person, ``v38`` motion
(WordNet's lexicographer files), and the nearest wider terms of nouns that hold a few and a fair number of words;
``job`` where the commonest noun is somebody who works. With ``--albanian`` the stems of an Albanian lexicon
(the package ``uniparser-albanian``) get the marks of the English words that translate them, so that both languages
teach each other.
"""

import argparse
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from redaction.languages.lists import words
from redaction.text.normal import fold

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
# How the lexicon names the kinds of words, and WordNet does.
_KINDS = {"NOUN": "n", "V": "v", "A": "a", "ADV": "r"}
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_STEMS_FROM = 3  # letters; shorter ones begin too many words
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


class Classes:
    """The marks of meaning; which wider terms are kept depends on how many words of the English list each holds."""

    def __init__(self, net: WordNet, vocabulary: Sequence[str]) -> None:
        self.net = net
        self.chains = {word: [net.chain(synset) for synset in net.first(word)] for word in vocabulary}
        self.held: Counter[str] = Counter()
        for chains in self.chains.values():
            for chain in chains:
                if chain[0][0] == "n":
                    self.held.update(set(chain))
        kept = sorted(synset for synset, count in self.held.items() if _FEW <= count <= _MANY)
        self.numbers = {synset: at for at, synset in enumerate(kept)}
        self.workers = {"n" + net.senses["n"][word][0] for word in _WORKERS}

    def marks(self, chains: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """Of a word with these senses, the commonest first; () where WordNet does not know it."""
        own: list[str] = []
        for at, chain in enumerate(chains[:2]):
            if chain[0][0] not in "nv":
                continue
            own.append(chain[0][0] + self.net.file[chain[0]] + ("" if at == 0 else "-"))
            if chain[0][0] == "n":
                near = next((s for s in chain if s in self.numbers), None)
                wide = next((s for s in chain if s in self.numbers and self.held[s] >= _FAIR), None)
                own += dict.fromkeys(f"h{self.numbers[s]}" for s in (near, wide) if s)
        first = next((chain for chain in chains if chain[0][0] == "n"), ())
        return (*own, "job") if self.workers.intersection(first) else tuple(own)

    def translated(self, meaning: str, kind: str) -> list[str]:
        """The chain of the first English words of a translation that WordNet knows; [] where it knows none."""
        for part in re.split(r"[,;/]", _ASIDE.sub(" ", meaning)):
            english = re.sub(r"^(to|a|an|the|be|get) ", "", part.strip().lower()).split()
            for one in ("_".join(english), *(_heads(english) if kind == "n" else english[:1])):
                lemma = self.net.lemma(one, kind) if one else ""
                if lemma in self.net.senses[kind]:
                    return self.net.chain(kind + self.net.senses[kind][lemma][0])
        return []


def _heads(english: Sequence[str]) -> Iterator[str]:
    """The noun that a phrase is about: 'group of people', 'bus driver'."""
    if "of" in english[1:]:
        yield english[english.index("of") - 1]
    yield from reversed(english[-2:])


def english(classes: Classes) -> tuple[list[str], list[tuple[str, ...]]]:
    """The words of the English list, by which their marks are found again; they are not written a second time."""
    return [], [classes.marks(chains) for chains in classes.chains.values()]


def albanian(classes: Classes, lexicon: Path) -> tuple[list[str], list[tuple[str, ...]]]:
    """Folded stems, sorted, and the marks of each; a stem of several words has those of its noun first."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for entry in lexicon.read_text(encoding="utf-8").split("-lexeme")[1:]:
        said = dict(re.findall(r"^ (\w+): (.*)$", entry, re.MULTILINE))
        kind = _KINDS.get(said.get("gramm", "").partition(",")[0], "")
        if not kind or ",abbr" in said["gramm"]:
            continue
        chain = classes.translated(said.get("trans_en", ""), kind) if kind in "nv" else []
        for stem in {fold(one.strip(".-")) for one in re.split(r"[|/]+", said.get("stem", ""))}:
            if stem.isalpha() and len(stem) >= _STEMS_FROM:
                found[stem].setdefault(kind, chain)
    stems = sorted(found)
    marks = []
    for stem in stems:
        kinds = sorted(found[stem], key="nvar".index)
        chains = [chain for kind in kinds if (chain := found[stem][kind])]
        marks.append(classes.marks(chains) or (f"k{kinds[0]}",))
    return stems, marks


def write(name: str, stems: Sequence[str], marks: Sequence[tuple[str, ...]]) -> None:
    kinds = {own: at for at, (own, _count) in enumerate(Counter(marks).most_common())}
    parts = ["\n".join(" ".join(own) for own in kinds), "".join(chr(0x100 + kinds[own]) for own in marks)]
    text = "\n\n".join([*([" ".join(stems)] if stems else []), *parts])
    packed = gzip.compress(text.encode(), 9, mtime=0)
    (DATA / name).write_bytes(packed)
    print(f"{name}: {sum(map(bool, marks)):,} of {len(marks):,} words, {len(kinds):,} classes, {len(packed):,} B")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"), help="the folder of its files")
    parser.add_argument("--albanian", type=Path, help="the file lexemes.txt of uniparser-albanian (data_strict)")
    args = parser.parse_args()
    if not (args.wordnet / "data.noun").is_file():
        parser.error(f"{args.wordnet} holds no WordNet; install wordnet-base, or name its folder with --wordnet.")
    classes = Classes(WordNet(args.wordnet), sorted(words("en.txt.gz")))
    write("en_senses.gz", *english(classes))
    if args.albanian:
        write("sq_senses.gz", *albanian(classes, args.albanian))


if __name__ == "__main__":
    main()
