"""What the engine carries: small, made by one command, the same each time."""

from itertools import islice
from pathlib import Path

import pytest

from tools import train

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "redaction"


def test_the_engine_is_small() -> None:
    """All of its files take at most five megabytes."""
    assert sum(f.stat().st_size for f in ENGINE.rglob("*") if f.is_file() and "__pycache__" not in f.parts) <= 5 * 10**6


def test_training_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command makes the same file from the same notes."""
    monkeypatch.setattr(train, "DATA", tmp_path)
    texts = list(islice(train.notes(train.NOTES[:1]), 3))
    made = []
    for _try in range(2):
        train.train(texts, "small", least=1, copies=("lower",), penalty=0.1, merged=300)
        made.append((tmp_path / "small.crf.gz").read_bytes())
    assert made[0] == made[1]
