"""What a heading means, in English or Albanian, whatever its words: a field of a case or of a person."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

VICTIM, PERPETRATOR, CHILD, OTHER = "victim", "perpetrator", "child", "other"
ASIDE = "aside"  # a section about a worker


@dataclass(frozen=True, slots=True)
class Field:
    """``what`` is a part of a person when ``role`` is set, otherwise of the case; ``slot`` tells Child 1 from 2."""

    what: str
    role: str = ""
    slot: int = 0


_ROLES = (
    (
        CHILD,
        r"\b(child\w*|ch(?! date| day)|kid\w*|sons?|daughters?|depend[ae]nt\w*|minors?|siblings?|little ones?|youngsters?|infants?|bab(y|ies)|femij\w*|kalama\w*|te mitur\w*|i mitur)\b",
    ),
    (
        PERPETRATOR,
        r"\b(perp\w*|abuser\w*|offender\w*|accused|suspect\w*|respondent|alleged|defendant|ap|poi|p s|aggressor\w*|assailant|"
        r"(person|people|adult|partner|man|party|individual)s? (who is |who s )?(causing|responsible|posing|of concern|that harms?)\w*|source of (harm|risk)|"
        r"harm(ing|ed by|s)|^who from$|from who(m)?$|who (is|s) (harming|hurting|abusing)|afraid of|scared of|dhunues\w*|dhunuar?it|autor\w*|abuzues\w*|agresor\w*|dhunush\w*|(i|te) dyshuar\w*|i akuzuar\w*|shkaktar\w*|ushtrues\w*)\b",
    ),
    (
        VICTIM,
        r"\b(victim\w*|survivor\w*|client\w*|service user|subject|patient\w*|applicant\w*|tenant\w*|complainant\w*|aggrieved|injured party|(person|adult|woman|family member) (you|we|i) (are|am) (referring|worried about|concerned about)|(person|adult|woman|party|who is|who s) (at risk|in danger|being (hurt|harmed|abused))|person (harmed|affected|referred|being harmed)|woman|(who|person) we (are )?(help|support)\w*|"
        r"viktim\w*|(e|te) mbijetuar\w*|mbijetuar\w*|(e|i) demtuar\w*|(e|te) dhunuar(a|es)?|(personi|e|te) (ne rrezik|rrezikuar)\w*|perfituese\w*|v s|v)\b",
    ),
    (
        OTHER,
        r"\b(other (adult|person|people|famil\w*|household|part)\w*|relatives?|(famil\w*|household) member\w*|persona te tjere|te afer\w*|anetare\w*)\b",
    ),
)
# What a heading says of a person only by the way: counts when no other word says whose it is.
_BY_THE_WAY = (
    (VICTIM, r"\b(her|she|mum|mother|mam|wife|lady|e saj|asaj|nena|gruaja)\b"),
    (
        PERPETRATOR,
        r"\b(him|his|he|partner\w*|father|husband|boyfriend|i dashuri\w*|i fejuari\w*|bashkeshort\w*|(e|i) tij|atij|burri|bashkeshorti|babai)\b",
    ),
)
# Sections and labels about those who refer or work with the case: none of them is a person of it.
_WORKERS = re.compile(
    r"\b(your (own )?(details|name|contact|agency|organi[sz]ation)|about you|referrer|referring (officer|worker|professional|person)|professionals?|"
    r"workers?|officers?|doctor|nurse|midwife|teacher|solicitor|lawyer|idva|idvas|mjek\w*|infermier\w*|mesues\w*|avokat\w*|polic\w*|practitioners?|completed by|office use|staff|team|coordinator|plotesu\w*|referues\w*|punonjes\w*|koordinator\w*)\b"
)
# Words that make of 'client' something else than the client's name.
_NOT_THE_NAME = re.compile(
    r"\b(initials?|wants?|wish\w*|views?|voice|feel\w*|sa(id|ys)|status|needs?|aware|told|informed|occupation|job|nationality|vehicle|car|reg|weapons?|"
    r"convict\w*|criminal|records?|alcohol|drugs?|substance|mental|health|pregnan\w*|immigration|religion|faith|sexual\w*|orientation|title|support\w*|"
    r"bail|custody|location|gp|employer|bank|income|present|seen|spoken|contacted|safety|plan|actions?|comments?|notes?|response|type|code|category|band|"
    r"frike|do|kerkon|deshir\w*|punesim\w*|gjendja|statusi)\b"
)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4"}
# The first that fits, in this order; matched on folded text without signs.
_CASE = (
    (
        "remark",
        r"^(safe ?guard|safety (notes?|remarks?|concerns?|advice)|anything else|anything .*careful.*|careful|caution|beware|warning|other (info|notes?|remarks?|comments?)|shenime|verejtje|attendance|arrears|status|outcome|action)\w*|(when|time\w*|is it|ok to|how).*(safe|call|ring|contact|text|voicemail)|safe(st)? (time|way|hour)|safe to|voicemail|kur.*(telefon|kontakt)|"
        r"risk (details?|factors?|to|indicators?|summary|info\w*|notes?|management|comments?)\b|detail.*risk|worker|officer|completed by|filled|plotesu|punonjes|"
        r"why no consent|(reason|why|if).*(no|without|refus\w*) consent|consent.*(reason|why|date)|special (needs|requirement)|disabilit|ethnic|language|interpret",
    ),
    (
        "consent",
        r"consent|pelqim|miratim|^agree(d|s)?$|agree\w* (to|with) (share|sharing|refer)\w*|(ok|happy) to (share|refer)|may we share|permission|e dakord|dakortes|pranon|autorizim|(aware|know\w*) (of|about) (the )?referral",
    ),
    (
        "crime",
        r"crime|police (ref|no|number)|urn\b|occurrence|incident (no|ref|number)|log (no|number)|ref.*polic|nr.*(procedim|ceshtj|kallezim|penal)|kallezim",
    ),
    (
        "orders",
        r"\border\w*\b|\b(umm|um|uim|mmi)\b|injunction|urdh\w*|mas\w* mbroj|bail|protective|legal measure|\bnmo\b",
    ),
    ("professional judgement", r"^(professional|prof) judg\w*( met)?|^prof judg|^pj$|^gjykim\w* profesional"),
    ("visible high risk", r"^(visible( high)?( risk)?|vhr)\b|^rrezik i larte i dukshem"),
    ("escalation", r"^(potential )?escalat\w*|^esc$|^perhkallez\w*|^pershkallez\w*"),
    ("repeat", r"^repeat\w*|^rpt$|^perserit\w*|^rast i perseritur"),
    ("criteria", r"reason.*\b(tick|box)\b|criteri|kriter|basis (of|for) referral|threshold"),
    (
        "count",
        r"(number|no|nr|num|how many|numri|sa|total)\b.*\b(child\w*|ch|kid\w*|little ones|femij\w*)|(child\w*|kids|femij\w*) (number|no|nr|count|numri)|^children count",
    ),
    (
        "judgement",
        r"risk (level|grade|rating|category|band)|level of risk|(high|medium|standard) (med|medium|standard)|(niveli|shkalla).*(rrezik|risk)|^h m s$|^(overall )?(grade|grading|band|level|rag|rating)$|^(niveli|shkalla)$",
    ),
    (
        "risk",
        r"\bdash\b|\bric\b|\bvdash\b|\bsara v\b|score|\bticks?\b|checklist|vleresim\w*|\brisk(u|ut)?\b|rrezik\w*|\bpike\w*",
    ),
    (
        "narrative",
        r"what (has |have |s )?happen|reason|narrative|summary|descri|circumstanc|detail\w* of|brief details|incident|account|pershkrim|rrethan|cfare ka ndodhur|cfare ndodhi|ngjarj|permbledhj|arsyeja|fakte|\bfacts\b|synopsis|\bstory\b|why (we|you|i) (are )?(worr|concern|refer|ask)\w*|case (notes|details?|outline)|what (was|is|s) (been )?(seen|said|going on|reported|disclosed|wrong|the (concern|worry))|in (her|his|their) (own )?words|allegation|disclosure|overview|outline|gist|^in (brief|short)$|what (we|i) know|what led|current (situation|event|concern)\w*|episode|ndodhi\b|historia e rastit|cfare (tha|tregoi|ndodhi)|deklarim|rasti ne pak fjale|situata|tregim\w*|rrefim\w*",
    ),
    ("background", r"histor|background|concern|shqetesim|e kaluara|previous (abuse|violence)|sfondi"),
)
_PERSON = (
    (
        "details",
        r"^(?!.*(name|contact|school|address|risk|consent|order)).*\b(details?|info(rmation)?|particulars|te dhenat?|gjeneralitet\w*)$",
    ),
    (
        "relationship",
        r"relationship|relation\b|\brel( ?n)?\b|\br(el)? ship\b|how (are they |is (he|she) )?related|\blink( to\b|$)|^connection\b|\bwho (is|s) (he|she) to\b|lidhj\w*|\blidhur\b|marredheni\w*|raport",
    ),
    (
        "born",
        r"\bdobs?\b|\bd o bs?\b|birth|\bborn\b|b day|\bdtl\b|\bdl\b|\bdt l\b|viti i lindjes|datelind\w*|ditelind\w*|lindur|lindj",
    ),
    ("age", r"\bage[sd]?\b|\bhow old\b|\bmosh\w*|\bvjec\b"),
    (
        "phone",
        r"phone|\btel\w*|^(ring|call|text)( on)?$|how to reach|reach (her|him|them)|\bph\b|landline|mobile|\bmob\b|\bcell?\b|\bcontacts?$|^contact (her|him)|contact (no|num|det)|(safe|best|good) (no|number|contact)|\bcelular\w*|\bcel\b|numr\w* kontakt|kontakt",
    ),
    ("email", r"e ?mail|\bmail\b|post(e|a)? elektronike"),
    ("address", r"address.*post ?code|adres\w*.*kod\w* postar"),
    ("postcode", r"post ?code|\bzip\b|kod\w* postar|\bp ?code\b"),
    ("town", r"\btown\b|\bcity\b|village|qytet\w*|bashki\w*|fshat\w*|komun"),
    (
        "address",
        r"address|\baddr?\b|\badres\w*|vendbanim\w*|banim\w*|\bbanon\b|\blives\b|where .*\bliv\w*|\bliving at\b|\bwhereabouts\b|^(her |his )?home$|residen|street|rruga",
    ),
    ("school", r"school|nursery|college|shkoll\w*|kopsht\w*|cerdh"),
    ("work", r"employ|workplace|place of work|occupation|vend\w* (i|e) punes|punesim|profesion"),
    ("gender", r"gender|\bsex\b|gjini\w*|\bm f\b"),
    (
        "identifier",
        r"\bnhs\b|passport|national id|\bni\b|\bnid\b|personal (no|number|id)|\bid (no|number|card)|numr\w* personal|leternjoft|nr personal",
    ),
    (
        "aka",
        r"known (to us )?as|known to us|names? used|goes by|\baka\b|alias\w*|nick|other name|maiden|preferred name|previous(ly)? (name|surname)|also|nofk\w*|\bnjohur|\bnjihet|quhet edhe|vajzeri|pseudonim",
    ),
    ("name", r"(emr?i|emer).*mbiem|first.*(sur|last)|(sur|last) ?name.*(first|forename)|full name|mbiemr?i.*\bem"),
    ("last", r"surname|last name|\bl name|family name|mbiem\w*"),
    (
        "first",
        r"(first|1st) ?name|\bf name|fore ?name\w*|given name|christian name|^emri$|^emer$|^first$|emri i (viktim|dhunues|femij)\w*",
    ),
    ("name", r"\bname\w*|\bem(ri|er|rat)\b|^who( (is|s) (she|he|it|this|that|the \w+))?$"),
)
_MORE = (
    (
        "people",
        r"^(all )?(persons|people|parties|individuals|famil(y|ies)( members)?|household)( (involved|concerned|in (the )?(case|household|family)|at the address))?$|^(person|party|who|everyone|everybody)( s)? (involved|concerned)$|who (is|s) who|^personat( e perfshire)?$|^palet( ne rast)?$|^familja$",
    ),
    (
        "key",
        r"^(file|agency|our|your|case|form) (ref|no|nr|id|number|reference)\w*$|case ?ref|^(ln|row|seq|serial|nr rend|nr rendor|no rendor)$|^(case|rasti?|referral|marac|ref|reference)? ?(no|nr|id|ref|reference|number|numri|kodi)?( i rastit| of case)?$|^(case|rast\w*)( no| nr| number| ref| reference| id)?$|^nr rendor$|^line$",
    ),
    ("role", r"^role\w*( in case)?$|^person( type)?$|^rol\w*( ne rast)?$|^type of person$|^who is this$|^cilesia$"),
    (
        "agency",
        r"agency|agenc|agjenc|organi[sz]ation|instituc\w*|referr?(ed|ing|er)\b.*(by|from)?|referr?er|referues\w*|referuar nga|\bfrom\b|source|service|derguar nga|sjelle nga|paraqitur nga|raportuar nga|organizat|^by( whom)?$|^(passed on|sent|raised|brought|reported|logged|notified) by$|^who (is )?(sen[dt]\w*|told|rang|pass\w*|refer\w*|report\w*|ask\w*)\b.*",
    ),
    (
        "referred",
        r"date.*(refer|receiv|sent|marac)|(refer|receiv).*(date|on)|^date$|^dates?\b.*|data.*(refer|marr)|^data$|receiv|^rec d|^rcvd|^dt\b|^when$|^(seen|sent)( on| in)?$|^(came|come) (to|in)\b.*|^(logged|opened|entered|registered|reported|raised|came in|in)( on)?$|^kur$|date\b.*\b(in|on|we|opened|logged|sent|of (entry|contact))\b|data e (pranim|regjistrim|ardhj|dergim|paraqitj|raportim|hyrj)\w*|^(pranuar|regjistruar|derguar) m?e?$",
    ),
)


_SIGNS = re.compile(r"[^a-z0-9]+")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
# The letters of western and central Europe without their marks; other alphabets take the longer way.
_PLAIN = dict.fromkeys(range(0x2000, 0x2070), " ") | {
    at: letters if letters.isascii() else " "
    for at in range(0xA0, 0x250)
    if (letters := "".join(c for c in unicodedata.normalize("NFKD", chr(at)) if not unicodedata.combining(c)))
    is not None
}
_PLAIN |= dict.fromkeys(map(ord, _INVISIBLE))  # type: ignore[arg-type]


def folded(text: str) -> str:
    """Lower case, no diacritics, signs as single spaces."""
    return _folded(text) if len(text) < 40 else _fold(text)


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    plain = text.casefold()
    if not plain.isascii():
        plain = plain.translate(_PLAIN)
        if not plain.isascii():
            plain = unicodedata.normalize("NFKD", plain)
            plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _SIGNS.sub(" ", plain).strip()


@lru_cache(maxsize=4096)
def spaced(text: str) -> str:
    """A heading folded, with words that a program ran together set apart: 'ClientFirstName', 'victim_dob'."""
    text = re.sub(r"(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})", " ", text)
    return folded(text)


@lru_cache(maxsize=4096)
def role_in(text: str) -> str:
    """The role a heading or group speaks of; empty when none."""
    plain = spaced(text)
    found = [(match.start(), role) for role, pattern in _ROLES if (match := re.search(pattern, plain))]
    if len(found) > 1:
        # 'Relationship to victim', 'Children of the victim', 'Dhunuesi (lidhja me viktimën)': the first is meant.
        return min(found)[1]
    return found[0][1] if found else ""


@lru_cache(maxsize=4096)
def heading_role(text: str) -> str:
    """The role a heading speaks of, also by the way: 'Her mobile', 'Partner', 'Mum'."""
    if role := role_in(text):
        return role
    plain = spaced(text)
    found = [(match.start(), role) for role, pattern in _BY_THE_WAY if (match := re.search(pattern, plain))]
    return min(found)[1] if found else ""


def group_role(text: str) -> str:
    """Whose the labels under a section heading are; ASIDE when they are of a worker, not of the case."""
    role = role_in(text)
    return role if role or not _WORKERS.search(spaced(text)) else ASIDE


@lru_cache(maxsize=4096)
def slot_in(text: str, role: str = "") -> int:
    """The number that tells Child 1 from Child 2; not the number of a question, nor that of 'Address 2'."""
    plain = re.sub(r"(?<=[a-z])(?=\d)", " ", spaced(_unnumbered(text)))
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


@lru_cache(maxsize=4096)
def meaning(text: str, group: str = "") -> Field:
    """The field of a heading under a group heading; ``Field("remark")`` for what no other field takes.

    What stands in brackets, such as '(dd/mm/yy)' or '(SURNAME, First)', counts only when the rest says nothing.
    """
    text = re.sub(r"\W+(y ?/ ?n|yes ?/ ?no|po ?/ ?jo)\W*$", "", _unnumbered(text), flags=re.IGNORECASE)
    outside = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text)
    found = _meaning(outside, text, group) if folded(outside) else Field("remark")
    if found.what == "remark":
        found = _meaning(text, text, group)
    if found.what == "remark" and "/" in text:  # two languages, or two words for one thing
        parts = (_meaning(part, text, group) for part in text.split("/"))
        found = next((part for part in parts if part.what != "remark"), found)
    return Field("remark") if found.role == ASIDE else found


def _unnumbered(text: str) -> str:
    """A heading without the number of its question: '3. ', '2.1 ', '4a) ', 'Q5: '."""
    return re.sub(
        r"^\W*(?:q\.?\s*)?\d{1,2}(?:\.\d{1,2})*\s*[a-z]?\s*(?:[.):\-–]\s*|(?<=\.\d)\s+)(?=\D)",
        "",
        text,
        flags=re.IGNORECASE,
    )


def _meaning(text: str, whole: str, group: str) -> Field:
    plain, said = spaced(text), role_in(text) or role_in(whole)
    role = said or heading_role(text)
    slot = slot_in(whole, role or group)
    if re.search(r"^(file|agency|our|your|case|form|marac|referral) (ref|no|nr|id|number|reference)\w*$", plain):
        return Field("key")
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
    if said and re.match(r"who (is|s)\b", plain):
        return Field("list" if said == CHILD and not slot else "name", said, slot)
    if re.search(r"\bwhy (is|was|are|do|have) (this|the|you|we)\b(?!.*(consent|aware))|\bpse\b.*\brast", plain):
        return Field("narrative")
    facts = re.sub(r"\b(person|adult|woman|party|who|one|those) (is |s )?at risk\b", "", plain)
    for what, pattern in _CASE:
        if re.search(pattern, facts):
            return Field(what)
    if re.search(r"\baddress|\badres|\bbanim", plain) and re.search(r"\btel|phone|mobile|\bcel|contact", plain):
        return Field("details", role or group, slot)
    if re.search(r"\bnames?\b|\bem(ri|er)\b|\bwho\b", plain) and re.search(
        r"\bdob|\bd o b|birth|\bborn\b|datelind", plain
    ):
        # 'Perpetrator name and DOB': the reader of names finds the date.
        return Field("list" if (role or group) == CHILD and not slot else "name", role or group, slot)
    if (found := _of_a_person(plain, role, group, slot)) is not None:
        return found
    for what, pattern in _MORE:
        if re.search(pattern, plain) and not said:
            return Field(what)
    if role and not _NOT_THE_NAME.search(plain) and (said or _says_only(plain, role)):
        return Field("list" if role == CHILD and not slot else "name", role, slot)
    return Field("remark")


def _of_a_person(plain: str, role: str, group: str, slot: int) -> Field | None:
    """What a heading says of a person: address, age, relationship, …; None when it says nothing of the kind."""
    for what, pattern in _PERSON:
        if not re.search(pattern, plain):
            continue
        if what == "relationship":
            if re.search(r"to (the )?(child|kid)", plain):
                return Field("remark")
            return Field(what, CHILD if CHILD in (group, role) else PERPETRATOR, slot)
        if what == "details":
            if not (role or group):
                continue
            return Field("list" if (role or group) == CHILD and not slot else what, role or group, slot)
        if what == "age" and CHILD in (role, group) and re.search(r"name|em[re]", plain):
            return Field("list", CHILD, 0)
        return Field(what, role or group, slot)
    return None


def _says_only(plain: str, role: str) -> bool:
    """Whether a heading is the word for a person and nothing else: 'Mum', 'Partner / father', 'The woman'."""
    pattern = next(pattern for known, pattern in _BY_THE_WAY if known == role)
    return not re.sub(rf"{pattern}|\b(the|a|or|ex|s|emri|name)\b", "", plain).strip()


def _is_referral_date(plain: str) -> bool:
    return bool(re.search(r"date.*refer|refer\w*.*date|date.*receiv|data.*refer", plain))
