"""Two keepers at work in one area, on a real server and on the file: neither goes on with what the other changed."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from small_area import CASE_ID, make, reopen, small_case

from data.log.entry import Entry
from data.records.agency import Agency
from data.records.reference import new_reference
from data.records.sharing import ConsentState
from data.records.text import RawText
from data.store.work import NoSuchCase
from meeting.usecases import agreements, keeping, repeats, reviewing, rights
from meeting.usecases.harmless import harmless_words
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters_of

Two = tuple[Office, Office]


@pytest.fixture(params=["file", "server"])
def two(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Two]:
    server = request.getfixturevalue("database") if request.param == "server" else ""
    one = make(tmp_path / "area", server=server)
    other = reopen(tmp_path / "area")
    yield one, other
    other.area.close()
    one.area.close()


def add(office: Office, case_id: str, **names: str) -> None:
    with office.area.work() as record:
        record.add_case(small_case(case_id, new_reference(), **names))


def looks(office: Office) -> int:
    with office.area.look() as record:
        return sum(Entry.from_bytes(text).kind.startswith("identity looked at") for text in record.log_texts())


def at_once(*doing: Callable[[], object]) -> None:
    """Each in a thread of its own; what one raises fails the test."""
    wrong: list[BaseException] = []

    def run(do: Callable[[], object]) -> None:
        try:
            do()
        except BaseException as problem:
            wrong.append(problem)

    threads = [threading.Thread(target=run, args=(do,)) for do in doing]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_name_the_other_put_right_is_hidden_at_once(two: Two) -> None:
    one, other = two
    assert one.file_of(CASE_ID).people[0].last == "Fennick"
    rights.correct(other, CASE_ID, "v", "last", "Vantongeren", "the person")
    assert "Vantongeren" not in one.disguise(CASE_ID, RawText("Mrs vantongeren came late.")).text.text
    assert one.file_of(CASE_ID).people[0].last == "Vantongeren"


def test_coded_facts_are_always_the_newest_and_cost_no_look_at_the_identity(two: Two) -> None:
    one, other = two
    one.file_of(CASE_ID)
    rights.restrict(other, CASE_ID, restricted=True)
    before = looks(one)
    assert one.file_of(CASE_ID).case.restricted
    assert looks(one) == before
    rights.rewrite(other, CASE_ID, "Another story.")
    before = looks(one)
    assert one.file_of(CASE_ID).narrative.text == "Another story."
    assert looks(one) == before + 1, "what was changed is looked at anew"


def test_a_case_the_other_erased_is_gone(two: Two) -> None:
    one, other = two
    one.file_of(CASE_ID)
    keeping.erase(other, CASE_ID)
    for use in (one.file_of, one.reading, one.withheld):
        with pytest.raises(NoSuchCase):
            use(CASE_ID)


def test_two_corrections_at_once_both_stand(two: Two) -> None:
    one, other = two
    one.file_of(CASE_ID), other.file_of(CASE_ID)
    at_once(
        lambda: rights.correct(one, CASE_ID, "v", "first", "Odette", "the person"),
        lambda: rights.correct(other, CASE_ID, "v", "workplace", "a mill", "the person"),
    )
    victim = one.file_of(CASE_ID).people[0]
    assert (victim.first, victim.workplace) == ("Odette", "a mill")


def test_a_word_is_harmless_only_while_nobody_on_record_bears_it(two: Two) -> None:
    """As many cases and corrections as before: a count of them would tell nothing."""
    one, other = two
    add(one, "c2")
    reviewing.harmless(one, CASE_ID, "Lantern")
    assert harmless_words(one) == harmless_words(other) == ("Lantern",)
    with other.area.work() as record:
        record.erase_case("c2")
        record.add_case(small_case("c3", new_reference(), last="Lantern"))
    assert harmless_words(one) == ()
    keeping.erase(other, "c3")
    assert harmless_words(one) == ("Lantern",)
    with other.area.work() as record:
        file = record.open_file(CASE_ID)
        record.save_case(replace(file, people=(replace(file.people[0], also_known_as=("Lantern",)),)))
    assert harmless_words(one) == (), "a case saved anew is no correction"


def test_a_word_the_other_takes_back_does_not_stand(two: Two) -> None:
    one, other = two
    reviewing.harmless(one, CASE_ID, "Lantern")
    reviewing.harmless(one, CASE_ID, "Copper")
    assert harmless_words(one) == ("Copper", "Lantern")
    reviewing.hide_more(other, CASE_ID, "Lantern")
    assert harmless_words(one) == ("Copper",)


def test_words_and_names_that_come_at_once_are_tried_against_each_other(two: Two) -> None:
    one, other = two
    words = ["Lantern", "Copper", "Bramble", "Thistle", "Marble", "Velvet"]
    for number in range(len(words)):
        add(one, f"w{number}")

    def mark() -> None:
        for number, word in enumerate(words):
            with one.area.work() as record:
                record.save_review(f"w{number}", replace(record.review(f"w{number}"), harmless=(word,)))
            harmless_words(one)

    def name() -> None:
        for number, word in enumerate(words[::2]):
            add(other, f"n{number}", last=word)
            harmless_words(other)

    at_once(mark, name)
    assert harmless_words(one) == harmless_words(other) == tuple(sorted(words[1::2]))


def test_unrecorded_names_never_share_a_letter(two: Two) -> None:
    one, other = two
    one.disguise(CASE_ID, RawText("Then Zdravko Ilievski came."))
    at_once(
        lambda: one.disguise(CASE_ID, RawText("Later Pellumb Gjinaj rang.")),
        lambda: other.disguise(CASE_ID, RawText("Later Thorvald Ekstrom rang.")),
    )
    with one.area.look() as record:
        letters = record.review(CASE_ID).letters
    assert letters["gjinaj"] != letters["ekstrom"]
    said = [o.disguise(CASE_ID, RawText("Pellumb Gjinaj and Thorvald Ekstrom.")).text.text for o in two]
    assert said[0] == said[1]


def test_agencies_consents_and_agreements_of_the_other_count_at_once(two: Two) -> None:
    one, other = two
    one.agencies()
    assert one.withheld(CASE_ID)
    with other.area.work() as record:
        record.save_agency(Agency(code="fire", name="Fire and rescue", sector="fire"))
    one.file_of(CASE_ID)
    assert one.agency_name("fire") == "Fire and rescue"
    with other.area.work() as record:
        file = record.open_file(CASE_ID)
        record.save_case(replace(file, case=replace(file.case, consent=ConsentState.REFUSED)))
    assert matters_of(one, [CASE_ID])[CASE_ID].case.consent is ConsentState.REFUSED
    agreements.end_agreement(other, "housing")
    assert any(a.ended_on for a in matters_of(one, [CASE_ID])[CASE_ID].agreements if a.agency == "housing")


def test_repeats_are_looked_for_among_what_the_other_added(two: Two) -> None:
    one, other = two
    assert repeats.earlier_cases(one, CASE_ID) == ()
    add(other, "c2")
    assert len(repeats.earlier_cases(one, CASE_ID)) == 1
