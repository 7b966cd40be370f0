"""Several programs on one server, and a server that cannot be had."""

import threading
import uuid
from datetime import date
from pathlib import Path

import pytest

from data.records.case_details import Case, CaseFile
from data.records.reference import new_reference
from data.store.problems import CannotOpen
from meeting.area import Area

PHRASE = "five made up words here"
DAY = date(2026, 11, 24)


def a_case() -> CaseFile:
    return CaseFile(
        case=Case(id=str(uuid.uuid4()), reference=new_reference(), referred_on=DAY, referring_agency="police")
    )


def test_writers_take_turns_and_the_log_keeps_one_order(database: str, tmp_path: Path) -> None:
    """Six writers with connections of their own: none fails, none is lost, every entry is under its checkpoint."""
    first = Area.create(tmp_path / "area", PHRASE, profile="uk", memory_kib=64, server=database)
    areas = [Area.open(first.folder, PHRASE) for _ in range(6)]
    problems: list[BaseException] = []

    def write(area: Area) -> None:
        try:
            for _ in range(5):
                with area.work() as record:
                    record.add_case(a_case())
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=write, args=(area,)) for area in areas]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with first.look() as record:
        assert record.count_cases() == 30
    assert first.check_log().whole
    for area in (first, *areas):
        area.close()


def test_a_reader_sees_one_moment_and_cannot_write(database: str, tmp_path: Path) -> None:
    area = Area.create(tmp_path / "area", PHRASE, profile="uk", memory_kib=64, server=database)
    with area.look() as record:
        assert record.count_cases() == 0
        with area.work() as other:
            other.add_case(a_case())
        assert record.count_cases() == 0
        with pytest.raises(Exception, match="read-only"):
            record.session.connection().exec_driver_sql("DELETE FROM cases")
    area.close()


def test_two_areas_share_a_server_and_see_nothing_of_each_other(database: str, tmp_path: Path) -> None:
    one = Area.create(tmp_path / "one", PHRASE, profile="uk", memory_kib=64, server=database)
    two = Area.create(tmp_path / "two", PHRASE, profile="albania", memory_kib=64, server=database)
    with one.work() as record:
        record.add_case(a_case())
    with two.look() as record:
        assert record.count_cases() == 0
    again = [Area.open(area.folder, PHRASE) for area in (one, two)]
    assert [area.profile for area in again] == ["uk", "albania"]
    for area in (one, two, *again):
        area.close()


@pytest.mark.parametrize(
    "address", ["postgresql://nobody@127.0.0.1:1/nothing", "postgresql://[", "postgresql://127.0.0.1:99999/x"]
)
def test_a_server_that_cannot_be_had_gets_a_sentence_and_leaves_no_area(address: str, tmp_path: Path) -> None:
    with pytest.raises(CannotOpen) as told:
        Area.create(tmp_path / "area", PHRASE, profile="uk", memory_kib=64, server=address)
    assert str(told.value).endswith(".")
    assert "nobody" not in str(told.value)
    assert not (tmp_path / "area").exists()
