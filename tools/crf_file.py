"""CRFsuite's file of a model, read and written: what a mark weighs for each label, and which label follows which.

Header, features, labels, marks, then which features each label and each mark has. Names lie in two tables that are
searched by Bob Jenkins's hash ``lookup3``. All numbers are little-endian.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_HEADER = struct.Struct("<4sI4sIIIIIIIII")
_FEATURE = struct.Struct("<IIId")
_TABLE = struct.Struct("<4sIIIII")
_CHUNK, _TABLES, _ORDER = 12, 256, 0x62445371
_FULL = 0xFFFFFFFF
Weights = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Crf:
    """``follows`` by label, ``marks`` by name: weights by number of label, those of nought left out."""

    labels: tuple[str, ...]
    follows: tuple[Weights, ...] = field(repr=False)
    marks: Mapping[bytes, Weights] = field(repr=False)


def read(data: bytes) -> Crf:
    _magic, _size, _type, _version, _none, _labels, _marks, *places = _HEADER.unpack_from(data)
    features, labels, marks, label_features, mark_features = places

    def weights(chunk: int, count: int) -> list[Weights]:
        found = []
        for offset in struct.unpack_from(f"<{count}I", data, chunk + _CHUNK):
            (many,) = struct.unpack_from("<I", data, offset)
            held = (
                _FEATURE.unpack_from(data, features + _CHUNK + number * _FEATURE.size)
                for number in struct.unpack_from(f"<{many}I", data, offset + 4)
            )
            found.append(tuple((label, weight) for _kind, _of, label, weight in held))
        return found

    names, called = _names(data, labels), _names(data, marks)
    return Crf(
        tuple(name.decode() for name in names),
        tuple(weights(label_features, len(names))),
        dict(zip(called, weights(mark_features, len(called)), strict=True)),
    )


def write(crf: Crf) -> bytes:
    features, label_numbers, mark_numbers = bytearray(), [], []
    for kind, rows, numbers in ((1, crf.follows, label_numbers), (0, crf.marks.values(), mark_numbers)):
        for at, row in enumerate(rows):
            begin = len(features) // _FEATURE.size
            numbers.append(range(begin, begin + len(row)))
            for label, weight in row:
                features += _FEATURE.pack(kind, at, label, weight)
    out = bytearray(_HEADER.size)
    places = [len(out)]
    out += struct.pack("<4sII", b"FEAT", _CHUNK + len(features), len(features) // _FEATURE.size) + features
    for table in (_table([label.encode() for label in crf.labels]), _table(list(crf.marks))):
        places.append(len(out))
        out += table
    for chunk, numbers in ((b"LFRF", label_numbers), (b"AFRF", mark_numbers)):
        out += bytes(-len(out) % 4)
        places.append(len(out))
        out += _references(chunk, numbers, len(out))
    _HEADER.pack_into(out, 0, b"lCRF", len(out), b"FOMC", 100, 0, len(crf.labels), len(crf.marks), *places)
    return bytes(out)


def _references(chunk: bytes, numbers: Sequence[Sequence[int]], begin: int) -> bytes:
    offsets, held = [], bytearray()
    for row in numbers:
        offsets.append(begin + _CHUNK + 4 * len(numbers) + len(held))
        held += struct.pack(f"<{1 + len(row)}I", len(row), *row)
    head = struct.pack("<4sII", chunk, _CHUNK + 4 * len(numbers) + len(held), len(numbers))
    return head + struct.pack(f"<{len(offsets)}I", *offsets) + held


def _names(data: bytes, begin: int) -> list[bytes]:
    """The names of a table in their order."""
    _magic, _size, _flag, _order, count, back = _TABLE.unpack_from(data, begin)
    names = []
    for offset in struct.unpack_from(f"<{count}I", data, begin + back):
        _number, size = struct.unpack_from("<II", data, begin + offset)
        names.append(data[begin + offset + 8 : begin + offset + 8 + size - 1])
    return names


def _table(names: Iterable[bytes]) -> bytes:
    out = bytearray(_TABLE.size + 8 * _TABLES)
    tables: list[list[tuple[int, int]]] = [[] for _ in range(_TABLES)]
    back = []
    for number, name in enumerate(names):
        sought = lookup3(name + b"\0")
        tables[sought % _TABLES].append((sought, len(out)))
        back.append(len(out))
        out += struct.pack("<II", number, len(name) + 1) + name + b"\0"
    for at, held in enumerate(tables):
        struct.pack_into("<II", out, _TABLE.size + 8 * at, len(out) if held else 0, 2 * len(held))
        for sought, offset in _scattered(held):
            out += struct.pack("<II", sought, offset)
    ends = len(out)
    out += struct.pack(f"<{len(back)}I", *back)
    _TABLE.pack_into(out, 0, b"CQDB", len(out), 0, _ORDER, len(back), ends)
    return bytes(out)


def _scattered(held: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Each where its hash leads, or in the next free place, of twice as many places."""
    places = [(0, 0)] * (2 * len(held))
    for sought, offset in held:
        at = (sought >> 8) % len(places)
        while places[at][1]:
            at = (at + 1) % len(places)
        places[at] = sought, offset
    return places


def _turned(value: int, by: int) -> int:
    return (value << by | value >> (32 - by)) & _FULL


def lookup3(key: bytes) -> int:
    """The hash of a name."""
    a = b = c = (0xDEADBEEF + len(key)) & _FULL
    for at in range(0, len(key), 12):
        block = struct.unpack("<3I", key[at : at + 12].ljust(12, b"\0"))
        a, b, c = ((one + more) & _FULL for one, more in zip((a, b, c), block, strict=True))
        if at + 12 >= len(key):
            break
        for by in (4, 6, 8, 16, 19, 4):
            a = ((a - c) & _FULL) ^ _turned(c, by)
            a, b, c = b, (c + b) & _FULL, a
    for by in (14, 11, 25, 16, 4, 14, 24):
        c = ((c ^ b) - _turned(b, by)) & _FULL
        a, b, c = b, c, a
    return b
