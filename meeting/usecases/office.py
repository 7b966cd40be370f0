"""What every use case works in: an open area, its profile, a clock, and what is known of each case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from data.matching.repeats import People
from data.permission.decide import Matter
from data.permission.seen import entitled, withheld_from
from data.permission.withheld import find
from data.records.agency import Agency
from data.records.case_details import CaseFile
from data.records.profile import Profile, WithheldFact
from data.records.review import Review
from data.records.text import RawText
from meeting.area import Area
from meeting.usecases.harmless import Harmless, harmless_words
from meeting.usecases.holding_fast import Hold
from meeting.usecases.withholding import withhold
from redaction.disguise import Disguised, disguise
from redaction.known import Known
from redaction.languages.choose import written_in
from redaction.policy import PARTNERS, Policy


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts of one case are read: what is known of it, what its keepers decided, what stands in the area.

    ``language`` is the case's; a text plainly written in another is read in that. ``tells``: codes of the facts,
    withheld by default, that the narrative or a remark tells.
    """

    known: Known = field(repr=False)
    language: str
    review: Review
    harmless: tuple[str, ...] = field(repr=False)
    policy: Policy
    tells: frozenset[str] = frozenset()


@dataclass
class Office:
    """One open area. Keeps the forms of the names of cases at hand while it is open, never on disk."""

    area: Area
    profile: Profile
    clock: Callable[[], datetime]
    hold: Hold | None = None
    ended: tuple[str, ...] = ()  # ids of who was disabled at this opening, since their access had ended
    _known: dict[str, tuple[CaseFile, Known]] = field(default_factory=dict, repr=False)
    _agencies: tuple[Agency, ...] | None = field(default=None, repr=False)
    people: People | None = field(default=None, repr=False)  # for finding repeats; read when first asked for
    harmless: Harmless | None = field(default=None, repr=False)  # words; read when first asked for
    alike: "list[dict[str, str]] | None" = field(default=None, repr=False)  # what cases have in common
    _withheld: dict[tuple[str, date], tuple[WithheldFact, ...]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.area.ledger.clock = self.clock

    @property
    def today(self) -> date:
        return self.clock().date()

    def agencies(self) -> tuple[Agency, ...]:
        if self._agencies is None:
            with self.area.look() as record:
                self._agencies = record.agencies()
        return self._agencies

    def agency_name(self, code: str) -> str:
        """The registered name, or the code itself where nobody registered it."""
        return next((a.name for a in self.agencies() if a.code == code), code)

    def file_of(self, case_id: str) -> CaseFile:
        """The opened case; the first look in a sitting leaves a log entry."""
        return self._opened(case_id)[0]

    def files_of(self, case_ids: Sequence[str]) -> tuple[CaseFile, ...]:
        return tuple(self.file_of(case_id) for case_id in dict.fromkeys(case_ids))

    def disguise(
        self, case_id: str, raw: RawText, facts: Sequence[WithheldFact] | None = None, *, on: date | None = None
    ) -> Disguised:
        """The text with placeholders, after this case's keepers' review decisions.

        ``facts`` are left out of it: unless said, those that not all who may see the case may be told. ``on`` is the
        day of the meeting by which its dates are told, where the text belongs to one.
        """
        reading = self.reading(case_id, on=on)
        held, language = len(reading.known.others), written_in(raw.text, reading.language)
        disguised = disguise(
            raw,
            reading.known,
            language=language,
            keep=reading.review.keep,
            hide=reading.review.hide,
            harmless=reading.harmless,
            policy=reading.policy,
        )
        if len(reading.known.others) > held:
            with self.area.work() as record:
                record.save_letters(case_id, reading.known.others)
        names = [agency.name for agency in self.agencies()]
        told = self.withheld(case_id) if facts is None else facts
        return withhold(raw, disguised, told, names, language, reading.tells)

    def reading(self, case_id: str, *, on: date | None = None) -> "Reading":
        """How the case's texts are read now."""
        file, known = self._opened(case_id)
        with self.area.look() as record:
            review = record.review(case_id)
        policy = PARTNERS.meeting(on)
        names = [agency.name for agency in self.agencies()]
        texts = "\n".join([file.narrative.text, *(remark.text.text for remark in file.remarks)])
        tells = frozenset(found.fact for found in find(texts, self.profile.withheld, names=names))
        return Reading(known, self._language(file), review, harmless_words(self), policy, tells)

    def withheld(self, case_id: str) -> tuple[WithheldFact, ...]:
        """The facts of this case that not all who may see it may be told today."""
        if (case_id, self.today) not in self._withheld:
            with self.area.look() as record:
                matter = Matter(
                    case=record.case(case_id),
                    sharing=record.sharing(case_id, open_sealed=False),
                    agreements=record.agreements(),
                    agencies=self.agencies(),
                    profile=self.profile,
                )
            facts = withheld_from(entitled(matter, self.today), matter, self.today)
            self._withheld[case_id, self.today] = facts
        return self._withheld[case_id, self.today]

    def forget(self, case_id: str = "") -> None:
        """Drop what is kept in memory of one case, or of all, after a change."""
        self._withheld.clear()
        self.harmless = self.alike = None
        if case_id:
            self._known.pop(case_id, None)
        else:
            self._known.clear()
            self._agencies = None
            self.people = None

    def close(self) -> None:
        self.forget()
        self.area.close()
        if self.hold:
            self.hold.let_go()

    def _opened(self, case_id: str) -> tuple[CaseFile, Known]:
        if case_id not in self._known:
            with self.area.work() as record:
                file = record.open_file(case_id)
                letters = record.review(case_id).letters
            known = Known.of([file], agencies=self.agencies())
            known.others.update(letters)
            self._known[case_id] = (file, known)
        return self._known[case_id]

    def _language(self, file: CaseFile) -> str:
        return file.case.language or self.profile.language
