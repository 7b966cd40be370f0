"""The disguised summary of a case, as its agenda item carries it."""

from collections.abc import Collection
from gettext import gettext as _

from data.records.case_details import Case
from data.records.text import DisguisedText


def summary(disguised: DisguisedText, case: Case, categories: Collection[str]) -> DisguisedText:
    """A line of coded facts, then the disguised words; only facts of the categories its readers may see."""
    facts = [_(criterion.value) for criterion in case.criteria]
    latest = case.latest_assessment if "risk" in categories else None
    if latest and latest.count is not None:
        facts.append(_("{count} ticks on the checklist").format(count=latest.count))
    if latest and latest.judgement:
        facts.append(_("judged {judgement}").format(judgement=_(latest.judgement.value)))
    if case.children_count and "children" in categories:
        facts.append(_("children: {count}").format(count=case.children_count))
    return DisguisedText("\n".join(part for part in (" · ".join(facts), disguised.text.strip()) if part))
