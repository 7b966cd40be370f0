"""Made-up people without end, and the same people as another agency writes them, errors and all."""

import string
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from faker import Faker

from data.practice.albanian import AlbanianProvider
from data.records.case_details import Address, Person, Role

LOCALES = ("en_GB", "en_GB", "en_GB", "pl_PL", "it_IT", "ro_RO", "pt_PT", "hr_HR")


def made_up(count: int, chance: Random) -> list[Person]:
    """A mixed population with namesakes; a phone and an address for three in four."""
    fakers = [Faker(locale) for locale in LOCALES]
    for fake in fakers:
        fake.add_provider(AlbanianProvider)
        fake.seed_instance(chance.randrange(10**6))
    return [_person(n, fakers, chance) for n in range(count)]


def _person(number: int, fakers: list[Faker], chance: Random) -> Person:
    woman, fake = chance.random() < 0.8, chance.choice(fakers)
    if number % 4:
        first, last = (fake.first_name_female() if woman else fake.first_name_male()), fake.last_name()
        street = fake.street_name()
    else:
        first, last = (fake.sq_woman() if woman else fake.sq_man()), _albanian_surname(fake, chance)
        street = fake.sq_street()
    reachable = chance.random() < 0.75
    return Person(
        id=str(number), role=Role.VICTIM, first=first, last=last, gender="female" if woman else "male",
        date_of_birth=date(1950, 1, 1) + timedelta(days=chance.randrange(57 * 365)),
        phones=(f"07700 {chance.randrange(10**6):06}",) if reachable else (),
        address=Address(line=f"{chance.randrange(1, 200)} {street}") if reachable else Address(),
    )  # fmt: skip


def _albanian_surname(albanian: Faker, chance: Random) -> str:
    """Root and ending put together: as many surnames as a country has."""
    root = albanian.sq_surname().rstrip("ijaeu")
    return str(root) + chance.choice(("i", "aj", "a", "ari", "llari", "oll", "eti", "ani", "uka", "ini"))


def spoil(person: Person, errors: int, chance: Random) -> Person:
    """The same person as another agency writes her: new phone and address, and ``errors`` errors in name and birth."""
    moved = chance.random() < 0.5
    again = replace(person, phones=(), address=Address()) if moved else person
    for error in chance.sample(ERRORS, errors):
        again = error(again, chance)
    return again


def _typo(word: str, chance: Random) -> str:
    at = chance.randrange(1, max(2, len(word)))
    letter = chance.choice(string.ascii_lowercase)
    return chance.choice(
        (word[:at] + letter + word[at:], word[:at] + word[at + 1 :], word[:at] + letter + word[at + 1 :],
         word[: at - 1] + word[at : at + 1] + word[at - 1 : at] + word[at + 1 :])
    )  # fmt: skip


def _first(person: Person, chance: Random) -> Person:
    return replace(person, first=_typo(person.first, chance))


def _last(person: Person, chance: Random) -> Person:
    return replace(person, last=_typo(person.last, chance))


def _married(person: Person, chance: Random) -> Person:
    return replace(person, last=chance.choice(MARRIED) + chance.choice(ENDINGS))


def _swapped(person: Person, chance: Random) -> Person:
    born = person.date_of_birth
    if born is None or born.day > 12:
        return _digit(person, chance)
    return replace(person, date_of_birth=date(born.year, born.day, born.month))


def _digit(person: Person, chance: Random) -> Person:
    assert person.date_of_birth  # noqa: S101
    while True:
        try:
            text = person.date_of_birth.isoformat()
            at = chance.choice((3, 6, 8, 9))
            return replace(
                person, date_of_birth=date.fromisoformat(text[:at] + chance.choice("0123456789") + text[at + 1 :])
            )
        except ValueError:
            continue


def _ending(person: Person, chance: Random) -> Person:
    return replace(person, first=person.first + chance.choice(("i", "a", "t", "ja")))


MARRIED = ("Oller", "Prif", "Dem", "Whit", "Sal", "Brack", "Hol", "Kast", "Mur", "Tre", "Zef", "Gar", "Pell", "Lum")
ENDINGS = ("ton", "ley", "aj", "shaw", "ti", "combe", "ova", "ini", "wood", "ari", "son", "eti", "man", "oku")
ERRORS: list[Callable[[Person, Random], Person]] = [_first, _last, _married, _swapped, _digit, _ending]
