"""The Merkle log against published vectors, valid and hostile."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from data.log.merkle import (
    Frontier,
    consistency_proof,
    includes,
    inclusion_proof,
    is_consistent,
    leaf_hash,
    root_of,
)

VECTORS = json.loads((Path(__file__).parents[1] / "material" / "vectors" / "merkle.json").read_text())


def _bytes(text: str | None) -> bytes:
    return base64.b64decode(text or "")


@pytest.mark.parametrize("case", VECTORS["inclusion"], ids=lambda case: case["name"])
def test_inclusion(case: dict[str, Any]) -> None:
    proof = [_bytes(step) for step in case["proof"] or ()]
    found = includes(_bytes(case["leafHash"]), case["leafIdx"], case["treeSize"], proof, _bytes(case["root"]))
    assert found is not case["wantErr"]


@pytest.mark.parametrize("case", VECTORS["consistency"], ids=lambda case: case["name"])
def test_consistency(case: dict[str, Any]) -> None:
    proof = [_bytes(step) for step in case["proof"] or ()]
    found = is_consistent(case["size1"], case["size2"], _bytes(case["root1"]), _bytes(case["root2"]), proof)
    assert found is not case["wantErr"]


def test_proofs_made_here_hold_and_break_with_one_changed_entry() -> None:
    leaves = [leaf_hash(bytes([n])) for n in range(23)]
    root = root_of(leaves)
    for index, leaf in enumerate(leaves):
        proof = inclusion_proof(leaves, index)
        assert includes(leaf, index, len(leaves), proof, root)
        assert not includes(leaf_hash(b"other"), index, len(leaves), proof, root)
    for size in range(1, 24):
        assert is_consistent(size, 23, root_of(leaves[:size]), root, consistency_proof(leaves, size))


def test_the_frontier_grows_to_the_same_root() -> None:
    frontier, leaves = Frontier(), []
    for number in range(40):
        leaves.append(leaf_hash(bytes([number])))
        frontier = frontier.append(leaves[-1])
        assert frontier.root == root_of(leaves)
