"""Which agencies see which item; asked of ``data.permission``."""

from collections.abc import Sequence

from data.permission.decide import decide
from data.records.case_details import Case
from data.records.sharing import Ground


def audience(case: Case, agencies: Sequence[str], ground: Ground | None) -> tuple[str, ...]:
    """Codes of the agencies entitled to this case, in the order given."""
    return tuple(agency for agency in agencies if decide(agency, case, ground).allowed)


def may_appear(case: Case, ground: Ground | None) -> bool:
    """Whether the case may stand on any paper at all."""
    return decide(case.referring_agency, case, ground).allowed
