"""Numbers of cases, crimes, courts, files and collars."""

import re

from redaction.shapes.shape import DIGIT, Shape, of_law, one_of

# What gives a thing or a person its number, which may be a plain one.
_HELD = re.compile(
    r"\b(?:slip|ticket|token|locker|docket|prisoner|custody|exhibit|policy|member|claim|callsign|serial|passport|pin|code|ext|tenancy|shoulder|log|ref|reference|hosp(?:ital)?|cert(?:ificate)?)"
    r"(?: (?:no|number|num|id|ref|is|was))?\.?[: #]{1,2}$"
)
_HEADS = "log|ref|pin|no|id|ext|is|was|num"
_COUNTS = re.compile(r"%| (?:days?|weeks?|months?|years?|times|hours?|mins?|pm|am)\b")
MONTH = one_of("months")
_YEAR = re.compile(r"(?!(?:pc|ps|ds|dc|di|pcso|sgt|wpc) )[a-z]{1,5} (?:19|20)\d\d")
_MEASURE = re.compile(r"\d{3,5}(?:mg|mcg|ml|g|kg|cm|mm|m|km|kcal|lb|p|x|k)")
# What stands before an amount.
_SMALL = "of|to|in|is|by|was|at|for|and|the|from|than|over|with|owes|owed|paid|me|te|ne|nga|per|dhe|mbi|rreth|prej|deri"
_PRESSURE = re.compile(r"(?:\bta|\bbp|tension\w*|presion\w*)[ :,]{1,2}$")


def _of_blood(match: re.Match[str]) -> bool:
    """'TA 170/100'."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return bool(re.fullmatch(r"\d{2,3}/\d{2,3}", match.group()) and _PRESSURE.search(before))


PREFIXED = Shape(
    "ID",
    "a reference",
    DIGIT,
    (re.compile(r"(?<![\w/])(?:[a-z]{1,8}[/-]){1,4}\d[\w/.-]{0,30}"),),
)
REFERENCE = Shape(
    "ID",
    "a reference",
    DIGIT,
    (
        re.compile(r"(?<![\w/])\d{2,8}(?:/\w{1,10}){1,4}(?<!\d\d/\d\d)(?<!\d\d/\d\d\d\d)(?!\w)"),
        re.compile(r"(?<![\w/])[a-z]{1,5}-?\d{4,12}[a-z]{0,4}(?!\w)"),
        re.compile(r"(?<![\w/])\d{3,12}[a-z]{1,4}(?!\w)"),
        re.compile(
            r"(?<=collar )\w{2,8}\b|(?<=warrant )\d{2,8}\b|(?<=badge )\w{2,8}\b|(?<=ref )[\w/-]{3,20}|(?<=ref: )[\w/-]{3,20}|(?<=number )\d{3,12}\b"
        ),
        re.compile(r"(?<!\w)[a-z]{2} ?\d{3} ?\d{3} ?\d{3} ?[a-z]{2}(?!\w)"),  # a registered letter
        re.compile(r"(?<![\w.])(?:[a-z]{1,4}\.){1,3}nr\.? ?\d{1,6}/\d{2,4}(?!\w)|(?<=\bnumer )\d{2,6}/\d{2,4}(?!\w)"),
        re.compile(r"(?:(?<=\bnr )|(?<=\bnr\. )|(?<=\bnr\.))\d{2,6}/\d{2,4}(?!\w)"),
        re.compile(
            r"(?:(?<=raporti )|(?<=raportin )|(?<=dosja )|(?<=dosjen )|(?<=aktin )|(?<=akti )|(?<=vendimi )|(?<=vendimin )|(?<=lenda )|(?<=kartela ))\d{1,6}/\d{2,4}(?![\w/])"
        ),
        re.compile(rf"(?<![\w'])(?!(?:{_SMALL}) )[a-z]{{2,4}} \d{{2,4}}(?: \d{{1,4}}){{2,4}}(?![\w,.]\d|\w)"),
        re.compile(rf"(?<![\w'])(?!(?:{_SMALL}) )[a-z]{{2,4}} \d{{5,8}}(?![\w,.]\d|\w)"),
        re.compile(r"(?<=\blicence )\d{3,8}(?!\w)|(?<=\blicenca )\d{3,8}(?!\w)|(?<=\blicense )\d{3,8}(?!\w)"),
        re.compile(r"\b(?:pc|ps|ds|dc|di|pcso|sgt|wpc) \d{2,6}\b"),
    ),
    lambda match: (
        not (_of_blood(match) or _YEAR.fullmatch(match.group()) or _MEASURE.fullmatch(match.group()) or of_law(match))
    ),
)


def _is_held(match: re.Match[str]) -> bool:
    """Whether a thing stands before a number that has numbers: 'slip 610', 'shoulder no 7719'."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    return bool(_HELD.search(before)) and not _COUNTS.match(match.string, match.end())


HELD = Shape(
    "ID",
    "the number of a thing",
    DIGIT,
    (
        re.compile(
            rf"(?<![\w/.:-])(?:(?!(?:{_HEADS}) )[a-z]{{1,3}} )?\d{{1,5}} of (?:\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|(?:the )?\d{{1,2}}(?:st|nd|rd|th)? {MONTH})(?!\w)"
        ),
        re.compile(
            rf"(?<![\w/.:-])(?!(?:{_HEADS}) )[a-z]{{1,3}} \d{{3,7}}(?: \d{{1,4}}){{0,3}}(?: [a-z](?= ?[.,;)\n]|$))?(?![\w/]|[.:]\d)"
        ),
        re.compile(r"(?<![\w/.:-])[a-z]{0,2}\d{2,10}(?![\w/]|[.:]\d)"),
    ),
    _is_held,
    beside=_HELD,
)
