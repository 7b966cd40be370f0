"""What every use case works in: an open area, its profile, a clock, and what is known of each case."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from data.matching.finding import Names
from data.matching.repeats import People
from data.permission.decide import Matter
from data.permission.seen import entitled, withheld_from
from data.permission.withheld import find
from data.records.agency import Agency
from data.records.case_details import CaseFile, Person
from data.records.profile import Profile, WithheldFact
from data.records.review import Review
from data.records.text import RawText
from data.store.work import Counted
from meeting.area import Area, Record
from meeting.usecases.harmless import Harmless, harmless_words
from meeting.usecases.holding_fast import Hold
from meeting.usecases.withholding import withhold
from redaction.disguise import Disguised, disguise
from redaction.languages.choose import written_in
from redaction.recorded.known import Known
from redaction.shown.policy import PARTNERS, Policy


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


@dataclass(frozen=True, slots=True)
class _Held:
    """A case as it was opened; ``seal`` is another one once anybody changed it."""

    file: CaseFile = field(repr=False)
    known: Known = field(repr=False)
    seal: bytes = field(repr=False)


_Opened = tuple[CaseFile, Known, Review]


@dataclass
class Office:
    """One open area. Keeps the forms of the names of cases at hand while it is open, never on disk.

    What another writer changes on a server is noticed with the next look at it: nothing here outlives its version.
    """

    area: Area
    profile: Profile
    clock: Callable[[], datetime]
    hold: Hold | None = None
    ended: tuple[str, ...] = ()  # ids of who was disabled at this opening, since their access had ended
    _known: dict[str, _Held] = field(default_factory=dict, repr=False)
    _versions: dict[str, str] = field(default_factory=dict, repr=False)
    _agencies: tuple[Agency, ...] | None = field(default=None, repr=False)
    people: People | None = field(default=None, repr=False)  # for finding repeats; read when first asked for
    names: Names | None = field(default=None, repr=False)  # for finding a case by a name; read when first asked for
    harmless: Harmless | None = field(default=None, repr=False)  # words; read when first asked for
    alike: "list[dict[str, str]] | None" = field(default=None, repr=False)  # what cases have in common
    decided: list[tuple[str, Review]] = field(default_factory=list, repr=False)  # in reviews: what stood before each
    # Of a case and a professional's name: whose names it was set against, and whether one is like it.
    namesakes: dict[tuple[str, str], tuple[tuple[Person, ...], bool]] = field(default_factory=dict, repr=False)
    _withheld: dict[tuple[str, date], tuple[WithheldFact, ...]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.area.ledger.clock = self.clock

    @property
    def today(self) -> date:
        return self.clock().date()

    def agencies(self) -> tuple[Agency, ...]:
        if self._agencies is None:
            with self.area.look() as record:
                self.refresh(record)
                self._agencies = record.agencies()
        return self._agencies

    def refresh(self, record: Record) -> None:
        """Drop what is kept of an older version than this record shows."""
        before, self._versions = self._versions, record.versions()
        if before != self._versions:
            self._withheld.clear()
            self.alike = None
        if before.get(Counted.NAMES) != self._versions.get(Counted.NAMES):
            self.people = self.names = None
        if before.get(Counted.AGENCIES) != self._versions.get(Counted.AGENCIES):
            self._agencies = None
            self._known.clear()

    def agency_name(self, code: str) -> str:
        """The registered name, or the code itself where nobody registered it."""
        return next((a.name for a in self.agencies() if a.code == code), code)

    def file_of(self, case_id: str) -> CaseFile:
        """The opened case as it is now; the first look in a sitting, or after a change, leaves a log entry."""
        return self._opened(case_id)[0]

    def files_of(self, case_ids: Sequence[str]) -> tuple[CaseFile, ...]:
        """All in one look; those opened for the first time leave their entries under one checkpoint."""
        return tuple(file for file, _known, _review in self._all_opened(tuple(dict.fromkeys(case_ids))))

    def disguise(
        self, case_id: str, raw: RawText, facts: Sequence[WithheldFact] | None = None, *, on: date | None = None
    ) -> Disguised:
        """The text with placeholders, after this case's keepers' review decisions.

        ``facts`` are left out of it: unless said, those that not all who may see the case may be told. ``on`` is the
        day of the meeting by which its dates are told, where the text belongs to one.
        """
        reading = self.reading(case_id, on=on)
        language = written_in(raw.text, reading.language)
        disguised = _disguised(raw, reading, language)
        if len(reading.known.others) > len(reading.review.letters):
            with self.area.work() as record:
                there = dict(record.review(case_id).letters)
                if there != reading.review.letters:  # another keeper gave letters meanwhile: theirs stand
                    _take_over(reading.known, there)
                    disguised = _disguised(raw, reading, language)
                record.save_letters(case_id, reading.known.others)
        names = [agency.name for agency in self.agencies()]
        told = self.withheld(case_id) if facts is None else facts
        return withhold(raw, disguised, told, names, language, reading.tells)

    def reading(self, case_id: str, *, on: date | None = None) -> "Reading":
        """How the case's texts are read now."""
        file, known, review = self._opened(case_id)
        policy = PARTNERS.meeting(on)
        names = [agency.name for agency in self.agencies()]
        texts = "\n".join([file.narrative.text, *(remark.text.text for remark in file.remarks)])
        tells = frozenset(found.fact for found in find(texts, self.profile.withheld, names=names))
        return Reading(known, self._language(file), review, harmless_words(self), policy, tells)

    def withheld(self, case_id: str) -> tuple[WithheldFact, ...]:
        """The facts of this case that not all who may see it may be told today."""
        with self.area.look() as record:
            self.refresh(record)
            if (case_id, self.today) in self._withheld:
                return self._withheld[case_id, self.today]
            matter = Matter(
                case=record.case(case_id),
                sharing=record.sharing(case_id, open_sealed=False),
                agreements=record.agreements(),
                agencies=record.agencies(),
                profile=self.profile,
            )
        facts = withheld_from(entitled(matter, self.today), matter, self.today)
        self._withheld[case_id, self.today] = facts
        return facts

    def forget(self, case_id: str = "") -> None:
        """Drop what is kept in memory of one case, or of all, after a change."""
        self._withheld.clear()
        self.namesakes.clear()
        self.harmless = self.alike = None
        if case_id:
            self._known.pop(case_id, None)
        else:
            self._known.clear()
            self.decided.clear()  # words of a case that was purged must not come back
            self._agencies = None
            self.people = self.names = None

    def close(self) -> None:
        self.forget()
        self.area.close()
        if self.hold:
            self.hold.let_go()

    def _opened(self, case_id: str) -> tuple[CaseFile, Known, Review]:
        return self._all_opened((case_id,))[0]

    def _all_opened(self, case_ids: Sequence[str]) -> list[_Opened]:
        found: dict[str, _Opened] = {}
        with self.area.look() as record:
            self.refresh(record)
            for case_id in case_ids:
                held = self._known.get(case_id)
                if held is not None and held.seal == record.seal_of(case_id):
                    case, review = record.case(case_id), record.review(case_id)
                    _take_over(held.known, review.letters)
                    found[case_id] = replace(held.file, case=case), held.known, review
        if missing := [case_id for case_id in case_ids if case_id not in found]:
            found |= self._open(missing)
        return [found[case_id] for case_id in case_ids]

    def _open(self, case_ids: Sequence[str]) -> dict[str, _Opened]:
        with self.area.work() as record:
            self.refresh(record)
            rows = [(id, record.open_file(id), record.seal_of(id), record.review(id)) for id in case_ids]
            agencies = record.agencies()
        found: dict[str, _Opened] = {}
        for case_id, file, seal, review in rows:
            known = Known.of([file], agencies=agencies)
            _take_over(known, review.letters)
            self._known[case_id] = _Held(file, known, seal)
            found[case_id] = file, known, review
        return found

    def _language(self, file: CaseFile) -> str:
        return file.case.language or self.profile.language


def _disguised(raw: RawText, reading: Reading, language: str) -> Disguised:
    return disguise(
        raw,
        reading.known,
        language=language,
        keep=reading.review.keep,
        hide=reading.review.hide,
        harmless=reading.harmless,
        policy=reading.policy,
    )


def _take_over(known: Known, letters: Mapping[str, str]) -> None:
    """The letters of unrecorded names, as they are kept."""
    if known.others != letters:
        known.others.clear()
        known.others.update(letters)
