"""Albanian: the case endings of names, cues, and the short list of capitals that may stand."""

import simplemma

from redaction.languages.en import ENGLISH
from redaction.languages.words import Language

_KEEP = ["policia", "policise", "policine", "policor", "polici", "komisariati", "komisariatit", "komisariat", "drejtoria", "drejtorise", "bashkia", "bashkise", "bashki", "gjykata", "gjykates", "gjykate", "prokuroria", "prokurorise", "prokurori", "qendra", "qendres", "spitali", "spitalit", "shkolla", "shkolles", "ministria", "ministrise", "ligji", "ligjit", "neni", "nenit", "kodi", "kodit", "penal", "urdhri", "urdhrit", "urdher", "umpm", "um", "umb", "etn", "cadv", "ojf", "osbe", "undp", "sherbimi", "sherbimit", "sherbimet", "sociale", "shendetesor", "mjekesor", "ekipi", "teknik", "multidisiplinar", "koordinatori", "vendor", "koordinatore", "keshilli", "komiteti", "mekanizmi", "republika", "republikes", "shqiperi", "shqiperia", "shqiperise", "znj", "z", "zonja", "zoti", "zotit", "dr", "insp", "inspektori", "viktima", "viktimes", "dhunuesi", "dhunuesit", "e", "hena", "marte", "merkure", "enjte", "premte", "shtune", "diel", "janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nentor", "dhjetor", "facebook", "whatsapp", "instagram", "viber", "messenger", "nr", "rr", "lagjja", "lagja", "pallati", "hyrja", "banesa", "ora", "sot", "dje", "neser", "uroj", "raport", "raporti", "procesverbal", "relacion", "konkluzion", "rreziku", "risk", "shtetasja", "shtetasi"]
_KIN = ["motra", "motren", "motres", "moter", "vellai", "vellain", "vellait", "vella", "nena", "nenen", "nenes", "nene", "babai", "babain", "babait", "baba", "djali", "djalin", "djalit", "djale", "vajza", "vajzen", "vajzes", "vajze", "burri", "burrin", "burrit", "burr", "gruaja", "gruan", "gruas", "grua", "bashkeshorti", "bashkeshortin", "bashkeshortit", "bashkeshorte", "bashkeshortja", "kunati", "kunata", "kunaten", "vjehrra", "vjehrren", "vjehrres", "vjehrri", "vjehrrin", "xhaxhai", "xhaxhain", "daja", "dajen", "halla", "hallen", "tezja", "tezen", "gjyshja", "gjyshen", "gjyshi", "gjyshin", "fqinja", "fqinjen", "fqinji", "fqinjin", "shoqja", "shoqen", "shoku", "shokun", "kusheriri", "kusherira", "nipi", "mbesa", "dhendri", "nusja", "nusen", "femija", "i-biri", "e-bija", "partneri", "ish"]
_TITLES = ["znj", "z", "zonja", "zonjes", "zoti", "zotit", "zotin", "dr", "mjeku", "mjekja", "mjekes", "inspektori", "inspektorja", "inspektorit", "oficeri", "oficerja", "psikologia", "psikologja", "psikologu", "punonjesja", "punonjesi", "mesuesja", "mesuesi", "mesueses", "avokati", "avokatja", "avokates", "prokurori", "prokurorja", "gjyqtari", "gjyqtarja", "shtetasi", "shtetasja", "shtetasit", "shtetases", "shtetasen", "drejtori", "drejtoresha", "infermierja", "kryetari", "kryeinspektori", "nenkomisari", "komisari", "hoxha", "imami", "prifti", "koordinatorja"]
_DESCRIPTIONS = ["rom", "rome", "romet", "egjiptian", "egjiptiane", "ballkano-egjiptian", "grek", "greke", "maqedonas", "serb", "serbe", "turk", "turke", "ortodoks", "ortodokse", "mysliman", "myslimane", "katolik", "katolike", "bektashi", "tiranas", "tiranase", "shkodran", "shkodrane", "durrsak", "durrsake", "vlonjat", "vlonjate", "korcar", "korcare", "elbasanas", "elbasanase", "kosovar", "kosovare", "italian", "italiane", "shurdh", "i-verber"]
_PLACEHOLDERS = {
    "victim": "viktima", "perpetrator": "dhunuesi", "child": "Fëmija", "relative": "i afërmi", "other": "Personi",
    "NAME": "emri", "PHONE": "një numër telefoni", "EMAIL": "një adresë e-mail", "URL": "një lidhje",
    "HANDLE": "një llogari", "ADDRESS": "një adresë", "PLACE": "një vend", "ORG": "një institucion",
    "ID": "një numër", "VEHICLE": "një targë", "DATE": "një datë", "AGE": "një moshë",
    "DEMOGRAPHIC": "një përshkrim", "JOB": "një punë", "OTHER": "një hollësi", "BIRTH": "një datëlindje",
}  # fmt: skip
_VOWELS = "aeiouy"


def _forms(name: str) -> frozenset[str]:
    """All case forms, from the indefinite or the definite form; folded, so ë is e here."""
    stems = {name}
    if len(name) > 3:
        # Back from a definite or oblique form to what may be the indefinite one.
        for ending in (
            "it",
            "in",
            "un",
            "ut",
            "i",
            "u",
            "en",
            "es",
            "n",
            "s",
            "a",
            "e",
            "ja",
            "jen",
            "jes",
            "t",
            "ne",
            "se",
        ):
            if name.endswith(ending) and len(name) - len(ending) >= 3:
                stems.add(name[: -len(ending)])
    forms = {name}
    for stem in stems:
        forms |= _inflected(stem)
    return frozenset(forms)


def _inflected(stem: str) -> set[str]:
    last = stem[-1]
    if last == "a":
        base = stem[:-1]
        return {stem, stem + "n", stem + "s", stem + "t", stem + "j", base + "e", base + "en", base + "es", base + "en",
                base + "at", stem + "jt", base + "en", base + "o"}  # fmt: skip
    if last == "e":
        base = stem[:-1]
        plain = {stem + ending for ending in ("n", "s", "t", "ja", "jes", "jen", "je", "ne", "se", "ve")}
        return plain | {base + ending for ending in ("a", "en", "es", "i", "in", "it", "an", "as")} | {stem}
    if last == "o":
        return {stem + ending for ending in ("", "ja", "n", "s", "je", "t")}
    if last in "iu":
        plain = {
            stem + ending for ending in ("", "u", "un", "ut", "n", "t", "a", "ne", "se", "es", "en", "j", "as", "nj")
        }
        return plain | {stem[:-1] + ending for ending in ("", "it", "in", "ut", "un")}
    endings = ["", "i", "in", "it", "u", "un", "ut", "a", "en", "es", "e", "et", "ve", "eve", "aj", "ajt"]
    forms = {stem + ending for ending in endings}
    if len(stem) > 3 and stem[-2] == "e" and last in "rlm":
        forms |= {stem[:-2] + last + ending for ending in ("i", "in", "it")}
    return forms


def _knows(word: str) -> bool:
    return _known_folded(word) or (ENGLISH.knows(word) and len(word) > 3)


def _known_folded(word: str) -> bool:
    if word in _DICTIONARY:
        return _DICTIONARY[word]
    found = simplemma.is_known(word, lang="sq") or any(
        simplemma.is_known(word[:at] + "ë" + word[at + 1 :], lang="sq") for at, c in enumerate(word) if c == "e"
    )
    found = found or (word.endswith("e") and simplemma.is_known(word.replace("e", "ë"), lang="sq"))
    found = found or ("c" in word and simplemma.is_known(word.replace("c", "ç"), lang="sq"))
    _DICTIONARY[word] = found
    return found


_DICTIONARY: dict[str, bool] = {}

ALBANIAN = Language(
    code="sq",
    forms=_forms,
    knows=_knows,
    keep=frozenset(_KEEP) | frozenset(["marac", "idva", "dash", "gp", "uk", "nhs", "i", "a", "e", "ne"]),
    kin=frozenset(_KIN),
    titles=frozenset(_TITLES),
    naming=(("quajtur",), ("quajtura",), ("quhet",), ("emrin",), ("emer",), ("lindur",), ("nofka",), ("nofken",)),
    months=frozenset(
        ["janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nentor", "dhjetor", "janarit", "shkurtit", "marsit", "prillit", "majit", "qershorit", "korrikut", "gushtit", "shtatorit", "tetorit", "nentorit", "dhjetorit"]
    ),
    given_names=frozenset(
        ["drita", "besa", "shpresa", "agim", "liria", "flutura", "lule", "vera", "era", "fatmir", "bujar", "luan", "besim", "gezim", "arben", "yll", "dielli", "hena", "zana", "mira", "bardha", "kalter", "dafina", "trendafile", "shqipe", "valbona", "guri", "ylli", "petrit", "sokol", "besnik", "gjergj"]
    ),
    nicknames={},
    descriptions=frozenset(_DESCRIPTIONS),
    placeholders=_PLACEHOLDERS,
    hides_unknown_lower_case=False,
)
