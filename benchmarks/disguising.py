"""Disguising a case's notes: characters per second, as a ratio to reading the same text with one pattern."""

import re
from collections.abc import Iterator

from benchmarks.made_up import NARRATIVE, case_file
from benchmarks.measure import best, peak
from data.records.text import RawText
from redaction.disguise import disguise
from redaction.recorded.known import Known


def measure() -> Iterator[str]:
    file = case_file(1, due=True)
    known = Known.of([file])
    text = RawText((NARRATIVE + "Keeley1 Brathwell, 07700 900114, left for Riverton on 12 May 2026. ") * 12)
    pattern = re.compile(r"\w+|\W")
    base, ours = best(lambda: pattern.findall(text.text), lambda: disguise(text, known, language="en"), tries=7)
    size = len(text.text)
    yield f"disguising : one pattern over the text   time {ours / base:.0f}   ({size / ours:,.0f} characters a second)"
    yield f"disguising {size:,} characters: {peak(lambda: disguise(text, known, language='en')):.1f} MiB at most"
    making = best(lambda: Known.of([file]), tries=7)[0]
    yield f"knowing every written form of one case: {making * 1000:.1f} ms"
