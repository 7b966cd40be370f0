"""The question at a meeting's end: a case nobody came to is not taken for heard unless somebody says so."""

from collections.abc import Sequence
from gettext import gettext as _

from data.records.conference import Item
from meeting.tui.dialogs import Ask


def ending(left: Sequence[Item]) -> Ask:
    """``left`` are the items with neither a note nor an action. Answers: no, later (they stay due), yes."""
    if not left:
        question = _("End the meeting? Its cases are heard then, and its minutes can be released.")
        return Ask(question, {"no": _("Go on with it"), "yes": _("End it")})
    question = _(
        "End the meeting? {count} cases have no note and no action: {references}.\n\n"
        "Those that were not reached stay due and come to the next meeting; they leave these minutes."
    ).format(count=len(left), references=", ".join(item.reference for item in left))
    return Ask(question, {"no": _("Go on with it"), "later": _("They stay due"), "yes": _("All were heard")})
