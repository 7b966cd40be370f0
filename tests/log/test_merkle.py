"""The Merkle log against published vectors, valid and hostile."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from data.log.merkle import (
    Frontier,
    Tree,
    includes,
    is_consistent,
    leaf_hash,
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


def test_the_vectors_are_all_there() -> None:
    assert len(VECTORS["inclusion"]) == len(VECTORS["consistency"]) == 98
    assert any(case["wantErr"] for case in VECTORS["inclusion"])
    assert not all(case["wantErr"] for case in VECTORS["inclusion"])


def test_proofs_made_here_hold_and_break_with_one_changed_entry() -> None:
    leaves = [leaf_hash(bytes([n])) for n in range(23)]
    tree = Tree(leaves)
    for size in range(1, 24):
        root = Tree(leaves[:size]).root()
        assert tree.root(size) == root
        for index in range(size):
            proof = tree.inclusion(index, size)
            assert includes(leaves[index], index, size, proof, root)
            assert not includes(leaf_hash(b"other"), index, size, proof, root)
        for older in range(1, size + 1):
            steps = tree.consistency(older, size)
            assert is_consistent(older, size, Tree(leaves[:older]).root(), root, steps)
            assert not is_consistent(older, size, leaf_hash(b"other"), root, steps)


def test_there_is_no_proof_of_what_is_not_there() -> None:
    tree = Tree([leaf_hash(b"one")])
    with pytest.raises(IndexError, match="no entry"):
        tree.inclusion(1)
    with pytest.raises(IndexError, match="no such beginning"):
        tree.consistency(2)


def test_the_frontier_grows_to_the_same_root() -> None:
    frontier, leaves = Frontier(), []
    for number in range(40):
        leaves.append(leaf_hash(bytes([number])))
        frontier = frontier.append(leaves[-1])
        assert frontier.root == Tree(leaves).root()
        assert Frontier.from_text(frontier.to_text()) == frontier
