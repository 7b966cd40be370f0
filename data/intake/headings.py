"""What a heading means, in English or Albanian, whatever its words: a field of a case or of a person."""

import re
import unicodedata
from dataclasses import dataclass

VICTIM, PERPETRATOR, CHILD, OTHER = "victim", "perpetrator", "child", "other"


@dataclass(frozen=True, slots=True)
class Field:
    """``what`` is a part of a person when ``role`` is set, otherwise of the case; ``slot`` tells Child 1 from 2."""

    what: str
    role: str = ""
    slot: int = 0


_ROLES = (
    (CHILD, r"\b(child\w*|kid\w*|sons?|daughters?|depend[ae]nt\w*|minors?|siblings?|femij\w*|te mitur\w*)\b"),
    (
        PERPETRATOR,
        r"\b(perp\w*|abuser\w*|offender\w*|accused|suspect\w*|respondent|alleged|defendant|ap|poi|p s|dhunues\w*|dhunuar?it|autor\w*|abuzues\w*|i dyshuar\w*)\b",
    ),
    (
        VICTIM,
        r"\b(victim\w*|survivor\w*|client\w*|service user|subject|patient\w*|applicant\w*|tenant\w*|complainant\w*|aggrieved|injured party|(person|adult) at risk|"
        r"viktim\w*|(e|te) mbijetuar\w*|mbijetuar\w*|e demtuar\w*|v s|v)\b",
    ),
    (
        OTHER,
        r"\b(other (adult|person|people|famil\w*|household|part)\w*|relatives?|(famil\w*|household) member\w*|persona te tjere|te afer\w*|anetare\w*)\b",
    ),
)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4"}
# The first that fits, in this order; matched on folded text without signs.
_CASE = (
    (
        "remark",
        r"(when|time\w*|is it|ok to|how).*(safe|call|ring|contact|text|voicemail)|safe(st)? (time|way|hour)|safe to|voicemail|kur.*(telefon|kontakt)|"
        r"risk (details?|factors?|to|indicators?|summary|info\w*|notes?|management|comments?)\b|detail.*risk|worker|officer|completed by|filled|plotesu|punonjes|"
        r"why no consent|(reason|why|if).*(no|without|refus\w*) consent|consent.*(reason|why|date)|special (needs|requirement)|disabilit|ethnic|language|interpret",
    ),
    ("consent", r"consent|pelqim|agree\w* to (share|refer)|permission|(aware|know\w*) (of|about) (the )?referral"),
    (
        "crime",
        r"crime|police (ref|no|number)|urn\b|occurrence|incident (no|ref|number)|log (no|number)|ref.*polic|nr.*(procedim|ceshtj|kallezim|penal)|kallezim",
    ),
    ("orders", r"\border\w*\b|injunction|urdh\w*|mas\w* mbroj|bail|protective|legal measure|\bnmo\b"),
    ("professional judgement", r"^(professional|prof) judg\w*( met)?|^prof judg|^pj$|^gjykim\w* profesional"),
    ("visible high risk", r"^(visible( high)?( risk)?|vhr)\b|^rrezik i larte i dukshem"),
    ("escalation", r"^(potential )?escalat\w*|^esc$|^perhkallez\w*|^pershkallez\w*"),
    ("repeat", r"^repeat\w*|^rpt$|^perserit\w*|^rast i perseritur"),
    ("criteria", r"criteri|kriter|basis (of|for) referral|threshold"),
    (
        "count",
        r"(number|no|nr|num|how many|numri|sa)\b.*\b(child\w*|kid\w*|femij\w*)|(child\w*|femij\w*) (number|no|nr|count|numri)",
    ),
    (
        "judgement",
        r"risk (level|grade|rating|category|band)|level of risk|(high|medium|standard) (med|medium|standard)|niveli.*rrezik|shkalla.*rrezik|^h m s$",
    ),
    ("risk", r"\bdash\b|\bric\b|score|\bticks?\b|checklist|vleresim\w*|\brisk\b|rrezik\w*|\bpike\w*"),
    (
        "narrative",
        r"what (has |have |s )?happen|reason|narrative|summary|descri|circumstanc|detail\w* of|brief details|incident|account|pershkrim|rrethan|cfare ka ndodhur|cfare ndodhi|ngjarj|permbledhj|arsyeja|fakte|\bfacts\b",
    ),
    ("background", r"histor|background|concern|shqetesim|e kaluara|previous (abuse|violence)|sfondi"),
)
_PERSON = (
    ("relationship", r"relationship|relation\b|\brel( ?n)?\b|\br(el)? ship\b|\blink to|lidhj\w*|marredheni\w*|raport"),
    ("born", r"\bdob\b|\bd o b\b|birth|\bborn\b|b day|datelind\w*|ditelind\w*|lindur|lindj"),
    ("age", r"\bages?\b|\bmosh\w*|\bvjec\b"),
    (
        "phone",
        r"phone|\btel\w*|\bph\b|landline|mobile|\bmob\b|\bcell?\b|^contacts?$|contact (no|num|det)|safe (no|number|contact)|\bcelular\w*|\bcel\b|numr\w* kontakt|kontakt",
    ),
    ("email", r"e ?mail|\bmail\b|poste? elektronike"),
    ("address", r"address.*post ?code|adres\w*.*kod\w* postar"),
    ("postcode", r"post ?code|\bzip\b|kod\w* postar|\bp ?code\b"),
    ("town", r"\btown\b|\bcity\b|village|qytet\w*|bashki\w*|fshat\w*|komun"),
    ("address", r"address|\baddr?\b|\badres\w*|vendbanim\w*|banim\w*|\bbanon\b|\blives\b|residen|street|rruga"),
    ("school", r"school|nursery|college|shkoll\w*|kopsht\w*|cerdh"),
    ("work", r"employ|workplace|place of work|occupation|vend\w* (i|e) punes|punesim|profesion"),
    ("gender", r"gender|\bsex\b|gjini\w*|\bm f\b"),
    (
        "identifier",
        r"\bnhs\b|passport|national id|\bni\b|\bnid\b|personal (no|number|id)|\bid (no|number|card)|numr\w* personal|leternjoft|nr personal",
    ),
    (
        "aka",
        r"known as|\baka\b|alias\w*|nick|other name|maiden|preferred name|previous(ly)? (name|surname)|also|nofk\w*|njohur|vajzeri|pseudonim",
    ),
    ("name", r"(emr?i|emer).*mbiem|first.*(sur|last)|(sur|last) ?name.*(first|forename)|full name|mbiemr?i.*\bem"),
    ("last", r"surname|last name|\bl name|family name|mbiem\w*"),
    (
        "first",
        r"(first|1st) ?name|\bf name|fore ?name\w*|given name|christian name|^emri$|^emer$|^first$|emri i (viktim|dhunues|femij)\w*",
    ),
    ("name", r"\bname\w*|\bem(ri|er|rat)\b|\bwho\b"),
)
_MORE = (
    (
        "key",
        r"^(case|rasti?|referral|marac|ref|reference)? ?(no|nr|id|ref|reference|number|numri|kodi)?( i rastit| of case)?$|^(case|rast\w*)( no| nr| number| ref| reference| id)?$|^nr rendor$|^line$",
    ),
    ("role", r"^role\w*( in case)?$|^person( type)?$|^rol\w*( ne rast)?$|^type of person$|^who is this$|^cilesia$"),
    (
        "agency",
        r"agency|agenc|agjenc|organi[sz]ation|instituc\w*|referr?(ed|ing|er)\b.*(by|from)?|referr?er|referues\w*|referuar nga|\bfrom\b|source|service|derguar nga|organizat",
    ),
    (
        "referred",
        r"date.*(refer|receiv|sent|marac)|(refer|receiv).*(date|on)|^date$|^dates?\b.*|data.*(refer|marr)|^data$|receiv|^rec d|^rcvd|^dt\b",
    ),
)


def folded(text: str) -> str:
    """Lower case, no diacritics, signs as single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()


def role_in(text: str) -> str:
    """The role a heading or group speaks of; empty when none."""
    plain = folded(text)
    found = [(match.start(), role) for role, pattern in _ROLES if (match := re.search(pattern, plain))]
    if len(found) > 1:
        # 'Relationship to victim', 'Children of the victim', 'Dhunuesi (lidhja me viktimën)': the first is meant.
        return min(found)[1]
    return found[0][1] if found else ""


def slot_in(text: str, role: str = "") -> int:
    """The number that tells Child 1 from Child 2; not the number of a question, nor that of 'Address 2'."""
    plain = re.sub(r"(?<=[a-z])(?=\d)", " ", folded(_unnumbered(text)))
    for order, number in _ORDINALS.items():
        plain = re.sub(rf"\b{order}\b(?! ?(?:fore)?name)", number, plain)
    spoken = role_in(plain)
    if spoken and spoken != VICTIM:
        word = next(pattern for known, pattern in _ROLES if known == spoken)
        if match := re.search(rf"(?:{word})(?: (?:s|no|nr))? ([1-9])\b", plain):
            return int(match.groups()[-1])
        if match := re.search(rf"\b([1-9])(?: (?:st|nd|rd|th))? (?:{word})", plain):
            return int(match.group(1))
    if role == CHILD and (match := re.search(r"\b([1-9])\b", plain)):
        return int(match.group(1))
    return 0


def meaning(text: str, group: str = "") -> Field:
    """The field of a heading under a group heading; ``Field("remark")`` for what no other field takes.

    What stands in brackets, such as '(dd/mm/yy)' or '(SURNAME, First)', counts only when the rest says nothing.
    """
    text = _unnumbered(text)
    outside = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text)
    found = _meaning(outside, text, group) if folded(outside) else Field("remark")
    return found if found.what != "remark" else _meaning(text, text, group)


def _unnumbered(text: str) -> str:
    """A heading without the number of its question: '3. ', '2.1 ', '4a) ', 'Q5: '."""
    return re.sub(
        r"^\W*(?:q\.?\s*)?\d{1,2}(?:\.\d{1,2})*\s*[a-z]?\s*(?:[.):\-–]\s*|(?<=\.\d)\s+)(?=\D)",
        "",
        text,
        flags=re.IGNORECASE,
    )


def _meaning(text: str, whole: str, group: str) -> Field:
    plain, role = folded(text), role_in(text) or role_in(whole)
    slot = slot_in(whole, role or group)
    if re.search(r"\b(refer\w*|completed|worker|officer|caller|idva|gp|solicitor|punonjes\w*)( s)?( \w+)? (name|tel\w*|phone|mobile|e ?mail|contact)\b", plain) and not role:  # fmt: skip
        return Field("remark")
    if re.search(
        r"^(name of )?(the )?refer\w* (agency|agenc|organi|service|by|from|body|professional|person)|^who refer\w*|^referr?er\b|^referuesi?\b|^agency\b|^institucion\w* refer|^agjenci",
        plain,
    ):
        return Field("agency")
    if re.search(
        r"^(date |dt |data )?refer\w* (on|date|rec\w*|rec d|rcvd)$|^when referred", plain
    ) or _is_referral_date(folded(whole)):
        return Field("referred")
    for what, pattern in _CASE:
        if re.search(pattern, plain):
            return Field(what)
    if re.search(r"\bnames?\b|\bem(ri|er)\b|\bwho\b", plain) and re.search(
        r"\bdob|\bd o b|birth|\bborn\b|datelind", plain
    ):
        # 'Perpetrator name and DOB': the reader of names finds the date.
        return Field("list" if (role or group) == CHILD and not slot else "name", role or group, slot)
    for what, pattern in _PERSON:
        if re.search(pattern, plain):
            if what == "relationship":
                if re.search(r"to (the )?(child|kid)", plain):
                    return Field("remark")
                return Field(what, CHILD if CHILD in (group, role) else PERPETRATOR, slot)
            if what == "age" and CHILD in (role, group) and re.search(r"name|em[re]", plain):
                return Field("list", CHILD, 0)
            return Field(what, role or group, slot)
    for what, pattern in _MORE:
        if re.search(pattern, plain) and not role:
            return Field(what)
    if role:
        return Field("list" if role == CHILD and not slot else "name", role, slot)
    return Field("remark")


def _is_referral_date(plain: str) -> bool:
    return bool(re.search(r"date.*refer|refer\w*.*date|date.*receiv|data.*refer", plain))
