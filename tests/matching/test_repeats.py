"""Repeats among the cases of an area, by either definition; precision and recall among thousands."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from data.matching.index import Index
from data.matching.repeats import Finding, People
from data.matching.traits import traits
from data.practice.people import made_up, spoil
from data.records.case_details import Case, CaseFile, Person, Role
from redaction.languages.choose import LANGUAGES

WOMAN = Person(id="v", role=Role.VICTIM, first="Nadine", last="Ollerton", date_of_birth=date(1990, 5, 3))
MAN = Person(id="p", role=Role.PERPETRATOR, first="Craig", last="Fenwick", date_of_birth=date(1985, 11, 20))
DAY = date(2026, 11, 1)


def nicknames(name: str) -> tuple[str, ...]:
    return tuple(one for language in LANGUAGES.values() for one in language.nicknames.get(name, ()))


def people(days_ago: int, *persons: Person) -> People:
    everyone = People(nicknames)
    everyone.add("old", "7KQ2-M9XF", DAY - timedelta(days=days_ago), persons)
    return everyone


def file(*persons: Person, crime: str = "") -> CaseFile:
    case = Case(id="new", reference="8AAA-0000", referred_on=DAY, referring_agency="police")
    return CaseFile(case=case, people=persons, crime_references=(crime,) if crime else ())


def test_the_same_two_within_the_months_are_a_repeat() -> None:
    (found,) = people(200, WOMAN, MAN).earlier(file(replace(WOMAN, last="Fenwick"), MAN), within_days=365)
    assert (found.reference, found.finding) == ("7KQ2-M9XF", Finding.REPEAT)
    assert found.counts("any abuse")
    assert not found.counts("criminal incident")


def test_a_recorded_crime_counts_by_the_older_definition() -> None:
    (found,) = people(200, WOMAN, MAN).earlier(file(WOMAN, MAN, crime="12/3456/26"), within_days=365)
    assert found.counts("criminal incident")


def test_after_the_months_it_has_lapsed_and_a_new_perpetrator_is_a_new_case() -> None:
    assert people(400, WOMAN, MAN).earlier(file(WOMAN, MAN), within_days=365)[0].finding is Finding.LAPSED
    other = replace(MAN, first="Darren", last="Quill", date_of_birth=date(1970, 1, 1))
    assert people(20, WOMAN, other).earlier(file(WOMAN, MAN), within_days=365)[0].finding is Finding.NEW_PERPETRATOR


def test_a_perpetrator_who_was_a_victim_is_told_apart() -> None:
    was = replace(MAN, role=Role.VICTIM)
    assert people(20, was).earlier(file(WOMAN, MAN), within_days=365)[0].finding is Finding.OTHER_PART


def test_strangers_and_the_case_itself_are_not_offered() -> None:
    stranger = Person(id="x", role=Role.VICTIM, first="Besa", last="Krasniqi", date_of_birth=date(1990, 5, 3))
    assert people(20, stranger).earlier(file(WOMAN, MAN), within_days=365) == ()
    itself = People(nicknames)
    itself.add("new", "8AAA-0000", DAY, (WOMAN, MAN))
    assert itself.earlier(file(WOMAN, MAN), within_days=365) == ()


def test_two_errors_among_thousands_are_found_and_little_else_is_offered() -> None:
    """The full figure, among 50,000, is in the benchmarks."""
    chance = Random(3)
    everyone = made_up(4000, chance)
    index: Index[int] = Index()
    for at, person in enumerate(everyone):
        index.add(at, traits(person, nicknames))
    asked = chance.sample(range(len(everyone)), 400)
    offered = {at: [m.key for m in index.like(traits(spoil(everyone[at], 2, chance), nicknames))] for at in asked}
    assert sum(at in keys for at, keys in offered.items()) >= 0.93 * len(asked)
    assert sum(at in keys for at, keys in offered.items()) >= 0.97 * sum(map(len, offered.values()))
