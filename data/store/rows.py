"""The tables, the only SQLModel ones. ``area_id`` comes first in every key (R34).

``bytes`` columns are sealed values; which case key (I or C) seals which is in ``record``. All else is codes,
references and days that the agenda and figures need in SQL.
"""

from datetime import date

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel


class CaseRow(SQLModel, table=True):
    """``waits_since``: the day from which a case that was not heard yet waits; empty once heard."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("ix_cases_reference", "area_id", "reference", unique=True),
        Index("ix_cases_newest", "area_id", "referred_on", "id"),
        Index(
            "ix_cases_waiting",
            "area_id",
            "waits_since",
            sqlite_where=text("waits_since IS NOT NULL"),
            postgresql_where=text("waits_since IS NOT NULL"),
        ),
        Index(
            "ix_cases_review",
            "area_id",
            "review_on",
            sqlite_where=text("review_on IS NOT NULL"),
            postgresql_where=text("review_on IS NOT NULL"),
        ),
        Index(
            "ix_cases_open",
            "area_id",
            "referred_on",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )
    area_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    reference: str
    referred_on: date
    waits_since: date | None = None
    review_on: date | None = None
    last_heard_on: date | None = None
    state: str = "open"
    facts: str = "{}"  # the other coded facts, as JSON: no text of a case
    key_i: bytes
    key_c: bytes
    people: bytes
    narrative: bytes
    remarks: bytes
    identifiers: bytes


class AgencyRow(SQLModel, table=True):
    __tablename__ = "agencies"
    area_id: str = Field(primary_key=True)
    code: str = Field(primary_key=True)
    position: int
    facts: str


class ContactRow(SQLModel, table=True):
    __tablename__ = "contacts"
    area_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    on: date
    facts: str
    note: bytes


class GroundRow(SQLModel, table=True):
    __tablename__ = "grounds"
    area_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    decided_on: date
    kind: str
    told: bool
    reasons: bytes
    countersigned_on: date | None = None
    ends: date | None = None


class SharingRow(SQLModel, table=True):
    """One record on the sharing of a case: consent, involvement, conflict, fact told, notice, caution, disclosure.

    ``facts`` holds codes and days; ``words`` names and reasons, sealed under I.
    """

    __tablename__ = "sharing"
    area_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    on: date
    facts: str
    words: bytes


class AgreementRow(SQLModel, table=True):
    __tablename__ = "agreements"
    area_id: str = Field(primary_key=True)
    agency: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    starts: date
    ends: date | None = None
    review_on: date | None = None
    facts: str


class MeetingRow(SQLModel, table=True):
    __tablename__ = "meetings"
    __table_args__ = (Index("ix_meetings_on", "area_id", "on"),)
    area_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    on: date
    ordinal: int
    facts: str


class ItemRow(SQLModel, table=True):
    __tablename__ = "items"
    area_id: str = Field(primary_key=True)
    meeting_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    case_id: str
    position: int
    facts: str
    summary: bytes


class AttendanceRow(SQLModel, table=True):
    __tablename__ = "attendance"
    area_id: str = Field(primary_key=True)
    meeting_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    facts: str


class NoteRow(SQLModel, table=True):
    __tablename__ = "notes"
    __table_args__ = (Index("ix_notes_id", "area_id", "id"),)
    area_id: str = Field(primary_key=True)
    meeting_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    case_id: str
    item_id: str
    kind: str
    agency: str
    raw: bytes
    disguised: bytes


class AnswerRow(SQLModel, table=True):
    """One version of what a participant answered on one case, as it was taken."""

    __tablename__ = "answers"
    area_id: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    user_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    case_id: str
    at: str  # ISO, as the clock of who took it showed
    said: bytes


class ActionRow(SQLModel, table=True):
    __tablename__ = "actions"
    __table_args__ = (
        Index("ix_actions_state", "area_id", "state", "due"),
        Index("ix_actions_case", "area_id", "case_id"),
    )
    area_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    number: str
    case_id: str
    reference: str
    meeting_id: str
    agency: str
    due: date
    state: str
    carried: int
    what: bytes
    reason: bytes


class ReviewRow(SQLModel, table=True):
    """What a reviewer decided of a case's words; sealed, since the words may be names."""

    __tablename__ = "reviews"
    area_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    words: bytes


class ImportRow(SQLModel, table=True):
    __tablename__ = "imports"
    area_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    at: str  # ISO
    case_ids: str


class MappingRow(SQLModel, table=True):
    """Which heading of an agency's spreadsheets means what."""

    __tablename__ = "mappings"
    area_id: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    headings: str


class LogRow(SQLModel, table=True):
    """One entry of the Merkle log. The last one of a unit of work carries the frontier after it, and the checkpoint
    that authenticates the root up to and with it; on the others both are empty."""

    __tablename__ = "log"
    area_id: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    entry: bytes
    frontier: str
    checkpoint: bytes


class CountersignatureRow(SQLModel, table=True):
    """A checkpoint of the log as another agency signed it, with that agency's public key."""

    __tablename__ = "countersignatures"
    area_id: str = Field(primary_key=True)
    size: int = Field(primary_key=True)
    key_id: str = Field(primary_key=True)
    public_key: bytes
    checkpoint: str


class BackupRow(SQLModel, table=True):
    """One backup: where, under which key, whether it was read again and found sound, when restoring it was tried."""

    __tablename__ = "backups"
    area_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    at: str  # ISO, UTC
    place: str
    key: bytes
    checked: bool = False
    tried_at: str = ""


class GrantRow(SQLModel, table=True):
    """One case's key, wrapped to one person's keys, up to and with a day."""

    __tablename__ = "grants"
    area_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    domain: str = Field(primary_key=True)
    user_id: str = Field(primary_key=True)
    key_id: str
    until: date
    because: str
    wrapped: bytes


class HoldRow(SQLModel, table=True):
    """What stops a purge; the reason is sealed."""

    __tablename__ = "holds"
    area_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    facts: str
    reason: bytes


class CorrectionRow(SQLModel, table=True):
    """What a record said before it was put right."""

    __tablename__ = "corrections"
    area_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    on: date
    facts: str
    before: bytes


class OuterKeyRow(SQLModel, table=True):
    """What a sitting's case keys are locked under, wrapped to a group."""

    __tablename__ = "outer_keys"
    area_id: str = Field(primary_key=True)
    domain: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    outer: bytes


class DraftRow(SQLModel, table=True):
    """What one user is typing; ``form`` is a code, ``case_id`` is empty where it is about no case."""

    __tablename__ = "drafts"
    area_id: str = Field(primary_key=True)
    user_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    form: str = Field(primary_key=True)
    at: str  # ISO
    words: bytes
