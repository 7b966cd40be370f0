"""The disguised summary of a case, as its agenda item carries it."""

from gettext import gettext as _

from data.records.case_details import Case
from data.records.text import DisguisedText


def summary(disguised: DisguisedText, case: Case) -> DisguisedText:
    """A line of coded facts, then the disguised words."""
    facts = [_(criterion.value) for criterion in case.criteria]
    latest = case.latest_assessment
    if latest and latest.count is not None:
        facts.append(_("{count} ticks on the checklist").format(count=latest.count))
    if latest and latest.judgement:
        facts.append(_("judged {judgement}").format(judgement=_(latest.judgement.value)))
    if case.children_count:
        facts.append(_("children: {count}").format(count=case.children_count))
    return DisguisedText("\n".join(part for part in (" · ".join(facts), disguised.text.strip()) if part))
