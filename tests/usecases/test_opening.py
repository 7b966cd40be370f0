"""A placeholder opened: right, logged each time, and only with the case's key."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from data.profiles.load import load
from data.records.case_details import Case, CaseFile, Person, Role
from data.records.text import DisguisedText, RawText
from data.store.work import NotForYou
from data.vault.slot import TRIAL
from meeting.area import Area
from meeting.usecases import logview, people
from meeting.usecases.office import Office
from meeting.usecases.opening import OPENED, open_placeholder, placeholders
from meeting.usecases.places import NotPossible

ON = date(2026, 11, 24)
PHRASE = "words for a test area"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = opened(Area.create(tmp_path / "area", PHRASE, profile="uk", memory_kib=64))
    yield made
    made.close()


def opened(area: Area) -> Office:
    return Office(area, load("uk"), lambda: datetime(2026, 11, 24, 9, 0))


def add(office: Office, language: str, story: str) -> str:
    case = Case(id="c1", reference="7KQ2-M9XF", referred_on=ON, referring_agency="police", language=language)
    persons = (
        Person(id="v", role=Role.VICTIM, first="Ornela", last="Xhelilaj"),
        Person(id="k1", role=Role.CHILD, first="Brajan", last="Xhelilaj"),
        Person(id="k2", role=Role.CHILD, first="Denisa", last="Xhelilaj"),
    )
    with office.area.work() as record:
        record.add_case(CaseFile(case=case, people=persons, narrative=RawText(story)))
    return case.id


def entries(office: Office) -> int:
    return sum(line.kind == OPENED for line in logview.view_of(office))


@pytest.mark.parametrize(
    ("language", "story"),
    [("en", "Ornela came with Denisa on 3 November 2026. Her sister Wiktoria drove them."),
     ("sq", "Motra e Ornelas e mori Denisën më 3 nëntor 2026. E çoi motra e saj Wiktoria.")],
)  # fmt: skip
def test_each_placeholder_leads_to_whom_it_means_and_into_the_log(office: Office, language: str, story: str) -> None:
    case_id = add(office, language, story)
    shown = office.disguise(case_id, RawText(story), on=ON).text
    found = placeholders(shown)
    assert len(found) == 4
    behind = [open_placeholder(office, case_id, one, on=ON) for one in found]
    assert [one.person for one in behind if one.person] == ["Ornela Xhelilaj", "Denisa Xhelilaj"]
    assert any("Wiktoria" in " ".join(one.words) for one in behind)
    assert any("2026" in " ".join(one.words) for one in behind)
    assert entries(office) == 4
    line = next(line for line in logview.view_of(office) if line.kind == OPENED)
    assert (line.about, line.who) == ("7KQ2-M9XF", "coordinator")


def test_a_name_told_in_words_that_are_gone_is_known_by_its_letter(office: Office) -> None:
    case_id = add(office, "en", "Nothing.")
    what = office.disguise(case_id, RawText("Her aunt Branimira came again.")).text
    (placeholder,) = placeholders(what)
    office.forget()
    assert "branimira" in open_placeholder(office, case_id, placeholder).person


def test_what_stands_nowhere_is_said_so(office: Office) -> None:
    case_id = add(office, "en", "Nothing.")
    with pytest.raises(NotPossible):
        open_placeholder(office, case_id, "⟨Child 9⟩")


def test_what_is_withheld_is_not_offered() -> None:
    assert placeholders(DisguisedText("⟨withheld⟩ ⟨victim⟩ ⟨victim⟩ ⟨nuk ndahet⟩")) == ("⟨victim⟩",)


def test_without_the_cases_key_nothing_is_opened(office: Office) -> None:
    case_id = add(office, "en", "Ornela came.")
    welcome = people.invite(office, "figures", "figures", cost=TRIAL)
    other = opened(Area.open(office.area.folder, welcome.passphrase, "figures"))
    with pytest.raises(NotForYou):
        open_placeholder(other, case_id, "⟨victim⟩")
    other.close()
    assert entries(office) == 0
