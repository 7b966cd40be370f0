"""What Albanian notes hide behind a word rather than a digit: addresses, ages and days in words, numbers of acts."""

import re

from redaction.shapes.shape import SAID, Shape, of_law

# With what the dialects leave out: pesmdhete, shtatdhete, tridhet.
_ONES = "nje|nji|dy|tre|tri|kater|pese?|gjashte?|shtate?|tete?|nente?|nan[dt]e?"
_TENS = "nj[ei]zet|tridh?j?ete?|dyzet|(?:pese?|gjashte?|shtate?|tete?|nente?|nande?)dhj?ete?"
_TEENS = f"(?:{_ONES})m(?:be?)?dhj?ete?|dhjete?|dhet"
NUMBER_WORD = rf"(?:(?:{_TENS})(?: e (?:{_ONES}))?|(?:{_TEENS})|(?:{_ONES}))"
_MONTH = r"(?:janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nentor|dhjetor)(?:i|it|in)?"
_YEAR = rf"(?:viti? |te vitit )?(?:\d{{4}}|dy mije(?: e)?(?: {NUMBER_WORD})?|(?:nje mije e nenteqind e )?(?:{_TENS})(?: e (?:{_ONES}))?)"
_WEEKDAY = r"(?:hene|marte|merkure|enjte|premte|shtune|diele?)n?"

# A street or a quarter, then names in quotes or a few words and a number, then flats and stairs.
_NO = r"(?:nr\.?|numri|no\.?) ?"
_STREET = r"(?:rr\.|rr(?= \")|rrug(?:ic)?(?:a|e|en|es)(?: e)?|sokak(?:u|un|ut)?(?: i| e| te)?|bulevard(?:i|in|it)?|blv\.?|lagj(?:j?a|en|es|e)|sheshi[nt]?)"
_UNIT = (
    r"(?:pall(?:\.|at(?:i[nt]?)?)?|p\.|hyrj(?:a|e|en|es)|ap(?:\.|art\.?|artament(?:i[nt]?)?)?|shk(?:\.|all(?:a|e|en|es))?"
    r"|kati?|banes(?:a|e|en)|vila|godin(?:a|e|en)|porta|dhom(?:a|e|en)|nd\.?|[ak]\.(?= ?\d)|sh\.|ndertes(?:a|en))"
)
_QUOTED = r"\"[^\"\n]{2,40}\""
_TAIL = rf"(?:,? (?:kati perdhes|pa numer|{_NO}\d{{1,4}}(?:/\d{{1,3}})?[a-z]?\b|{_UNIT} ?(?:{_NO})?(?:{_QUOTED}|\d{{1,4}}(?:/\d{{1,3}})?[a-z]?\b|e \d\b|(?<= )[a-z]\b)|(?:perballe?|prane|prapa|mbrapa|afer|mbi) [a-z]{{3,}}))"
STREET = Shape(
    "ADDRESS",
    "a house and its street",
    SAID,
    (
        re.compile(rf"(?<!\w){_STREET} ?{_QUOTED}(?:,? {_STREET} ?{_QUOTED})?{_TAIL}*"),
        re.compile(
            rf"(?<!\w){_STREET}(?: [a-z][\w'-]*){{1,4}}?,?(?: {_NO}?| )\d{{1,4}}(?:/\d{{1,3}})?[a-z]?\b(?![.:]\d| (?:ore|metra|minuta|vjet|dite|veta)){_TAIL}*"
        ),
        re.compile(rf"(?<!\w){_UNIT} ?{_QUOTED}{_TAIL}*"),
        re.compile(
            rf"(?<!\w)(?:l(?:agj(?:ja|jia|a)?)?\.? ?\d{{1,2}},? ?)?{_STREET}(?: [a-z][\w'-]*){{1,3}}{_TAIL}{{1,4}}"
        ),
    ),
)
ABROAD = Shape(
    "ADDRESS",
    "a house and its street",
    SAID,
    (
        re.compile(
            r"(?<!\w)(?:via|viale|piazza|corso|odos|rue)(?: [a-z][\w'-]*){1,3},? \d{1,3}[a-z]?\b(?:,? (?:scala|piano|int\.?|interno|ipogio) ?\w?\b)?"
        ),
        re.compile(r"(?<!\w)[a-z]{3,}str(?:asse|\.) ?\d{1,3}[a-z]?\b"),
    ),
)
_ROMAN = r"(?:x{0,2}i{1,3}|i?[vx]|vi{1,3}|xi{0,2})"
# A span of time, not an age.
_NOT_FOR = "".join(
    f"(?<!{word} )"
    for word in ("shtatzeni", "shtatzene", "prej", "pas", "para", "brenda", "per", "gjate", "cdo", "mbi", "deri", "nga")
)
# 'të dyzetave', 'të 40-at': of the nineties a year is told as often as an age.
_DECADE = (
    r"(?:njezet|tridh?jet|dyzet|pes[e]?dhjet|gjashte?dhjet|shtate?dhjet|tete?dhjet)(?:at|ave)|[2-8]0-(?:t?at|t?ave)"
)
_ORDINAL = "pare|dyte|trete|katert|peste|gjashte|shtate|tete|nente|dhjete|njembedhjete|dymbedhjete"
AGE_SAID = Shape(
    "AGE",
    "an age",
    SAID,
    (
        re.compile(
            rf"(?<![\w.,/])(?:\d{{1,3}}|{NUMBER_WORD}) ?(?:a|apo|ose|deri ne|deri|[-–]) ?(?:\d{{1,3}}|{NUMBER_WORD})[ -]?(?:vj(?:ec(?:e|are?)?|\.)?|muajsh|muajshe|javesh)(?!\w)"
        ),
        re.compile(rf"(?<!\w)(?:(?:rreth|mbi|afer|nga|ne|drejt) )?te (?:{_DECADE})(?!\w)"),
        re.compile(
            rf"(?<!\w)kl\. ?(?:e |se )?(?:\d{{1,2}}|{_ROMAN})(?:[ -]?[a-e])?(?!\w|[:.]\d)|(?<!\w)klas(?:a|e|en|es) pergatitore(?!\w)"
        ),
        re.compile(
            rf"(?<!\w)nxenes(?:i|in|it|e|ja|en|es)? (?:e|i|te|se|ne) (?:vitit?|klases|klasen|klase) (?:te|se|e) (?:{_ORDINAL})(?: te (?:gjimnazit|shkolles(?: se mesme)?))?(?!\w)"
        ),
        re.compile(r"(?<!\w)grupi[nt]? (?:i|e|te) (?:vogel|mesem|madh)(?=,? (?:te? )?(?:kopsht|cerdh))"),
        re.compile(
            rf"(?<![\w.,/])(?<!nen )(?<!arsim )(?<!shkolle )(?<!shkolla )(?<!shkollen )(?:\d{{1,3}}|{NUMBER_WORD})[ -]?(?:vj(?:ec(?:e|are?|ari?t?|ares|aren)?|\.)?|vjece|v\.|v\b(?= ?[a-z;,)]))\.?(?!\w)(?: e (?:gjys(?:em|me?)?|(?:\d{{1,2}}|{NUMBER_WORD}) mu(?:a)?j(?:sh)?))?"
        ),
        re.compile(
            rf"(?<![\w.,/]){_NOT_FOR}(?:\d{{1,3}}|{NUMBER_WORD})[ -]?(?:mu[ae]?jsh|javesh|ditesh|javsh|motesh|motsh)(?:e|i)?(?!\w)"
        ),
        re.compile(
            rf"(?<=[a-z:] )(?=[a-z\d])(?:(?<=eshte )|(?<=esht )|(?<=asht )|(?<=jam )|(?<=ben )|(?<=mbushi )|(?<=mbush )|(?<=mbushur )|(?<=moshen )|(?<=mosha )|(?<=mosha: ))(?:rreth )?(?:\d{{1,2}}|{_TEENS}|{_TENS}(?: e (?:{_ONES}))?)(?!\w|[.:]\d| (?:ore|her|vet|dit|minut|jav|muaj|metra|kilo|lek|euro|mij|nga|vjet))"
        ),
        re.compile(
            rf"(?<!\w)nji? vjet e gjys(?:em|me)?(?!\w)|(?<!\w)(?:nje|1) vit e (?:gjysme|(?:{NUMBER_WORD}|\d{{1,2}}) muaj)(?!\w)"
        ),
        re.compile(
            rf"(?<!\w)(?:(?<=klasa: )|(?<=klasa:  )|(?<=klasa:   )|klas(?:a|e|en|es)? )(?:e |se |te |n')?(?:\d{{1,2}}|{_ROMAN}|{_ORDINAL})(?:[ -]?(?:[a-e]|\d))?(?!\w|[:.]\d)"
        ),
        re.compile(
            rf"(?<!\w)vit(?:i|in|it) (?:i |e |te )?(?:{_ORDINAL})(?= (?:te|i|e) (?:gjimnaz|shkoll|fakultet|universitet))"
        ),
        re.compile(
            rf"(?<!\w)(?:{_ONES}|{_TEENS}|{_TENS}|nj[ei]zet(?: ?e ?)(?:{_ONES}))[ -]?vjecar(?:e|i|it|in|es|en|ja|jes|jen)?(?!\w)"
        ),
    ),
)
_DAYS = (
    "hene",
    "henen",
    "marte",
    "marten",
    "merkure",
    "merkuren",
    "enjte",
    "enjten",
    "premte",
    "premten",
    "shtune",
    "shtunen",
    "diel",
    "dielen",
)
_AFTER_DAY = "|".join(
    f"(?<={day}{link})"
    for day in _DAYS
    for link in (" ", ", ", " me ", ", me ", " e ardhshme, me ", ", date ", ", dt. ")
)
_SINCE = "|".join(
    f"(?<={word} )" for word in ("prej", "deri", "deri me", "kontrolla", "daten", "data", "date", "gjykate,")
)
DAY_SAID = Shape(
    "DATE",
    "a day in words",
    SAID,
    (
        re.compile(rf"(?<!\w)\d{{1,2}}(?:, \d{{1,2}})*(?:,? (?:dhe|e) | ?[-–] ?)(?=\d{{1,2}} {_MONTH})"),
        re.compile(
            rf"(?:{_SINCE})(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?![\w%]|[.,:]\d| (?:kg|ore|mije|milion|gr|cm|lek|euro))"
        ),
        re.compile(rf"(?<!\w){NUMBER_WORD} {_MONTH}(?!\w)(?:,? {_YEAR}(?!\w))?"),
        re.compile(
            r"(?<!\w)\d{1,2} ?(?:jan|shk|mar|pri|maj|qer|qersh|korr?|gush?|sht|tet|nen|nent|dhj|dhjet)\.(?!\w)|(?<!\w)\d{1,2} (?:qersh|korr|gush|nent|dhj)(?!\w)"
        ),
        re.compile(r"(?:(?<=data )|(?<=date )|(?<=dt )|(?<=dates )|(?<=daten ))\d{1,2}[./]\d{1,2}(?![\w]|[./:]\d)"),
        re.compile(
            r"(?<=dates )\d{1,2}(?![\w/]|[.:]\d)|(?<=date )\d{1,2}(?![\w/]|[.:]\d)|(?<=dt\. )\d{1,2}(?![\w/]|[.:]\d)"
        ),
        re.compile(rf"(?=\d)(?:{_AFTER_DAY})\d{{1,2}}(?![\w/%]|[.:-]\d| (?:ore|dite|vet|here|minut))"),
        re.compile(r"(?<!\w)\d{1,2} ?[/.-] ?(?:xi{0,2}|i{1,3}|i?v|vi{1,3}|ix) ?[/.-] ?(?:19|20)?\d{2}(?!\w)"),
    ),
)
SAINT = Shape(
    "PLACE",
    "a saint's day or church",
    SAID,
    (re.compile(r"(?<!\w)sh(?:en|na|emri)\.? ?(?:[a-z]{3,}|e premte\w*)(?!\w)"),),
    lambda match: not re.match(r"shen(?:ja|jat|je|jave|im|oi|on|uar|ohet|oj|uam|ova)", match.group()),
)
_AFTER_NO = "|".join(f"(?<={word})" for word in ("nr ", "nr. ", "nr.", "br. ", "br ", "numri ", "nr. i ", "nr i "))
_COUNTS = re.compile(r"(?:pampers|seanc\w*|takim\w*|pik[ae]s?|dollap\w*|operator\w*)[ :,]{0,2}(?:nr\.? ?|numri )?$")
ACT = Shape(
    "ID",
    "the number of an act",
    SAID,
    (
        re.compile(
            rf"(?=\d)(?:{_AFTER_NO})(?!116\b)\d[\w/-]*(?: ?\(\d[\w/-]+\))?(?: e \d{{2,6}}\b)?(?: prot\.?(?!\w))?"
        ),
    ),
    lambda match: not of_law(match) and not _COUNTS.search(match.string[max(0, match.start() - 24) : match.start()]),
)
PLATE_SAID = Shape(
    "VEHICLE",
    "a vehicle's mark",
    SAID,
    (
        re.compile(
            r"(?:(?<=targe )|(?<=targa )|(?<=targat )|(?<=targen )|(?<=targes )|(?<=targave ))(?:[a-z]{1,4}|\d\d)[ -]?\d[\d -]{1,6}(?:[ -]?[a-z]{1,2}\b)?"
        ),
    ),
)
# Where these patterns are worth reading at all.
CUES = re.compile(
    rf"(?<![a-z])(?:rr\b|rrug|targ|bulevard|blv|lagj|shesh|pall|hyrj|godin|ndertes|banes|kati?\b|vila\b|via|corso|odos|rue\b|klas|vj|muajsh|ja?vsh|javesh|ditesh"
    rf"|vjet e|vit e|(?:eshte|esht|asht|jam|ben|mbushi?|mbushur|mosh[ae]n?:?) (?=[\dtpdnsgk])|\d v\b|dyvj|trevj|mu[ae]jsh|mote?sh|vit(?:i|in|it) |date\b|dates\b|dt\b|sh(?:en|na|emri)\b|kl\b|nxenes|grupi|(?:dy|tre|tri|kater|pese|gjashte|shtate|tete|nente|dhjete|[a-z]{3}mbedhjete) (?:a|apo|ose) |te (?:njez|trid|dyze|pes|gjash|shtat|tet|[2-8]0-)|\d ?[-–] ?\d|nr\b|br\b|numri|{_MONTH}|{_WEEKDAY}\b|dat[ae]|prej|deri|kontrolla|\d (?:jan|shk|pri|qer|korr?|gush?|sht|tet|nent?|dhj)\b)|strasse|vjecar|[./-](?:x|i|v)+[./-]"
)
