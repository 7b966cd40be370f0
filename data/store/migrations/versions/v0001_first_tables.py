"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    "actions",
    "agencies",
    "attendance",
    "cases",
    "contacts",
    "grounds",
    "imports",
    "items",
    "log",
    "mappings",
    "meetings",
    "notes",
    "reviews",
)


def upgrade() -> None:
    op.create_table(
        "actions",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("carried", sa.Integer(), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "id"),
    )
    op.create_index("ix_actions_case", "actions", ["area_id", "case_id"], unique=False)
    op.create_index("ix_actions_state", "actions", ["area_id", "state", "due"], unique=False)
    op.create_table(
        "agencies",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "code"),
    )
    op.create_table(
        "attendance",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "meeting_id", "id"),
    )
    op.create_table(
        "cases",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("referred_on", sa.Date(), nullable=False),
        sa.Column("waits_since", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("last_heard_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("key_i", sa.LargeBinary(), nullable=False),
        sa.Column("key_c", sa.LargeBinary(), nullable=False),
        sa.Column("people", sa.LargeBinary(), nullable=False),
        sa.Column("narrative", sa.LargeBinary(), nullable=False),
        sa.Column("remarks", sa.LargeBinary(), nullable=False),
        sa.Column("identifiers", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "id"),
    )
    op.create_index("ix_cases_newest", "cases", ["area_id", "referred_on", "id"], unique=False)
    op.create_index(
        "ix_cases_open",
        "cases",
        ["area_id", "referred_on"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index("ix_cases_reference", "cases", ["area_id", "reference"], unique=True)
    op.create_index(
        "ix_cases_review",
        "cases",
        ["area_id", "review_on"],
        unique=False,
        sqlite_where=sa.text("review_on IS NOT NULL"),
        postgresql_where=sa.text("review_on IS NOT NULL"),
    )
    op.create_index(
        "ix_cases_waiting",
        "cases",
        ["area_id", "waits_since"],
        unique=False,
        sqlite_where=sa.text("waits_since IS NOT NULL"),
        postgresql_where=sa.text("waits_since IS NOT NULL"),
    )
    op.create_table(
        "contacts",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "case_id", "id"),
    )
    op.create_table(
        "grounds",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "case_id", "number"),
    )
    op.create_table(
        "imports",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("case_ids", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "id"),
    )
    op.create_table(
        "items",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("summary", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "meeting_id", "id"),
    )
    op.create_table(
        "log",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sa.Column("frontier", sa.String(), nullable=False),
        sa.Column("checkpoint", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "position"),
    )
    op.create_table(
        "mappings",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("headings", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "key"),
    )
    op.create_table(
        "meetings",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "id"),
    )
    op.create_index("ix_meetings_on", "meetings", ["area_id", "on"], unique=False)
    op.create_table(
        "notes",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("disguised", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "meeting_id", "id"),
    )
    op.create_index("ix_notes_id", "notes", ["area_id", "id"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "case_id"),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
