"""Alternating best-of timings, ratios of pairs, and peak memory."""

import gc
import statistics
import time
import tracemalloc
from collections.abc import Callable


def best(*jobs: Callable[[], object], tries: int = 5) -> list[float]:
    """Seconds of the fastest run of each job, the jobs taking turns."""
    fastest = [float("inf")] * len(jobs)
    for _try in range(tries):
        for at, job in enumerate(jobs):
            began = time.perf_counter()
            job()
            fastest[at] = min(fastest[at], time.perf_counter() - began)
    return fastest


def seconds(job: Callable[[], object]) -> float:
    gc.collect()  # what was made before is not this one's to clear
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def ratio(
    base: Callable[[], object], ours: Callable[[], object], *, pairs: int, ready: Callable[[], None] = lambda: None
) -> float:
    """The median of ours : base over pairs that stand side by side, each in turn the first: what else the machine does
    meets both. ``ready`` runs before each, and is not counted."""
    found = []
    for turn in range(pairs):
        times = {}
        for job in (base, ours) if turn % 2 else (ours, base):
            ready()
            times[job] = seconds(job)
        found.append(times[ours] / times[base])
    return statistics.median(found)


def peak(job: Callable[[], object]) -> float:
    """MiB that Python held at most while the job ran."""
    tracemalloc.start()
    job()
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20
