"""Ids of rows sort as they were made, and are never the same."""

import time
import uuid

from data.records.ids import new_id

_A_DAY = 24 * 3600 * 10**9


def test_ids_are_of_version_seven_and_sort_by_their_making() -> None:
    """Also within a millisecond, and over a day."""
    now = time.time_ns() // 10**6 * 10**6
    ids = [new_id(now + later) for later in (0, 1_000, 250_000, 999_000, 1_000_000, _A_DAY)]
    assert sorted(ids) == ids
    assert {(uuid.UUID(one).version, uuid.UUID(one).variant) for one in ids} == {(7, uuid.RFC_4122)}
    assert uuid.UUID(ids[0]).int >> 80 == now // 10**6


def test_ids_of_one_moment_differ() -> None:
    """The rest is random: 62 bits."""
    assert len({new_id(0) for _each in range(2_000)}) == 2_000
