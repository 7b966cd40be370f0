"""The review: the most doubtful first, each decision remembered; what facts tell together, and what would help."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from data.practice.agencies import agencies
from data.profiles.load import load
from data.records.case_details import Case, CaseFile, Criterion, Person, Remark, RiskAssessment, Role
from data.records.conference import NoteKind
from data.records.sharing import ConsentState
from data.records.text import RawText
from meeting.area import Area
from meeting.usecases import holding, preparing, reviewing, rights
from meeting.usecases.cases import whole_text
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.practising import agree
from meeting.usecases.writing import writing

ON = date(2026, 11, 24)
STORY = (
    "Odile went to the Lantern on 3 November 2026 and met Wiktoria there. The Lantern helped. "
    "Then her friend from Pilates rang, and later he hid by the Harbour gate."
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = opened(Area.create(tmp_path / "area", "words for a test area", profile="uk", practice=True, memory_kib=64))
    with made.area.work() as record:
        for agency in agencies():
            record.save_agency(agency)
    made.forget()
    agree(made)
    yield made
    made.close()


def opened(area: Area) -> Office:
    return Office(area, load("uk"), lambda: datetime(2026, 11, 24, 9, 0))


def add(office: Office, number: int, story: str = STORY, *, victim: str = "Odile Fennick", ticks: int = 20) -> str:
    first, last = victim.split()
    case = Case(
        id=f"case-{number}", reference=f"7KQ2-M9X{number}", referred_on=date(2026, 11, 1), referring_agency="police",
        consent=ConsentState.GIVEN, involved=("housing",), criteria=(Criterion.ESCALATION,), children_count=1,
        assessments=(RiskAssessment(count=ticks),), victim_sex="female",
    )  # fmt: skip
    people = (
        Person(id=f"v{number}", role=Role.VICTIM, first=first, last=last),
        Person(id=f"p{number}", role=Role.PERPETRATOR, first="Maren", last="Quistgaard"),
    )
    with office.area.work() as record:
        record.add_case(CaseFile(case=case, people=people, narrative=RawText(story)))
    office.forget()
    return case.id


def summary(office: Office, meeting_id: str) -> str:
    return preparing.agenda_of(office, meeting_id).items[0].summary.text


def test_the_most_doubtful_comes_first_and_the_same_words_once(office: Office) -> None:
    case_id = add(office, 1)
    (seen,) = reviewing.read_case(office, case_id)
    doubts = [one.span.doubt for one in seen.doubts]
    assert doubts == sorted(doubts, reverse=True)
    words = [one.words for one in seen.doubts]
    assert words.count("Lantern") == 1
    assert next(one for one in seen.doubts if one.words == "Lantern").places == 2


def test_each_decision_is_remembered_and_told_on_the_agenda(office: Office) -> None:
    case_id = add(office, 1)
    meeting_id = preparing.prepare(office, ON).meeting.id
    assert "Lantern" not in summary(office, meeting_id)
    before = office.reading(case_id).review
    reviewing.show(office, case_id, "Lantern")
    assert summary(office, meeting_id).count("Lantern") == 2
    office.forget()
    assert "Lantern" not in [one.words for one in reviewing.doubts(office, meeting_id)]
    reviewing.restore(office, case_id, before)
    assert "Lantern" not in summary(office, meeting_id)
    reviewing.keep_hidden(office, case_id, [one.words for one in reviewing.doubts(office, meeting_id)])
    assert reviewing.doubts(office, meeting_id) == ()
    assert "Lantern" not in summary(office, meeting_id)


def test_a_harmless_word_stands_in_the_area_but_never_for_a_recorded_name(office: Office) -> None:
    one = add(office, 1)
    other = add(office, 2, "She left the Lantern.", victim="Rosalind Hathersage")
    assert "Lantern" not in shown(office, other)
    reviewing.harmless(office, one, "Lantern")
    assert "Lantern" in shown(office, other)
    office.forget()
    assert "Lantern" in shown(office, other), "it is remembered"
    add(office, 3, "Nothing.", victim="Philippa Lantern")
    assert "Lantern" not in shown(office, other), "now it is somebody's name"
    assert "Lantern" not in shown(office, "case-3")


def test_a_name_corrected_later_ends_what_was_harmless(office: Office) -> None:
    one, other = add(office, 1), add(office, 2, "She left the Lantern.")
    reviewing.harmless(office, one, "Lantern")
    assert "Lantern" in shown(office, other)
    rights.correct(office, one, "p1", "last", "Lantern", "the person")
    assert "Lantern" not in shown(office, other)


@pytest.mark.parametrize("words", ["Hope", "Hathersage", "Hathersages"])
def test_what_may_name_somebody_cannot_be_harmless(office: Office, words: str) -> None:
    case_id = add(office, 1, f"The {words} was there.")
    add(office, 2, "Nothing.", victim="Rosalind Hathersage")
    with pytest.raises(NotPossible):
        reviewing.harmless(office, case_id, words)


def test_harmless_words_go_with_their_case(office: Office) -> None:
    one, other = add(office, 1), add(office, 2, "She left the Lantern.")
    reviewing.harmless(office, one, "Lantern")
    with office.area.work() as record:
        record.erase_case(one)
    office.forget()
    assert "Lantern" not in shown(office, other)


def shown(office: Office, case_id: str) -> str:
    (seen,) = reviewing.read_case(office, case_id)
    return seen.disguised.text.text


def test_a_letter_means_the_same_person_in_the_next_sitting(office: Office) -> None:
    case_id = add(office, 1, "Her sister Wiktoria came by.")
    (seen,) = reviewing.read_case(office, case_id)
    assert "⟨name A⟩" in seen.disguised.text.text
    office.forget()
    again = office.disguise(case_id, RawText("Her aunt Branimira came by. Her sister Wiktoria came by.")).text.text
    assert "aunt ⟨name B⟩ came by. Her sister ⟨name A⟩ came by" in again


def test_facts_that_fit_no_other_case_are_told_widely_at_a_key(office: Office) -> None:
    case_id = add(office, 1, ticks=23)
    for number in range(2, 8):
        add(office, number, "He shouted.", ticks=15 + number % 3)
    meeting_id = preparing.prepare(office, ON).meeting.id
    (seen,) = reviewing.read_case(office, case_id)
    alike = seen.alike
    assert (alike.others, alike.asked, alike.singled_out) == (0, 5, True)
    assert (alike.fact, alike.told, alike.then, alike.enough) == ("ticks", "high", 6, True)
    assert seen.waits
    reviewing.tell_widely(office, case_id, alike.fact, alike.told)
    (seen,) = reviewing.read_case(office, case_id)
    assert (seen.alike.others, seen.alike.singled_out, seen.waits) == (6, False, False)
    texts = [item.summary.text for item in preparing.agenda_of(office, meeting_id).items if item.case_id == case_id]
    assert "14 ticks or more on the checklist" in texts[0]
    assert "23" not in texts[0]


def test_children_the_text_counts_are_not_told_otherwise_above_it(office: Office) -> None:
    """'3 or more' would be undone by 'Child 4' in the text below it."""
    case_id = add(office, 1, "Nothing.")
    with office.area.work() as record:
        file = record.open_file(case_id)
        kids = tuple(
            Person(id=f"k{n}", role=Role.CHILD, first=name, last="Fennick")
            for n, name in enumerate(("Maisie", "Zachary", "Ottilie", "Gethin"))
        )
        story = RawText("Maisie, Zachary, Ottilie and Gethin were in the next room.")
        changed = replace(file.case, children_count=4)
        record.save_case(replace(file, case=changed, people=(*file.people, *kids), narrative=story))
    office.forget()
    for number in range(2, 8):
        add(office, number, "He shouted.")
    (seen,) = reviewing.read_case(office, case_id)
    assert "⟨Child 4⟩" in seen.disguised.text.text
    assert seen.alike.singled_out
    assert seen.alike.fact != "children"


def test_a_case_left_alone_is_asked_again_when_its_facts_change(office: Office) -> None:
    case_id = add(office, 1, "He shouted.", ticks=23)
    add(office, 2, "He shouted.", ticks=15)
    reviewing.leave_alone(office, case_id)
    assert not reviewing.read_case(office, case_id)[0].waits
    reviewing.tell_widely(office, case_id, "ticks", "high")
    assert reviewing.read_case(office, case_id)[0].alike.others == 1
    assert not reviewing.read_case(office, case_id)[0].alike.left


def test_what_is_shown_while_one_types_is_what_is_kept(office: Office) -> None:
    """With decisions, the area's harmless words, the meeting's day, and what is withheld."""
    case_id = add(office, 1)
    reviewing.harmless(office, add(office, 2), "Lantern")
    reviewing.show(office, case_id, "Harbour gate")
    text = STORY + " Her visa ran out in May. She lives in a refuge. Wiktoria said so on 17.11.2026."
    shown = writing(office, case_id, on=ON)
    for end in (0, 5, 40, 90, len(STORY), len(text)):
        kept = office.disguise(case_id, RawText(text[:end]), on=ON).text
        assert writing(office, case_id, on=ON)(text[:end]) == shown(text[:end]) == kept
    assert "visa" not in kept.text
    assert "Lantern" in kept.text


def test_dates_are_told_by_the_meeting_in_its_papers_alone(office: Office) -> None:
    case_id = add(office, 1)
    meeting_id = preparing.prepare(office, ON).meeting.id
    assert "⟨three weeks before the meeting⟩" in summary(office, meeting_id)
    assert "⟨a day in November 2026⟩" in shown(office, case_id), "a case belongs to no meeting"
    holding.start(office, meeting_id)
    item = holding.item_view(office, meeting_id, 0).item
    note = holding.type_note(office, meeting_id, item.id, NoteKind.RISKS, "He rang on 10.11.2026.")
    assert "⟨two weeks before the meeting⟩" in note.text
    action = holding.agree_action(office, meeting_id, item.id, "housing", "Ask about 10.11.2026.", date(2026, 12, 1))
    assert "⟨a day in November 2026⟩" in action.what.text, "it is carried to other meetings"
    later = preparing.prepare(office, date(2026, 12, 1)).meeting
    with office.area.look() as record:
        texts = [one.summary.text for one in record.items(later.id)]
    assert all("three weeks" not in text for text in texts)


def test_a_note_is_read_in_the_language_it_is_plainly_written_in(office: Office) -> None:
    """English words in an Albanian case, and a few words of neither, which stay the case's."""
    case_id = add(office, 1, "Nothing.")
    with office.area.work() as record:
        file = record.open_file(case_id)
        record.save_case(replace(file, case=replace(file.case, language="sq")))
    office.forget()
    english = "Odile rang and said that she was at home with the children."
    assert "⟨victim⟩" in office.disguise(case_id, RawText(english)).text.text
    assert "⟨viktima⟩" in office.disguise(case_id, RawText("Odile erdhi.")).text.text
    assert writing(office, case_id)(english) == office.disguise(case_id, RawText(english)).text
    action = office.disguise(case_id, RawText("Visit Odile and fit a lock")).text.text
    assert (action.startswith("Visit ⟨victim⟩"), action.endswith("fit a lock")) == (True, True), action
    assert "Jane" not in office.disguise(case_id, RawText("Jane Smith was ill")).text.text, "no Albanian 'janë'"
    assert "⟨viktima⟩" in office.disguise(case_id, RawText("Te vizitohet Odile ne shtepi")).text.text


def test_what_is_nearly_a_name_of_the_record_stays_hidden_and_that_is_said(office: Office) -> None:
    """Shown in the review as hidden in doubt: the key to show it once did nothing, without a word."""
    case_id = add(office, 1, "She said that Odyle rang the Lantern.")
    (seen,) = reviewing.read_case(office, case_id)
    near = next(doubt for doubt in seen.doubts if doubt.words == "Odyle")
    with pytest.raises(NotPossible, match="never shown"):
        reviewing.show(office, case_id, near.words)
    (after,) = reviewing.read_case(office, case_id)
    assert after.disguised == seen.disguised
    with office.area.look() as record:
        assert "Odyle" not in record.review(case_id).keep
    reviewing.keep_hidden(office, case_id, [near.words])
    (after,) = reviewing.read_case(office, case_id)
    assert "Odyle" not in [doubt.words for doubt in after.doubts]


def test_a_remark_in_another_language_than_the_narrative_keeps_its_words(office: Office) -> None:
    """'Ring from a withheld number' is how to reach her safely; beside an Albanian story it is no name."""
    story = (
        "Erdhi me te nxira ne krah, tha se ishte rrezuar; pastaj tregoi se e kishte bere Agroni. "
        "Kerkoi te mos merret ne telefon pas ores 18, sepse Agroni i lexon mesazhet."
    )
    remark = Remark(label="Anything else we should know", text=RawText("Ring from a withheld number only."))
    case_id = add(office, 7, story)
    file = replace(office.file_of(case_id), remarks=(remark,))
    told = office.disguise(case_id, whole_text(file)).text.text
    assert "Agroni" not in told
    assert "Ring from a withheld number only." in told
