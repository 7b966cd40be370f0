"""A change of the area's keys beside a screen that reads: neither meets the other halfway."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.profiles.load import load
from data.vault.slot import TRIAL
from meeting.area import Area
from meeting.turns import Turns
from meeting.usecases import people
from meeting.usecases.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    from datetime import datetime

    area = Area.create(tmp_path / "riverton", "five made up words here", profile="uk", memory_kib=64)
    made = Office(area, load("uk"), datetime.now)
    yield made
    made.close()


def test_a_screen_that_reads_and_writes_all_the_while_meets_no_file_half_rekeyed(office: Office) -> None:
    problems: list[BaseException] = []
    over = threading.Event()

    def screen() -> None:
        try:
            while not over.is_set():
                with office.area.look() as record:
                    record.agencies()
                with office.area.work() as record:
                    record.save_mapping("a screen", {"was": "here"})
                    with office.area.look() as inner:
                        inner.agencies()
        except BaseException as problem:
            problems.append(problem)

    beside = [threading.Thread(target=screen) for _each in range(2)]
    for thread in beside:
        thread.start()
    for number in range(3):
        people.invite(office, f"chair-{number}", "chair", cost=TRIAL)
        people.disable(office, f"chair-{number}")
    over.set()
    for thread in beside:
        thread.join(20)
    assert problems == []
    assert office.area.check_log().whole


def test_who_is_inside_may_go_further_in_while_somebody_waits_to_be_alone() -> None:
    turns, waits, was_alone = Turns(), threading.Event(), threading.Event()

    def change() -> None:
        waits.set()
        with turns.alone():
            was_alone.set()

    other = threading.Thread(target=change)
    with turns.inside():
        other.start()
        waits.wait(5)
        assert not was_alone.wait(0.1)
        with turns.inside():
            assert not was_alone.is_set()
    assert was_alone.wait(5)
    other.join(5)
    with turns.inside():
        pass
