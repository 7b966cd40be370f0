"""What one cell says: a date, phones, consent, risk, an address. Day first, as the house reads dates."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from data.intake.headings import folded
from data.intake.sheet import Value
from data.records.case_details import Address, Criterion, Judgement
from data.records.sharing import ConsentState

_NOTHING = re.compile(
    r"^(n ?k|n ?a|not? known|unknown|none( known)?|nil|no|not (given|stated|disclosed|applicable|recorded|asked|available)|"
    r"refused|declined|withheld|tbc|tba|null|nan|n d|ref|value|see (above|below)|nuk (dihet|ka|jepet|dihen|zbatohet)|s ?ka|ska|jo|asnje|pa|0|"
    r"pa te dhena|i panjohur|e panjohur|panjohur|nuk e di(me)?|refuzoi|not known yet|dk|dont know|not sure)$"
)
_DITTO = re.compile(
    r"^(as above|ditto|idem|same( as above)?|si me siper|si siper|njesoj|e njejta|po ai|po ajo|po ashtu)$"
)
_DITTO_SIGNS = re.compile(r"[-–—\s]*([\"”“]|''|/{2}|〃)+[-–—\s]*")
_AS_VICTIM = re.compile(
    r"^((the )?victim|(her |his )?(mother|mum|mam)|nena|same|same address|(same|as)( address)?( as)?( the)? (victim\w*|v|client|survivor|above|ap|perp\w*|mother|her|him|hers)|lives with (victim|her|him)|po aty|"
    r"e njejta|te njejta|njesoj|si viktima|me viktimen|(lives |living )?with (the )?(victim|v|client|mother|mum|mam|her|survivor|nena|nenen|viktima)|same address as victim|bashke me viktimen|e njejta adrese|si me siper|ditto|as above)$"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janar", "feb february shkurt shk", "mar march mars", "apr april prill pri", "may maj",
            "jun june qershor qer", "jul july korrik kor", "aug august gusht gus", "sep sept september shtator sht",
            "oct october tetor tet", "nov november nentor nen", "dec december dhjetor dhj",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_EPOCH = date(1899, 12, 30)  # day 0 of a spreadsheet's serial numbers
_POSTCODE = re.compile(r"\b([A-Za-z]{1,2}\d[A-Za-z\d]?)\s*(\d[A-Za-z]{2})\b")


def text_of(value: Value) -> str:
    """The cell as a person would read it, without outer white space."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else str(value)
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    if not value.isascii():
        value = value.translate(_UNSEEN)
    return value.replace("\r\n", "\n").strip()


# Spaces that do not break are spaces; what nobody sees is nothing. The narrative alone keeps them.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f")) | dict.fromkeys(
    map(ord, "\xa0\u202f\u2007"), " "
)
_OPTION = re.compile(r"([☐□◻⬜]|\[ ?\]|\( \))|([☒☑✓✔✗✘■⊠]|\[[xX✓]\]|\([xX]\))")


def chosen(text: str) -> str:
    """Of options with boxes, the ticked ones: '☐ Yes ☒ No' is 'No'. Other text as it stands."""
    boxes = list(_OPTION.finditer(text))
    if not any(box.group(1) for box in boxes):
        return text
    before = bool(text[: boxes[0].start()].strip(" \t\n/,"))
    said = []
    for at, box in enumerate(boxes):
        if not box.group(2):
            continue
        if before:  # 'Yes ☒ No ☐': the box stands behind its word
            said.append(text[boxes[at - 1].end() if at else 0 : box.start()])
        else:
            said.append(text[box.end() : boxes[at + 1].start() if at + 1 < len(boxes) else len(text)])
    return " ".join(word.strip(" \t\n/,") for word in said)


def says_nothing(text: str) -> bool:
    """Whether a cell only says that nothing is known: N/K, none, nuk dihet, -."""
    if len(text) > 60:
        return not folded(text)
    plain = folded(text)
    return not plain or bool(_NOTHING.match(plain))


def is_ditto(text: str) -> bool:
    """Whether a cell only points at the one above it."""
    if len(text) > 30:
        return False
    return bool(_DITTO.match(folded(text)) or _DITTO_SIGNS.fullmatch(text))


def is_as_victim(text: str) -> bool:
    """The same, or the victim's own: 'same', 'as victim', 'po aty'."""
    return len(text) < 60 and (is_ditto(text) or bool(_AS_VICTIM.match(folded(text))))


_NUMBERS_OF_A_DAY = re.compile(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})(?![\d/-])")


def month_first(values: list[Value]) -> bool | None:
    """Whether a column proves that its dates stand month first: one day above 12 in second place, none in first.

    None where it proves neither order.
    """
    seconds = False
    for value in values:
        if not isinstance(value, str) or len(value) > 200:
            continue
        for match in _NUMBERS_OF_A_DAY.finditer(value):
            first, second = int(match.group(1)), int(match.group(2))
            if 12 < first <= 31 and second <= 12:
                return False
            seconds = seconds or (first <= 12 < second <= 31)
    return seconds or None


@dataclass(frozen=True, slots=True)
class Day:
    """A date as read; ``wrong`` when something stands there that is no date. ``year`` when only that is given."""

    day: date | None = None
    wrong: bool = False
    year: int = 0


def day_of(value: Value, *, today: date, birth: bool = False, months_first: bool = False) -> Day:
    """Read a date; a two-digit year of birth lies in the past. Never rolls an impossible day over."""
    if isinstance(value, date):
        return Day(value)
    if isinstance(value, float):
        return _serial(value)
    text = text_of(value)
    if says_nothing(text):
        return Day()
    if re.fullmatch(r"\d{5}(\.0*)?", text):
        return _serial(float(text))
    parts = _day_parts(text, months_first)
    if parts is None:
        if match := re.fullmatch(r"(?:in |c\.? ?|approx\.? |rreth )?(19\d\d|20[0-4]\d)", text.casefold()):
            return Day(year=int(match.group(1)))
        return Day(wrong=True)
    day, month, year, short = parts
    if short:
        year += 2000 if (birth and 2000 + year <= today.year) or not birth else 1900
        if not birth and year > today.year + 20:
            year -= 100
    try:
        found = date(year, month, day)
    except ValueError:
        return Day(wrong=True)
    if birth and found > today:
        return Day(found.replace(year=found.year - 100)) if short else Day(wrong=True)
    return Day(found)


def _serial(number: float) -> Day:
    if 1900 <= number <= 2100 and number == int(number):
        return Day(year=int(number))
    return Day(_EPOCH + timedelta(days=int(number))) if 3000 < number < 80000 else Day(wrong=True)


def _day_parts(text: str, months_first: bool) -> tuple[int, int, int, bool] | None:
    """Day, month, year and whether the year had two digits."""
    text = re.sub(r"[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$", "", text)
    if match := re.search(r"\b(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$", text):
        return int(match.group(3)), int(match.group(2)), int(match.group(1)), False
    if match := re.search(r"(?<!\d)(\d{1,2})\s*[./\\-]\s*(\d{1,2})\s*[./\\-]\s*(\d{4}|\d{2})(?!\d)", text):
        first, second, year = (int(group) for group in match.groups())
        if months_first:
            first, second = second, first
        return first, second, year, len(match.group(3)) == 2
    if match := re.fullmatch(r"(\d{2})(\d{2})(19\d\d|20\d\d)", text):
        return int(match.group(1)), int(match.group(2)), int(match.group(3)), False
    plain = folded(text)
    if match := re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9}) (\d{4}|\d{2})\b", plain):
        d, month, y = match.groups()
    elif match := re.search(r"\b([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)? (\d{4}|\d{2})\b", plain):
        month, d, y = match.groups()
    else:
        return None
    number = _MONTHS.get(month) or next(
        (n for name, n in _MONTHS.items() if len(month) > 3 and name.startswith(month)), 0
    )
    return (int(d), number, int(y), len(y) == 2) if number else None


def phones_of(value: Value) -> tuple[tuple[str, ...], str]:
    """Numbers as digits with a leading zero, and the words that stood around them ('do not call after 5')."""
    text = text_of(value)
    if isinstance(value, float) or re.fullmatch(r"\d+(\.\d+)?e\+?\d+", text, re.IGNORECASE):
        if isinstance(value, str) and len(re.sub(r"\D", "", text.casefold().partition("e")[0])) < 9:
            return (), text  # the spreadsheet has rounded the number: its last digits are gone
        text = str(int(float(text)))
    found = []

    def take(match: re.Match[str]) -> str:
        if _NO_PHONE.fullmatch(match.group().strip(" ()")):
            return match.group()
        left = ""
        for part in _one_by_one(match.group()):
            digits = re.sub(r"\D", "", part.replace("(0)", ""))
            number = _with_zero(digits, part.lstrip("( ").startswith(("+", "00")))
            if number and number not in found:
                found.append(number)
            left += " " if number else part
        return left

    # A number in brackets beside words is somebody else's or an old one: it stays with its words.
    aside = re.compile(r"\([^()]*[^\W\d_]{3}[^()]*\)")
    outside = aside.sub(lambda m: " " * len(m.group()), text)
    outside = _HOURS.sub(lambda m: m.group().translate(_MASK), outside)
    numbers = re.compile(r"(?:\+|\(\+|\b00|\(?\b)\d(?:[\d\s().\-–]|(?<=\d)/(?=\d)|(?<=\d) ?/ ?(?=[\d+]))*\d")
    rest = numbers.sub(take, outside if numbers.search(outside) else text)
    if numbers.search(outside):
        rest += " ".join(aside.findall(text))
    rest = rest.translate({at: chr(digit) for digit, at in _MASK.items()}) if found else text
    words = re.sub(r"^[\s/;,:.\-–()]+|[\s/;,:\-–(]+$", "", re.sub(r"\(\s*\)", "", rest)).strip()
    if folded(words) in ("or", "and", "ose", "dhe", "tel", "mob", "home", "m h", "h m"):
        words = ""
    return tuple(found), words if re.search(r"[^\W\d_]{2}", words) and not says_nothing(words) else ""


# A date, hours of the day: digits beside a number that are none.
_NO_PHONE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{1,2}[.:]?\d{2}\s*[-–]\s*\d{1,2}[.:]?\d{2}|\d{1,2}[.:]\d{2}"
)


_MASK = {ord("0") + digit: 0xE000 + digit for digit in range(10)}
_HOURS = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-3])[.:]?[0-5]0\s*(?:[-–]|to)\s*(?:[01]?\d|2[0-3])[.:]?[0-5]0(?!\d)(?! \d{2,4} )"
)


def _one_by_one(text: str) -> list[str]:
    """Numbers written one after the other, parted by a stroke or by nothing but a space."""
    if len(re.sub(r"\D", "", text)) <= 15:
        return [text]
    parts = re.split(r"\s*/\s*|\n|\s{2,}", text)
    if len(parts) == 1:
        parts = re.split(r"\s+(?=0[1-9]|\(0|\+)", text)
    joined: list[str] = []
    for part in parts:
        # '07700 / 900101' is one number still.
        if joined and len(re.sub(r"\D", "", joined[-1])) < 9:
            joined[-1] += " " + part
        else:
            joined.append(part)
    return joined


def _with_zero(digits: str, abroad: bool) -> str:
    for code in ("44", "355"):
        for prefix in (f"00{code}", code):
            if (
                digits.startswith(prefix)
                and (abroad or prefix != code or len(digits) > 10)
                and len(digits) > len(prefix) + 6
            ):
                digits = "0" + digits[len(prefix) :].lstrip("0")
    if len(digits) < 6 or len(digits) > 15:
        return ""
    if not digits.startswith("0") and not abroad and len(digits) in (9, 10):
        return "0" + digits
    return ("00" + digits.lstrip("0")) if abroad and not digits.startswith("0") else digits


def emails_of(text: str) -> tuple[str, ...]:
    return () if "@" not in text else tuple(dict.fromkeys(re.findall(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", text)))


def address_of(text: str) -> Address:
    """Line, town and postcode of an address in one cell or over lines; the town is the last part."""
    if says_nothing(text):
        return Address()
    postcode = ""
    if match := _POSTCODE.search(text):
        postcode = f"{match.group(1)} {match.group(2)}".upper()
        text = text[: match.start()].rstrip(" ,\n") + text[match.end() :]
    elif (match := re.search(r"\b(\d{4})\b\s*$", text)) and len(text) > 8 and "," in text:
        postcode, text = match.group(1), text[: match.start()].rstrip(" ,\n")
    parts = [part.strip() for part in re.split(r",|\n", text) if part.strip()]
    if len(parts) > 1:
        return Address(line=", ".join(parts[:-1]), town=parts[-1], postcode=postcode)
    return Address(line=parts[0] if parts else "", postcode=postcode)


def postcode_of(text: str) -> str:
    match = _POSTCODE.fullmatch(text.strip())
    return f"{match.group(1)} {match.group(2)}".upper() if match else ("" if says_nothing(text) else text.upper())


@lru_cache(maxsize=512)
def consent_of(text: str) -> ConsentState:
    """Blank and whatever is not understood is unknown: it keeps a case off paper."""
    plain = folded(text)
    if not plain:
        return ConsentState.UNKNOWN
    if re.search(r"not (been )?(asked|sought|obtained|requested|safe)|unsafe|unable to (ask|seek)|nuk (u|eshte|i eshte) (pyet|kerk|marre)|pa pyetur|s u pyet|not yet|without (knowledge|consent)", plain):  # fmt: skip
        return ConsentState.NOT_ASKED
    if re.search(r"^(n|no|jo|false|0)\b|refus|declin|withdraw|withheld|nuk (jep|pranon|ka dhene)|refuz|kundersht|not given|does not|did not|\bnot consent", plain):  # fmt: skip
        return ConsentState.REFUSED
    if re.search(r"^(y|yes|po|ok|true|1|x|✓)\b|given|sign|verbal|agree|consented|dhene|firmos|nenshkr|pranon|obtained|me goje|granted", plain) or "✓" in text:  # fmt: skip
        return ConsentState.GIVEN
    return ConsentState.UNKNOWN


@lru_cache(maxsize=512)
def risk_of(text: str) -> tuple[int | None, Judgement]:
    """The count of ticks and the assessor's word, each only where it stands."""
    plain = folded(text)
    match = re.match(r"^\D{0,20}?(\d{1,2})(?!\d)(?:\s*(?:/|out of|of|nga)\s*\d{2})?", text.strip(), re.IGNORECASE)
    count = (
        int(match.group(1)) if match and int(match.group(1)) <= 40 and not re.search(r"\d[/.]\d+[/.]\d", text) else None
    )
    if re.search(r"\b(high|larte|very high)\b|^(h|hr|l i larte)$", plain):
        return count, Judgement.HIGH
    if re.search(r"\b(med|medium|mesem\w*|mesatar\w*|moderate)\b|^m$", plain):
        return count, Judgement.MEDIUM
    if re.search(r"\b(standard|low|ulet|bashkezakon\w*)\b|^s$", plain):
        return count, Judgement.STANDARD
    return count, Judgement.NOT_GIVEN


@lru_cache(maxsize=512)
def criteria_of(text: str) -> tuple[Criterion, ...]:
    plain = folded(text)
    if re.match(r"^(no|n|jo)$", plain):
        return ()
    found = []
    if re.search(r"\bvhr\b|visible|dukshem|actuarial", plain):
        found.append(Criterion.VISIBLE_HIGH_RISK)
    if re.search(r"\bprof\w*|\bpj\b|gjykim", plain):
        found.append(Criterion.PROFESSIONAL_JUDGEMENT)
    if re.search(r"escalat|perhkallez|pershkallez|shkallezim|rritje", plain):
        found.append(Criterion.ESCALATION)
    if re.search(r"repeat|perserit", plain):
        found.append(Criterion.REPEAT)
    return tuple(found)


def gender_of(text: str) -> str:
    plain = folded(text)
    if re.match(r"^(f|female|woman|girl|femer\w*|grua|vajze|w)$", plain):
        return "female"
    if re.match(r"^(m|male|man|boy|mashkull\w*|burre|djale)$", plain):
        return "male"
    return "" if says_nothing(text) else text


def ticked(text: str) -> bool:
    """Whether a yes/no cell says yes."""
    plain = folded(text)
    return text.strip() in ("✓", "✔", "☑", "☒") or bool(re.match(r"^(y|yes|po|x|true|1|met|ticked)\b", plain))
