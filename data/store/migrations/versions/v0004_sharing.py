"""Sharing: records of each case, agreements of the area, countersignatures of grounds.

What the cases' facts say of consent stays: it is read as the referral's word, and becomes the first consent record
of a case as soon as another is made.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "sharing",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "case_id", "kind", "number"),
    )
    op.create_table(
        "agreements",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("facts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "agency", "number"),
    )
    op.add_column("grounds", sa.Column("countersigned_on", sa.Date(), nullable=True))
    op.add_column("grounds", sa.Column("ends", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("grounds", "ends")
    op.drop_column("grounds", "countersigned_on")
    op.drop_table("agreements")
    op.drop_table("sharing")
