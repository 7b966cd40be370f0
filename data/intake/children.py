"""Children in a cell: several, with ages and schools, and how many it speaks of."""

import re
from datetime import date

from data.intake.headings import folded
from data.intake.people import AGE, MONTHS_OLD, SCHOOL, Named, aside, outside_brackets, person, take_brackets
from data.intake.values import says_nothing

_NUMBERS = r"one|two|three|four|five|six|nj[ëe]|dy|tre|kat[ëe]r|pes[ëe]|gjasht[ëe]"
_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "nje": 1, "dy": 2, "tre": 3, "kater": 4, "pese": 5, "gjashte": 6,
}  # fmt: skip
_UNBORN = re.compile(r"\b(unborn|edd|pregnan\w*|expecting|due|shtatzen\w*|palindur|barre)\b")


def children(text: str, today: date, months_first: bool = False) -> tuple[list[Named], int, list[str]]:
    """Children named in one cell; how many it speaks of; and what it says besides."""
    if says_nothing(text) or re.match(r"^(n|no|none|nil|pa|s ?ka|nuk ka|asnje)\b(?!.*\d)", folded(text)):
        return [], 0, [] if says_nothing(text) or len(text) < 14 else [text]
    found: list[Named] = []
    rest: list[str] = []
    stated = 0
    text = re.sub(r"^\s*(?:yes|y|po)\b\s*[-–:,;(]?\s*(?=\S)", "", text, flags=re.IGNORECASE)
    if match := re.match(
        rf"\s*(\d{{1,2}}|{_NUMBERS})\s*[:–-]\s+(?=[^\W\d_])", text, re.IGNORECASE
    ):  # '3: Amy, Ben, Cal'
        stated, text = _number(folded(match.group(1))), text[match.end() :]
    for part in _child_parts(text):
        part = re.sub(
            r"^\s*(?:[a-z]{1,3}\d|child \d|daughters?|sons?|boys?|girls?)\s*[:=–-]\s*", "", part, flags=re.IGNORECASE
        )
        plain = folded(part)
        if match := re.match(
            r"^(\d{1,2}|one|two|three|four|five|six|nje|dy|tre|kater|pese|gjashte)( \w+){0,3} (child\w*|kid\w*|femij\w*|boys?|girls?|sons?|daughters?|djem|vajza)\b",
            plain,
        ):
            stated = max(stated, _number(match.group(1)))
            if ":" in part:
                part = part.split(":", 1)[1]
            else:
                rest.append(part)
                continue
        if not found and re.fullmatch(r"\d{1,2}", plain):
            stated = max(stated, int(plain))
            continue
        if _UNBORN.search(plain):
            rest.append(part)
            continue
        if found and _only_aside(part):
            aside(take_brackets(part, found[-1], today, months_first), found[-1], today, months_first)
            if found[-1].school:
                for earlier in found[:-1]:
                    earlier.school = earlier.school or found[-1].school
            continue
        if (one := person(part, today, months_first)) is None:
            if not says_nothing(part):
                rest.append(part)
            continue
        found.append(one)
    shared = re.search(r"(?i)\b(and|both|all|dhe|te dy|të dy)\b", text)
    for at in range(len(found) - 2, -1, -1):
        # 'Ella and Tom, Dray Street Primary': the school is of all who have none of their own.
        if found[at + 1].school and not found[at].school and shared:
            found[at].school = found[at + 1].school
    return found, max(stated, len(found)), rest


def _child_parts(text: str) -> list[str]:
    numbered = re.split(r"(?:^|(?<=[\s;,]))\(?\d{1,2}[).](?=\s*[^\W\d_])\s*", text)
    if len(numbered) > 2:
        return [part.strip(" ;,\n") for part in numbered if part.strip(" ;,\n")]
    if ";" in text or "\n" in text:
        return outside_brackets(text, r"[;\n]|\s/\s|\s&\s|\band\b|\bdhe\b")
    # 'Pickersdale, Megan': a lone surname before a comma cannot be told from a child; the comma parts children.
    return outside_brackets(text, r",|\s/\s|\s\+\s|\s&\s|\band\b|\bdhe\b")


def _only_aside(part: str) -> bool:
    """Whether a part speaks of the child before it: an age, a date, a school."""
    part = re.sub(r"\([^()]*\)", " ", part)
    plain = folded(part)
    if re.fullmatch(AGE, part.strip(), re.IGNORECASE) or re.fullmatch(MONTHS_OLD, part.strip(), re.IGNORECASE):
        return True
    if re.match(r"^(dob|d o b|born|aged?|lindur|mosha|both|all|twins|te dy)\b", plain) or re.match(
        r"^[\d./\s-]{6,}$", part
    ):
        return True
    return bool(SCHOOL.search(plain)) and not re.search(r"\(|\d{2}|\s[-–]\s", part)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS.get(word, 0)
