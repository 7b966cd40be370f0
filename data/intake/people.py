"""Names in a cell: titles, aliases in brackets, several people, what stands beside a name."""

import re
from dataclasses import dataclass, field
from datetime import date

from data.intake.headings import folded
from data.intake.values import Day, day_of, emails_of, is_ditto, phones_of, says_nothing

_TITLE = r"(?:mr|mrs|ms|miss|mx|dr|master|prof|rev|sir|z|zj|znj|zonja|zoti|zonjusha|zt|zonj[eë]s)"
_KNOWN_AS = r"(?:(?:also |usually )?(?:known|called)(?: to \w+| locally| by \w+)? as|a\.?k\.?a\.?|alias|n[ée]e|born|formerly|previously|nick\w*|nofka|i njohur si|e njohur si|i quajtur|e quajtur|njihet si|mbiemri i vajz[ëe]ris[ëe]|e lindur|lindur|maiden name|prej)"
_RELATION = re.compile(
    r"\b(in law|dashuri\w*|grandson|granddaughter|mother|father|brother|sister|son|daughter|husband|wife|partner|boyfriend|girlfriend|uncle|aunt|cousin|spouse|"
    r"ex|step\w*|nene|nena|babai|vjehrr\w*|vjehrri|motra|vellai|bashkeshort\w*|burri|gruaja|djali|vajza|kunat\w*|xhaxha\w*|"
    r"ish|fejuar\w*|grandm\w*|grandf\w*|nephew|niece|relative)\b"
)
KIN = r"son|daughter|grandson|granddaughter|stepson|stepdaughter|i dashuri|mother|father|brother|sister|husband|wife|partner|boyfriend|girlfriend|uncle|aunt|cousin|grandmother|grandfather|nana|babai|vjehrra|vjehrri|motra|v[ëe]llai|burri|gruaja|djali|vajza|kunata|kunati"
SCHOOL = re.compile(
    r"\b(school|primary|nursery|infants?|juniors?|academy|college|high|pre ?school|playgroup|shkoll\w*|kopsht\w*|gjimnaz\w*|cerdh\w*|ysgol)\b"
)
AGE = r"(?:aged?|mosha)?\s*:?\s*(\d{1,2})\s*(?:(?:½|\.5)\s*)?(?:years?(?: old)?|yrs?(?: old)?|y/?o|vje[çc]\w*|v(?:je[çc])?\.?)?"
MONTHS_OLD = r"(?:aged?\s*)?(\d{1,2})\s*(?:months?|mths?|weeks?|wks?|days?|muaj\w*|jav[ëe]\w*|dit[ëe]\w*)(?: old)?"


# Words before a surname that belong to it.
_PARTICLES = {
    "de", "da", "di", "van", "von", "der", "den", "la", "le", "bin", "al", "el", "o'", "mac", "st", "dos", "del",
    "ap", "ab", "ferch", "ní", "nic", "ó", "mc", "ter", "ten", "du", "bint", "ibn", "abu",
}  # fmt: skip


@dataclass(slots=True)
class Named:
    """One person as a cell names them; ``rest`` is what was said besides."""

    first: str = ""
    last: str = ""
    aka: list[str] = field(default_factory=list)
    born: Day = field(default_factory=Day)
    age: int | None = None
    relation: str = ""
    school: str = ""
    gender: str = ""
    address: str = ""
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def aliases(text: str, heading: str = "") -> list[str]:
    """Other names from a cell of their own: 'née Dunmoor', "'Daz', 'D'", 'Jo / Joey'."""
    # 'Jo' is a name in English, and 'no' in Albanian.
    if says_nothing(text) and (folded(text) != "jo" or not re.search(r"known|aka|alias|nick", folded(heading))):
        return []
    found = []
    for part in re.split(r"[,;/\n]|\bor\b|\bose\b|\band\b|\bdhe\b", text):
        name = re.sub(rf"^\s*(?:{_KNOWN_AS})\s*:?\s*", "", part.strip(), flags=re.IGNORECASE)
        name = name.strip(" '\"‘’“”«»()")
        if name and (not says_nothing(name) or folded(name) == "jo") and not is_ditto(name):
            found.append(name)
    return found


def split_people(text: str) -> list[str]:
    """The parts of a cell that each name one person: numbered, by line, ';', '/', '&', 'and', 'dhe'."""
    numbered = re.split(r"(?:^|(?<=[\s;,]))\(?\d{1,2}[).](?=\s*[^\W\d_])\s*", text)
    if len(numbered) > 2:
        return [part.strip(" ;,\n") for part in numbered if part.strip(" ;,\n")]
    if len(numbered) == 2 and not numbered[0].strip():
        text = numbered[1]
    return [
        part
        for part in outside_brackets(
            text,
            r"[;\n]|\s/\s|(?<=\w)/(?=\s?[A-ZÇË])|\s&\s|\s\+\s|\band\b|\bdhe\b|,\s*(?=(?:his |her |the )?(?:"
            + KIN
            + r")\s)",
        )
        if part
    ]


# Nothing but a name: most cells are, and need no closer look.
_PLAIN_NAME = re.compile(
    r"[A-ZÇËÉÁÍÓÚŠŽĐÖÜ][^\W\d_]+(?:[-'’][^\W\d_]+)*(?: [A-ZÇËÉÁÍÓÚŠŽĐÖÜ][^\W\d_]+(?:[-'’][^\W\d_]+)*){0,3}"
)
_NO_PLAIN_NAME = re.compile(
    rf"\b(?:{_TITLE}|{KIN}|aka|alias|nee|born|formerly|known|called|nick\w*|nofka|maiden|years?|aged?|mosha|vjec)\b"
)


def person(text: str, today: date, months_first: bool = False) -> Named | None:
    """One person out of one part; None when it names nobody."""
    if _PLAIN_NAME.fullmatch(text) and not _NO_PLAIN_NAME.search(folded(text)) and not says_nothing(text):
        first, last = split_name(text)
        return None if _is_no_name(text) else Named(first=first, last=last)
    found = Named()
    plain = take_brackets(_take_contacts(text.strip(), found), found, today, months_first)
    parts = re.split(r"\s+(?:[-–—]|\||:)\s+", plain)
    for part in parts[1:]:
        aside(part, found, today, months_first)
    name = parts[0]
    if (
        match := re.match(
            rf"((?:(?:his|her|the|ex|step)[ -])?(?:{KIN})(?:[- ]in[- ]law)?)\s+(?=[A-ZÇË])", name, re.IGNORECASE
        )
    ) and name[match.end()].isupper():  # 'Mother-in-law Ngozi Eze'
        found.relation, name = match.group(1), name[match.end() :]
    if match := re.match(r"([^,\d]{3,30}),\s*(?=\S)", name):
        # 'father-in-law, Mr Karim Alvi'; 'Ann Ames, sister'
        if _only_relation(match.group(1)):
            found.relation, name = match.group(1).strip(), name[match.end() :]
        elif _only_relation(name[match.end() :]):
            found.relation, name = name[match.end() :].strip(), match.group(1)
    if match := re.search(rf"[,;]?\s*\b(?:{_KNOWN_AS})\s*:?\s+(.+)$", name, re.IGNORECASE):
        found.aka += aliases(match.group(1))
        name = name[: match.start()]
    for match in re.finditer(r"(?:(?<=\s)|^)['\"‘“«]([^'\"’”»]+)['\"’”»](?=\s|$|,)", name):
        found.aka.append(match.group(1).strip())
        name = name.replace(match.group(), " ")
    if _only_relation(name) and len(found.aka) == 1 and not found.relation:
        found.relation, name = name.strip(), found.aka.pop()  # 'burri (Hekuran)'
    name = _take_birth(name, found, today, months_first)
    name = re.sub(r"\s*,\s*(?=,)", "", re.sub(r"\s+", " ", name)).strip(" ,;.-–:")
    if match := re.match(r"([^\W\d][^\d,]*(?:,[^\d,]*)?),\s*((?:flat |c/o )?[^,]*\d.*)$", name, re.IGNORECASE):
        # 'Ian Platt, 5 Gate Street, Holm': one cell for everything known of a person.
        name, found.address = match.groups()
    if (says_nothing(name) and name != "Jo") or _is_no_name(name):
        return None
    found.first, found.last = split_name(name)
    return found


_NUMBER = re.compile(
    r"(?:\b(?:safe )?(?:tel|ph|phone|mob|mobile|cel|nr|no|t|m)\b[.:\s]*(?:no\b[.:\s]*)?)?((?:\+|\b00|\(?\b0|\b)\d(?:[\d ()]|(?<=\d)-(?=\d)){8,15}\d)",
    re.IGNORECASE,
)


def _take_contacts(text: str, found: Named) -> str:
    """The text without telephone numbers and e-mail addresses, which go to the person."""
    if "@" in text:
        found.emails += emails_of(text)
        text = re.sub(r"(?:e-?mail\s*:?\s*)?[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", " ", text, flags=re.IGNORECASE)
    for match in reversed(list(_NUMBER.finditer(text))):
        numbers, _words = phones_of(match.group(1))
        if numbers:
            found.phones[:0] = numbers
            text = text[: match.start()].rstrip(" ,;") + " " + text[match.end() :].lstrip()
    return text.strip()


def details(text: str, today: date, months_first: bool = False) -> Named:
    """What a cell tells of a person beside the name: date of birth, telephone, address, relationship, in any order."""
    found = Named()
    left = take_brackets(_take_contacts(text, found), found, today, months_first)
    for piece in (p.strip() for p in re.split(r"[,;\n]", left)):
        plain = folded(piece)
        if not plain or says_nothing(piece):
            continue
        born, age = found.born, found.age
        rest = _take_birth(piece, found, today, months_first) if not found.address else piece
        if not rest.strip(" ,.-:"):
            continue
        found.born, found.age = born, age
        if re.match(r"^(dob|born|no (dob|phone|tel|address)|tel|phone|mob|pa tel)\b", plain):
            if re.search(r"\d", piece):
                found.rest.append(piece)
        elif _RELATION.search(plain) and len(plain) < 30 and not re.search(r"\d", piece):
            found.relation = found.relation or piece
        elif plain in ("f", "m", "female", "male", "femer", "mashkull"):
            found.gender = "female" if plain.startswith("f") else "male"
        elif found.address and not re.search(r"\b(works?|drives?|has|is|was|can|only|not|no)\b", plain):
            found.address += ", " + piece
        elif re.search(r"\d", piece) and re.search(r"[^\W\d_]{2}", piece) and len(piece) < 60:
            found.address = re.sub(r"^(?:address|addr|adresa|lives at|of)\s*:?\s*", "", piece, flags=re.IGNORECASE)
        else:
            found.rest.append(piece)
    return found


def _only_relation(text: str) -> bool:
    plain = re.sub(r"\b(his|her|the|ex|in law|i|e|te|of|victim|s)\b", " ", folded(text))
    return bool(plain.strip()) and not re.sub(_RELATION.pattern, "", plain).strip()


def names_someone(text: str) -> bool:
    """Whether a cell names a person, and does not only tell of one: '(husband)', 'dob 2/2/83', '07700 900123'."""
    found = person(re.sub(r"^\s*(?:baby|child)\b:?\s*", "", text, flags=re.IGNORECASE), date.max)
    return (
        found is not None
        and bool(found.first or found.last)
        and not re.match(r"^(dob|born|no|tel|works?|none)\b", folded(found.first))
    )


def split_name(name: str) -> tuple[str, str]:
    """First names and surname; 'KOLNDREU, Mirela' and 'Mirela KOLNDREU' too. Titles are left out."""
    name = re.sub(rf"^(?:{_TITLE}\b\.?\s+)+", "", name.strip(), flags=re.IGNORECASE)
    if "," in name:
        last, _comma, first = (part.strip() for part in name.partition(","))
        if first and not re.search(r"\d", first):
            return re.sub(rf"^(?:{_TITLE}\b\.?\s+)+", "", first, flags=re.IGNORECASE), last
        name = last
    words = name.split()
    if len(words) < 2:
        return name, ""
    if words[0].isupper() and len(words[0]) > 2 and not words[-1].isupper():
        upper = next(i for i, word in enumerate([*words, "x"]) if not word.isupper())
        return " ".join(words[upper:]), " ".join(words[:upper])
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].casefold() in _PARTICLES:
        cut -= 1
    return " ".join(words[:cut]), " ".join(words[cut:])


def take_brackets(text: str, found: Named, today: date, months_first: bool = False) -> str:
    """Text without its brackets; what stood in them goes where it belongs."""
    for inner in re.findall(r"\(([^()]*)\)|\[([^\[\]]*)\]", text):
        aside(inner[0] or inner[1], found, today, months_first)
    return re.sub(r"\s+", " ", re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text)).strip()


def aside(inner: str, found: Named, today: date, months_first: bool = False) -> None:
    for piece in outside_brackets(inner, r"[,;]") if not re.search(_KNOWN_AS, inner, re.IGNORECASE) else [inner]:
        piece = piece.strip()
        plain = folded(piece)
        if not plain:
            continue
        if match := re.match(rf"^(?:{_KNOWN_AS})\s*:?\s*(.+)$", piece, re.IGNORECASE):
            if re.match(r"^(born|lindur|e lindur)", plain) and re.search(r"\d", piece):
                _take_birth(piece, found, today, months_first)
            else:
                found.aka += aliases(match.group(1))
        elif re.fullmatch(r"['\"‘“«].+['\"’”»]", piece):
            found.aka += aliases(piece)
        elif not _take_birth(piece, found, today, months_first).strip(" ,.-:"):
            pass
        elif re.fullmatch(r"(f|m|female|male|girl|boy|vajze|djale|femer|mashkull)", plain):
            found.gender = "female" if plain[0] in "fgv" else "male"
        elif SCHOOL.search(plain):
            found.school = found.school or re.sub(
                r"(?i)^(both|all|te dy|të dy)( at| in| attend| te| në| ne)?\s+", "", piece
            )
        elif (
            _RELATION.search(plain)
            and len(plain) < 40
            and not re.match(r"^(liv\w+|stay\w+|resid\w+|with|jeton)\b", plain)
        ):
            found.relation = found.relation or piece
        elif re.fullmatch(r"[A-ZÇË][^\W\d_A-ZÇË]{1,11}", piece) and not _NO_NICKNAME.match(plain):
            found.aka.append(piece)
        else:
            found.rest.append(piece)


_NO_NICKNAME = re.compile(
    r"^(\w+(ish|ese|nian)|deceased|dead|adult|twins?|eldest|oldest|youngest|middle|unborn|police|prison|custody|remand|ditto|unknown|home|abroad|"
    r"pregnant|disabled|autistic|deaf|primary|secondary|victim|perp\w*|child|son|daughter|baby|minor|e vogla|i madhi|married|single|widow\w*|divorced|separated)$"
)


def _take_birth(text: str, found: Named, today: date, months_first: bool = False) -> str:
    """The text without a date of birth or an age, which go to the person."""
    if match := re.search(
        r"(?:\b(?:d\.?o\.?b\.?|born|b\.|dtl\.?|dl\.?|lindur(?: m[ëe])?|datëlindja)\s*:?\s*)?(\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]{3,9}\s+\d{2,4})",
        text,
        re.IGNORECASE,
    ):
        found.born = day_of(match.group(1), today=today, birth=True, months_first=months_first)
        if found.born.wrong:
            found.rest.append(match.group().strip())
        return text[: match.start()] + " " + text[match.end() :]
    if match := re.search(MONTHS_OLD, text, re.IGNORECASE):
        found.rest.append(match.group().strip())
        found.age = 0
        return text[: match.start()] + " " + text[match.end() :]
    if match := re.search(r"(?<=[^\W\d_.])[ ,]+((?:19[3-9]|20[0-2])\d)\s*$", text):
        found.born = found.born if found.born.day else Day(year=int(match.group(1)))
        found.rest.append(text.strip())  # only a year: kept as it stands
        return text[: match.start()]
    if match := re.search(rf"(?:^|[\s,:(-]){AGE}(?=$|[\s,;)-])", text, re.IGNORECASE):
        found.age = int(match.group(1))
        return text[: match.start()] + " " + text[match.end() :]
    return text


def _is_no_name(name: str) -> bool:
    plain = folded(name)
    return not re.search(r"[^\W\d_]", name) or bool(
        re.match(
            r"^(unknown|not known|adult child|grown up|(\w+ )?(children|kids|femij\w*)( only)?$|(the |a |an |young |older )*(woman|man|male|female|lady|caller|neighbour|person|grua|burre) (at|in|on|from|who|with|aged|name|no|living|next|ne|nga|qe)|.*\bname (not|un)|refus\w* to|declin\w* to|(would|will|did|does) not|won t|wouldn t|doesn t|not (given|willing|sure|stated|disclosed)|none|no (perp|name)\w*|nuk dihet|i panjohur|e panjohur|male|female|name (withheld|unknown)|to follow|various|pa em\w*|paemer|unnamed|no names?|names? not|as above|see( \w+)?)\b",
            plain,
        )
    )


def outside_brackets(text: str, sign: str) -> list[str]:
    parts, depth, start = [], 0, 0
    ends = {match.start(): match.end() for match in re.finditer(sign, text, re.IGNORECASE)}
    skip = -1
    for at, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if at in ends and depth <= 0 and at >= skip:
            parts.append(text[start:at].strip())
            start = skip = ends[at]
    parts.append(text[start:].strip())
    return [part for part in parts if part]
