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
    (CHILD, r"\b(child\w*|kid\w*|son|daughter|dependant\w*|femij\w*)\b"),
    (
        PERPETRATOR,
        r"\b(perp\w*|abuser\w*|offender\w*|accused|suspect|respondent|alleged|ap|dhunues\w*|dhunuar?it|autor\w*|abuzues\w*)\b",
    ),
    (
        VICTIM,
        r"\b(victim\w*|survivor\w*|client\w*|service user|subject|viktim\w*|(e|te) mbijetuar\w*|mbijetuar\w*|v s)\b",
    ),
    (
        OTHER,
        r"\b(other (adult|person|people|famil\w*|household)|relative\w*|famil\w* member\w*|persona te tjere|te afer\w*)\b",
    ),
)
# The first that fits, in this order; matched on folded text without signs.
_CASE = (
    (
        "remark",
        r"(when|time\w*|is it|how).*(safe|call|ring|contact)|safe(st)? (time|way|hour)|safe to|kur.*(telefon|kontakt)|risk detail|risk factor|detail.*risk|worker|officer|completed by|filled|plotesu|punonjes",
    ),
    ("consent", r"consent|pelqim|agree\w* to (share|refer)|permission"),
    (
        "crime",
        r"crime|police (ref|no|number)|urn\b|occurrence|incident (no|ref|number)|log (no|number)|ref.*polic|nr.*(procedim|ceshtj|kallezim|penal)|kallezim",
    ),
    ("orders", r"\border\w*\b|injunction|urdh\w*|mas\w* mbroj|bail|protective|legal measure"),
    ("professional judgement", r"^(professional|prof) judg\w*( met)?|^gjykim\w* profesional"),
    ("visible high risk", r"^(visible( high)?( risk)?|vhr)$|^rrezik i larte i dukshem"),
    ("escalation", r"^(potential )?escalat\w*|^perhkallez\w*|^pershkallez\w*"),
    ("repeat", r"^repeat\w*|^perserit\w*|^rast i perseritur"),
    ("criteria", r"criteri|kriter|basis (of|for) referral|threshold"),
    (
        "count",
        r"(number|no|nr|num|how many|numri|sa)\b.*\b(child\w*|kid\w*|femij\w*)|(child\w*|femij\w*) (number|no|nr|count|numri)",
    ),
    (
        "judgement",
        r"risk (level|grade|rating|category)|level of risk|(high|medium|standard) (med|medium|standard)|niveli.*rrezik|shkalla.*rrezik",
    ),
    ("risk", r"\bdash\b|\bric\b|score|tick\w*|checklist|vleresim\w*|\brisk\b|rrezik\w*|\bpike\w*"),
    (
        "narrative",
        r"what (has |have )?happen|reason (for|of)|narrative|summary|descri|circumstanc|detail\w* of|incident|account|histor|background|pershkrim|rrethan|cfare ka ndodhur|cfare ndodhi|ngjarj|permbledhj|arsyeja|fakte|concern",
    ),
)
_PERSON = (
    ("relationship", r"relationship|relation\b|lidhj\w*|marredheni\w*|raport"),
    ("born", r"\bdob\b|\bd o b\b|birth|\bborn\b|b day|datelind\w*|ditelind\w*|lindur|lindj"),
    ("age", r"\bages?\b|\bmosh\w*|\bvjec\b"),
    (
        "phone",
        r"phone|\btel\w*|mobile|\bmob\b|\bcell?\b|contact (no|num|det)|safe (no|number|contact)|\bcel\w*|numr\w* kontakt|kontakt",
    ),
    ("email", r"e ?mail|\bmail\b|poste? elektronike"),
    ("postcode", r"post ?code|\bzip\b|kod\w* postar|\bpcode\b"),
    ("town", r"\btown\b|\bcity\b|village|qytet\w*|bashki\w*|fshat\w*|komun"),
    ("address", r"address|\badres\w*|vendbanim\w*|banim\w*|\bbanon\b|\blives\b|residen|street|rruga"),
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
    ("last", r"surname|last name|family name|mbiem\w*"),
    (
        "first",
        r"first ?name|fore ?name\w*|given name|christian name|^emri$|^emer$|^first$|emri i (viktim|dhunues|femij)\w*",
    ),
    ("name", r"\bname\w*|\bem(ri|er|rat)\b|\bwho\b"),
)
_MORE = (
    (
        "key",
        r"^(case|rasti?|referral|marac|ref\w*)? ?(no|nr|id|ref\w*|number|numri|kodi)?( i rastit| of case)?$|^(case|rast\w*)( no| nr| number| ref\w*| id)?$|^nr rendor$|^line$",
    ),
    ("role", r"^role\w*( in case)?$|^person( type)?$|^rol\w*( ne rast)?$|^type of person$|^who is this$|^cilesia$"),
    (
        "agency",
        r"agency|agenc|agjenc|organi[sz]ation|instituc\w*|referr?(ed|ing|er)\b.*(by|from)?|referr?er|referues\w*|referuar nga|\bfrom\b|source|service|derguar nga|organizat",
    ),
    (
        "referred",
        r"date.*(refer|receiv|sent|marac)|(refer|receiv).*(date|on)|^date$|^dates?\b.*|data.*(refer|marr)|^data$|received|^dt$",
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


def meaning(text: str, group: str = "") -> Field:
    """The field of a heading under a group heading; ``Field("remark")`` for what no other field takes."""
    plain, role = folded(text), role_in(text)
    slot = int(match.group(1)) if (match := re.search(r"\b([1-9])\b", plain)) else 0
    if re.search(
        r"^(name of )?(the )?refer\w* (agency|agenc|organi|service|by|from|body)|^agency\b|^institucion\w* refer|^agjenci",
        plain,
    ):
        return Field("agency")
    for what, pattern in _CASE:
        if re.search(pattern, plain):
            return Field(what)
    if _is_referral_date(plain):
        return Field("referred")
    for what, pattern in _PERSON:
        if re.search(pattern, plain):
            if what == "relationship":
                return Field(what, CHILD if group == CHILD else PERPETRATOR, slot)
            if what == "age" and role == CHILD and re.search(r"name|em[re]", plain):
                return Field("list", CHILD)
            return Field(what, role or group, slot)
    for what, pattern in _MORE:
        if re.search(pattern, plain) and not role:
            return Field(what)
    if role:
        return Field("list" if role == CHILD and not slot else "name", role, slot)
    return Field("remark")


def _is_referral_date(plain: str) -> bool:
    return bool(re.search(r"date.*refer|refer.*date|date.*receiv|data.*refer", plain))
