"""Letters written as codes or broken up by markup: 'Siobh&aacute;n', '%53iobhan', '<b>Sio</b>bhan', 'Sio[b]han'."""

import re
import unicodedata
from collections.abc import Iterator
from html.entities import html5

_LETTER = r"[^\W\d_]"
# Emphasis, tags and brackets count only inside a word: between two letters of it.
_CODES = re.compile(
    rf"(?P<control>[\x00-\x08\x0e-\x1b\x7f])|(?P<entity>&(?:#x?[0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,8}});)"
    rf"|(?P<byte>(?<![\w%=])[%=][4-7][0-9a-fA-F](?={_LETTER}{{2}}))|(?P<u>\\u00[0-9a-fA-F]{{2}})"
    rf"|(?P<open>(?<!\w)(?:<[a-z]{{1,6}}>|\*\*|~~|__)(?={_LETTER}+(?:</|\*\*|~~|__)/?(?:[a-z]{{1,6}}>)?{_LETTER}))"
    rf"|(?P<mark>(?<={_LETTER})(?:</?[a-z]{{1,6}}>|\*\*|~~|__)(?={_LETTER}))"
    rf"|(?P<bracket>(?<={_LETTER})\[(?={_LETTER}{{1,3}}\]{_LETTER})|(?<={_LETTER})\](?={_LETTER}))"
)


def codes(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and meaning of each code; '' where it means nothing."""
    for match in _CODES.finditer(text):
        becomes = _meaning(match)
        if match["open"]:
            # A tag that opens before a name belongs to its first letter.
            yield match.start(), match.end() + 1, text[match.end()]
        elif becomes is not None:
            yield match.start(), match.end(), becomes


def _meaning(match: re.Match[str]) -> str | None:
    written = match.group()
    if match["entity"]:
        return _letter(_entity(written))
    if match["byte"]:
        return _letter(chr(int(written[1:], 16)))
    return _letter(chr(int(written[2:], 16))) if match["u"] else ""


def _entity(written: str) -> str:
    if written[1] != "#":
        return html5.get(written[1:], "")
    number = (
        int(written[3:-1], 16)
        if written[2] in "xX"
        else int(written[2:-1] or "0", 10)
        if written[2:-1].isdecimal()
        else 0
    )
    return chr(number) if 0 < number < 0x110000 else ""


def _letter(character: str) -> str | None:
    """A letter or digit without its accent; None where the code says something else."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return plain if len(plain) == 1 and plain.isascii() and plain.isalnum() else None
