"""What the engine carries: small, made by one command, the same each time."""

import importlib.util
import sys
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "redaction"


def tool(name: str) -> ModuleType:
    """A command of the repository, which is no part of the installed package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_the_engine_is_small() -> None:
    """All of its files take at most five megabytes."""
    assert sum(f.stat().st_size for f in ENGINE.rglob("*") if f.is_file() and "__pycache__" not in f.parts) <= 5 * 10**6


def test_training_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command makes the same file from the same notes."""
    train = tool("train")
    monkeypatch.setattr(train, "DATA", tmp_path)
    texts = list(islice(train.notes(train.NOTES[:1]), 3))
    made = []
    for _try in range(2):
        train.train(texts, "small", least=1, copies=("lower",), penalty=0.1, merged=300)
        made.append((tmp_path / "small.crf.gz").read_bytes())
    assert made[0] == made[1]
