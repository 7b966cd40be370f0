"""The agenda over 1,000 and over 100,000 cases, with the same number of due ones: at most 1.5 times."""

import tempfile
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

from benchmarks.made_up import TODAY, area
from benchmarks.measure import best, peak
from data.profiles.load import load
from meeting.usecases.office import Office
from meeting.usecases.preparing import planned


def measure() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as held:
        offices = [
            Office(
                area(Path(held) / str(cases), cases=cases, due=24), load("uk"), lambda: datetime.combine(TODAY, time(9))
            )
            for cases in (1_000, 100_000)
        ]
        small, large = ((lambda o=office: planned(o, TODAY)) for office in offices)
        if {len(job().items) for job in (small, large)} != {24}:
            raise SystemExit("The two agendas do not hold the same cases.")
        fast, slow = best(small, large, tries=15)
        yield f"agenda, 100,000 cases : 1,000 cases   time {slow / fast:.2f}   ({fast * 1000:.1f} ms, {slow * 1000:.1f} ms; at most 1.5)"
        little, much = peak(small), peak(large)
        yield f"agenda, 100,000 cases : 1,000 cases   memory {much / little:.2f}   ({little:.2f} MiB, {much:.2f} MiB; at most 1.5)"
        for office in offices:
            office.close()
