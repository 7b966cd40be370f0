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
        """Of everything appended so far."""
        if not self.roots:
            return EMPTY_ROOT
        node = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            node = node_hash(left, node)
        return node

    def to_text(self) -> str:
        return f"{self.size}:{','.join(root.hex() for root in self.roots)}"

    @staticmethod
    def from_text(text: str) -> "Frontier":
        """Raises ValueError."""
        if not text:
            return Frontier()
        size, _, roots = text.partition(":")
        read = Frontier(int(size), tuple(bytes.fromhex(root) for root in roots.split(",")))
        if len(read.roots) != read.size.bit_count():
            raise ValueError("This is no frontier of a log.")
        return read


class Tree:
    """All leaf hashes with the levels above them: any proof then costs the logarithm of the size."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self._levels: list[list[bytes]] = [list(leaves)]
        while len(below := self._levels[-1]) > 1:
            pairs = zip(below[::2], below[1::2], strict=False)
            self._levels.append([node_hash(left, right) for left, right in pairs])

    def __len__(self) -> int:
        return len(self._levels[0])

    def root(self, size: int | None = None) -> bytes:
        """Of the first ``size`` leaves, or of all."""
        return self._root(0, len(self) if size is None else size)

    def inclusion(self, index: int, size: int | None = None) -> tuple[bytes, ...]:
        """That a leaf stands at ``index`` among the first ``size``. Raises IndexError when there is no such leaf."""
        end = len(self) if size is None else size
        if not 0 <= index < end <= len(self):
            raise IndexError("The log has no entry of this number.")
        return self._path(index, 0, end)

    def consistency(self, size: int, of: int | None = None) -> tuple[bytes, ...]:
        """That the first ``size`` leaves are the beginning of the first ``of``, or of all. Raises IndexError."""
        end = len(self) if of is None else of
        if not 0 < size <= end <= len(self):
            raise IndexError("The log has no such beginning.")
        return self._subproof(size, 0, end, complete=True)

    def _root(self, start: int, end: int) -> bytes:
        count = end - start
        if count == 0:
            return EMPTY_ROOT
        if count & (count - 1) == 0:
            return self._levels[count.bit_length() - 1][start // count]
        split = start + _split(count)
        return node_hash(self._root(start, split), self._root(split, end))

    def _path(self, index: int, start: int, end: int) -> tuple[bytes, ...]:
        if end - start == 1:
            return ()
        split = start + _split(end - start)
        if index < split:
            return (*self._path(index, start, split), self._root(split, end))
        return (*self._path(index, split, end), self._root(start, split))

    def _subproof(self, size: int, start: int, end: int, *, complete: bool) -> tuple[bytes, ...]:
        if size == end:
            return () if complete else (self._root(start, end),)
        split = start + _split(end - start)
        if size <= split:
            return (*self._subproof(size, start, split, complete=complete), self._root(split, end))
        return (*self._subproof(size, split, end, complete=False), self._root(start, split))


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
