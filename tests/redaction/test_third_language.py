"""A third language is one module: nothing else changes."""

import pytest

from data.records.text import RawText
from redaction.disguise import disguise
from redaction.languages.choose import LANGUAGES
from redaction.languages.lists import read
from redaction.languages.words import Language
from redaction.recorded.known import Known
from redaction.text import facts
from tests.redaction.hostile import RECORD

_LISTS = read(
    "[keep]\npolicja\n[kin]\nsiostra\n[ranks]\npan\n[naming]\nimieniem\n[jobs]\npiekarz\n[origins]\nromski\n[months]\n"
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia\n"
    "[streets]\nulica\n[generals]\nszkola=szkoła\n"
)
_WORDS = frozenset(["ona", "on", "dzwonila", "do", "byla", "i", "w", "domu", "powiedziala", "ze", "siostra", "policja"])
_KINDS = ("NAME", "FAMILY", "PHONE", "EMAIL", "URL", "HANDLE", "ADDRESS", "PLACE", "ORG", "ID", "VEHICLE", "DATE", "AGE",
          "DEMOGRAPHIC", "JOB", "OTHER", "BIRTH", "BORN")  # fmt: skip
POLISH = Language(
    code="pl", lists=_LISTS, knows=_WORDS.__contains__, is_name=lambda word: 0,
    forms=lambda name: frozenset({name, name + "a", name + "owi", name + "em"}), bare=lambda word: (), nicknames={},
    placeholders={"victim": "ofiara", "perpetrator": "sprawca", "child": "Dziecko", "relative": "krewny", "other": "Osoba",
                  **{kind: f"pl {kind.lower()}" for kind in _KINDS}},
    inflect=lambda placeholder, surface, base: placeholder, endings=frozenset(),
    says=dict.fromkeys(("weeks_before", "week_before", "about", "day_in", "in_month", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "band",
                        "old", "baby", "school_year", "small_units", "year_units", "class_words", "removed", "somebody"), "pl"),
    months=tuple(["styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"]),
    generals=_LISTS.generals(), hides_unknown_lower_case=True,
)  # fmt: skip


@pytest.fixture
def polish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LANGUAGES, "pl", POLISH)
    monkeypatch.setattr(facts, "_LEXICONS", {})


@pytest.mark.usefixtures("polish")
def test_a_third_language_reads() -> None:
    """Its endings are known, its plain words stand, its placeholders are shown."""
    shown = disguise(RawText("Ona dzwonila do Markowi i siostra Zofia byla w domu"), Known.of([RECORD]), language="pl")
    assert shown.text.text == "Ona dzwonila do ⟨sprawca⟩ i siostra ⟨pl name A⟩ byla w domu"
