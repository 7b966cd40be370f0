"""Ages of people: 'aged 5', '5 yr old', 'Year 8', '(8)', '16/12'; a span of time is not one."""

import re

from redaction.shapes.shape import DIGIT, Shape, of_a_wait

# Twelfths and fifty-seconds count an interval too.
_INTERVAL = re.compile(r"(?:every|for|in|within|over|after|past|last|next|cdo|per)[ :(]{1,2}$")


def _accepts(match: re.Match[str]) -> bool:
    if "/" not in match.group() or match.group().split("/")[-1] not in ("12", "52"):
        return True
    return not (of_a_wait(match) or _INTERVAL.search(match.string[max(0, match.start() - 12) : match.start()]))


AGE = Shape(
    "AGE",
    "an age",
    DIGIT,
    (
        re.compile(
            r"(?<![\w.,/])\d{1,3}(?:[ -]?(?:1/2|and a half))?[ -]{0,2}(?:years?|yrs?|months?|mths?|weeks?|wks?|days?)[ -]{0,2}old(?!\w)"
        ),
        re.compile(r"(?<![\w.,/])\d{1,3} ?(?:y/o|yo|y\.o\.?|yrs? old|yr-old|y/old)(?!\w)"),
        re.compile(
            r"(?<![\w.,/])\d{1,3}[ -]{0,2}(?:vjec(?:ar[ei]?(?:t|n)?)?e?|vjecare[st]?)(?: e gjys(?:em|me?)?)?(?!\w)"
        ),
        re.compile(
            r"(?<=\baged )\d{1,3}(?:[ -](?:months?|weeks?|days?))?(?!\w)|(?<=\bage )\d{1,3}(?!\w)|(?<=\bage: )\d{1,3}(?!\w)|(?<=\baged: )\d{1,3}(?!\w)|(?<=\bage - )\d{1,3}(?!\w)|(?<=mosha )\d{1,3}(?!\w)|(?<=moshe )\d{1,3}(?!\w)"
        ),
        re.compile(
            r"\b(?:year|yr) ?\d{1,2}(?:/\d{1,2})?(?!\w)(?! (?:old|sentence|licence|tenancy|order|period|plan))|(?<!\w)y(?:[1-9]|1[0-3])(?!\w)|(?<=[a-z] \()[sp][1-7](?=\))|(?<=[a-z] in )[sp][1-7](?![\w.])|(?<!\w)[sp][1-7](?= pupil)|(?<!\w)\d{1,3}(?:st|nd|rd|th)(?= birthday)"
        ),
        re.compile(
            r"(?<![\w/])(?<!lmp )(?<!next )(?<!repeat )(?<!review )(?<!in )(?<!for )(?<!after )(?<!every )(?<!x )(?<!past )(?<!last )(?<!u&e )(?<!bloods )\d{1,2}/(?:12|52)(?![\w/])"
        ),
        re.compile(
            r"(?<=[a-z] \()\d{1,2}(?=[),; ])(?! (?:times|days|weeks|months|years|of|out|hours|pages|ticks|points|calls|visits|ore|pale|cope|here|dite|jave|muaj|vjet|faqe|gra|femi))"
        ),
        re.compile(r"(?<=\bclass: )\d{1,2}[a-z]?(?!\w)|(?<=\bclass )\d{1,2}[a-z](?!\w)"),
        re.compile(r"(?<![\w/])\d{1,3}(?:st|nd|rd|th)(?= birthday)"),
        re.compile(r"(?<![\w.,/])(?:early|mid|late)[ -]\d0'?s(?!\w)|\bin (?:her|his|their) \d0'?s(?!\w)"),
    ),
    _accepts,
)
