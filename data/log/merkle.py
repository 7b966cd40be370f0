"""A Merkle tree over the log's entries, as RFC 6962 defines it, and its proofs.

``Frontier`` holds the roots of the complete subtrees: appending costs the logarithm of the size.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass


def leaf_hash(entry: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


EMPTY_ROOT = hashlib.sha256(b"").digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """``size`` entries; ``roots`` of complete subtrees, the largest first."""

    size: int = 0
    roots: tuple[bytes, ...] = ()

    def append(self, leaf: bytes) -> "Frontier":
        """The frontier with one leaf hash more."""
        roots, size, node = list(self.roots), self.size, leaf
        while size & 1:
            node = node_hash(roots.pop(), node)
            size >>= 1
        return Frontier(self.size + 1, (*roots, node))

    @property
    def root(self) -> bytes:
        if not self.roots:
            return EMPTY_ROOT
        node = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            node = node_hash(left, node)
        return node


def root_of(leaves: Sequence[bytes]) -> bytes:
    frontier = Frontier()
    for leaf in leaves:
        frontier = frontier.append(leaf)
    return frontier.root


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """Raises IndexError when there is no such leaf."""
    if not 0 <= index < len(leaves):
        raise IndexError("The log has no entry of this number.")
    if len(leaves) == 1:
        return ()
    split = _split(len(leaves))
    if index < split:
        return (*inclusion_proof(leaves[:split], index), root_of(leaves[split:]))
    return (*inclusion_proof(leaves[split:], index - split), root_of(leaves[:split]))


def consistency_proof(leaves: Sequence[bytes], size: int) -> tuple[bytes, ...]:
    """That the first ``size`` leaves are the beginning of all of them."""
    return _subproof(leaves, size, complete=True)


def _subproof(leaves: Sequence[bytes], size: int, *, complete: bool) -> tuple[bytes, ...]:
    if size == len(leaves):
        return () if complete else (root_of(leaves),)
    split = _split(len(leaves))
    if size <= split:
        return (*_subproof(leaves[:split], size, complete=complete), root_of(leaves[split:]))
    return (*_subproof(leaves[split:], size - split, complete=False), root_of(leaves[:split]))


def includes(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """RFC 9162, 2.1.3.2."""
    if not 0 <= index < size or len(leaf) != len(EMPTY_ROOT):
        return False
    at, last, node = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            node = node_hash(step, node)
            while not at & 1 and at:
                at >>= 1
                last >>= 1
        else:
            node = node_hash(node, step)
        at >>= 1
        last >>= 1
    return last == 0 and node == root


def is_consistent(size1: int, size2: int, root1: bytes, root2: bytes, proof: Sequence[bytes]) -> bool:
    """RFC 9162, 2.1.4.2; nothing can be proved of an empty first tree."""
    if size1 <= 0 or size2 < size1:
        return False
    if size1 == size2:
        return not proof and root1 == root2
    if not proof:
        return False
    steps = list(proof)
    if size1 & (size1 - 1) == 0:
        steps.insert(0, root1)
    at, last = size1 - 1, size2 - 1
    while at & 1:
        at >>= 1
        last >>= 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not at & 1 and at:
                at >>= 1
                last >>= 1
        else:
            new = node_hash(new, step)
        at >>= 1
        last >>= 1
    return last == 0 and old == root1 and new == root2


def _split(count: int) -> int:
    """The largest power of two smaller than ``count``."""
    return int(1 << (count - 1).bit_length() - 1)
