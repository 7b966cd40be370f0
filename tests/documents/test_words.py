"""The words of the papers' passphrases: plain, told apart over a telephone, nobody's name, and enough of them."""

import gzip
import io
import math
from importlib.resources import files

import pikepdf
import pytest

from meeting.documents import lock

LANGUAGES = ("en", "sq")
# Stems of what must not be dictated to anybody: violence, sex, the body, religion, death, slurs.
# fmt: off
NEVER = {
    "en": (
        "rape", "kill", "beat", "slap", "stab", "shot", "gun", "knife", "abus", "murd", "dead", "death", "blood",
        "suic", "whore", "slut", "cunt", "fuck", "shit", "piss", "peed", "fart", "bitch", "bast", "nigg", "fag", "dyke",
        "spas", "retar", "gyps", "allah", "god", "jesus", "church", "mosq", "bible", "koran", "sex", "porn", "nude",
        "breast", "penis", "vagi", "naked", "arse", "tit", "puss", "dick", "cock", "nazi", "slave", "terro", "bomb",
    ),
    "sq": (
        "vras", "rrah", "dhun", "gjak", "vdek", "varr", "thik", "pist", "kurv", "byth", "muth", "gomar", "derr", "kish",
        "xhami", "bibl", "kuran", "zoti", "lavir", "bastar", "seks", "cica", "gjoks", "pidh", "budall", "cigan",
    ),
}
SOUNDS_ALIKE = {
    "bear", "bare", "deer", "dear", "hair", "hare", "flour", "flower", "pair", "pear", "plain", "plane", "sail", "sale",
    "steel", "steal", "tail", "tale", "leek", "leak", "mussel", "muscle", "wave", "root", "route", "bury", "berry",
    "cereal", "serial", "current", "currant", "bread", "creek", "desert", "dessert", "disc", "kerb", "kernel", "lynx",
    "medal", "pedal", "palette", "quay", "scene", "suede", "surf", "yolk", "boulder", "burrow", "carrot", "dairy",
}
# fmt: on


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_easily_dictated(language: str) -> None:
    """Four to eight plain letters, and no two that begin with the same four."""
    words = lock.words_of(language)
    assert all(word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 8 for word in words)
    assert len({word[:4] for word in words}) == len(words)
    assert not {*words} & SOUNDS_ALIKE


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_hurts_or_names_anybody(language: str) -> None:
    words = lock.words_of(language)
    hurting = [word for word in words if word.startswith(NEVER[language])]
    assert not hurting
    given = gzip.decompress(files("redaction.languages.data").joinpath("given.txt.gz").read_bytes()).decode().split()
    assert not {*words} & {name.casefold() for name in given}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passphrase_has_enough_chance_and_opens_a_paper(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than 64 bits, in the language of the screens; the longest is read whole."""
    monkeypatch.setenv("MEETING_LANGUAGE", language)
    phrase, words = lock.new_passphrase(), lock.words_of(language)
    assert {*phrase.split()} <= {*words}
    assert len(phrase.split()) * math.log2(len(words)) > 64
    longest = " ".join([max(words, key=len)] * len(phrase.split()))
    assert len(longest) <= 62 < 127
    held = io.BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        paper.save(held)
    locked = lock.lock("pdf", held.getvalue(), longest)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked), password=longest[:32])
