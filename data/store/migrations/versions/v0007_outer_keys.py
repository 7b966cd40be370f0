"""What many cases' keys are locked under."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    if sa.inspect(op.get_bind()).has_table("outer_keys"):  # it stayed when these tables went back
        return
    op.create_table(
        "outer_keys",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("domain", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("outer", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("area_id", "domain", "id"),
    )


def downgrade() -> None:
    """The table stays: without it no case's key opens, also not after going forward again."""
