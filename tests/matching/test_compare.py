"""What speaks for and against two records being of one person."""

from dataclasses import replace
from datetime import date

import pytest

from data.matching.compare import compare
from data.matching.traits import sound, traits
from data.records.case_details import Address, Person, Role

WOMAN = Person(
    id="1", role=Role.VICTIM, first="Drita", last="Gashi", date_of_birth=date(1988, 4, 7), gender="female",
    phones=("+355 69 012 4455",), address=Address(line="Rr. Kalemi 14", town="Lumbardhas"),
)  # fmt: skip


def findings(other: Person) -> set[str]:
    return {piece.finding for piece in compare(traits(WOMAN), traits(other)).evidence}


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ({"date_of_birth": date(1988, 7, 4)}, "born: day and month swapped"),
        ({"date_of_birth": date(1988, 4, 17)}, "born: one digit different"),
        ({"date_of_birth": date(1971, 1, 2)}, "born: another day"),
        ({"last": "Gashit"}, "surname: nearly the same"),
        ({"last": "Hoxha"}, "surname: different"),
        ({"last": "Hoxha", "also_known_as": ("Drita Gashi",)}, "surname: the same"),
        ({"first": "Gashi", "last": "Drita"}, "first name: stands in the other field"),
        ({"phones": ("069 012 4455",)}, "phone: the same"),
        ({"address": Address(line="Rruga Kalemi, 14")}, "address: the same"),
        ({"address": Address(line="14 Kallemi")}, "address: nearly the same"),
        ({"gender": "male"}, "gender: different"),
    ],
)
def test_each_finding_is_said(change: dict[str, object], finding: str) -> None:
    assert finding in findings(replace(WOMAN, **change))  # type: ignore[arg-type]


def test_two_empty_records_say_nothing() -> None:
    nobody = traits(Person(id="2", role=Role.OTHER))
    assert compare(nobody, nobody).score == 0
    assert compare(traits(WOMAN), nobody).evidence == ()


@pytest.mark.parametrize(("one", "other"), [("agron", "agronit"), ("xhevdet", "gjevdet"), ("philippa", "filipa")])
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_nicknames_are_the_same_name() -> None:
    short = replace(WOMAN, first="Dri")
    known = compare(traits(WOMAN, lambda name: ("dri",) if name == "drita" else ()), traits(short))
    assert "first name: the same" in {piece.finding for piece in known.evidence}


def test_no_finding_holds_a_detail() -> None:
    """Evidence may be shown and logged: it is made of codes alone."""
    for piece in compare(traits(WOMAN), traits(WOMAN)).evidence:
        assert not {"drita", "gashi", "1988", "kalemi", "4455"} & set(
            piece.finding.casefold().replace(":", " ").split()
        )
