"""Every version of the tables, forwards and back, with a row in each, on the file and on a real server."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine
from sqlmodel import SQLModel

import data.store.rows  # noqa: F401 - declares the tables
from data.store.database import file_engines
from data.store.server import server_engines


@pytest.fixture(params=["file", "server"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "file":
        writer, reader = file_engines(tmp_path / "record.db", bytes(32))
    else:
        writer, reader = server_engines(request.getfixturevalue("database"), "area")
    yield writer
    writer.dispose()
    reader.dispose()


def go(engine: Engine, revision: str) -> None:
    settings = Config()
    settings.set_main_option("script_location", "data.store:migrations")
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        step = command.upgrade if revision == "head" else command.downgrade
        if revision == "0001" and not sa.inspect(connection).get_table_names():
            step = command.upgrade
        step(settings, revision)


def a_row(table: sa.Table) -> dict[str, Any]:
    values = {"DATE": date(2026, 2, 3), "INTEGER": 7, "BOOLEAN": True, "BLOB": b"\x00\xffz", "BYTEA": b"\x00\xffz"}
    return {c.name: values.get(str(c.type).split("(")[0], "Ç ë \\ ' \" z") for c in table.columns}


def everything(engine: Engine, tables: list[str]) -> dict[str, list[dict[str, Any]]]:
    kept = {}
    with engine.begin() as connection:
        metadata = sa.MetaData()
        metadata.reflect(connection, only=tables)
        for name in tables:
            kept[name] = [dict(row._mapping) for row in connection.execute(sa.select(metadata.tables[name]))]
    return kept


def test_the_first_version_goes_to_the_newest_and_back_without_loss(engine: Engine) -> None:
    go(engine, "0001")
    with engine.begin() as connection:
        metadata = sa.MetaData()
        metadata.reflect(connection)
        tables = [name for name in metadata.tables if name != "alembic_version"]
        for name in tables:
            connection.execute(sa.insert(metadata.tables[name]), [a_row(metadata.tables[name])])
    before = everything(engine, tables)
    assert all(before.values())
    go(engine, "head")
    after = everything(engine, tables)
    for name, rows in before.items():
        assert [{k: row[k] for k in rows[0]} for row in after[name]] == rows, name
    go(engine, "0001")
    assert everything(engine, tables) == before


def test_tables_are_what_the_rows_say(engine: Engine) -> None:
    """Drift between the migrations and the declared tables is a fault on either engine."""
    go(engine, "head")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        drift = compare_metadata(context, SQLModel.metadata)
    assert [str(one) for one in drift] == []


def test_a_failed_migration_leaves_nothing_half_made(engine: Engine) -> None:
    settings = Config()
    settings.set_main_option("script_location", "data.store:migrations")
    with pytest.raises(RuntimeError), engine.begin() as connection:  # noqa: PT012
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        raise RuntimeError
    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() == []
