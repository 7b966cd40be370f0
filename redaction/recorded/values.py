"""Words of an address, a place, a school, an employer: one that gives it away, with its neighbours."""

from collections.abc import Iterator

from redaction.languages.lists import NOT_NAME, ORDINARY
from redaction.recorded.agencies import is_agency
from redaction.recorded.hit import hit
from redaction.recorded.known import Known, Value
from redaction.spans import Find
from redaction.text.reading import END, SPACE, Reading


def find_values(reading: Reading, known: Known) -> Iterator[Find]:
    lows, parts = reading.lows, known.parts
    agency_until = done = 0
    if parts.keys().isdisjoint(reading.said) and "'" not in reading.normal.low:
        return
    agencies = known.agencies
    for index in [at for at, low in enumerate(lows) if low in parts or "'" in low or low in agencies]:
        if index < done:
            continue
        low = lows[index]
        if low in agencies and (length := is_agency(reading, index, known)):
            agency_until = max(agency_until, index + length)
        values = parts.get(low) or (parts.get(low[:-2]) if low.endswith("'s") else None)
        if values is None and "'" in low:
            values = next((parts[b] for b in reading.language.bare(low) if b in parts), None)
        if not values or index < agency_until:
            continue
        last = index
        for value in values:
            last = max(last, _value(reading, index, value))
        if last > index or any(_alone(reading, index, value) for value in values):
            form = max(values, key=lambda v: _value(reading, index, v)).form
            find = hit(reading, index, last, form, "in the record")
            if any(lows[last] in value.words for value in values):
                find = find.at(find.start, reading.ends[last], "")
            yield find
        done = last + 1


def _value(reading: Reading, index: int, value: Value) -> int:
    """The last word of a run of at least two words of this value that tells it; ``index`` where there is none."""
    last, telling, seen = index, 0, set()
    while last < len(reading.lows):
        low = reading.lows[last].removesuffix("'s")
        if (
            low not in value.parts
            or low in seen
            or (last > index and (reading.kinds[last] == END and reading.gaps[last] not in (". ", "\n", ".")))
        ):
            break
        seen.add(low)
        telling += low in value.telling
        last += 1
    length = last - index
    if length < 2:
        return index
    ordinary = all(reading.facts[at].bits & ORDINARY and not reading.facts[at].capital for at in range(index, last))
    whole = length == len(value.words)
    in_order = tuple(reading.lows[index:last]) in zip(*(value.words[at:] for at in range(length)), strict=False)
    if (
        (telling >= (2 if ordinary else 1))
        or (telling and in_order)
        or (whole and (telling or value.form.kind == "ADDRESS"))
    ):
        return last - 1
    return index


def _alone(reading: Reading, index: int, value: Value) -> bool:
    fact = reading.facts[index]
    low = fact.low.removesuffix("'s")
    if low not in value.telling:
        return any(bare in value.telling for bare in reading.language.bare(fact.low)) and not fact.bits & ORDINARY
    if not fact.bits & ORDINARY or (value.form.kind == "PLACE" and _lived_in(reading, index)):
        return True
    return fact.capital and not (reading.begins[index] and fact.bits & NOT_NAME) and reading.case[index] != "C"


def _lived_in(reading: Reading, index: int) -> bool:
    """Whether a word says where somebody lives: 'his flat in bath'."""
    if index < 2 or not reading.kinds[index] == reading.kinds[index - 1] == SPACE:
        return False
    return f"{reading.lows[index - 2]}_{reading.lows[index - 1]}" in reading.language.lists.of("dwells")
