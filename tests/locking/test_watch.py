"""It is time to lock when nobody is at the keys, and after a sleep."""

import time

import pytest

from meeting.tui.locking import Watch, seconds_asleep


class Clocks:
    now, asleep = 1000.0, 50.0

    def watch(self) -> Watch:
        return Watch(600, clock=lambda: self.now, asleep=lambda: self.asleep)


def test_idle_after_its_time_and_not_when_touched() -> None:
    clocks = Clocks()
    watch = clocks.watch()
    clocks.now += 599
    assert not watch.idle
    watch.touched()
    clocks.now += 599
    assert not watch.idle
    clocks.now += 2
    assert watch.idle


@pytest.mark.parametrize(("seconds", "locks"), [(0.0, False), (1.0, False), (60.0, True), (-3600.0, True)])
def test_a_jump_between_the_clocks_is_a_sleep(seconds: float, locks: bool) -> None:
    clocks = Clocks()
    watch = clocks.watch()
    clocks.asleep += seconds
    assert watch.slept is locks


def test_the_real_clocks_stand_still_while_awake() -> None:
    before = seconds_asleep()
    time.sleep(0.2)
    assert abs(seconds_asleep() - before) < 0.1
