"""``python -m tools.train``: make the engine's small models again, from the notes in the repository.

``notes`` from the made-up case notes of ``tools/notes`` and ``tests/material/eval`` and from the Text Anonymization
Benchmark's training documents (``tools/tab``); ``court`` from the latter alone, for texts without a record. Every text
goes in as it is and in lower case; every third in capitals too. ``--without NAME`` leaves out the files whose path
holds a word, to measure on them afterwards.
"""

import argparse
import gzip
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.records.case_details import CaseFile
from redaction.guessed.features import Features, Marks, features
from redaction.guessed.learned import forget_models, items
from redaction.jsonl import case_file
from redaction.languages import lists
from redaction.languages.choose import LANGUAGES, language_of
from redaction.layers import certain
from redaction.recorded.known import Known
from redaction.text.blocks import blocks, caseless
from redaction.text.facts import forget_facts
from redaction.text.reading import Reading, read
from redaction.tongues import spoken_in
from tools.merge import quick

ROOT = Path(__file__).parents[1]
DATA = ROOT / "redaction" / "languages" / "data"
NOTES = (
    ROOT / "tools" / "notes" / "train.en.jsonl", ROOT / "tools" / "notes" / "train.sq.jsonl",
    ROOT / "tests" / "material" / "eval" / "dev.en.jsonl", ROOT / "tests" / "material" / "eval" / "dev.sq.jsonl",
)  # fmt: skip
TAB = ROOT / "tools" / "tab" / "train.json"
_LABELS = {"PHONE": "ID", "VEHICLE": "ID", "EMAIL": "HANDLE", "URL": "HANDLE", "NAME": "PERSON"}
_COURT = {"CODE": "ID", "LOC": "PLACE", "DEM": "DEMOGRAPHIC", "DATETIME": "DATE", "QUANTITY": "OTHER", "MISC": "OTHER"}
# What the notes' rules leave standing and the benchmark's do not.
_ONLY_COURT = ("QUANTITY", "MISC", "DATETIME")


@dataclass(frozen=True, slots=True)
class Text:
    """One text for training: pieces to hide are (start, end, label)."""

    language: str
    text: str = field(repr=False)
    files: tuple[CaseFile, ...] = field(repr=False)
    pieces: tuple[tuple[int, int, str], ...] = field(repr=False)


def notes(paths: Sequence[Path]) -> Iterator[Text]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            pieces = tuple((g["start"], g["end"], _LABELS.get(g["type"], g["type"])) for g in row["gold"])
            yield Text(row["lang"], row["text"], (case_file(row["record"]),), pieces)


def court(*, for_notes: bool) -> Iterator[Text]:
    for row in json.loads(TAB.read_text(encoding="utf-8")):
        pieces = []
        for annotation in row["annotations"].values():
            for mention in annotation["entity_mentions"]:
                kind = mention["entity_type"]
                if mention["identifier_type"] != "NO_MASK" and not (for_notes and kind in _ONLY_COURT):
                    pieces.append((mention["start_offset"], mention["end_offset"], _COURT.get(kind, kind)))
        yield Text("en", row["text"], (), tuple(pieces))


def seen_words(texts: Sequence[Text], least: int) -> dict[str, set[str]]:
    """By language, words that stand in lower case outside what is hidden, in at least so many texts."""
    counts: dict[str, Counter[str]] = {code: Counter() for code in LANGUAGES}
    inside: set[str] = set()
    for text in texts:
        reading = read(text.text, language_of(text.language))
        hidden = _hidden(text.text, text.pieces)
        plain = set()
        for word, start, end in zip(reading.words, reading.starts, reading.ends, strict=True):
            first, last = reading.normal.original(start, end)
            if any(hidden[first:last]):
                inside.add(word.lower())
            elif word.isalpha() and word.islower() and len(word) > 1:
                plain.add(word)
        counts[text.language].update(plain)
    return {
        code: {word for word, count in found.items() if count >= least and word not in inside}
        for code, found in counts.items()
    }


def _hidden(text: str, pieces: Sequence[tuple[int, int, str]]) -> bytearray:
    hidden = bytearray(len(text))
    for start, end, _label in pieces:
        hidden[start:end] = b"\1" * (end - start)
    return hidden


@dataclass(frozen=True, slots=True)
class Segment:
    """What the CRF reads at a time: of each word what is said of it alone, all its marks, its label."""

    words: list[Features] = field(repr=False)
    marks: list[Marks] = field(repr=False)
    labels: list[str] = field(repr=False)


def segments(text: Text, change: str = "") -> Iterator[Segment]:
    """Each segment of a text, as it is or in another letter case."""
    written = text.text
    if change:
        changed = written.lower() if change == "lower" else written.upper()
        if len(changed) != len(written):
            return
        written = changed
    known, none, begin = Known.of(text.files), caseless(written), 0
    for block in blocks(written):
        for language in spoken_in(block, language_of(text.language)):
            reading = read(block, language, caseless=none)
            _finds, tags = certain(reading, known)
            labels = _labels(reading, text.pieces, begin, begin + len(block))
            words = [features(fact) for fact in reading.facts]
            for first, last in reading.segments:
                marks = items(reading, tags, first, last, words)
                yield Segment(words[first:last], marks, labels[first:last])
        begin += len(block)


def _labels(reading: Reading, pieces: Sequence[tuple[int, int, str]], begin: int, stop: int) -> list[str]:
    """Of each word of a block, which lies from ``begin`` to ``stop`` in its text."""
    labels = ["O"] * len(reading.words)
    for start, end, label in sorted(pieces):
        if start < stop and end > begin:
            first, last = max(begin, start) - begin, min(stop, end) - begin
            for at in reading.covering(reading.normal.folded(first), reading.normal.folded(last)):
                labels[at] = label
    return labels


def train(texts: Sequence[Text], name: str, *, least: int, copies: Sequence[str], penalty: float, merged: int) -> None:
    """``merged`` is how many marks at most stand for several: of the notes' words, or where there are none, of all."""
    import pycrfsuite

    trainer, words = pycrfsuite.Trainer(verbose=False), Counter[Features]()
    recorded = any(text.files for text in texts)
    for number, text in enumerate(texts):
        for change in ("", *copies):
            if change == "upper" and number % 3:
                continue
            for segment in segments(text, change):
                trainer.append(segment.marks, segment.labels)
                if not change and (text.files or not recorded):
                    words.update(segment.words)
    trainer.select("lbfgs")
    trainer.set_params({"c1": penalty, "c2": 0.02, "max_iterations": 140, "feature.minfreq": least})
    with tempfile.TemporaryDirectory() as held:
        made = Path(held) / name
        trainer.train(str(made))
        packed = gzip.compress(quick(made.read_bytes(), words, merged), 9, mtime=0)
    (DATA / f"{name}.crf.gz").write_bytes(packed)
    forget_models()
    print(f"{name}: {len(texts)} texts, {len(packed):,} bytes", flush=True)


def write_seen(words: Mapping[str, set[str]]) -> None:
    for language, own in words.items():
        packed = gzip.compress("\n".join(sorted(own)).encode(), 9, mtime=0)
        (DATA / f"seen.{language}.txt.gz").write_bytes(packed)
    lists.forget()
    forget_facts()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", default="", help="leave out the notes whose path holds this word")
    parser.add_argument("--only", default="", help="make one model alone: notes or court")
    args = parser.parse_args()
    written = list(notes([path for path in NOTES if not args.without or args.without not in str(path)]))
    judgments = list(court(for_notes=True))
    write_seen({code: set() for code in LANGUAGES})
    common = seen_words([*written, *judgments], 2)
    everything = seen_words([*written, *judgments], 1)
    write_seen(common)
    if args.only != "court":
        train([*written, *judgments], "notes", least=2, copies=("lower", "upper"), penalty=0.15, merged=9_000)
    if args.only != "notes":
        train(list(court(for_notes=False)), "court", least=2, copies=("lower",), penalty=0.15, merged=2_000)
    write_seen(everything)


if __name__ == "__main__":
    main()
