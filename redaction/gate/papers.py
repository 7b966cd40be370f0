"""A finished document taken apart: what a reader sees, and every place behind it where words can stand.

Raises for what cannot be read: encrypted, damaged, or packed too deep.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from typing import Any

_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(
    r"</(?:w:p|a:p|row|si|dc:\w+|cp:\w+)>|<w:br/>|<w:tab/>|</?(?:p|br|div|td|li)\b[^>]*>", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--(.*?)-->|<!\[CDATA\[(.*?)\]\]>|<\?(?!xml )(.*?)\?>", re.DOTALL)
_VALUE = re.compile(r"\s[\w:.-]+\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_NUMBER = re.compile(r"<v>(\d{5})(?:\.0+)?</v>")
_PRINTED = re.compile(rb"[\x20-\x7e\xc0-\xff]{4,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xc0-\xff]\x00){4,}")
_SPOKEN = re.compile(
    rb"/(?:ActualText|Alt|E|T|Contents)\s*(?:\((?P<text>(?:[^()\\]|\\.)*)\)|<(?P<hex>[0-9A-Fa-f\s]+)>)"
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"\x01\x00\x00\x00")
_DEEPEST, _LARGEST = 4, 200 * 2**20


class TooDeep(ValueError):
    """Packed in more layers than any honest document has."""


def parts(kind: str, data: bytes) -> dict[str, str]:
    """What a document says, by the part where it says it. ``behind`` in a part's name: no reader sees it."""
    if kind in ("docx", "xlsx"):
        return dict(_zipped(kind, data, 0))
    if kind == "pdf":
        return dict(_pdf(data))
    return {kind: data.decode("utf-8")}


def _zipped(where: str, data: bytes, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        raise TooDeep(where)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > _LARGEST:
            raise TooDeep(where)
        yield f"{where} behind: its comment", _bytes(archive.comment)
        names = " \n".join(archive.namelist())
        yield f"{where} behind: names of parts", re.sub(r"[/_.-]", " ", names)
        for info in archive.infolist():
            if info.flag_bits & 1:
                raise ValueError(where)
            yield f"{where} behind: remark on a part", _bytes(info.comment) + " " + _bytes(info.extra)
            yield from _member(f"{where} {info.filename}", archive.read(info), depth)


def _member(where: str, data: bytes, depth: int) -> Iterator[tuple[str, str]]:
    if data[:2] == b"PK":
        yield from _zipped(where, data, depth + 1)
        return
    text = _decoded(data)
    if text is None:
        if not data.startswith(_PICTURES):
            raise ValueError(where)  # Neither text nor a picture: nobody can say what stands in it.
        yield f"{where} behind: bytes", _bytes(data)
    elif text.lstrip()[:1] == "<":
        yield where, _plain(text)
        yield f"{where} behind: markup", _markup(text)
    else:
        yield where, text


def _decoded(data: bytes) -> str | None:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return None if "\x00" in text else text
    return None


def _plain(xml: str) -> str:
    shown = unescape(_TAG.sub("", _BREAK.sub("\n", xml)))
    born = " ".join((date(1899, 12, 30) + timedelta(days=int(day))).isoformat() for day in _NUMBER.findall(xml))
    return f"{shown}\n{born}"


def _markup(xml: str) -> str:
    """Values of attributes, comments and what else is no text: a line each, words of one value together."""
    values = [a or b for a, b in _VALUE.findall(xml)]
    hidden = ["".join(found) for found in _COMMENT.findall(xml)]
    pieces = re.findall(r"<[\w:]*(?:instrText|delText|f|formula\d?)\b[^>]*>([^<]*)<", xml)
    return (
        unescape("\n".join([*dict.fromkeys(values), *hidden, *pieces, "".join(pieces)]))
        .replace('"&"', "")
        .replace("_", " ")
    )


def _bytes(data: bytes) -> str:
    """Whatever in bytes could be words."""
    found = [piece.decode("latin-1") for piece in _PRINTED.findall(data)]
    found += [piece.decode("utf-16-le") for piece in _WIDE.findall(data)]
    if data[:4] == b"\x89PNG":
        found += [_bytes(piece) for piece in _unpacked(data)]
    return "\n".join(found)


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The compressed remarks of a picture."""
    for match in re.finditer(rb"(?:zTXt|iTXt)", data):
        at = data.find(b"\x78", match.end())
        while 0 <= at < match.end() + 200:
            try:
                yield zlib.decompressobj().decompress(data[at:], 2**20)
                break
            except zlib.error:
                at = data.find(b"\x78", at + 1)


def _pdf(data: bytes) -> Iterator[tuple[str, str]]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    for number, page in enumerate(reader.pages, 1):
        yield f"pdf page {number}", page.extract_text()
    yield "pdf properties", " ".join(str(value) for value in (reader.metadata or {}).values())
    yield from _objects(data)


def _objects(data: bytes) -> Iterator[tuple[str, str]]:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        words: list[str] = []
        for value in (*pdf.objects, pdf.trailer):
            words += _strings(value, 0)
            if isinstance(value, pikepdf.Stream):
                yield from _stream(value)
    yield "pdf behind: its objects", "\n".join(words)


def _strings(value: Any, depth: int) -> Iterator[str]:
    import pikepdf

    if depth > 30:
        raise TooDeep("pdf")
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Name):
        yield str(value)[1:]
    elif isinstance(value, pikepdf.Array):
        for one in value:
            if not getattr(one, "is_indirect", False):
                yield from _strings(one, depth + 1)
    elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, one in value.items():
            yield str(key)[1:]
            if not getattr(one, "is_indirect", False):
                yield from _strings(one, depth + 1)


def _stream(stream: Any) -> Iterator[tuple[str, str]]:
    kind = str(stream.get("/Type", "")) + str(stream.get("/Subtype", ""))
    if any(key in stream for key in ("/Length1", "/Length2", "/FunctionType")) or "Image" in kind or "CIDFont" in kind:
        return
    held = stream.read_bytes()
    if "Metadata" in kind or "EmbeddedFile" in kind or held[:2] == b"PK":
        yield from _member("pdf behind: an attachment", held, 0)
        return
    for match in _SPOKEN.finditer(held):
        raw = bytes.fromhex(match["hex"].decode().replace(" ", "")) if match["hex"] else match["text"]
        yield "pdf behind: spoken text", raw.decode("utf-16" if raw[:2] == b"\xfe\xff" else "latin-1", "replace")
    if b" Tf" not in held and b" cm" not in held:
        yield "pdf behind: a stream", _bytes(held)
