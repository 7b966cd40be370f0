"""Why something may or may not be seen: a code for the log and for tests, a sentence for people, what would lift it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _


@dataclass(frozen=True, slots=True)
class Reason:
    """``what`` is a word of the area's registers (an agency's, category's or ground's name), never of a case.

    ``who``: names of the agencies it is about, where that is not plain from where it stands.
    """

    code: str
    day: date | None = None
    what: str = ""
    who: str = ""

    @property
    def sentence(self) -> str:
        said = _SAID.get(self.code)
        words = said[0]().format(day=_day(self.day), what=self.what) if said else self.code
        return f"{self.who}: {words}" if self.who else words

    @property
    def lift(self) -> str:
        """What would have to be recorded for this to stand in the way no more; empty where nothing stands so."""
        said = _SAID.get(self.code)
        return said[1]().format(day=_day(self.day), what=self.what) if said else ""


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else _("no day recorded")


def _nothing() -> str:
    return ""


_GROUND_OR_CONSENT = lambda: _("Record a consent, or a ground for sharing without one.")  # noqa: E731
_RENEW = lambda: _("Record a signed agreement that is in force.")  # noqa: E731

_SAID: dict[str, tuple[Callable[[], str], Callable[[], str]]] = {
    # For it
    "agreement": (lambda: _("Its agreement is in force until {day}."), _nothing),
    "agreement without end": (lambda: _("Its agreement is in force."), _nothing),
    "involved": (lambda: _("It helps in this case."), _nothing),
    "involved as core": (lambda: _("It helps in this case: it sits at every meeting."), _nothing),
    "consent": (lambda: _("Consent is in force until {day}."), _nothing),
    "consent without end": (lambda: _("Consent is in force."), _nothing),
    "ground": (lambda: _("Shared without consent: {what}, decided on {day}."), _nothing),
    "fact released": (lambda: _("It was decided on {day} to tell this: {what}."), _nothing),
    # To be mended, without standing in the way
    "review due": (
        lambda: _("Its agreement was due for review on {day}."),
        lambda: _("Review the agreement and record the next review."),
    ),
    "consent without details": (
        lambda: _("The consent is only the referral form's word."),
        lambda: _("Record the consent with its details: to whom, what, for what, until when."),
    ),
    "countersignature awaited": (
        lambda: _("The ground waits for its countersignature: {what}."),
        lambda: _("Have a second person countersign the ground."),
    ),
    # Against it
    "restricted": (
        lambda: _("The person asked that this case is used for nothing until that is settled."),
        lambda: _("Settle what the person asked, then lift the restriction."),
    ),
    "conflict": (
        lambda: _("Out of this case since {day}: conflict of interest."),
        lambda: _("Only ending the conflict of interest on record lifts this."),
    ),
    "person in conflict": (
        lambda: _("This person is out of the case since {day}: conflict of interest."),
        lambda: _("Another person of the agency can take part."),
    ),
    "person may be in conflict": (
        lambda: _(
            "Held in doubt: this person may be the one who is out of the case since {day} (conflict of interest)."
        ),
        lambda: _("Write both names in full, the user's and the one in the conflict, or by what sets the two apart."),
    ),
    "not registered": (
        lambda: _("No agency of this code is registered."),
        lambda: _("Register the agency and its agreement."),
    ),
    "referrer not registered": (
        lambda: _("No registered agency helps in this case: the agency that referred it is not known by that name."),
        lambda: _("Say which agency it is: 'w' on the page of agencies."),
    ),
    "nobody helps": (
        lambda: _("No registered agency helps in this case."),
        lambda: _("Record which agencies help: 'h' on the agenda, or 'm' on who may see it."),
    ),
    "unknown category": (
        lambda: _("The profile has no category of this code."),
        lambda: _("Add the category to the profile."),
    ),
    "no agreement": (
        lambda: _("No sharing agreement is recorded for {what}: nothing is shared with it."),
        lambda: _("Record its signed agreement: 'a' on the list of cases, or 'meeting agreements add'."),
    ),
    "agreement not signed": (lambda: _("Its agreement is not signed."), lambda: _("Record when it was signed.")),
    "agreement not yet in force": (lambda: _("Its agreement is in force from {day} only."), _RENEW),
    "agreement ended": (lambda: _("Its agreement ended on {day}."), _RENEW),
    "agreement review overdue": (
        lambda: _("Its agreement was due for review on {day}, and counts no more."),
        lambda: _("Review the agreement and record the next review."),
    ),
    "not in the agreement": (
        lambda: _("Its agreement does not cover this: {what}."),
        lambda: _("Change the agreement, if this is needed at all."),
    ),
    "not involved": (
        lambda: _("It does not help in this case."),
        lambda: _("Record that it helps in the case, if it does."),
    ),
    "involvement ended": (
        lambda: _("Its help in this case ended on {day}."),
        lambda: _("Record that it helps again, if it does."),
    ),
    "adults only": (
        lambda: _("No child is in this case, and this agency sees cases with children alone."),
        lambda: _("Record that another agency helps in the case, or the child that was left out of the record."),
    ),
    "consent refused": (lambda: _("Consent was refused."), _GROUND_OR_CONSENT),
    "consent not asked": (lambda: _("Consent was not asked for."), _GROUND_OR_CONSENT),
    "consent unknown": (lambda: _("It is not known whether consent was given."), _GROUND_OR_CONSENT),
    "consent withdrawn": (lambda: _("Consent was withdrawn on {day}."), _GROUND_OR_CONSENT),
    "consent ended": (lambda: _("Consent ended on {day}."), _GROUND_OR_CONSENT),
    "consent not complete": (
        lambda: _("The consent is only the referral form's word, which does not count here."),
        _GROUND_OR_CONSENT,
    ),
    "not in the consent": (lambda: _("The consent does not name this agency."), _GROUND_OR_CONSENT),
    "category not in the consent": (lambda: _("The consent does not cover this: {what}."), _GROUND_OR_CONSENT),
    "no consent for the children": (
        lambda: _("No parent or guardian has consented for the children."),
        lambda: _("Record a parent's or guardian's consent, or a ground for sharing without one."),
    ),
    "not by who may consent": (
        lambda: _("The consent for the children is not by a parent or guardian."),
        lambda: _("Record a parent's or guardian's consent, or a ground for sharing without one."),
    ),
    "ground without reasons": (
        lambda: _("The ground has no reasons: {what}."),
        lambda: _("Record the ground with its reasons."),
    ),
    "ground not countersigned": (
        lambda: _("The ground is not countersigned by a second person: {what}."),
        lambda: _("Have a second person countersign the ground."),
    ),
    "ground ended": (lambda: _("The ground ended on {day}."), lambda: _("Record a new ground, if it still holds.")),
    "ground not yet": (lambda: _("The ground counts from {day} only."), lambda: _("Wait for its day.")),
    "ground not in the profile": (
        lambda: _("The profile knows no such ground: {what}."),
        lambda: _("Record one of the profile's grounds."),
    ),
    "ground not for such a case": (
        lambda: _("This ground is not for a case like this one (adults only, or with children): {what}."),
        lambda: _("Record another of the profile's grounds."),
    ),
    "not in the ground": (
        lambda: _("The ground does not cover this agency or category: {what}."),
        lambda: _("Record a ground that does, if it is needed."),
    ),
    "withheld": (
        lambda: _("Withheld unless decided otherwise: {what}."),
        lambda: _("Record a decision to tell this fact, with its reasons."),
    ),
    "cannot be decided": (
        lambda: _("What is recorded cannot be read, so nothing is shared."),
        lambda: _("Look at what is recorded on this case's sharing."),
    ),
    "purged": (lambda: _("Its words were purged as agreed; there is nothing to share."), _nothing),
}
CODES = frozenset(_SAID)
# About one agency: said of several cases' agencies together, they need a name. "no agreement" has it in its sentence.
OF_AN_AGENCY = frozenset((
    "conflict", "agreement not signed", "agreement not yet in force", "agreement ended", "agreement review overdue",
    "not in the agreement", "not involved", "involvement ended", "adults only", "not in the consent",
    "not in the ground",
))  # fmt: skip
