"""English: nicknames, possessives, cues and the short list of capitals that may stand."""

from redaction.languages.words import Language, english_words

_KEEP = ["marac", "maracs", "idva", "idvas", "isva", "dash", "gp", "gps", "a&e", "ae", "ed", "ppu", "police", "dvpn", "dvpo", "dvds", "clares", "clare's", "law", "nhs", "uk", "csc", "mash", "cps", "dwp", "hmp", "hv", "sw", "ta", "ot", "cpn", "camhs", "iaa", "iapt", "sarc", "vawg", "dv", "da", "ipva", "lscb", "sab", "mappa", "mapp", "iom", "ied", "cctv", "dna", "sms", "app", "pc", "ps", "ds", "di", "dc", "dci", "sgt", "wpc", "sergeant", "inspector", "constable", "officer", "detective", "social", "worker", "health", "visitor", "midwife", "nurse", "doctor", "teacher", "solicitor", "probation", "housing", "refuge", "shelter", "court", "civil", "criminal", "family", "crown", "magistrates", "hospital", "school", "children", "children's", "services", "service", "adult", "safeguarding", "mental", "substance", "misuse", "drug", "alcohol", "team", "women's", "aid", "home", "office", "universal", "credit", "council", "local", "authority", "non", "molestation", "order", "occupation", "restraining", "injunction", "bail", "conditions", "emergency", "protection", "act", "section", "schedule", "part", "equality", "human", "rights", "data", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter", "i", "i'm", "i'd", "i've", "i'll", "mr", "mrs", "ms", "miss", "dr", "sir", "madam", "victim", "perpetrator", "alleged", "ap", "survivor", "client", "mum", "dad", "mother", "father", "mam", "nan", "gran", "grandad", "sister", "brother", "aunt", "auntie", "uncle", "daughter", "son", "facebook", "whatsapp", "instagram", "snapchat", "tiktok", "messenger", "google", "iphone", "samsung", "ford", "vauxhall", "audi", "bmw", "vw", "transit", "dob", "nok", "tel", "mob", "ref", "id", "no", "n/a", "am", "pm", "yes", "po", "okay", "ok", "asap", "fyi", "tbc", "nfa", "eta", "icu", "ivf", "adhd", "ptsd", "asd", "gbh", "abh", "risk", "safety", "plan", "referral", "consent", "action", "actions", "history", "background", "summary", "incident", "concerns", "information"]
_KIN = ["sister", "brother", "mother", "father", "mum", "mam", "dad", "nan", "gran", "grandmother", "grandfather", "grandad", "aunt", "auntie", "uncle", "cousin", "daughter", "son", "niece", "nephew", "wife", "husband", "partner", "ex", "boyfriend", "girlfriend", "friend", "neighbour", "neighbor", "stepfather", "stepdad", "stepmother", "baby", "child", "toddler", "sibling", "twin", "in-law", "manager", "boss", "landlord", "landlady", "colleague"]
_TITLES = ["mr", "mrs", "ms", "miss", "dr", "pc", "ps", "ds", "di", "dc", "dci", "wpc", "sgt", "sergeant", "inspector", "constable", "officer", "cpl", "father", "sister", "rev", "reverend", "imam", "rabbi", "judge", "professor", "prof", "cllr", "councillor", "nurse", "auntie", "uncle", "solicitor", "teacher", "headteacher", "dj", "idva", "isva", "hv", "sw", "midwife"]
_NICKNAMES = ["alexander:alex,sandy,al,xander", "alexandra:alex,sandra,lexi,lex", "andrew:andy,drew,andi", "anthony:tony,ant", "antonia:toni", "barbara:barb,babs", "benjamin:ben,benny,benji", "bethany:beth", "catherine:cath,cathy,kate,katie,cat", "charles:charlie,chas,chuck", "charlotte:charlie,lottie,lotte", "christine:chris,chrissie,tina", "christopher:chris,kit,topher", "daniel:dan,danny", "deborah:deb,debbie,debs", "darren:daz,dazza", "david:dave,davey,davy", "donald:don,donny", "edward:ed,eddie,ted,ned", "eleanor:ellie,nell,nora", "elizabeth:liz,lizzie,beth,betty,eliza,lisa,libby", "emily:em,emmy", "emma:em,ems", "frances:fran,franny", "francis:frank,fran", "frederick:fred,freddie", "gareth:gaz,gazza", "gary:gaz,gazza", "geoffrey:geoff", "gillian:gill,jill", "harold:harry,hal", "henry:harry,hal", "isabella:izzy,bella,isa", "isabel:izzy,bella", "jacob:jake", "james:jim,jimmy,jamie,jim", "jacqueline:jackie,jacqui", "jennifer:jen,jenny,jenni", "jessica:jess,jessie", "joanne:jo,joey", "joanna:jo", "johanna:jo", "john:jack,johnny,jon", "jonathan:jon,jonny", "joseph:joe,joey", "josephine:jo,josie", "joshua:josh", "judith:judy,jude", "julia:jules", "julie:jules", "katherine:kate,katie,kathy,kath,kat,kitty", "kathleen:kath,kathy,kathie", "kenneth:ken,kenny", "kimberley:kim", "kimberly:kim", "laura:lau,laurie", "lawrence:larry,laurie", "leonard:len,lenny,leo", "louise:lou", "lucy:lu,luce", "margaret:maggie,meg,peggy,marge,madge", "maria:mia", "martin:marty", "matthew:matt,matty", "megan:meg", "melanie:mel", "melissa:mel,missy", "michael:mike,mick,micky,mikey", "michelle:shell,chelle,mich", "nicholas:nick,nicky", "nicola:nicky,nic,nikki", "oliver:ollie,olly", "olivia:liv,livvy,olly", "pamela:pam", "patricia:pat,patsy,trish,tricia", "patrick:pat,paddy,rick", "peter:pete", "philip:phil", "phillip:phil", "rachel:rach", "rebecca:becky,becca,bex,becks", "raymond:ray", "richard:rick,dick,rich,richie,ricky", "robert:rob,bob,bobby,robbie,bert", "ronald:ron,ronnie", "samantha:sam,sammy", "samuel:sam,sammy", "sandra:sandy", "sarah:sally,sal,saz", "sharon:shaz,shazza", "simon:si", "sophie:soph", "stacey:stace", "stephanie:steph,steff", "stephen:steve,stevie", "steven:steve,stevie", "stuart:stu", "susan:sue,susie,suzie", "suzanne:sue,suzie", "teresa:terry,tess,tessa", "terence:terry,tel", "theresa:terry,tess", "thomas:tom,tommy", "timothy:tim,timmy", "tracey:trace", "tracy:trace", "valerie:val", "vanessa:ness,nessa", "victoria:vicky,vic,tori", "vincent:vince,vinny", "walter:walt,wally", "wayne:waz", "wendy:wend", "william:will,bill,billy,willy,liam", "zachary:zac,zach", "danuta:danka", "mariusz:mario", "keeley:keels", "mohammed:mo,moe", "muhammad:mo", "aleksandra:ola,olka,sasha", "malgorzata:gosia", "katarzyna:kasia", "agnieszka:aga", "magdalena:magda,lena", "krzysztof:krzys,kris", "piotr:piotrek", "tomasz:tomek", "ekaterina:katya", "elizabeta:liza", "abigail:abi,abbie,gail", "amanda:mandy,manda", "angela:angie,ange", "natalie:nat,natty", "natasha:tasha,nat", "georgina:gina,georgie", "georgia:georgie", "gregory:greg", "dominic:dom", "gabriella:gabby,gabi", "zoe:zo", "reginald:reg"]
_NAMES = ["mark", "will", "hope", "rose", "grace", "faith", "joy", "may", "june", "april", "august", "ivy", "daisy", "lily", "violet", "iris", "heather", "holly", "hazel", "olive", "ruby", "pearl", "amber", "jade", "summer", "dawn", "eve", "gene", "guy", "jack", "bill", "bob", "rob", "pat", "sue", "art", "dean", "drew", "grant", "earl", "duke", "frank", "miles", "norm", "pierce", "ray", "reed", "rich", "rod", "rusty", "skip", "ward", "wade", "wells", "woods", "brook", "brooke", "cliff", "dale", "glen", "heath", "clay", "chase", "hunter", "mason", "cooper", "carter", "tanner", "taylor", "piper", "angel", "star", "sky", "sunny", "bunny", "ginger", "sandy", "robin", "wren", "jay", "martin", "penny", "candy", "crystal", "charity", "patience", "prudence", "constance", "chance", "lance", "carol", "christian", "dominic", "gay", "bliss", "melody", "harmony"]
_DESCRIPTIONS = ["polish", "romanian", "albanian", "kosovan", "kosovar", "turkish", "kurdish", "somali", "nigerian", "ghanaian", "kenyan", "pakistani", "indian", "bangladeshi", "bengali", "punjabi", "urdu", "gujarati", "hindi", "tamil", "sri", "lankan", "chinese", "mandarin", "cantonese", "vietnamese", "thai", "filipino", "japanese", "korean", "afghan", "iranian", "iraqi", "syrian", "lebanese", "arabic", "egyptian", "moroccan", "algerian", "tunisian", "libyan", "sudanese", "eritrean", "ethiopian", "ukrainian", "russian", "lithuanian", "latvian", "estonian", "hungarian", "bulgarian", "greek", "italian", "spanish", "portuguese", "brazilian", "french", "german", "dutch", "irish", "welsh", "scottish", "jamaican", "caribbean", "african", "asian", "european", "european", "muslim", "christian", "catholic", "hindu", "sikh", "jewish", "buddhist", "orthodox", "mosque", "church", "temple", "gurdwara", "synagogue", "traveller", "gypsy", "roma", "romany", "deaf", "bsl", "blind", "wheelchair", "lithuania", "poland", "romania", "tigrinya", "twi", "yoruba", "igbo", "pashto", "dari", "farsi", "persian"]
_PLACEHOLDERS = {
    "victim": "victim", "perpetrator": "perpetrator", "child": "Child", "relative": "relative", "other": "Person",
    "NAME": "name", "PHONE": "a phone number", "EMAIL": "an e-mail address", "URL": "a link",
    "HANDLE": "an account name", "ADDRESS": "an address", "PLACE": "a place", "ORG": "an organisation",
    "ID": "a number", "VEHICLE": "a vehicle mark", "DATE": "a date", "AGE": "an age",
    "DEMOGRAPHIC": "a description", "JOB": "a job", "OTHER": "a detail", "BIRTH": "a date of birth",
}  # fmt: skip


def _forms(name: str) -> frozenset[str]:
    return frozenset({name, f"{name}'s", f"{name}s'", f"{name}s"})


def _nicknames() -> dict[str, tuple[str, ...]]:
    table: dict[str, set[str]] = {}
    for line in _NICKNAMES:
        full, _, short = line.partition(":")
        for one in short.split(","):
            table.setdefault(full, set()).add(one)
            table.setdefault(one, set()).add(full)
    return {name: tuple(sorted(others)) for name, others in table.items()}


def _knows(word: str) -> bool:
    words = english_words()
    stem = word.removesuffix("'s").removesuffix("'")
    return stem in words or all(part in words for part in stem.split("'"))


ENGLISH = Language(
    code="en",
    forms=_forms,
    knows=_knows,
    keep=frozenset(_KEEP),
    kin=frozenset(_KIN),
    titles=frozenset(_TITLES),
    naming=(("called",), ("named",), ("aka",), ("nee",), ("known", "as"), ("name", "is")),
    months=frozenset(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
    ),
    given_names=frozenset(_NAMES),
    nicknames=_nicknames(),
    descriptions=frozenset(_DESCRIPTIONS),
    placeholders=_PLACEHOLDERS,
    hides_unknown_lower_case=True,
)
