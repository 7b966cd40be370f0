"""Which grade of minutes shows what (R18)."""

from collections.abc import Sequence

from data.records.conference import Action, Grade, Item


def shown_items(items: Sequence[Item], grade: Grade, agency: str) -> tuple[Item, ...]:
    """All partners: every item. One agency's extract: the items that agency is entitled to."""
    if grade is Grade.ALL_PARTNERS:
        return tuple(items)
    return tuple(item for item in items if agency in item.agencies)


def shown_actions(actions: Sequence[Action], items: Sequence[Item], grade: Grade, agency: str) -> tuple[Action, ...]:
    """One agency's extract has the actions of its items, and its own."""
    if grade is Grade.ALL_PARTNERS:
        return tuple(actions)
    cases = {item.case_id for item in items}
    return tuple(a for a in actions if a.agency == agency or a.case_id in cases)
