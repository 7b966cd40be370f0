"""Alembic's entry: runs on the connection it is given, inside its transaction."""

from alembic import context
from sqlmodel import SQLModel

import data.store.rows  # noqa: F401 - declares the tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    transactional_ddl=False,
)
context.run_migrations()
