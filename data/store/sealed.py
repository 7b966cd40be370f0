"""Which columns hold sealed values, and under which of a case's keys: the one list that new keys follow.

A table with ``bytes`` columns that is neither here nor among ``NOT_SEALED`` stops every change of keys, and a test.
"""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import LargeBinary
from sqlmodel import SQLModel

from data.store.rows import (
    ActionRow,
    AnswerRow,
    CaseRow,
    ContactRow,
    CorrectionRow,
    DraftRow,
    GroundRow,
    HoldRow,
    ItemRow,
    NoteRow,
    ReviewRow,
    SharingRow,
)


@dataclass(frozen=True, slots=True)
class Sealed:
    """``case`` is the column that says which case; ``row`` how a row's id is written in what a value is bound to;
    ``fields`` the key of each."""

    model: type[SQLModel]
    case: str
    row: str
    fields: dict[str, str]

    @property
    def table(self) -> str:
        return str(self.model.__tablename__)


SEALED = (
    Sealed(CaseRow, "id", "{id}", {"people": "I", "narrative": "I", "remarks": "I", "identifiers": "I"}),
    Sealed(ContactRow, "case_id", "{id}", {"note": "I"}),
    Sealed(GroundRow, "case_id", "{number}", {"reasons": "I"}),
    Sealed(SharingRow, "case_id", "{kind} {number}", {"words": "I"}),
    Sealed(ItemRow, "case_id", "{id}", {"summary": "C"}),
    Sealed(NoteRow, "case_id", "{id}", {"raw": "I", "disguised": "C"}),
    Sealed(AnswerRow, "case_id", "{item_id} {user_id} {number}", {"said": "I"}),
    Sealed(ActionRow, "case_id", "{id}", {"what": "C", "reason": "C"}),
    Sealed(ReviewRow, "case_id", "{case_id}", {"words": "I"}),
    Sealed(HoldRow, "case_id", "{number}", {"reason": "I"}),
    Sealed(CorrectionRow, "case_id", "{number}", {"before": "I"}),
    # Those about no case lie under their user's own key, which no case's new key touches.
    Sealed(DraftRow, "case_id", "{user_id} {form}", {"words": "I"}),
)
# Wrapped keys and the log's own bytes.
NOT_SEALED = {
    "backups": {"key"},
    "cases": {"key_i", "key_c"},
    "countersignatures": {"public_key"},
    "grants": {"wrapped"},
    "outer_keys": {"outer"},
    "log": {"entry", "checkpoint"},
}


@cache
def forgotten() -> tuple[str, ...]:
    """Columns of bytes that stand on neither list: empty, or keys cannot be changed safely."""
    known = {(sealed.table, field) for sealed in SEALED for field in sealed.fields}
    known |= {(table, field) for table, fields in NOT_SEALED.items() for field in fields}
    return tuple(
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        if "area_id" in table.columns
        for column in table.columns
        if isinstance(column.type, LargeBinary) and (table.name, column.name) not in known
    )
