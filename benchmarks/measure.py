"""Alternating best-of timings, and peak memory."""

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


def peak(job: Callable[[], object]) -> float:
    """MiB that Python held at most while the job ran."""
    tracemalloc.start()
    job()
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20
