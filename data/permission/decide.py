"""One pure decision: may this agency see this case now, and why."""

from dataclasses import dataclass

from data.records.case_details import Case
from data.records.sharing import ConsentState, Ground


@dataclass(frozen=True, slots=True)
class Decision:
    """``why`` is a code for the log and the screen, never a text of a case."""

    allowed: bool
    why: str


def decide(agency: str, case: Case, ground: Ground | None) -> Decision:
    """Sharing needs consent or a recorded ground with reasons, and an agency that helps in the case."""
    if case.consent is not ConsentState.GIVEN and not (ground and ground.reasons):
        return Decision(False, f"consent {case.consent}, no ground recorded")
    if agency not in (case.referring_agency, *case.involved):
        return Decision(False, "not involved in the case")
    return Decision(True, "consent" if case.consent is ConsentState.GIVEN else f"ground {ground and ground.kind}")
