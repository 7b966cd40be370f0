"""Databases of their own on the real PostgreSQL that the tests start."""

import gc
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg


@contextmanager
def database_on(postgres: str) -> Iterator[str]:
    """The address of an empty database, gone afterwards."""
    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    yield postgres.replace("/postgres?", f"/{name}?")
    # A test may leave areas open, as a killed program does.
    for left in [one for one in gc.get_objects() if isinstance(one, psycopg.Connection) and not one.closed]:
        if left.info.dbname == name:
            left.close()
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
