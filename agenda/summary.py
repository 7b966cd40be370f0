"""The disguised summary of a case, as its agenda item carries it."""

from collections.abc import Collection, Mapping

from agenda.told import facts_of, line, told_to
from data.records.case_details import Case
from data.records.profile import Profile
from data.records.text import DisguisedText


def summary(
    disguised: DisguisedText, case: Case, categories: Collection[str], profile: Profile, widely: Mapping[str, str]
) -> DisguisedText:
    """A line of coded facts, ``widely`` told where a reviewer decided so, then the disguised words.

    Only facts of the categories its readers may see.
    """
    facts = line(told_to(facts_of(case), categories), widely, profile)
    return DisguisedText("\n".join(part for part in (facts, disguised.text.strip()) if part))
