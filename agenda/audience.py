"""Which agencies see which item; asked of ``data.permission``."""

from collections.abc import Mapping
from datetime import date

from data.permission.decide import Matter
from data.permission.reasons import Reason
from data.permission.seen import entitled, why_held
from data.records.conference import Item


def audience(matter: Matter, on: date) -> tuple[str, ...]:
    """Codes of the agencies entitled to this case, in the order of the register."""
    return entitled(matter, on)


def may_appear(matter: Matter, on: date) -> bool:
    """Whether the case may stand on any paper at all: some agency may see it."""
    return bool(entitled(matter, on))


def held_reasons(matter: Matter, on: date) -> tuple[Reason, ...]:
    """Why a case is held back; empty when it is not."""
    return () if may_appear(matter, on) else why_held(matter, on)


def narrowed(item: Item, matters: Mapping[str, Matter], on: date) -> tuple[str, ...]:
    """Of the agencies an item was meant for, those that may see it now; nobody new is let in."""
    matter = matters.get(item.case_id)
    now = entitled(matter, on) if matter else ()
    return tuple(code for code in item.agencies if code in now)
